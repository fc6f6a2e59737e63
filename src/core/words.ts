/**
 * The one text model: when two runs of words are the same to a reader, and the way back from folded words to the original.
 */
import type { Span } from './model.ts';

/** Stands between two blocks in a document's flat words, so that nothing is found across it. */
export const blockBorder = '\u2029';

/** Words folded for comparison, with the way back: where a break begins, folded and original offsets part company. */
export interface Folded {
  readonly text: string;
  readonly original: string;
  /** Offsets in `text`, rising; the first is 0. */
  readonly breaks: readonly number[];
  /** For each break, the offset in `original` that it stands for. */
  readonly origins: readonly number[];
}

/** What is not itself when folded: runs of spaces, letters with marks apart from them, signs beyond ASCII. */
const special = /[^\S\u2029 ][^\S\u2029]*| [^\S\u2029]+|[`\u0080-\uffff]/g;
const specialOrMarked = /[^\S\u2029 ][^\S\u2029]*| [^\S\u2029]+|\P{M}\p{M}+|[`\u0080-\uffff]/gu;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const singleQuotes = /[‘’‚‛′ʼ`´]/;
const doubleQuotes = /[“”„‟″«»]/;
const dashes = /[‐‑‒–—―−]/;

/**
 * Fold runs of spaces, quotation marks, dashes, invisible characters and composed letters (NFC). Case is kept: a quote is
 * what the reader sees. Linear in the words.
 */
export function fold(words: string): Folded {
  const breaks = [0];
  const origins = [0];
  let text = '';
  let done = 0;
  const pattern = words.normalize('NFC') === words ? special : specialOrMarked;
  for (const { 0: found, index } of words.matchAll(pattern)) {
    text += words.slice(done, index);
    done = index + found.length;
    let folded = foldOne(found);
    if (folded === ' ' && text.endsWith(' ')) folded = '';
    text += folded;
    if (folded.length === found.length) continue;
    breaks.push(text.length);
    origins.push(done);
  }
  return { text: text + words.slice(done), original: words, breaks, origins };
}

/** A span of folded words as a span of the original, with the marks upon its last letter. Not for empty spans. */
export function unfold(folded: Folded, start: number, end: number): Span {
  let last = originOf(folded, end - 1) + 1;
  while (last < folded.original.length && /\p{M}/u.test(folded.original.charAt(last))) last++;
  return { start: originOf(folded, start), end: last };
}

/** The offset in the original of a folded code unit. */
export function originOf(folded: Folded, at: number): number {
  let low = 0;
  let high = folded.breaks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (folded.breaks[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return folded.origins[low]! + at - folded.breaks[low]!;
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

function foldOne(found: string): string {
  const first = found.charAt(0);
  if (first === blockBorder) return found;
  if (unseen.test(first)) return '';
  if (/\s/.test(first)) return ' ';
  if (singleQuotes.test(first)) return "'";
  if (doubleQuotes.test(first)) return '"';
  if (dashes.test(first)) return '-';
  return found.length > 1 ? found.normalize('NFC') : found;
}
