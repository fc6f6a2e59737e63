/**
 * What happened and when it was written, in one order: an event stands where it began, a document where it had surely been written.
 */
import type { Event } from './claim.ts';
import { parseInterval, stretchOf, type Stretch } from './edtf.ts';
import type { Document } from './model.ts';

export type Entry<E = Event, D = Document> = Dated &
  ({ readonly kind: 'event'; readonly event: E } | { readonly kind: 'document'; readonly document: D });

interface Dated {
  /** EDTF; undefined where it is not known. */
  readonly date: string | undefined;
  /** The days that it covers. */
  readonly stretch: Stretch | undefined;
}

export interface Year<E = Event, D = Document> {
  /** Undefined for what has no known date. */
  readonly year: number | undefined;
  readonly entries: readonly Entry<E, D>[];
}

type AnyEvent = Pick<Event, 'date'>;
type AnyDocument = { readonly source: Pick<Document['source'], 'published'> };

const dayLength = 86_400_000;

/**
 * Events and documents by year, in order. Of what begins on one day the vaguer comes first, and events before documents; else they
 * stay in the order in which they came. Of an event whose beginning is open the end is taken.
 */
export function timelineOf<E extends AnyEvent, D extends AnyDocument>(events: readonly E[], documents: readonly D[]): Year<E, D>[] {
  const dated = [
    ...events.map((event) => placed<E, D>({ kind: 'event', event, date: event.date, stretch: stretchOf(event.date) })),
    ...documents.map((document) => {
      const date = document.source.published;
      const stretch = date === undefined ? undefined : stretchOf(date);
      return placed<E, D>({ kind: 'document', document, date: stretch && date, stretch });
    }),
  ];
  dated.sort((a, b) => rank(a.at, b.at) || rank(kindOf(a), kindOf(b)) || rank(widthOf(b), widthOf(a)));
  const years = Map.groupBy(dated, ({ at }) => yearOf(at));
  return [...years].map(([year, each]) => ({ year, entries: each.map(({ entry }) => entry) }));
}

/** The year of a day since 1970-01-01; undefined for no day. */
export function yearOf(day: number): number | undefined {
  return Number.isFinite(day) ? new Date(day * dayLength).getUTCFullYear() : undefined;
}

/** The first day of a year, since 1970-01-01. */
export function newYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) / dayLength;
}

interface Placed<E, D> {
  readonly entry: Entry<E, D>;
  readonly at: number;
}

/** An entry with the day at which it stands: infinite where it has none. */
function placed<E, D>(entry: Entry<E, D>): Placed<E, D> {
  return { entry, at: dayOf(entry) ?? Infinity };
}

function kindOf({ entry }: Placed<unknown, unknown>): number {
  return entry.kind === 'event' ? 0 : 1;
}

function widthOf({ entry: { stretch } }: Placed<unknown, unknown>): number {
  return stretch ? stretch.last - stretch.first : 0;
}

/** Of numbers that may be infinite. */
function rank(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The day at which an entry stands; undefined where it is not known. */
export function dayOf<E, D>({ kind, date, stretch }: Entry<E, D>): number | undefined {
  if (!stretch || date === undefined) return undefined;
  if (kind === 'document') return Number.isFinite(stretch.last) ? stretch.last : stretch.first;
  if (Number.isFinite(stretch.first)) return stretch.first;
  const end = parseInterval(date)?.to;
  return end === undefined ? undefined : stretchOf(end)?.first;
}
