import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundIn } from '../../src/core/found.ts';

function found(text: string, ...words: string[]): string[] {
  return foundIn(text, words).map(({ start, end }) => text.slice(start, end));
}

describe('words are found as a reader compares them', () => {
  test.each([
    ['in any case', 'The COUNCIL met.', ['council'], ['COUNCIL']],
    ['at the beginning of a longer word', 'Fighters fight.', ['fight'], ['Fighters', 'fight']],
    ['never within one', 'Infighting.', ['fight'], []],
    ['with any quotation marks', 'Baghuz’s “fall”', ["baghuz's"], ['Baghuz’s']],
    ['with any dashes', 'north–east and north‑east', ['north-east'], ['north–east', 'north‑east']],
    ['with or without accents', 'Résumé, re\u0301sume\u0301, resume', ['resumé'], ['Résumé', 're\u0301sume\u0301', 'resume']],
    ['with Turkish capitals', 'İSTANBUL', ['istanbul'], ['İSTANBUL']],
    ['across line ends and spaces that do not break', 'the\n  harbour\u00a0dues', ['harbour dues', 'the harbour'], ['the\n  harbour']],
    ['with what is unseen in them', 'co\u00adoperate', ['cooperate'], ['co\u00adoperate']],
    ['the longer form first', 'al-Baghuz Fawqani', ['al-baghuz', 'al-baghuz fawqani'], ['al-Baghuz Fawqani']],
    ['in other scripts', 'قال داعش أمس', ['داعش'], ['داعش']],
    ['with signs that patterns have', 'The (a+)+$ dues', ['(a+)+$'], ['(a+)+$']],
    ['and nothing for nothing', 'Words.', ['', ' ', '\u0301'], []],
  ])('%s', (_, text, words, expected) => expect(found(text, ...words)).toEqual(expected));

  test('spans are in order, within the text, and none overlaps another', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab Iİß’“—\u00ad\u0301\n', 'e\u0301', '😀'), maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 3 }), (text, words) => {
        let before = 0;
        for (const { start, end } of foundIn(text, words)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
      }),
    );
  });
});
