/**
 * Quotes found in a document's words: exactly, or not at all. Follows the W3C TextQuoteSelector (exact, prefix, suffix).
 */
import search from 'approx-string-match';
import type { Span } from './model.ts';
import { blockBorder, fold, unfold, type Folded } from './words.ts';

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

/**
 * The least context that settles which place of its words a span is: the inverse of `find`.
 * Whole words are taken from before it, or after it, one by one; whichever settles it first.
 */
export function describe(words: Folded, original: string, span: Span): TextQuote {
  const exact = original.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
  if (find(words, { exact }).length === 1) return { exact };
  const before = original.slice(0, span.start).split(blockBorder).at(-1) ?? '';
  const after = original.slice(span.end).split(blockBorder)[0] ?? '';
  const leading = before.trim().split(/\s+/).filter(Boolean);
  const trailing = after.trim().split(/\s+/).filter(Boolean);
  for (let count = 1; count <= Math.max(leading.length, trailing.length); count++) {
    const prefix = leading.slice(-count).join(' ');
    if (count <= leading.length && find(words, { exact, prefix }).length === 1) return { exact, prefix };
    const suffix = trailing.slice(0, count).join(' ');
    if (count <= trailing.length && find(words, { exact, suffix }).length === 1) return { exact, suffix };
  }
  return { exact, prefix: leading.join(' '), suffix: trailing.join(' ') };
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
