/**
 * Entries of a reader's notebook: made of anything, made of selected words and found again, written to files and read from them.
 */
import * as fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { entryOf, longest, partsOf, placeIn, quoteOf, sameEntry, type Entry, type Words } from '../../src/core/notebook.ts';
import { annotations, json, markdown, readNotebook, type Format, type Known } from '../../src/core/notebook-files.ts';
import { fold } from '../../src/core/words.ts';
import { flatOf } from './trees.ts';

const moment = '2026-11-22T14:05:00.000Z';
const entry: Entry = {
  id: 'a1',
  document: 'harbour-dues',
  quote: { exact: 'forty crowns', prefix: 'keelage at ', suffix: ' a ship' },
  block: 2,
  note: 'Compare the ledger.',
  created: moment,
  changed: moment,
};

function pageOf(text: string): Words {
  const { words, blocks } = flatOf(text);
  return { words, folded: fold(words), blocks };
}

describe('entryOf', () => {
  test.each<[string, unknown, string | Entry]>([
    ['an entry', entry, entry],
    [
      'an entry without context and note',
      { ...entry, quote: { exact: 'a' }, note: undefined },
      { ...entry, quote: { exact: 'a' }, note: '' },
    ],
    ['no more than an entry has', { ...entry, evil: 1, quote: { ...entry.quote, evil: 2 } }, entry],
    ['a note with a half letter', { ...entry, note: 'a\ud800' }, { ...entry, note: 'a\ufffd' }],
    ['nothing', null, 'is no entry'],
    ['a text', '<script>', 'is no entry'],
    ['a list', [entry], 'is no entry'],
    ['no id', { ...entry, id: 7 }, 'has no id'],
    ['an empty id', { ...entry, id: '' }, 'has no id'],
    ['a long id', { ...entry, id: 'a'.repeat(longest.id + 1) }, 'has no id'],
    ['a document that is a path', { ...entry, document: '../../evil' }, 'names no document'],
    ['a document that is an address', { ...entry, document: 'javascript:alert(1)' }, 'names no document'],
    ['no quote', { ...entry, quote: 'words' }, 'has no words'],
    ['a quote of spaces', { ...entry, quote: { exact: ' \n ' } }, 'has no words'],
    ['half a letter', { ...entry, quote: { exact: '\ud83d' } }, 'has no words'],
    ['a quote of 1 MB', { ...entry, quote: { exact: 'a'.repeat(1e6) } }, 'has more than 20,000 letters of words'],
    ['a context of 1 MB', { ...entry, quote: { exact: 'a', prefix: 'a'.repeat(1e6) } }, 'has words around its words that are none'],
    ['a context that is none', { ...entry, quote: { exact: 'a', suffix: {} } }, 'has words around its words that are none'],
    ['half a paragraph', { ...entry, block: 1.5 }, 'has no paragraph'],
    ['no number', { ...entry, block: '2' }, 'has no paragraph'],
    ['a note that is a list', { ...entry, note: ['<b>'] }, 'has a note that is no text'],
    ['a note of 1 MB', { ...entry, note: 'a'.repeat(1e6) }, 'has a note of more than 50,000 letters'],
    ['a date that is none', { ...entry, created: 'yesterday' }, 'has no date'],
    ['a day that is none', { ...entry, changed: '2026-99-99T00:00:00Z' }, 'has no date'],
  ])('of %s', (_, value, expected) => expect(entryOf(value)).toEqual(expected));

  test('is an entry or a reason, whatever it is given', () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const made = entryOf(value);
        if (typeof made !== 'string') expect(entryOf(made)).toEqual(made);
      }),
    ));
});

