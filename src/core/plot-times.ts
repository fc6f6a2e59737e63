/**
 * Time down a plot: rows of one date stand together under its name, and between two dates runs the axis, as long as the time between
 * them, the new years on it; where that would be far too long it is broken, and says how much time it leaves out.
 */
import { middleOf } from './edtf.ts';
import { newYear } from './timeline.ts';

/** Lengths are in rows. */
export interface Times<T> {
  readonly dates: readonly DateBand<T>[];
  /** Between each two dates that are known. */
  readonly spans: readonly TimeSpan[];
  readonly height: number;
}

export interface DateBand<T> {
  /** EDTF; undefined for what has no date: these come last. */
  readonly time: string | undefined;
  readonly at: number;
  readonly end: number;
  readonly rows: readonly { readonly of: T; readonly at: number }[];
}

export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  /** “12 years”, where it is not drawn at its length. */
  readonly broken: string | undefined;
  readonly years: readonly { readonly year: number; readonly at: number; readonly named: boolean }[];
}

/** Of the name of a date, in rows. */
export const dateHeight = 0.5;
/** What a year is long, in rows, and what a span of time is at least, at most, and where it is broken. */
const [aYear, least, most, broken] = [0.8, 0.3, 2.8, 1.1];
/** Between the names of years, and from these to the dates. */
const nameHeight = 0.42;
const daysInYear = 365.2425;

/** Lay out what has times, in their order. @param top where it begins */
export function timesOf<T>(all: readonly T[], timeOf: (each: T) => string | undefined, top: number): Times<T> {
  const byTime = Map.groupBy(all, (each) => (Number.isFinite(middleOf(timeOf(each))) ? timeOf(each) : undefined));
  const bands = [...byTime].sort(([a], [b]) => later(middleOf(a), middleOf(b)));
  const known = bands.flatMap(([time]) => (time === undefined ? [] : [middleOf(time)]));
  const scale = scaleOf(known.slice(1).map((day, i) => day - known[i]!));
  const dates: DateBand<T>[] = [];
  const spans: TimeSpan[] = [];
  let at = top;
  for (const [i, [time, rows]] of bands.entries()) {
    const before = bands[i - 1]?.[0];
    if (before !== undefined && time !== undefined) {
      const span = spanOf(middleOf(before), middleOf(time), at, scale);
      spans.push(span);
      at = span.to;
    } else if (i > 0) at += least;
    const first = at + dateHeight;
    dates.push({ time, at, end: first + rows.length, rows: rows.map((of, k) => ({ of, at: first + k })) });
    at = first + rows.length;
  }
  return { dates, spans, height: at - top };
}

function later(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Rows in a day: where most dates lie years apart, a year is shorter. */
function scaleOf(lengths: readonly number[]): number {
  const typical = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
  return Math.min(aYear / daysInYear, typical > 0 ? 1.6 / typical : Infinity);
}

function spanOf(first: number, last: number, from: number, scale: number): TimeSpan {
  const length = (last - first) * scale;
  if (length > most) return { from, to: from + broken, broken: lengthInWords(last - first), years: [] };
  const to = from + Math.max(least, length);
  const place = (day: number): number => from + ((day - first) / (last - first)) * (to - from);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((years) => years * daysInYear * scale >= nameHeight) ?? 1000;
  const years: { year: number; at: number; named: boolean }[] = [];
  for (let year = Math.ceil((yearOf(first) + 1) / step) * step; newYear(year) < last; year += step) {
    const at = place(newYear(year));
    years.push({
      year,
      at,
      named: at - from >= nameHeight / 2 && to - at >= nameHeight / 2 && at - (years.at(-1)?.at ?? -1) >= nameHeight,
    });
  }
  return { from, to, broken: undefined, years };
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

function lengthInWords(days: number): string {
  const years = Math.round(days / daysInYear);
  return `${years} ${years === 1 ? 'year' : 'years'}`;
}
