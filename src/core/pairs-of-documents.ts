/**
 * Which documents meet: two that answer one question, tell of one event, or of which one refers to the other.
 */
import type { Backlink } from './model.ts';

/** Two documents by their places in the edition's order, the earlier first, and how much they share. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly claims: number;
  readonly events: number;
  readonly references: number;
}

/** What is asked of a document. */
interface Meeting {
  readonly id: string;
  readonly backlinks: readonly Backlink[];
}

type MetClaim = { readonly statements: readonly { readonly passage: { readonly document: string } }[] };
type MetEvent = { readonly passages: readonly { readonly document: string }[] };

const kinds = ['claims', 'events', 'references'] as const;

/** Up to so many documents every pair that shares anything is one. */
export const everyPair = 20;
/** Among more, a pair shares two points or more, a claim or an event among them, and is of the strongest of one of its two documents. */
const [leastPoints, mostPartners] = [2, 8];

/**
 * The pairs, in the edition's order. Counted in time that grows with what is shared.
 * @param documents in the edition's order
 */
export function pairsOf(documents: readonly Meeting[], claims: readonly MetClaim[], events: readonly MetEvent[]): Pair[] {
  const index = new Map(documents.map(({ id }, i) => [id, i]));
  const places = (ids: readonly string[]): number[] => [...new Set(ids)].flatMap((id) => index.get(id) ?? []);
  const shared = {
    claims: meetings(
      claims.map(({ statements }) => places(statements.map(({ passage }) => passage.document))),
      documents.length,
    ),
    events: meetings(
      events.map(({ passages }) => places(passages.map(({ document }) => document))),
      documents.length,
    ),
    references: meetings(
      documents.flatMap(({ id, backlinks }) => backlinks.flatMap(({ from }) => ('document' in from ? [places([id, from.document])] : []))),
      documents.length,
    ),
  };
  const few = documents.length <= everyPair;
  const kept = new Map<number, Pair>();
  // Of one document at a time, by the place of the other: tables that are used again are quicker than a map for each.
  const counts = kinds.map(() => new Uint32Array(documents.length));
  for (let at = 0; at < documents.length; at++) {
    const met = new Set<number>();
    for (const [k, kind] of kinds.entries())
      for (const group of shared[kind][at]!)
        for (const other of group) {
          if (counts[k]![other]!++ === 0) met.add(other);
        }
    met.delete(at);
    const strongest: Pair[] = [];
    // In the order of the edition, in which the pairs of one document are in order as well.
    for (const other of Uint32Array.from(met).sort()) {
      const [claims, events, references] = counts.map((table) => table[other]!) as [number, number, number];
      const pair = { a: Math.min(at, other), b: Math.max(at, other), claims, events, references };
      if (few) strongest.push(pair);
      else if (pointsOf(pair) >= leastPoints && claims + events > 0) insert(pair, strongest);
    }
    for (const table of counts) table.fill(0);
    for (const pair of strongest) kept.set(pair.a * documents.length + pair.b, pair);
  }
  return [...kept].sort(([a], [b]) => a - b).map(([, pair]) => pair);
}

/** Put a pair among the strongest, after its equals, and the weakest of too many out. */
function insert(pair: Pair, strongest: Pair[]): void {
  const points = pointsOf(pair);
  if (strongest.length === mostPartners && pointsOf(strongest.at(-1)!) >= points) return;
  const at = strongest.findIndex((each) => pointsOf(each) < points);
  strongest.splice(at < 0 ? strongest.length : at, 0, pair);
  if (strongest.length > mostPartners) strongest.pop();
}

/** How many points two documents share. */
export function pointsOf({ claims, events, references }: Pair): number {
  return claims + events + references;
}

/** The pairs of each document, by its place, the strongest first. */
export function partnersOf(pairs: readonly Pair[]): ReadonlyMap<number, readonly Pair[]> {
  const partners = new Map<number, Pair[]>();
  for (const pair of pairs)
    for (const at of [pair.a, pair.b]) {
      const own = partners.get(at);
      if (own) own.push(pair);
      else partners.set(at, [pair]);
    }
  for (const own of partners.values()) own.sort(strongestFirst);
  return partners;
}

/** Of equals the first in the edition's order. */
function strongestFirst(a: Pair, b: Pair): number {
  return pointsOf(b) - pointsOf(a) || a.a - b.a || a.b - b.b;
}

/** For each document the groups that it is in. */
function meetings(groups: readonly (readonly number[])[], documents: number): (readonly number[])[][] {
  const of: (readonly number[])[][] = Array.from({ length: documents }, () => []);
  for (const group of groups) if (group.length > 1) for (const at of group) of[at]!.push(group);
  return of;
}
