/**
 * Addresses that mark words on the page that they open: text directives (https://wicg.github.io/scroll-to-text-fragment/). A browser
 * that does not know them, or does not find the words, goes to the paragraph.
 */
import type { TextQuote } from './quote.ts';
import { fold } from './words.ts';

/** Words as a page shows them. */
export interface Shown {
  /** What stands right before them and after them, with nothing between; in whole words. */
  readonly before: string;
  /** The words themselves, a run for each stretch that no marker, line or cell interrupts. */
  readonly runs: readonly Run[];
  readonly after: string;
  /** Where they stand among all the words of the page, if that is known. */
  readonly place?: Place;
}

export interface Run {
  readonly words: string;
  /** Whether the number of a marker stands right after its last word, which is then no word of its own to a browser. */
  readonly glued?: boolean;
}

/** All that a browser searches, in the order of the page, with a border between two blocks. */
export interface Place {
  /** What stands before the words: notes, lists and the page's own words too. */
  readonly earlier: string;
  /** The words, with the numbers of markers in them. */
  readonly own: string;
  /** What follows them in their block. */
  readonly later: string;
}

/**
 * The fragment of an address, from its `#`: the paragraph, and the words in it. A browser marks the first words of the page that a
 * directive fits: where others come first whatever the directive, the paragraph alone is named.
 */
export function fragmentFor(block: number, shown: Shown): string {
  const { place } = shown;
  const all = directives(shown);
  const folded = place && { earlier: alike(place.earlier), own: alike(place.own), later: alike(place.later) };
  const chosen = folded ? all.find((each) => fitsFirst(each, folded)) : all[0];
  return `#${block > 0 ? `p${block}` : ''}${chosen ? `:~:text=${written(chosen)}` : ''}`;
}

/** What is known of a quote without its page: context as long as that may have been cut within a word. */
export function shownOf({ exact, prefix = '', suffix = '' }: TextQuote): Shown {
  return {
    before: prefix.length < mostUncut ? prefix : prefix.replace(/^\S+(?=\s)/, ''),
    runs: [{ words: exact }],
    after: suffix.length < mostUncut ? suffix : suffix.replace(/(?<=\s)\S+$/, ''),
  };
}

/** Context that is shorter ends where its block does. */
const mostUncut = 28;
/** Longer words are named by their beginning and their end. */
const longestWhole = 150;
/** So many words at either end; fewer than that need others around them to be told from the same words elsewhere. */
const enough = 4;
/** So many words around them are tried, and so many at either end. */
const [around, atEnds] = [
  [3, 6, 12],
  [enough, 8, 16],
];

/** What is to be found: the words, or the first and the last of them; between others, where these are not empty. */
interface Directive {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

/**
 * What may name the words, the shortest first; where the page is not known, with words around them. Only whole words are found: what
 * is cut at either end is completed, and signs that stand there are left out. None where no word can be found.
 */
function directives({ before, runs, after, place }: Shown): Directive[] {
  const from = before.length - cutWord(before, runs[0]?.words ?? '').left;
  const to = cutWord(runs.at(-1)?.words ?? '', after).right;
  const found = runs
    .map(({ words, glued }, i) => {
      const whole =
        (i === 0 ? before.slice(from) : '') + (glued ? withoutLast(words) : words) + (i === runs.length - 1 ? after.slice(0, to) : '');
      const [left, right] = [i === 0 ? before.slice(0, from) : '', i === runs.length - 1 && !glued ? after.slice(to) : ''];
      return trimmed(whole, left, right);
    })
    .filter(({ words }) => (runs.length === 1 ? words !== '' : /[\p{L}\p{N}]/u.test(words)));
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return [];
  const byEnds = found.length > 1 || first.words.length > longestWhole;
  const named = (count: number): Directive =>
    byEnds
      ? { prefix: '', start: firstWords(first.words, count), end: lastWords(last.words, count), suffix: '' }
      : { prefix: '', start: first.words, end: '', suffix: '' };
  const telling = byEnds || runs.length > 1 || wordsIn(first.words).length >= enough;
  return [
    ...(place && telling ? (byEnds ? atEnds : [enough]).map(named) : []),
    ...around.map((count) => ({ ...named(enough), prefix: wordsBefore(first.left, count), suffix: wordsAfter(last.right, count) })),
  ];
}

/** Whether the first words of the page that a directive fits are those that it is made for. */
function fitsFirst(directive: Directive, { earlier, own, later }: Place): boolean {
  const page = earlier + own + later;
  const [prefix, start, end, suffix] = [directive.prefix, directive.start, directive.end, directive.suffix].map(alike) as Four;
  if (start === '') return false;
  for (let at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + 1)) {
    const to = at + start.length;
    const left = page.slice(Math.max(0, at - prefix.length - 2), at).trimEnd();
    if (!isWhole(page, at, to) || !left.endsWith(prefix)) continue;
    const last = end ? page.indexOf(end, to) : to;
    if (last < 0) return false;
    if (
      !page
        .slice(last + end.length, last + end.length + suffix.length + 2)
        .trimStart()
        .startsWith(suffix)
    )
      continue;
    // A word that is cut begins a little before.
    return to > earlier.length && !/\s/.test(earlier.slice(at)) && at < earlier.length + own.length;
  }
  return false;
}

