/**
 * The edition's own Markdown: bodies of notes, definitions, articles. GFM; no HTML, no code that runs.
 */
import type { Root } from 'hast';
import type { Nodes, Root as MdastRoot } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Place } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { h } from '../core/tree.ts';
import { finish } from './finish.ts';
import { syntaxProblem } from './mdx-errors.ts';
import { refuseDeepText, refuseDeepTree } from './nesting.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const toHast = unified().use(remarkRehype, { clobberPrefix: '' });

/** No sign of Markdown in it, nor anything that GFM makes a link of: one paragraph, as it stands. */
const plain = /^(?!\s*(?:\d+[.)]|[-+])\s)[^*_`[\]<>!\\&~#|@\n:]*$/;

/**
 * Markdown to a tree.
 * @param place where a line and column of the text stand in the file, or the text as a whole
 */
export function readMarkdown(text: string, place: (line?: number, column?: number) => Place, problems: Problem[]): Root {
  const trimmed = text.trim();
  if (trimmed === '') return { type: 'root', children: [] };
  if (plain.test(trimmed) && !/www\./i.test(trimmed)) return { type: 'root', children: [h('p', {}, trimmed)] };
  try {
    refuseDeepText(trimmed);
    const tree = parser.parse(trimmed);
    refuseDeepTree(tree);
    refuseHtml(tree, place, problems);
    const root = toHast.runSync(tree) as Root;
    finish(root);
    return root;
  } catch (error) {
    problems.push(syntaxProblem(error, trimmed, place));
    return { type: 'root', children: [] };
  }
}

/** A paragraph of Markdown nodes (the body of a note in place) as a tree. */
export function readInline(children: MdastRoot['children']): Root {
  const root = toHast.runSync({ type: 'root', children }) as Root;
  finish(root);
  return root;
}

function refuseHtml(node: Nodes, place: (line?: number, column?: number) => Place, problems: Problem[]): void {
  const at = (): Place => place(node.position?.start.line, node.position?.start.column);
  // One problem for a tag and its closing one.
  if (node.type === 'html' && !node.value.startsWith('</')) {
    problems.push(
      problem('code-in-document', at(), `HTML is not read here: “${node.value.slice(0, 40)}”.`, {
        suggestion: 'Write it in Markdown; for a plain < write \\<.',
      }),
    );
  }
  if (node.type === 'image') {
    problems.push(
      problem('image-not-allowed', at(), 'Images stand in documents only.', { suggestion: 'Link to it, or put it into a document.' }),
    );
  }
  if ('children' in node) for (const child of node.children) refuseHtml(child, place, problems);
}
