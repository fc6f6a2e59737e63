/**
 * A text as a run of numbered words, so that texts can be compared word by word. Case, punctuation and spaces are no part of a
 * word. Offsets are UTF-16 code units of the original words; places of words are counted from 0.
 */
import { blockBorder, unfold, type Folded } from './words.ts';

/** The numbers of words, shared by all texts that are compared, and how often each word stands in those that were counted. */
export interface Lexicon {
  readonly ids: Map<string, number>;
  readonly words: string[];
  readonly counts: number[];
  total: number;
}

/** From one word up to, and without, another. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface Tokens {
  readonly folded: Folded;
  readonly ids: Int32Array;
  /** Offsets in the original. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The paragraphs that have words, in order, none overlapping. */
  readonly blocks: readonly Run[];
  /** For each word, the place of its paragraph among `blocks`. */
  readonly blockOf: Int32Array;
}

const wordOrBorder = new RegExp(`${blockBorder}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');
/** Letters of scripts that are written without spaces are words of their own. */
const alone =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const oneByOne = new RegExp(`${alone}\\p{M}*|(?:(?!${alone}).)+`, 'gu');

export function newLexicon(): Lexicon {
  return { ids: new Map(), words: [], counts: [], total: 0 };
}

/**
 * The words of a text.
 * @param counted whether they make words more common in the lexicon: for texts, not for quotes
 */
export function tokenise(folded: Folded, lexicon: Lexicon, counted: boolean): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const blocks: Run[] = [];
  const blockOf: number[] = [];
  let from = 0;
  const close = (): void => {
    if (ids.length > from) blocks.push({ from, to: ids.length });
    from = ids.length;
  };
  let at = 0;
  const add = (word: string, index: number): void => {
    const id = idOf(lexicon, word.toLowerCase());
    if (counted) lexicon.counts[id] = (lexicon.counts[id] ?? 0) + 1;
    while (at + 1 < folded.breaks.length && folded.breaks[at + 1]! <= index) at++;
    const to = index + word.length;
    // Between two breaks the offsets differ by a constant.
    const start = folded.origins[at]! + index - folded.breaks[at]!;
    const whole = (folded.breaks[at + 1] ?? Infinity) > to;
    const span = whole ? { start, end: start + word.length } : unfold(folded, index, to);
    ids.push(id);
    starts.push(span.start);
    ends.push(span.end);
    blockOf.push(blocks.length);
  };
  for (const { 0: word, index } of folded.text.matchAll(wordOrBorder)) {
    if (word === blockBorder) close();
    else if (/^[\0-\u0dff]*$/.test(word)) add(word, index);
    else for (const part of word.matchAll(oneByOne)) add(part[0], index + part.index);
  }
  close();
  if (counted) lexicon.total += ids.length;
  return {
    folded,
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    blocks,
    blockOf: Int32Array.from(blockOf),
  };
}

/** What it tells to meet a word again, in bits: much for a rare word, little for a common one; never nothing. */
export function bitsOf(lexicon: Lexicon, id: number): number {
  return Math.max(0.5, Math.log2((lexicon.total + 2) / Math.max(1, lexicon.counts[id]!)));
}

/** The words that a span touches. */
export function touched(tokens: Tokens, start: number, end: number): Run {
  const from = firstAbove(tokens.ends, start);
  return { from, to: Math.max(from, firstAbove(tokens.starts, end - 1)) };
}

/** The place of the first of rising numbers that is greater; their count where none is. */
export function firstAbove(rising: Int32Array, than: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! > than) high = middle;
    else low = middle + 1;
  }
  return low;
}

function idOf(lexicon: Lexicon, word: string): number {
  const known = lexicon.ids.get(word);
  if (known !== undefined) return known;
  const id = lexicon.words.length;
  lexicon.ids.set(word, id);
  lexicon.words.push(word);
  lexicon.counts.push(0);
  return id;
}
