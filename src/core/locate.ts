/**
 * A quote sought in a text by its words and those around it alone: the same words first, then words like them near words like its
 * context. Only where the rare words of a quote meet is anything compared, so that long texts are no burden.
 */
import { align, newLink, similarity, type Link } from './align.ts';
import { compareFacts, factsIn } from './facts.ts';
import { project, type Projection } from './project.ts';
import type { TextQuote } from './quote.ts';
import { bitsOf, tokenise, touched, type Lexicon, type Run, type Tokens } from './tokens.ts';
import { fold } from './words.ts';

/** A text made ready for many searches. */
export interface Searchable {
  readonly lexicon: Lexicon;
  readonly tokens: Tokens;
  /** The places of each word, rising. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** Its different words by their length. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
  /** Words that are not in the text, and those of the text that are spelled like them; filled as they are asked for. */
  readonly spellings: Map<string, readonly number[]>;
  /** How many more words may be compared letter by letter: quotes in another language shall not take for ever. */
  comparisons: number;
}

export function searchable(tokens: Tokens, lexicon: Lexicon): Searchable {
  const places = new Map<number, number[]>();
  for (const [at, id] of tokens.ids.entries()) {
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  }
  const lengths = new Map<number, number[]>();
  for (const id of places.keys()) {
    const { length } = lexicon.words[id]!;
    const known = lengths.get(length);
    if (known) known.push(id);
    else lengths.set(length, [id]);
  }
  return { lexicon, tokens, places, lengths, spellings: new Map(), comparisons: 20_000_000 };
}

/** So many places are compared closely. */
const mostCandidates = 6;

/** A place that is like a quote. */
export interface Located extends Projection {
  /** In place of how many numbers and names of the quote there are others; and of how many of those around it. */
  readonly otherFacts: number;
  readonly otherFactsAround: number;
}

/**
 * Places that are like a quote, the likeliest first, none within another. Equal ones stand in the order of the text.
 * @returns none for a quote without words, or with so many that it is no quote
 */
export function locate(text: Searchable, quote: TextQuote): Located[] {
  if (quote.exact.length > mostLetters) return [];
  const snippet = snippetOf(text, quote);
  if (snippet.words.to === snippet.words.from) return [];
  const facts = factsIn(snippet.tokens, text);
  const found: Located[] = [];
  const add = (link: Link): Projection | undefined => {
    const [back, { words }] = [cameFrom(link), snippet];
    const projection = project(link, { start: snippet.start, end: snippet.end }, words, (at) => back.get(at) ?? -1);
    if (!projection) return undefined;
    const { missing, others, othersAround } = compareFacts(link, facts, words);
    found.push({
      ...projection,
      // What makes a sentence another counts twice where it is gone.
      kept: (projection.kept * projection.bits) / (projection.bits + missing),
      otherFacts: others,
      otherFactsAround: othersAround,
    });
    return projection;
  };
  const seek = (run: Run): Projection | undefined => {
    const link = newLink(text.lexicon, snippet.tokens, text.tokens);
    align(link, { from: 0, to: snippet.tokens.ids.length }, run);
    return add(link);
  };
  for (const at of sameWords(text, snippet)) add(aroundSame(text, snippet, at));
  for (const run of likelyRuns(text, snippet)) {
    const best = seek(run);
    if (!best || best.score < worthALook) continue;
    // Another like it may stand beside it.
    const taken = touched(text.tokens, best.span.start, best.span.end);
    for (const rest of [
      { from: run.from, to: taken.from },
      { from: taken.to, to: run.to },
    ])
      if (rest.to - rest.from >= snippet.words.to - snippet.words.from) seek(rest);
  }
  found.sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  const apart: Located[] = [];
  for (const each of found) if (!apart.some(({ span }) => span.start < each.span.end && each.span.start < span.end)) apart.push(each);
  return apart;
}

/** What is less like the quote has no rivals. */
const worthALook = 0.5;
/** Longer quotes are no quotes. */
const mostLetters = 20_000;
/** Context that is farther off says nothing. */
const mostContext = 200;

/** A quote between its prefix and its suffix, as a text of its own. */
interface Snippet {
  readonly tokens: Tokens;
  /** The words of the quote itself, and its offsets. */
  readonly words: Run;
  readonly start: number;
  readonly end: number;
}

function snippetOf(text: Searchable, quote: TextQuote): Snippet {
  const { lexicon } = text;
  const known = (word: string): boolean => text.places.has(lexicon.ids.get(word.toLowerCase()) ?? -1);
  // Context that was cut at a length may begin or end with half a word.
  const prefix = (quote.prefix ?? '')
    .slice(-mostContext)
    .replace(/^[\p{L}\p{N}\p{M}]+(?=[^\p{L}\p{N}\p{M}]+[\p{L}\p{N}])/u, (word) => (known(word) ? word : ''));
  const suffix = (quote.suffix ?? '')
    .slice(0, mostContext)
    .replace(/(?<=[\p{L}\p{N}][^\p{L}\p{N}\p{M}]+)[\p{L}\p{N}\p{M}]+$/u, (word) => (known(word) ? word : ''));
  const letters = /[\p{L}\p{N}\p{M}]{2}/u;
  const before = prefix + (letters.test(prefix.slice(-1) + quote.exact.slice(0, 1)) ? ' ' : '');
  const after = (letters.test(quote.exact.slice(-1) + suffix.slice(0, 1)) ? ' ' : '') + suffix;
  const tokens = tokenise(fold(before + quote.exact + after), lexicon, false);
  const [start, end] = [before.length, before.length + quote.exact.length];
  return { tokens, words: touched(tokens, start, end), start, end };
}

