/**
 * Words that a search has found, sought again in the text of a page: as a reader compares, whatever their case, quotation marks,
 * dashes, spaces and accents.
 */
import type { Span } from './model.ts';
import { fold, unfold } from './words.ts';

/**
 * Every place where one of the words stands, or begins a longer one, in order; none overlaps another.
 * @param text the words of one block
 */
export function foundIn(text: string, words: readonly string[]): Span[] {
  const wanted = words.map((word) => plain(fold(word).text).text.trim()).filter(Boolean);
  if (wanted.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.sort(longerFirst).map(escaped).join('|')})[\\p{L}\\p{M}]*`, 'gu');
  const folded = fold(text);
  const { text: searched, origins } = plain(folded.text);
  return [...searched.matchAll(pattern)].map(({ 0: found, index }) =>
    unfold(folded, origins[index]!, origins[index + found.length - 1]! + 1),
  );
}

/** Folded words in lower case without accents, and the offset that each code unit had. */
function plain(words: string): { text: string; origins: number[] } {
  const origins: number[] = [];
  let text = '';
  let at = 0;
  for (const letter of words) {
    const bare = /^[ -~]$/.test(letter) ? letter.toLowerCase() : letter.normalize('NFD').replaceAll(accents, '').toLowerCase();
    for (let i = 0; i < bare.length; i++) origins.push(at);
    text += bare;
    at += letter.length;
  }
  return { text, origins };
}

/** Marks of Latin, Greek and Cyrillic letters. Those of other scripts are letters to their readers. */
const accents = /[\u0300-\u036f]/g;

function longerFirst(a: string, b: string): number {
  return b.length - a.length;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
