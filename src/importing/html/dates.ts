/**
 * Dates as pages write them, for machines and for people, as EDTF.
 */
import { parseEdtf } from '../../core/edtf.ts';
import type { Found } from '../draft.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A date as a day (or a month, or a year, where it says no more): the day that its own time zone had. */
export function day(found: Found | undefined): Found | undefined {
  if (!found) return undefined;
  const text = found.value.slice(0, 80);
  const edtf = numbered(text) ?? written(text);
  return edtf !== undefined && parseEdtf(edtf) ? { ...found, value: edtf } : undefined;
}

/** The whole dates of a line, as people and machines write them. Not those whose day and month cannot be told apart. */
export function daysIn(text: string): string[] {
  const days: string[] = [];
  for (const [, year, month, date] of text.matchAll(/(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g)) days.push(joined(year, month, date));
  for (const [, date, name, year] of text.matchAll(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)/g))
    pushDay(days, year, name, date);
  for (const [, name, date, year] of text.matchAll(/\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/g))
    pushDay(days, year, name, date);
  return days;
}

function pushDay(days: string[], year: string | undefined, name: string | undefined, date: string | undefined): void {
  const number = months.indexOf(name!.slice(0, 3).toLowerCase());
  if (number >= 0) days.push(joined(year, String(number + 1), date));
}

function numbered(text: string): string | undefined {
  const match =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?)?(?=$|[T ,+Z])/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?=$|[T ])/.exec(text);
  return match ? joined(match[1], match[2], match[3]) : undefined;
}

function written(text: string): string | undefined {
  const dayFirst = /\b(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})\b/.exec(text);
  const monthFirst = /\b([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b/.exec(text);
  const [year, month, date] = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : [monthFirst?.[3], monthFirst?.[1], monthFirst?.[2]];
  const number = month === undefined ? -1 : months.indexOf(month.slice(0, 3).toLowerCase());
  return number < 0 ? undefined : joined(year, String(number + 1), date);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
