/**
 * Whether a line or a block is, by itself, page furniture: what a page says about itself and not about its subject.
 */
import { fold } from '../../core/words.ts';
import type { Reason } from '../draft.ts';
import {
  chromeFillers,
  chromeWords,
  commandVerbs,
  pageWords,
  perhapsHeadings,
  persons as personWords,
  relatedWords,
  reportingWords,
  siteWords,
  vocabularies,
} from './vocabulary.ts';

/** Longer texts are no furniture, whatever they say. */
const longest = 600;

/** The reason why a whole line or block is page furniture; undefined where it may be text. */
export function furnitureOf(text: string): Reason | undefined {
  if (text.length > longest) return undefined;
  const words = plainWords(text);
  if (words.length === 0) return undefined;
  if (isClock(text)) return 'player';
  if (text.length <= 160 && /^(?:©|\(c\)) ?[\p{L}\p{N}]/iu.test(text)) return 'footer';
  const ended = endsSentence(text);
  return (
    matchIn(sentences, words) ??
    (ended && words.length < 2 ? undefined : exact.get(words.join(' '))) ??
    (ended ? undefined : (matchIn(lines, words) ?? pathOf(text) ?? chromeOf(words) ?? commandOf(words))) ??
    (relatedLabelOf(text) && 'related')
  );
}

