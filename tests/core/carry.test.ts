import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carry, origins } from '../../src/core/carry.ts';
import { newLexicon, tokenise, type Tokens } from '../../src/core/tokens.ts';
import { blockBorder, fold } from '../../src/core/words.ts';

/** The old text, each word that has a place with the word in that place behind it where that differs; those without in brackets. */
function carried(before: string, after: string): string {
  const lexicon = newLexicon();
  const [old, now] = [before, after].map((text) => tokenise(fold(text.replaceAll('|', blockBorder)), lexicon, true)) as [Tokens, Tokens];
  const { to } = carry(old, now, lexicon);
  return [...to]
    .map((place, at) => {
      if (place < 0) return `[${word(old, at)}]`;
      return word(old, at) === word(now, place) ? word(old, at) : `${word(old, at)}=${word(now, place)}`;
    })
    .join(' ');
}

const camp = 'Nobody in the camp had counted the children before the winter came';
const harbour = 'The harbour was closed for nine years after the second flood';
const council = 'A council of twelve sat on Mondays to settle quarrels over water';

function word(tokens: Tokens, at: number): string {
  return tokens.folded.original.slice(tokens.starts[at], tokens.ends[at]);
}

describe('carry', () => {
  test.each<[string, string, string, string]>([
    ['nothing changed', 'a b c', 'a b c', 'a b c'],
    ['a word was put in', 'one two three', 'one two and three', 'one two three'],
    ['a word was cut', 'one two three', 'one three', 'one [two] three'],
    ['a slip was mended', 'the harbuor was closed', 'the harbour was closed', 'the harbuor=harbour was closed'],
    ['a word was divided', 'they went to gether home', 'they went together home', 'they went to=together gether=together home'],
    ['a short form was written out', 'by Prof. Yarrow', 'by Professor Yarrow', 'by Prof=Professor Yarrow'],
    ['case and signs do not count', '“The Camp” — full', 'the camp, full', 'The=the Camp=camp full'],
    ['another word is another word', 'it was cold there', 'it was hot there', 'it was [cold] there'],
    ['paragraphs changed places', `${camp}|${harbour}`, `${harbour}|${camp}`, `${camp} ${harbour}`],
    [
      'one changed its place and a word',
      `${camp}|${harbour}`,
      `${harbour.replace('nine', 'ten')}|${camp}`,
      `${camp} ${harbour.replace('nine', '[nine]')}`,
    ],
    ['a paragraph was divided', `${camp}. ${harbour}`, `${camp}.|${harbour}`, `${camp} ${harbour}`],
    ['paragraphs were joined', `${camp}|${harbour}`, `${camp}. ${harbour}`, `${camp} ${harbour}`],
    [
      'a sentence went to another paragraph',
      `${camp}. ${council}|${harbour}`,
      `${camp}|${harbour}. ${council}`,
      `${camp} ${council} ${harbour}`,
    ],
    [
      'a paragraph was cut',
      `${camp}|${harbour}|${council}`,
      `${camp}|${council}`,
      `${camp} ${harbour.replaceAll(/\w+/g, '[$&]')} ${council}`,
    ],
    ['the second of equal paragraphs was changed', 'Yes|a b c|Yes', 'Yes|a b c|Yes indeed', 'Yes a b c Yes'],
    ['nothing is left', camp, '', camp.replaceAll(/\w+/g, '[$&]')],
    ['letters without spaces between them', '沙漠很大', '沙漠不大', '沙 漠 [很] 大'],
  ])('%s', (_, before, after, expected) => expect(carried(before, after)).toBe(expected));

  const text = fc
    .array(fc.array(fc.constantFrom('a', 'b', 'the', 'camp', 'harbour', 'harbuor', '沙', 'קול', 'e\u0301t', '—'), { maxLength: 12 }), {
      maxLength: 5,
    })
    .map((paragraphs) => paragraphs.map((words) => words.join(' ')).join(blockBorder));

  test('a word goes to one place, which is of the new text; a text goes to itself', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lexicon = newLexicon();
        const [old, now] = [tokenise(fold(before), lexicon, true), tokenise(fold(after), lexicon, true)];
        const link = carry(old, now, lexicon);
        for (const [at, place] of link.to.entries()) {
          expect(place).toBeLessThan(now.ids.length);
          if (link.likeness[at] === 1 && place >= 0) expect(now.ids[place]).toBe(old.ids[at]);
        }
        expect(origins(link).every((was) => was < old.ids.length)).toBe(true);
        expect([...carry(old, old, lexicon).to]).toEqual([...old.ids.keys()]);
      }),
      { numRuns: 300 },
    );
  });

  const people = 'the camp was full of people ';

  test.each<[string, (edited: boolean) => string]>([
    ['one paragraph of 200,000 words', (edited) => people.repeat(16_000) + (edited ? 'house and home ' : '') + people.repeat(17_000)],
    [
      '100,000 paragraphs of one word',
      (edited) => Array.from({ length: 100_000 }, (_, i) => (i % 7 === 0 && edited ? 'x' : i % 100)).join(blockBorder),
    ],
    ['words that all differ', (edited) => Array.from({ length: 100_000 }, (_, i) => (edited ? i * 7 : i * 3)).join(' ')],
  ])('%s', (_, make) => {
    const lexicon = newLexicon();
    carry(tokenise(fold(make(false)), lexicon, true), tokenise(fold(make(true)), lexicon, true), lexicon);
  });
});