function cameFrom(link: Link): Map<number, number> {
  const back = new Map<number, number>();
  for (let i = link.to.length - 1; i >= 0; i--) if (link.to[i]! >= 0) back.set(link.to[i]!, i);
  return back;
}

/** Where the very words of the quote stand, case and signs aside: those with the most context, at their first words. */
function sameWords(text: Searchable, snippet: Snippet): number[] {
  const { ids } = snippet.tokens;
  const { from, to } = snippet.words;
  let rarest = from;
  const placesOf = (i: number): readonly number[] => text.places.get(ids[i]!) ?? [];
  for (let i = from; i < to; i++) if (placesOf(i).length < placesOf(rarest).length) rarest = i;
  const there = text.tokens.ids;
  const found: { at: number; context: number }[] = [];
  for (const place of placesOf(rarest)) {
    const at = place - (rarest - from);
    let i = from;
    while (i < to && there[at + i - from] === ids[i]) i++;
    if (i < to || text.tokens.blockOf[at] !== text.tokens.blockOf[at + to - from - 1]) continue;
    let context = 0;
    for (let k = 1; from - k >= 0 && there[at - k] === ids[from - k]; k++) context++;
    for (let k = 0; to + k < ids.length && there[at + to - from + k] === ids[to + k]; k++) context++;
    found.push({ at, context });
  }
  return found
    .sort((a, b) => b.context - a.context || a.at - b.at)
    .slice(0, mostCandidates)
    .map(({ at }) => at);
}

function aroundSame(text: Searchable, snippet: Snippet, at: number): Link {
  const link = newLink(text.lexicon, snippet.tokens, text.tokens);
  const { from, to } = snippet.words;
  const all = snippet.tokens.ids.length;
  const block = text.tokens.blocks[text.tokens.blockOf[at]!]!;
  align(link, { from: 0, to: from }, { from: Math.max(block.from, at - 2 * from - 4), to: at });
  const end = at + to - from;
  align(link, { from: to, to: all }, { from: end, to: Math.min(block.to, end + 2 * (all - to) + 4) });
  for (let i = from; i < to; i++) {
    link.to[i] = at + i - from;
    link.likeness[i] = 1;
  }
  return link;
}

/** A word that stands in more places than this is looked for by its neighbours. */
const mostPlaces = 400;

/** Runs of words in which the rarer words of quote and context stand at about their distances. */
function likelyRuns(text: Searchable, snippet: Snippet): Run[] {
  const { ids } = snippet.tokens;
  const width = Math.max(16, ids.length);
  const votes = new Map<number, number>();
  for (const [i, id] of ids.entries()) {
    for (const other of text.places.has(id) ? [id] : spelledLike(text, text.lexicon.words[id]!)) {
      const places = text.places.get(other)!;
      if (places.length > mostPlaces) continue;
      const bits = bitsOf(text.lexicon, other) * (other === id ? 1 : 0.7);
      for (const at of places) {
        const bucket = Math.floor((at - i) / width);
        votes.set(bucket, (votes.get(bucket) ?? 0) + bits);
      }
    }
  }
  const both = [...votes.keys()].map((bucket) => ({ bucket, bits: votes.get(bucket)! + (votes.get(bucket + 1) ?? 0) }));
  return both
    .sort((a, b) => b.bits - a.bits || a.bucket - b.bucket)
    .slice(0, mostCandidates)
    .map(({ bucket }) => ({
      from: Math.max(0, Math.floor((bucket - 0.5) * width)),
      to: Math.min(text.tokens.ids.length, Math.floor((bucket + 3.5) * width)),
    }));
}

/** Words of the text that differ from a word of at least four letters by one letter, from one of eight by two. */
function spelledLike(text: Searchable, word: string): readonly number[] {
  if (word.length < 4 || word.length > 60) return [];
  const known = text.spellings.get(word);
  if (known) return known;
  const most = word.length < 8 ? 1 : 2;
  const found: number[] = [];
  for (let length = word.length - most; length <= word.length + most; length++) {
    const ids = text.lengths.get(length) ?? [];
    text.comparisons -= ids.length;
    if (text.comparisons < 0) break;
    const least = 1 - most / Math.max(word.length, length);
    for (const id of ids) if (similarity(word, text.lexicon.words[id]!) >= least) found.push(id);
  }
  text.spellings.set(word, found);
  return found;
}
