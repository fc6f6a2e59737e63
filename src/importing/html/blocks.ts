/**
 * What can be told of a block by itself and by where it stands: prose or headline, quotation, links, weights.
 */
import type { Block, Branch, Tree } from './tree.ts';
import { isCalled, pullQuoteNames } from './zones.ts';

/** How many characters of these blocks are in each branch. */
export function weigh(tree: Tree, blocks: Iterable<Block>): (branch: Branch) => number {
  const weights = new Float64Array(tree.branches.length);
  for (const block of blocks) weights[block.owner.number]! += block.text.length;
  for (let n = tree.branches.length - 1; n > 0; n--) {
    const { parent } = tree.branches[n]!;
    if (parent) weights[parent.number]! += weights[n]!;
  }
  return (branch) => weights[branch.number]!;
}

/** The deepest branch with this share of all. */
export function deepestWith(tree: Tree, weight: (branch: Branch) => number, share: number): Branch {
  let at = tree.root;
  const enough = weight(tree.root) * share;
  for (;;) {
    const next = at.children.find((child): child is Branch => 'children' in child && weight(child) >= enough);
    if (!next || enough === 0) return at;
    at = next;
  }
}

/** Whether a block is text that people wrote to be read: long, with a sentence's end, mostly no link. */
export function isProse({ text, linked }: Block): boolean {
  return text.length >= 80 && linked * 3 < text.length && /[.!?…。！？؟।:]/.test(text);
}

export function closest(branch: Branch, tag: string): Branch | undefined {
  for (let at: Branch | undefined = branch; at; at = at.parent) if (at.tag === tag) return at;
  return undefined;
}

export function isIn(branch: Branch, outer: Branch): boolean {
  for (let at: Branch | undefined = branch; at && at.number >= outer.number; at = at.parent) if (at === outer) return true;
  return false;
}

/** Enough words to be another article's title. */
export function isHeadline(text: string): boolean {
  return text.length >= 20 && text.split(' ', 5).length >= 4;
}

/** Whether a block's link leads to the same site: to another article rather than to a source. */
export function leadsWithin(block: Block, base: string | undefined): boolean {
  const address = linkOf(block);
  if (address === undefined) return false;
  if (!/^[a-z]+:|^\/\//i.test(address)) return !address.startsWith('#');
  return base !== undefined && URL.canParse(address, base) && new URL(address, base).host === new URL(base).host;
}

/** Whether a line is a few words, a colon, and a link that is another article's title. */
export function leadsOn(block: Block): boolean {
  const colon = block.text.search(/[:：]/);
  const rest = block.text.slice(colon + 1).trim();
  return colon > 0 && colon < 40 && isHeadline(rest) && !rest.includes('\n') && Math.abs(block.linked - rest.length) <= 3;
}

export function linkOf(block: Block): string | undefined {
  for (const line of block.lines)
    for (const { parent, text } of line) {
      const link = /\S/.test(text) ? closest(parent, 'a') : undefined;
      if (link) return link.attribute('href');
    }
  return undefined;
}

export function isQuote(block: Block): boolean {
  if (closest(block.owner, 'blockquote')) return true;
  let at: Branch | undefined = block.owner;
  for (let n = 0; at && n < 4; at = at.parent, n++) if (isCalled(at, pullQuoteNames)) return true;
  return false;
}

export function start(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 60 ? `“${line.slice(0, 60).trim()}…”` : `“${line}”`;
}
