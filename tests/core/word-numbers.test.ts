import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newLexicon, tokenise } from '../../src/core/tokens.ts';
import { numberWords } from '../../src/core/word-numbers.ts';
import { blockBorder, fold, originOf } from '../../src/core/words.ts';

function wordsOf(text: string): string[] {
  const { starts, ends } = numberWords(text);
  return [...starts].map((start, i) => text.slice(start, ends[i]));
}

test.each([
  ['words between spaces and signs', 'The dues, “raised” in 1731.', ['The', 'dues', 'raised', 'in', '1731']],
  ['hyphens and apostrophes part words', "the north-east's", ['the', 'north', 'east', 's']],
  ['a border of blocks parts words', `dues${blockBorder}raised`, ['dues', 'raised']],
  ['marks belong to their letters', 'क़िला है', ['क़िला', 'है']],
  ['Han letters are words of their own', '沙漠dues', ['沙', '漠', 'dues']],
  ['Thai marks belong to the letter before', 'ที่นี่', ['ที่', 'นี่']],
  ['letters beyond the first plane', '𠀀𠀁 𐐀𐐨 😀', ['𠀀', '𠀁', '𐐀𐐨']],
  ['nothing', ' — ', []],
])('%s', (_, text, words) => expect(wordsOf(text)).toEqual(words));

test.each([
  ['the case is no part of a word', 'Dues DUES dues', true],
  ['nor of a Greek one', 'ΟΔΟΣ οδος', true],
  ['nor of one beyond the first plane', '𐐀𐐨 𐐨𐐨', true],
  ['another order', 'dues used', false],
  ['an accent', 'resume résumé', false],
])('%s', (_, text, same) => expect(new Set(numberWords(text).numbers).size === 1).toBe(same));

test('the words are those of core/tokens, and numbers are the same where words are', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'aAbé १ि्ِعЖжー漢ไี ‘—\u2029', 'กำ', '𠀀', '𐐀', '😀', '\ud800', 'ß'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (words) => {
      const folded = fold(words);
      const [tokens, numbered] = [tokenise(folded, newLexicon(), false), numberWords(folded.text)];
      expect([...numbered.starts].map((start) => originOf(folded, start))).toEqual([...tokens.starts]);
      const byId = new Map([...tokens.ids].map((id, i) => [id, numbered.numbers[i]]));
      expect([...tokens.ids].map((id) => byId.get(id))).toEqual([...numbered.numbers]);
      expect(numbered.numbers.every((number) => number >= 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