describe('selected words', () => {
  test('are parted by blocks, without the spaces at their ends, headings left out', () => {
    const page = pageOf('One two.\n\n## Head\n\n- three\n- four\n\nFive.\n');
    const parts = partsOf({ start: 3, end: page.words.length - 2 }, page);
    expect(parts.map(({ span, block }) => [page.words.slice(span.start, span.end), block.number])).toEqual([
      ['two.', 1],
      ['three four', 2],
      ['Fiv', 3],
    ]);
  });

  test('become a quote with what is around them in their block', () => {
    const page = pageOf('The toll.\n\nThe council set the keelage at forty crowns a ship, and ten a cart, on the third of May.\n');
    const start = page.words.indexOf('forty');
    expect(quoteOf({ start, end: start + 12 }, page.blocks[1]!, page)).toEqual({
      exact: 'forty crowns',
      prefix: 'The council set the keelage at ',
      suffix: ' a ship, and ten a cart, on the ',
    });
  });

  test('that stand twice in one block with the same words around them are no quote; in two blocks they are', () => {
    const line = 'He paid ten crowns for the ship and for the cart, as the law of the harbour had it. ';
    const twice = pageOf(`${line.repeat(5)}\n`);
    const at = twice.words.indexOf('crowns', 2 * line.length);
    expect(quoteOf({ start: at, end: at + 6 }, twice.blocks[0]!, twice)).toBeUndefined();
    const apart = pageOf(`${line}\n\n${line}\n\n${line}\n`);
    const second = apart.words.indexOf('crowns', apart.blocks[1]!.start);
    const quote = quoteOf({ start: second, end: second + 6 }, apart.blocks[1]!, apart)!;
    expect(placeIn({ quote, block: 2 }, apart)).toEqual({ start: second, end: second + 6 });
    expect(placeIn({ quote, block: 9 }, apart)).toBeUndefined();
  });

  const word = fc.constantFrom('the', 'toll', 'of', 'forty', 'crowns', 'cafe\u0301', '“paid”', 'har\u00adbour', '😀', 'العربية', '関税');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  test('are found again where they were, or are no quote', () =>
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (paragraphs, a, b) => {
        const page = pageOf(paragraphs.join('\n\n'));
        const [from, to] = [a % page.words.length, b % page.words.length].sort((x, y) => x - y);
        for (const { span, block } of partsOf({ start: from!, end: to! + 1 }, page)) {
          const quote = quoteOf(span, block, page);
          if (!quote) continue;
          const found = placeIn({ quote, block: block.number }, page)!;
          expect(fold(page.words.slice(found.start, found.end)).text).toBe(fold(quote.exact).text.trim());
          expect(found.start).toBeLessThan(span.end);
          expect(found.end).toBeGreaterThan(span.start);
        }
      }),
    ));
});

const known: Known = {
  title: 'The harbour dues',
  citation: 'A. Reader, “The harbour dues”, in *The Harbour Papers*',
  address: 'https://example.org/reader/documents/harbour-dues/',
};
const about = { edition: 'The [Harbour] Papers', address: 'https://example.org/reader/notebook/', at: moment };

function write(format: Format, entries: readonly Entry[]): string {
  return [format.begin(about), format.document(known), ...entries.map((each, i) => format.entry(each, known, i === 0)), format.end].join(
    '',
  );
}

function read(text: string): { entries: Entry[]; refused: string[] } {
  const found = readNotebook(text);
  if (typeof found === 'string') throw new Error(found);
  const made = found.items.map(found.toEntry);
  return { entries: made.filter((each) => typeof each !== 'string'), refused: made.filter((each) => typeof each === 'string') };
}

/** The words of Markdown as they are read, and the kinds of nodes in it. */
function rendered(text: string): { words: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  let words = '';
  const walk = (node: { type: string; value?: string; children?: readonly unknown[] }): void => {
    kinds.add(node.type);
    words += node.value ?? '';
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(unified().use(remarkParse).parse(text));
  return { words, kinds };
}

const hostile = '# a\n<script>alert(1)</script> ![x](javascript:y) [l]: z\n\n    code `b` *c*\n1. d\n- e\n=== \\* &lt; | ~~f~~';

describe('a notebook as Markdown', () => {
  test('has each quote, its note, and where it is from', () =>
    expect(write(markdown, [entry, { ...entry, note: '', block: 0 }])).toBe(`# Notebook: The \\[Harbour\\] Papers

Exported on 2026-11-22 from <https://example.org/reader/notebook/>.

## The harbour dues

> forty crowns

Compare the ledger.

— A. Reader, “The harbour dues”, in \\*The Harbour Papers\\*, ¶ 2, <https://example.org/reader/documents/harbour-dues/#p2:~:text=keelage%20at-,forty%20crowns,-a%20ship>

> forty crowns

— A. Reader, “The harbour dues”, in \\*The Harbour Papers\\*, <https://example.org/reader/documents/harbour-dues/#:~:text=keelage%20at-,forty%20crowns,-a%20ship>
`));

  test('shows signs as signs: no HTML, no link but its own, no list, no code', () => {
    const { words, kinds } = rendered(write(markdown, [{ ...entry, quote: { exact: hostile }, note: hostile }]));
    expect(kinds).toEqual(new Set(['root', 'heading', 'text', 'paragraph', 'link', 'blockquote']));
    expect(words).toContain('<script>alert(1)</script> ![x](javascript:y) [l]: z');
    expect(words).toContain('1. d');
    expect(words).toContain('=== \\* &lt; | ~~f~~');
  });

  test.each(['\n', ' ', '- ', '1', '*', '\\', '&', '<', ' \n', '1. '])('takes a line of its worst case, 1 MB of %j', (sign) =>
    expect(markdown.entry({ ...entry, note: `a${sign.repeat(1e6 / sign.length)}b` }, known, true).length).toBeGreaterThan(1000),
  );
});

const text = fc.string({ unit: 'binary', minLength: 0, maxLength: 40 }).map((each) => each.toWellFormed());
const anyEntry = fc.record<Entry>({
  id: fc.string({ minLength: 1, maxLength: 30 }).filter((id) => !id.startsWith('urn:')),
  document: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20})$/),
  quote: text.filter((each) => each.trim() !== '').map((exact) => ({ exact, suffix: '</script>' })),
  block: fc.nat(1e6),
  note: fc.oneof(text, fc.constant(hostile)),
  created: fc.constant(moment),
  changed: fc.constant('2026-11-23T00:00:00Z'),
});

