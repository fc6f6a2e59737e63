/**
 * Which blocks are the article's: each judged by itself, then what can only be told of several together.
 */
import type { Flag, Head, Reason } from '../draft.ts';
import { furnitureOf, relatedLabelOf } from '../text/furniture.ts';
import { closest, isHeadline, isIn, isProse, isQuote, leadsWithin, linkOf } from './blocks.ts';
import { headingAbove, keyOf } from './head.ts';
import { judge } from './judge.ts';
import type { Metadata } from './metadata.ts';
import type { Opinion } from './oracles.ts';
import { readPage, type Page } from './region.ts';
import type { Block, Branch, Tree } from './tree.ts';
import { isCalled, versionNames, type Zones } from './zones.ts';

/** Give every block a verdict that has none yet. */
export function choose(tree: Tree, opinion: Opinion, zones: Zones, head: Head, metadata: Metadata): Flag[] {
  const page = readPage(tree, opinion, zones, head, metadata);
  for (const block of tree.blocks) block.verdict ??= judge(block, page);
  const body = (): Block[] => tree.blocks.filter((block) => block.verdict === 'body');
  dropSectionsOfLinks(tree.blocks, page);
  dropRepeated(body(), tree.blocks);
  keepTablesWhole(tree.blocks, page);
  keepNotes(tree.blocks, page);
  if (page.title >= 0) keepHeadings(tree.blocks, page);
  dropEmptyHeadings(tree.blocks);
  if (!tree.blocks.some(({ verdict }) => verdict === 'body')) keepSomething(tree.blocks, page);
  return page.flags;
}

/** A label such as “Related articles” and the links under it; and lists that are nothing but links to other articles. */
function dropSectionsOfLinks(blocks: readonly Block[], page: Page): void {
  let reason: Reason | undefined;
  for (const block of blocks) {
    if (block.verdict === 'head') reason = undefined;
    const label = block.text.length < 60 ? labelOf(block) : undefined;
    if (label) reason = label;
    else if (reason && (headingAbove(block.owner) || isProse(block)) && block.linked * 2 < block.text.length) reason = undefined;
    else if (reason && block.verdict === 'body' && block.linked * 5 > block.text.length * 3) block.verdict = reason;
  }
  const lists = new Map<Branch, Block[]>();
  for (const block of blocks) {
    if (block.verdict !== 'body') continue;
    const list = closest(block.owner, 'ul') ?? closest(block.owner, 'ol');
    if (!list) continue;
    const known = lists.get(list);
    if (known) known.push(block);
    else lists.set(list, [block]);
  }
  for (const own of lists.values()) {
    const before = blocks[own[0]!.number - 1];
    if (before?.verdict === 'body' && /[:：]$/.test(before.text)) continue;
    const links = own.filter((block) => block.linked * 10 >= block.text.length * 9);
    if (links.length < own.length || own.length < 2) continue;
    if (own.every((block) => linkOf(block)?.startsWith('#'))) for (const block of own) block.verdict = 'navigation';
    else if (own.every((block) => leadsWithin(block, page.metadata.base) && isHeadline(block.text)))
      for (const block of own) block.verdict = 'related';
  }
}

function labelOf(block: Block): Reason | undefined {
  if (relatedLabelOf(block.text) === 'alone') return 'related';
  return headingAbove(block.owner) ? furnitureOf(block.text) : undefined;
}

/** The text of a note whose mark is kept is kept. */
function keepNotes(blocks: readonly Block[], page: Page): void {
  const named = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.verdict === 'body' || block.verdict === 'head' || block.verdict === 'comment' || page.zones.has(block.owner)) continue;
    for (const name of namesOf(block)) {
      const known = named.get(name);
      if (known) known.push(block);
      else named.set(name, [block]);
    }
  }
  if (named.size === 0) return;
  for (const block of blocks) {
    if (block.verdict !== 'body') continue;
    for (const { parent, text } of block.lines.flat()) {
      const address = /^[\s[(]*[\p{L}\p{N}*†‡§]{1,4}[\s\])]*$/u.test(text) ? closest(parent, 'a')?.attribute('href') : undefined;
      const note = address?.includes('#') ? named.get(address.slice(address.indexOf('#') + 1)) : undefined;
      if (note && note.length <= 8) for (const each of note) each.verdict = 'body';
    }
  }
}

