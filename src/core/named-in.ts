/**
 * The claims and events that name a term, found from the term.
 */
import type { Claim, Event, Statement } from './claim.ts';

/** A claim, and the statements on it that a term speaks in or is the origin of. */
export interface Told {
  readonly claim: Claim;
  readonly statements: readonly TermStatement[];
}

export interface TermStatement {
  readonly statement: Statement;
  /** Who speaks and is the origin as well is the speaker. */
  readonly as: 'speaker' | 'origin';
}

/** By term, the claims that name it, in the order of claims and statements. */
export function claimsByTerm(claims: readonly Claim[]): Map<string, Told[]> {
  const byTerm = new Map<string, Told[]>();
  for (const claim of claims) {
    const here = claim.statements.flatMap((statement) => {
      const [speaker, origin] = [statement.said_by?.term, statement.origin?.term];
      return [
        ...(speaker ? [{ term: speaker, statement, as: 'speaker' as const }] : []),
        ...(origin && origin !== speaker ? [{ term: origin, statement, as: 'origin' as const }] : []),
      ];
    });
    for (const [term, named] of Map.groupBy(here, (each) => each.term)) {
      const list = byTerm.get(term) ?? [];
      byTerm.set(term, list);
      list.push({ claim, statements: named.map(({ statement, as }) => ({ statement, as })) });
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
