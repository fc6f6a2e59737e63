/**
 * What stands on page after page at one height: running heads, running feet, page numbers.
 */
import type { Reason } from '../draft.ts';
import type { Line } from './lines.ts';
import type { Page } from './items.ts';

/** The lines that belong to the pages and not to the text, with the reason. */
export function runningLines(pages: readonly { readonly page: Page; readonly lines: readonly Line[] }[]): Map<Line, Reason> {
  const edges = pages.flatMap(({ page, lines }) => edgesOf(page, lines));
  const places = new Map<string, Set<number>>();
  for (const { line, key } of edges) {
    for (const at of heights(line)) {
      const place = `${at} ${key}`;
      places.set(place, (places.get(place) ?? new Set()).add(line.page));
    }
  }
  const running = new Map<Line, Reason>();
  for (const { line, key, reason, numbered } of edges) {
    const seen = Math.max(...heights(line).map((at) => places.get(`${at} ${key}`)!.size));
    const enough = pages.length >= 5 ? 3 : 2;
    if (seen >= enough || (numbered && reason === 'footer') || isPrinted(line.text)) running.set(line, reason);
  }
  return running;
}

/** The lines of tables of contents: on one page five or more that end in dots and a number, which rises; with the heading above. */
export function contentsIn(lines: readonly Line[]): Line[] {
  const places = new Map(lines.map((line, i) => [line, i]));
  const entries = lines.filter(({ text }) => /(?:\. ?){5,}[\divxlc]{1,5}$/.test(text.slice(-80)));
  return [...Map.groupBy(entries, (line) => line.page).values()].flatMap((onPage) => {
    const numbers = onPage.map(({ text }) => Number(/\d{1,5}$/.exec(text.slice(-5))?.[0] ?? 0));
    const rising = numbers.filter((number, i) => i === 0 || number >= numbers[i - 1]!).length;
    if (onPage.length < 5 || rising < onPage.length * 0.8) return [];
    const first = places.get(onPage[0]!)!;
    const headings = lines.slice(Math.max(0, first - 2), first).filter(({ text }) => /^(?:table of )?contents$/i.test(text));
    return [...headings, ...onPage];
  });
}

/** What a browser prints at the edges of a page: the day and the title, the address and the page's number. */
function isPrinted(text: string): boolean {
  return /^\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d\d\b/.test(text) || /^(?:https?|file):\/\/\S+ \d{1,4}\/\d{1,4}$/.test(text);
}

interface Edge {
  readonly line: Line;
  /** The words, numbers made alike. */
  readonly key: string;
  readonly reason: Reason;
  /** Whether it is a page's number alone. */
  readonly numbered: boolean;
}

/** The two rows at the head and the two at the foot, where they stand in the outer parts of the page. */
function edgesOf(page: Page, lines: readonly Line[]): Edge[] {
  const heightsHere = [...new Set(lines.map((line) => Math.round(line.y)))].toSorted((one, other) => other - one);
  const rowOf = new Map(heightsHere.map((height, i) => [height, i]));
  const tall = page.top - page.bottom;
  return lines.flatMap((line): Edge[] => {
    const row = rowOf.get(Math.round(line.y))!;
    const high = (line.y - page.bottom) / tall;
    const atHead = row < 2 && high > 0.85;
    const atFoot = row >= heightsHere.length - 2 && high < 0.15;
    if (!atHead && !atFoot) return [];
    const numbered = /^(?:\p{L}{1,6}\.? ?)?[-–—|]? ?(?:\d{1,4}|[ivxlc]{1,6})(?: ?(?:\/|of|von|de|sur) ?\d{1,4})? ?[-–—|]?$/iu.test(
      line.text,
    );
    return [
      {
        line,
        key: line.text.replace(/\d+/g, '#').toLowerCase(),
        reason: atHead ? 'navigation' : 'footer',
        numbered: numbered && /\d/.test(line.text) && high < 0.1,
      },
    ];
  });
}

/** A height and its neighbour, so that what differs by a hair falls together. */
function heights(line: Line): number[] {
  return [Math.round(line.y / 4), Math.round(line.y / 4 + 0.5)];
}
