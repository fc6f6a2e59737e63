/**
 * Any Markdown tree made such as a document may have: headings from depth 2, links to the web alone, no images, no HTML, text
 * without line ends, nothing empty. No word is lost or added but the alternative texts of images, which become links or words.
 */
import type { FootnoteDefinition, Heading, ListItem, Nodes, PhrasingContent, Root, RootContent, TableCell, TableRow } from 'mdast';
import { cleanPhrasing, plainWords, type Surroundings } from './clean-phrasing.ts';
import { wordsOf } from './law.ts';
import { textOfTree } from './to-mdx.ts';

/** Deeper than people write: what is deeper becomes plain paragraphs, so that no source can exhaust who reads the document. */
const deepest = 40;

/**
 * @param base the address that relative links are resolved against; without it they are unlinked
 * @returns a new tree; the old one is left as it is
 */
export function cleanTree(root: Root, base?: string): Root {
  const around: Surroundings = { base, definitions: definitionsIn(root), within: new Set(), depth: 0 };
  const notes: FootnoteDefinition[] = [];
  const children = flow(root.children, around, notes);
  const body: Root = { type: 'root', children: [...children, ...usedNotes(notes, children)] };
  levelHeadings(body);
  return body;
}

/** The addresses of reference links, by identifier: the first of each counts. */
function definitionsIn(root: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return definitions;
}

/** Visit every node, in order, however deep. */
export function walk(root: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!);
  }
}

const phrasingTypes = new Set<RootContent['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
]);

/** Blocks of blocks; phrasing that stands among them becomes paragraphs of its own. */
function flow(nodes: readonly Nodes[], around: Surroundings, notes: FootnoteDefinition[]): RootContent[] {
  const blocks: RootContent[] = [];
  let loose: PhrasingContent[] = [];
  const settle = (): void => {
    const children = cleanPhrasing(loose, around);
    loose = [];
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
  };
  for (const node of nodes) {
    if (phrasingTypes.has(node.type as RootContent['type'])) {
      loose.push(node as PhrasingContent);
      continue;
    }
    settle();
    blocks.push(...block(node, around, notes));
  }
  settle();
  return blocks;
}

function block(node: Nodes, around: Surroundings, notes: FootnoteDefinition[]): RootContent[] {
  const within = { ...around, depth: around.depth + 1 };
  if (around.depth > deepest) return asParagraphs(node, around);
  switch (node.type) {
    case 'paragraph': {
      const children = cleanPhrasing(node.children, around);
      return children.length > 0 ? [{ type: 'paragraph', children }] : [];
    }
    case 'heading': {
      const children = cleanPhrasing(node.children, around, true);
      return children.length > 0 ? [{ type: 'heading', depth: node.depth, children }] : [];
    }
    case 'blockquote': {
      const children = flow(node.children, within, notes) as typeof node.children;
      return children.length > 0 ? [{ type: 'blockquote', children }] : [];
    }
    case 'list': {
      const children = node.children.flatMap((item) => listItem(item, within, notes));
      if (children.length === 0) return [];
      const { ordered = false, start } = node;
      const spread = children.some((item) => item.spread);
      return [{ type: 'list', ordered, ...(ordered ? { start: start ?? 1 } : {}), spread, children }];
    }
    case 'table': {
      const rows = node.children.map((row): TableRow => ({
        type: 'tableRow',
        children: row.children.map((cell) => tableCell(cell, around)),
      }));
      if (rows.every((row) => row.children.every((cell) => cell.children.length === 0))) return [];
      const columns = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
      // Rows filled up to one that is very wide would be far larger than the source.
      const cells = rows.reduce((sum, row) => sum + row.children.length, 0);
      if (columns * rows.length > cells * 2 + 20_000)
        return rows.flatMap((row) =>
          flow(
            row.children.map((cell) => ({ type: 'paragraph', children: cell.children })),
            within,
            notes,
          ),
        );
      for (const row of rows) while (row.children.length < columns) row.children.push({ type: 'tableCell', children: [] });
      return [{ type: 'table', align: Array.from({ length: columns }, (_, i) => node.align?.[i] ?? null), children: rows }];
    }
    case 'code': {
      if (!/\S/.test(node.value)) return [];
      const language = node.lang && /^[\w+#.-]+$/.test(node.lang) ? { lang: node.lang } : {};
      return [{ type: 'code', ...language, value: node.value.replace(/\r\n?/g, '\n') }];
    }
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'footnoteDefinition': {
      const children = flow(node.children, within, notes) as typeof node.children;
      notes.push({ type: 'footnoteDefinition', identifier: node.identifier, label: node.label ?? node.identifier, children });
      return [];
    }
    case 'html':
    case 'definition':
    case 'yaml':
      return [];
    default:
      return 'children' in node ? flow(node.children, within, notes) : asParagraphs(node, around);
  }
}

function listItem(item: ListItem, around: Surroundings, notes: FootnoteDefinition[]): ListItem[] {
  const children = flow(item.children, around, notes) as ListItem['children'];
  if (children.length === 0) return [];
  const spread = children.filter((child) => child.type !== 'list').length > 1;
  return [{ type: 'listItem', ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}), spread, children }];
}

