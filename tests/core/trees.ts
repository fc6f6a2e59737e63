/**
 * Trees for tests: documents from Markdown by the engine's own parser, and HTML read back by the parser of the HTML standard.
 */
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { reckon } from '../../src/core/claims.ts';
import type { Destinations } from '../../src/core/links.ts';
import type { Annotation, AnnotationKind, Mention, Span } from '../../src/core/model.ts';
import { flatten, type Flat } from '../../src/core/tree.ts';
import { typeset } from '../../src/core/typeset.ts';
import { parseBody } from '../../src/edition/document.ts';

/** The tree of a document's body. */
export function treeOf(markdown: string): Root {
  const { root, problems } = parseBody({ file: 'test.mdx', id: 'test', text: markdown }, markdown, 0);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return root;
}

export function flatOf(markdown: string): Flat {
  return flatten(treeOf(markdown));
}

export interface TestNote extends Span {
  readonly id: string;
  readonly kind?: AnnotationKind;
  readonly whole?: boolean;
}

export interface TestMention extends Span {
  readonly term: string;
}

const nowhere: Destinations = { documents: new Map(), terms: new Map(), claims: new Map(), events: new Map(), base: '/' };

/** The woven text of a document, notes and mentions given by their offsets. */
export function typesetOf(
  markdown: string,
  notes: readonly TestNote[],
  mentions: readonly TestMention[] = [],
): { html: string; flat: Flat } {
  const root = treeOf(markdown);
  const flat = flatten(root);
  const blockOf = (span: Span): Annotation['block'] => {
    const block = flat.blocks.find((each) => each.start <= span.start && span.end <= each.end);
    if (!block) throw new Error(`no block holds ${span.start}–${span.end}`);
    return block;
  };
  const annotations = notes
    .toSorted((a, b) => a.end - b.end)
    .map((note, i): Annotation => ({
      id: note.id,
      kind: note.kind ?? 'gloss',
      number: i + 1,
      span: note,
      whole: note.whole ?? false,
      block: blockOf(note),
      body: {
        type: 'root',
        children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: `Body of ${note.id}.` }] }],
      },
      references: [],
      written: { id: note.id, kind: note.kind ?? 'gloss', body: `Body of ${note.id}.` },
      place: () => ({ file: 'test.yaml', line: 1, column: 1 }),
      partPlace: () => ({ file: 'test.yaml', line: 1, column: 1 }),
    }));
  const found = mentions.map((mention): Mention => ({ ...mention, block: blockOf(mention), authored: false }));
  return {
    html: typeset({
      root,
      flat,
      title: 'Test',
      annotations,
      references: new Map(),
      mentions: found,
      statements: [],
      events: [],
      reckoning: reckon([]),
      to: nowhere,
    }),
    flat,
  };
}

/** HTML read as a browser reads it. */
export function readHtml(html: string): Root {
  return fromHtml(html, { fragment: true });
}

/** The words of a page's text by the contract: all but notes, numbers, markers and what is marked as apparatus. */
export function wordsOfPage(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && (node.tagName === 'br' || isAdded(node))) return node.tagName === 'br' ? ' ' : '';
  if (!('children' in node)) return '';
  const inner = node.children.map(wordsOfPage).join('');
  return node.type === 'element' && /^(p|li|ul|ol|td|th|tr|table|blockquote|pre|div|figure|figcaption|h[1-6]|section)$/.test(node.tagName)
    ? ` ${inner} `
    : inner;
}

function isAdded({ properties, tagName }: Element): boolean {
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  return (
    properties['dataApparatus'] !== undefined ||
    classes.includes('notes') ||
    classes.includes('number') ||
    classes.includes('ref') ||
    /^h[1-6]$/.test(tagName)
  );
}

/**
 * The first block of a woven text in short: `[a b|words]` for a passage with the notes a and b, `^a` for the marker of a,
 * `{t|words}` for a link to the term t, `(t|words)` for a later mention, other elements by their names.
 */
export function inShort(html: string): string {
  const block = find(readHtml(html), (element) => element.properties['id'] === 'p1')!;
  return block.children.map(shortOf).join('');
}

function shortOf(node: RootContent): string {
  if (node.type !== 'element') return node.type === 'text' ? node.value : '';
  const { properties, tagName } = node;
  const inner = node.children.map(shortOf).join('');
  if (tagName === 'div') return inner;
  const classes = String(properties['className'] ?? '');
  if (classes === 'number') return '';
  if (classes === 'ref') return `^${String(properties['id']).slice('ref-'.length)}`;
  if (tagName === 'mark') return `[${String(properties['dataNotes'])}|${inner}]`;
  if (properties['dataTerm'] !== undefined)
    return tagName === 'a' ? `{${String(properties['dataTerm'])}|${inner}}` : `(${String(properties['dataTerm'])}|${inner})`;
  return `<${tagName}>${inner}</${tagName}>`;
}

function find(node: Root | RootContent, wanted: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && wanted(node)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}
