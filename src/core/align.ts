/**
 * Two runs of words laid side by side: which word of the one is which of the other, in the same order. Places are those of words.
 */
import { distance } from 'fastest-levenshtein';
import { bitsOf, type Lexicon, type Run, type Tokens } from './tokens.ts';

/** Where the words of an old text went. */
export interface Link {
  readonly lexicon: Lexicon;
  readonly old: Tokens;
  readonly new: Tokens;
  /** For each old word its place in the new text; -1 where it has none. */
  readonly to: Int32Array;
  /** For each old word how like it the new word is: 1 for the same, less for another spelling. */
  readonly likeness: Float32Array;
}

export function newLink(lexicon: Lexicon, old: Tokens, now: Tokens): Link {
  return { lexicon, old, new: now, to: new Int32Array(old.ids.length).fill(-1), likeness: new Float32Array(old.ids.length) };
}

/** So many pairs of words are compared one by one; longer runs are first divided at phrases that stand once in both. */
const fewPairs = 1600;
/** Where no phrase divides them, so many. More are divided at single words. */
const mostPairs = 160_000;
const mostDepth = 16;

/** Lay a run of old words beside a run of new ones and write down what fits in `link`. Near linear in the words. */
export function align(link: Link, a: Run, b: Run): void {
  alignExact(link, a, b, 0);
  alignSpellings(link, a, b);
}

function alignExact(link: Link, a: Run, b: Run, depth: number): void {
  const { old, new: now } = link;
  let [from, to, start, end] = [a.from, a.to, b.from, b.to];
  while (from < to && start < end && old.ids[from] === now.ids[start]) join(link, from++, start++, 1);
  while (from < to && start < end && old.ids[to - 1] === now.ids[end - 1]) join(link, --to, --end, 1);
  if (from === to || start === end) return;
  const size = (to - from) * (end - start);
  for (const length of size <= fewPairs || depth === mostDepth ? [] : size <= mostPairs ? [6] : [6, 2, 1]) {
    const anchors = commonOnce(link, { from, to }, { from: start, to: end }, length);
    if (anchors.length === 0) continue;
    let [x, y] = [from, start];
    for (const [i, j] of anchors) {
      // Anchors overlap where more than their length is common.
      if (i < x || j < y) continue;
      alignExact(link, { from: x, to: i }, { from: y, to: j }, depth + 1);
      for (let k = 0; k < length; k++) join(link, i + k, j + k, 1);
      [x, y] = [i + length, j + length];
    }
    alignExact(link, { from: x, to }, { from: y, to: end }, depth + 1);
    return;
  }
  if (size <= mostPairs) alignSmall(link, { from, to }, { from: start, to: end });
}

function join(link: Link, i: number, j: number, likeness: number): void {
  link.to[i] = j;
  link.likeness[i] = likeness;
}

/** The longest rising row of word runs of a length that stand once in each. */
function commonOnce(link: Link, a: Run, b: Run, length: number): [number, number][] {
  const there = onceIn(link.new.ids, b, length);
  const found: [number, number][] = [];
  for (const [key, i] of onceIn(link.old.ids, a, length)) {
    const j = there.get(key) ?? -1;
    if (i >= 0 && j >= 0 && sameWords(link, i, j, length)) found.push([i, j]);
  }
  return rising(found.sort((p, q) => p[0] - q[0]));
}

/** Word runs by a number made of them: their place, or -1 where there are several. */
function onceIn(ids: Int32Array, run: Run, length: number): Map<number, number> {
  const once = new Map<number, number>();
  for (let i = run.from; i + length <= run.to; i++) {
    let key = 0;
    for (let k = 0; k < length; k++) key = (Math.imul(key, 0x01000193) ^ ids[i + k]!) + 0x9e37;
    once.set(key, once.has(key) ? -1 : i);
  }
  return once;
}

function sameWords(link: Link, i: number, j: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (link.old.ids[i + k] !== link.new.ids[j + k]) return false;
  return true;
}

function rising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? tails[low - 1]! : -1);
    tails[low] = index;
  }
  const row: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(pairs[at]!);
  return row.toReversed();
}

/** What it is worth, in shares of the rarest word, that a word follows in both texts on one that fits. */
const together = 0.4;

