/**
 * The head of a plain text: what stands above the first paragraph of its body, and which line of it is the title.
 */
import { isSectionName } from './furniture.ts';
import type { Item } from './items.ts';
import { isLetterhead } from './letter.ts';
import type { Role } from './roles.ts';

/** The roles of the blocks above the body, by their index; and where the body begins. */
export interface Head {
  readonly title: number | undefined;
  readonly body: number;
  readonly roles: ReadonlyMap<number, Role>;
}

export function headRoles(items: readonly Item[]): Head {
  const repeats = repeatsOf(items);
  const first = items.findIndex((item, i) => item.prose && !isQuestion(item) && !isOfThePage(items, i));
  const prose = first < 0 ? items.length : first;
  const roles = new Map<number, Role>();
  const mail = items.findLastIndex((item) => item.block.mail) + 1;
  if (mail > 0) return mailRoles(mail);
  if (items[prose]?.salutation && isLetterhead(items, prose)) {
    for (let i = 0; i < prose; i++) if (items[i]!.label) roles.set(i, { kind: 'paragraph', flag: 'The head of a letter?' });
    return { title: undefined, body: prose, roles };
  }
  const title = titleAmong(items, prose, repeats) ?? sentenceTitle(items, prose);
  if (title !== undefined) roles.set(title, { kind: 'title', flag: titleFlag(items[title]!) });
  const standfirst = title === undefined ? undefined : standfirstAt(items, title, prose, repeats);
  const body = bodyFrom(items, standfirst ?? (title === undefined ? undefined : prose), Math.max(prose, (title ?? -1) + 1));
  if (standfirst !== undefined) roles.set(standfirst, { kind: 'standfirst' });
  if (title !== undefined) labelsAround(items, title, body, roles);
  return { title, body, roles };
}

/** The head of a mail is about the text; its subject and date stand in the head of the document in another form. */
function mailRoles(end: number): Head {
  const roles = new Map<number, Role>();
  for (let i = 0; i < end; i++) roles.set(i, { kind: 'aside', reason: 'metadata' });
  return { title: undefined, body: end, roles };
}

/** Author and date may stand below the first sentence; what stands between them and it is of the head too. */
function bodyFrom(items: readonly Item[], sentence: number | undefined, start: number): number {
  if (sentence === undefined) return start;
  let end = start;
  for (let i = sentence + 1; i < items.length && isOfHead(items[i]!); i++) if (items[i]!.metadata) end = i + 1;
  return Math.max(end, start);
}

function isOfHead(item: Item): boolean {
  return item.metadata !== undefined || item.furniture !== undefined || item.caption;
}

