/**
 * Where on a page the article is: its first and last block, and the elements around it.
 */
import type { Flag, Head } from '../draft.ts';
import { deepestWith, isIn, isProse, weigh } from './blocks.ts';
import { headingAbove } from './head.ts';
import type { Metadata } from './metadata.ts';
import type { Opinion } from './oracles.ts';
import type { Block, Branch, Tree } from './tree.ts';
import type { Zones } from './zones.ts';

export interface Page {
  readonly opinion: Opinion;
  readonly zones: Zones;
  readonly head: Head;
  readonly metadata: Metadata;
  /** The numbers of the first and last block that an oracle holds to be the article's, and of the title's. */
  readonly first: number;
  readonly last: number;
  readonly title: number;
  /** The smallest element with nearly all of the article, and the `article` or `main` around it. */
  readonly core: Branch;
  readonly around: Branch;
  readonly blocks: readonly Block[];
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
  const title = tree.blocks.findLast((block) => block.verdict === 'head' && headingAbove(block.owner));
  return {
    opinion,
    zones,
    head,
    metadata,
    first: sure.find((block) => block.text.length >= 40)?.number ?? sure[0]?.number ?? 0,
    last: core === tree.root ? last : lastInside(tree.blocks.slice(last + 1), core, zones, last),
    title: title?.number ?? -1,
    core,
    around,
    blocks: tree.blocks,
    flags: [],
  };
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
