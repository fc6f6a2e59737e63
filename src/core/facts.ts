/**
 * Numbers and names: the words that make one sentence another, though all the rest of it is the same.
 */
import type { Link } from './align.ts';
import { bitsOf, type Run, type Tokens } from './tokens.ts';

/**
 * The places of the numbers and names among words.
 * @param text in which names are told from words that begin a sentence
 */
export function factsIn(
  tokens: Tokens,
  text: { readonly tokens: Tokens; readonly places: ReadonlyMap<number, readonly number[]> },
): number[] {
  const { original } = tokens.folded;
  return [...tokens.ids.keys()].filter((i) => {
    const word = original.slice(tokens.starts[i], tokens.ends[i]);
    if (/\p{N}/u.test(word)) return true;
    if (!/^\p{Lu}/u.test(word)) return false;
    // A word that begins a sentence is a name only where the text never has it in small letters.
    const there = text.places.get(tokens.ids[i]!)?.slice(0, mostLooked) ?? [];
    if (there.some((at) => !/^\p{Lu}/u.test(text.tokens.folded.original.slice(text.tokens.starts[at], text.tokens.ends[at])))) return false;
    return (
      there.length > 0 || (i > 0 && !/[.!?…:。！？]["”’')\]»]*\s+["“‘'([«]*$/.test(original.slice(tokens.ends[i - 1], tokens.starts[i])))
    );
  });
}

const mostLooked = 40;

export interface FactsCompared {
  /** What the numbers and names of a passage tell that are not there, in bits. */
  readonly missing: number;
  /** In place of how many of them there are others; and of how many of those around the passage. */
  readonly others: number;
  readonly othersAround: number;
}

/** What became of the facts of a passage and of those around it, where it is laid beside a text. */
export function compareFacts(link: Link, facts: readonly number[], passage: Run): FactsCompared {
  const gone = facts.filter((i) => !isKept(link, i));
  const own = (i: number): boolean => i >= passage.from && i < passage.to;
  const others = gone.filter((i) => isReplaced(link, i));
  return {
    missing: gone.filter(own).reduce((sum, i) => sum + bitsOf(link.lexicon, link.old.ids[i]!), 0),
    others: others.filter(own).length,
    othersAround: others.filter((i) => !own(i)).length,
  };
}

/** Whether a number is there as it was, or a name in this or another spelling: with letters changed round, written out, or one in five of them another. */
function isKept(link: Link, i: number): boolean {
  const at = link.to[i]!;
  if (at < 0) return false;
  if (link.likeness[i] === 1) return true;
  const [was, is] = [link.lexicon.words[link.old.ids[i]!]!, link.lexicon.words[link.new.ids[at]!]!];
  if (/\p{N}/u.test(was + is)) return false;
  if ((is.startsWith(was) && isCut(link.old, i)) || (was.startsWith(is) && isCut(link.new, at))) return true;
  return link.likeness[i]! >= 0.8 || [...was].sort().join('') === [...is].sort().join('');
}

/** Whether a word is a short form. */
function isCut({ folded, ends }: Tokens, at: number): boolean {
  return folded.original.charAt(ends[at]!) === '.';
}

/** Whether another number stands where a number stood, or another name where a name did. */
function isReplaced(link: Link, i: number): boolean {
  const { to, new: now } = link;
  const isFact = (at: number): boolean => {
    const word = now.folded.original.slice(now.starts[at], now.ends[at]);
    return /\p{N}/u.test(wordOf(link, i)) ? /\p{N}/u.test(word) : /^\p{Lu}/u.test(word);
  };
  if (to[i]! >= 0) return isFact(to[i]!);
  let [before, after] = [i - 1, i + 1];
  while (before >= 0 && to[before]! < 0) before--;
  while (after < to.length && to[after]! < 0) after++;
  if (before < 0 && after === to.length) return false;
  // As many words as went, and some more, on the side where nothing follows.
  const most = 2 * (after - before) + 2;
  const from = before >= 0 ? to[before]! + 1 : to[after]! - most;
  const until = after < to.length ? to[after]! : from + most;
  for (let at = Math.max(0, from); at < Math.min(until, now.ids.length, from + 4 * most); at++) if (isFact(at)) return true;
  return false;
}

function wordOf({ old, lexicon }: Link, i: number): string {
  return lexicon.words[old.ids[i]!]!;
}
