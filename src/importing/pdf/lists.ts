/**
 * Lists: lines that begin with marks of one kind, at one height of indent, their further lines hanging below their words.
 */
import type { Item } from './item.ts';
import type { Line } from './lines.ts';

/** What a line is to a list. */
export interface Entry {
  /** Lines of one list have one number. */
  readonly list: number;
  readonly ordered: boolean;
  /** The number that the list begins with. */
  readonly start: number;
  /** Whether it begins an item of the list, not goes on with it. */
  readonly begins: boolean;
  /** The sign or number that is the list's own and no word of it. */
  readonly mark: string;
  /** The item that begins with the mark. */
  readonly item: Item;
}

interface Mark {
  readonly kind: 'bullet' | 'dash' | 'number' | 'letter';
  readonly sign: string;
  /** What makes two marks alike. */
  readonly like: string;
  readonly number: number;
}

/** The lines of lists. */
export function listsIn(lines: readonly Line[]): Map<Line, Entry> {
  const entries = new Map<Line, Entry>();
  let list = 0;
  for (let i = 0; i < lines.length;) {
    const mark = markOf(lines[i]!);
    const end = mark ? endOfList(lines, i, mark) : i + 1;
    const found = mark ? asList(lines.slice(i, end), mark, list) : undefined;
    if (found) {
      for (const [line, entry] of found) entries.set(line, entry);
      list++;
    }
    i = end;
  }
  return entries;
}

function markOf(line: Line): Mark | undefined {
  if (line.cell || line.leftwards) return undefined;
  const bullet = /^[•‣∙]/.exec(line.text)?.[0];
  if (bullet !== undefined) return { kind: 'bullet', sign: bullet, like: bullet, number: 0 };
  const dash = /^[–—-](?= )/.exec(line.text)?.[0];
  if (dash !== undefined) return { kind: 'dash', sign: dash, like: dash, number: 0 };
  const number = /^(\(?)(\d{1,3})([.)])(?= )/.exec(line.text);
  if (number) return { kind: 'number', sign: number[0], like: `${number[1]}1${number[3]}`, number: Number(number[2]) };
  const letter = /^(\(?)([a-z])([.)])(?= )/.exec(line.text);
  return letter ? { kind: 'letter', sign: letter[0], like: `${letter[1]}a${letter[3]}`, number: letter[2]!.charCodeAt(0) } : undefined;
}

/** The line after the last that belongs to a list that begins here. */
function endOfList(lines: readonly Line[], start: number, first: Mark): number {
  const top = lines[start]!;
  let number = first.number;
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    const before = lines[end - 1]!;
    if (line.cell || line.leftwards || Math.abs(line.size - top.size) > 0.6) break;
    const indent = line.x - line.left - (top.x - top.left);
    const mark = markOf(line);
    if (mark) {
      const next = mark.kind === 'bullet' || mark.kind === 'dash' ? number : number + 1;
      if (mark.like !== first.like || mark.number !== next || Math.abs(indent) > top.size * 0.6) break;
      number = next;
      continue;
    }
    const step = before.page === line.page && before.column === line.column ? before.y - line.y : top.size;
    if (indent < top.size * 0.4 || indent > top.size * 5 || step > top.size * 1.8 || step < 0) break;
  }
  return end;
}

function asList(lines: readonly Line[], first: Mark, list: number): Map<Line, Entry> | undefined {
  const marks = lines.map(markOf);
  const items = marks.filter((mark) => mark !== undefined).length;
  const hanging = items < lines.length;
  if (first.kind !== 'bullet' && items < 2) return undefined;
  // Lines of talk begin with a dash too, and so do the parts of a sum.
  const talk = lines.some((line) => /[.!?…][”"’'»]?$/.test(line.text.slice(-3)));
  if (first.kind === 'dash' && (talk ? !hanging : lines.some((line) => line.x - line.left < line.size * 0.5 && !hanging))) return undefined;
  const entries = new Map<Line, Entry>();
  for (const [i, line] of lines.entries()) {
    const sign = marks[i]?.sign;
    const item = line.items[0]!;
    // A letter is a word, and Markdown has no lists by letters.
    const mark = sign === undefined || first.kind === 'letter' ? '' : sign;
    if (!item.text.trimStart().startsWith(mark)) return undefined;
    entries.set(line, { list, ordered: first.kind === 'number', start: first.number, begins: sign !== undefined, mark, item });
  }
  return entries;
}
