/**
 * The one text model: when two runs of words are the same to a reader, and the way back from folded words to the original.
 */
import type { Span } from './model.ts';

/** Stands between two blocks in a document's flat words, so that nothing is found across it. */
export const blockBorder = '\u2029';

/** Words folded for comparison. `from[i]` and `to[i]` bound what code unit `i` of `text` stands for in the original. */
export interface Folded {
  readonly text: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const special = /[^\u0021-\u0026\u0028-\u002c\u002e-\u005f\u0061-\u007e]/;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const spaces = /\s/;
const singleQuotes = /[‘’‚‛′ʼ`´]/;
const doubleQuotes = /[“”„‟″«»]/;
const dashes = /[‐‑‒–—―−]/;

/**
 * Fold runs of spaces, quotation marks, dashes, invisible characters and composed letters (NFC). Case is kept: a quote is
 * what the reader sees. Linear in the words.
 */
export function fold(words: string): Folded {
  let text = '';
  const from = new Uint32Array(words.length);
  const to = new Uint32Array(words.length);
  const composed = words.normalize('NFC') === words;
  for (let at = 0, next = 0; at < words.length; at = next) {
    const character = words.charAt(at);
    next = composed ? at + 1 : clusterEnd(words, at);
    if (next === at + 1 && special.test(character)) {
      if (unseen.test(character)) continue;
      const folded = foldOne(character);
      if (folded === ' ' && text.endsWith(' ')) continue;
      from[text.length] = at;
      to[text.length] = next;
      text += folded;
      continue;
    }
    for (const unit of next === at + 1 ? character : words.slice(at, next).normalize('NFC')) {
      from[text.length] = at;
      to[text.length] = next;
      text += unit.charAt(0);
    }
  }
  return { text, from, to };
}

/** A span of folded words as a span of the original. Not for empty spans. */
export function unfold(folded: Folded, start: number, end: number): Span {
  return { start: folded.from[start] ?? 0, end: folded.to[end - 1] ?? 0 };
}

/** How many words a run of text has, by the rules of its language where they are not divided by spaces. */
export function countWords(words: string, language: string): number {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(words)) {
    return words.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-.,]*/gu)?.length ?? 0;
  }
  let count = 0;
  for (const part of new Intl.Segmenter(language, { granularity: 'word' }).segment(words)) if (part.isWordLike) count++;
  return count;
}

function foldOne(character: string): string {
  if (character === blockBorder) return character;
  if (spaces.test(character)) return ' ';
  if (singleQuotes.test(character)) return "'";
  if (doubleQuotes.test(character)) return '"';
  if (dashes.test(character)) return '-';
  return character;
}

/** The end of a letter and the combining marks upon it. */
function clusterEnd(words: string, start: number): number {
  let end = start + 1;
  while (end < words.length && /\p{M}/u.test(words.charAt(end))) end++;
  return end;
}
