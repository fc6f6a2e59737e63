/**
 * Paragraphs of two texts paired by what they say: equal ones, then those between neighbours that are paired, then similar ones,
 * wherever they stand.
 */
import { bitsOf, type Lexicon, type Run, type Tokens } from './tokens.ts';

export interface Pair {
  readonly old: Run;
  readonly new: Run;
  /** Whether nothing but their places speaks for it. */
  readonly guessed: boolean;
}

/** Paragraphs of the one text and of the other; each stands in one pair at most. Near linear in the words. */
export function pairBlocks(old: Tokens, now: Tokens, lexicon: Lexicon): Pair[] {
  const pairing: Pairing = {
    old: old.blocks.map((run) => old.ids.subarray(run.from, run.to).join(' ')),
    new: now.blocks.map((run) => now.ids.subarray(run.from, run.to).join(' ')),
    to: new Int32Array(old.blocks.length).fill(-1),
    from: new Int32Array(now.blocks.length).fill(-1),
  };
  const there = placesOf(pairing.new);
  pairOnce(pairing, there);
  pairNeighbours(pairing);
  pairInOrder(pairing, there);
  const [oldLeft, newLeft] = [free(pairing.to), free(pairing.from)];
  const similar = pairSimilar(
    { tokens: old, runs: oldLeft.map((i) => old.blocks[i]!) },
    { tokens: now, runs: newLeft.map((j) => now.blocks[j]!) },
    lexicon,
    { dice: 0.4, share: 0.65, bits: 20 },
  );
  for (const [i, j] of similar) pair(pairing, oldLeft[i]!, newLeft[j]!);
  const known = pairing.to.slice();
  pairBetween(pairing);
  return [...pairing.to].flatMap((j, i) => (j < 0 ? [] : [{ old: old.blocks[i]!, new: now.blocks[j]!, guessed: known[i]! < 0 }]));
}

/** The paragraphs of two texts, each as a string of its words, and the partner of each; -1 where it has none. */
interface Pairing {
  readonly old: readonly string[];
  readonly new: readonly string[];
  readonly to: Int32Array;
  readonly from: Int32Array;
}

function pair(pairing: Pairing, i: number, j: number): void {
  pairing.to[i] = j;
  pairing.from[j] = i;
}

function placesOf(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [i, key] of keys.entries()) {
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  return places;
}

function pairOnce(pairing: Pairing, there: ReadonlyMap<string, readonly number[]>): void {
  for (const [key, here] of placesOf(pairing.old)) {
    const places = there.get(key);
    if (here.length === 1 && places?.length === 1) pair(pairing, here[0]!, places[0]!);
  }
}

/** Equal paragraphs that stand several times, next to a pair or both at an end of the text. */
function pairNeighbours(pairing: Pairing): void {
  const { old, new: now, to, from } = pairing;
  for (const step of [1, -1]) {
    let beside = step > 0 ? -1 : now.length;
    for (let k = 0; k < old.length; k++) {
      const i = step > 0 ? k : old.length - 1 - k;
      const j = beside < -1 ? -1 : beside + step;
      if (to[i]! < 0 && from[j] === -1 && old[i] === now[j]) pair(pairing, i, j);
      beside = to[i]! < 0 ? -2 : to[i]!;
    }
  }
}

function pairInOrder(pairing: Pairing, there: ReadonlyMap<string, readonly number[]>): void {
  const next = new Map<string, number>();
  for (const [i, key] of pairing.old.entries()) {
    const places = there.get(key);
    if (pairing.to[i]! >= 0 || !places) continue;
    let at = next.get(key) ?? 0;
    while (at < places.length && pairing.from[places[at]!]! >= 0) at++;
    next.set(key, at);
    if (at < places.length) pair(pairing, i, places[at]!);
  }
}

/** Where so many paragraphs are left between two that are paired, as many old as new, they are paired in order. */
const mostBetween = 3;

