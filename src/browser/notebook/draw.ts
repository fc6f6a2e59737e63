/**
 * Entries on a page: where their words are, drawn by the CSS Custom Highlight API; where there is none, nothing is drawn and the list
 * remains.
 */
import type { Span } from '../../core/model.ts';
import { placeIn, type Entry } from '../../core/notebook.ts';
import { rangeOf, type PageWords } from './page-words.ts';

/** An entry where it stands; without a range it has lost its place. */
export interface Placed {
  readonly entry: Entry;
  readonly span?: Span;
  readonly range?: Range;
  /** Whether other words stand in the place of its own. */
  readonly changed: boolean;
}

/** So many entries without a place are looked for by likeness: more have nothing to do with this text. */
const mostSought = 200;
/** So many at once, between which the page can do other things. */
const atOnce = 40;

/** Find the words of entries, in the order of the page; those without a place come last. */
export async function place(entries: readonly Entry[], words: PageWords): Promise<Placed[]> {
  const placed: Placed[] = [];
  const lost: Entry[] = [];
  for (const [i, entry] of entries.entries()) {
    if (i % atOnce === atOnce - 1) await pause();
    const span = placeIn(entry, words);
    if (span) placed.push({ entry, span, range: rangeOf(span, words), changed: false });
    else lost.push(entry);
  }
  placed.push(...(lost.length > 0 ? await seek(lost, words) : []));
  const at = ({ span }: Placed): number => span?.start ?? Infinity;
  return placed.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** The text has changed since: what is not there letter for letter is looked for as the editors' notes are. */
async function seek(lost: readonly Entry[], words: PageWords): Promise<Placed[]> {
  const { reanchor } = await import('../../core/reanchor.ts');
  const found: Placed[] = [];
  for (let from = 0; from < Math.min(lost.length, mostSought); from += 10) {
    await pause();
    const some = lost.slice(from, Math.min(from + 10, mostSought));
    const anchored = reanchor(
      some.map(({ quote }) => ({ quote })),
      words.folded,
    );
    for (const [i, { state, span }] of anchored.entries())
      found.push({ entry: some[i]!, ...(span && { span, range: rangeOf(span, words) }), changed: state === 'changed' });
  }
  return [...found, ...lost.slice(mostSought).map((entry) => ({ entry, changed: false }))];
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Draw highlights, those with a note and those whose words have changed each in a way of its own. */
export function draw(all: readonly Placed[]): void {
  if (!('highlights' in CSS)) return;
  const drawn = (is: (each: Placed) => boolean): Range[] => all.flatMap((each) => (each.range && is(each) ? [each.range] : []));
  CSS.highlights.set('notebook', new Highlight(...drawn(({ entry, changed }) => !entry.note && !changed)));
  CSS.highlights.set('notebook-noted', new Highlight(...drawn(({ entry, changed }) => entry.note !== '' && !changed)));
  CSS.highlights.set('notebook-changed', new Highlight(...drawn(({ changed }) => changed)));
}

/** The shortest highlight under a point of the window. */
export function drawnAt(x: number, y: number, all: readonly Placed[]): Placed | undefined {
  let found: Placed | undefined;
  for (const each of all) {
    if (!each.range || !each.span || (found?.span && lengthOf(found.span) <= lengthOf(each.span))) continue;
    const { left, right, top, bottom } = each.range.getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom) continue;
    if ([...each.range.getClientRects()].some((line) => x >= line.left && x <= line.right && y >= line.top && y <= line.bottom))
      found = each;
  }
  return found;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
