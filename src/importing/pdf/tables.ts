/**
 * Tables: rows of a page whose words keep clear of the same gaps, and the cells that these and the spaces between rows make.
 */

/** A stretch of a row with no wide gap in it. */
interface Stretch {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly leftwards: boolean;
}

export interface TableArea<Piece> {
  /** The first row of the page that is in it, and the first that is not. */
  readonly start: number;
  readonly end: number;
  /** Its rows and their cells, each the lines of its words; where it is columns of text and no table, a single row. */
  readonly rows: readonly (readonly (readonly Piece[])[])[];
}

interface Band {
  readonly x: number;
  readonly right: number;
}

const mostColumns = 30;

/** The tables among the rows of a page, which come from its head to its foot, each cut where a gap is wide. */
export function tablesIn<Piece extends Stretch>(rows: readonly (readonly Piece[])[]): TableArea<Piece>[] {
  const areas: TableArea<Piece>[] = [];
  let done = 0;
  for (let i = 0; i < rows.length;) {
    if (rows[i]!.length < 2) {
      i++;
      continue;
    }
    const { start, end, columns } = grown(rows, i, done);
    const area = columns.length >= 3 && columns.length <= mostColumns ? areaOf(rows, start, end, columns) : undefined;
    if (area) areas.push(area);
    done = end;
    i = end;
  }
  return areas;
}

/** As many rows as leave two gaps free, or one as long as there are no more. */
function grown<Piece extends Stretch>(
  rows: readonly (readonly Piece[])[],
  from: number,
  above: number,
): { start: number; end: number; columns: readonly Band[] } {
  let columns: readonly Band[] = bandsOf([], rows[from]!);
  let start = from;
  let end = from + 1;
  const takes = (row: readonly Piece[], neighbour: readonly Piece[]): boolean => {
    const { size, y } = row[0]!;
    if (Math.abs(neighbour[0]!.y - y) > size * 4) return false;
    const next = bandsOf(columns, row);
    if (next.length < Math.min(3, columns.length) || next.length > mostColumns) return false;
    if (row.length < 3 && !row.every((piece) => isAligned(piece, columns))) return false;
    columns = next;
    return true;
  };
  while (end < rows.length && takes(rows[end]!, rows[end - 1]!)) end++;
  while (columns.length >= 3 && start > above && takes(rows[start - 1]!, rows[start]!)) start--;
  return { start, end, columns };
}

/** What is covered when a row is added: the columns, from left to right. */
function bandsOf(columns: readonly Band[], row: readonly Stretch[]): Band[] {
  const space = row[0]!.size * 0.6;
  const bands: { x: number; right: number }[] = [];
  for (const { x, right } of [...columns, ...row].toSorted((one, other) => one.x - other.x)) {
    const last = bands.at(-1);
    if (last && x < last.right + space) last.right = Math.max(last.right, right);
    else bands.push({ x, right });
  }
  return bands;
}

/** Whether it stands at the left, at the right or in the middle of a column, or apart from all. */
function isAligned({ x, right, size }: Stretch, columns: readonly Band[]): boolean {
  const near = size * 0.25;
  const column = columns.find((each) => x < each.right && right > each.x);
  if (!column) return true;
  return Math.abs(column.x - x) < near || Math.abs(column.right - right) < near || Math.abs(column.x + column.right - x - right) < near * 2;
}

function areaOf<Piece extends Stretch>(
  rows: readonly (readonly Piece[])[],
  from: number,
  until: number,
  columns: readonly Band[],
): TableArea<Piece> | undefined {
  const leftwards =
    rows
      .slice(from, until)
      .flat()
      .filter((piece) => piece.leftwards).length *
      2 >
    rows.slice(from, until).flat().length;
  const columnOf = (piece: Piece): number => columns.findLastIndex((column) => column.x <= piece.x + 0.01);
  const edge = leftwards ? columns.length - 1 : 0;
  // Lines of the text at the edge that happen to be short.
  const outer = (row: readonly Piece[]): boolean => row.every((piece) => columnOf(piece) === edge);
  let start = from;
  let end = until;
  while (start < end && outer(rows[start]!) && isCloser(rows, start, start - 1, start + 1)) start++;
  while (end > start && outer(rows[end - 1]!) && isCloser(rows, end - 1, end, end - 2)) end--;
  const inside = rows.slice(start, end);
  const lines = columns.map((_, column) => inside.flatMap((row) => row.filter((piece) => columnOf(piece) === column)));
  if (lines.filter((column) => column.length >= 2).length < 3 || inside.filter((row) => row.length >= 2).length < 2) return undefined;
  const groups = rowsIn(inside, lines, columns, edge);
  const order = leftwards ? columns.map((_, i) => columns.length - 1 - i) : columns.map((_, i) => i);
  return {
    start,
    end,
    rows: groups.map((group) => {
      const cells: Piece[][] = columns.map(() => []);
      for (const piece of group.flat()) cells[columnOf(piece)]!.push(piece);
      return order.map((column) => cells[column]!);
    }),
  };
}

/** Whether a row is as near to the one outside as to the one inside. */
function isCloser(rows: readonly (readonly Stretch[])[], row: number, outside: number, inside: number): boolean {
  const step = (other: number): number => (rows[other] ? Math.abs(rows[other][0]!.y - rows[row]![0]!.y) : Infinity);
  return step(outside) <= step(inside) + 0.5;
}

/** The lines of a table by its rows: by the spaces between them, else by the lines that begin in the first column. */
function rowsIn<Piece extends Stretch>(
  inside: readonly (readonly Piece[])[],
  lines: readonly (readonly Piece[])[],
  columns: readonly Band[],
  edge: number,
): (readonly Piece[])[][] {
  const size = inside[0]![0]!.size;
  let leading = Infinity;
  for (const column of lines) {
    column.forEach((piece, i) => {
      const step = i === 0 ? 0 : column[i - 1]!.y - piece.y;
      if (step > size * 0.8) leading = Math.min(leading, step);
    });
  }
  if (leading > size * 1.7) return inside.map((row) => [row]);
  const first = new Set(lines[edge]);
  const groups: (readonly Piece[])[][] = [];
  inside.forEach((row, i) => {
    const before = inside[i - 1];
    if (!before || lowest(before) - highest(row) > leading * 1.25) groups.push([row]);
    else groups.at(-1)!.push(row);
  });
  // Columns of a paper: long lines, one under the other.
  const full = lines.every((column, i) => {
    const wide = columns[i]!.right - columns[i]!.x;
    return column.length >= 8 && column.filter(({ x, right }) => right - x > wide * 0.7).length * 4 > column.length * 3;
  });
  if (full && groups.length <= 3) return [[...inside]];
  return groups.flatMap((group) => {
    const begun = group.filter((row) => row.some((piece) => first.has(piece)) && row.length >= 2);
    if (groups.length > 1 && (begun.length < 3 || begun.length < group.length * 0.8)) return [group];
    const parts: (readonly Piece[])[][] = [];
    for (const row of group) {
      if (parts.length === 0 || row.some((piece) => first.has(piece))) parts.push([row]);
      else parts.at(-1)!.push(row);
    }
    return parts;
  });
}

function lowest(row: readonly Stretch[]): number {
  return row.reduce((least, { y }) => Math.min(least, y), Infinity);
}

function highest(row: readonly Stretch[]): number {
  return row.reduce((most, { y }) => Math.max(most, y), -Infinity);
}