function tableCell(cell: TableCell, around: Surroundings): TableCell {
  return { type: 'tableCell', children: cleanPhrasing(cell.children, around, true) };
}

/** The words alone, a paragraph for each text. */
function asParagraphs(node: Nodes, around: Surroundings): RootContent[] {
  const texts: string[] = [];
  walk(node, (each) => {
    if (each.type !== 'html' && each.type !== 'yaml' && 'value' in each) texts.push(each.value);
    else if ('alt' in each && each.alt) texts.push(each.alt);
  });
  return texts.flatMap((value): RootContent[] => {
    const children = cleanPhrasing([{ type: 'text', value }], around);
    return children.length > 0 ? [{ type: 'paragraph', children }] : [];
  });
}

/** Footnotes that are referred to, once each; the others as paragraphs, for as notes nobody would see them. */
function usedNotes(notes: readonly FootnoteDefinition[], body: readonly RootContent[]): RootContent[] {
  const referred = new Set<string>();
  const refer = (node: Nodes): void => void (node.type === 'footnoteReference' && referred.add(node.identifier));
  for (const node of body) walk(node, refer);
  const used = new Map<string, FootnoteDefinition>();
  // A note may be referred to in a note alone.
  const first = new Map(notes.toReversed().map((note) => [note.identifier, note]));
  for (const identifier of referred) {
    const note = first.get(identifier);
    // What a note refers to is added to the set, and is come to.
    if (note) walk(note, refer);
  }
  for (const note of notes) if (referred.has(note.identifier) && !used.has(note.identifier)) used.set(note.identifier, note);
  const unused = notes.filter((note) => used.get(note.identifier) !== note).flatMap((note): RootContent[] => note.children);
  dropReferences([...body, ...unused, ...used.values()], new Set(used.keys()));
  return [...unused, ...used.values()];
}

/** References to notes that are not there, which would be read as text. */
function dropReferences(nodes: readonly RootContent[], there: ReadonlySet<string>): void {
  for (const root of nodes) {
    walk(root, (node) => {
      if (!('children' in node)) return;
      const kept = (node.children as Nodes[]).filter((child) => child.type !== 'footnoteReference' || there.has(child.identifier));
      if (kept.length < node.children.length) (node as { children: Nodes[] }).children = kept;
    });
  }
}

/** The highest becomes depth 2, and none is more than one below the heading before. */
function levelHeadings(root: Root): void {
  const headings: Heading[] = [];
  walk(root, (node) => void (node.type === 'heading' && headings.push(node)));
  const shift = 2 - headings.reduce((least, { depth }) => Math.min(least, depth), 6);
  let before = 1;
  for (const heading of headings) {
    before = Math.max(2, Math.min(heading.depth + shift, before + 1, 6));
    heading.depth = before as Heading['depth'];
  }
}

/** A tree of plain paragraphs, for want of a better. */
export function treeOfParagraphs(paragraphs: readonly string[]): Root {
  const children = paragraphs.map(plainWords).filter((value) => value !== '');
  return { type: 'root', children: children.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })) };
}

/** Whether words stand in it besides its headings. */
export function hasText(root: Root): boolean {
  return root.children.some((child) => child.type !== 'heading' && wordsOf(textOfTree(child)).length > 0);
}
