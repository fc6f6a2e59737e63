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
    ['a folded one', 2, { exact: 'on one line' }, ['quote: >-\n      a quote that\n      is folded\n', 'quote: >-\n      on one line\n']],
    ['one with context', 3, { exact: 'a harbour' }, ['quote: { exact: the harbour, prefix: of }', 'quote: { exact: a harbour }']],
  ])('has another quote in the place of %s, and else not a letter changed', (_, index, quote, [from, to]) => {
    expect(rewrite(file, [{ path: [index], to: { quote: quote as { exact: string } } }])).toBe(file.replace(from, to));
  });

  test('keeps the quote of a lost note', () => {
    expect(rewrite(file, [{ path: [0], to: { lostSince: '2026-11-22' } }])).toBe(
      file.replace('quote: keelage', 'lost: { since: 2026-11-22, quote: "keelage" }'),
    );
    expect(parse(rewrite(file, [{ path: [3], to: { lostSince: '2026-11-22' } }]))[3].lost).toEqual({
      since: '2026-11-22',
      quote: { exact: 'the harbour', prefix: 'of' },
    });
  });

  test.each<[string, string, object, string]>([
    ['single quotation marks', "  quote: 'the harbour'   # c\n", { exact: "it's" }, "  quote: 'it''s'   # c\n"],
    ['double ones', '  quote: "the harbour"\n', { exact: 'dues' }, '  quote: "dues"\n'],
    ['none, where they are needed', '  quote: dues\n', { exact: 'dues: all' }, '  quote: "dues: all"\n'],
    ['a literal block', '  quote: |\n    the harbour\n', { exact: 'dues: all' }, '  quote: |\n    dues: all\n'],
    ['a comment after a block', '  quote: >- # c\n    the\n    harbour\n', { exact: 'dues' }, '  quote: >- # c\n    dues\n'],
    ['what is not seen', '  quote: dues\n', { exact: 'a\u202eb' }, '  quote: "a\\u202eb"\n'],
    [
      'a map in braces',
      '  quote: { exact: the harbour, prefix: \'of\', suffix: "x" } # c\n',
      { exact: 'a harbour', suffix: 'y' },
      '  quote: { exact: a harbour, suffix: "y" } # c\n',
    ],
    ['both of its contexts go', '  quote: { exact: a, prefix: b, suffix: c }\n', { exact: 'd' }, '  quote: { exact: d }\n'],
    ['its first part goes', '  quote: { prefix: b, exact: a }\n', { exact: 'd' }, '  quote: { exact: d }\n'],
    ['a context comes', '  quote: { exact: a }\n', { exact: 'd', prefix: 'of' }, '  quote: { exact: d, prefix: "of" }\n'],
    [
      'a map on lines, with comments',
      '  quote: # one\n    exact: the harbour # two\n    # three\n    prefix: of # four\n    suffix: x\n    # five\n',
      { exact: 'a harbour' },
      '  quote: # one\n    exact: a harbour # two\n    # three\n     # four\n    # five\n',
    ],
    [
      'a context comes to a map on lines',
      '  quote:\n    exact: the harbour # two\n',
      { exact: 'a', suffix: 'b' },
      '  quote:\n    exact: a # two\n    suffix: "b"\n',
    ],
    [
      'braces on lines, with comments',
      '  quote: {\n    exact: the harbour, # one\n    prefix: of # two\n  }\n',
      { exact: 'a harbour', prefix: 'in' },
      '  quote: {\n    exact: a harbour, # one\n    prefix: in # two\n  }\n',
    ],
    ['a paragraph', '  quote: { paragraph: 3 } # c\n', { paragraph: 12 }, '  quote: { paragraph: 12 } # c\n'],
    ['a paragraph on a line', '  quote:\n    paragraph: 3 # c\n', { paragraph: 12 }, '  quote:\n    paragraph: 12 # c\n'],
    ['words for a paragraph', '  quote: { paragraph: 3 } # c\n', { exact: 'a' }, '  quote: { exact: "a" } # c\n'],
    ['a lost note', '  lost: { since: 2026-11-22, quote: "the harbour" } # c\n', { exact: 'the harbour' }, '  quote: the harbour # c\n'],
    [
      'a lost note on lines',
      '  lost:\n    since: 2026-11-22\n    quote: the harbour\n',
      { exact: 'the harbour', prefix: 'of' },
      '  quote: { exact: "the harbour", prefix: "of" }\n',
    ],
  ])('keeps its form: %s', (_, before, quote, after) => {
    for (const lineEnd of ['\n', '\r\n']) {
      const [from, to] = [note(before), note(after)].map((text) => text.replaceAll('\n', lineEnd)) as [string, string];
      expect(rewrite(from, [{ path: [0], to: { quote: quote as { exact: string } } }])).toBe(to);
    }
  });

  test.each<[string, string, string]>([
    ['as it is written', "  quote: 'the harbour' # c\n", "  lost: { since: 2026-11-22, quote: 'the harbour' } # c\n"],
    [
      'in braces, with comments',
      '  quote: {\n    exact: a, # one\n    prefix: b }\n',
      '  lost: { since: 2026-11-22, quote: {\n    exact: a, # one\n    prefix: b } }\n',
    ],
    [
      'on lines, with comments',
      '  quote:\n    exact: a # one\n    # two\n    prefix: b\n',
      '  lost:\n    since: 2026-11-22\n    quote:\n      exact: a # one\n      # two\n      prefix: b\n',
    ],
  ])('keeps the quote of a lost note %s', (_, before, after) => {
    expect(rewrite(note(before), [{ path: [0], to: { lostSince: '2026-11-22' } }])).toBe(note(after));
  });

  test('keeps the words of a lost paragraph', () => {
    expect(rewrite(note('  quote: { paragraph: 3 } # c\n'), [{ path: [0], to: { lostSince: '2026-11-22', words: 'He "paid".' } }])).toBe(
      note('  lost: { since: 2026-11-22, quote: "He \\"paid\\"." } # c\n'),
    );
  });

  test('is refused where a comment would go', () => {
    const lost = note('  lost:\n    since: 2026-11-22 # when the quay fell\n    quote: the harbour\n');
    expect(() => rewrite(lost, [{ path: [0], to: { quote: { exact: 'the harbour' } } }])).toThrow('cannot be rewritten');
  });

  test('takes several changes at once', () => {
    const changed = rewrite(file, [
      { path: [3], to: { quote: { exact: 'a' } } },
      { path: [0], to: { quote: { exact: 'b' } } },
    ]);
    expect((parse(changed) as { quote: unknown }[]).map(({ quote }) => quote)).toEqual([
      'b',
      'Three masters',
      'a quote that is folded',
      { exact: 'a' },
    ]);
  });

  test('is refused where there is no quote to change', () => {
    expect(() => rewrite('- id: a\n', [{ path: [0], to: { quote: { exact: 'a' } } }])).toThrow('has no quote');
    expect(() => rewrite(file, [{ path: [9], to: { quote: { exact: 'a' } } }])).toThrow('has no quote');
  });

  test('has other quotes where they stand in lists of lists, and no other quote of the file is touched', () => {
    const quote = "{ document: dues, quote: 'the harbour' }";
    const claim = `question: Q? # one\nquote: the harbour\nstatements:\n  - document: dues # two\n    quote: >-\n      the\n      harbour\n    value: { about: 10 }\n  - ${quote}   # three\n`;
    const after = claim
      .replace('>-\n      the\n      harbour', '>-\n      a quay')
      .replace("quote: 'the harbour'", "quote: 'a pier, of three'");
    for (const lineEnd of ['\n', '\r\n']) {
      const changes = [
        { path: ['statements', 0], to: { quote: { exact: 'a quay' } } },
        { path: ['statements', 1], to: { quote: { exact: 'a pier, of three' } } },
      ];
      expect(rewrite(claim.replaceAll('\n', lineEnd), changes)).toBe(after.replaceAll('\n', lineEnd));
    }
    const timeline = `- id: fire\n  passages: # one\n    - ${quote}\n    - ${quote}\n`;
    const at = timeline.lastIndexOf('the harbour');
    expect(rewrite(timeline, [{ path: [0, 'passages', 1], to: { quote: { exact: 'the quay' } } }])).toBe(
      `${timeline.slice(0, at)}the quay${timeline.slice(at + 'the harbour'.length)}`,
    );
  });

  test('of maps in all styles reads back as what was meant, and keeps its comments', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '' && text.isWellFormed()),
      fc.constantFrom('a', 'the harbour', "it's", '"so"', 'a: b', '# no', 'x, y', '{z}', '- a', '1731', 'no', 'a\u202eb'),
    );
    const quote = fc.record({ exact: words, prefix: words, suffix: words }, { requiredKeys: ['exact'] });
    const style = fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'QUOTE_DOUBLE' as const);
    fc.assert(
      fc.property(quote, quote, fc.constantFrom('flow' as const, 'block' as const), style, (before, after, collectionStyle, plain) => {
        const map = stringify(before, { collectionStyle, defaultStringType: plain, lineWidth: 0 });
        const file = `- id: a\n  quote:${collectionStyle === 'flow' ? ` ${map}` : `\n${map.replaceAll(/^(?=.)/gm, '    ')}`}  # one\n  body: B. # two\n`;
        const rewritten = rewrite(file, [{ path: [0], to: { quote: after } }]);
        expect(parse(rewritten)).toEqual([{ id: 'a', quote: trimmed(after), body: 'B.' }]);
        expect(rewritten).toContain('# one\n  body: B. # two\n');
      }),
      { numRuns: 500 },
    );
  });

  test('reads back as what was meant, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && text.isWellFormed());
    const notes = fc.array(fc.record({ id: fc.constant('a'), quote: words, body: words }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(notes, words, fc.option(words, { nil: undefined }), fc.nat(), (before, exact, prefix, at) => {
        const index = at % before.length;
        const quote = prefix === undefined ? { exact } : { exact, prefix };
        const after = parse(rewrite(stringify(before), [{ path: [index], to: { quote } }]));
        expect(after).toEqual(before.map((note, i) => (i === index ? { ...note, quote: prefix === undefined ? exact : quote } : note)));
      }),
      { numRuns: 500 },
    );
  });
});

/** A file of one note. */
function note(quote: string): string {
  return `- id: a\n  kind: gloss\n${quote}  body: B.\n`;
}

function trimmed(quote: object): object {
  return Object.fromEntries(Object.entries(quote).filter(([, value]) => value !== undefined));
}
