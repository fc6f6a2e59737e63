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
 * @param most no more places than these are looked for
 * @returns spans in the original words; none for an empty quote
 */
export function find(words: Folded, quote: TextQuote, most = Infinity): Span[] {
  const exact = fold(quote.exact).text.trim();
  // Half of a letter is no quote, nor is what reaches from one block into the next.
  if (exact === '' || !exact.isWellFormed() || exact.includes(blockBorder)) return [];
  const prefix = fold(quote.prefix ?? '').text.trim();
  const suffix = fold(quote.suffix ?? '').text.trim();
  const found: Span[] = [];
  for (let at = words.text.indexOf(exact); at >= 0 && found.length < most; at = words.text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    if (endsWith(words.text, at, prefix) && startsWith(words.text, end, suffix)) found.push(unfold(words, at, end));
  }
  return found;
}

/** More words of context than this, on one side, nobody types. */
const mostContext = 12;

/**
 * The least context that settles which place of its words a span is: the inverse of `find`, which finds what is described in its
 * place and nowhere else. Whole words are taken from before it or after it, from both sides only where that is less to type. Among
 * contexts of one length the one is preferred that stands in the same sentence: the next sentence is sooner cut or moved.
 * @param span in the original words; spaces and what is unseen at its ends are no part of the quote
 * @returns undefined where twelve words on each side do not settle it, and for what is no quote: nothing, half of a letter, words of
 * two blocks
 */
export function describe(words: Folded, original: string, span: Span): TextQuote | undefined {
  const passage = original.slice(span.start, span.end);
  const exact = passage.replaceAll(/\s+/g, ' ').trim();
  const [within] = passage.includes(blockBorder) ? [] : find(fold(passage), { exact }, 1);
  if (!within) return undefined;
  const [start, end] = [span.start + within.start, span.start + within.end];
  const [before, after] = [contextsBefore(original, start), contextsAfter(original, end)];
  const rivals = rivalsOf(words, fold(exact).text.trim(), start, before, after);
  const least = rivals && leastContext(rivals, before, after);
  if (!least) return undefined;
  const [prefix, suffix] = [before[least.before]!.words, after[least.after]!.words];
  const quote = { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  const found = find(words, quote, 2);
  return found.length === 1 && found[0]!.start === start ? quote : undefined;
}

/** Context of so many words as its place in a list says. */
interface Context {
  readonly words: string;
  readonly folded: string;
  /** Whether it reaches into another sentence. */
  readonly crosses: boolean;
}

/** How many words of context on each side another place has too: for each count before, the most after; -1 where there is none. */
type Rivals = readonly number[];

/** The other places of words. Undefined where one has all the context there is, so that nothing tells them apart. */
function rivalsOf(words: Folded, exact: string, start: number, before: readonly Context[], after: readonly Context[]): Rivals | undefined {
  const most = before.map(() => -1);
  for (let at = words.text.indexOf(exact); at >= 0; at = words.text.indexOf(exact, at + 1)) {
    let [leading, trailing] = [0, 0];
    while (leading + 1 < before.length && endsWith(words.text, at, before[leading + 1]!.folded)) leading++;
    if (most[leading] === after.length - 1) continue;
    while (trailing + 1 < after.length && startsWith(words.text, at + exact.length, after[trailing + 1]!.folded)) trailing++;
    if (trailing <= most[leading]! || originOf(words, at) === start) continue;
    most[leading] = trailing;
    if (leading === before.length - 1 && trailing === after.length - 1) return undefined;
  }
  return most;
}

function leastContext(
  rivals: Rivals,
  before: readonly Context[],
  after: readonly Context[],
): { readonly before: number; readonly after: number } | undefined {
  let best: { before: number; after: number; cost: number } | undefined;
  for (let leading = before.length - 1, most = -1; leading >= 0; leading--) {
    // So many words before it leave the rivals that have them too.
    most = Math.max(most, rivals[leading]!);
    const trailing = most + 1;
    if (trailing >= after.length) break;
    const crosses = before[leading]!.crosses || after[trailing]!.crosses;
    const cost = leading + trailing + (leading > 0 && trailing > 0 ? 1 : 0) + (crosses ? 0.5 : 0);
    if (!best || cost < best.cost) best = { before: leading, after: trailing, cost };
  }
  return best;
}

/** No context that is suggested is longer, so that long blocks are not divided into words. */
const contextReach = 1000;
const sentenceBorder = /[.!?…。！？]["”’')\]»]*\s|[。！？]/;
const letterAlone = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]';
/** Words between spaces; single letters where words are written without. */
const contextWord = new RegExp(`${letterAlone}\\p{M}*|(?:(?!${letterAlone})\\S)+`, 'gu');

function contextsBefore(original: string, start: number): Context[] {
  const from = Math.max(original.lastIndexOf(blockBorder, start - 1) + 1, start - contextReach);
  const text = original.slice(from, start);
  const found = [...text.matchAll(contextWord)];
  // Half a word is no context.
  if (from > 0 && /[^\s\u2029]/.test(original.charAt(from - 1))) found.shift();
  const starts = found.slice(-mostContext).map(({ index }) => index);
  return [contextOf(''), ...starts.toReversed().map((each) => contextOf(text.slice(each)))];
}

function contextsAfter(original: string, end: number): Context[] {
  const border = original.indexOf(blockBorder, end);
  const to = Math.min(border < 0 ? original.length : border, end + contextReach);
  const text = original.slice(end, to);
  const found = [...text.matchAll(contextWord)];
  if (/[^\s\u2029]/.test(original.charAt(to))) found.pop();
  return [contextOf(''), ...found.slice(0, mostContext).map(({ 0: word, index }) => contextOf(text.slice(0, index + word.length)))];
}

function contextOf(text: string): Context {
  return { words: text.replaceAll(/\s+/g, ' ').trim(), folded: fold(text).text.trim(), crosses: sentenceBorder.test(text) };
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