/** The names by which a link leads to a block. */
function namesOf(block: Block): string[] {
  const names: string[] = [];
  let at: Branch | undefined = block.owner;
  for (let n = 0; at && n < 4; at = at.parent, n++) names.push(at.attribute('id') ?? '');
  for (const { parent } of block.lines[0]!.slice(0, 4))
    for (let inner = parent; inner !== block.owner && inner.parent; inner = inner.parent)
      names.push(inner.attribute('id') ?? '', inner.attribute('name') ?? '');
  return names.filter((name) => name !== '');
}

/** Pull quotes, and what a page holds twice for two widths of screen. */
function dropRepeated(body: readonly Block[], blocks: readonly Block[]): void {
  const before = new Map<string, Block>();
  for (const block of body) {
    if (block.text.length < 60 || closest(block.owner, 'pre')) continue;
    const twin = before.get(block.text);
    before.set(block.text, block);
    if (twin && block.number - twin.number <= 4 && areVersions(twin, block)) block.verdict = 'caption-duplicate';
  }
  const quotes = blocks
    .filter((block) => (block.verdict === 'body' || block.verdict === 'unsure') && block.text.length < 500 && isQuote(block))
    .slice(0, 40);
  if (quotes.length === 0) return;
  const all = keyOf(
    body
      .filter((block) => block.verdict === 'body' && !quotes.includes(block))
      .map(({ text }) => text)
      .join('\n'),
  );
  for (const block of quotes) {
    const key = keyOf(block.text);
    if (key.length >= 20 && all.includes(key)) block.verdict = 'caption-duplicate';
  }
}

/** Whether two blocks of the same words are one for two widths of screen, or a caption said twice: their elements tell; a refrain's do not. */
function areVersions(one: Block, other: Block): boolean {
  return [one, other].some((block) => {
    let at: Branch | undefined = block.owner;
    for (let n = 0; at && n < 4 && !isIn((block === one ? other : one).owner, at); at = at.parent, n++)
      if (/^(?:figcaption|caption|figure|picture|noscript)$/.test(at.tag) || isCalled(at, versionNames)) return true;
    return false;
  });
}

/** A table of figures and names that an oracle holds to be the article's is kept whole, whatever its cells look like by themselves. */
function keepTablesWhole(blocks: readonly Block[], page: Page): void {
  const tables = new Map<Branch, { blocks: Block[]; all: number; believed: number }>();
  for (const block of blocks) {
    const table = closest(block.owner, 'table');
    if (!table) continue;
    let own = tables.get(table);
    if (!own) tables.set(table, (own = { blocks: [], all: 0, believed: 0 }));
    own.blocks.push(block);
    own.all += block.text.length;
    if (page.opinion.has(block) || block.verdict === 'body') own.believed += block.text.length;
  }
  for (const { blocks: own, all, believed } of tables.values()) {
    if (believed * 5 < all * 3 || all / own.length > 100) continue;
    for (const block of own) if (block.verdict !== 'head' && !page.zones.has(block.owner)) block.verdict = 'body';
  }
}

/** Headings that an oracle left out, right above what is kept. */
function keepHeadings(blocks: readonly Block[], page: Page): void {
  for (let n = Math.min(page.last, blocks.length - 1); n > page.title && n >= 0; n--) {
    const block = blocks[n]!;
    if (block.verdict === 'unsure' && headingAbove(block.owner) && blocks[n + 1]?.verdict === 'body' && isIn(block.owner, page.around))
      if (!page.zones.has(block.owner)) block.verdict = 'body';
  }
}

/** Headings that nothing follows before one of their rank, at the end of what is kept. */
function dropEmptyHeadings(blocks: readonly Block[]): void {
  for (let n = blocks.length - 1; n >= 0; n--) {
    const block = blocks[n]!;
    if (block.verdict !== 'body') continue;
    if (!headingAbove(block.owner)) return;
    block.verdict = block.linked > 0 ? 'related' : 'unsure';
  }
}

/** A page of which nothing was kept is kept but for what its elements set apart; all of it, where that is nothing. */
function keepSomething(blocks: readonly Block[], page: Page): void {
  const rest = blocks.filter(({ verdict }) => verdict !== 'head');
  const free = rest.filter((block) => !page.zones.has(block.owner));
  for (const block of free.length > 0 ? free : rest) block.verdict = 'body';
  page.flags.push({ message: 'Nothing on the page looks like an article: all of it was kept that is not navigation.', at: 'body' });
}
