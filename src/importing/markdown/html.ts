/**
 * HTML that stands in Markdown: its words, and the Markdown that it comes to.
 */
import type { Element, ElementContent, Root as Html, RootContent as HtmlContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root, RootContent } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { treeOfParagraphs } from '../clean-tree.ts';
import { breachOf } from '../law.ts';
import { textOfTree } from '../to-mdx.ts';

/** Elements whose content no reader sees. */
const unseen = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'noembed',
  'noframes',
  'head',
  'noscript',
  'canvas',
]);
/** Elements that rehype-remark would drop or reduce, with their words. */
const reduced = new Set([
  'caption',
  'dialog',
  'menu',
  'menuitem',
  'math',
  'svg',
  'title',
  'option',
  'optgroup',
  'select',
  'datalist',
  'textarea',
  'content',
  'element',
  'shadow',
  'applet',
  'command',
  'frameset',
  'legend',
]);
/** Elements that words do not run across. */
const apart = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option optgroup p pre section select summary table tbody td textarea tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/** The words that a browser shows of HTML, elements that stand apart divided by line ends. */
export function wordsOfHtml(html: string): string {
  return wordsIn(parsed(html))
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '');
}

/** Blocks of Markdown with the same words. */
export function treeOfHtml(html: string): RootContent[] {
  const words = wordsOfHtml(html);
  try {
    const { children } = unified()
      .use(rehypeRemark, { handlers: { input: () => undefined } })
      .runSync(convertible(parsed(html))) as Root;
    const seen = { type: 'root', children: children.map(withAlternatives) } as Root;
    if (!breachOf(words, [textOfTree(seen)])) return children;
  } catch {
    // Markup that the converter stumbles over has words all the same.
  }
  return treeOfParagraphs(words.split('\n')).children;
}

const deepest = 100;

function parsed(html: string): Html {
  return fromHtml(html, { fragment: true });
}

function wordsIn(node: Html | Element): string {
  const parts: string[] = [];
  const visit = (each: HtmlContent | ElementContent): void => {
    if (each.type === 'text') parts.push(each.value);
    if (each.type !== 'element' || unseen.has(each.tagName)) return;
    const divides = apart.has(each.tagName);
    if (divides) parts.push('\n');
    if (each.tagName === 'img' && typeof each.properties['alt'] === 'string') parts.push(each.properties['alt']);
    each.children.forEach(visit);
    if (divides) parts.push('\n');
  };
  node.children.forEach(visit);
  return parts.join('');
}

/** Without what is not seen; what would be dropped is made plain. */
function convertible(html: Html): Html {
  const visit = (node: ElementContent, depth: number): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (unseen.has(node.tagName) || depth > deepest) return depth > deepest ? [{ type: 'text', value: wordsIn(node) }] : [];
    const children = node.children.flatMap((child) => visit(child, depth + 1));
    if (node.tagName === 'table') {
      // Its caption would be a word in its first cell.
      const captions = children.filter((child) => child.type === 'element' && child.properties['dataCaption'] === true);
      return [...captions, { ...node, children: children.filter((child) => !captions.includes(child)) }];
    }
    if (node.tagName === 'caption') return [{ type: 'element', tagName: 'p', properties: { dataCaption: true }, children }];
    return [{ ...node, tagName: reduced.has(node.tagName) ? (apart.has(node.tagName) ? 'div' : 'span') : node.tagName, children }];
  };
  return { type: 'root', children: (html.children as ElementContent[]).flatMap((child) => visit(child, 0)) };
}

/** Images by their words, which `textOfTree` does not count. */
function withAlternatives<T extends RootContent>(node: T): T {
  if (node.type === 'image') return { type: 'text', value: node.alt ?? '' } as unknown as T;
  return 'children' in node ? { ...node, children: (node.children as RootContent[]).map(withAlternatives) } : node;
}
