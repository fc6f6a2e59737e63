/**
 * Paragraphs to a tree: headings by size, lists, tables.
 */
import type { Heading, ListItem, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import { cleanTree } from '../clean-tree.ts';
import type { Entry } from './lists.ts';
import type { Measure, Paragraph } from './paragraphs.ts';

export function treeOf(paragraphs: readonly Paragraph[], measure: Measure): Root {
  const isHeading = (paragraph: Paragraph): boolean =>
    !paragraph.cell &&
    !paragraph.entry &&
    paragraph.size > measure.size * 1.1 &&
    paragraph.text.length <= 200 &&
    paragraph.lines.length <= 4 &&
    /\p{L}/u.test(paragraph.text);
  const sizes = new Set(paragraphs.filter(isHeading).map((paragraph) => paragraph.size));
  const depths = new Map([...sizes].toSorted((one, other) => other - one).map((size, i) => [size, Math.min(i + 2, 5)]));
  const children: RootContent[] = [];
  let before: Entry | undefined;
  let table: { of: unknown; rows: TableRow[] } | undefined;
  paragraphs.forEach((paragraph, i) => {
    const { cell, entry, text } = paragraph;
    const words: PhrasingContent[] = [{ type: 'text', value: text }];
    const last = children.at(-1);
    if (cell) {
      if (table?.of !== cell.table) {
        const empty = (): TableRow => ({
          type: 'tableRow',
          children: Array.from({ length: cell.table.columns }, () => ({ type: 'tableCell', children: [] })),
        });
        table = { of: cell.table, rows: Array.from({ length: cell.table.rows }, empty) };
        children.push({ type: 'table', children: table.rows } satisfies Table);
      }
      table.rows[cell.row]!.children[cell.column]!.children = words;
    } else if (entry) {
      const item: ListItem = { type: 'listItem', children: [{ type: 'paragraph', children: words }] };
      if (last?.type === 'list' && isOneList(before, entry)) last.children.push(item);
      else
        children.push({
          type: 'list',
          ordered: entry.ordered,
          ...(entry.ordered ? { start: entry.start } : {}),
          spread: false,
          children: [item],
        });
    } else if (isHeading(paragraph)) {
      children.push({ type: 'heading', depth: depths.get(paragraph.size) as Heading['depth'], children: words });
    } else if (isSmallHeading(paragraph, paragraphs[i + 1], measure)) {
      children.push({ type: 'heading', depth: Math.min(sizes.size + 2, 6) as Heading['depth'], children: words });
    } else children.push({ type: 'paragraph', children: words });
    before = entry;
  });
  return cleanTree({ type: 'root', children });
}

/** Bullets are of one list even where lines between them do not hang. */
function isOneList(before: Entry | undefined, entry: Entry): boolean {
  return before !== undefined && (before.list === entry.list || (!entry.ordered && entry.mark !== '' && before.mark === entry.mark));
}

/** A line by itself in another font, before a paragraph of the text: a heading that is no larger. */
function isSmallHeading(paragraph: Paragraph, next: Paragraph | undefined, measure: Measure): boolean {
  return (
    paragraph.lines.length === 1 &&
    paragraph.font !== measure.font &&
    paragraph.size >= measure.size * 0.98 &&
    paragraph.text.length <= 80 &&
    /^[\p{Lu}\p{Lo}\d]/u.test(paragraph.text) &&
    !/[.!?:,;…]$/.test(paragraph.text) &&
    next?.font === measure.font &&
    next.text.length >= 80
  );
}
