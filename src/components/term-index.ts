/**
 * What the pages of all terms share, made once for an edition.
 */
import type { Event } from '../core/claim.ts';
import { mentionsByTerm, type MentionAt } from '../core/mentioned.ts';
import type { Edition } from '../core/model.ts';
import { shortTitles } from '../core/short-title.ts';
import { claimsByTerm, eventsByPlace, eventsByTerm, namedIn, type Told } from '../core/named-in.ts';
import { edition } from '../edition/current.ts';

interface TermIndex {
  /** All by the id of a term. */
  readonly mentions: ReadonlyMap<string, readonly MentionAt[]>;
  readonly claims: ReadonlyMap<string, readonly Told[]>;
  /** What happened at a place; and what else names a term. */
  readonly events: ReadonlyMap<string, readonly Event[]>;
  readonly naming: ReadonlyMap<string, readonly Event[]>;
  /** Short titles of the documents, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

const known = new WeakMap<Edition, TermIndex>();

/** What names each term of the current edition, and the short title of each of its documents. */
export function termIndex(): TermIndex {
  const current = edition();
  const made = known.get(current) ?? indexOf(current);
  known.set(current, made);
  return made;
}

function indexOf({ terms, documents, claims, events }: Edition): TermIndex {
  const named = namedIn(terms, documents);
  return {
    mentions: mentionsByTerm(documents),
    claims: claimsByTerm(claims, named),
    events: eventsByPlace(events),
    naming: eventsByTerm(events, named),
    titles: shortTitles(documents),
  };
}
