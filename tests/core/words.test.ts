import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockBorder, countWords, fold, originOf, unfold } from '../../src/core/words.ts';

describe('fold', () => {
  test.each([
    ['plain words are themselves', 'Baghuz fell.', 'Baghuz fell.'],
    ['runs of spaces are one space', 'a  b\n c\t\td', 'a b c d'],
    ['a single line end is a space', 'a\nb', 'a b'],
    ['no-break, thin and ideographic spaces are spaces', 'a\u00a0b\u2009c\u202fd\u3000e', 'a b c d e'],
    ['curly single quotes are straight', '‘a’ ʼb‛ c′', "'a' 'b' c'"],
    ['curly double quotes and guillemets are straight', '“a” „b‟ «c»', '"a" "b" "c"'],
    ['dashes, hyphens and the minus sign are one dash', 'a–b—c―d‐e‑f−g', 'a-b-c-d-e-f-g'],
    ['soft hyphens are nothing', 'co\u00adope\u00adrate', 'cooperate'],
    ['zero-width signs and byte order marks are nothing', 'a\u200bb\u200cc\u200dd\u2060e\ufefff', 'abcdef'],
    ['marks of direction are nothing', '\u2067قسد\u2069 \u202aSDF\u202c\u200f', 'قسد SDF'],
    ['a space beside what is unseen is one space', 'a\ufeff b', 'a b'],
    ['spaces on both sides of what is unseen are one space', 'a \u00ad b \u200b\u200b c', 'a b c'],
    ['letters with their marks apart are composed', 'Re\u0301sume\u0301 A\u030a', 'Résumé Å'],
    ['several marks are composed in any order', 'u\u0323\u0302 u\u0302\u0323', 'ụ̂ ụ̂'],
    ['signs that Unicode has twice are one', '\u212b \u1f71 \uf900', 'Å ά 豈'],
    ['Korean letters are composed', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
    ['Korean letters of which a part is composed are composed', '\uac00\u11a8', '각'],
    ['a mark on a quotation mark is kept', 'e\u0301 ’\u0301', "é '\u0301"],
    ['the border of two blocks is kept, and the spaces beside it', `a ${blockBorder} b`, `a ${blockBorder} b`],
    ['case is kept', 'IS is', 'IS is'],
    ['Han, Arabic and emoji are themselves', '沙漠 داعش 😀', '沙漠 داعش 😀'],
    ['nothing is nothing', '', ''],
  ])('%s', (_, words, folded) => expect(fold(words).text).toBe(folded));

  const letters = fc.string({
    unit: fc.constantFrom(...'ab ’“—\u00ad\u200b\ufeff\n\u00a0\u0301\u0323éक़\u1100\u1161\u11a8\uac00\u2029', 'e\u0301', '😀'),
    maxLength: 30,
  });

  test('folding twice is folding once, but for marks that what is unseen kept apart', () => {
    fc.assert(
      fc.property(
        letters.filter((text) => !/[\u00ad\u200b\ufeff][\u0301\u0323\u093c\u1161\u11a8]/.test(text)),
        (text) => {
          expect(fold(fold(text).text).text).toBe(fold(text).text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('what is folded alone is folded the same within more words', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        // A mark at the beginning would stand upon the full stop.
        fc.pre(!/^\p{M}/u.test(b));
        expect(fold(`${a}.${b}`).text).toBe(`${fold(a).text}.${fold(b).text}`);
      }),
    );
  });

  test('origins rise and lie within the words', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const folded = fold(text);
        let before = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const origin = originOf(folded, at);
          expect(origin).toBeGreaterThanOrEqual(before);
          expect(origin).toBeLessThan(text.length);
          before = origin;
        }
      }),
    );
  });

  test('a megabyte is folded', () => {
    for (const text of ['“é—\u00a0 '.repeat(200_000), 'e\u0301'.repeat(500_000), ' '.repeat(1_000_000), '\u200b'.repeat(1_000_000)])
      fold(text);
  });
});

describe('unfold', () => {
  test.each([
    ['plain words', 'the harbour dues', 'harbour', 'harbour'],
    ['a run of spaces within', 'a growing \n  problem here', 'growing problem', 'growing \n  problem'],
    ['a soft hyphen within, none at the end', 'the har\u00adbour\u00ad dues', 'harbour', 'har\u00adbour'],
    ['after what is unseen', '\ufeff\u200bharbour', 'harbour', 'harbour'],
    ['marks on the last letter', 'a cafe\u0301 there', 'a café', 'a cafe\u0301'],
    ['a letter that is longer when folded', '\u0958ब e\u0301', '\u0915\u093c', '\u0958'],
    ['the last of several Korean letters', '\u1112\u1161\u11ab.', '한', '\u1112\u1161\u11ab'],
    ['curly quotes', 'he said “yes” twice', '"yes"', '“yes”'],
  ])('%s', (_, words, part, original) => {
    const folded = fold(words);
    const start = folded.text.indexOf(part);
    expect(start).toBeGreaterThanOrEqual(0);
    const span = unfold(folded, start, start + part.length);
    expect(words.slice(span.start, span.end)).toBe(original);
  });

  test('a span of folded words, unfolded, folds to those words again', () => {
    const word = fc.constantFrom('a', 'bc', '“d”', 'e\u0301f', 'g—h', 'i\u00adj', '\u200bk', 'l', '한', '😀');
    const gap = fc.constantFrom(' ', '  ', '\n', '\u00a0', ' \u200b ', '\ufeff ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const words = parts.map(([each]) => each);
        const text = parts.flat().join('');
        const folded = fold(text);
        const first = a % words.length;
        const last = first + (b % (words.length - first));
        const before = parts
          .slice(0, first)
          .map(([each, space]) => fold(each + space).text)
          .join('');
        const wanted = fold(
          parts
            .slice(first, last + 1)
            .flat()
            .slice(0, -1)
            .join(''),
        ).text;
        expect(folded.text.slice(before.length, before.length + wanted.length)).toBe(wanted);
        const span = unfold(folded, before.length, before.length + wanted.length);
        expect(fold(text.slice(span.start, span.end)).text).toBe(wanted);
      }),
    );
  });
});

describe('countWords', () => {
  test.each([
    ['English', 'The camp is the largest.', 'en', 5],
    ['a number with a comma, a possessive, a compound', "about 10,000 of Iraq's north-eastern fighters", 'en', 6],
    ['dashes and signs are no words', '— a … b – & 3 %', 'en', 3],
    ['nothing', '', 'en', 0],
    ['letters with marks apart', 'cafe\u0301 re\u0301sume\u0301', 'fr', 2],
    ['Arabic', 'قوات سوريا الديمقراطية', 'ar', 3],
    ['Cyrillic', 'Это не шутка.', 'ru', 3],
    ['Japanese is divided by its own rules', '私は学生です。', 'ja', 4],
    ['Chinese is divided by its own rules', '我们在沙漠里。', 'zh', 4],
    ['Thai is divided by its own rules', 'ฉันไปโรงเรียน', 'th', 3],
  ])('%s', (_, words, language, count) => expect(countWords(words, language)).toBe(count));
});
