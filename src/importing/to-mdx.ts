/**
 * A tree of Markdown written as MDX that reads back as the same words, whatever they look like: braces, tags, `import`, `2019.`
 */
import type { Nodes, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';

/** How this house writes Markdown. */
export const markdownStyle: Options = { bullet: '-', emphasis: '*', rule: '-', fences: true, listItemIndent: 'one' };

const options: Options = {
  ...markdownStyle,
  extensions: [
    mdxToMarkdown(),
    gfmToMarkdown({ firstLineBlank: false }),
    {
      // A paragraph that begins with these words is code to MDX, and no construct that the extensions know of.
      unsafe: [
        { atBreak: true, character: 'i', after: 'mport' },
        { atBreak: true, character: 'e', after: 'xport' },
      ],
    },
  ],
};

/** Write a body. Text nodes hold no line ends and no control characters; the tree holds no HTML and no JSX. */
export function toMdx(root: Root): string {
  return toMarkdown(root, options);
}

/** The words of a tree: blocks, cells and lines divided by line ends, what stands in a line put together as a reader sees it. */
export function textOfTree(node: Nodes): string {
  const parts: string[] = [];
  gather(node, parts);
  return parts.join('');
}

const inLine = new Set<RootContent['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'footnoteReference',
  'mdxJsxTextElement',
]);

function gather(node: Nodes, parts: string[]): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') parts.push(node.value);
  else if (node.type === 'break') parts.push('\n');
  // A note in place is none of the document's words.
  else if (node.type === 'mdxJsxTextElement' && node.name === 'Note') return;
  else if ('children' in node) for (const child of node.children) gather(child, parts);
  if (node.type !== 'root' && !inLine.has(node.type)) parts.push('\n');
}
