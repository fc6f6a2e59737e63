/**
 * Where on a page the article is: its first and last block, and the elements around it.
 */
import type { Flag, Head } from '../draft.ts';
import { addressesReader, endsSentence, furnitureOf } from '../text/furniture.ts';
import { closest, deepestWith, isHeadline, isIn, isProse, leadsWithin, weigh } from './blocks.ts';
import { headingAbove } from './head.ts';
import type { Metadata } from './metadata.ts';
import type { Opinion } from './oracles.ts';
import type { Block, Branch, Tree } from './tree.ts';
import type { Zone, Zones } from './zones.ts';

export interface Page {
  readonly opinion: Opinion;
  readonly zones: Zones;
  readonly head: Head;
  readonly metadata: Metadata;
  /** The numbers of the first and last block that an oracle holds to be the article's, and of the title's. */
  readonly first: number;
  readonly last: number;
  readonly title: number;
  /** The number of the first paragraph of sentences. */
  readonly opening: number;
  /** The smallest element with nearly all of the article, and the `article` or `main` around it. */
  readonly core: Branch;
  readonly around: Branch;
  readonly blocks: readonly Block[];
  /** Elements in the midst of the text that are called furniture and hold sentences. */
  readonly doubted: ReadonlySet<Branch>;
  readonly flags: Flag[];
}

export function readPage(tree: Tree, opinion: Opinion, zones: Zones, head: Head, metadata: Metadata): Page {
  const sure = tree.blocks.filter((block) => opinion.has(block) && !zones.has(block.owner));
  const weight = weigh(tree, sure);
  const core = deepestWith(tree, weight, 0.93);
  let around = core;
  for (let at = core.parent; at?.parent; at = at.parent) if (isArticle(at)) around = at;
  if (around === core && core.parent?.parent) around = core.parent;
  const last = sure.findLast((block) => block.text.length >= 40)?.number ?? sure.at(-1)?.number ?? tree.blocks.length;
  const first = sure.find((block) => block.text.length >= 40)?.number ?? sure[0]?.number ?? 0;
  const end = core === tree.root ? last : lastInside(tree.blocks.slice(last + 1), core, zones, last);
  const title = tree.blocks.findLast((block) => block.verdict === 'head' && headingAbove(block.owner));
  return {
    opinion,
    zones,
    head,
    metadata,
    first,
    opening: sure.find((block) => isProse(block) && !closest(block.owner, 'figure') && !headingAbove(block.owner))?.number ?? first,
    last: end,
    title: title?.number ?? -1,
    core,
    around,
    blocks: tree.blocks,
    doubted: doubtedZones(tree, zones, { core, first, last: end, base: metadata.base }),
    flags: [],
  };
}

/** The zone that a block is in, or that all its words are in. */
export function zoneOf(block: Block, zones: Zones): Zone | undefined {
  const zone = zones.get(block.owner);
  if (zone) return zone;
  let inner: Zone | undefined;
  for (const line of block.lines)
    for (const { parent, text } of line) {
      if (!/\S/.test(text)) continue;
      inner = zones.get(parent);
      if (!inner) return undefined;
    }
  return inner;
}

/** A name is no proof: zones that only a class makes, in the midst of the text, that hold sentences and little else. */
function doubtedZones(
  tree: Tree,
  zones: Zones,
  place: { core: Branch; first: number; last: number; base: string | undefined },
): ReadonlySet<Branch> {
  const held = new Map<Branch, Block[]>();
  for (const block of tree.blocks) {
    const zone = zoneOf(block, zones);
    if (!zone || zone.sure) continue;
    const known = held.get(zone.branch);
    if (known) known.push(block);
    else held.set(zone.branch, [block]);
  }
  const withFields = new Set<Branch>();
  for (const branch of tree.branches) {
    if (!/^(?:input|textarea|select|button|form)$/.test(branch.tag)) continue;
    for (let at: Branch | undefined = branch; at && !withFields.has(at); at = at.parent) withFields.add(at);
  }
  const doubted = new Set<Branch>();
  for (const [branch, blocks] of held) {
    const midst = blocks[0]!.number > place.first && blocks.at(-1)!.number < place.last && isIn(branch, place.core);
    if (midst && !withFields.has(branch) && holdsSentences(blocks, place.base)) doubted.add(branch);
  }
  return doubted;
}

function holdsSentences(blocks: readonly Block[], base: string | undefined): boolean {
  let all = 0;
  let linked = 0;
  let sentences = 0;
  for (const block of blocks) {
    const { text } = block;
    all += text.length;
    linked += block.linked;
    if (block.linked * 10 >= text.length * 9 && isHeadline(text) && leadsWithin(block, base)) return false;
    if (addressesReader(text) || (furnitureOf(text) && !headingAbove(block.owner))) continue;
    if (endsSentence(text) && text.split(' ', 5).length > 4) sentences += text.length;
  }
  return linked * 3 < all && sentences * 2 > all;
}

/** Where the article ends, if it goes on in the same element after what the oracle found: prose, and far more of it than of links. */
function lastInside(rest: readonly Block[], core: Branch, zones: Zones, last: number): number {
  let prose = 0;
  let linked = 0;
  let end = last;
  for (const block of rest) {
    if (!isIn(block.owner, core)) break;
    if (zones.has(block.owner)) continue;
    linked += block.linked;
    if (!isProse(block)) continue;
    prose += block.text.length;
    if (prose >= 300 && prose > linked * 3) end = block.number;
  }
  return end;
}

function isArticle({ tag, attribute }: Branch): boolean {
  return tag === 'article' || tag === 'main' || attribute('role') === 'main' || /articlebody/i.test(attribute('itemprop') ?? '');
}
