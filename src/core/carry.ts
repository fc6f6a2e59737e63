/**
 * The difference of two texts, word by word: paragraphs are paired first, then the words within each pair; words that left their
 * paragraph are sought in what is new elsewhere.
 */
import { align, newLink, type Link } from './align.ts';
import { pairBlocks, pairSimilar, type Pair } from './pair.ts';
import { bitsOf, type Lexicon, type Run, type Tokens } from './tokens.ts';

/** Where the words of an old text went in a new one. Near linear in the words of both. */
export function carry(old: Tokens, now: Tokens, lexicon: Lexicon): Link {
  const link = newLink(lexicon, old, now);
  for (const pair of pairBlocks(old, now, lexicon)) {
    align(link, pair.old, pair.new);
    // The little that two paragraphs have in common that only stand in the same place is chance, but for what stands together.
    if (pair.guessed && keptOf(link, pair) < leastKept) dropIslands(link, pair.old);
  }
  for (let round = 0; round < mostRounds; round++) if (!followMoved(link)) break;
  return link;
}

const mostRounds = 3;
/** Fewer words than this, that stand elsewhere, did not move there: somebody else wrote them again. */
const leastMoved = 4;

/** Sentences that went to another paragraph, paragraphs that were divided or joined. True where some were found. */
function followMoved(link: Link): boolean {
  const oldRuns = unlinked(link.old, (i) => link.to[i]! < 0);
  const back = origins(link);
  const newRuns = unlinked(link.new, (j) => back[j]! < 0);
  const pairs = pairSimilar({ tokens: link.old, runs: oldRuns }, { tokens: link.new, runs: newRuns }, link.lexicon, {
    dice: 0.5,
    share: 0.65,
    bits: 30,
  });
  for (const [i, j] of pairs) {
    align(link, oldRuns[i]!, newRuns[j]!);
    dropIslands(link, oldRuns[i]!);
  }
  return pairs.length > 0;
}

const leastKept = 0.3;

/** How many words of two paragraphs that were laid side by side are in both, of the longer one. */
function keptOf(link: Link, { old, new: now }: Pair): number {
  const kept = link.to.subarray(old.from, old.to).reduce((sum, to) => sum + (to < 0 ? 0 : 1), 0);
  return kept / Math.max(old.to - old.from, now.to - now.from);
}

/** For each new word the old word that it was; -1 where it is new. */
export function origins(link: Link): Int32Array {
  const back = new Int32Array(link.new.ids.length).fill(-1);
  for (let i = link.to.length - 1; i >= 0; i--) if (link.to[i]! >= 0) back[link.to[i]!] = i;
  return back;
}

/** Runs of words within one paragraph that have no partner. */
function unlinked(tokens: Tokens, isFree: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const block of tokens.blocks) {
    for (let from = block.from; from < block.to; from++) {
      if (!isFree(from)) continue;
      let to = from;
      while (to < block.to && isFree(to)) to++;
      if (to - from >= leastMoved) runs.push({ from, to });
      from = to;
    }
  }
  return runs;
}

/** What fits between runs that were not meant to fit is chance, unless several words stand together and tell something. */
function dropIslands(link: Link, run: Run): void {
  for (let from = run.from; from < run.to; from++) {
    if (link.to[from]! < 0) continue;
    let [to, last, bits, words] = [from, from, 0, 0];
    while (to < run.to && to - last <= 2) {
      if (link.to[to]! >= 0) {
        if (link.to[to]! - link.to[last]! > 3) break;
        bits += bitsOf(link.lexicon, link.old.ids[to]!);
        words++;
        last = to;
      }
      to++;
    }
    if (words < leastMoved || bits < 20) link.to.fill(-1, from, last + 1);
    from = last;
  }
}
