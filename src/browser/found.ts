/**
 * A reader who comes from the search sees the words that were found, in the passage that the address names.
 */
import { foundIn } from '../core/found.ts';
import { whenLoaded } from './land.ts';
import { elementAt } from './passage.ts';

/** What is no word of the text that it stands in. */
const apparatus = '.number, .ref, .source-ref, .back, .n, .task, template';
/** Words do not run from one of these into another. */
const blocks = 'p, li, dt, dd, th, td, pre, caption, figcaption, summary, blockquote, div, aside, section, article, h1, h2, h3, h4, h5, h6';

/** Mark the words of `?found=` by the CSS Custom Highlight API, and open what holds them; where there is none, the passage alone is marked. */
export function markFound(): void {
  const words = new URLSearchParams(location.search).getAll('found').filter(Boolean);
  const target = location.hash ? elementAt(location.hash) : document.querySelector('.text, .term');
  if (words.length === 0 || !target || !('highlights' in CSS)) return;
  const ranges = runsOf(target).flatMap((run) => rangesIn(run, words));
  for (const range of ranges) range.startContainer.parentElement?.closest('details')?.setAttribute('open', '');
  CSS.highlights.set('found', new Highlight(...ranges));
  if (location.hash && isNew()) whenLoaded(() => bringIntoSight(ranges[0]));
}

/** Whether the reader comes to the page, and not back to it. */
function isNew(): boolean {
  return (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'navigate';
}

/** In a long passage the words may stand under the edge of the window. */
function bringIntoSight(range: Range | undefined): void {
  const { top = 0, bottom = 0 } = range?.getBoundingClientRect() ?? {};
  if (range && (top < 48 || bottom > innerHeight - 24)) scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
}

/** The texts of each block, in order: bold, links and marks part the texts, and not the words. */
function runsOf(target: Element): Text[][] {
  const runs: Text[][] = [];
  let last: Element | null | undefined;
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement!.closest(apparatus)) continue;
    const block = node.parentElement!.closest(blocks);
    if (block === last) runs.at(-1)!.push(node);
    else runs.push([node]);
    last = block;
  }
  return runs;
}

/** The words in one run, a range for each text that they touch: what stands between two texts is not marked. */
function rangesIn(run: readonly Text[], words: readonly string[]): Range[] {
  const spans = foundIn(run.map((text) => text.data).join(''), words);
  const ranges: Range[] = [];
  let before = 0;
  for (const text of run) {
    for (const { start, end } of spans) {
      const [from, to] = [Math.max(start - before, 0), Math.min(end - before, text.length)];
      if (from >= to) continue;
      const range = new Range();
      range.setStart(text, from);
      range.setEnd(text, to);
      ranges.push(range);
    }
    before += text.length;
  }
  return ranges;
}
