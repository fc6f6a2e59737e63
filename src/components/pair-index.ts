/**
 * Which documents of the current edition meet, made once for all pages that say so.
 */
import type { Document, Edition } from '../core/model.ts';
import { pairsOf, partnersOf, type Pair } from '../core/pairs-of-documents.ts';
import { count } from '../core/problem.ts';
import { shortTitles } from '../core/short-title.ts';
import { edition } from '../edition/current.ts';
import { base } from './addresses.ts';

interface PairIndex {
  readonly pairs: readonly Pair[];
  /** By the place of a document, the strongest first. */
  readonly partners: ReadonlyMap<number, readonly Pair[]>;
  readonly titles: ReadonlyMap<string, string>;
}

const known = new WeakMap<Edition, PairIndex>();

/** The pairs of the current edition. */
export function pairIndex(): PairIndex {
  const current = edition();
  let made = known.get(current);
  if (!made) {
    const pairs = pairsOf(current.documents, current.claims, current.events);
    made = { pairs, partners: partnersOf(pairs), titles: shortTitles(current.documents) };
    known.set(current, made);
  }
  return made;
}

/** The two documents of a pair, the earlier in the edition's order first. */
export function documentsOf({ a, b }: Pair): readonly [Document, Document] {
  const { documents } = edition();
  return [documents[a]!, documents[b]!];
}

/** The page of a pair. */
export function pairPath(pair: Pair): string {
  const [a, b] = documentsOf(pair);
  return `${base}compare/${a.id}/${b.id}/`;
}

/** “3 claims, 1 event”. */
export function sharedLine({ claims, events, references }: Pair): string {
  return [claims > 0 && count(claims, 'claim'), events > 0 && count(events, 'event'), references > 0 && count(references, 'reference')]
    .filter(Boolean)
    .join(', ');
}
