/**
 * What the pages of all terms share, made once for an edition.
 */
import type { Event } from '../core/claim.ts';
import { mentionsByTerm, type MentionAt } from '../core/mentioned.ts';
import type { Edition } from '../core/model.ts';
import { shortTitles } from '../core/short-title.ts';
import { claimsByTerm, eventsByPlace, type Told } from '../core/named-in.ts';
import { edition } from '../edition/current.ts';

interface TermIndex {
  /** All by the id of a term. */
  readonly mentions: ReadonlyMap<string, readonly MentionAt[]>;
  readonly claims: ReadonlyMap<string, readonly Told[]>;
  readonly events: ReadonlyMap<string, readonly Event[]>;
  /** Short titles of the documents, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

const known = new WeakMap<Edition, TermIndex>();

/** What names each term of the current edition, and the short title of each of its documents. */
export function termIndex(): TermIndex {
  const current = edition();
  const made = known.get(current) ?? {
    mentions: mentionsByTerm(current.documents),
    claims: claimsByTerm(current.claims),
    events: eventsByPlace(current.events),
    titles: shortTitles(current.documents),
  };
  known.set(current, made);
  return made;
}
