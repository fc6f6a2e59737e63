/**
 * From selected words to entries: one for each block that they run over.
 */
import type { Span } from '../../core/model.ts';
import { partsOf, quoteOf, type Entry } from '../../core/notebook.ts';
import type { PageWords } from './page-words.ts';

/** Words of so many blocks are marked at once. */
const mostParts = 30;

/** The entries for a span of a document; or why it can have none, as a sentence. */
export function entriesFor(selected: Span, page: PageWords, document: string): Entry[] | string {
  const parts = partsOf(selected, page);
  if (parts.length > mostParts) return `These words run over ${parts.length} paragraphs. Select ${mostParts} at most.`;
  const now = new Date().toISOString();
  const entries = parts.flatMap(({ span, block }): Entry[] => {
    const quote = quoteOf(span, block, page);
    return quote ? [{ id: newId(), document, quote, block: block.number, note: '', created: now, changed: now }] : [];
  });
  return entries.length === parts.length
    ? entries
    : 'These words stand here more than once, with the same words around them, or are too many. Select more, or less.';
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
