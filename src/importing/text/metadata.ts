/**
 * Lines that tell about an article and are none of it: who wrote it, and when it was published.
 */
import { parseEdtf } from '../../core/edtf.ts';
import { fold } from '../../core/words.ts';
import { endsSentence, furnitureOf } from './furniture.ts';
import { vocabularies } from './vocabulary.ts';

export interface Metadata {
  /** The name or names as they are written. */
  readonly author?: string | undefined;
  /** The day of publication as EDTF. */
  readonly published?: string | undefined;
  /** The day of an update, for which the head has no place. */
  readonly updated?: string | undefined;
}

const longest = 160;

/**
 * What a line says of author and date, where that is all it says: “By Jane Doe”, “Published: 5 April 2021, 10:32 GMT”,
 * “By Jane Doe | April 5, 2021 | 3 min read”. Undefined for all else, and for dates that can be read in two ways.
 */
export function metadataOf(text: string): Metadata | undefined {
  if (text.length > longest || !mayTell.test(text)) return undefined;
  const line = /^[ -_a-~]*$/.test(text) ? text.trim() : westernDigits(fold(text).text.trim());
  let author: string | undefined;
  let published: string | undefined;
  let updated: string | undefined;
  let isUpdate = false;
  for (const piece of piecesOf(line)) {
    if ('day' in piece) {
      if (piece.day === undefined) return undefined;
      if (isUpdate) updated ??= piece.day;
      else published ??= piece.day;
      isUpdate = false;
      continue;
    }
    for (const part of piece.words.split(/[|·•;]| - /)) {
      const rest = withoutTimes(part);
      if (rest === '') continue;
      const label = labelOf(rest);
      if (label) {
        isUpdate = label === 'updated';
        continue;
      }
      const name = nameOf(rest);
      if (name !== undefined && author === undefined) author = name;
      else if (furnitureOf(rest) === undefined || (author === undefined && published === undefined)) return undefined;
    }
  }
  return author === undefined && published === undefined && updated === undefined ? undefined : { author, published, updated };
}

const table = <T>(pick: (vocabulary: (typeof vocabularies)[number]) => readonly T[]): T[] => vocabularies.flatMap(pick);
const escaped = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.'-]/g, '\\$&'))
    .join('|');

