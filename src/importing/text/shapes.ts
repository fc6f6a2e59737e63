/**
 * Lines whose ends mean something: verse, and the rows of a table that was copied with its tabs.
 */
import { endsSentence, furnitureOf } from './furniture.ts';
import { metadataOf } from './metadata.ts';

export interface ShapedLine {
  /** Its words, and the line as it came. */
  readonly text: string;
  readonly raw: string;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
  /** Whether it is something else already. */
  readonly taken: boolean;
}

export interface Shape {
  /** How many lines from the first. */
  readonly pieces: number;
  readonly as: { readonly text: string; readonly verse?: boolean; readonly cells?: readonly (readonly string[])[] };
}

/** The shapes of a text, by the index of their first line. */
export function shapesOf(lines: readonly ShapedLine[]): Map<number, Shape> {
  const shapes = new Map<number, Shape>();
  const perhaps: (readonly [start: number, end: number])[] = [];
  let poem = false;
  for (let start = 0; start < lines.length;) {
    let end = start + 1;
    while (end < lines.length && !lines[end]!.gap) end++;
    if (end - start > 1) {
      if (isStanza(lines, start, end, 0.75)) {
        poem = true;
        perhaps.push([start, end]);
      } else if (isStanza(lines, start, end, 0.6)) perhaps.push([start, end]);
      else tablesIn(lines, start, end, shapes);
    }
    start = end;
  }
  // Beside one stanza that is sure others are too.
  if (!poem) return shapes;
  for (const [start, end] of perhaps) {
    const text = lines.slice(start, end).map((line) => line.text);
    shapes.set(start, { pieces: end - start, as: { text: text.join('\n'), verse: true } });
  }
  return shapes;
}

/** In signs: a longer line is prose. */
const longestVerse = 65;
const mostLines = 60;

/**
 * Short lines, three or more, that end where a verse does: at a comma or before a capital; some with a comma, and most with no
 * sentence.
 */
function isStanza(lines: readonly ShapedLine[], start: number, end: number, share: number): boolean {
  const count = end - start;
  if (count < 3 || count > mostLines) return false;
  let [borders, sentences, commas] = [0, 0, 0];
  for (let i = start; i < end; i++) {
    const { text, raw, taken } = lines[i]!;
    if (taken || text.length > longestVerse || !text.includes(' ') || raw.trim().includes('\t') || notVerse.test(text)) return false;
    if (i === end - 1) break;
    const [ends, pauses] = [endsSentence(text), /[,;:،；，—–-]["”’»]?$/.test(text)];
    if (ends) sentences++;
    if (pauses) commas++;
    if (ends || pauses || /^["“‘«(]?\p{Lu}/u.test(lines[i + 1]!.text)) borders++;
  }
  const within = count - 1;
  if (borders < within * share || sentences > within / 2 || commas < within / 4) return false;
  for (let i = start; i < end; i++) if (furnitureOf(lines[i]!.text) !== undefined || metadataOf(lines[i]!.text)) return false;
  return true;
}

/** A line of a list, a field with its name, a quoted line, an address. */
const notVerse = /^(?:[-–—*•‣▪◦●■>|]|\p{N}{1,3}[.)]) |^[>|]|^[\p{L} ]{1,24}[:：] |:\/\/|@|[|©]/u;

/** Two rows or more, one under the other, with the same number of cells, of which two columns have words. */
function tablesIn(lines: readonly ShapedLine[], start: number, end: number, shapes: Map<number, Shape>): void {
  for (let first = start; first < end;) {
    const columns = cellsOf(lines[first]!)?.length;
    let last = first + 1;
    if (columns !== undefined) while (last < end && cellsOf(lines[last]!)?.length === columns) last++;
    if (columns !== undefined && last - first > 1) {
      const rows = lines.slice(first, last).map((line) => cellsOf(line)!);
      const filled = Array.from({ length: columns }, (_, column) => rows.some((row) => row[column] !== ''));
      if (filled.filter(Boolean).length > 1 && !lines.slice(first, last).some(({ text }) => furnitureOf(text) !== undefined)) {
        shapes.set(first, { pieces: last - first, as: { text: rows.map((row) => row.join(' ')).join('\n'), cells: rows } });
      }
    }
    first = last;
  }
}

/** More columns than this are no table that a page can show. */
const mostColumns = 40;

function cellsOf({ raw, taken }: ShapedLine): readonly string[] | undefined {
  if (taken || !raw.includes('\t')) return undefined;
  const cells = raw.split('\t').map((cell) => cell.replaceAll(/^ +| +$/g, '').replaceAll(/ {2,}/g, ' '));
  return cells.length > 1 && cells.length <= mostColumns ? cells : undefined;
}
