/**
 * A page as plain values, before the oracles take the document apart: branches, leaves of words, and the blocks that they make.
 */
import { withoutControls } from '../controls.ts';
import type { Reason, Repair } from '../draft.ts';
import { isUnseen, standsApart, wordsOfElement } from './seen.ts';

/** An element. Its number is its place in the page's order, and stands as `data-vn` in the document. */
export interface Branch {
  readonly number: number;
  readonly tag: string;
  readonly parent: Branch | undefined;
  readonly depth: number;
  /** Its place among its siblings of the same tag, from 1, and how many these are. */
  readonly nth: number;
  readonly like: { count: number };
  /** True where the words before and after its borders are apart. */
  readonly apart: boolean;
  readonly attribute: (name: string) => string | undefined;
  readonly children: (Branch | Leaf)[];
}

/** Words: a text node, or those that an element shows without one. */
export interface Leaf {
  readonly text: string;
  readonly parent: Branch;
  /** What shows the words, where that is no text node. */
  readonly of: 'text' | 'image' | 'field';
  block: Block;
}

/** A run of words that nothing divides but lines: what is kept or set aside as a whole. */
export interface Block {
  readonly number: number;
  /** The nearest element that stands apart. */
  readonly owner: Branch;
  /** Each line's leaves: `br` divides lines, two of them divide blocks. */
  readonly lines: Leaf[][];
  /** As a reader sees it: spaces collapsed, lines divided by line ends. */
  text: string;
  linked: number;
  /** Why it is set aside, where it is kept, or undefined before that is known. */
  verdict: Reason | 'body' | 'head' | undefined;
}

export interface Tree {
  readonly root: Branch;
  /** In the page's order. */
  readonly branches: readonly Branch[];
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  /** How deep the page is nested, deeper branches counted too. */
  readonly depth: number;
}

export const stampName = 'data-vn';
/** Deeper elements are left out, and what is in them counts to this depth: no page's structure is so deep. */
const deepest = 150;

/** Read the visible page. Stamps each element of the document with its number. */
export function readTree(body: Element, hiddenToo: boolean): Tree {
  const branches: Branch[] = [];
  const repairs: Repair[] = [];
  const blocks = new Blocks();
  const siblings = new Siblings();
  const root = branchOf(body, undefined, branches, { count: 1 });
  const open: Branch[] = [root];
  blocks.border(root);
  let depth = 0;
  let node: Node | null = body.firstChild;
  let parent: Node = body;
  for (;;) {
    while (!node) {
      // Up from the last child.
      if (parent === body) return { root, branches, blocks: blocks.done(), repairs, depth };
      const left = open.pop()!;
      if (left.apart) blocks.border(open.at(-1)!);
      node = parent.nextSibling;
      parent = parent.parentNode!;
    }
    const here: Branch = open.at(-1)!;
    const current: Node = node;
    node = current.nextSibling;
    if (current.nodeType === 3) {
      const raw = current.nodeValue ?? '';
      const clean = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udfff]/.test(raw)
        ? withoutControls(raw, pathOf(here))
        : undefined;
      if (clean) repairs.push(...clean.repairs);
      blocks.add(clean?.text ?? raw, 'text', here);
      continue;
    }
    if (current.nodeType !== 1) continue;
    const element = current as Element;
    const tag = element.localName.toLowerCase();
    const like = siblings.of(parent, tag);
    if (isUnseen(tag, (name) => element.getAttribute(name), hiddenToo)) continue;
    const branch = branchOf(element, here, branches, like);
    if (tag === 'br') {
      blocks.lineEnd();
      continue;
    }
    if (branch.apart) blocks.border(branch);
    const words = wordsOfElement(tag, branch.attribute);
    if (words) blocks.addOf(words, tag.endsWith('img') ? 'image' : 'field', branch);
    open.push(branch);
    depth = Math.max(depth, open.length);
    parent = current;
    node = current.firstChild;
  }
}

function branchOf(element: Element, parent: Branch | undefined, branches: Branch[], like: { count: number }): Branch {
  const values = new Map<string, string>();
  for (const { name, value } of element.attributes) values.set(name.toLowerCase(), value);
  const attribute = (name: string): string | undefined => values.get(name);
  const tag = element.localName.toLowerCase();
  const above = parent && parent.depth >= deepest ? parent.parent! : parent;
  const branch: Branch = {
    number: branches.length,
    tag,
    parent: above,
    depth: above ? above.depth + 1 : 0,
    nth: like.count,
    like,
    apart: standsApart(tag, attribute),
    attribute,
    children: [],
  };
  // An oracle's own reading of a style grows with its square.
  if ((values.get('style')?.length ?? 0) > 2000) element.removeAttribute('style');
  element.setAttribute(stampName, String(branch.number));
  above?.children.push(branch);
  branches.push(branch);
  return branch;
}

