/**
 * What an annotation says, in any of its formats, as the Markdown of a note: one paragraph for the margin, the rest for `more`.
 */
import type { RootContent as RootNode } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { refuseDeepText, refuseDeepTree, TooDeep } from '../../edition/nesting.ts';
import type { IncomingText } from './source.ts';
import { cleanTree, treeOfParagraphs, walk } from '../clean-tree.ts';
import { withoutControls } from '../controls.ts';
import { treeOfHtml } from '../markdown/html.ts';
import { markdownStyle, textOfTree } from '../to-mdx.ts';

export interface Said {
  /** One paragraph; empty where it says nothing. */
  readonly body: string;
  readonly more?: string | undefined;
}

/** Leads an address: as an editor of the edition writes it, or undefined where only its words are to stay. */
export type Lead = (address: string) => string | undefined;

/** In UTF-16 code units: what is longer is no note. */
const longest = 50_000;

const parser = unified().use(remarkParse).use(remarkGfm);
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true });
const options: Options = { ...markdownStyle, extensions: [gfmToMarkdown({ firstLineBlank: false })] };

/**
 * The texts of an annotation as one. Scripts, styles, frames and their like go with what is in them; images become links, headings
 * bold; no HTML is left.
 * @param base what relative links are resolved against
 * @returns a sentence that says why, where a text is too long or nested too deeply
 */
export function saidIn(texts: readonly IncomingText[], base: string, lead: Lead): Said | string {
  if (texts.reduce((sum, { text }) => sum + text.length, 0) > longest)
    return `Its text is longer than ${longest.toLocaleString('en')} letters.`;
  try {
    const root = cleanTree({ type: 'root', children: texts.flatMap(treeOf) }, base);
    const blocks = root.children.flatMap((block) => blockOfNote(block, lead));
    const [first, ...rest] = blocks;
    if (!first) return { body: '' };
    const lines = first.type === 'paragraph' ? first : inOneLine(first);
    // What is no paragraph stands in the margin as its words, and as it is below.
    const more = first.type === 'paragraph' ? rest : blocks;
    return { body: written([lines]), more: more.length > 0 ? `${written(more)}\n` : undefined };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TooDeep) return 'Its text is nested too deeply to be read.';
    throw error;
  }
}

function treeOf({ text: raw, format }: IncomingText): RootContent[] {
  const { text } = withoutControls(raw.replaceAll(/\r\n?/g, '\n'));
  if (format === 'html') return treeOfHtml(withoutEmpty(text));
  if (format === 'plain') return treeOfParagraphs(text.split(/\n[ \t]*\n/)).children;
  refuseDeepText(text);
  const tree = parser.parse(text);
  refuseDeepTree(tree);
  // Read as a browser would: the HTML that Markdown may hold is one with it.
  return treeOfHtml(withoutEmpty(toHtml(toHast.runSync(tree), { allowDangerousHtml: true })));
}

/** Elements that show something, though no text is in them. */
const showing = new Set(['img', 'br', 'hr', 'input']);

/** HTML without elements that show nothing: the way to Markdown takes minutes over thousands of them. */
function withoutEmpty(html: string): string {
  const pruned = (nodes: readonly RootNode[]): RootNode[] =>
    nodes.flatMap((node): RootNode[] => {
      if (node.type !== 'element' || showing.has(node.tagName)) return node.type === 'comment' ? [] : [node];
      const children = pruned(node.children) as typeof node.children;
      const empty = children.every((child) => child.type === 'text' && child.value.trim() === '');
      // A cell without words keeps the others in their columns.
      return empty && !/^t[dh]$/.test(node.tagName) ? children : [{ ...node, children }];
    });
  return toHtml({ type: 'root', children: pruned(fromHtml(html, { fragment: true }).children) });
}

/** A block as a note may have it: no headings, no footnotes; links led. */
function blockOfNote(block: RootContent, lead: Lead): RootContent[] {
  if (block.type === 'thematicBreak') return [];
  if (block.type === 'footnoteDefinition') return block.children.flatMap((child) => blockOfNote(child, lead));
  return ledIn(block, lead) as RootContent[];
}

function ledIn(node: Nodes, lead: Lead): Nodes[] {
  if (node.type === 'footnoteReference') return [];
  if (!('children' in node)) return [node];
  const children = (node.children as Nodes[]).flatMap((child) => ledIn(child, lead));
  if (node.type === 'heading') return [{ type: 'paragraph', children: [{ type: 'strong', children: children as PhrasingContent[] }] }];
  if (node.type !== 'link') return [{ ...node, children } as Nodes];
  const url = lead(node.url);
  return url === undefined ? children : [{ ...node, url, children: children as PhrasingContent[] }];
}

function inOneLine(block: RootContent): Paragraph {
  const value = textOfTree(block).replaceAll(/\s+/g, ' ').trim();
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function written(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  // A line that ends in a space would be a line break, or nothing.
  walk(root, (node) => {
    if (node.type === 'text') node.value = node.value.replaceAll(/[ \t]+/g, ' ');
  });
  return toMarkdown(root, options).trim();
}