const months = new Map(table((each) => each.months.flatMap((names, i) => names.map((name) => [name, i + 1] as const))));
const month = `(${escaped([...months.keys()])})\\.?`;
const dates = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d\d-\d\d)(?:T(?=\d))?`,
    String.raw`(?<hanYear>\d{4})年(?<hanMonth>\d{1,2})月(?<hanDay>\d{1,2})日`,
    String.raw`(?<dotted>\d{1,2}\. ?\d{1,2}\. ?\d{4})`,
    String.raw`(?<slashed>\d{1,2}\/\d{1,2}\/\d{4})`,
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)? (?:de |of |من )?${month.replace('(', '(?<monthAfter>')},? (?:de |del )?(?<yearAfter>\d{4})`,
    String.raw`${month.replace('(', '(?<monthBefore>')} (?<dayAfter>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
  ]
    .map((way) => `(?<![\\p{L}\\p{N}])${way}(?!\\d)`)
    .join('|'),
  'giu',
);

type Piece = { readonly words: string } | { readonly day: string | undefined };

/** Dates and the words between them, in order. */
function* piecesOf(line: string): Generator<Piece> {
  let done = 0;
  // Every way to write a day has its year in four digits.
  for (const match of /\d{4}/.test(line) ? line.matchAll(dates) : []) {
    yield { words: line.slice(done, match.index) };
    yield { day: dayOf(match.groups!) };
    done = match.index + match[0].length;
  }
  yield { words: line.slice(done) };
}

/** A day as EDTF; undefined where it is none of the calendar, or could be two. */
function dayOf(found: Readonly<Record<string, string | undefined>>): string | undefined {
  const { iso, dotted, slashed, day, monthAfter, yearAfter, monthBefore, dayAfter, year, hanYear, hanMonth, hanDay } = found;
  if (hanYear !== undefined) return edtf(Number(hanYear), Number(hanMonth), Number(hanDay));
  if (iso !== undefined) return valid(iso);
  if (dotted !== undefined) {
    const [d, m, y] = dotted.split('.').map(Number);
    return edtf(y!, m!, d!);
  }
  if (slashed !== undefined) {
    const [a, b, y] = slashed.split('/').map(Number);
    if (a !== b && a! <= 12 && b! <= 12) return undefined;
    return a! > 12 ? edtf(y!, b!, a!) : edtf(y!, a!, b!);
  }
  const name = (monthAfter ?? monthBefore)!.toLowerCase();
  return edtf(Number(yearAfter ?? year), months.get(name)!, Number(day ?? dayAfter));
}

function edtf(year: number, monthOfYear: number, day: number): string | undefined {
  return valid(`${year}-${String(monthOfYear).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function valid(day: string): string | undefined {
  return parseEdtf(day) ? day : undefined;
}

const times = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|gmt|utc|bst|cet|cest|est|edt|pst|pdt|[+-]\d\d:?\d\d|z|uhr|${escaped(table((each) => each.weekdays))})(?![\p{L}\p{N}])`,
  'giu',
);
const joints = /^[\s,.:：()-]+|[\s,.:：()-]+$|^(?:at|um|à|a las|ob|on|in|الساعة|בשעה|ב)$/giu;

/** What is left of a part without times, days of the week and what joins them. */
function withoutTimes(part: string): string {
  return part.replaceAll(times, ' ').replaceAll(/ {2,}/g, ' ').trim().replaceAll(joints, '').trim().replaceAll(joints, '');
}

const publishedLabels = new Set(table((each) => each.published));
const updatedLabels = new Set(table((each) => each.updated));

function labelOf(words: string): 'published' | 'updated' | undefined {
  const label = words.toLowerCase();
  if (publishedLabels.has(label)) return 'published';
  return updatedLabels.has(label) ? 'updated' : undefined;
}

const byline = new RegExp(String.raw`^(${escaped(table((each) => each.by))})(?: ?(:) ?| )(?=\S)`, 'iu');
/** These alone, without a colon, say that a name follows; in scripts without capitals the others are common words. */
const surely = new Set(['بقلم', 'מאת']);
const particles = /^(?:de|da|del|della|di|du|la|le|van|von|der|den|ten|bin|bint|ibn|al|el|y|e|dos|das|af|av|vom|zu|zum|zur|ter|te)$/i;

/** A quick look: a digit, or the first words of a byline. */
const mayTell = new RegExp(String.raw`\p{N}|^[^\p{L}]*(?:${escaped(table((each) => each.by))})(?![\p{L}])`, 'iu');

/** The names of a byline: capitalised, of two words or more each. */
function nameOf(line: string): string | undefined {
  const match = byline.exec(line);
  if (!match || endsSentence(line.replace(/\b(?:\p{Lu}|Jr|Sr)\.$/u, ''))) return undefined;
  const rest = line.slice(match[0].length).trim();
  const place = rest.search(/ (?:in|for|from|at|für|aus|en|à) \p{Lu}/u);
  const names = place < 0 ? rest : rest.slice(0, place);
  const parts = names.split(/, | (?:and|&|und|et|y) /u);
  if (!parts[0] || !isName(parts[0], match[1]!, match[2] !== undefined)) return undefined;
  const and = / (?:and|&|und|et|y) /u.exec(names);
  if (!and) return parts[0];
  // What follows the last name is an office.
  const comma = names.indexOf(',', and.index);
  const several = comma < 0 ? names : names.slice(0, comma);
  return several.split(/, | (?:and|&|und|et|y) /u).every((part) => isName(part, match[1]!, true)) ? several : parts[0];
}

/** Whether words are plainly a person's name: capitalised, two of them or more. */
export function isPlainName(words: string): boolean {
  return isName(words, '', true) && words.length <= 60;
}

function isName(words: string, by: string, colon: boolean): boolean {
  const each = words.split(' ');
  if (each.length < 2 || each.length > 5 || !/^[\p{L}\p{M}.'’ -]+$/u.test(words)) return false;
  if (!/\p{Lu}/u.test(words)) return !/\p{Ll}/u.test(words) && (colon || surely.has(by));
  return each.every((word) => /^\p{Lu}|^(?:al|el|d|o)[-'’]\p{Lu}/u.test(word) || particles.test(word));
}

const indic = /[٠-٩۰-۹]/g;

function westernDigits(text: string): string {
  return text.replaceAll(indic, (digit) => String((digit.charCodeAt(0) - (digit < '۰' ? 0x660 : 0x6f0)) % 10));
}
