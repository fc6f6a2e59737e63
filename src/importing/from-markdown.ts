/**
 * Markdown from other tools: CommonMark and GFM, with front matter and HTML.
 */
import type { Heading, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { refuseDeepText, refuseDeepTree, TooDeep } from '../edition/nesting.ts';
import { cleanTree } from './clean-tree.ts';
import { decode } from './decode.ts';
import { Unreadable, type Draft, type Flag, type Found, type Source } from './draft.ts';
import { frontMatterOf } from './markdown/front-matter.ts';
import { keepPropertyLines, withoutAttributes } from './markdown/dialects.ts';
import { treeOfHtml, wordsOfHtml } from './markdown/html.ts';
import { refuseBinary } from './text/binary.ts';
import { capped, refuseWordless } from './text/refuse.ts';
import { sameWords, workingTitle } from './titles.ts';
import { textOfTree } from './to-mdx.ts';

/** Throws `Unreadable` for an empty file, and for one that is nested beyond all reading. */
export function fromMarkdown(source: Source): Draft {
  try {
    return draftOf(source);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Unreadable('Its HTML is nested too deeply.', 'Open it in a browser, and save the page as text.');
    throw error;
  }
}

function draftOf(source: Source): Draft {
  const { text, encoding, repairs } = decode(source.bytes);
  if (!/\S/.test(text)) throw new Unreadable('The file is empty.', 'Look for a copy that is not.');
  refuseBinary(source.bytes, encoding);
  const front = frontMatterOf(text);
  const parsed = parse(front.body, front.lines);
  const unattributed = withoutAttributes(parsed, front.lines);
  keepPropertyLines(parsed);
  const visible = [...front.aside.map((aside) => aside.text), seenIn(parsed)].join('\n');
  const root: Root = { type: 'root', children: withoutHtml(parsed.children) };
  const { title, rest } = titleOf(root, front.head.title, front.lines);
  const body = cleanTree(rest);
  const flags = [...front.flags, ...flagsOf(parsed, front.lines)];
  const head = { ...front.head, title: title ?? derivedTitle(body) };
  refuseWordless({ body, head, aside: front.aside });
  return { encoding, head, body, aside: front.aside, repairs: [...repairs, ...unattributed], flags: capped(flags), visible };
}

/** For each length of a run of backticks the parser looks for its like to the end of the paragraph. */
const mostRuns = 50;
/** The parser keeps three hundred bytes for each of the text, and its time grows with the square of a paragraph. */
const longest = 4_000_000;
const longestParagraph = 400_000;

/** What would take the parser minutes. */
function refuseLongText(text: string): void {
  let start = 0;
  for (const { index } of text.matchAll(/\n[ \t\r]*\n|$/g)) {
    if (text.length > longest || index - start > longestParagraph)
      throw new Unreadable(
        text.length > longest ? 'It is longer than a document.' : 'A paragraph of it is longer than a book.',
        'Divide it, and import the parts.',
      );
    start = index;
  }
  const ticks = new Set(Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  if (ticks.size > mostRuns) throw new Unreadable('It has runs of backticks in too many lengths.', 'Take them out: they mark no code.');
}

function parse(text: string, above: number): Root {
  refuseLongText(text);
  try {
    refuseDeepText(text);
    const root = unified().use(remarkParse).use(remarkGfm).parse(text);
    refuseDeepTree(root);
    return root;
  } catch (error) {
    if (error instanceof TooDeep) throw new Unreadable(`${error.message} (line ${error.line + above}).`, error.suggestion);
    throw error;
  }
}

/** Every word that a reader of the page would see, from the tree as it was parsed. */
function seenIn(root: Root): string {
  const parts: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') parts.push(isJsx(node.value) ? node.value : /^<br\b/i.test(node.value) ? '\n' : wordsOfHtml(node.value));
    else if ('value' in node && node.type !== 'yaml') parts.push(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') parts.push(node.alt ?? '');
    else if (node.type === 'break') parts.push('\n');
    if (!('children' in node)) return;
    let hidden = false;
    for (const child of node.children) {
      const kind = child.type === 'html' && node.type !== 'root' && holdsLines(node) ? kindOf(child.value) : undefined;
      if (kind) hidden = kind === 'hides';
      else if (!hidden) visit(child);
      if (node.type === 'root' || !holdsLines(node)) parts.push('\n');
    }
    if (!inLine.has(node.type)) parts.push('\n');
  };
  visit(root);
  return parts.join('');
}

/** What stands within a line, and has parts. */
const inLine = new Set<Nodes['type']>(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** Tags of a line that hide what follows until they close, as `<script>` does. */
function kindOf(html: string): 'hides' | 'shows' | undefined {
  const [, closing, name] = /^<(\/?)(script|style|template|iframe|video|audio|object|noscript|canvas)\b[^<]*>$/i.exec(html) ?? [];
  return name === undefined || html.endsWith('/>') ? undefined : closing ? 'shows' : 'hides';
}

/** Tags of components, which no browser knows: they stay as text. */
function isJsx(html: string): boolean {
  return /^<\/?[A-Z]/.test(html);
}

/** Blocks of HTML made Markdown, tags in lines taken out, what they hide with them. */
function withoutHtml(blocks: readonly RootContent[]): RootContent[] {
  return blocks.flatMap((node): RootContent[] => {
    if (node.type === 'html')
      return isJsx(node.value) ? [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }] : treeOfHtml(node.value);
    if (!('children' in node)) return [node];
    const children = holdsLines(node) ? linesWithoutHtml(node.children as PhrasingContent[]) : withoutHtml(node.children as RootContent[]);
    return [{ ...node, children } as RootContent];
  });
}

function holdsLines(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || inLine.has(node.type);
}

function linesWithoutHtml(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let hidden = false;
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'html') {
      const kind = kindOf(node.value);
      if (kind) hidden = kind === 'hides';
      if (hidden || kind) return [];
      if (isJsx(node.value)) return [{ type: 'text', value: node.value }];
      return /^<img\b/i.test(node.value) ? (treeOfHtml(node.value) as PhrasingContent[]).flatMap(contentOf) : [node];
    }
    if (hidden) return [];
    return 'children' in node ? [{ ...node, children: linesWithoutHtml(node.children) } as PhrasingContent] : [node];
  });
}

