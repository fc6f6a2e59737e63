import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation, Document } from '../../src/core/model.ts';
import { columnOf, cssString, fitsOnPaper, mostOnPaper, sheetRules } from '../../src/core/paper.ts';

const documents = (count: number, wordCount: number) => Array.from({ length: count }, () => ({ wordCount }));
const root = (length: number) => ({ type: 'root' as const, children: [{ type: 'text' as const, value: 'n'.repeat(length) }] });

const note = (body: number, more?: number, references = 0) =>
  ({ body: root(body), ...(more && { more: root(more) }), references: Array.from({ length: references }) }) as unknown as Annotation;

describe('the whole edition on paper', () => {
  test.each([
    ['none', [], true],
    ['a few', documents(5, 1600), true],
    ['as many as may be', documents(mostOnPaper.documents, 10), true],
    ['one more', documents(mostOnPaper.documents + 1, 10), false],
    ['as long as may be', documents(1, mostOnPaper.words), true],
    ['longer', documents(2, mostOnPaper.words / 2 + 1), false],
  ] as const)('fits or does not: %s', (_name, given, fits) => {
    expect(fitsOnPaper(given)).toBe(fits);
  });
});

describe('titles at the head of sheets', () => {
  test('each part has its own', () => {
    expect(sheetRules([{ id: 'documents--a', title: 'The “dues”' }])).toBe(
      '@page documents--a {\n  @top-right {\n    content: "The “dues”";\n  }\n}\n#documents--a {\n  page: documents--a;\n}\n',
    );
    expect(sheetRules([])).toBe('');
  });

  test.each([
    ['plain', '"plain"'],
    ['“curly” ’s', '"“curly” ’s"'],
    ['a "straight" one', '"a \\22 straight\\22  one"'],
    ['back\\slash', '"back\\5c slash"'],
    ['two\nlines', '"two\\a lines"'],
    ['"; } body { display: none', '"\\22 ; } body { display: none"'],
    ['</style>', '"\\3c /style\\3e "'],
    ['\0', '"\ufffd"'],
    ['مرفأ', '"مرفأ"'],
  ])('%j as a string of CSS', (text, expected) => {
    expect(cssString(text)).toBe(expected);
  });

  test('no text ends its string, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const inside = cssString(text).slice(1, -1);
        expect(inside).not.toMatch(/["\n\r\f<]/);
        expect(inside.replaceAll(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))).toBe(
          text.replaceAll('\0', '\ufffd'),
        );
      }),
    );
  });
});

describe('a text and its notes on a sheet', () => {
  const words = 'w'.repeat(1000);
  const nothing = { words, annotations: [], statements: [], events: [] };
  test.each<[string, Partial<Document>, string]>([
    ['no notes', {}, 'wide'],
    ['notes as long as the text', { annotations: [note(980)] }, 'wide'],
    ['half as long again, in one', { annotations: [note(300, 1200)] }, 'middle'],
    ['half as long again, in many', { annotations: Array.from({ length: 10 }, () => note(130)) }, 'middle'],
    ['references count', { annotations: [note(1000, 0, 10)] }, 'middle'],
    ['three times as long', { annotations: [note(1500, 1500)] }, 'below'],
    [
      'what others say counts, by its tally and its question',
      { statements: Array.from({ length: 20 }) as Document['statements'] },
      'middle',
    ],
    ['no words', { words: '', annotations: [note(10)] }, 'below'],
  ])('%s', (_name, given, column) => {
    expect(columnOf({ ...nothing, ...given })).toBe(column);
  });
});
