/**
 * Quotes put right in an annotations file: what is not changed stays as it is, to the letter.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parse, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';
import type { TextQuote } from '../core/quote.ts';

/** What becomes of one note: another quote, or a place among the lost. */
export interface Change {
  /** Which note of the file, from 0. */
  readonly index: number;
  readonly to: { readonly quote: TextQuote | { readonly paragraph: number } } | { readonly lostSince: string };
}

/**
 * Rewrite the notes of a file.
 * @returns the file's new text; throws where a note has no quote, or where anything else would be changed
 */
export function rewrite(text: string, changes: readonly Change[]): string {
  // A byte order mark is no part of the YAML; offsets are those of what follows it.
  if (text.startsWith('\ufeff')) return `\ufeff${rewrite(text.slice(1), changes)}`;
  const cuts = changes.map((change) => cutFor(text, change)).sort((a, b) => b.start - a.start);
  const rewritten = cuts.reduce((so, { start, end, put }) => so.slice(0, start) + put + so.slice(end), text);
  const expected = (parse(text) as Record<string, unknown>[]).map((note, index) => {
    const change = changes.find((each) => each.index === index);
    return change ? changed(note, change.to) : note;
  });
  const { errors, warnings } = parseDocument(rewritten);
  if (errors.length + warnings.length > 0 || !isDeepStrictEqual(parse(rewritten), expected))
    throw new Error('The file cannot be rewritten without changing more than the quote.');
  return rewritten;
}

function changed({ quote, ...note }: Record<string, unknown>, to: Change['to']): Record<string, unknown> {
  return 'quote' in to ? { ...note, quote: plainest(to.quote) } : { ...note, lost: { since: to.lostSince, quote } };
}

function cutFor(text: string, { index, to }: Change): { start: number; end: number; put: string } {
  const notes = parseDocument(text).contents;
  const note = isSeq(notes) ? notes.items[index] : undefined;
  const pair = isMap(note) ? quotePair(note) : undefined;
  if (!pair) throw new Error(`Note ${index + 1} has no quote.`);
  const key = pair.key as { range: [number, number, number] };
  const value = pair.value as { range: [number, number, number]; toJSON: () => unknown };
  const flow = (note as YAMLMap).flow === true;
  // A block scalar ends with its line end, which stays.
  const end = value.range[0] + text.slice(value.range[0], value.range[1]).trimEnd().length;
  if ('quote' in to) return { start: value.range[0], end, put: written(plainest(to.quote), flow) };
  return { start: key.range[0], end, put: `lost: { since: ${to.lostSince}, quote: ${written(value.toJSON(), true)} }` };
}

function quotePair(note: YAMLMap): Pair | undefined {
  return note.items.find(({ key, value }) => isScalar(key) && key.value === 'quote' && value !== null);
}

/** A quote as an editor writes it: the words alone, where they need no context. */
export function plainest(quote: TextQuote | { readonly paragraph: number }): string | object {
  if ('paragraph' in quote) return quote;
  return quote.prefix === undefined && quote.suffix === undefined ? quote.exact : quote;
}

/** On one line; within braces, always in quotation marks. */
export function written(value: unknown, flow = false): string {
  if (typeof value === 'string') return flow ? JSON.stringify(value) : stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
  const parts = Object.entries(value as object).map(([key, each]) => `${key}: ${JSON.stringify(each)}`);
  return `{ ${parts.join(', ')} }`;
}
