/**
 * Whether the lines of a text were wrapped at a width, and where.
 */
import { endsSentence } from './furniture.ts';

export interface Wrap {
  /** The columns that a line may fill; undefined where lines are whole paragraphs. */
  readonly width: number | undefined;
  /** Whether a blank line stands between the lines of one paragraph too. */
  readonly doubled: boolean;
}

export interface Row {
  readonly text: string;
  /** Whether a blank line, or what ends a paragraph in any case, stands before it. */
  readonly gap: boolean;
}

/** A line that ends nothing, followed by one that begins nothing, shows a wrap; that it had no room for the next word, the width. */
export function wrapOf(rows: readonly Row[]): Wrap {
  const width = widthOf(rows, false);
  if (width !== undefined) return { width, doubled: false };
  const broken = rows.filter((row, i) => i > 0 && row.gap && shows(rows[i - 1]!.text, row.text)).length;
  const doubled = broken >= 4 && broken * 3 > rows.length;
  return { width: doubled ? widthOf(rows, true) : undefined, doubled };
}

/** Whether a line has no room for the first word of the next. */
export function isFull(line: string, next: string, wrap: Wrap): boolean {
  if (wrap.width === undefined) return false;
  // Some tools count a wide sign as two columns, some as one.
  return [1, 2].some((wide) => {
    const columns = columnsOf(line, wide);
    return columns <= wrap.width! + 3 && columns + roomFor(next) > wrap.width!;
  });
}

/** Whether a sentence seems to go on from one line to the next. */
export function continues(line: string, next: string): boolean {
  return !endsSentence(line) && !/[:;]$/.test(line) && /^["'“‘«([]?[\p{L}\p{N}]/u.test(next);
}

export function beginsLower(text: string): boolean {
  return /^["'“‘«([]?\p{Ll}/u.test(text);
}

/** Scripts without capitals. */
function beginsUncased(text: string): boolean {
  return /^["'“‘«([]?\p{Lo}/u.test(text);
}

function shows(line: string, next: string): boolean {
  return line.length >= 25 && continues(line, next) && (beginsLower(next) || beginsUncased(next));
}

function widthOf(rows: readonly Row[], acrossGaps: boolean): number | undefined {
  const pairs: { readonly columns: number; readonly room: number }[] = [];
  let adjacent = 0;
  let uncased = 0;
  for (let i = 1; i < rows.length; i++) {
    const [line, next] = [rows[i - 1]!.text, rows[i]!.text];
    if (rows[i]!.gap && !acrossGaps) continue;
    adjacent++;
    if (!shows(line, next)) continue;
    if (beginsUncased(next)) uncased++;
    pairs.push({ columns: columnsOf(line), room: roomFor(next) });
  }
  if (pairs.length < 2) return undefined;
  // Without capitals, a title above a label looks like a sentence that goes on.
  if (uncased * 2 > pairs.length && (pairs.length < 4 || pairs.length < adjacent * 0.5)) return undefined;
  const columns = pairs.map((pair) => pair.columns).sort((a, b) => a - b);
  const width = columns[Math.ceil((columns.length - 1) * 0.97)]!;
  if (width > 200) return undefined;
  const full = pairs.filter((pair) => pair.columns + pair.room > width).length;
  return full >= pairs.length * 0.75 ? width : undefined;
}

/** The columns that a next line's first word and the space before it need. */
function roomFor(next: string): number {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next)) return 2;
  const end = next.search(/[ \u00ad-]/);
  return columnsOf(end < 0 ? next.slice(0, 40) : next.slice(0, Math.min(end, 40))) + 1;
}

/** How wide a line is: its letters, without what a reader does not see. */
function columnsOf(text: string, wide = 1): number {
  if (text.length > 400 || /^[\u0020-\u00ac\u00ae-\u02ff]*$/.test(text)) return text.length;
  const columns = text.replaceAll(/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\udc00-\udfff]/gu, '').length;
  return wide === 1 ? columns : columns + (text.match(wideSign)?.length ?? 0);
}

const wideSign = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
