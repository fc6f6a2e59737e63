/**
 * A passage of an old text in a new one, once it is known where its words went: its borders, and how much speaks for it.
 */
import type { Link } from './align.ts';
import type { Span } from './model.ts';
import { bitsOf, type Run, type Tokens } from './tokens.ts';
import { fold } from './words.ts';

export interface Projection {
  /** In the original of the new text; it ends where words end, unless the old one did not. */
  readonly span: Span;
  /** How much of its words is there, and of the words around it, from 0 to 1; each word counts by its rarity. */
  readonly kept: number;
  readonly context: number;
  /** Both in one number from 0 to 1: the words of the passage themselves count double. */
  readonly score: number;
  /** What the words of the passage tell, in bits. */
  readonly bits: number;
  /** What those of passage and context tell that were found, and what all of them would. */
  readonly told: number;
  readonly toTell: number;
}

/** So many words on either side speak for a passage. */
const contextWords = 6;

/**
 * @param span of the old text; `words` are those that it touches, at least one
 * @param back for a new word the old word that it was; less than 0 for none
 * @returns undefined where none of its words has a place
 */
export function project(link: Link, span: Span, words: Run, back: (at: number) => number): Projection | undefined {
  const core = heaviest(link, words, back);
  if (!core) return undefined;
  const start = grow(link, core.firstOld, words.from, core.from, -1, back);
  const end = grow(link, core.lastOld, words.to - 1, core.to - 1, 1, back);
  let bits = 0;
  for (let i = words.from; i < words.to; i++) bits += bitsOf(link.lexicon, link.old.ids[i]!);
  const around = contextOf(link, words, { from: start, to: end + 1 });
  return {
    span: bordersOf(link, span, words, { from: start, to: end + 1 }),
    kept: core.bits / bits,
    context: around.all === 0 ? 0 : around.told / around.all,
    score: (core.bits + around.told / 2) / (bits + around.all / 2),
    bits,
    told: core.bits + around.told,
    toTell: bits + around.all,
  };
}

interface Core extends Run {
  readonly firstOld: number;
  readonly lastOld: number;
  readonly bits: number;
}

/**
 * Where most of the words went: a run of new words of one paragraph. What was put between its words is part of it; words that came
 * to stand far off, by chance or alone, are none.
 */
function heaviest(link: Link, words: Run, back: (at: number) => number): Core | undefined {
  const went: { i: number; j: number }[] = [];
  for (let i = words.from; i < words.to; i++) if (link.to[i]! >= 0) went.push({ i, j: link.to[i]! });
  went.sort((a, b) => a.j - b.j || a.i - b.i);
  const runs: Core[] = [];
  for (const { i, j } of went) {
    const bits = bitsOf(link.lexicon, link.old.ids[i]!) * link.likeness[i]!;
    const one = { from: j, to: j + 1, firstOld: i, lastOld: i, bits };
    const last = runs.at(-1);
    if (last && reaches(link, last.to - 1, j, words, back)) runs[runs.length - 1] = both(last, one);
    else runs.push(one);
  }
  if (runs.length === 0) return undefined;
  const most = runs.reduce((a, b) => (b.bits > a.bits ? b : a));
  const rest = runs.indexOf(most);
  // What was put between two parts is at most twice as long as the passage.
  const near = (a: Core, b: Core): boolean =>
    link.new.blockOf[a.to - 1] === link.new.blockOf[b.from] &&
    b.from - a.to <= besides + 2 * (words.to - words.from) &&
    Math.min(a.bits, b.bits) >= leastShare * (a.bits + b.bits);
  let core = most;
  for (let at = rest - 1; at >= 0 && near(runs[at]!, core); at--) core = both(runs[at]!, core);
  for (let at = rest + 1; at < runs.length && near(core, runs[at]!); at++) core = both(core, runs[at]!);
  return core;
}

/** What is less of both is no part, but chance. */
const leastShare = 0.15;
/** Words as near as this are together. */
const besides = 8;

function reaches(link: Link, from: number, to: number, words: Run, back: (at: number) => number): boolean {
  if (link.new.blockOf[from] !== link.new.blockOf[to] || to - from > besides + (words.to - words.from) / 2) return false;
  for (let at = from + 1; at < to; at++) {
    const was = back(at);
    if (was >= 0 && (was < words.from || was >= words.to)) return false;
  }
  return true;
}

function both(a: Core, b: Core): Core {
  const [firstOld, lastOld] = [Math.min(a.firstOld, b.firstOld), Math.max(a.lastOld, b.lastOld)];
  return { from: a.from, to: b.to, firstOld, lastOld, bits: a.bits + b.bits };
}

/**
 * The border of a passage whose outermost words were replaced: as many new words as went, or all that came between their
 * neighbours; a passage that began or ended a sentence does so again.
 * @param inner the outermost old word that has a place, `outer` the last of the passage on this side
 */
