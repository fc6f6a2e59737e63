/**
 * Dates in the part of EDTF (ISO 8601-2, level 1) that sources need: a year, a month or a day, perhaps approximate (`~`),
 * uncertain (`?`) or both (`%`); or the word `unknown`.
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

/** A date for people: “4 May 1731”, “about April 2021”, “2022, uncertain”. What cannot be read is given back as it is. */
export function formatEdtf(text: string): string {
  const date = parseEdtf(text);
  if (!date) return text === 'unknown' ? 'date unknown' : text;
  const month = date.month === undefined ? '' : `${months[date.month - 1]} `;
  const plain = `${date.day ?? ''} ${month}${date.year}`.trim();
  if (date.qualifier === '~') return `about ${plain}`;
  if (date.qualifier === '') return plain;
  return date.qualifier === '?' ? `${plain}, uncertain` : `about ${plain}, uncertain`;
}

/** A key that sorts dates by time; what is unknown comes last. */
export function edtfSortKey(text: string | undefined): string {
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
