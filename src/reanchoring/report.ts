/**
 * What became of quotes, for people: the old words and the new, in their sentences.
 */
import type { Span } from '../core/model.ts';
import { count, formatPlace } from '../core/problem.ts';
import { describe, type TextQuote } from '../core/quote.ts';
import { blockAround } from '../core/tree.ts';
import type { Candidate } from '../core/reanchor.ts';
import { blockBorder } from '../core/words.ts';
import { plainest, written } from './rewrite.ts';
import type { Misfit } from './survey.ts';

/** What is done about a misfit. */
export type Outcome = { readonly quote: TextQuote | { readonly paragraph: number } } | { readonly lostSince: string } | undefined;

export interface Told {
  readonly misfit: Misfit;
  readonly outcome: Outcome;
}

/** The quote for a place of a misfit's document; undefined where no context settles it. */
export function quoteAt({ document }: Misfit, span: Span): TextQuote | undefined {
  return describe(document.folded, document.flat.words, span);
}

/** The places that an editor may choose from: those that are at all like the quote. */
export function choicesFor({ found }: Misfit): readonly Candidate[] {
  return found.candidates.filter(({ score }) => score >= 0.3);
}

/** The whole report. Ends with a line end. */
export function reanchorReport(told: readonly Told[], written: boolean): string {
  if (told.length === 0) return 'Every quote fits its text.\n';
  const settled = told.filter(({ outcome }) => outcome !== undefined).length;
  const left = told.length - settled;
  const closing = [
    settled > 0 && `${count(settled, 'quote')} ${written ? 'put right' : 'can be put right: npm run reanchor -- --write'}`,
    left > 0 && `${count(left, 'quote')} left to you`,
  ].filter(Boolean);
  return `${[...told.map(one), `${closing.join('; ')}.`].join('\n')}\n`;
}

function one({ misfit, outcome }: Told): string {
  const { document, found, former, note, place, quote } = misfit;
  const { words } = document.flat;
  const lines = [
    `was  ${former ? `${inContext(former.words, former.span)}  (${former.commit.slice(0, 7)})` : `“${quote.exact}”`}`,
    ...(found.span ? [`now  ${at(misfit, found.span)}${inContext(words, found.span)}`] : []),
    ...(outcome && 'quote' in outcome ? [`quote: ${written(plainest(outcome.quote))}`] : []),
    ...(outcome && 'lostSince' in outcome ? [`lost since ${outcome.lostSince}: it stands under “Notes without a place”`] : []),
    ...(outcome ? [] : choices(misfit)),
  ];
  const score = found.score > 0 ? `  ${found.score.toFixed(2)}` : '';
  return [`${formatPlace(place)}  ${note}  ${found.state}${score}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function choices(misfit: Misfit): string[] {
  const { note, document } = misfit;
  const name = `${document.id}/${note}`;
  const candidates = choicesFor(misfit).map(
    ({ span, score }, i) => `${i + 1}  ${score.toFixed(2)}  ${at(misfit, span)}${inContext(document.flat.words, span)}`,
  );
  return [
    ...candidates,
    candidates.length > 0
      ? `Choose: npm run reanchor -- --write --choose ${name}=1, or --choose ${name}=lost`
      : `Nothing is like it. To keep it without a place: npm run reanchor -- --write --choose ${name}=lost`,
  ];
}

function at({ document }: Misfit, span: Span): string {
  const number = blockAround(document.flat.blocks, span)?.number;
  return number ? `¶ ${number}  ` : '';
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
  return `“${left}[${words.slice(start, end)}]${right}”`.replaceAll(/\s+/g, ' ');
}
