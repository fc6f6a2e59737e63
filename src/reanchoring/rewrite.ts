/**
 * Quotes put right in a file of notes, statements or events: what is not changed stays as it is, to the letter, and no comment goes.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, parse, parseDocument, Parser, type Pair, type YAMLMap } from 'yaml';
import type { TextQuote } from '../core/quote.ts';
import type { Path } from '../edition/yaml.ts';
import { cutsOf, endOf, quoted, written, type Cut } from './yaml-cuts.ts';

export type Quote = TextQuote | { readonly paragraph: number };

/** What becomes of one note, statement or passage: another quote; of a note also a place among the lost. */
export interface Change {
  /** The way to it in its file. */
  readonly path: Path;
  readonly to:
    | { readonly quote: Quote }
    /** `words` are those that it was on, where its quote does not say them. */
    | { readonly lostSince: string; readonly words?: string | undefined };
}

/**
 * Rewrite the quotes of a file. A note that was lost and has a quote again is lost no more.
 * @returns the file's new text; throws where there is no quote to change, or where anything else would be changed
 */
export function rewrite(text: string, changes: readonly Change[]): string {
  // A byte order mark is no part of the YAML; offsets are those of what follows it.
  if (text.startsWith('\ufeff')) return `\ufeff${rewrite(text.slice(1), changes)}`;
  const parsed = parseDocument(text);
  const expected = changes.reduce((value, { path, to }) => changedAt(value, path, to), parse(text) as unknown);
  const comments = commentsIn(text);
  for (const whole of [false, true]) {
    const cuts = changes.flatMap(({ path, to }) => {
      const entry = parsed.getIn(path, true);
      const pair = isMap(entry) ? placePair(entry) : undefined;
      if (!pair)
        throw new Error(`What stands at ${path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(', ')} has no quote.`);
      return cutsFor(text, entry as YAMLMap, pair, to, whole);
    });
    const rewritten = apply(text, cuts);
    if (isSound(rewritten, expected) && isDeepStrictEqual(commentsIn(rewritten), comments)) return rewritten;
  }
  throw new Error('The file cannot be rewritten without changing more than the quote.');
}

/** A value with another in its place, so far down the way to it. */
function changedAt(value: unknown, [key, ...rest]: Path, to: Change['to']): unknown {
  if (key === undefined) return changed((value ?? {}) as Record<string, unknown>, to);
  if (Array.isArray(value)) return value.map((each: unknown, i) => (i === key ? changedAt(each, rest, to) : each));
  const map = (value ?? {}) as Record<string, unknown>;
  return { ...map, [key]: changedAt(map[key], rest, to) };
}

function changed({ quote, ...note }: Record<string, unknown>, to: Change['to']): Record<string, unknown> {
  if ('lostSince' in to) return { ...note, lost: { since: to.lostSince, quote: to.words ?? quote } };
  const { lost: _, ...kept } = note;
  return { ...kept, quote: typeof quote === 'object' && quote !== null ? { ...to.quote } : plainest(to.quote) };
}

/** Where a note says what it is on: its quote, or the words that it lost. */
function placePair(note: YAMLMap): Pair | undefined {
  const named = (name: string): Pair | undefined =>
    note.items.find(({ key, value }) => isScalar(key) && key.value === name && value !== null);
  return named('quote') ?? named('lost');
}

/** @param whole whether a quote is replaced as a whole, where its parts cannot be */
function cutsFor(text: string, note: YAMLMap, pair: Pair, to: Change['to'], whole: boolean): Cut[] {
  const key = pair.key as { range: [number, number, number]; value: unknown };
  const value = pair.value as { range: [number, number, number]; toJSON: () => unknown };
  const [start, end, flow] = [key.range[0], endOf(text, value), note.flow === true];
  if ('quote' in to && key.value === 'quote') {
    const parts = whole ? undefined : cutsOf(text, value, to.quote, flow);
    return parts ?? [{ start: value.range[0], end, put: written(isMap(value) ? to.quote : plainest(to.quote), flow) }];
  }
  if ('quote' in to) return [{ start, end, put: `quote: ${written(plainest(to.quote), flow)}` }];
  if (key.value !== 'quote') throw new Error('A note that is lost is not lost again.');
  const since = `lost: { since: ${to.lostSince}, quote: `;
  if (to.words !== undefined) return [{ start, end, put: `${since}${quoted(to.words)} }` }];
  if (isMap(value) && !value.flow && !whole) {
    const margin = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
    const deeper = text.slice(key.range[1], end).replaceAll('\n', '\n  ');
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    return [{ start, end, put: `lost:${lineEnd}${margin}  since: ${to.lostSince}${lineEnd}${margin}  quote${deeper}` }];
  }
  const asItStands = isMap(value) ? value.flow === true : isScalar(value) && /^["']/.test(text.slice(value.range[0], end));
  const said = value.toJSON();
  return [
    {
      start,
      end,
      put: `${since}${asItStands ? text.slice(value.range[0], end) : typeof said === 'string' ? quoted(said) : written(said, true)} }`,
    },
  ];
}

function apply(text: string, cuts: readonly Cut[]): string {
  let rewritten = '';
  let done = 0;
  for (const { start, end, put } of cuts.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    // Cuts that meet each other make no sound file, and are found out.
    rewritten += text.slice(done, Math.max(done, start)) + put;
    done = Math.max(done, end);
  }
  return rewritten + text.slice(done);
}

function isSound(text: string, expected: unknown): boolean {
  try {
    const { errors, warnings } = parseDocument(text);
    return errors.length + warnings.length === 0 && isDeepStrictEqual(trimmed(parse(text)), trimmed(expected));
  } catch {
    return false;
  }
}

/** A folded quote ends with a line end, which is no part of it. */
function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, each]) => [
    key,
    key === 'quote' && typeof each === 'string' ? each.trim() : trimmed(each),
  ]);
  return Object.fromEntries(parts) as unknown;
}

function commentsIn(text: string): string[] {
  const found: string[] = [];
  const walk = (token: unknown): void => {
    if (typeof token !== 'object' || token === null) return;
    const { type, source } = token as { type?: unknown; source?: unknown };
    if (type === 'comment') found.push(String(source).trim());
    for (const child of Object.values(token)) if (typeof child === 'object') walk(child);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return found;
}

/** A quote as an editor writes it: the words alone, where they need no context. */
export function plainest(quote: Quote): string | object {
  if ('paragraph' in quote) return quote;
  return quote.prefix === undefined && quote.suffix === undefined ? quote.exact : quote;
}
