/**
 * Where an annotation from elsewhere stands in a document: by its words and what stands around them, exactly, or not at all.
 */
import type { Block, Span } from '../../core/model.ts';
import { describe, find, type TextQuote } from '../../core/quote.ts';
import type { Words } from '../../core/passage.ts';
import { blockAround } from '../../core/tree.ts';
import { codePoints } from '../../core/web-selectors.ts';
import { fold } from '../../core/words.ts';
import type { IncomingTarget } from './source.ts';

/** A passage, and whether the annotation is on its block as a whole and names no words. */
export interface Anchor {
  readonly span: Span;
  readonly block: Block;
  readonly whole: boolean;
  /** Set where nothing of what stood around its words could be found again: they are many enough to be no chance. */
  readonly bare?: true;
}

/** What to write as the quote of a note. */
export type Quote =
  string | { readonly exact: string; readonly prefix?: string; readonly suffix?: string } | { readonly paragraph: number };

/** More places than these nobody tells apart. */
const most = 200;

/**
 * Find the passage of a target. A quote that stands there once, with its context, is taken; of several the one at the very position,
 * or the only one in the block that the fragment names. Context counts as far as it is in the same block, and beyond where it can be told:
 * other tools run over, into headings and much that is on a page. What has no context left that speaks for it has to speak for itself.
 * @param headings of the document, and its title
 * @returns a sentence that says why, where it has none
 */
export function anchor({ quote, position, fragment }: IncomingTarget, words: Words, headings: readonly string[] = []): Anchor | string {
  const { folded, flat, document } = words;
  const number = Number(/^p([1-9]\d{0,5})$/.exec(fragment ?? '')?.[1] ?? 0);
  const named = flat.blocks.find((block) => block.number > 0 && block.number === number);
  if (!quote || fold(quote.exact).text.trim() === '') {
    const wordless = named && flat.words.slice(named.start, named.end).trim() === '';
    // An empty quote on a figure without words is all that there is to quote.
    if (named && (!quote || wordless)) return { span: named, block: named, whole: true };
    return quote ? 'Its quote is empty: it stands on no words.' : 'It stands on no words: it has no quote (TextQuoteSelector).';
  }
  if (!quote.exact.isWellFormed()) return 'Its quote holds half of a letter (a lone surrogate).';
  const strict = find(folded, quote, 2);
  const alike = strict.length === 1 ? strict : find(folded, { exact: quote.exact }, most).filter((span) => agrees(span, quote, words));
  const proven = strict.length === 1 ? strict : alike.filter((span) => isProven(span, quote, words, headings));
  const places = proven.length > 0 ? proven : alike;
  if (places.length === 0) return missing(quote.exact, words);
  const here = places.length === 1 ? places[0] : told(places, position, named, flat.words);
  if (!here)
    return `“${short(quote.exact)}” stands ${places.length === most ? 'too many' : places.length} times in ${document}, with nothing to tell which is meant.`;
  const block = blockAround(flat.blocks, here);
  if (!block) return missing(quote.exact, words);
  if (proven.length > 0 || told([here], position, named, flat.words)) return { span: here, block, whole: false };
  // Its context says other things than what is there, as far as anyone can tell.
  return plain(quote.exact).split(' ').length >= leastWords ? { span: here, block, whole: false, bare: true } : missing(quote.exact, words);
}

/** So many words stand in the same order by no chance. */
const leastWords = 6;
/** So many letters of context, or all of it, speak for a place. */
const leastContext = 8;

/** Whether some of the context is there: in the block, in its neighbours, or in a heading. */
function isProven(span: Span, quote: TextQuote, { flat }: Words, headings: readonly string[]): boolean {
  const [prefix, suffix] = [plain(quote.prefix ?? ''), plain(quote.suffix ?? '')];
  if (prefix + suffix === '') return true;
  const block = blockAround(flat.blocks, span)!;
  const [before, after] = [plain(flat.words.slice(block.start, span.start)), plain(flat.words.slice(span.end, block.end))];
  const within = Math.min(prefix.length, before.length) + Math.min(suffix.length, after.length);
  if (within >= Math.min(leastContext, prefix.length + suffix.length)) return true;
  const reach = 200;
  const [last, first] = [flat.words.slice(Math.max(0, block.start - reach), block.start), flat.words.slice(block.end, block.end + reach)];
  // The number of a block stands before it on our own pages.
  const over = letters(prefix.slice(0, prefix.length - Math.min(prefix.length, before.length))).replace(new RegExp(`${block.number}$`), '');
  const under = letters(suffix.slice(Math.min(suffix.length, after.length)));
  const ends = (text: string): boolean => over !== '' && text !== '' && (text.endsWith(over) || over.endsWith(text));
  const begins = (text: string): boolean => under !== '' && text !== '' && (text.startsWith(under) || under.startsWith(text));
  return [last, ...headings].some((text) => ends(letters(text))) || [first, ...headings].some((text) => begins(letters(text)));
}

/** Letters and digits alone: how a page sets its blocks apart is not known. */
function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** The least that an editor has to write for a passage: words that stand once, with context where they need it; else their block. */
export function quoteFor({ span, block, whole }: Anchor, { folded, flat }: Words): Quote | undefined {
  const quote = whole ? undefined : describe(folded, flat.words, span);
  if (quote) {
    const { exact, prefix, suffix } = quote;
    return prefix || suffix ? { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) } : exact;
  }
  return block.number > 0 ? { paragraph: block.number } : undefined;
}

/** Whether a span has all the words of a block. */
export function covers(span: Span, block: Block, words: string): boolean {
  return words.slice(block.start, span.start).trim() === '' && words.slice(span.end, block.end).trim() === '';
}

/** Whether the context fits as far as the block reaches. */
function agrees(span: Span, quote: { readonly prefix?: string | undefined; readonly suffix?: string | undefined }, words: Words): boolean {
  const { flat } = words;
  const block = blockAround(flat.blocks, span);
  if (!block) return false;
  if (!quote.prefix && !quote.suffix) return true;
  const [prefix, suffix] = [plain(quote.prefix ?? ''), plain(quote.suffix ?? '')];
  const before = plain(flat.words.slice(Math.max(block.start, span.start - 4 * prefix.length), span.start));
  const after = plain(flat.words.slice(span.end, Math.min(block.end, span.end + 4 * suffix.length)));
  const left = Math.min(prefix.length, before.length);
  const right = Math.min(suffix.length, after.length);
  return prefix.endsWith(before.slice(before.length - left)) && suffix.startsWith(after.slice(0, right));
}

function plain(text: string): string {
  return fold(text).text.trim();
}

/** The place that a position or a block tells from the others. */
function told(places: readonly Span[], position: IncomingTarget['position'], named: Block | undefined, words: string): Span | undefined {
  const points = position && codePoints(words);
  const exact = points && places.find(({ start, end }) => points(start) === position.start && points(end) === position.end);
  if (exact) return exact;
  const within = named ? places.filter(({ start, end }) => named.start <= start && end <= named.end) : [];
  return within.length === 1 ? within[0] : undefined;
}

function missing(exact: string, { folded, flat, document }: Words): string {
  const [alone] = find(folded, { exact }, 1);
  const number = alone && blockAround(flat.blocks, alone)?.number;
  if (!alone) return `“${short(exact)}” is not in ${document}.`;
  return `“${short(exact)}” is in ${document}${number ? ` (¶ ${number})` : ''}, but between other words than it was.`;
}

function short(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return (plain.length > 60 ? `${plain.slice(0, 60).trimEnd()}…` : plain).toWellFormed();
}
