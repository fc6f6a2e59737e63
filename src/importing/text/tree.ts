/**
 * The body of a plain text as Markdown: paragraphs, headings, and what its lines show to be a list, verse, or a table.
 */
import type { List, PhrasingContent, RootContent } from 'mdast';
import type { Repair } from '../draft.ts';
import type { Item } from './items.ts';
import { placeOf, type Line } from './layout.ts';
import type { Role } from './roles.ts';

export interface Tree {
  readonly children: RootContent[];
  /** How many signs of which line are the mark of a list's item. */
  readonly marks: ReadonlyMap<number, number>;
  readonly repairs: readonly Repair[];
}

/** The blocks that are kept in the body, in their order. */
export function treeOf(lines: readonly Line[], items: readonly Item[], roles: readonly Role[]): Tree {
  const children: RootContent[] = [];
  const marks = new Map<number, number>();
  const repairs: Repair[] = [];
  for (let i = 0; i < items.length; i++) {
    const { kind } = roles[i]!;
    const { block, text } = items[i]!;
    if (kind === 'heading') children.push({ type: 'heading', depth: 2, children: [{ type: 'text', value: text }] });
    if (kind !== 'paragraph' && kind !== 'caption') continue;
    const end = listEnd(items, roles, i);
    if (end - i > 1) {
      const list = items.slice(i, end);
      children.push(listOf(list));
      for (const item of list) marks.set(item.block.first, markOf(item.text)!.length);
      repairs.push(repairOf(lines, list));
      i = end - 1;
    } else if (block.cells) children.push(tableOf(block.cells));
    else children.push({ type: 'paragraph', children: block.verse ? versesOf(text) : [{ type: 'text', value: text }] });
  }
  return { children, marks, repairs };
}

interface Mark {
  /** The sign, or undefined before a number. */
  readonly sign?: string;
  readonly number?: number;
  /** With the space behind it. */
  readonly length: number;
}

function markOf(text: string): Mark | undefined {
  const found = /^(?:([-*•‣▪◦●■])|(\d{1,3})([.)])) (?=[^ ])/.exec(text);
  if (!found) return undefined;
  const [whole, sign, number, stop] = found;
  return sign ? { sign, length: whole.length } : { sign: stop!, number: Number(number), length: whole.length };
}

/** The end of the list that begins at a block; one item is none. Numbers count from 1, one by one, or they are words of the text. */
function listEnd(items: readonly Item[], roles: readonly Role[], start: number): number {
  const mark = markOf(items[start]!.text);
  if (!mark || (mark.number !== undefined && mark.number !== 1)) return start;
  let end = start;
  for (; end < items.length && roles[end]!.kind === 'paragraph' && items[end]!.block.label === undefined; end++) {
    const each = markOf(items[end]!.text);
    if (each?.sign !== mark.sign) break;
    if (mark.number === undefined ? each?.number !== undefined : each?.number !== end - start + 1) break;
    // A dash may begin what someone says.
    if (mark.sign === '-' && /[,.?!…][”’"]? [-–—] /.test(items[end]!.text)) return start;
  }
  return end;
}

function listOf(items: readonly Item[]): List {
  const ordered = markOf(items[0]!.text)!.number !== undefined;
  return {
    type: 'list',
    ordered,
    ...(ordered ? { start: 1 } : {}),
    spread: false,
    children: items.map(({ text }) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [{ type: 'text', value: text.slice(markOf(text)!.length) }] }],
    })),
  };
}

/** One for a whole list. */
function repairOf(lines: readonly Line[], items: readonly Item[]): Repair {
  const at = placeOf(lines, items[0]!.block.first, items.at(-1)!.block.last);
  const [first, last] = [items[0]!.text, items.at(-1)!.text].map((text) => text.slice(0, markOf(text)!.length).trim());
  const numbered = markOf(items[0]!.text)!.number !== undefined;
  return {
    was: numbered ? `${first} … ${last}` : first!,
    is: '',
    at,
    why: `${items.length} ${numbered ? 'numbers' : 'marks'} of a list, which has its own`,
  };
}

function versesOf(text: string): PhrasingContent[] {
  return text
    .split('\n')
    .flatMap((value, i): PhrasingContent[] => (i === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }]));
}

function tableOf(rows: readonly (readonly string[])[]): RootContent {
  return {
    type: 'table',
    align: rows[0]!.map(() => null),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((value) => ({ type: 'tableCell', children: value === '' ? [] : [{ type: 'text', value }] })),
    })),
  };
}