function grow(link: Link, inner: number, outer: number, at: number, step: 1 | -1, back: (at: number) => number): number {
  const { old, new: now } = link;
  let gone = 0;
  while (inner + step * gone !== outer && link.to[inner + step * (gone + 1)]! < 0) gone++;
  if (gone === 0) return at;
  const most = 3 * gone + 8;
  let came = 0;
  while (came < most && now.blockOf[at + step * (came + 1)] === now.blockOf[at] && back(at + step * (came + 1)) < 0) came++;
  let beyond = 0;
  while (beyond < most && old.blockOf[outer + step * (beyond + 1)] === old.blockOf[outer] && link.to[outer + step * (beyond + 1)]! < 0)
    beyond++;
  // Where the neighbours are gone too, nothing tells words that were replaced from words that were cut.
  const firm = inner + step * gone === outer && isFirm(link, outer + step * (beyond + 1), at + step * (came + 1), outer, at);
  const share = firm ? Math.round((came * gone) / (gone + beyond)) : Math.min(came, gone, 3);
  const expected = share > 2 * gone + 2 ? gone : share;
  if (!sentenceBorder(old, outer, step)) return at + step * expected;
  let nearest = -1;
  for (let count = 0; count <= came; count++)
    if (sentenceBorder(now, at + step * count, step) && (nearest < 0 || Math.abs(count - expected) < Math.abs(nearest - expected)))
      nearest = count;
  return at + step * (nearest < 0 ? expected : nearest);
}

/** Whether what follows on a gap is the same in both texts: a word, or the end of the paragraph. */
function isFirm(link: Link, i: number, j: number, inOld: number, inNew: number): boolean {
  const [oldEnds, newEnds] = [link.old.blockOf[i] !== link.old.blockOf[inOld], link.new.blockOf[j] !== link.new.blockOf[inNew]];
  return oldEnds || newEnds ? oldEnds && newEnds : link.to[i] === j;
}

/** Whether a sentence begins with a word (step -1) or ends with it (step 1). */
function sentenceBorder(tokens: Tokens, at: number, step: 1 | -1): boolean {
  const next = at + step;
  if (tokens.blockOf[next] !== tokens.blockOf[at]) return true;
  const [first, second] = step > 0 ? [at, next] : [next, at];
  return /[.!?…。！？]["”’')\]»]*\s|[。！？]/.test(tokens.folded.original.slice(tokens.ends[first], tokens.starts[second]));
}

function contextOf(link: Link, words: Run, span: Run): { all: number; told: number } {
  let [all, told] = [0, 0];
  const count = (i: number, outside: (at: number) => boolean): boolean => {
    if (link.old.blockOf[i] !== link.old.blockOf[words.from]) return false;
    const bits = bitsOf(link.lexicon, link.old.ids[i]!);
    all += bits;
    if (link.to[i]! >= 0 && outside(link.to[i]!)) told += bits * link.likeness[i]!;
    return true;
  };
  const reach = 2 * contextWords;
  for (let k = 1; k <= contextWords && count(words.from - k, (at) => at < span.from && at >= span.from - reach); k++);
  for (let k = 0; k < contextWords && count(words.to + k, (at) => at >= span.to && at < span.to + reach); k++);
  return { all, told };
}

/** From words to letters: half a word stays half where the word is the same, and signs at the ends are kept as the old passage did. */
function bordersOf(link: Link, span: Span, words: Run, found: Run): Span {
  const { old, new: now } = link;
  const [first, last] = [words.from, words.to - 1];
  const within = link.to[first] === found.from && link.likeness[first] === 1;
  const until = link.to[last] === found.to - 1 && link.likeness[last] === 1;
  const cutStart = span.start - old.starts[first]!;
  const cutEnd = old.ends[last]! - span.end;
  const [start, end] = [now.starts[found.from]!, now.ends[found.to - 1]!];
  const lead = cutStart < 0 ? signsBefore(old, span.start, old.starts[first]!, now, start) : 0;
  const trail = cutEnd < 0 ? signsAfter(old, old.ends[last]!, span.end, now, end) : 0;
  return {
    start: cutStart > 0 && within && start + cutStart < end ? start + cutStart : start - lead,
    end: cutEnd > 0 && until && end - cutEnd > start ? end - cutEnd : end + trail,
  };
}

const signs = /^[^\s\u2029\p{L}\p{N}\p{M}]*/u;
const reversed = (text: string): string => text.split('').toReversed().join('');

function signsBefore(old: Tokens, from: number, to: number, now: Tokens, start: number): number {
  const all = reversed(old.folded.original.slice(Math.max(0, to - 50), to));
  return signsKept(all, reversed(old.folded.original.slice(from, to)), reversed(now.folded.original.slice(Math.max(0, start - 50), start)));
}

function signsAfter(old: Tokens, from: number, to: number, now: Tokens, end: number): number {
  return signsKept(
    old.folded.original.slice(from, from + 50),
    old.folded.original.slice(from, to),
    now.folded.original.slice(end, end + 50),
  );
}

/** How many of the signs that stand by a word now belong to the passage: the same as before, or all where all did, or what is common. */
function signsKept(oldText: string, oldPart: string, newText: string): number {
  const [all, part, now] = [oldText.match(signs)![0], oldPart.trim(), newText.match(signs)![0]];
  const [foldedPart, foldedNow] = [fold(part).text, fold(now).text];
  if (foldedNow.startsWith(foldedPart) && foldedPart.length === part.length && foldedNow.length === now.length) return part.length;
  if (part === all) return now.length;
  let common = 0;
  while (common < part.length && part[common] === now[common]) common++;
  return common;
}
