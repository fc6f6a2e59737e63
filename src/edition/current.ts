/**
 * The edition of this process. Astro loads its configuration and its pages in two module graphs of one process; this is the one
 * thing that they share, so that an edition is read once and not twice.
 */
import type { Document, Edition, Term } from '../core/model.ts';

interface Current {
  edition: Edition | undefined;
  /** What stands in the way, where there is no edition. */
  report: string;
}

const key = Symbol.for('variorum.edition');
const shared = globalThis as { [key]?: Current };

/** The edition that is being built or served. Throws with the report where its content has errors. */
export function edition(): Edition {
  const current = shared[key];
  if (!current?.edition) throw new Error(`The edition has problems, and cannot be shown.\n\n${current?.report ?? 'It has not been read.'}`);
  return current.edition;
}

/** Set the edition; one that has problems does not replace one that has none. */
export function setEdition(next: Edition | undefined, report: string): void {
  shared[key] = { edition: next ?? shared[key]?.edition, report };
}

interface Indexes {
  readonly documents: ReadonlyMap<string, { readonly document: Document; readonly index: number }>;
  readonly terms: ReadonlyMap<string, { readonly term: Term; readonly index: number }>;
}

const known = new WeakMap<Edition, Indexes>();

/** The current edition's documents by id, each with its place in the order. */
export function documentsById(): Indexes['documents'] {
  return indexes().documents;
}

/** The current edition's terms by id, each with its place in the order. */
export function termsById(): Indexes['terms'] {
  return indexes().terms;
}

function indexes(): Indexes {
  const current = edition();
  const made = known.get(current) ?? {
    documents: new Map(current.documents.map((document, index) => [document.id, { document, index }])),
    terms: new Map(current.terms.map((term, index) => [term.id, { term, index }])),
  };
  known.set(current, made);
  return made;
}
