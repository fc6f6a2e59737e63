/**
 * One opinion from several: Readability's, Defuddle's where that is doubtful, and what JSON-LD holds of the text.
 */
import type { Flag } from '../draft.ts';
import { deepestWith, isProse, weigh } from './blocks.ts';
import { keyOf } from './head.ts';
import type { Metadata } from './metadata.ts';
import { askDefuddle, askReadability, type Opinion } from './oracles.ts';
import type { Block, Tree } from './tree.ts';
import { zonesOf } from './zones.ts';

/** Longer pages are not read a second time: an oracle more would cost more than it tells. */
const longestForTwo = 1_000_000;

/** Which blocks are held to be the article's. */
export function decide(document: Document, html: string, tree: Tree, metadata: Metadata): { opinion: Opinion; flags: Flag[] } {
  const flags: Flag[] = [];
  const told = articleBodyIn(tree, metadata);
  const heavy = isHeavy(html, tree);
  if (heavy) flags.push({ message: 'The page is too large or too deep for Readability: its text was found by simpler rules.', at: 'body' });
  let opinion: Opinion = new Set([...(heavy ? [] : askReadability(document, tree)), ...told]);
  const zones = zonesOf(tree, weigh(tree, opinion));
  const prose = tree.blocks.filter((block) => isProse(block) && !zones.has(block.owner));
  const all = lengthOf(prose);
  if (lengthOf(opinion) >= 500 && lengthOf(prose.filter((block) => opinion.has(block))) >= all * 0.4) return { opinion, flags };
  const rest = lengthOf(tree.blocks.filter((block) => !opinion.has(block) && !zones.has(block.owner)));
  const enough = rest < 200 || heavy || html.length > longestForTwo;
  const second = enough ? new Set<Block>() : askDefuddle(html, tree);
  const [one, other] = [proseIn(opinion), proseIn(second)];
  if (other > one * 1.15) {
    opinion = second;
    flags.push({ message: 'Readability and Defuddle differ: Defuddle’s longer text was taken.', at: 'body' });
  }
  if (lengthOf(opinion) > 0 && (proseIn(opinion) > 0 || all === 0)) return { opinion, flags };
  flags.push({ message: 'No article could be told from the page: look through all of it.', at: 'body' });
  return { opinion: largest(tree, prose), flags };
}

/** Whether the oracles, whose work grows faster than a page does, would take too long on it. */
function isHeavy(html: string, tree: Tree): boolean {
  if (tree.depth > 300 || tree.branches.length > 150_000) return true;
  if (html.length < 300_000) return false;
  // Each of these signs is a node of its own when they read the page anew.
  let signs = 0;
  for (const { text } of tree.blocks) signs += text.match(/[<>&\u00a0]/g)?.length ?? 0;
  return signs > 100_000;
}

function lengthOf(blocks: Iterable<Block>): number {
  let length = 0;
  for (const block of blocks) length += block.text.length;
  return length;
}

function proseIn(opinion: Opinion): number {
  return lengthOf([...opinion].filter(isProse));
}

/** The blocks that JSON-LD's `articleBody` has. */
function articleBodyIn(tree: Tree, { articleBody }: Metadata): Block[] {
  if (articleBody === undefined || articleBody.length < 400 || articleBody.length * tree.blocks.length > 1e9) return [];
  const all = keyOf(articleBody);
  return tree.blocks.filter((block) => {
    const key = block.text.length < 40 ? '' : keyOf(block.text);
    return key.length >= 40 && all.includes(key);
  });
}

/** For want of an oracle: what stands where most of the prose stands; all of the page where there is none. */
function largest(tree: Tree, prose: readonly Block[]): Opinion {
  const core = prose.length === 0 ? tree.root : deepestWith(tree, weigh(tree, prose), 0.6);
  const inside = new Set(tree.branches.filter((branch) => branch === core));
  for (const branch of tree.branches) if (branch.parent && inside.has(branch.parent)) inside.add(branch);
  return new Set(tree.blocks.filter((block) => inside.has(block.owner) && (block.linked * 2 < block.text.length || core !== tree.root)));
}