/** Texts of the file that stand in it more than once, by how often. */
function repeatsOf(items: readonly Item[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of items) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A sentence above the title that is the page's own: about cookies, accounts, newsletters. */
function isOfThePage(items: readonly Item[], i: number): boolean {
  return i < 8 && items[i]!.addressed && items.slice(i + 1, i + 8).some((item) => item.label && item.size > 2);
}

function isQuestion(item: Item): boolean {
  return item.text.length <= 110 && /[?!؟？！]["”’»]?$/.test(item.text) && !/[.!?] /.test(item.text);
}

/** The block that is most like a title, of those above the first sentence; of equals, the first. */
function titleAmong(items: readonly Item[], prose: number, repeats: ReadonlyMap<string, number>): number | undefined {
  let best: number | undefined;
  let bestScore = 0;
  for (let i = 0; i < prose; i++) {
    const item = items[i]!;
    if (!item.label && !isQuestion(item)) continue;
    if (item.furniture !== undefined || item.metadata || item.caption) continue;
    const score = titleScore(item, repeats.get(item.key) ?? 1, items, i) + (best === undefined ? 0.5 : 0);
    if (best === undefined || score > bestScore) [best, bestScore] = [i, score];
  }
  return best;
}

function titleScore(item: Item, times: number, items: readonly Item[], at: number): number {
  const length = Math.max(item.text.length, item.size * 5);
  let score = length <= 45 ? (length / 45) * 3 : length <= 95 ? 3 : Math.max(0, 3 - (length - 95) / 20);
  if (times > 1) score += 4;
  if (isQuestion(item) && length > 60) score -= 2.5;
  if (isSectionName(item.text)) score -= 3;
  else if (item.size <= 3 && (!/\p{Ll}/u.test(item.text) || /[&/|]/.test(item.text)) && /\p{Lu}/u.test(item.text)) score -= 1;
  const next = items[at + 1];
  if (next?.metadata) score += 0.5;
  if (item.size <= 2) score -= 0.5;
  if (item.addressed) score -= 3;
  if (isWindowTitle(item, items.slice(at + 1, at + 12))) score -= 6;
  return score;
}

/** A first sentence that is a title after all, since author or date stand under it. */
function sentenceTitle(items: readonly Item[], prose: number): number | undefined {
  const item = items[prose];
  if (!item || item.text.length > 110 || /[.!?] /.test(item.text)) return undefined;
  return items[prose + 1]?.metadata ? prose : undefined;
}

function titleFlag(item: Item): string | undefined {
  if (item.size < 2) return 'Is this one word the title?';
  return item.text.length > 150 ? 'Is this long line the title?' : undefined;
}

/** The sentence under the title that leads into the article, where something shows that it is no paragraph. */
function standfirstAt(items: readonly Item[], title: number, prose: number, repeats: ReadonlyMap<string, number>): number | undefined {
  for (let i = title + 1; i < prose; i++) {
    const item = items[i]!;
    if (item.label && item.size >= 7 && item.text.length >= 40 && item.key !== items[title]!.key && prose < items.length) return i;
  }
  const item = items[prose];
  if (!item || prose <= title || item.text.length > 320 || !item.prose || item.teaser || item.block.label !== undefined) return undefined;
  const later = items.slice(prose + 1, prose + 400).filter((each) => each.prose);
  if (later.length < 2) return undefined;
  const isHead = (each: Item | undefined): boolean =>
    each !== undefined && (each.metadata !== undefined || each.caption || each.key === items[title]!.key || isChrome(each));
  if (isHead(items[prose + 1]) && (items[prose + 1]!.furniture === undefined || !/[.!?] \p{Lu}/u.test(item.text))) return prose;
  const lengths = later.map((each) => each.text.length).sort((a, b) => a - b);
  const usual = lengths[lengths.length >> 1]!;
  if (item.text.length > usual * 0.75) return undefined;
  if ((repeats.get(item.key) ?? 1) > 1 || later.some((each) => each.text.startsWith(item.text.slice(0, -1)))) return prose;
  return alike(item.text, later[0]!.text) >= 0.5 ? prose : undefined;
}

/** Furniture of the head: a player, links to share; not an advertisement, which may stand after a first paragraph. */
function isChrome(item: Item): boolean {
  return item.furniture === 'player' || item.furniture === 'share';
}

/** The share of the longer words of a text that stand in the beginning of another too. */
function alike(text: string, other: string): number {
  const words = longWords(text);
  const others = longWords(other.slice(0, 1500));
  return words.size === 0 ? 0 : [...words].filter((word) => others.has(word)).length / words.size;
}

function longWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
}

/** Labels above the title and directly under it name the section; a row of many above it is a menu. */
function labelsAround(items: readonly Item[], title: number, body: number, roles: Map<number, Role>): void {
  const above: number[] = [];
  for (let i = 0; i < title; i++) {
    if (items[i]!.prose || items[i]!.addressed)
      roles.set(i, { kind: 'aside', reason: 'unsure', flag: 'Set aside: the page’s own word to its reader?' });
  }
  for (let i = 0; i < title; i++) if (items[i]!.label && !items[i]!.addressed && items[i]!.key !== items[title]!.key) above.push(i);
  const isMenu = above.length >= 4;
  for (const i of above) {
    const item = items[i]!;
    if (isWindowTitle(item, [items[title]!])) roles.set(i, { kind: 'aside', reason: 'navigation' });
    else if (isMenu && item.size <= 4) roles.set(i, { kind: 'aside', reason: 'navigation', flag: 'Is this line of a menu?' });
    else if (isBetweenFurniture(items, i) && !isSectionName(item.text))
      roles.set(i, { kind: 'aside', reason: 'unsure', flag: 'Set aside since furniture stands above and below it' });
    else roles.set(i, item.size <= 6 ? { kind: 'section' } : { kind: 'paragraph', flag: 'Above the title; is it of this article?' });
  }
  let named = 0;
  for (let i = title + 1; i < body; i++) {
    const item = items[i]!;
    // What stands below text is that text's or a heading, whatever follows.
    if (item.prose || roles.get(i)?.kind === 'standfirst') break;
    if (!item.label || roles.has(i)) continue;
    if (item.size <= 3 && item.text.length <= 36 && named < 2 && item.key !== items[title]!.key) {
      const isHeading = isHeadingOf(items, i, roles);
      roles.set(i, { kind: isHeading ? 'heading' : 'section' });
      if (!isHeading) named++;
    }
  }
}

/** What a text begins with, and no section of a paper is called. */
const openings =
  /^(?:(?:chapter|part|kapitel|teil|chapitre|partie|capítulo|parte|capitolo|глава|часть|bölüm) )?(?:[\divxlc]{1,5}[.):]?(?:$| )|introduction|background|preface|foreword|prologue|preamble|abstract|summary|overview|contents|einleitung|einführung|vorwort|zusammenfassung|überblick|avant-propos|résumé|préface|introducción|prólogo|resumen|introdução|resumo|introduzione|prefazione|sommario|inleiding|voorwoord|samenvatting|giriş|önsöz|özet|введение|предисловие|مقدمة|تمهيد|ملخص|מבוא|הקדמה|תקציר|引言|前言|摘要|序)/iu;

/** Whether a label below the title is the heading of the text that stands directly below it. */
function isHeadingOf(items: readonly Item[], i: number, roles: ReadonlyMap<number, Role>): boolean {
  return items[i + 1]?.prose === true && !roles.has(i + 1) && openings.test(items[i]!.text);
}

/** “The harbour dues | Example Gazette”, above “The harbour dues”. */
function isWindowTitle(item: Item, titles: readonly Item[]): boolean {
  if (!/ [|–—:·-] /.test(item.text)) return false;
  return titles.some(({ key }) => key.length > 8 && item.key.startsWith(`${key} `) && item.key.length < key.length + 50);
}

function isBetweenFurniture(items: readonly Item[], i: number): boolean {
  return (i === 0 || isOfPage(items[i - 1])) && isOfPage(items[i + 1]);
}

function isOfPage(item: Item | undefined): boolean {
  return item !== undefined && (item.furniture !== undefined || item.addressed);
}
