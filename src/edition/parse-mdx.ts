/**
 * Markdown in MDX to a tree: what remark-parse, remark-mdx and remark-gfm give, for less.
 */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseQuietly } from './quiet-runs.ts';

const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);
const markdown = unified().use(remarkParse).use(remarkGfm);

/** Without tags, braces, code by indentation, imports and exports a text is the same in MDX and in Markdown. */
const mayBeMdx = /[<>{}\t]| {4}|^(?:import|export)/m;

/** Parse a document's body. Throws a VFileMessage with the place where it is not valid MDX. */
export function parseMdx(body: string): Root {
  const parser = mayBeMdx.test(body) ? mdx : markdown;
  return parseQuietly(body, (text) => parser.parse(text));
}
