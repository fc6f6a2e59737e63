/**
 * One document's file to its parts: the head as YAML, the body as a finished tree, the notes and terms in place lifted out.
 * Pure: what it gives depends on the file's bytes and the engine alone, so it can be kept (`cache.ts`).
 */
import type { Element, Root } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSlug from 'rehype-slug';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Heading, Place } from '../core/model.ts';
import type { Problem } from '../core/problem.ts';
import { finish, headingsOf } from './finish.ts';
import { checkFootnotes } from './footnotes.ts';
import type { SourceFile } from './files.ts';
import { placeholders, type InPlaceNote } from './in-place.ts';
import { parseMdx } from './parse-mdx.ts';
import { syntaxProblem } from './mdx-errors.ts';
import { refuseDeepText, refuseDeepTree } from './nesting.ts';

export interface ParsedBody {
  readonly root: Root;
  readonly headings: readonly Heading[];
  readonly notes: readonly InPlaceNote[];
  readonly problems: readonly Problem[];
  /** False where the body is not MDX at all, so that nothing is to be said of its quotes. */
  readonly valid: boolean;
}

const toHast = unified().use(remarkRehype, { clobberPrefix: '' }).use(rehypeSlug);

/**
 * The head of a file, between two lines of `---`, and its body.
 * @returns undefined where there is no head
 */
export function splitHead(text: string): { head: string; body: string; bodyLine: number } | undefined {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return undefined;
  return { head: match[1] ?? '', body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

/** Parse the body of a document. Lines are counted from the beginning of the file. */
export function parseBody(source: SourceFile, body: string, lineOffset: number): ParsedBody {
  const problems: Problem[] = [];
  const place = (line = 1, column = 1): Place => ({ file: source.file, line: line + lineOffset, column });
  let notes: InPlaceNote[] = [];
  let tree: MdastRoot;
  try {
    refuseDeepText(body);
    tree = parseMdx(body);
    refuseDeepTree(tree);
    checkFootnotes(tree, place, problems);
    notes = placeholders(tree, body, place, problems);
    const root = toHast.runSync(tree) as Root;
    finish(root);
    shiftPlaces(root, lineOffset);
    return { root, headings: headingsOf(root), notes, problems, valid: true };
  } catch (error) {
    return { root: { type: 'root', children: [] }, headings: [], notes: [], problems: [syntaxProblem(error, body, place)], valid: false };
  }
}

/** Positions are those of the body; make them those of the file. */
function shiftPlaces(root: Root, lines: number): void {
  const shift = (node: Element | Root): void => {
    for (const child of node.children) {
      if (child.position) child.position.start.line += lines;
      if (child.type === 'element') shift(child);
    }
  };
  shift(root);
}