/** The dearest common row of words of two small runs: rare words count for more, and words that stay together. */
function alignSmall(link: Link, a: Run, b: Run): void {
  const [rows, columns] = [a.to - a.from, b.to - b.from];
  const { lexicon, old, new: now } = link;
  const most = Math.log2(lexicon.total + 2);
  const width = columns + 1;
  // For each cell: where its best comes from, and whether its pair follows on another.
  const ways = new Uint8Array((rows + 1) * width);
  let best = new Float32Array(width);
  let paired = new Float32Array(width).fill(-1);
  for (let i = 1; i <= rows; i++) {
    const id = old.ids[a.from + i - 1]!;
    const worth = bitsOf(lexicon, id) / most;
    const bestNow = new Float32Array(width);
    const pairedNow = new Float32Array(width).fill(-1);
    for (let j = 1; j <= columns; j++) {
      let way = best[j]! >= bestNow[j - 1]! ? up : left;
      let value = way === up ? best[j]! : bestNow[j - 1]!;
      if (id === now.ids[b.from + j - 1]) {
        const follows = paired[j - 1]! >= 0 && paired[j - 1]! + together >= best[j - 1]!;
        const pair = worth + (follows ? paired[j - 1]! + together : best[j - 1]!);
        pairedNow[j] = pair;
        if (pair > value) [way, value] = [pairs, pair];
        if (follows) way |= following;
      }
      ways[i * width + j] = way;
      bestNow[j] = value;
    }
    [best, paired] = [bestNow, pairedNow];
  }
  let must = false;
  for (let [i, j] = [rows, columns]; i > 0 && j > 0;) {
    const way = ways[i * width + j]!;
    if (must || (way & 3) === pairs) {
      join(link, a.from + --i, b.from + --j, 1);
      must = (way & following) !== 0;
    } else if ((way & 3) === up) i--;
    else j--;
  }
}

const [up, left, pairs, following] = [0, 1, 2, 4];

/** A run of words that went, and what came in its place, are compared letter by letter when they have no more pairs than this. */
const mostSpelled = 1600;

/** Between words that fit: words that are spelled otherwise, divided or joined. */
function alignSpellings(link: Link, a: Run, b: Run): void {
  let next = b.from;
  for (let from = a.from; from < a.to;) {
    if (link.to[from]! >= 0) {
      next = link.to[from++]! + 1;
      continue;
    }
    let to = from;
    while (to < a.to && link.to[to]! < 0) to++;
    const end = to < a.to ? link.to[to]! : b.to;
    if (end > next && (to - from) * (end - next) <= mostSpelled) spell(link, { from, to }, { from: next, to: end });
    from = to;
  }
}

function spell(link: Link, a: Run, b: Run): void {
  const [rows, columns] = [a.to - a.from, b.to - b.from];
  if (rows !== columns) {
    const likeness = similarity(joined(link, link.old, a), joined(link, link.new, b));
    if (likeness >= 0.8) {
      for (let i = 0; i < rows; i++) join(link, a.from + i, b.from + Math.floor((i * columns) / rows), likeness);
      return;
    }
  }
  const likenesses = Array.from({ length: rows }, (_, i) =>
    Float32Array.from({ length: columns }, (_, j) => similarity(wordAt(link, link.old, a.from + i), wordAt(link, link.new, b.from + j))),
  );
  const best = Array.from({ length: rows + 1 }, () => new Float32Array(columns + 1));
  const pairOf = (i: number, j: number): number => (likenesses[i]![j]! >= leastLikeness ? likenesses[i]![j]! : 0);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, pairOf(i, j) > 0 ? pairOf(i, j) + best[i + 1]![j + 1]! : 0);
  for (let [i, j] = [0, 0]; i < rows && j < columns;) {
    if (best[i]![j] === best[i + 1]![j]) i++;
    else if (best[i]![j] === best[i]![j + 1]) j++;
    else {
      join(link, a.from + i, b.from + j, pairOf(i, j));
      i++;
      j++;
    }
  }
}

const leastLikeness = 0.5;

/** How alike two words are spelled, from 0 to 1. A short form is like the word that it begins. */
export function similarity(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length > 200) return a === b ? 1 : 0;
  const spelled = 1 - distance(a, b) / longer.length;
  return spelled < 0.6 && longer.startsWith(shorter) ? 0.6 : spelled;
}

function wordAt(link: Link, tokens: Tokens, at: number): string {
  return link.lexicon.words[tokens.ids[at]!]!;
}

function joined(link: Link, tokens: Tokens, run: Run): string {
  let all = '';
  for (let i = run.from; i < run.to; i++) all += wordAt(link, tokens, i);
  return all;
}
