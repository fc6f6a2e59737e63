/**
 * Tables of data as Markdown; those that only lay a page out are none.
 */
import type { RootContent, Table, TableRow } from 'mdast';
import { closest } from './blocks.ts';
import { paragraphsOf, phrasing, space } from './phrasing.ts';
import type { Block, Branch } from './tree.ts';

interface DataTable {
  readonly branch: Branch;
  readonly blocks: readonly Block[];
  /** Each row's cells; undefined where another cell reaches into it. */
  readonly rows: readonly (readonly (Branch | undefined)[])[];
  readonly cells: ReadonlyMap<Branch, Block[]>;
}

/** The tables with data, by each of their blocks. Others are layout, and what is in them stands by itself. */
export function dataTables(kept: readonly Block[]): Map<Block, DataTable> {
  const byTable = new Map<Branch, Block[]>();
  for (const block of kept) {
    const table = closest(block.owner, 'table');
    if (table) gather(byTable, table, block);
  }
  const found = new Map<Block, DataTable>();
  for (const [branch, blocks] of byTable) {
    const table = readTable(branch, blocks);
    if (table) for (const block of blocks) found.set(block, table);
  }
  return found;
}

function gather(groups: Map<Branch, Block[]>, branch: Branch, block: Block): void {
  const known = groups.get(branch);
  if (known) known.push(block);
  else groups.set(branch, [block]);
}

function readTable(branch: Branch, blocks: readonly Block[]): DataTable | undefined {
  if (/^(?:presentation|none)$/.test(branch.attribute('role') ?? '') || closest(branch.parent ?? branch, 'table')) return undefined;
  const cells = new Map<Branch, Block[]>();
  for (const block of blocks) {
    const cell = closest(block.owner, 'td') ?? closest(block.owner, 'th');
    if (cell && closest(cell, 'table') === branch) gather(cells, cell, block);
    else if (!closest(block.owner, 'caption')) return undefined;
    if (/^h[1-6]$|^pre$/.test(block.owner.tag) || block.text.length > 600) return undefined;
  }
  const rows = rowsOf(branch);
  if (rows.length > 20_000) return undefined;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const told =
    rows.some((row) => row.some((cell) => cell?.tag === 'th')) ||
    branch.children.some((child) => 'children' in child && /^(?:thead|caption)$/.test(child.tag));
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, cells.size);
  if (rows.length < 2 || columns < 2 || columns > 60 || length > (told ? 250 : 90)) return undefined;
  return { branch, blocks, rows, cells };
}

function rowsOf(table: Branch): (Branch | undefined)[][] {
  const rows: (Branch | undefined)[][] = [];
  /** How many further rows a cell above reaches into, by column. */
  const reach: number[] = [];
  for (const part of table.children.flatMap((child) => ('children' in child ? (child.tag === 'tr' ? [child] : child.children) : []))) {
    if (!('children' in part) || part.tag !== 'tr') continue;
    const row: (Branch | undefined)[] = [];
    const fill = (): void => {
      while ((reach[row.length] ?? 0) > 0) {
        reach[row.length]!--;
        row.push(undefined);
      }
    };
    for (const cell of part.children) {
      if (!('children' in cell) || !/^t[dh]$/.test(cell.tag)) continue;
      fill();
      for (let n = 0; n < span(cell, 'colspan'); n++) {
        reach[row.length] = span(cell, 'rowspan') - 1;
        row.push(n === 0 ? cell : undefined);
      }
    }
    fill();
    rows.push(row);
  }
  return rows;
}

function span({ attribute }: Branch, name: string): number {
  const value = Number(attribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 && value <= 60 ? value : 1;
}

export function captionsOf(table: DataTable): RootContent[] {
  const inCells = new Set([...table.cells.values()].flat());
  return table.blocks.filter((block) => !inCells.has(block)).flatMap(paragraphsOf);
}

export function tableOf({ rows, cells }: DataTable): Table {
  const lines = rows
    .filter((row) => row.some((cell) => cell && cells.has(cell)))
    .map((row): TableRow => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: (cell ? (cells.get(cell) ?? []) : []).flatMap((block, n) => [
          ...(n > 0 ? [space()] : []),
          ...block.lines.flatMap((line, m) => [...(m > 0 ? [space()] : []), ...phrasing(line)]),
        ]),
      })),
    }));
  return { type: 'table', children: lines };
}