type Four = [string, string, string, string];

/** Words as a browser compares them, which knows no capitals and no accents; more may be alike here than there. */
function alike(words: string): string {
  return fold(words).text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Whether words neither begin nor end within a word. */
function isWhole(page: string, from: number, to: number): boolean {
  const divided = (at: number): boolean => inWord.test(page.charAt(at - 1)) && inWord.test(page.charAt(at));
  return !divided(from) && !divided(to);
}

/** Letters of the scripts that put spaces between words. */
const inWord = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}]/u;

function written({ prefix, start, end, suffix }: Directive): string {
  return `${prefix && `${encoded(prefix)}-,`}${encoded(start)}${end && `,${encoded(end)}`}${suffix && `,-${encoded(suffix)}`}`;
}

/** The words right before a place, with what stands between; '' where there are none. */
function wordsBefore(text: string, count: number): string {
  const near = text.slice(-reach);
  const words = wordsIn(near).slice(-count);
  return words.length === 0 ? '' : near.slice(words[0]!.start).trim();
}

function wordsAfter(text: string, count: number): string {
  const near = text.slice(0, reach);
  const words = wordsIn(near).slice(0, count);
  return words.length === 0 ? '' : near.slice(0, words.at(-1)!.end).trim();
}

function withoutLast(text: string): string {
  const near = text.slice(-reach);
  const words = wordsIn(near);
  return words.length === 0 ? text : text.slice(0, text.length - near.length + words.at(-1)!.start);
}

/** How many letters of the word that a border cuts in two stand on either side. */
function cutWord(left: string, right: string): { readonly left: number; readonly right: number } {
  const [near, far] = [left.slice(-reach), right.slice(0, reach)];
  for (const { segment, index, isWordLike } of segmenter.segment(near + far)) {
    const beyond = index + segment.length - near.length;
    if (beyond > 0) return isWordLike && index < near.length ? { left: near.length - index, right: beyond } : { left: 0, right: 0 };
  }
  return { left: 0, right: 0 };
}

/** Words from the first to the last, and what then stands to their left and their right. */
function trimmed(text: string, left: string, right: string): { readonly words: string; readonly left: string; readonly right: string } {
  const words = wordsIn(text);
  const [start, end] = words.length === 0 ? [0, text.length] : [words[0]!.start, words.at(-1)!.end];
  return {
    words: text.slice(start, end).replaceAll(/\s+/g, ' ').trim(),
    left: left + text.slice(0, start),
    right: text.slice(end) + right,
  };
}

/** A hyphen has a meaning of its own in a directive. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\s+/g, ' ').trim().toWellFormed()).replaceAll('-', '%2D');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function wordsIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );
}

/** Beyond this many letters nothing is divided into words. */
const reach = 400;

function firstWords(text: string, count: number): string {
  const near = text.slice(0, reach);
  const words = wordsIn(near).slice(0, count);
  return words.length === 0 ? near : near.slice(words[0]!.start, words.at(-1)!.end);
}

function lastWords(text: string, count: number): string {
  const near = text.slice(-reach);
  const words = wordsIn(near).slice(-count);
  return words.length === 0 ? near : near.slice(words[0]!.start, words.at(-1)!.end);
}
