/**
 * Which documents share long runs of words. Every run of eight words is looked up in one table of all texts, so that the cost is
 * linear in all words: a text is compared with another only where they share one.
 */
import type { Span } from './model.ts';
import { lay, length, mostTexts, shingles, type ComparedText, type Row, type Table } from './shingles.ts';
import { unfold } from './words.ts';

/** What two texts share. */
export interface SharedRuns {
  /** The one with fewer words; of two that have as many, the one that was given later. */
  readonly shorter: string;
  readonly longer: string;
  /** So many words of the shorter one stand in runs of at least eight that the longer one has too; those of a notice may be left out. */
  readonly words: number;
  /** Those as a share of all its words, from 0 to 1. */
  readonly share: number;
  /** The longest common run, as spans of the originals. */
  readonly longest: { readonly words: number; readonly inShorter: Span; readonly inLonger: Span };
}

/**
 * What two texts must share to be told of. Two writers do not hit upon the same eight words but by quoting, and what they both quote
 * is a sentence: about 20 words, seldom 40. So one run of 60, or a fifth of the shorter text where that is 40 words, is more than
 * quoting. What stands in many texts (a notice, a footer) is no sign that one of them comes from another, unless it is
 * two thirds of the shorter one.
 */
export const leastShared = { run: 60, share: 0.2, words: 40, shareOfCommon: 2 / 3 };

/** The pairs of texts that share so much, in no order that means anything but always the same. */
export function sharedRuns(texts: readonly ComparedText[], least = leastShared): SharedRuns[] {
  const row = lay(texts);
  const table = shingles(row);
  return row.texts.flatMap((_, own) =>
    meetings(row, table, own)
      .filter((met) => isMuch(met, row.texts[own]!.count, least))
      .map((met) => told(row, own, met)),
  );
}

/** What a text shares with a longer one, counted while walking along it. Places are those of words in the row. */
interface Meeting {
  readonly other: number;
  /** Words in common shingles and others, and where the last of them ended. */
  words: number;
  coveredTo: number;
  /** The same without common shingles. */
  rare: number;
  rareTo: number;
  /** The run that goes on: its beginning, its last shingle, and how far off the other's words are. */
  from: number;
  last: number;
  off: number;
  /** The longest run without common shingles; of no words where there is none. */
  longest: { from: number; off: number; words: number };
}

function meetings({ firsts, numbers, owners }: Row, { slots, heads, nexts, counts }: Table, own: number): Meeting[] {
  const found = new Map<number, Meeting>();
  const end = firsts[own + 1]!;
  for (let at = firsts[own]!; at + length <= end; at++) {
    const slot = slots[at]!;
    if (slot < 0 || counts[slot] === 1) continue;
    const common = counts[slot]! > mostTexts;
    for (let there = heads[slot]!; there; there = nexts[there - 1]!) {
      const other = owners[there - 1]!;
      if (other >= own) continue;
      let met = found.get(other);
      if (!met) {
        const off = there - 1 - at;
        met = { other, words: 0, coveredTo: at, rare: 0, rareTo: at, from: at, last: -1, off, longest: { from: at, off, words: 0 } };
        found.set(other, met);
      }
      met.words += at + length - Math.max(at, met.coveredTo);
      met.coveredTo = at + length;
      if (common) continue;
      met.rare += at + length - Math.max(at, met.rareTo);
      met.rareTo = at + length;
      const next = met.off + at + length - 1;
      if (met.last !== at - 1 || next >= firsts[other + 1]! || numbers[next] !== numbers[at + length - 1]) {
        met.from = at;
        met.off = there - 1 - at;
      }
      met.last = at;
      const words = at + length - met.from;
      if (words > met.longest.words) met.longest = { from: met.from, off: met.off, words };
    }
  }
  return [...found.values()];
}

function isMuch({ words, rare, longest }: Meeting, count: number, least: typeof leastShared): boolean {
  return (
    longest.words >= least.run ||
    (rare >= least.words && rare >= least.share * count) ||
    (words >= least.words && words >= least.shareOfCommon * count)
  );
}

/** A meeting in the words of the texts, its longest run stretched both ways as far as the words are the same. */
function told({ texts, firsts, numbers }: Row, own: number, { other, words, longest: { from, off } }: Meeting): SharedRuns {
  let start = from;
  let end = from;
  while (start > firsts[own]! && start + off > firsts[other]! && numbers[start - 1] === numbers[start - 1 + off]) start--;
  while (end < firsts[own + 1]! && end + off < firsts[other + 1]! && numbers[end] === numbers[end + off]) end++;
  const spanIn = (place: number, from: number, to: number): Span => {
    const { text, words } = texts[place]!;
    return unfold(text.folded, words.starts[from - firsts[place]!]!, words.ends[to - 1 - firsts[place]!]!);
  };
  return {
    shorter: texts[own]!.text.id,
    longer: texts[other]!.text.id,
    words,
    share: words / texts[own]!.count,
    longest: { words: end - start, inShorter: spanIn(own, start, end), inLonger: spanIn(other, start + off, end + off) },
  };
}
