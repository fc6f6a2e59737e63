/**
 * Where a note stands, as the W3C Web Annotation Data Model has it: three selectors of one passage, each of another kind
 * (https://www.w3.org/TR/annotation-model/#selectors). Offsets are in Unicode code points of the document's flat words, with one
 * U+2029 between blocks: as the model counts, and not as JavaScript does.
 */
import type { Annotation, LostNote, Span } from './model.ts';

export type Selector =
  | { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix?: string; readonly suffix?: string }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }
  | { readonly type: 'FragmentSelector'; readonly value: string; readonly conformsTo: string };

/** HTML fragments, as the model has it. */
const fragments = 'http://tools.ietf.org/rfc/rfc3236';

/** The words themselves, with what stands around them in their block; where they stand in all words; and their block's address. */
export function selectorsOf({ span, block }: Annotation, words: string, pointsBefore: (offset: number) => number): Selector[] {
  return [
    quoteSelector(span, block, words),
    { type: 'TextPositionSelector', start: pointsBefore(span.start), end: pointsBefore(span.end) },
    ...blockSelectors(block.number),
  ];
}

/** Words with some thirty letters on either side, as far as their block goes. */
export function quoteSelector(span: Span, block: Span, words: string): Extract<Selector, { type: 'TextQuoteSelector' }> {
  const prefix = lastLetters(words.slice(block.start, span.start));
  const suffix = firstLetters(words.slice(span.end, block.end));
  return { type: 'TextQuoteSelector', exact: words.slice(span.start, span.end), ...(prefix && { prefix }), ...(suffix && { suffix }) };
}

/** The address of a block. Footnotes have no number. */
export function blockSelectors(number: number): Selector[] {
  return number > 0 ? [{ type: 'FragmentSelector', value: `p${number}`, conformsTo: fragments }] : [];
}

/** The words that a note was on, with the context that it was written with. */
export function lostSelectors({ quote, written }: LostNote): Selector[] {
  const kept = written.lost?.quote;
  const { prefix, suffix } = typeof kept === 'object' ? kept : {};
  return [{ type: 'TextQuoteSelector', exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) }];
}

/** As long as the contexts that other tools write. */
const contextLength = 32;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The longest beginning of at most 32 code points that cuts no letter from its marks. */
function firstLetters(text: string): string {
  let [taken, points] = ['', 0];
  for (const { segment } of letters.segment(text.slice(0, 4 * contextLength))) {
    points += [...segment].length;
    if (points > contextLength) break;
    taken += segment;
  }
  return taken;
}

function lastLetters(text: string): string {
  const near = [...letters.segment(text.slice(-4 * contextLength))].map(({ segment }) => segment);
  let [taken, points] = ['', 0];
  for (const segment of near.toReversed()) {
    points += [...segment].length;
    if (points > contextLength) break;
    taken = segment + taken;
  }
  return taken;
}

/** How many code points stand before an offset: the model counts those, and not UTF-16 code units. */
export function codePoints(words: string): (offset: number) => number {
  const pairs = Array.from(words.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
