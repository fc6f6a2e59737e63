/**
 * What became of quotes, for people: the old words and the new, in their sentences, and what to type.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Span } from '../core/model.ts';
import { count, formatPlace } from '../core/problem.ts';
import { describe, type TextQuote } from '../core/quote.ts';
import type { Candidate } from '../core/reanchor.ts';
import { blockAround } from '../core/tree.ts';
import { shortened, visible } from '../core/visible.ts';
import { blockBorder } from '../core/words.ts';
import { mendFor, type Mend } from './in-place.ts';
import { inTag } from './rewrite-document.ts';
import { plainest, type Quote } from './rewrite.ts';
import type { Misfit } from './subject.ts';
import { written } from './yaml-cuts.ts';

/** What is done about a misfit. */
export type Outcome =
  | { readonly quote: Quote }
  | { readonly lostSince: string; readonly words?: string | undefined }
  | { readonly mend: Mend & { readonly kind: 'quote' } }
  | undefined;

export interface Told {
  readonly misfit: Misfit;
  /** The places to choose from by number, the first being 1. */
  readonly choices: readonly Candidate[];
  readonly outcome: Outcome;
}

/** What to write for a place of a misfit's document: words, its block where no context settles them; undefined where neither can be. */
export function quoteAt({ document, kind }: Misfit, span: Span): Quote | undefined {
  const words: TextQuote | undefined = kind === 'block' ? undefined : describe(document.folded, document.flat.words, span);
  if (words) return words;
  const number = blockAround(document.flat.blocks, span)?.number;
  return number ? { paragraph: number } : undefined;
}

/** The places that an editor may choose from: those that are at all like the quote, and can be written. None for notes in place. */
export function choicesFor(misfit: Misfit): readonly Candidate[] {
  if (misfit.kind === 'in place') return [];
  const seen = new Set<string>();
  return misfit.found.candidates.filter(({ score, span }) => {
    const quote = score >= leastLike ? JSON.stringify(quoteAt(misfit, span)) : undefined;
    // Of places that no context tells from each other their block is left, once.
    if (quote === undefined || seen.has(quote)) return false;
    seen.add(quote);
    return true;
  });
}

const leastLike = 0.3;

/** Whether an editor has to do something about it: a lost note whose words may be back need not be touched. */
export function isLeft({ misfit, outcome }: Told): boolean {
  return outcome === undefined ? misfit.found.state !== 'found again' : saysSo(misfit, outcome);
}

/** Whether the quote that an editor chose is the one that the note has: nothing is written then. */
function saysSo({ kind, quote }: Misfit, outcome: Outcome): boolean {
  return kind !== 'lost' && outcome !== undefined && 'quote' in outcome && isDeepStrictEqual({ ...quote }, { ...outcome.quote });
}

/** The whole report. Ends with a line end. */
export function reanchorReport(told: readonly Told[], done: boolean): string {
  if (told.length === 0) return 'Every quote fits its text.\n';
  const settled = told.filter((each) => each.outcome !== undefined && !isLeft(each)).length;
  const left = told.filter(isLeft).length;
  const back = told.length - settled - left;
  const closing = [
    settled > 0 && `${count(settled, 'quote')} ${done ? 'put right' : 'can be put right: npm run reanchor -- --write'}`,
    left > 0 && `${count(left, 'quote')} left to you`,
    back > 0 && `${count(back, 'lost note')} may have a place again`,
  ].filter(Boolean);
  return visible(`${[...told.map(one), `${closing.join('; ')}.`].join('\n')}\n`);
}

