/**
 * The claims and events that name a term, found from the term: where it speaks or is the origin, and where their words mention it.
 */
import type { Claim, Event, Passage, Statement } from './claim.ts';
import type { Document, Mention, Term } from './model.ts';
import { findMentions, formTable } from './terms.ts';
import { fold } from './words.ts';

/** A claim that names a term, and the statements on it that do; none where only its question does. */
export interface Told {
  readonly claim: Claim;
  readonly statements: readonly TermStatement[];
}

export interface TermStatement {
  readonly statement: Statement;
  /** The first of these that it is: who speaks may be the origin and be mentioned as well. */
  readonly as: 'speaker' | 'origin' | 'mention';
}

/** What is named in words. */
export interface Named {
  /** The terms that a text of the edition's own mentions. */
  readonly inText: (text: string) => ReadonlySet<string>;
  /** The terms that a passage mentions, as its document has them. */
  readonly inPassage: (passage: Passage) => ReadonlySet<string>;
}

/** Get ready to ask what words name: what they mention is found already, and looked up. */
export function namedIn(terms: readonly Term[], documents: readonly Document[]): Named {
  const forms = terms
    .filter(({ marked }) => !marked)
    .flatMap(({ id, forms: own, caseSensitive }) => own.map((form) => ({ term: id, form, caseSensitive })));
  const table = formTable(forms);
  const mentions = new Map(documents.map((document) => [document.id, document.mentions]));
  return {
    inText: (text) => new Set(findMentions(table, fold(text)).map(({ term }) => term)),
    inPassage: ({ document, start, end }) => {
      const all = mentions.get(document) ?? [];
      const named = new Set<string>();
      for (let i = firstFrom(all, start); i < all.length && all[i]!.end <= end; i++) named.add(all[i]!.term);
      return named;
    },
  };
}

/** The first mention that begins at an offset or after it. */
function firstFrom(mentions: readonly Mention[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By term, the claims that name it: first those in which it speaks, then those that ask of it, then those whose words mention it. */
export function claimsByTerm(claims: readonly Claim[], named: Named): Map<string, Told[]> {
  const byTerm = new Map<string, { told: Told; rank: number }[]>();
  for (const claim of claims) {
    const here = new Map<string, TermStatement[]>([...named.inText(claim.question)].map((term) => [term, []]));
    const asked = new Set(here.keys());
    for (const statement of claim.statements) {
      const roles = new Map<string, TermStatement['as']>([...named.inPassage(statement.passage)].map((term) => [term, 'mention']));
      if (statement.origin?.term !== undefined) roles.set(statement.origin.term, 'origin');
      if (statement.said_by?.term !== undefined) roles.set(statement.said_by.term, 'speaker');
      for (const [term, as] of roles) {
        const list = here.get(term) ?? [];
        here.set(term, list);
        list.push({ statement, as });
      }
    }
    for (const [term, statements] of here) {
      const list = byTerm.get(term) ?? [];
      byTerm.set(term, list);
      list.push({ told: { claim, statements }, rank: statements.some(({ as }) => as !== 'mention') ? 0 : asked.has(term) ? 1 : 2 });
    }
  }
  return new Map([...byTerm].map(([term, list]) => [term, list.sort((a, b) => a.rank - b.rank).map(({ told }) => told)]));
}

/** By term, the events that name it in their titles or in the words that tell of them, but for those at it; in their order. */
export function eventsByTerm(events: readonly Event[], named: Named): Map<string, Event[]> {
  const byTerm = new Map<string, Event[]>();
  for (const event of events) {
    const here = new Set([...named.inText(event.title), ...event.passages.flatMap((passage) => [...named.inPassage(passage)])]);
    for (const term of here) {
      if (term === event.place) continue;
      const list = byTerm.get(term) ?? [];
      byTerm.set(term, list);
      list.push(event);
    }
  }
  return byTerm;
}

/** By place, what happened there, in the order of events. */
export function eventsByPlace(events: readonly Event[]): Map<string, Event[]> {
  return Map.groupBy(
    events.filter((event): event is Event & { readonly place: string } => event.place !== undefined),
    ({ place }) => place,
  );
}
