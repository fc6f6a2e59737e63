import { describe, expect, test } from 'vitest';
import { documentOf, editionOf, term, termOf } from './editions.ts';

test('4,000 links and mentions and 500 notes are read and woven', () => {
  const notes = Array.from({ length: 500 }, (_, i) => `- { id: n${i}, kind: gloss, quote: "number ${i} or", body: A note. }\n`).join('');
  const lines = Array.from({ length: 4000 }, (_, i) => `Baghuz and [x](#p1) number ${i} or`).join('\n\n');
  const edition = editionOf(`${lines}\n`, { 'glossary/baghuz.mdx': term('Baghuz'), 'annotations/dues.yaml': notes });
  expect(documentOf(edition).html.match(/data-term/g)).toHaveLength(4000);
  expect(documentOf(edition).mentions).toHaveLength(4000);
});

const found = (edition: ReturnType<typeof editionOf>, id: string): string[] =>
  termOf(edition, id).mentions.map((mention) => mention.sentence[1]);

/** Whether each mention of a term is a link (`a`) or none (`span`). */
const kinds = (body: string): string[] =>
  [
    ...documentOf(editionOf(body, { 'glossary/old-town.mdx': term('old town', 'forms: [town]\n') })).html.matchAll(
      /<(a|span)[^>]*data-term/g,
    ),
  ].map((match) => match[1]!);

describe('terms', () => {
  test('are not found in headings, links and code', () => {
    const edition = editionOf('## The town\n\nIn [the town](https://example.org) and `town` and a town.\n\n```\ntown\n```\n', {
      'glossary/town.mdx': term('town'),
    });
    expect(found(edition, 'town')).toEqual(['town']);
  });

  test('that are marked are found nowhere but where they are marked', () => {
    const edition = editionOf('A town, a [city](term:town), a <Term id="town">port</Term>.\n', {
      'glossary/town.mdx': term('town', 'match: marked\n'),
    });
    expect(found(edition, 'town')).toEqual(['city', 'port']);
  });

  test('may share a spelling, where one of them is marked', () => {
    const edition = editionOf('A town and a <Term id="city">town</Term>.\n', {
      'glossary/town.mdx': term('town'),
      'glossary/city.mdx': term('City', 'forms: [town]\nmatch: marked\n'),
    });
    expect([found(edition, 'town'), found(edition, 'city')]).toEqual([['town'], ['town']]);
  });

  test('may share a spelling but for case, where case counts', () => {
    const edition = editionOf('What IS it? It is.\n', {
      'glossary/is.mdx': term('IS', 'case: sensitive\n'),
      'glossary/being.mdx': term('is', 'case: sensitive\n'),
    });
    expect([found(edition, 'is'), found(edition, 'being')]).toEqual([['IS'], ['is']]);
  });

  test.each([
    ['the first mention that is whole is the link', 'The old **town** and the town, the town.', ['span', 'span', 'a', 'span']],
    ['one in a link of the document is no link', 'At [the <Term id="old-town">port</Term>](https://example.org), a town.', ['span', 'a']],
    [
      'a link of the document to the term is the link of its section',
      'A [port](term:old-town), a town.\n\n## X\n\nA town.',
      ['a', 'span', 'a'],
    ],
    ['but not of what stands before it', 'A town, a [port](term:old-town), a town.', ['a', 'a', 'span']],
  ])('%s', (_, body, expected) => expect(kinds(`${body}\n`)).toEqual(expected));

  test('a link of the document takes the place of the mention that is found there', () => {
    const edition = editionOf('The [old town](term:town) and the town.\n', { 'glossary/town.mdx': term('town', 'forms: [old town]\n') });
    expect(found(edition, 'town')).toEqual(['old town', 'town']);
  });
});
