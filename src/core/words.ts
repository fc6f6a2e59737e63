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

/** Signs that a reader does not see: soft hyphens, zero-width spaces and joiners, marks of direction. */
const unseen = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';
const space = '\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u202f\\u205f\\u3000';
/** Spaces and what is unseen beside them. */
const gap = `[${space}${unseen}][ ${space}${unseen}]*| [ ${space}${unseen}]+`;
/** What is not itself when folded: gaps, letters that are composed of several or could be, signs beyond ASCII. */
const special = new RegExp(`${gap}|[\`\\u0080-\\uffff]`, 'g');
const specialOrComposed = new RegExp(
  `${gap}|(?:[\\u1100-\\u1112][\\u1161-\\u1175]|[\\uac00-\\ud7a3])[\\u11a8-\\u11c2]?\\p{M}*|(?![ ${space}${unseen}])\\P{M}\\p{M}+|[\`\\u0080-\\u{10ffff}]`,
  'gu',
);
/** What follows the first code unit of a letter that is composed of several. */
const following = /[\p{M}\u1161-\u1175\u11a8-\u11c2]/u;
const spaces = new RegExp(`[ ${space}]`);
const allUnseen = new RegExp(`^[${unseen}]+$`);
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
  const pattern = words.normalize('NFC') === words ? special : specialOrComposed;
  for (const { 0: found, index } of words.matchAll(pattern)) {
    text += words.slice(done, index);
    done = index + found.length;
    const folded = foldOne(found);
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
  while (last < folded.original.length && following.test(folded.original.charAt(last))) last++;
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
  const origin = folded.origins[low]! + at - folded.breaks[low]!;
  const next = folded.origins[low + 1];
  // Within a letter that is longer when folded, every unit has the origin of the letter.
  return next === undefined ? origin : Math.min(origin, next - 1);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** How many words a run of text has: those between spaces, or by the rules of its language where it is written without. */
export function countWords(words: string, language: string): number {
  let count = 0;
  if (/[^\u0000-\u02ff\u2000-\u206f]/.test(words) && unspaced.test(words)) {
    for (const part of new Intl.Segmenter(language, { granularity: 'word' }).segment(words)) if (part.isWordLike) count++;
    return count;
  }
  for (const [word] of words.matchAll(/\S+/g)) if (/[A-Za-z0-9]/.test(word) || /[\p{L}\p{N}]/u.test(word)) count++;
  return count;
}

function foldOne(found: string): string {
  const first = found.charAt(0);
  if (spaces.test(found)) return ' ';
  if (allUnseen.test(found)) return '';
  const marks = found.slice(1).normalize('NFC');
  if (singleQuotes.test(first)) return `'${marks}`;
  if (doubleQuotes.test(first)) return `"${marks}`;
  if (dashes.test(first)) return `-${marks}`;
  return found.normalize('NFC');
}
