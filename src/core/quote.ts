/**
 * Quotes found in a document's words: exactly, or not at all. Follows the W3C TextQuoteSelector (exact, prefix, suffix).
 */
import search from 'approx-string-match';
import type { Span } from './model.ts';
import { blockBorder, fold, originOf, unfold, type Folded } from './words.ts';

export interface TextQuote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * Every place of a quote in folded words, in order.
 * @returns spans in the original words; none for an empty quote
 */
export function find(words: Folded, quote: TextQuote): Span[] {
  const exact = fold(quote.exact).text.trim();
  // Half of a letter is no quote, nor is what reaches from one block into the next.
  if (exact === '' || !exact.isWellFormed() || exact.includes(blockBorder)) return [];
  const prefix = fold(quote.prefix ?? '').text.trim();
  const suffix = fold(quote.suffix ?? '').text.trim();
  const found: Span[] = [];
  for (let at = words.text.indexOf(exact); at >= 0; at = words.text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    if (endsWith(words.text, at, prefix) && startsWith(words.text, end, suffix)) found.push(unfold(words, at, end));
  }
  return found;
}

/** More words of context than this, on one side, nobody types. */
const mostContext = 12;

/**
 * The least context that settles which place of its words a span is: the inverse of `find`.
 * Whole words are taken from before it, or after it, one by one; whichever settles it first; at last from both sides.
 * @returns undefined where twelve words on each side of it do not settle it
 */
export function describe(words: Folded, original: string, span: Span): TextQuote | undefined {
  const exact = original.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
  const rival = rivals(words, fold(exact).text.trim(), span);
  if (rival(0, '', '') < 0) return { exact };
  const leading = wordsBefore(original, span.start);
  const trailing = wordsAfter(original, span.end);
  let [before, after] = [0, 0];
  for (let count = 1; count <= Math.max(leading.length, trailing.length); count++) {
    const prefix = leading.slice(-count).join(' ');
    if (count <= leading.length && (before = rival(before, prefix, '')) < 0) return { exact, prefix };
    const suffix = trailing.slice(0, count).join(' ');
    if (count <= trailing.length && (after = rival(after, '', suffix)) < 0) return { exact, suffix };
  }
  const prefix = leading.join(' ');
  const suffix = trailing.join(' ');
  return rival(Math.max(before, after), prefix, suffix) < 0 ? { exact, prefix, suffix } : undefined;
}

/**
 * The first other place of the words, from an offset on, that has this context too; -1 where there is none. What more context
 * rules out stays ruled out, so that one walk over the words serves all contexts that grow on one side.
 */
function rivals(words: Folded, exact: string, span: Span): (from: number, prefix: string, suffix: string) => number {
  return (from, prefix, suffix) => {
    const [before, after] = [fold(prefix).text.trim(), fold(suffix).text.trim()];
    if (exact === '') return -1;
    for (let at = words.text.indexOf(exact, from); at >= 0; at = words.text.indexOf(exact, at + 1)) {
      const fits = endsWith(words.text, at, before) && startsWith(words.text, at + exact.length, after);
      if (fits && originOf(words, at) !== span.start) return at;
    }
    return -1;
  };
}

/** No context that is suggested is longer, so that long blocks are not divided into words. */
const contextReach = 1000;

function wordsBefore(original: string, start: number): string[] {
  const from = Math.max(original.lastIndexOf(blockBorder, start - 1) + 1, start - contextReach);
  const found = original.slice(from, start).match(/\S+/g) ?? [];
  // Half a word is no context.
  if (from > 0 && /[^\s\u2029]/.test(original.charAt(from - 1))) found.shift();
  return found.slice(-mostContext);
}

function wordsAfter(original: string, end: number): string[] {
  const border = original.indexOf(blockBorder, end);
  const to = Math.min(border < 0 ? original.length : border, end + contextReach);
  const found = original.slice(end, to).match(/\S+/g) ?? [];
  if (/[^\s\u2029]/.test(original.charAt(to))) found.pop();
  return found.slice(0, mostContext);
}

/**
 * The words of a document that are most like a quote, to suggest and never to place.
 * @returns undefined where nothing is like it: more than four in ten letters differ
 */
export function nearest(words: Folded, quote: string): Span | undefined {
  // Longer quotes are told apart by their beginning; the search is not linear in the quote.
  const wanted = lower(fold(quote).text.trim().slice(0, 200));
  if (wanted === '') return undefined;
  const found = search(lower(words.text), wanted, Math.floor(wanted.length * 0.4));
  const best = found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.errors <= b.errors ? a : b), undefined);
  return best && best.end > best.start ? wholeWords(words, best.start, best.end) : undefined;
}

/** Grow a span to the borders of the words that it cuts. */
function wholeWords(words: Folded, from: number, to: number): Span | undefined {
  const letter = /[\p{L}\p{N}\p{M}]/u;
  let start = from;
  let end = to;
  while (start < end && !letter.test(words.text.charAt(start))) start++;
  while (start > 0 && letter.test(words.text.charAt(start - 1))) start--;
  while (end < words.text.length && letter.test(words.text.charAt(end)) && letter.test(words.text.charAt(end - 1))) end++;
  while (end > start && words.text.charAt(end - 1).trim() === '') end--;
  const border = words.text.indexOf(blockBorder, start);
  if (border >= 0 && border < end) end = border;
  return end > start ? unfold(words, start, end) : undefined;
}

/** Lower case, where that keeps every offset. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

function endsWith(text: string, end: number, prefix: string): boolean {
  if (prefix === '') return true;
  return text.endsWith(prefix, text.charAt(end - 1) === ' ' && !prefix.endsWith(' ') ? end - 1 : end);
}

function startsWith(text: string, start: number, suffix: string): boolean {
  if (suffix === '') return true;
  return text.startsWith(suffix, text.charAt(start) === ' ' ? start + 1 : start);
}
