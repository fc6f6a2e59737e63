/**
 * Whole blocks of a former text found again in a text that has changed: by where their words went, never by their numbers.
 */
import { carry } from './carry.ts';
import type { Block, Span } from './model.ts';
import { keptFloor, leastEvidence, type Anchored, type Candidate } from './reanchor.ts';
import { bitsOf, newLexicon, tokenise, touched } from './tokens.ts';
import { firstEndingAfter } from './tree.ts';
import { fold, type Folded } from './words.ts';

/** A text and its blocks, in order. Footnotes, which have no number, are nobody's place. */
export interface BlockText {
  readonly folded: Folded;
  readonly blocks: readonly Block[];
}

/**
 * What became of blocks. `exact`: it stands under its number, whatever was changed in it. `moved`: the same words under another
 * number; `changed`: with other words, under another number. `ambiguous`: it was divided, and no part is the greater. `lost`: its words
 * are gone. Near linear in the texts.
 * @param wanted blocks of `before`
 */
export function reanchorBlocks(wanted: readonly Block[], after: BlockText, before: BlockText): Anchored[] {
  const lexicon = newLexicon();
  const [old, now] = [tokenise(before.folded, lexicon, true), tokenise(after.folded, lexicon, true)];
  const link = carry(old, now, lexicon);
  return wanted.map((block) => {
    const words = touched(old, block.start, block.end);
    if (words.from === words.to || block.start === block.end) return bySight(block, after, before);
    const went = new Map<Block, number>();
    let all = 0;
    for (let i = words.from; i < words.to; i++) {
      const bits = bitsOf(lexicon, old.ids[i]!);
      all += bits;
      const there = link.to[i]! < 0 ? undefined : blockOf(after.blocks, now.starts[link.to[i]!]!);
      if (there && there.number > 0) went.set(there, (went.get(there) ?? 0) + bits * link.likeness[i]!);
    }
    const candidates = [...went]
      .map(([there, bits]) => ({ block: there, bits, score: Math.min(1, bits / all) }))
      .sort((a, b) => b.bits - a.bits || a.block.start - b.block.start);
    const [best, next] = candidates;
    const places = candidates.map(({ block: there, score }) => ({ span: spanOf(there), score }));
    if (!best || best.score < keptFloor(all) || best.bits < Math.min(leastEvidence, 0.6 * all)) return found('lost', places);
    if (next && next.bits >= evenly * best.bits) return found('ambiguous', places);
    if (best.block.number === block.number) return found('exact', places, best.block);
    return found(same(block, before, best.block, after) ? 'moved' : 'changed', places, best.block);
  });
}

/** Parts as near to each other as this are halves. */
const evenly = 0.6;
const mostChoices = 9;

function found(state: Anchored['state'], places: readonly Candidate[], block?: Block): Anchored {
  const candidates = places.slice(0, mostChoices);
  return { state, score: candidates[0]?.score ?? 0, candidates, ...(block && { span: spanOf(block) }) };
}

/** A block without words, such as a figure, by what it shows: among several that show the same, by their order. */
function bySight(block: Block, after: BlockText, before: BlockText): Anchored {
  const sight = sightOf(block, before);
  const alike = (text: BlockText): Block[] => text.blocks.filter((each) => each.number > 0 && sightOf(each, text) === sight);
  const [were, are] = [alike(before), alike(after)];
  const places = are.map((each) => ({ span: spanOf(each), score: 1 }));
  // Where there are fewer or more of them than before, only one that stands under its number is not in doubt.
  const here = are.length === were.length ? are[were.indexOf(block)] : are.find(({ number }) => number === block.number);
  if (!here) return found(are.length > 0 ? 'ambiguous' : 'lost', places);
  return found(here.number === block.number ? 'exact' : 'moved', [{ span: spanOf(here), score: 1 }], here);
}

function sightOf(block: Block, { folded }: BlockText): string {
  const words = fold(folded.original.slice(block.start, block.end)).text.trim();
  // Where a thing stands in its file is no part of what it shows.
  return words === '' ? JSON.stringify(block.element, (key, value: unknown) => (key === 'position' ? undefined : value)) : words;
}

function same(block: Block, before: BlockText, other: Block, after: BlockText): boolean {
  return sightOf(block, before) === sightOf(other, after);
}

function spanOf({ start, end }: Block): Span {
  return { start, end };
}

function blockOf(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[firstEndingAfter(blocks, offset)];
}
