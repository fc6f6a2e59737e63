/**
 * Passages that claims and events name: a document and a quote, led to the words.
 */
import type { Passage } from '../core/claim.ts';
import type { Place, Span } from '../core/model.ts';
import { findPassage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import { unknownDocument } from './checks.ts';
import type { LoadedDocument } from './load-document.ts';
import type { LoadedTerm } from './load-term.ts';
import type { RawQuote } from './schemas.ts';

/** What is read before claims and events. */
export interface Known {
  /** In the edition's order. */
  readonly documents: readonly LoadedDocument[];
  readonly terms: readonly LoadedTerm[];
  /** As `documents/ID` and `glossary/ID`: of what is in these files nothing is said. */
  readonly unreadable: ReadonlySet<string>;
}

/** Passages in the documents of an edition. */
export interface Passages {
  /** The passage; undefined with a problem added, but for documents that have problems of their own. */
  readonly find: (
    document: string,
    quote: RawQuote,
    place: (key: 'document' | 'quote') => Place,
    problems: Problem[],
  ) => Passage | undefined;
  /** When the document was published, as its head says. */
  readonly published: (document: string) => string | undefined;
  /** In the edition's order, then in that of the words. */
  readonly compare: (a: Passage, b: Passage) => number;
}

/** Get ready to find passages. */
export function passagesIn({ documents, unreadable }: Known): Passages {
  const byId = new Map(documents.map((document, index) => [document.id, { document, index }]));
  const find: Passages['find'] = (id, quote, place, problems) => {
    const document = byId.get(id)?.document;
    if (!document) {
      if (!unreadable.has(`documents/${id}`)) problems.push(unknownDocument(id, byId.keys(), place('document')));
      return undefined;
    }
    if (!document.valid) return undefined;
    const words = { document: id, flat: document.flat, folded: document.folded, placeOf: document.placeOf };
    const found = findPassage(typeof quote === 'string' ? { exact: quote } : quote, words, () => place('quote'), problems);
    return found && { document: id, ...found.span, block: found.block, whole: found.whole, words: wordsOf(document, found.span) };
  };
  return {
    find,
    published: (id) => byId.get(id)?.document.raw.source?.published,
    compare: (a, b) => byId.get(a.document)!.index - byId.get(b.document)!.index || a.start - b.start || a.end - b.end,
  };
}

function wordsOf({ flat }: LoadedDocument, { start, end }: Span): string {
  return flat.words.slice(start, end).replaceAll(/\s+/g, ' ').trim();
}
