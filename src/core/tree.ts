/**
 * From a document's tree to its flat words, with the way back to every text node. What counts as a word is decided here and
 * nowhere else: text nodes do; headings, and the numbers, markers and task boxes that we or GFM add, do not.
 */
import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast';
import type { Block, Span } from './model.ts';
import { blockBorder } from './words.ts';

/** A text node and the run of flat words that it holds. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Terms are found in text, not in links or code. */
  readonly where: 'text' | 'link' | 'code';
}

export interface Flat {
  readonly words: string;
  readonly blocks: readonly Block[];
  readonly pieces: ReadonlyMap<Text, Piece>;
  /** Where the placeholders of in-place notes and terms stand, and the document's own links to terms; in order. */
  readonly anchors: readonly { readonly element: Element; readonly start: number; readonly end: number }[];
}

/** Elements whose own text nodes are only line ends between their children. */
const structural = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'blockquote', 'section', 'figure']);
const nestedBlocks = new Set([
  'li',
  'p',
  'td',
  'th',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'table',
  'figure',
  'figcaption',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Names of the elements that stand for `<Note>` and `<Term>` until they are lifted out. */
export const noteAnchor = 'variorum-note';
export const termAnchor = 'variorum-term';

/**
 * The words of a document, block by block. Headings part the blocks and are not among them.
 * @param root the children are the top-level elements of one document
 */
export function flatten(root: Root): Flat {
  const blocks: Block[] = [];
  const pieces = new Map<Text, Piece>();
  const anchors: { element: Element; start: number; end: number }[] = [];
  let words = '';
  let section = 0;
  let start = 0;

  let gap = false;
  const border = (): void => {
    gap = words.length > start;
  };
  const closeGap = (): void => {
    if (gap && !/\s$/.test(words)) words += ' ';
    gap = false;
  };
  const walk = (node: ElementContent, where: Piece['where'], parent: string): void => {
    if (node.type === 'text') {
      if (structural.has(parent) && node.value.trim() === '') return;
      closeGap();
      pieces.set(node, { start: words.length, end: words.length + node.value.length, where });
      words += node.value;
    } else if (node.type === 'element' && !isApparatus(node)) {
      if (node.tagName === 'br' || nestedBlocks.has(node.tagName)) border();
      if (node.tagName === termAnchor) closeGap();
      const from = words.length;
      const within = node.tagName === 'a' ? 'link' : node.tagName === 'code' && where === 'text' ? 'code' : where;
      for (const child of node.children) walk(child, within, node.tagName);
      if (node.tagName === noteAnchor || node.tagName === termAnchor || linksTerm(node))
        anchors.push({ element: node, start: from, end: words.length });
      if (nestedBlocks.has(node.tagName)) border();
    }
  };

  let number = 0;
  for (const element of root.children) {
    if (element.type !== 'element') continue;
    if (isHeading(element)) section++;
    if (!isBlock(element)) continue;
    if (words !== '') words += blockBorder;
    start = words.length;
    gap = false;
    walk(element, 'text', '');
    const footnotes = element.tagName === 'section';
    blocks.push({ number: footnotes ? 0 : ++number, element, section, start, end: words.length });
  }
  return { words, blocks, pieces, anchors };
}

/** Where in a list of spans, in order and none overlapping, the first is that ends after an offset; its length where none does. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first of a document's blocks that holds a span. */
export function blockAround(blocks: readonly Block[], span: Span): Block | undefined {
  // A span at the end of a block, or in one without words, ends no earlier than its block.
  const block = blocks[firstEndingAfter(blocks, span.end - 1)];
  return block && block.start <= span.start && span.end <= block.end ? block : undefined;
}

/** Whether a top-level node is a heading. */
export function isHeading(node: RootContent): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

/** Whether a top-level node is a block: anything but a heading or a rule. */
export function isBlock(node: RootContent): node is Element {
  return node.type === 'element' && !/^h[1-6]$/.test(node.tagName) && node.tagName !== 'hr';
}

/** The text of a tree, without what is no words of it. */
export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isApparatus(node)) return '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Make an element. Strings become text nodes; undefined and false children are left out. */
export function h(tagName: string, properties: Properties, ...children: readonly (ElementContent | string | undefined | false)[]): Element {
  const content: ElementContent[] = [];
  for (const child of children) {
    if (child !== undefined && child !== false) content.push(typeof child === 'string' ? { type: 'text', value: child } : child);
  }
  return { type: 'element', tagName, properties, children: content };
}

/** Call a function on every element of a tree, parents first. */
export function eachElement(node: Root | RootContent, visit: (element: Element) => void): void {
  if (node.type === 'element') visit(node);
  if ('children' in node) for (const child of node.children) eachElement(child, visit);
}

/** Call a function on every text of a tree, in order. */
export function eachText(node: Root | RootContent, visit: (text: Text) => void): void {
  if (node.type === 'text') visit(node);
  if ('children' in node) for (const child of node.children) eachText(child, visit);
}

function linksTerm(element: Element): boolean {
  return element.tagName === 'a' && String(element.properties['href'] ?? '').startsWith('term:');
}

function isApparatus(element: Element): boolean {
  return element.properties['dataApparatus'] !== undefined;
}
