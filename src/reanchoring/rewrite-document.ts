/**
 * The quotes of notes in place put right in a document's file: what is not changed stays as it is, to the letter.
 */
import type { Place } from '../core/model.ts';
import type { LoadedDocument } from '../edition/load-document.ts';
import { spanBefore } from './in-place.ts';

/** Other words for one note in place. */
export interface InPlaceChange {
  readonly note: string;
  /** Where its tag begins. */
  readonly place: Place;
  readonly words: string;
}

/**
 * Rewrite the `quote="…"` of notes in place.
 * @param text of the file, as it is
 * @param document what the file is read as
 * @param read how a text of the file is read
 * @returns the file's new text; throws, with the line, where a tag is not plainly written, or where anything else would be changed
 */
export function rewriteDocument(
  text: string,
  changes: readonly InPlaceChange[],
  document: LoadedDocument,
  read: (text: string) => LoadedDocument,
): string {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  let rewritten = text;
  for (const { place, words, note } of changes.toSorted((a, b) => b.place.line - a.place.line || b.place.column - a.place.column)) {
    const value = quoteIn(text, starts[place.line - 1]! + place.column - 1);
    if (!value) throw new Error(`The tag of “${note}” on line ${place.line} cannot be rewritten: write quote=${inTag(words, '"')} there.`);
    rewritten = rewritten.slice(0, value.start) + inTag(words, text.charAt(value.start)) + rewritten.slice(value.end);
  }
  const now = read(rewritten.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, ''));
  const wanted = new Map(changes.map(({ note, words }) => [note, words]));
  const sound =
    now.valid &&
    now.flat.words === document.flat.words &&
    now.notes.length === document.notes.length &&
    now.notes.every((each, i) => each.id === document.notes[i]!.id && each.quote === (wanted.get(each.id) ?? document.notes[i]!.quote)) &&
    now.notes.every((each) => !wanted.has(each.id) || spanBefore(now, each) !== undefined);
  if (!sound) throw new Error('The document cannot be rewritten without changing more than the quote.');
  return rewritten;
}

/** The value of a tag's `quote`, with its quotation marks; undefined where the tag has none, or is written otherwise. */
function quoteIn(text: string, start: number): { start: number; end: number } | undefined {
  if (!text.startsWith('<Note', start)) return undefined;
  const attribute = /\s+([A-Za-z]+)=("[^"]*"|'[^']*')/y;
  attribute.lastIndex = start + '<Note'.length;
  for (let match = attribute.exec(text); match; match = attribute.exec(text))
    if (match[1] === 'quote') return { start: attribute.lastIndex - match[2]!.length, end: attribute.lastIndex };
  return undefined;
}

/** Words as the value of an attribute, between its signs. */
export function inTag(words: string, sign: string): string {
  const plain = words.replaceAll('&', '&amp;');
  return sign + plain.replaceAll(sign, sign === '"' ? '&quot;' : '&apos;') + sign;
}
