/**
 * Quotes found again in a text that has changed: where the former text is known by the difference of the two, else by the quote.
 * What is found is proposed with what speaks for it; the build itself takes exact quotes alone.
 */
import type { Link } from './align.ts';
import { carry, origins } from './carry.ts';
import { locate, searchable, type Located, type Searchable } from './locate.ts';
import type { Span } from './model.ts';
import { project, type Projection } from './project.ts';
import { find, type TextQuote } from './quote.ts';
import { newLexicon, tokenise, touched, type Run } from './tokens.ts';
import { blockBorder, fold, type Folded } from './words.ts';

/**
 * `exact`: the quote stands there, once, and nothing is to be done. `moved`: the very words, but the quote no longer tells them from
 * others, or its context is another. `changed`: other words in their place. `ambiguous`: several places, none better than the others.
 * `lost`: the words are gone, or nothing is like them.
 */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'ambiguous' | 'lost';

export interface Candidate {
  /** Offsets in the original words of the new text, UTF-16 code units. */
  readonly span: Span;
  /** How much of the quote, and of the words around it, is there: from 0 to 1. */
  readonly score: number;
}

export interface Anchored {
  readonly state: AnchorState;
  /** Where it is `exact`, `moved` or `changed`; else left out. */
  readonly span?: Span;
  /** Of the span; of the best candidate where there is none; 0 where there is no candidate. */
  readonly score: number;
  /** For an editor to choose from, the likeliest first; the span itself is the first where there is one. */
  readonly candidates: readonly Candidate[];
}

export interface Quoted {
  readonly quote: TextQuote;
  /**
   * Its span in the original words of the former text, where it is known; else the quote is looked for there. Without a former text
   * it decides between equal places.
   */
  readonly was?: Span | undefined;
}

/**
 * The state and place of each quote in the new text, in the order given. Never fails: a quote that is none is `lost`. Near linear in
 * the texts, and in the quotes.
 * @param after the new text
 * @param before the former text, on which the quotes were right
 */
export function reanchor(quotes: readonly Quoted[], after: Folded, before?: Folded): Anchored[] {
  const lexicon = newLexicon();
  const tokens = tokenise(after, lexicon, true);
  const link = before && carry(tokenise(before, lexicon, true), tokens, lexicon);
  const text = searchable(tokens, lexicon);
  const back = link && origins(link);
  return quotes.map(({ quote, was }) => {
    const found = find(after, quote, mostChoices);
    const span = before && formerSpan(before, quote, was);
    const words = link && span && touched(link.old, span.start, span.end);
    if (!words || words.from === words.to) return byQuote(text, quote, found, before ? undefined : was);
    return byDifference(text, quote, found, { link, back: back!, span, words });
  });
}

/** More places than this nobody chooses from. */
const mostChoices = 9;

/** A passage of the former text, and where all of that text went. */
interface Former {
  readonly link: Link;
  readonly back: Int32Array;
  readonly span: Span;
  readonly words: Run;
}

function formerSpan(before: Folded, quote: TextQuote, was: Span | undefined): Span | undefined {
  if (was && same(before, was, quote)) return was;
  const found = find(before, quote, 2);
  return found.length === 1 ? found[0] : undefined;
}

function byDifference(text: Searchable, quote: TextQuote, found: readonly Span[], former: Former): Anchored {
  const after = text.tokens.folded;
  const carried = project(former.link, former.span, former.words, (at) => former.back[at] ?? -1);
  if (carried && carried.kept >= keptFloor(carried.bits) && tells(carried, leastEvidence)) {
    const [only] = found;
    if (found.length === 1 && sameWords(text, only!, carried.span)) return placed('exact', { span: only!, score: 1 });
    return placed(same(after, carried.span, quote) ? 'moved' : 'changed', carried);
  }
  // It is gone from its place. The words in their context may have come to stand where nothing stood before.
  const candidates = locate(text, inContext(former, quote));
  const came = candidates.filter(
    (each) =>
      each.otherFacts === 0 &&
      each.score >= 0.7 &&
      each.kept >= 0.5 &&
      each.context >= 0.5 &&
      isNew(former, touched(text.tokens, each.span.start, each.span.end)),
  );
  if (came.length !== 1) return given(came.length > 0 ? 'ambiguous' : 'lost', came.length > 0 ? came : candidates);
  return placed(same(after, came[0]!.span, quote) ? 'moved' : 'changed', came[0]!, candidates);
}

function sameWords(text: Searchable, a: Span, b: Span): boolean {
  const [mine, theirs] = [touched(text.tokens, a.start, a.end), touched(text.tokens, b.start, b.end)];
  return mine.from === theirs.from && mine.to === theirs.to;
}

