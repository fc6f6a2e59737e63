/**
 * Every run of eight words (a shingle) of many texts, and where else it stands.
 */
import type { Span } from './model.ts';
import { firstAbove } from './tokens.ts';
import { numberWords, type NumberedWords } from './word-numbers.ts';
import type { Folded } from './words.ts';

export interface ComparedText {
  readonly id: string;
  readonly folded: Folded;
  /** What it quotes from elsewhere, as spans of the original: these words are not compared, and not counted. */
  readonly quoted?: readonly Span[];
}

/** So many words are a shingle. */
export const length = 8;
/**
 * A shingle in more texts than this is common. It is compared with the longest of them alone, so that a notice on every page costs
 * each page no more than this; hundred copies of one text are still all found, each by those.
 */
export const mostTexts = 16;

/** All texts one after the other, the longest first. */
export interface Row {
  readonly texts: readonly { readonly text: ComparedText; readonly words: NumberedWords; readonly count: number }[];
  /** Where each text begins, and where the last ends. */
  readonly firsts: Int32Array;
  readonly numbers: Int32Array;
  /** For each word the place of its text. */
  readonly owners: Int32Array;
}

/** Number the words of texts and lay them in a row. */
export function lay(given: readonly ComparedText[]): Row {
  const texts = given
    .map((text) => {
      const words = numberWords(text.folded.text);
      return { text, words, count: words.numbers.length - setApart(text, words) };
    })
    .sort((a, b) => b.count - a.count);
  const firsts = new Int32Array(texts.length + 1);
  for (const [i, { words }] of texts.entries()) firsts[i + 1] = firsts[i]! + words.numbers.length;
  const numbers = new Int32Array(firsts.at(-1)!);
  const owners = new Int32Array(numbers.length);
  for (const [i, { words }] of texts.entries()) {
    numbers.set(words.numbers, firsts[i]);
    owners.fill(i, firsts[i], firsts[i + 1]);
  }
  // Each quoted word is like no other.
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! < 0) numbers[at] = -1 - at;
  return { texts, firsts, numbers, owners };
}

/** Make the numbers of quoted words negative; how many there are. */
function setApart({ folded, quoted = [] }: ComparedText, { numbers, starts }: NumberedWords): number {
  let count = 0;
  for (const span of quoted) {
    const [from, to] = [foldedAt(folded, span.start), foldedAt(folded, span.end)];
    for (let i = firstAbove(starts, from - 1); i < numbers.length && starts[i]! < to; i++) {
      if (numbers[i]! >= 0) count++;
      numbers[i] = -1;
    }
  }
  return count;
}

/** The offset in folded words of one in the original: exact where a block begins or ends. */
function foldedAt(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (folded.origins[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.min(folded.breaks[low]! + offset - folded.origins[low]!, folded.breaks[low + 1] ?? Infinity);
}

export interface Table {
  /** For each word the place of the shingle that begins there; -1 where none does, or none that stands anywhere else. */
  readonly slots: Int32Array;
  /** For each shingle a word at which it begins, counted from 1; the last of a chain through texts. */
  readonly heads: Int32Array;
  /** From each word of a chain to the one in the text before, counted from 1; 0 ends it. */
  readonly nexts: Int32Array;
  /** In how many texts a shingle stands, up to one more than `mostTexts`. */
  readonly counts: Uint8Array;
}

/** Chain every shingle that stands more than once. Two are one where all their words are. */
export function shingles({ texts, firsts, numbers, owners }: Row): Table {
  const { hashes, again, count } = hashed(firsts, numbers);
  const slots = new Int32Array(numbers.length).fill(-1);
  const nexts = new Int32Array(numbers.length);
  const size = powerOfTwo(2 * count);
  const heads = new Int32Array(size);
  const counts = new Uint8Array(size);
  for (const own of texts.keys()) {
    for (let at = firsts[own]!; at + length <= firsts[own + 1]!; at++) {
      if (!isSet(again, hashes[at]!)) continue;
      let slot = hashes[at]! & (size - 1);
      while (heads[slot] && !alike(numbers, heads[slot]! - 1, at)) slot = (slot + 1) & (size - 1);
      slots[at] = slot;
      const head = heads[slot]!;
      if (counts[slot]! > mostTexts || (head && owners[head - 1] === own)) continue;
      if (counts[slot]! < mostTexts) {
        nexts[at] = head;
        heads[slot] = at + 1;
      }
      counts[slot]!++;
    }
  }
  return { slots, heads, nexts, counts };
}

/**
 * The hash of the shingle at each word, and a bit for each hash that is met again: nearly all shingles stand once, and need no place
 * in the table. Other hashes may share a bit, so that some that stand once are taken along: `count` says how many in all.
 */
function hashed(firsts: Int32Array, numbers: Int32Array): { hashes: Int32Array; again: Uint8Array; count: number } {
  const hashes = new Int32Array(numbers.length);
  const seen = new Uint8Array(powerOfTwo(numbers.length));
  const again = new Uint8Array(seen.length);
  let count = 0;
  for (let own = 0; own + 1 < firsts.length; own++) {
    for (let at = firsts[own]!; at + length <= firsts[own + 1]!; at++) {
      let hash = 0;
      for (let k = 0; k < length; k++) hash = Math.imul(hash, 0x01000193) + numbers[at + k]!;
      hash = (hash ^ (hash >>> 15)) | 0;
      hashes[at] = hash;
      if (isSet(seen, hash)) {
        count += isSet(again, hash) ? 1 : 2;
        set(again, hash);
      } else set(seen, hash);
    }
  }
  return { hashes, again, count };
}

function isSet(bits: Uint8Array, hash: number): boolean {
  return ((bits[(hash >>> 3) & (bits.length - 1)]! >>> (hash & 7)) & 1) === 1;
}

function set(bits: Uint8Array, hash: number): void {
  bits[(hash >>> 3) & (bits.length - 1)]! |= 1 << (hash & 7);
}

/** The least power of two that is no less than 16 and than a number. */
function powerOfTwo(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}

function alike(numbers: Int32Array, a: number, b: number): boolean {
  for (let k = 0; k < length; k++) if (numbers[a + k] !== numbers[b + k]) return false;
  return true;
}
