/**
 * The reader's notebook: what an entry is, how one is made of selected words, and where it stands in a document. What was stored or
 * imported may be anything: it becomes an entry by `entryOf` alone.
 */
import type { Block, Span } from './model.ts';
import { describe, find, type TextQuote } from './quote.ts';
import { quoteSelector } from './web-selectors.ts';
import { fold, type Folded } from './words.ts';

export interface Entry {
  readonly id: string;
  /** The id of its document. */
  readonly document: string;
  /** The words, with those around them in their block. */
  readonly quote: TextQuote;
  /** The number of their block when they were marked; 0 for the footnotes of the source. */
  readonly block: number;
  /** Plain text; '' for a highlight alone. */
  readonly note: string;
  /** Moments, as `2026-11-22T14:05:00.000Z`. */
  readonly created: string;
  readonly changed: string;
}

/** A document as its page shows it. */
export interface Words {
  readonly words: string;
  readonly folded: Folded;
  readonly blocks: readonly Block[];
}

/** The most of each, in UTF-16 code units: more is no quote, and no note. */
export const longest = { id: 200, document: 200, exact: 20_000, context: 1000, note: 50_000 } as const;
/** The most entries that one notebook takes. */
export const mostEntries = 50_000;

/** An entry made of anything; or why it is none, to follow “entry 7”. Only what an entry has is taken over. */
export function entryOf(value: unknown): Entry | string {
  if (!isRecord(value)) return 'is no entry';
  const { id, document, quote, block, note = '', created, changed = created } = value;
  if (!isText(id, longest.id) || id === '') return 'has no id';
  if (!isText(document, longest.document) || !/^[a-z0-9-]+$/.test(document)) return 'names no document';
  if (!isRecord(quote) || typeof quote['exact'] !== 'string') return 'has no words';
  if (quote['exact'].length > longest.exact) return `has more than ${longest.exact.toLocaleString('en')} letters of words`;
  const exact = textOf(quote['exact'], longest.exact);
  if (exact === undefined || exact.trim() === '') return 'has no words';
  const [prefix, suffix] = [textOf(quote['prefix'] ?? '', longest.context), textOf(quote['suffix'] ?? '', longest.context)];
  if (prefix === undefined || suffix === undefined) return 'has words around its words that are none';
  if (typeof block !== 'number' || !Number.isInteger(block) || block < 0 || block > 1e7) return 'has no paragraph';
  if (typeof note !== 'string') return 'has a note that is no text';
  if (note.length > longest.note) return `has a note of more than ${longest.note.toLocaleString('en')} letters`;
  if (!isMoment(created) || !isMoment(changed)) return 'has no date';
  return {
    id,
    document,
    quote: { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    block,
    note: note.toWellFormed(),
    created,
    changed,
  };
}

/** Whether two entries say the same of the same words. */
export function sameEntry(a: Entry, b: Entry): boolean {
  return (
    a.document === b.document &&
    a.note === b.note &&
    a.quote.exact === b.quote.exact &&
    (a.quote.prefix ?? '') === (b.quote.prefix ?? '') &&
    (a.quote.suffix ?? '') === (b.quote.suffix ?? '')
  );
}

/**
 * The parts of a selection that can be entries: its words in each block, without spaces at their ends.
 * @returns none where it has no words, in any block
 */
export function partsOf(selected: Span, { words, blocks }: Words): { readonly span: Span; readonly block: Block }[] {
  return blocks.flatMap((block) => {
    const [from, to] = [Math.max(selected.start, block.start), Math.min(selected.end, block.end)];
    if (from >= to) return [];
    const part = words.slice(from, to);
    const start = from + part.length - part.trimStart().length;
    const end = to - (part.length - part.trimEnd().length);
    return start < end ? [{ span: { start, end }, block }] : [];
  });
}

/**
 * The quote of an entry: the words with some thirty letters on either side, so that it can be found again when the text has changed;
 * with more where these do not tell the place from others.
 * @returns undefined for what is too long, or is twice in one block with the same words around it
 */
export function quoteOf(span: Span, block: Block, page: Words): TextQuote | undefined {
  if (span.end - span.start > longest.exact) return undefined;
  const { exact, prefix, suffix } = quoteSelector(span, block, page.words);
  const near = { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  const told = isThere(near, span, block, page) ? near : describe(page.folded, page.words, span);
  return told && isThere(told, span, block, page) ? told : undefined;
}

function isThere(quote: TextQuote, span: Span, block: Block, page: Words): boolean {
  const found = quote.exact.isWellFormed() ? placeIn({ quote, block: block.number }, page) : undefined;
  return found !== undefined && found.start < span.end && span.start < found.end;
}

/**
 * Where the very words of an entry stand: in its own block, once; else in the document, once.
 * @returns undefined where they are not, or more than once
 */
export function placeIn({ quote, block }: Pick<Entry, 'quote' | 'block'>, page: Words): Span | undefined {
  const own = page.blocks.find(({ number }) => number === block);
  if (own) {
    const found = find(fold(page.words.slice(own.start, own.end)), quote, 2);
    if (found.length === 1) return { start: found[0]!.start + own.start, end: found[0]!.end + own.start };
    if (found.length > 1) return undefined;
  }
  const found = find(page.folded, quote, 2);
  return found.length === 1 ? found[0] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): value is string {
  return textOf(value, most) !== undefined;
}

function textOf(value: unknown, most: number): string | undefined {
  return typeof value === 'string' && value.length <= most && value.isWellFormed() ? value : undefined;
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