function pairBetween(pairing: Pairing): void {
  const { to, from } = pairing;
  for (let i = 0; i < to.length; i++) {
    if (to[i]! >= 0) continue;
    let last = i;
    while (last < to.length && to[last]! < 0) last++;
    const start = i === 0 ? 0 : to[i - 1]! + 1;
    const end = last === to.length ? from.length : to[last]!;
    const [count, length] = [last - i, end - start];
    if (count <= mostBetween && count === length && from.subarray(start, end).every((each) => each < 0))
      for (let k = 0; k < count; k++) pair(pairing, i + k, start + k);
    i = last;
  }
}

function free(partners: Int32Array): number[] {
  return [...partners.keys()].filter((i) => partners[i]! < 0);
}

export interface Runs {
  readonly tokens: Tokens;
  readonly runs: readonly Run[];
}

/** How alike two runs must be: in what they share of both, or in what they share of the lesser one; and how much it tells. */
interface Floor {
  readonly dice: number;
  readonly share: number;
  readonly bits: number;
}

/** Words, or pairs of words, that stand in more runs than this tell too little to look for. */
const mostPlaces = 16;
/** So many runs are compared with one. */
const mostCompared = 3;

/** Pairs of similar runs, as places in the two lists, each run in one at most; the most alike first. */
export function pairSimilar(a: Runs, b: Runs, lexicon: Lexicon, floor: Floor): [number, number][] {
  const places = new Map<number, number[]>();
  for (const [j, run] of b.runs.entries()) {
    for (const key of features(b.tokens, run)) {
      const known = places.get(key);
      if (!known) places.set(key, [j]);
      else if (known.at(-1) !== j && known.length <= mostPlaces) known.push(j);
    }
  }
  const theirs = b.runs.map(() => undefined as ReadonlySet<number> | undefined);
  const found: { i: number; j: number; like: number; apart: number }[] = [];
  for (const [i, run] of a.runs.entries()) {
    const votes = new Map<number, number>();
    for (const key of features(a.tokens, run)) {
      const there = places.get(key);
      if (there && there.length <= mostPlaces) for (const j of there) votes.set(j, (votes.get(j) ?? 0) + 1 / there.length);
    }
    const likely = [...votes].sort((p, q) => q[1] - p[1]).slice(0, mostCompared);
    const own = new Set(a.tokens.ids.subarray(run.from, run.to));
    for (const [j] of likely) {
      theirs[j] ??= new Set(b.tokens.ids.subarray(b.runs[j]!.from, b.runs[j]!.to));
      const { dice, share, bits } = likeness(own, theirs[j], lexicon);
      if (bits < floor.bits || (dice < floor.dice && share < floor.share)) continue;
      found.push({ i, j, like: bits * (dice + share), apart: Math.abs(i / a.runs.length - j / b.runs.length) });
    }
  }
  found.sort((p, q) => q.like - p.like || p.apart - q.apart);
  const [gone, taken] = [new Set<number>(), new Set<number>()];
  return found.flatMap(({ i, j }): [number, number][] => {
    if (gone.has(i) || taken.has(j)) return [];
    gone.add(i);
    taken.add(j);
    return [[i, j]];
  });
}

/** The words of a run, and the pairs of words that follow on each other, as numbers; some several times. */
function features(tokens: Tokens, run: Run): number[] {
  const keys: number[] = [];
  for (let i = run.from; i < run.to; i++) {
    keys.push(tokens.ids[i]!);
    if (i > run.from) keys.push((tokens.ids[i - 1]! + 1) * 2 ** 26 + tokens.ids[i]!);
  }
  return keys;
}

/** What two runs share, in bits; of both together, and of the lesser one. */
function likeness(mine: ReadonlySet<number>, theirs: ReadonlySet<number>, lexicon: Lexicon): Floor {
  let [bits, all, allTheirs] = [0, 0, 0];
  for (const id of mine) {
    const own = bitsOf(lexicon, id);
    all += own;
    if (theirs.has(id)) bits += own;
  }
  for (const id of theirs) allTheirs += bitsOf(lexicon, id);
  return { dice: (2 * bits) / (all + allTheirs), share: bits / Math.min(all, allTheirs), bits };
}
