/**
 * Dates in the part of EDTF (ISO 8601-2, level 1) that sources need: a year, a month or a day, perhaps approximate (`~`),
 * uncertain (`?`) or both (`%`); of events, also an interval of two of these, open (`..`) at one end; or the word `unknown`.
 */

interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly qualifier: string;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The parts of a date, or undefined where it is none of the calendar. */
export function parseEdtf(text: string): CalendarDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), match[2] ? Number(match[2]) : undefined, match[3] ? Number(match[3]) : undefined];
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month!, 0)).getUTCDate())) return undefined;
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }), qualifier: match[4] ?? '' };
}

/** The two ends of an interval (`2021-03-28/2021-04-02`, `2019-10/..`), open ends undefined; undefined for what is none, or runs backwards. */
export function parseInterval(text: string): { readonly from: string | undefined; readonly to: string | undefined } | undefined {
  const ends = text.split('/');
  if (ends.length !== 2) return undefined;
  const [from, to] = ends.map((end) => (end === '..' ? undefined : end));
  if (from === undefined && to === undefined) return undefined;
  if ([from, to].some((end) => end !== undefined && !parseEdtf(end))) return undefined;
  return from !== undefined && to !== undefined && isLater(from, to) ? undefined : { from, to };
}

/** Days since 1970-01-01 (UTC), the first and the last that a date or an interval may mean; open ends are infinite. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

const dayLength = 86_400_000;

/** The days that a date or an interval covers, as it is written: what is approximate is not widened. Undefined for what is none. */
export function stretchOf(text: string): Stretch | undefined {
  const interval = parseInterval(text);
  if (interval) {
    const [first, last] = [interval.from, interval.to].map((end) => (end === undefined ? undefined : stretchOf(end)));
    return { first: first?.first ?? -Infinity, last: last?.last ?? Infinity };
  }
  const date = parseEdtf(text);
  if (!date) return undefined;
  const { year, month, day } = date;
  // Years before 100 are meant as they are written, which Date.UTC does not.
  const at = (month0: number, dayOfMonth: number, years = year): number =>
    new Date(0).setUTCFullYear(years, month0, dayOfMonth) / dayLength;
  if (month === undefined) return { first: at(0, 1), last: at(11, 31) };
  return day === undefined ? { first: at(month - 1, 1), last: at(month, 0) } : { first: at(month - 1, day), last: at(month - 1, day) };
}

/** The middle of what a date or an interval covers, its only end where the other is open; infinite for what is none: that comes last. */
export function middleOf(text: string | undefined): number {
  const days = text === undefined ? undefined : stretchOf(text);
  if (!days) return Infinity;
  if (!Number.isFinite(days.first)) return days.last;
  return Number.isFinite(days.last) ? (days.first + days.last) / 2 : days.first;
}

/** Whether a date is marked as approximate or uncertain. */
export function isVague(text: string): boolean {
  return /[~?%]$/.test(text);
}

/**
 * A date for people: “4 May 1731”, “about April 2021”, “2022, uncertain”, “28 March – 2 April 2021”, “since 9 October 2019”.
 * What cannot be read is given back as it is.
 */
export function formatEdtf(text: string): string {
  const interval = parseInterval(text);
  if (interval) return formatInterval(interval.from, interval.to);
  const date = parseEdtf(text);
  if (!date) return text === 'unknown' ? 'date unknown' : text;
  const month = date.month === undefined ? '' : `${months[date.month - 1]} `;
  const plain = `${date.day ?? ''} ${month}${date.year}`.trim();
  if (date.qualifier === '~') return `about ${plain}`;
  if (date.qualifier === '') return plain;
  return date.qualifier === '?' ? `${plain}, uncertain` : `about ${plain}, uncertain`;
}

/** The end of an interval says what its beginning need not: “28–30 March 2021”. */
function formatInterval(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `until ${formatEdtf(to!)}`;
  if (to === undefined) return `since ${formatEdtf(from)}`;
  if (from === to) return formatEdtf(from);
  const [a, b] = [parseEdtf(from)!, parseEdtf(to)!];
  if (a.qualifier !== '' || b.qualifier !== '' || a.year !== b.year || a.month === undefined || b.month === undefined)
    return `${formatEdtf(from)} – ${formatEdtf(to)}`;
  if (a.month === b.month && a.day !== undefined && b.day !== undefined) return `${a.day}–${formatEdtf(to)}`;
  return `${formatEdtf(from).replace(/ \d+$/, '')} – ${formatEdtf(to)}`;
}

/** A key that sorts dates by time, an interval by its beginning; what is unknown comes last. */
export function edtfSortKey(text: string | undefined): string {
  const interval = text === undefined ? undefined : parseInterval(text);
  // What has always been so comes first.
  if (interval) return interval.from === undefined ? '' : edtfSortKey(interval.from);
  const date = text === undefined ? undefined : parseEdtf(text);
  return date ? text!.replace(/[~?%]$/, '') : '~';
}

/** Whether a date is surely after another: as far as both are known. */
export function isLater(text: string, than: string): boolean {
  const [a, b] = [edtfSortKey(text), edtfSortKey(than)];
  const length = Math.min(a.length, b.length);
  return parseEdtf(text) !== undefined && parseEdtf(than) !== undefined && a.slice(0, length) > b.slice(0, length);
}

/** An ISO 8601 date for machines, or undefined: approximate dates keep what is certain of them, the year and month named. */
export function isoDate(text: string | undefined): string | undefined {
  return text !== undefined && parseEdtf(text) ? text.replace(/[~?%]$/, '') : undefined;
}
