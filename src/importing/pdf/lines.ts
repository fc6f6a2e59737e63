/**
 * Items to lines in the order of reading: rows by their baselines, columns by the gaps between them.
 */
import { isGlued, isLevel, type Item } from './item.ts';
import type { Page } from './items.ts';
import { tablesIn } from './tables.ts';

export interface Line {
  readonly text: string;
  readonly items: readonly Item[];
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** That most of its letters have. */
  readonly size: number;
  readonly font: string;
  /** Whether it is read from the right. */
  readonly leftwards: boolean;
  /** Lines of one column have one number; it rises in the order of reading. */
  readonly column: number;
  /** The left and right edge of its column. */
  readonly left: number;
  readonly end: number;
  /** The cell that it is in; lines of one cell have one and the same. */
  readonly cell?: Cell | undefined;
}

/** A cell of a table; columns of text are a table of a single row. */
export interface Cell {
  /** Cells of one table have one and the same. */
  readonly table: { readonly columns: number; readonly rows: number };
  readonly row: number;
  readonly column: number;
}

type Piece = Omit<Line, 'column' | 'left' | 'end' | 'cell'>;

/** The lines of a page. Text that does not run along the page is left out. */
export function linesOf(page: Page): Line[] {
  const rows = rowsOf(page.items.filter((item) => item.upright));
  const pieces = rows.map((row) => piecesOf(row, page.number));
  const gutter = gutterOf(pieces.flat());
  if (gutter === undefined) return withTables(rows, pieces, page.number);
  const lines: Line[] = [];
  let left: Piece[] = [];
  let right: Piece[] = [];
  let across: Piece[] = [];
  let column = 0;
  const settle = (): void => {
    for (const part of [across, left, right]) if (part.length > 0) lines.push(...inColumn(part, column++));
    left = [];
    right = [];
    across = [];
  };
  const ended = columnsEnd(pieces, gutter);
  rows.forEach((row, i) => {
    if (i === ended) settle();
    if (i >= ended) {
      across.push(pieceOf(row, page.number));
      return;
    }
    const crossing = pieces[i]!.some((piece) => piece.x < gutter - 2 && piece.right > gutter + 2);
    if (crossing) {
      if (left.length + right.length > 0) settle();
      across.push(pieceOf(row, page.number));
      return;
    }
    for (const piece of pieces[i]!) (piece.right <= gutter + 2 ? left : right).push(piece);
  });
  settle();
  return lines;
}

/** One column of lines, but where tables are, cell by cell. */
function withTables(rows: readonly (readonly Item[])[], pieces: readonly (readonly Piece[])[], page: number): Line[] {
  const tables = tablesIn(pieces);
  const whole = inColumn(
    rows.map((row) => pieceOf(row, page)),
    0,
  );
  const lines: Line[] = [];
  let next = 0;
  let column = 0;
  for (const { start, end, rows: cells } of tables) {
    for (const line of whole.slice(next, start)) lines.push({ ...line, column });
    const table = { columns: cells[0]!.length, rows: cells.length };
    cells.forEach((row, i) =>
      row.forEach((cell, j) => {
        const at: Cell = { table, row: i, column: j };
        column++;
        for (const line of inColumn(cell, column)) lines.push(table.rows > 1 ? { ...line, cell: at } : line);
      }),
    );
    column++;
    next = end;
  }
  for (const line of whole.slice(next)) lines.push({ ...line, column });
  return lines;
}

/** Items of one baseline, from left to right; rows from the head of the page to its foot. */
function rowsOf(items: readonly Item[]): Item[][] {
  const rows: { y: number; size: number; items: Item[] }[] = [];
  for (const item of items.toSorted((one, other) => other.y - one.y)) {
    // A raised sign comes before the line that it belongs to.
    const row = rows.slice(-3).find((each) => isLevel(each, item));
    if (!row) rows.push({ y: item.y, size: item.size, items: [item] });
    else {
      row.items.push(item);
      if (item.size > row.size * 1.1) Object.assign(row, { y: item.y, size: item.size });
    }
  }
  return rows.map((row) => row.items.toSorted((one, other) => one.x - other.x));
}

