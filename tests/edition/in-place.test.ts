import { describe, expect, test } from 'vitest';
import { documentOf, editionOf, term, termOf } from './editions.ts';
import { inShort } from '../core/trees.ts';

describe('notes and terms in place', () => {
  const glossary = { 'glossary/town.mdx': term('town') };
  const standOff = editionOf('The dues are a **growing problem** in the old town.\n\nNobody paid; nobody [will](#p1) pay the town.\n', {
    ...glossary,
    'annotations/dues.yaml':
      '- { id: a, kind: context, quote: growing problem, body: "A *note*, see [here](#p2)." }\n- { id: b, kind: gloss, quote: Nobody paid, body: B. }\n- { id: c, kind: question, quote: nobody will, body: C. }\n',
  });
  const inPlace = editionOf(
    'The dues are a **growing problem**<Note id="a" kind="context" quote="growing problem">A *note*, see [here](#p2).</Note> in the old <Term id="town">town</Term>.\n\n' +
      'Nobody paid<Note id="b" kind="gloss">B.</Note>; nobody [will<Note id="c" kind="question" quote="nobody will">C.</Note>](#p1) pay the <Term id="town">town</Term>.\n',
    glossary,
  );

  test('are the same notes and mentions as those that stand off', () => {
    const plain = (edition: typeof standOff): unknown => {
      const { annotations, mentions, words } = documentOf(edition);
      return {
        words,
        mentions: mentions.map(({ start, end, term: id }) => [start, end, id]),
        notes: annotations.map(({ id, kind, number, span }) => [id, kind, number, span.start, span.end]),
      };
    };
    expect(plain(inPlace)).toEqual(plain(standOff));
    expect(termOf(inPlace, 'town').mentions).toEqual(termOf(standOff, 'town').mentions);
  });

  test('make the same HTML', () => expect(documentOf(inPlace).html).toBe(documentOf(standOff).html));

  test('a quote in place is the nearest before it in its block', () => {
    const edition = editionOf('The dues.\n\nThe dues, the dues<Note id="a" kind="gloss" quote="dues">A.</Note>, the dues.\n');
    expect(inShort(documentOf(edition).html.replace(/^.*\n/, '').replace('id="p2"', 'id="p1"'))).toBe(
      'The dues, the [a|dues]^a, the dues.',
    );
  });

  test('a term in a link of the document makes no link within a link', () => {
    const edition = editionOf('See [the <Term id="town">town</Term>](https://example.org).\n', glossary);
    expect(inShort(documentOf(edition).html)).toBe('See <a>the (town|town)</a>.');
  });

  test('a note in a list, a quotation, a table', () => {
    const edition = editionOf(
      '- one\n- two<Note id="a" kind="gloss" quote="two">A.</Note>\n\n> three<Note id="b" kind="gloss">B.</Note>\n\n| x |\n|---|\n| four<Note id="c" kind="gloss" quote="four">C.</Note> |\n',
    );
    expect(documentOf(edition).annotations.map((note) => `${note.id} ¶${note.block.number}`)).toEqual(['a ¶1', 'b ¶2', 'c ¶3']);
  });
});
