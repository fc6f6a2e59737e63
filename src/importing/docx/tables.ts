/**
 * Tables of a Word file: a grid of plain cells stays a table; any other stands as its rows' paragraphs, in order.
 */
import type { Element, ElementContent, Root as Html } from 'hast';

/** Of what a few wide cells could make of a table whose rows are filled up. */
const mostFilling = 20_000;
const widest = 60;

/**
 * Change the tables of a tree in place, those within tables too.
 * @returns how many stand as paragraphs
 */
export function settleTables(html: Html | Element): number {
  let count = 0;
  const settle = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node];
      if (node.tagName !== 'table') {
        node.children = settle(node.children);
        return [node];
      }
      const rows = rowsOf(node);
      if (isGrid(rows)) {
        for (const cell of rows.flat()) cell.children = inOneLine([cell], [{ type: 'text', value: ' ' }]);
        return [node];
      }
      count++;
      return rows.flatMap((cells) => {
        const line: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
        if (!cells.every(isPlain)) return cells.flatMap((cell) => settle(cell.children));
        return [{ type: 'element', tagName: 'p', properties: {}, children: inOneLine(cells, [line]) }];
      });
    });
  html.children = settle(html.children as ElementContent[]);
  return count;
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  for (const part of elementsIn(table)) {
    for (const row of part.tagName === 'tr' ? [part] : elementsIn(part)) rows.push(elementsIn(row));
  }
  return rows;
}

function elementsIn(element: Element): Element[] {
  return element.children.filter((child) => child.type === 'element');
}

function isGrid(rows: readonly (readonly Element[])[]): boolean {
  let cells = 0;
  let columns = 0;
  for (const row of rows) {
    let width = 0;
    for (const cell of row) {
      const across = spanOf(cell, 'colSpan');
      const down = spanOf(cell, 'rowSpan');
      if (across > widest || down > rows.length || !isPlain(cell)) return false;
      width += across;
      cells += across * down;
    }
    columns = Math.max(columns, width);
  }
  return columns * rows.length <= cells * 2 + mostFilling && cells <= rows.flat().length * 2 + mostFilling;
}

function spanOf({ properties }: Element, name: string): number {
  return Number(properties[name] ?? 1);
}

/** Whether paragraphs alone are in a cell. */
function isPlain(cell: Element): boolean {
  return cell.children.every((child) => child.type !== 'element' || !/^(?:table|[uo]l|h[1-6]|blockquote|pre|div)$/.test(child.tagName));
}

/** The words of some cells, their paragraphs divided. */
function inOneLine(cells: readonly Element[], divider: readonly ElementContent[]): ElementContent[] {
  const pieces: ElementContent[][] = [];
  for (const cell of cells) {
    const paragraphs = cell.children.map((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]));
    const children = paragraphs.flatMap((each, i): ElementContent[] => (i === 0 ? each : [{ type: 'text', value: ' ' }, ...each]));
    if (children.length > 0) pieces.push(children);
  }
  return pieces.flatMap((piece, i) => (i === 0 ? piece : [...structuredClone(divider), ...piece]));
}