/** A label above links to other articles: `alone`, or `inline` with one of them behind a colon. */
export function relatedLabelOf(text: string): 'alone' | 'inline' | undefined {
  if (text.length > 300) return undefined;
  if (isRelated(plainWords(text))) return endsSentence(text) ? undefined : 'alone';
  const colon = text.search(/[:|–—]/);
  if (colon < 3 || colon > 40 || /[.。]["”’)]?$/.test(text)) return undefined;
  const label = plainWords(text.slice(0, colon)).join(' ');
  return (label === 'more' || relatedLabels.has(label)) && /\p{L}/u.test(text.slice(colon)) ? 'inline' : undefined;
}

/** Whether a line of furniture could, between paragraphs, be a heading: “Discussion”. */
export function isPerhapsHeading(text: string): boolean {
  return text.length < 30 && headings.has(plainWords(text).join(' '));
}

/** The name of a section, as it stands above a title. */
export function isSectionName(text: string): boolean {
  return text.length < 60 && sections.has(plainWords(text).join(' '));
}

/**
 * Whether a text ends as a sentence does, with a full stop, an exclamation or a question mark, perhaps within quotation marks, and
 * perhaps with the numbers of notes behind it: “in 1604.[2][3]”, “in 1604.²”.
 */
export function endsSentence(text: string): boolean {
  const last = text.at(-1);
  const end = last === ']' ? text.slice(-80).replace(/(?:\[[^[\]]{1,24}\]){1,6}$/, '') : text;
  return /[.!?…。！？؟۔।։]["'”’»›“)\]\u200e\u200f]{0,3}[¹²³⁰⁴-⁹]{0,3}[ \t\u00a0]{0,3}$/.test((end === '' ? text : end).slice(-12));
}

/** Lower-case words without the signs around them; numbers stay. */
export function plainWords(text: string): readonly string[] {
  // One text is asked for in several ways, one after the other.
  if (text !== last.text) last = { text, words: wordsOf(text) };
  return last.words;
}

let last: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] };

function wordsOf(text: string): readonly string[] {
  if (/^[ -_a-~]*$/.test(text)) return text.toLowerCase().match(/[a-z0-9@]+(?:['.][a-z0-9]+)*/g) ?? [];
  const folded = fold(text).text.normalize('NFKC').toLowerCase();
  return folded.replaceAll('ـ', '').match(/[\p{L}\p{N}\p{M}©@]+(?:['.][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}

interface Pattern {
  readonly words: readonly string[];
  readonly reason: Reason;
}

const exact = new Map<string, Reason>();
const lines = new Map<string, Pattern[]>();
const sentences = new Map<string, Pattern[]>();
const relatedLabels = new Set<string>();
const relatedPatterns = new Map<string, Pattern[]>();
const sections = new Set(vocabularies.flatMap((each) => each.sections));
const headings = new Set(perhapsHeadings);
const fillers = new Set(chromeFillers);
const chrome = new Map<string, Reason>();
const pageParts = new Map<string, Reason>();
const verbs = new Set(commandVerbs);
const persons = new Set(personWords);
const ofSites = new Set(siteWords);
const reporting = new Set(reportingWords);
const related = {
  signs: new Set(relatedWords.signs),
  things: new Set(relatedWords.things),
  all: new Set([...relatedWords.signs, ...relatedWords.things, ...relatedWords.fillers]),
};

for (const vocabulary of vocabularies) {
  for (const [reason, phrases] of Object.entries(vocabulary.lines) as [Reason, readonly string[]][])
    for (const phrase of phrases) learn(phrase, reason, reason === 'related' ? relatedPatterns : lines);
  for (const [reason, phrases] of Object.entries(vocabulary.sentences ?? {}) as [Reason, readonly string[]][])
    for (const phrase of phrases) learn(phrase, reason, sentences);
  for (const label of vocabulary.related) relatedLabels.add(plainWords(label).join(' '));
}
for (const [reason, words] of Object.entries(chromeWords) as [Reason, readonly string[]][])
  for (const word of words) chrome.set(word, reason);
for (const [reason, words] of Object.entries(pageWords) as [Reason, readonly string[]][])
  for (const word of words) pageParts.set(word, reason);

/** Phrases without blanks are looked up whole; others by their first word, or by `…` where they begin with a blank. */
function learn(phrase: string, reason: Reason, patterns: Map<string, Pattern[]>): void {
  const words = phrase.split(' ').flatMap((word) => (word === '…' || word.includes('#') ? [word] : plainWords(word)));
  if (!words.some((word) => word === '…' || word.includes('#')) && patterns === lines) {
    exact.set(words.join(' '), reason);
    return;
  }
  const first = words[0]!.includes('#') ? '#' : words[0]!;
  const known = patterns.get(first);
  if (known) known.push({ words, reason });
  else patterns.set(first, [{ words, reason }]);
}

function isRelated(words: readonly string[]): boolean {
  return (
    words.length < 12 && (relatedLabels.has(words.join(' ')) || matchIn(relatedPatterns, words) !== undefined || isRelatedPhrase(words))
  );
}

function matchIn(patterns: ReadonlyMap<string, readonly Pattern[]>, words: readonly string[]): Reason | undefined {
  const first = /^\p{N}/u.test(words[0]!) ? '#' : words[0]!;
  for (const key of [first, '…']) {
    for (const pattern of patterns.get(key) ?? [])
      if (matches(pattern.words, words, patterns === sentences ? 90 : 6)) return pattern.reason;
  }
  return undefined;
}

/** Whether words fit a pattern, in which a blank stands for up to `most` words. At each blank the nearest continuation is taken. */
function matches(pattern: readonly string[], words: readonly string[], most: number): boolean {
  let at = 0;
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== '…') {
      if (!fits(pattern[i]!, words[at])) return false;
      at++;
      continue;
    }
    const next = pattern[i + 1];
    const limit = Math.min(words.length, at + most);
    if (next === undefined) return words.length <= limit;
    while (at < limit && !fits(next, words[at])) at++;
  }
  return at === words.length;
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined || pattern === word) return word !== undefined;
  if (!pattern.includes('#')) return false;
  return word.endsWith(pattern.slice(1)) && /^[\p{N}.,k]+$/u.test(word.slice(0, word.length - pattern.length + 1));
}

/** Times of a player: `0:00 0:03:45 0:00`, `00:00 / 03:45`, `-1:20`. A single time may be a programme's. */
function isClock(text: string): boolean {
  if (text.length > 60 || !/^[\d\s:/|–-]+$/.test(text)) return false;
  const times = text.match(/\d{1,2}:\d\d(?::\d\d)?/g) ?? [];
  return times.length > 1 || (times.length === 1 && /^[-–/|]/.test(text.trim()));
}

/** A way through a site, or a row of its links: `Home > News > Local`, `Terms of Use | Privacy Policy`. */
function pathOf(text: string): Reason | undefined {
  const parts = text
    .split(/[|·•>›»→/]/)
    .map((part) => plainWords(part).join(' '))
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 30) return undefined;
  const known = parts.map((part) => exact.get(part)).filter((reason) => reason !== undefined);
  if (/^(home|startseite|accueil|inicio|portada|الرئيسية|ראשי|דף הבית)$/.test(parts[0]!)) return 'navigation';
  if (known.length * 2 > parts.length || (known.length >= 2 && known.length * 2 >= parts.length)) return known.at(-1);
  const named = parts.filter((part) => exact.has(part) || sections.has(part));
  return parts.length >= 4 && named.length * 2 > parts.length ? 'navigation' : undefined;
}

/** A line whose words are all of a page's chrome: `Share Tweet Email`, `Embed share Download`, `Volume 90%`. */
function chromeOf(words: readonly string[]): Reason | undefined {
  if (words.length < 2 || words.length > 24) return undefined;
  const counts = new Map<Reason, number>();
  let strong = 0;
  let numbers = 0;
  for (const word of words) {
    const reason =
      chrome.get(word) ??
      (ofSites.has(word) ? 'navigation' : undefined) ??
      (word.startsWith('@') ? 'share' : /^\d{3,4}p$/.test(word) ? 'player' : undefined);
    if (reason) {
      strong++;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    } else if (/^[\p{N}.,]+[kmx]?$/u.test(word)) numbers++;
    else if (!fillers.has(word)) return undefined;
  }
  const reason = [...counts].reduce<[Reason | undefined, number]>((best, each) => (each[1] > best[1] ? each : best), [undefined, 0])[0];
  if (numbers > 0 && words.length <= 4 && strong > 0) return reason === 'player' || reason === 'share' ? reason : undefined;
  // One of these words is enough: “Free newsletter”, “Necessary cookies only”.
  if (words.length <= 6 && words.some((word) => ofSites.has(word))) return reason ?? 'navigation';
  return strong >= 2 && strong * 2 >= words.length ? reason : undefined;
}

/** An order to the reader about the page: `Open navigation menu`, `Report an error`. */
function commandOf(words: readonly string[]): Reason | undefined {
  if (words.length < 2 || words.length > 7 || !verbs.has(words[0]!)) return undefined;
  let reason: Reason | undefined;
  for (const word of words.slice(1)) {
    const of = chrome.get(word) ?? pageParts.get(word);
    if (of) reason ??= of;
    else if (!fillers.has(word)) return undefined;
  }
  return reason;
}

/** A label that is made of the words of such labels: `Popular this week`, `Others also read`. */
function isRelatedPhrase(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 7) return false;
  return (
    words.some((word) => related.signs.has(word)) &&
    words.some((word) => related.things.has(word)) &&
    words.every((word) => related.all.has(word))
  );
}

/**
 * Whether a sentence seems to be the page's own to its reader: of cookies, accounts, newsletters. An article may be of them too, so
 * this is no proof within one.
 */
export function addressesReader(text: string): boolean {
  if (text.length > 300 || /^["“‘«„]/.test(text)) return false;
  const words = plainWords(text);
  return words.some((word) => persons.has(word)) && words.some((word) => ofSites.has(word)) && !words.some((word) => reporting.has(word));
}
