/**
 * Addresses that mark words on the page that they open: text directives (https://wicg.github.io/scroll-to-text-fragment/). A browser
 * that does not know them, or does not find the words, goes to the paragraph.
 */
import type { TextQuote } from './quote.ts';

/** Words as a page shows them. */
export interface Shown {
  /** What stands right before them and after them, with nothing between; in whole words. */
  readonly before: string;
  /** The words themselves, a run for each stretch that no marker, line or cell interrupts. */
  readonly runs: readonly Run[];
  readonly after: string;
}

export interface Run {
  readonly words: string;
  /** Whether the number of a marker stands right after its last word, which is then no word of its own to a browser. */
  readonly glued?: boolean;
}

/** The fragment of an address, from its `#`: the paragraph, and the words in it. */
export function fragmentFor(block: number, shown: Shown): string {
  const text = directive(shown);
  return `#${block > 0 ? `p${block}` : ''}${text && `:~:text=${text}`}`;
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

/**
 * Only whole words are found: what is cut at either end is completed, and signs that stand there are left out. Nothing where no word
 * can be found.
 */
function directive({ before, runs, after }: Shown): string {
  const from = before.length - cutWord(before, runs[0]?.words ?? '').left;
  const to = cutWord(runs.at(-1)?.words ?? '', after).right;
  const found = runs
    .map(({ words, glued }, i) => (i === 0 ? before.slice(from) : '') + (glued ? withoutLast(words) : words))
    .map((words, i) => (i === runs.length - 1 ? words + after.slice(0, to) : words))
    .map(trimmed)
    .filter((words) => (runs.length === 1 ? words !== '' : /[\p{L}\p{N}]/u.test(words)));
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (found.length > 1 || first.length > longestWhole) return `${encoded(firstWords(first, enough))},${encoded(lastWords(last, enough))}`;
  if (wordsIn(first).length >= enough || runs.length > 1) return encoded(first);
  const [prefix, suffix] = [lastWords(before.slice(0, from), 3), runs[0]!.glued ? '' : firstWords(after.slice(to), 3)];
  return `${prefix.trim() && `${encoded(prefix)}-,`}${encoded(first)}${suffix.trim() && `,-${encoded(suffix)}`}`;
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

/** From the first word to the last, with one space between. */
function trimmed(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const words = wordsIn(line);
  return words.length === 0 ? line : line.slice(words[0]!.start, words.at(-1)!.end);
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
