/**
 * The timeline of an edition as data, for others to read and to draw: what happened, the words that tell of it, and when each document
 * was written.
 */
import { stretchOf, type Stretch } from './edtf.ts';
import type { Edition } from './model.ts';
import { addressOf } from './references.ts';
import { textOf } from './tree.ts';
import type { Published } from './web-annotation.ts';

interface DateData {
  /** EDTF, as it is written; null where it is not known. */
  readonly date: string | null;
  /** The first and the last ISO day that it may mean; null where it is open, or not known. */
  readonly first: string | null;
  readonly last: string | null;
  /** How the date is known. */
  readonly date_note?: string;
}

export interface TimelineData {
  readonly title: string;
  readonly language: string;
  readonly licence: string;
  readonly url: string;
  /** By date. */
  readonly events: readonly (DateData & {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly summary?: string;
    readonly place?: { readonly term: string; readonly name: string; readonly url: string };
    readonly passages: readonly {
      readonly document: string;
      /** From 1; 0 where the passage stands in a footnote. */
      readonly paragraph: number;
      readonly words: string;
      readonly url: string;
    }[];
  })[];
  /** In the edition's order; the date is that of the source. */
  readonly documents: readonly (DateData & {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    /** Ids of the events that it tells of. */
    readonly events: readonly string[];
  })[];
}

/** All events and documents. Addresses are absolute where the origin is known, else paths. */
export function timelineData(edition: Edition, { base, site }: Pick<Published, 'base' | 'site'>): TimelineData {
  const absolute = (path: string): string => (site === undefined ? path : new URL(path, site).href);
  const terms = new Map(edition.terms.map(({ id, term }) => [id, term]));
  return {
    title: edition.title,
    language: edition.language,
    licence: edition.licence,
    url: absolute(`${base}timeline/`),
    events: edition.events.map(({ id, title, date, date_note, summary, place, passages }) => ({
      id,
      url: absolute(addressOf({ kind: 'event', event: id }, base)),
      title,
      ...dateData(date, date_note),
      ...(summary && { summary: textOf(summary).trim() }),
      ...(place !== undefined && {
        place: { term: place, name: terms.get(place) ?? place, url: absolute(addressOf({ kind: 'term', term: place }, base)) },
      }),
      passages: passages.map(({ document, block: { number }, words }) => ({
        document,
        paragraph: number,
        words,
        url: absolute(addressOf({ kind: 'document', document, block: number > 0 ? number : undefined }, base)),
      })),
    })),
    documents: edition.documents.map(({ id, title, source, events }) => ({
      id,
      url: absolute(addressOf({ kind: 'document', document: id }, base)),
      title,
      ...dateData(source.published, source.published_note),
      events: [...new Set(events.map(({ event }) => event.id))],
    })),
  };
}

function dateData(date: string | undefined, note: string | undefined): DateData {
  const stretch = date === undefined ? undefined : stretchOf(date);
  return {
    date: stretch ? date! : null,
    first: isoDay(stretch?.first),
    last: isoDay(stretch?.last),
    ...(note && { date_note: note }),
  };
}

function isoDay(day: Stretch['first'] | undefined): string | null {
  return day !== undefined && Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : null;
}
