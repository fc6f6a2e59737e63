/**
 * Lines to paragraphs and headings, by the distances between them, their indents, their ends and the size of their letters.
 */
import { wordsOf } from '../law.ts';
import type { Item } from './item.ts';
import type { Cell, Line } from './lines.ts';
import { listsIn, type Entry } from './lists.ts';

export interface Paragraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  readonly font: string;
  readonly lines: readonly Line[];
  /** The cell that it is. */
  readonly cell?: Cell | undefined;
  /** The item of a list that it is; the text is without the mark. */
  readonly entry?: Entry | undefined;
}

/** A word that was divided at the end of a line, and is whole again. */
export interface Join {
  readonly was: string;
  readonly is: string;
  readonly page: number;
  /** The item whose last sign is the hyphen. */
  readonly item: Item;
}

/** The measure of the text itself, by which lines are judged. */
export interface Measure {
  readonly size: number;
  readonly font: string;
  /** Between two baselines. */
  readonly leading: number;
}

/** What most of the letters are like. */
export function measureOf(lines: readonly Line[]): Measure {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, text } of lines) {
    sizes.set(size, (sizes.get(size) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const size = mostOf(sizes) ?? 10;
  const steps = new Map<number, number>();
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const step = before && before.column === line.column && before.page === line.page ? before.y - line.y : 0;
    if (line.size === size && step > size * 0.8 && step < size * 3)
      steps.set(Math.round(step * 2) / 2, (steps.get(Math.round(step * 2) / 2) ?? 0) + 1);
  });
  const usual = mostOf(steps);
  return { size, font: mostOf(fonts) ?? '', leading: usual && steps.get(usual)! >= 3 ? usual : size * 1.2 };
}

function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: [Key, number] | undefined;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0];
}

/** The paragraphs in order. `follows` says whether an item is drawn straight after another, as a divided word's halves are. */
export function paragraphsOf(
  lines: readonly Line[],
  measure: Measure,
  follows: (item: Item, next: Item) => boolean,
): { paragraphs: Paragraph[]; joins: Join[] } {
  const groups: Line[][] = [];
  const entries = listsIn(lines);
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const entry = entries.get(line);
    const told = before && (entry || isHanging(entries.get(before)) || line.cell || before.cell);
    if (told ? !isSamePart(before, line, entries) : !before || begins(mirrored(before), mirrored(line), measure, groups.at(-1)!))
      groups.push([line]);
    else groups.at(-1)!.push(line);
  });
  const whole = new Set(lines.flatMap((line) => wordsOf(line.text)));
  const written = new Set(lines.flatMap((line) => line.text.split(' ')));
  const joins: Join[] = [];
  const paragraphs = groups.map((group) => {
    const parts: string[] = [];
    const entry = entries.get(group[0]!);
    group.forEach((line, i) => {
      const before = group[i - 1];
      const join = before && joinOf(before, line, whole, written, follows);
      if (join && join !== 'kept') {
        joins.push(join);
        parts.push(parts.pop()!.slice(0, -1));
      } else if (i > 0 && !join) parts.push(' ');
      parts.push(i === 0 && entry ? line.text.slice(entry.mark.length).trimStart() : line.text);
    });
    const [{ page, size, font, cell }] = group as [Line, ...Line[]];
    return { text: parts.join(''), page, size, font, lines: group, cell, entry };
  });
  return { paragraphs, joins };
}

/** What follows a list is a paragraph of its own; but lines that follow a bullet may go on below it. */
function isHanging(entry: Entry | undefined): boolean {
  return entry !== undefined && !/^[•‣∙]$/.test(entry.mark);
}

/** Of lines in lists and tables: whether they are of one item or cell. */
function isSamePart(before: Line, line: Line, entries: ReadonlyMap<Line, Entry>): boolean {
  const entry = entries.get(line);
  if (entry || entries.has(before)) return entry !== undefined && !entry.begins && entry.list === entries.get(before)?.list;
  return line.cell === before.cell;
}

/** Lines that run to the left are judged in a mirror. */
function mirrored(line: Line): Line {
  return line.leftwards ? { ...line, x: -line.right, right: -line.x, left: -line.end, end: -line.left } : line;
}

/** Whether a line begins a paragraph. */
function begins(before: Line, line: Line, { leading, size }: Measure, group: readonly Line[]): boolean {
  if (Math.abs(before.size - line.size) > Math.max(0.6, size * 0.06)) return true;
  if (/^[•‣◦▪■●○]/u.test(line.text)) return true;
  const wide = line.end - line.left;
  const letter = (line.right - line.x) / Math.max(1, line.text.length);
  const ended = /[.!?:…。！？][”"’'»)\]]*[\d⁰¹²³⁴-⁹]{0,3}$/.test(before.text.slice(-20));
  if (before.page !== line.page || before.column !== line.column) {
    // A sentence goes on in the next column or page.
    const full = before.end - before.right < wide * 0.1;
    return ended && !(full && /^\p{Ll}/u.test(line.text)) ? true : !full && !/^\p{Ll}/u.test(line.text);
  }
  const step = before.y - line.y;
  if (step > Math.max(leading * (line.size / size), line.size) * 1.3 + 0.5) return true;
  if (before.font !== line.font && group.length === 1 && before.right - before.x < wide * 0.6) return true;
  // A first line is indented against the lines around it.
  const indent = line.x - before.x;
  if (indent > size * 0.8 && indent < wide * 0.25 && (group.length === 1 ? ended : true) && before.x - line.left < size * 3) return ended;
  // The first word would have fitted into the line before.
  const first = line.text.indexOf(' ') < 0 ? line.text.length : line.text.indexOf(' ');
  const room = before.end - before.right - (first + 1.5) * letter;
  if (ended) return room > size;
  const goesOn = /^\p{Ll}/u.test(line.text) || /[,;]$/.test(before.text);
  return room > wide * (goesOn ? 0.5 : 0.35) && !/[-\u2010\u00ad]$/.test(before.text);
}

/** `kept` where the hyphen is the word's own and only the line ends. */
function joinOf(
  before: Line,
  line: Line,
  whole: ReadonlySet<string>,
  written: ReadonlySet<string>,
  follows: (item: Item, next: Item) => boolean,
): Join | 'kept' | undefined {
  const first = /(\p{L}+)[-\u2010\u00ad]$/u.exec(before.text.slice(-60))?.[1];
  const second = /^\p{Ll}[\p{L}\p{M}]{0,60}/u.exec(line.text)?.[0];
  if (first === undefined || second === undefined) return undefined;
  const item = before.items.at(-1)!;
  if (!follows(item, line.items[0]!)) return undefined;
  if (!whole.has(first + second) && written.has(`${first}-${second}`)) return 'kept';
  return { was: `${first}${before.text.slice(-1)} ${second}`, is: first + second, page: line.page, item };
}
