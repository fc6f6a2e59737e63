/**
 * Claims and events as the edition has them, and from the other end: what each document says and tells of.
 */
import type { Claim, Event, Passage, Statement } from '../core/claim.ts';
import { reckon, type Reckoning } from '../core/claims.ts';
import { derivedFromOf, rootOf } from '../core/derivation.ts';
import { compare } from '../core/problem.ts';
import type { Backlinks } from './linked.ts';
import type { LoadedClaim } from './load-claims.ts';
import type { LoadedDocument } from './load-document.ts';
import type { LoadedEvent } from './load-events.ts';

export interface Told {
  /** Topic by topic, each where its first claim stands; then by id. */
  readonly claims: readonly Claim[];
  /** By date. */
  readonly events: readonly Event[];
  readonly reckoning: Reckoning;
  /** By document, in the order of its words. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly passages: ReadonlyMap<string, readonly { readonly event: Event; readonly passage: Passage }[]>;
}

interface Loaded {
  readonly claims: readonly LoadedClaim[];
  readonly events: readonly LoadedEvent[];
  readonly documents: readonly LoadedDocument[];
}

/** Put together what was read. */
export function told({ claims: loadedClaims, events: loadedEvents, documents }: Loaded, backlinks: Backlinks): Told {
  const derivedFrom = derivedFromOf(documents.map(({ id, raw }) => ({ id, ...raw })));
  const topics = new Map([...new Set(loadedClaims.map((claim) => claim.topic))].map((topic, i) => [topic, i]));
  const claims = loadedClaims
    .map((claim): Claim => ({ ...claim, backlinks: backlinks.claims.get(claim.id) ?? [] }))
    .sort((a, b) => topics.get(a.topic)! - topics.get(b.topic)! || compare(a.id, b.id));
  const events = loadedEvents.map((event): Event => ({ ...event, backlinks: backlinks.events.get(event.id) ?? [] }));
  const statements = Map.groupBy(
    claims.flatMap((claim) => claim.statements),
    (statement) => statement.passage.document,
  );
  const passages = Map.groupBy(
    events.flatMap((event) => event.passages.map((passage) => ({ event, passage }))),
    ({ passage }) => passage.document,
  );
  for (const list of statements.values()) list.sort((a, b) => a.passage.start - b.passage.start);
  for (const list of passages.values()) list.sort((a, b) => a.passage.start - b.passage.start);
  return { claims, events, reckoning: reckon(claims, (id) => rootOf(id, derivedFrom)), statements, passages };
}
