/**
 * The words of a block as Markdown: paragraphs, lines, emphasis, links, pictures.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { endsSentence } from '../text/furniture.ts';
import { closest } from './blocks.ts';
import { collapse, textOfLines, type Block, type Branch, type Leaf } from './tree.ts';

/** A block's paragraphs: its lines are paragraphs where they are long and end as sentences do, else lines of one. */
export function paragraphsOf(block: Block): RootContent[] {
  const pre = closest(block.owner, 'pre');
  if (pre) return preformatted(block, pre);
  const lines = block.lines.filter((line) => textOfLines([line]) !== '');
  const texts = lines.map((line) => textOfLines([line]));
  const long = texts.length > 1 && block.text.length / texts.length > 70 && texts.filter(endsSentence).length * 3 >= texts.length * 2;
  const address = pictureOf(block);
  const nodes = lines.map((line) => link(phrasing(line, block.owner.tag === 'dt'), address));
  if (long) return nodes.map((children) => ({ type: 'paragraph', children }));
  return [{ type: 'paragraph', children: nodes.flatMap((children, n) => (n > 0 ? [{ type: 'break' }, ...children] : children)) }];
}

function preformatted(block: Block, pre: Branch): RootContent[] {
  const text = block.lines
    .map((line) => line.map(({ of, text }) => (of === 'text' ? text : ` ${text} `)).join(''))
    .join('\n')
    .replace(/^\n/, '');
  const code =
    pre.children.some((child) => 'children' in child && child.tag === 'code') ||
    /\b(?:lang|language|highlight|code|brush)\b/i.test(pre.attribute('class') ?? '');
  const lines = text.split('\n').filter((line) => /\S/.test(line));
  const prose = !code && block.text.length / Math.max(1, lines.length) > 35 && !/[{};]$/m.test(text);
  if (!prose) return [{ type: 'code', value: text.trimEnd() }];
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n'))
    if (/\S/.test(line)) paragraphs.at(-1)!.push(line.trim());
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
  return paragraphs
    .filter((each) => each.length > 0)
    .map((each) => ({ type: 'paragraph', children: [{ type: 'text', value: each.join(' ') }] }));
}

export function space(): PhrasingContent {
  return { type: 'text', value: ' ' };
}

/** A line's words with their emphasis and links. Neighbours of the same marks are one. */
export function phrasing(line: readonly Leaf[], strong = false): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let n = 0;
  while (n < line.length) {
    const leaf = line[n]!;
    const marks = marksOf(leaf);
    let text = leaf.text;
    for (n++; n < line.length && leaf.of === 'text' && line[n]!.of === 'text' && isSame(marks, marksOf(line[n]!)); n++)
      text += line[n]!.text;
    nodes.push(...marked(leaf, collapse(text), marks));
  }
  return strong ? [{ type: 'strong', children: nodes }] : nodes;
}

/** The elements around a leaf that mark it, innermost first; links also where they are around blocks. */
function marksOf(leaf: Leaf): Branch[] {
  const marks: Branch[] = [];
  let at: Branch | undefined = leaf.parent;
  for (let n = 0; at && (!at.apart || n < 6); at = at.parent, n++) if (at.apart ? at.tag === 'a' : markOf(at.tag) !== '') marks.push(at);
  return marks;
}

function isSame(one: readonly Branch[], other: readonly Branch[]): boolean {
  return one.length === other.length && one.every((branch, n) => branch === other[n]);
}

function marked(leaf: Leaf, value: string, marks: readonly Branch[]): PhrasingContent[] {
  if (leaf.of === 'field') return [space(), { type: 'text', value }, space()];
  let node: PhrasingContent = { type: 'text', value };
  const picture = leaf.of === 'image' && /\p{L}/u.test(value);
  if (picture) node = linkTo(addressOf(leaf.parent), [node]);
  const done = new Set<string>();
  for (const branch of marks) {
    const mark = markOf(branch.tag);
    if (mark === '' || done.has(mark)) continue;
    done.add(mark);
    if (mark === 'code') {
      if (node.type === 'text' && /\S/.test(value)) node = { type: 'inlineCode', value };
    } else if (mark === 'link') node = picture ? node : linkTo(branch.attribute('href'), [node]);
    else node = { type: mark, children: [node] };
  }
  return leaf.of === 'image' ? [space(), node, space()] : [node];
}

function linkTo(address: string | undefined, children: PhrasingContent[]): PhrasingContent {
  if (!address || address.trim().startsWith('#')) return children[0]!;
  return { type: 'link', url: address, children };
}

function markOf(tag: string): '' | 'link' | 'strong' | 'emphasis' | 'delete' | 'code' {
  switch (tag) {
    case 'a':
      return 'link';
    case 'b':
    case 'strong':
      return 'strong';
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
    case 'var':
      return 'emphasis';
    case 'del':
    case 's':
    case 'strike':
      return 'delete';
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return 'code';
    default:
      return '';
  }
}

/** Where an image is, past what stands in its place until it is loaded. */
function addressOf({ attribute }: Branch): string | undefined {
  const source = attribute('src');
  const lazy = attribute('data-src') ?? attribute('data-lazy-src') ?? attribute('data-original');
  if (lazy) return lazy;
  return source && !source.startsWith('data:') ? source : /^[^\s,]+/.exec(attribute('srcset')?.trim() ?? '')?.[0];
}

/** The picture that a caption belongs to: its words become the link to it, unless they have links of their own. */
function pictureOf(block: Block): string | undefined {
  const figure = closest(block.owner, 'figcaption') && closest(block.owner, 'figure');
  if (!figure || block.linked > 0) return undefined;
  const waiting: Branch[] = [figure];
  for (const at of waiting) {
    if (at.tag.endsWith('img')) return addressOf(at);
    if (waiting.length < 200) waiting.push(...at.children.slice(0, 50).filter((child) => 'children' in child));
  }
  return undefined;
}

function link(children: PhrasingContent[], address: string | undefined): PhrasingContent[] {
  return address === undefined ? children : [{ type: 'link', url: address, children }];
}
