/**
 * Links to other articles, copied with their page: a label, headlines, and teasers that were cut short.
 */
import type { Item } from './items.ts';

/** What is known of a file's end: the last sentence that is no teaser below a headline, and the last headline or teaser. */
export interface Tail {
  readonly lastParagraph: number;
  readonly lastLink: number;
}

export function tailOf(items: readonly Item[]): Tail {
  return {
    lastParagraph: items.findLastIndex((item, i) => item.prose && !(items[i - 1]?.label && item.text.length <= longestTeaser)),
    lastLink: items.findLastIndex((item) => item.label || item.teaser),
  };
}

const longestTeaser = 220;

/** What a screen reader is told of a list: “list 1 of 3”, “end of list”. */
export function isScreenReaders(text: string): boolean {
  return /^(?:list \d{1,3} of \d{1,3}|end of list$)/.test(text);
}

/**
 * The blocks from a label on that are links to other articles: how many. None where the label may be a heading.
 * @param lastProse index of the last block of sentences
 */
export function relatedRun(items: readonly Item[], start: number, lastProse: number, tail: Tail): number {
  if (items[start]!.related === 'inline') return 1;
  let end = start + 1;
  let teasers = 0;
  while (end < items.length) {
    const item = items[end]!;
    const above = items[end - 1]!;
    if (isScreenReaders(item.text)) {
      end++;
      if (item.text === 'end of list') return end - start;
      continue;
    }
    const isHeadline = item.label || (isAsked(item) && !goesOn(items[end + 1]) && (!above.prose || above.teaser));
    const isTeaser = item.teaser && !item.label;
    const isDate = item.metadata !== undefined && end > start + 1;
    const isSentence = end > start + 1 && above.label && item.prose && item.text.length <= longestTeaser;
    // A whole sentence is a teaser only where the article's text cannot go on: nothing but links follow.
    const isLast = isSentence && tail.lastParagraph < end && (tail.lastLink > end || teasers > 0);
    if (item.block.label !== undefined || (!isHeadline && !isTeaser && !isDate && !isLast)) break;
    if (isTeaser) teasers++;
    end++;
  }
  if (end - start > 2 && end <= lastProse && isHeadingBelow(items[end - 1]!, items[end - 2]!)) end--;
  if (end === start + 1 && items[start]!.perhapsHeading && items[end]?.prose) return 0;
  return end - start;
}

/** Whether sentences follow, as below a question that is a paragraph of the article. */
function goesOn(next: Item | undefined): boolean {
  return next !== undefined && next.prose && !next.teaser && !isAsked(next);
}

function isAsked(item: Item): boolean {
  return item.text.length <= 110 && /[?!؟]["”’]?$/.test(item.text) && !/[.!?] /.test(item.text);
}

/** Of several short lines above a paragraph, the last may be the heading of what follows. */
function isHeadingBelow(item: Item, above: Item): boolean {
  return item.label && item.size <= 4 && above.label && above.size >= 5;
}
