/**
 * What others take for the article: Readability always, Defuddle where Readability's answer is doubtful.
 */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { fold } from '../../core/words.ts';
import { parsePage } from './page.ts';
import { collapse, isBlank, stampName, type Block, type Tree } from './tree.ts';

/** The blocks that an oracle holds to be the article's. */
export type Opinion = ReadonlySet<Block>;

/** Readability's opinion. Takes the document apart. No blocks where it finds no article or fails. */
export function askReadability(document: Document, tree: Tree): Opinion {
  const found = new Set<string>();
  try {
    const content = new Readability(document, { serializer: (node: Node) => node }).parse()?.content;
    if (content) gatherStamped(content, found);
  } catch {
    return new Set();
  }
  return new Set(tree.blocks.filter((block) => share(block, found) >= 0.5));
}

/** Defuddle's opinion on the same page, parsed anew. No blocks where it fails. */
export function askDefuddle(html: string, tree: Tree): Opinion {
  try {
    const { content } = new Defuddle(parsePage(html), { useAsync: false, url: 'https://example.org/' }).parse();
    const words = new Map<string, number>();
    for (const line of linesOf(parsePage(`<html><body>${content}</body></html>`).body)) words.set(line, (words.get(line) ?? 0) + 1);
    const opinion = new Set<Block>();
    for (const block of tree.blocks) {
      const keys = block.text.split('\n').map(keyOf);
      if (!keys.some((key) => (words.get(key) ?? 0) > 0)) continue;
      for (const key of keys) words.set(key, (words.get(key) ?? 0) - 1);
      opinion.add(block);
    }
    return opinion;
  } catch {
    return new Set();
  }
}

/** How much of a block's text is among what was found. */
function share(block: Block, found: ReadonlySet<string>): number {
  let all = 0;
  let there = 0;
  for (const line of block.lines)
    for (const leaf of line) {
      if (leaf.of !== 'text' || isBlank(leaf.text)) continue;
      const text = collapse(leaf.text).trim();
      all += text.length;
      // Readability takes elements away from around words: the nearest that is left may be further up.
      let at: Block['owner'] | undefined = leaf.parent;
      for (let n = 0; at && n < 10; at = at.parent, n++)
        if (found.has(`${at.number} ${text}`)) {
          there += text.length;
          break;
        }
    }
  return all === 0 ? 0 : there / all;
}

/** Each text with the stamp of the nearest element that has one. */
function gatherStamped(root: Node, found: Set<string>): void {
  walk(root, (node, element) => {
    if (node.nodeType !== 3 || isBlank(node.nodeValue ?? '')) return;
    let at: Element | null = element;
    while (at && !at.hasAttribute(stampName)) at = at.parentElement;
    if (at) found.add(`${at.getAttribute(stampName)} ${collapse(node.nodeValue!).trim()}`);
  });
}

const inLine = /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

function linesOf(root: Node): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const key = keyOf(line);
    if (key) lines.push(key);
    line = '';
  };
  walk(root, (node) => {
    if (node.nodeType === 3) line += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !inLine.test((node as Element).localName)) end();
  });
  end();
  return lines;
}

/** In order, elements both before and after what is in them. */
function walk(root: Node, visit: (node: Node, parent: Element | null) => void): void {
  let node = root;
  let down = true;
  for (;;) {
    visit(node, node.parentElement);
    if (down && node.firstChild) node = node.firstChild;
    else if (node === root) return;
    else {
      down = node.nextSibling !== null;
      node = node.nextSibling ?? node.parentNode!;
    }
  }
}

function keyOf(line: string): string {
  return fold(line)
    .text.replace(/\P{L}+/gu, '')
    .toLowerCase();
}