function one(told: Told): string {
  const { misfit, choices, outcome } = told;
  const { found, former, place, quote } = misfit;
  const { words } = misfit.document.flat;
  const number = 'paragraph' in quote ? `${whereIn(misfit)}¶ ${quote.paragraph}  ` : '';
  const exact = 'exact' in quote ? quote.exact : '';
  const lines = [
    `was  ${number}${former ? `${inContext(former.words, former.span)}  (${former.commit.slice(0, 7)})` : exact === '' ? '' : `“${shortened(exact)}”`}`,
    ...(found.span ? [`now  ${at(misfit, found.span)}${inContext(words, found.span)}`] : []),
    ...(outcome && 'quote' in outcome ? [`quote: ${onOneLine(outcome.quote)}`] : []),
    ...(saysSo(misfit, outcome)
      ? [`It says so already. For it to be believed, commit the text; then edit ${edited[misfit.of]}, and commit that by itself.`]
      : []),
    ...(outcome && 'lostSince' in outcome ? [`lost since ${outcome.lostSince}: it stands under “Notes without a place”`] : []),
    ...(misfit.kind === 'in place' ? inText(misfit) : toChoose(misfit, choices, outcome)),
  ];
  const score = found.score > 0 ? `  ${found.score.toFixed(2)}` : '';
  return [`${formatPlace(place)}  ${misfit.name}  ${found.state}${score}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** What its editor edits to say that it was looked at. */
const edited = {
  note: 'the note (such as changed: …)',
  statement: 'the statement (such as its note: …)',
  passage: 'the event (such as its summary: …)',
};

/** As an editor types it. */
function nameOf({ of, document, name }: Misfit): string {
  return of === 'note' ? `${document.id}/${name}` : name;
}

/** What is to be pasted is whole; what is too long to be read is not to be pasted. */
function onOneLine(quote: Quote): string {
  const yaml = written(plainest(quote));
  return yaml.length <= 600 ? yaml : `${shortened(yaml)}   # ${yaml.length.toLocaleString('en')} letters, written whole`;
}

/** All places by number, where there is a choice. */
function toChoose(misfit: Misfit, choices: readonly Candidate[], outcome: Outcome): string[] {
  const { document, kind, of } = misfit;
  const name = nameOf(misfit);
  if (outcome && 'lostSince' in outcome) return [];
  const open = outcome === undefined;
  const others = choices.length > 1 || open;
  const place = ({ span, score }: Candidate, i: number): string => {
    const whole = kind !== 'block' && 'paragraph' in quoteAt(misfit, span)! ? '  (all of the paragraph: no context settles it)' : '';
    return `${i + 1}  ${score.toFixed(2)}  ${at(misfit, span)}${inContext(document.flat.words, span)}${whole}`;
  };
  const listed = others ? choices.map(place) : [];
  const lost = kind === 'lost' || of !== 'note' ? '' : `, or --choose ${name}=lost`;
  if (!open) return others ? [...listed, `For another: npm run reanchor -- --write --choose ${name}=2${lost}`] : [];
  const choose =
    choices.length > 0 ? [...listed, `Choose: npm run reanchor -- --write --choose ${name}=1${lost}`] : ['Nothing is like it.'];
  if (of !== 'note') return [...choose, ...(!misfit.sure ? [answerFirst[of]] : misfit.found.state === 'lost' ? [takeOut[of]] : [])];
  return choices.length > 0
    ? choose
    : [`Nothing is like it. To keep it without a place: npm run reanchor -- --write --choose ${name}=lost`];
}

const answerFirst = {
  statement: 'Its answer hangs on these words: see first whether its value or position, its parts and its note are still true.',
  passage: 'The event hangs on these words: see first whether its date and what it says are still true.',
};
const takeOut = {
  statement: 'If the document says so no more, take the statement out of the claim, or quote the words that do.',
  passage: 'If the document tells of it no more, take the passage out of the event, or quote the words that do.',
};

/** What to do in the document itself. */
function inText(misfit: Misfit): string[] {
  const { found, document, place, name: note, quote } = misfit;
  const where = `line ${place.line}`;
  if (found.span) {
    const mend = mendFor(misfit, found.span);
    if (mend.kind === 'quote') return [`${where}: write quote=${inTag(mend.words, '"')}`];
    return [
      `It stands in the text, and is not moved for you: put <Note id="${note}"> of ${where} right after “${ending(mend.after)}”, ${formatPlace(mend.at)}`,
    ];
  }
  return [
    ...found.candidates
      .filter(({ score }) => score >= leastLike)
      .map(({ span, score }) => {
        const mend = mendFor(misfit, span);
        const type = mend.kind === 'quote' ? `  quote=${inTag(shortened(mend.words), '"')}` : '';
        return `-  ${score.toFixed(2)}  ${at(misfit, span)}${inContext(document.flat.words, span)}${type}`;
      }),
    `It stands in the text, and is not changed for you: put <Note id="${note}"> of ${where} after other words, give it another quote="…", or`,
    `keep it in annotations/${document.id}.yaml with lost: { since: …, quote: ${written('exact' in quote ? shortened(quote.exact) : '', true)} }`,
  ];
}

function ending(words: string): string {
  return words.length > 60 ? `…${words.slice(-60).replace(/^\S*\s/, '')}` : words;
}

function at(misfit: Misfit, span: Span): string {
  const number = blockAround(misfit.document.flat.blocks, span)?.number;
  return number ? `${whereIn(misfit)}¶ ${number}  ` : '';
}

/** Which document: of a note its file says so. */
function whereIn({ of, document }: Misfit): string {
  return of === 'note' ? '' : `${document.id} `;
}

const around = 40;

/** A passage between brackets, with some words of its block on each side. */
function inContext(words: string, { start, end }: Span): string {
  const before = words
    .slice(Math.max(0, start - around), start)
    .split(blockBorder)
    .at(-1)!;
  const after = words.slice(end, end + around).split(blockBorder)[0]!;
  const cut = (text: string, length: number, ellipsis: (text: string) => string): string => (length === around ? ellipsis(text) : text);
  const left = cut(before, before.length, (text) => `…${text.slice(text.indexOf(' ') + 1)}`);
  const right = cut(after, after.length, (text) => `${text.slice(0, Math.max(0, text.lastIndexOf(' ')))}…`);
  return `“${left}[${shortened(words.slice(start, end))}]${right}”`.replaceAll(/\s+/g, ' ');
}