/** A document by its address alone. */
function on(document: string): Known {
  return { ...known, address: `https://example.org/reader/documents/${document}/` };
}

describe('a notebook as a file', () => {
  test.each([
    ['JSON', json],
    ['Web Annotations', annotations],
  ] as const)('of %s is read as it was written, and is written the same', (_, format) =>
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
        const written =
          format.begin(about) + entries.map((each, i) => format.entry(each, on(each.document), i === 0)).join('') + format.end;
        expect(read(written)).toEqual({ entries, refused: [] });
        expect(written).not.toMatch(/[\u2028\u2029]\ud800/);
      }),
    ),
  );

  test('of Web Annotations says what the model asks for', () => {
    const page = JSON.parse(write(annotations, [entry, { ...entry, id: 'b2', note: '' }]));
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    expect(page.items[0]).toEqual({
      id: 'urn:variorum:entry:a1',
      type: 'Annotation',
      motivation: 'commenting',
      created: moment,
      modified: moment,
      body: { type: 'TextualBody', value: 'Compare the ledger.', format: 'text/plain', purpose: 'commenting' },
      target: {
        type: 'SpecificResource',
        source: known.address,
        selector: [
          { type: 'TextQuoteSelector', exact: 'forty crowns', prefix: 'keelage at ', suffix: ' a ship' },
          { type: 'FragmentSelector', value: 'p2', conformsTo: 'http://tools.ietf.org/rfc/rfc3236' },
        ],
        'dcterms:bibliographicCitation': `${known.citation}, ¶ 2, ${known.address}#p2:~:text=keelage%20at-,forty%20crowns,-a%20ship`,
      },
    });
    expect(page.items[1]).toMatchObject({ motivation: 'highlighting' });
    expect(page.items[1].body).toBeUndefined();
  });

  test.each([
    ['broken JSON', '{"format":"variorum-notebook"', /^It is no JSON: it may have been cut off/],
    ['nothing', '', /^It is no JSON/],
    ['Markdown', '# Notebook', /^It is no JSON/],
    ['a list', '[1]', /^It is neither/],
    ['null', 'null', /^It is neither/],
    ['a later version', '{"format":"variorum-notebook","version":2,"entries":[]}', /^It was exported by a later version/],
    ['no version', '{"format":"variorum-notebook","entries":[]}', /^It says of no version/],
    ['no entries', '{"format":"variorum-notebook","version":1,"entries":{}}', /^It has no list/],
    ['a page without items', '{"type":"AnnotationPage"}', /^It is neither/],
  ])('that is %s is refused, and told why', (_, text, reason) => expect(readNotebook(text)).toMatch(reason));

  test('gives what it can, and a reason for the rest', () => {
    const items = [entry, 7, { ...entry, block: -1 }, { ...entry, id: 'b2' }];
    const { entries, refused } = read(JSON.stringify({ format: 'variorum-notebook', version: 1, entries: items }));
    expect(entries.map(({ id }) => id)).toEqual(['a1', 'b2']);
    expect(refused).toEqual(['is no entry', 'has no paragraph']);
    const page = { type: 'AnnotationPage', items: [{}, { type: 'Annotation', id: 'x', target: 'https://example.org/' }] };
    expect(read(`\ufeff${JSON.stringify(page)}`)).toEqual({ entries: [], refused: ['is no annotation', 'names no document'] });
  });
});

test('entries are the same when they say the same of the same words', () => {
  expect(sameEntry(entry, { ...entry, id: 'b', created: '2020-01-01T00:00:00Z' })).toBe(true);
  expect(sameEntry(entry, { ...entry, note: '' })).toBe(false);
  expect(sameEntry(entry, { ...entry, quote: { exact: 'forty crowns' } })).toBe(false);
});