/** Counts elements of one tag in one parent. */
class Siblings {
  readonly #counts = new Map<Node, Map<string, { count: number }>>();

  of(parent: Node, tag: string): { count: number } {
    let tags = this.#counts.get(parent);
    if (!tags) this.#counts.set(parent, (tags = new Map()));
    const like = tags.get(tag);
    if (!like) tags.set(tag, { count: 1 });
    else like.count++;
    return tags.get(tag)!;
  }
}

/** Puts leaves together to blocks, as the walk meets them. */
class Blocks {
  readonly #blocks: Block[] = [];
  #current: Block | undefined;
  #owner: Branch | undefined;
  #ends = 0;

  /** Words before here and after are of different blocks; what follows stands in `owner`. */
  border(owner: Branch): void {
    this.#current = undefined;
    this.#owner = nearestApart(owner);
    this.#ends = 0;
  }

  lineEnd(): void {
    if (++this.#ends >= 2) this.#current = undefined;
    else if (this.#current) this.#current.lines.push([]);
  }

  addOf(text: string, of: Leaf['of'], parent: Branch): void {
    this.add(withoutControls(text).text, of, parent);
  }

  add(text: string, of: Leaf['of'], parent: Branch): void {
    const empty = isBlank(text);
    if (!empty) this.#ends = 0;
    this.#current ??= { number: this.#blocks.length, owner: this.#owner!, lines: [[]], text: '', linked: 0, verdict: undefined };
    const leaf: Leaf = { text, parent, of, block: this.#current };
    parent.children.push(leaf);
    this.#current.lines.at(-1)!.push(leaf);
    if (!empty && this.#blocks.at(-1) !== this.#current) this.#blocks.push(this.#current);
  }

  done(): Block[] {
    for (const block of this.#blocks) {
      block.text = textOfLines(block.lines);
      for (const line of block.lines) for (const leaf of line) if (isLinked(leaf)) block.linked += collapse(leaf.text).trim().length;
    }
    return this.#blocks;
  }
}

function nearestApart(branch: Branch): Branch {
  let at = branch;
  while (!at.apart && at.parent) at = at.parent;
  return at;
}

/** True within a link, also one that is around blocks. */
function isLinked(leaf: Leaf): boolean {
  let at: Branch | undefined = leaf.parent;
  for (let n = 0; at && n < 8; at = at.parent, n++) if (at.tag === 'a' && at.attribute('href')) return true;
  return false;
}

/** Lines as a reader sees them. */
export function textOfLines(lines: readonly (readonly Leaf[])[]): string {
  return lines
    .map((line) => collapse(line.map(({ text, of }) => (of === 'text' ? text : ` ${text} `)).join('')).trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Runs of white space as one space; spaces that do not break stay. */
export function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

/** The text of a value: spaces collapsed, trimmed; undefined where nothing is left. */
export function clean(text: string | null | undefined): string | undefined {
  return collapse(text ?? '').trim() || undefined;
}

export function isBlank(text: string): boolean {
  return !/[^\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(text);
}

/** A short path, for a person and for a browser's search: `main > div.share > ul`, `article > p:nth-of-type(7)`. */
export function pathOf(branch: Branch): string {
  const parts: string[] = [];
  for (let at: Branch | undefined = branch; at?.parent && parts.length < 4; at = at.parent) {
    if (at.tag === 'div' || at.tag === 'span') {
      const name = /[\w-]+/.exec(at.attribute('id') ?? at.attribute('class') ?? '')?.[0];
      if (name !== undefined && name.length < 40) parts.unshift(`${at.tag}${at.attribute('id') ? '#' : '.'}${name}`);
      else if (parts.length === 0) parts.unshift(at.tag);
    } else parts.unshift(at.tag);
    // Names may be shared; of several of one tag, say which.
    if (at === branch && at.like.count > 1 && !at.attribute('id')) parts[0] += `:nth-of-type(${at.nth})`;
  }
  return parts.join(' > ') || 'body';
}
