import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasUnseen, shortened, visible } from '../../src/core/visible.ts';

describe('visible', () => {
  test.each([
    ['plain', 'plain'],
    ['two\nlines', 'two\nlines'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\u202eb', 'a\\u202eb'],
    ['a\tb\u0085', 'a\\u0009b\\u0085'],
    ['😀 \ud83d', '😀 \\ud83d'],
    ['קול', 'קול'],
    ['a\u200db', 'a\u200db'],
  ])('%j is %j', (text, seen) => {
    expect(visible(text)).toBe(seen);
    expect(hasUnseen(text)).toBe(text !== seen);
  });

  test('of JSON is the same value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(JSON.parse(visible(JSON.stringify(text)))).toBe(text);
      }),
    );
  });
});

test.each([
  ['a b', 10, 'a b'],
  ['one two three four five six', 14, 'one … six'],
  ['x'.repeat(30), 10, 'xxxxx … xxxxx'],
  ['a\n\n b', 10, 'a b'],
])('%j in %i letters is %j', (text, most, short) => expect(shortened(text, most)).toBe(short));
