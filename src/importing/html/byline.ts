/**
 * Bylines and date lines: whether a line only says what stands in the head in another form.
 */
import type { Head } from '../draft.ts';
import { daysIn } from './dates.ts';
import type { Block } from './tree.ts';

const months = 'january february march april may june july august september october november december';
const days = 'monday tuesday wednesday thursday friday saturday sunday';
const fillers = new Set(
  (
    `${months} ${days} by from in on at and the of published updated update last modified posted post written words text author authors date time ` +
    'created first publication min mins minute minutes read reading hours hour ago am pm gmt utc bst est edt cet cest pst pdt st nd rd th a m p o clock ' +
    'story report reported reporter correspondent staff writer editor editorial team news article a.m p.m with original originally print online edition vol ' +
    'von und am uhr veröffentlicht aktualisiert stand par le à publié mis jour por el de publicado actualizado di del il pubblicato'
  )
    .split(' ')
    .flatMap((word) => (word.length > 3 ? [word, word.slice(0, 3)] : [word])),
);

/**
 * Whether a line is made of the author's name, dates and the words around them, and the head has what it says. A line with a
 * whole date that is neither the day of publication nor of change says something else.
 */
export function readMetadataLine(block: Block, head: Head, modified: string | undefined): 'the same' | 'another date' | undefined {
  const { text } = block;
  if (text.length > 200 || (!head.author && !head.published)) return undefined;
  const known = new Set([head.author, head.publisher].flatMap((found) => wordsOf(found?.value ?? '')));
  const author = new Set(wordsOf(head.author?.value ?? ''));
  const years = new Set([head.published?.value.slice(0, 4), modified?.slice(0, 4)]);
  let told = false;
  for (const word of wordsOf(text)) {
    if (author.has(word)) told = true;
    else if (/^\d{4}$/.test(word)) told ||= years.has(word);
    else if (/^\d+(?:st|nd|rd|th)?$|^t?\d{2}z?$/.test(word) || fillers.has(word) || known.has(word)) continue;
    else if (!head.published || !isTimeOf(block)) return undefined;
  }
  const days = daysIn(text);
  if (head.published && days.some((day) => !isDay(day, head.published?.value) && !isDay(day, modified))) return 'another date';
  return told ? 'the same' : undefined;
}

/** Whether a text has this date, as a day. */
export function saysDate(text: string, date: string | undefined): boolean {
  if (date === undefined || date.length < 10) return false;
  const days = daysIn(text);
  if (days.length > 0) return days.some((day) => isDay(day, date));
  const [year, , day] = date.split('-');
  // A month in another language.
  return text.includes(year!) && new RegExp(`(?<!\\d)0?${Number(day)}(?!\\d)`).test(text);
}

/** As far as both say it. */
function isDay(day: string, other: string | undefined): boolean {
  return other !== undefined && (other.startsWith(day) || day.startsWith(other.slice(0, 10)));
}

/** Whether a short line has a date or a time of day. */
export function saysWhen(text: string): boolean {
  return text.length < 120 && (/\b(?:19|20)\d\d\b/.test(text) || /\b\d{1,2}[:.]\d\d\b/.test(text));
}

/** Whether all of a block's words are within `time`, or an element that says who wrote it. */
function isTimeOf(block: Block): boolean {
  let marked = 0;
  for (const line of block.lines)
    for (const { parent, text } of line) {
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      let at: typeof parent | undefined = parent;
      for (let n = 0; at && n < 3 && at.tag !== 'time' && !/^date/i.test(at.attribute('itemprop') ?? ''); n++) at = at.parent;
      if (at?.tag !== 'time' && !/^date/i.test(at?.attribute('itemprop') ?? '')) return false;
      marked++;
    }
  return marked > 0;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