/** A row cut where a gap is wider than between words. */
function piecesOf(row: readonly Item[], page: number): Piece[] {
  const groups: Item[][] = [];
  let end = -Infinity;
  for (const item of row) {
    if (item.x - end > item.size * 1.2) groups.push([item]);
    else groups.at(-1)!.push(item);
    end = Math.max(end, item.x + item.width);
  }
  return groups.map((group) => pieceOf(group, page));
}

function pieceOf(row: readonly Item[], page: number): Piece {
  const leftwards = lettersIn(row.filter((item) => item.rightToLeft)) * 2 > lettersIn(row);
  const items = leftwards ? fromTheRight(row) : row;
  let text = '';
  items.forEach((item, i) => (text += (i === 0 || isGlued(items[i - 1]!, item) ? '' : ' ') + item.text));
  const main = items.reduce((one, other) => (other.text.length > one.text.length ? other : one));
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    items,
    page,
    x: least(row.map((item) => item.x)),
    right: most(row.map((item) => item.x + item.width)),
    y: main.y,
    size: Math.round(main.size * 10) / 10,
    font: main.font,
    leftwards,
  };
}

/** A row from the right, but what runs to the right in it from the left. */
function fromTheRight(row: readonly Item[]): readonly Item[] {
  const items: Item[] = [];
  let run: Item[] = [];
  for (const item of row.toReversed()) {
    if (item.rightToLeft || !/[\p{L}\p{N}]/u.test(item.text)) {
      items.push(...run.toReversed(), item);
      run = [];
    } else run.push(item);
  }
  return [...items, ...run.toReversed()];
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), -Infinity);
}

function lettersIn(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.text.length, 0);
}

/** The middle of the gap between two columns; undefined where there is one column, or a table. */
function gutterOf(pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 12) return undefined;
  const left = least(pieces.map((piece) => piece.x));
  const right = most(pieces.map((piece) => piece.right));
  const width = right - left;
  let best: { at: number; crossing: number } | undefined;
  // However wide the page calls itself.
  const step = Math.max(2, width / 500);
  for (let at = left + width * 0.3; at <= left + width * 0.7; at += step) {
    const crossing = pieces.filter((piece) => piece.x < at && piece.right > at).length;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  if (!best) return undefined;
  const { at } = best;
  const before = pieces.filter((piece) => piece.right <= at);
  const after = pieces.filter((piece) => piece.x >= at);
  const edge = most(before.map((piece) => piece.right));
  const next = least(after.map((piece) => piece.x));
  const full = (side: readonly Piece[], space: number): boolean =>
    side.filter((piece) => piece.right - piece.x > space * 0.6).length * 2 > side.length;
  const isColumns = before.length >= 5 && after.length >= 5 && best.crossing * 3 <= pieces.length;
  return isColumns && full(before, edge - left) && full(after, right - next) ? (edge + next) / 2 : undefined;
}

/** The row from which on there are no columns any more, though no line crosses the gap: after a space over the whole width. */
function columnsEnd(rows: readonly (readonly Piece[])[], gutter: number): number {
  const isRight = (row: readonly Piece[]): boolean => row.some((piece) => piece.x > gutter && piece.right - piece.x > piece.size * 12);
  const last = rows.findLastIndex(isRight);
  for (let i = last + 1; i > 0 && i < rows.length; i++) {
    const step = rows[i - 1]![0]!.y - rows[i]![0]!.y;
    if (step > rows[i]![0]!.size * 1.7) return i;
  }
  return Infinity;
}

function inColumn(pieces: readonly Piece[], column: number): Line[] {
  const left = least(pieces.map((piece) => piece.x));
  const end = most(pieces.map((piece) => piece.right));
  return pieces.map((piece) => ({ ...piece, column, left, end }));
}