/** Whether what was found tells so many bits, or most of what there is to tell. */
function tells({ told, toTell }: Projection, bits: number): boolean {
  return told >= Math.min(bits, 0.6 * toTell);
}

/** Less than this, in bits, is one common word. */
export const leastEvidence = 12;
const contextLetters = 60;

/** A quote with all the context that the former text has. */
function inContext({ link, span }: Former, { exact }: TextQuote): TextQuote {
  const { original } = link.old.folded;
  const prefix = original.slice(Math.max(0, span.start - contextLetters), span.start);
  const suffix = original.slice(span.end, span.end + contextLetters);
  return { exact, prefix: prefix.slice(prefix.lastIndexOf(blockBorder) + 1), suffix: suffix.split(blockBorder)[0] };
}

/** Whether most of a run of new words was no word of the old text outside the passage. */
function isNew(former: Former, words: Run): boolean {
  let own = 0;
  for (const was of former.back.subarray(words.from, words.to)) if (was < 0 || (was >= former.words.from && was < former.words.to)) own++;
  return own >= 0.8 * (words.to - words.from);
}

function byQuote(text: Searchable, quote: TextQuote, found: readonly Span[], hint: Span | undefined): Anchored {
  const after = text.tokens.folded;
  if (found.length === 1) return placed('exact', { span: found[0]!, score: 1 });
  if (found.length > 1) {
    const nearest = hint && nearestTo(hint, find(after, quote));
    const candidates = found.map((span) => ({ span, score: 1 }));
    return nearest ? placed('moved', { span: nearest, score: 1 }, candidates) : given('ambiguous', candidates);
  }
  const candidates = locate(text, quote);
  // What has another number or another name is another fact, however like it is.
  const alike = candidates.filter(({ otherFacts }) => otherFacts === 0);
  const [best] = alike;
  if (!best || !convinces(best, quote, text)) return given('lost', candidates);
  if (candidates[0]!.score - best.score >= margin) return given('ambiguous', candidates);
  const rivals = alike.filter(({ score }) => best.score - score < margin);
  const spans = rivals.map(({ span }) => span);
  const near = hint && nearestTo(hint, spans);
  const chosen = rivals.length === 1 ? best : rivals.find(({ span }) => span === near);
  if (!chosen) return given('ambiguous', candidates);
  return placed(same(after, chosen.span, quote) ? 'moved' : 'changed', chosen, candidates);
}

/** Nearer than this no two places are told apart. */
const margin = 0.04;

/** The place near a former one, where the next is three times as far. */
function nearestTo(hint: Span, spans: readonly Span[]): Span | undefined {
  const byDistance = spans.map((span) => ({ span, far: Math.abs(span.start - hint.start) })).sort((a, b) => a.far - b.far);
  const [first, second] = byDistance;
  return first && (!second || second.far > 3 * first.far + 20) ? first.span : undefined;
}

/**
 * How much of a passage must be left where its text has been followed: of a long one three tenths, of a single word half.
 */
export function keptFloor(bits: number): number {
  return 0.3 + 0.25 * 2 ** (-bits / 40);
}

/**
 * Whether what was found is the quote and no look-alike. The fewer words it has and the less of its context is there, the more of
 * its words must be; and all together must tell more than what any text of this length holds by chance.
 */
function convinces(best: Located, quote: TextQuote, text: Searchable): boolean {
  const alone = !quote.prefix && !quote.suffix;
  const enough = Math.log2(text.lexicon.total + 2) + 8;
  const brevity = 2 ** (-best.bits / 25);
  const words = 0.6 + 0.2 * 2 ** (-best.bits / 100) + 0.55 * brevity;
  if (alone) return best.kept >= Math.min(words, 0.9);
  const context = best.context * 0.7 ** best.otherFactsAround;
  return best.kept + (0.4 + 0.2 * brevity) * context >= words && tells(best, enough);
}

function same(text: Folded, span: Span, quote: TextQuote): boolean {
  return fold(text.original.slice(span.start, span.end)).text.trim() === fold(quote.exact).text.trim();
}

/** The common part of two spans, of both together. */
function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function placed(state: AnchorState, { span, score }: Candidate, others: readonly Candidate[] = []): Anchored {
  const rest = others.filter((each) => overlap(each.span, span) === 0);
  return { ...given(state, [{ span, score }, ...rest]), span };
}

function given(state: AnchorState, candidates: readonly Candidate[]): Anchored {
  const chosen = candidates.slice(0, mostChoices).map(({ span, score }) => ({ span, score }));
  return { state, score: chosen[0]?.score ?? 0, candidates: chosen };
}
