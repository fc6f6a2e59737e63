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

/** What Markdown may hold: a line is one paragraph, more is all but headings, an article is all. */
export interface Room {
  readonly holds: 'line' | 'more' | 'article';
  /** What stands there, for the message: “The body of a note”. */
  readonly name: string;
  /** Where to put what does not belong there. */
  readonly instead?: string;
}

/**
 * Markdown to a tree.
 * @param place where a line and column of the text stand in the file, or the text as a whole
 */
export function readMarkdown(text: string, room: Room, place: (line?: number, column?: number) => Place, problems: Problem[]): Root {
  const trimmed = text.trim();
  if (trimmed === '') return { type: 'root', children: [] };
  if (plain.test(trimmed) && !/www\./i.test(trimmed)) return { type: 'root', children: [h('p', {}, trimmed)] };
  try {
    refuseDeepText(trimmed);
    const tree = parser.parse(trimmed);
    refuseDeepTree(tree);
    refuseOutside(tree, room, place, problems);
    refuseForeign(tree, place, problems);
    const root = toHast.runSync(tree) as Root;
    finish(root);
    return root;
  } catch (error) {
    problems.push(syntaxProblem(error, trimmed, place));
    return { type: 'root', children: [] };
  }
}

/** What does not belong into its room, told once. */
function refuseOutside(
  tree: MdastRoot,
  { holds, name, instead }: Room,
  place: (line?: number, column?: number) => Place,
  problems: Problem[],
): void {
  const fail = (node: Nodes | undefined, message: string, suggestion: string | undefined): void =>
    void problems.push(problem('wrong-type', place(node?.position?.start.line, node?.position?.start.column), message, { suggestion }));
  // HTML and footnotes are told of by themselves, and addresses of links are not seen.
  const seen = tree.children.filter((node) => node.type !== 'html' && node.type !== 'footnoteDefinition' && node.type !== 'definition');
  const wrong = seen.find((node, index) => node.type !== 'paragraph' || index > 0);
  if (holds === 'line' && (wrong || tree.children.every((node) => node.type === 'definition')))
    fail(wrong ?? tree.children[0], `${name} is one paragraph of words, with emphasis and links.`, instead);
  const heading = holds === 'more' ? findHeading(tree) : undefined;
  if (heading) fail(heading, `${name} has no headings.`, 'Write it in bold: **…**.');
}

function findHeading(node: Nodes): Nodes | undefined {
  if (node.type === 'heading') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findHeading(child);
    if (found) return found;
  }
  return undefined;
}

/** A paragraph of Markdown nodes (the body of a note in place) as a tree. */
export function readInline(children: MdastRoot['children']): Root {
  const root = toHast.runSync({ type: 'root', children }) as Root;
  finish(root);
  return root;
}

/** What the edition's own Markdown never holds: HTML, images, footnotes. */
function refuseForeign(node: Nodes, place: (line?: number, column?: number) => Place, problems: Problem[]): void {
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
  if (node.type === 'footnoteDefinition') {
    problems.push(
      problem('wrong-type', at(), 'Footnotes stand in documents only.', { suggestion: 'Write it as a sentence, or in brackets.' }),
    );
  }
  if ('children' in node) for (const child of node.children) refuseForeign(child, place, problems);
}
