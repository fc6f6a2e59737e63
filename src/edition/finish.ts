/**
 * What remark-rehype leaves, made ours: heading ids off the addresses of blocks and notes, footnotes with their roles, tables and
 * task boxes that validators accept, figures, and no positions but those that a problem may need.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { eachElement, h, textOf } from '../core/tree.ts';

/** Change a fresh tree in place. Line ends between blocks are dropped. */
export function finish(root: Root): void {
  root.children = root.children.filter((child) => child.type === 'element').map(figureOf);
  shiftHeadings(root);
  renameHeadings(root);
  eachElement(root, (element) => {
    finishCell(element);
    finishTask(element);
    finishFootnotes(element);
    joinTexts(element);
  });
  dropPositions(root);
}

/** The title is the only heading of the first rank on a page. */
function shiftHeadings(root: Root): void {
  let highest = 6;
  eachElement(root, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) highest = Math.min(highest, Number(element.tagName[1]));
  });
  if (highest !== 1) return;
  eachElement(root, (element) => {
    if (/^h[1-5]$/.test(element.tagName)) element.tagName = `h${Number(element.tagName[1]) + 1}`;
  });
}

/** A heading whose id reads like an address of the engine's own has `_` after it, and a number where another heading has that. */
function renameHeadings(root: Root): void {
  const headings: Element[] = [];
  eachElement(root, (element) => {
    if (/^h[1-6]$/.test(element.tagName) && typeof element.properties['id'] === 'string') headings.push(element);
  });
  const taken = new Set(headings.map((heading) => heading.properties['id']));
  for (const { properties } of headings) {
    const id = String(properties['id']);
    if (!/^(p\d+$|note-|ref-|fn-|fnref-|page-)/.test(id)) continue;
    let free = `${id}_`;
    for (let n = 2; taken.has(free); n++) free = `${id}_${n}`;
    taken.add(free);
    properties['id'] = free;
  }
}

function finishCell(element: Element): void {
  const align = element.properties['align'];
  if (typeof align !== 'string') return;
  delete element.properties['align'];
  element.properties['className'] = [`align-${align}`];
}

function finishTask(element: Element): void {
  if (element.tagName !== 'input') return;
  const done = element.properties['checked'] === true;
  element.tagName = 'span';
  element.properties = { className: ['task'], role: 'img', ariaLabel: done ? 'done' : 'to do', dataApparatus: '', dataPagefindIgnore: '' };
  element.children = [{ type: 'text', value: done ? '☑' : '☐' }];
}

/** GFM's footnotes are the source's own: marked with an asterisk, apart from our notes. */
function finishFootnotes(element: Element): void {
  const { properties, children } = element;
  if (element.tagName === 'section' && properties['dataFootnotes'] !== undefined) {
    element.properties = { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: 'Footnotes of the source' };
    element.children = children.filter((child) => child.type === 'element' && child.tagName !== 'h2');
  } else if (properties['dataFootnoteRef'] !== undefined) {
    const id = String(properties['href']).replace(/^#(user-content-)?fn-/, '');
    element.properties = {
      href: `#fn-${id}`,
      id: String(properties['id']).replace(/^user-content-/, ''),
      role: 'doc-noteref',
      className: ['source-ref'],
      ariaLabel: `Footnote ${id} of the source`,
      dataApparatus: '',
      dataPagefindIgnore: '',
    };
    element.children = [{ type: 'text', value: '*' }];
  } else if (properties['dataFootnoteBackref'] !== undefined) {
    const href = String(properties['href']).replace('user-content-', '');
    element.properties = {
      href,
      role: 'doc-backlink',
      className: ['back'],
      ariaLabel: `Back to the mark of footnote ${href.replace('#fnref-', '')}`,
      dataApparatus: '',
      dataPagefindIgnore: '',
    };
    element.children = [{ type: 'text', value: '↩' }];
  } else if (element.tagName === 'li' && /^(user-content-)?fn-/.test(String(properties['id'] ?? ''))) {
    properties['id'] = String(properties['id']).replace(/^user-content-/, '');
  }
}

/** A paragraph that is one image is a figure, its title the caption. */
function figureOf(child: RootContent): RootContent {
  if (child.type !== 'element' || child.tagName !== 'p') return child;
  const only = child.children.length === 1 ? child.children[0] : undefined;
  if (only?.type !== 'element' || only.tagName !== 'img') return child;
  const title = only.properties['title'];
  delete only.properties['title'];
  return h('figure', {}, only, typeof title === 'string' && h('figcaption', {}, title));
}

function joinTexts(element: Element): void {
  const joined: ElementContent[] = [];
  for (const child of element.children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else if (child.type !== 'comment') joined.push(child);
  }
  element.children = joined;
}

/** Links, images and text keep the place where they begin. */
function dropPositions(root: Root): void {
  delete root.position;
  eachElement(root, (element) => {
    if (element.tagName !== 'a' && element.tagName !== 'img') delete element.position;
    for (const child of element.children) if (child.type === 'text' && child.position) delete child.position.start.offset;
  });
}

/** The headings of a finished tree, for a table of contents. */
export function headingsOf(root: Root): { id: string; depth: number; text: string }[] {
  return root.children.flatMap((child) =>
    child.type === 'element' && /^h[1-6]$/.test(child.tagName) && typeof child.properties['id'] === 'string'
      ? [{ id: child.properties['id'], depth: Number(child.tagName[1]), text: textOf(child).trim() }]
      : [],
  );
}