function contentOf(node: Nodes): PhrasingContent[] {
  return node.type === 'paragraph' ? node.children : [node as PhrasingContent];
}

/** The title: that of the front matter, or the first heading of the first rank; and the tree without what stands in the head. */
function titleOf(root: Root, told: Found | undefined, above: number): { title: Found | undefined; rest: Root } {
  const first = root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  // What stands below text is the heading of a part: as title it would be moved.
  if (!first || root.children.slice(0, root.children.indexOf(first)).some(hasText)) return { title: told, rest: root };
  const text = textOfTree(
    cleanTree({ type: 'root', children: [first, ...root.children.filter((node) => node.type === 'definition')] }),
  ).trim();
  const same = told === undefined || sameWords(told.value, text);
  let noted = false;
  const look = (node: Nodes): void => {
    noted ||= node.type === 'footnoteReference';
    if ('children' in node) node.children.forEach(look);
  };
  look(first);
  if (!same || noted || text === '') return { title: told, rest: root };
  const from = told?.from ?? `line ${(first.position?.start.line ?? 1) + above}`;
  const rest: Root = { type: 'root', children: root.children.filter((node) => node !== first) };
  return { title: { value: text.replace(/\s+/g, ' '), from, kept: text }, rest };
}

function hasText(node: RootContent): boolean {
  return node.type !== 'definition' && node.type !== 'footnoteDefinition' && /[\p{L}\p{N}]/u.test(textOfTree(node));
}

function derivedTitle(body: Root): Found | undefined {
  const value = workingTitle(textOfTree(body));
  return value === '' ? undefined : { value, from: 'first words', derived: true };
}

function flagsOf(root: Root, above: number): Flag[] {
  const flags: Flag[] = [];
  for (const node of root.children) {
    const at = `line ${(node.position?.start.line ?? 1) + above}`;
    if (node.type !== 'paragraph' && node.type !== 'html') continue;
    const text = node.type === 'html' ? node.value : textOfTree(node);
    if (/^\s*(?:import .+ from ['"]|export (?:const|default)\b)/.test(text))
      flags.push({ message: 'Code of another tool is kept as text', at });
    else if (/^\s*(?:\{%|\{\{[<%])/.test(text)) flags.push({ message: 'A shortcode of another tool is kept as text', at });
    else if (/\[\[[^[\]]+\]\]/.test(text)) flags.push({ message: 'A wiki link is kept as it is written', at });
    else if (/%%[^%]+%%/.test(text)) flags.push({ message: 'A comment between %% is kept as text', at });
    else if (node.type === 'html' && isJsx(node.value)) flags.push({ message: 'A component of another tool is kept as text', at });
  }
  return flags;
}
