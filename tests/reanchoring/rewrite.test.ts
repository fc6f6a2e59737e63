import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { rewrite } from '../../src/reanchoring/rewrite.ts';

const file = `# Notes on the dues.

- id: keelage      # the toll
  kind: gloss
  quote: keelage   # as the council wrote it
  body: "A toll:  paid once."

- { id: masters, kind: context, quote: "Three masters", body: 'Two, by the ledger.' }
-   id: long
    kind: context
    quote: >-
      a quote that
      is folded
    body: |
      Text,
      on lines.
    references:
      - { to: doc:letter#p4, relation: disputes }   # keep me
- id: contextual
  kind: question
  quote: { exact: the harbour, prefix: of }
  body: Why?
`;

describe('a rewritten file', () => {
  test.each<[string, number, object, [string, string]]>([
    ['a plain quote', 0, { exact: 'the keelage' }, ['quote: keelage   #', 'quote: the keelage   #']],
    ['a quote that needs quotation marks', 0, { exact: 'dues: all' }, ['quote: keelage   #', 'quote: "dues: all"   #']],
    ['a quote with context', 0, { exact: 'dues', suffix: '”' }, ['quote: keelage   #', 'quote: { exact: "dues", suffix: "”" }   #']],
    ['within braces', 1, { exact: 'Two masters, of three' }, ['quote: "Three masters"', 'quote: "Two masters, of three"']],
    ['a folded one', 2, { exact: 'on one line' }, ['quote: >-\n      a quote that\n      is folded\n', 'quote: on one line\n']],
    ['one with context', 3, { exact: 'a harbour' }, ['quote: { exact: the harbour, prefix: of }', 'quote: a harbour']],
  ])('has another quote in the place of %s, and else not a letter changed', (_, index, quote, [from, to]) => {
    expect(rewrite(file, [{ index, to: { quote: quote as { exact: string } } }])).toBe(file.replace(from, to));
  });

  test('keeps the quote of a lost note', () => {
    expect(rewrite(file, [{ index: 0, to: { lostSince: '2026-11-22' } }])).toBe(
      file.replace('quote: keelage', 'lost: { since: 2026-11-22, quote: "keelage" }'),
    );
    expect(parse(rewrite(file, [{ index: 3, to: { lostSince: '2026-11-22' } }]))[3].lost).toEqual({
      since: '2026-11-22',
      quote: { exact: 'the harbour', prefix: 'of' },
    });
  });

  test('takes several changes at once', () => {
    const changed = rewrite(file, [
      { index: 3, to: { quote: { exact: 'a' } } },
      { index: 0, to: { quote: { exact: 'b' } } },
    ]);
    expect((parse(changed) as { quote: unknown }[]).map(({ quote }) => quote)).toEqual([
      'b',
      'Three masters',
      'a quote that is folded',
      'a',
    ]);
  });

  test('is refused where there is no quote to change', () => {
    expect(() => rewrite('- id: a\n', [{ index: 0, to: { quote: { exact: 'a' } } }])).toThrow('has no quote');
    expect(() => rewrite(file, [{ index: 9, to: { quote: { exact: 'a' } } }])).toThrow('has no quote');
  });

  test('reads back as what was meant, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && text.isWellFormed());
    const notes = fc.array(fc.record({ id: fc.constant('a'), quote: words, body: words }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(notes, words, fc.option(words, { nil: undefined }), fc.nat(), (before, exact, prefix, at) => {
        const index = at % before.length;
        const quote = prefix === undefined ? { exact } : { exact, prefix };
        const after = parse(rewrite(stringify(before), [{ index, to: { quote } }]));
        expect(after).toEqual(before.map((note, i) => (i === index ? { ...note, quote: prefix === undefined ? exact : quote } : note)));
      }),
      { numRuns: 500 },
    );
  });
});
