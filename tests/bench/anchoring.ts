/**
 * Anchoring: quotes of texts that were edited, with known truth, found again; and how long it takes in a long text.
 * By itself: `node tests/bench/anchoring.ts [--texts DIR] [--kinds]`, with the .txt files of a folder in place of our own articles.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Span } from '../../src/core/model.ts';
import { find, type TextQuote } from '../../src/core/quote.ts';
import { reanchor } from '../../src/core/reanchor.ts';
import { blockBorder, fold } from '../../src/core/words.ts';
import { article } from './articles.ts';
import { numbers } from './generate.ts';
import { draftOf, mutations, sentencesOf, wordsOf, type Draft, type Severity } from './mutations.ts';
import { say } from './say.ts';

/** Quotes of every kind found again after every edit, by the text and by the quote alone; then a text of 1 MB with 1,000 quotes. */
export async function benchAnchoring(texts: readonly string[] = ownTexts(), kinds = false): Promise<void> {
  const scores = ways.map(({ name }) => ({ name, score: new Map<string, Score>() }));
  let disputed = 0;
  for (const [number, text] of texts.entries()) {
    const quotes = selectors(text, 60, numbers(31 * number + 7));
    for (const [kind, mutate] of Object.entries(mutations)) {
      for (const severity of [0, 1, 2] as const) {
        const draft = mutate(
          draftOf(text),
          severity,
          numbers(1009 * number + 17 * severity + 131 * kind.charCodeAt(kind.length - 1) + 7 * kind.length),
        );
        const truths = quotes.map(({ span }) => truthOf(draft, span));
        for (const [way, { anchor }] of ways.entries()) {
          const found = anchor(quotes, text, draft.text);
          for (const [i, truth] of truths.entries()) {
            if (truth.disputed) disputed += way === 0 ? 1 : 0;
            else for (const key of ['all', `${kind} ${severity}`, quotes[i]!.kind]) count(scores[way]!.score, key, truth.span, found[i]);
          }
        }
      }
    }
  }
  for (const { name, score } of scores) say(`anchoring, ${name}: ${told(score.get('all')!)}`);
  say(`anchoring: goals with the former text: correct ≥ 97, wrong ≤ 1.5, gone yet anchored ≤ 8; ${disputed} cases left out`);
  if (kinds) for (const { name, score } of scores.slice(1)) for (const [key, each] of score) say(`  ${name}, ${key}: ${told(each)}`);
  benchLong();
}

interface Selector {
  readonly kind: string;
  readonly quote: TextQuote;
  readonly span: Span;
}

type Anchor = (quotes: readonly Selector[], before: string, after: string) => (Span | undefined)[];

const ways: readonly { readonly name: string; readonly anchor: Anchor }[] = [
  {
    name: 'exact only',
    anchor: (quotes, _, after) => {
      const folded = fold(after);
      return quotes.map(({ quote }) => {
        const found = find(folded, quote, 2);
        return found.length === 1 ? found[0] : undefined;
      });
    },
  },
  {
    name: 'with the former text',
    anchor: (quotes, before, after) =>
      reanchor(
        quotes.map(({ quote, span }) => ({ quote, was: span })),
        fold(after),
        fold(before),
      ).map(({ span }) => span),
  },
  {
    name: 'by quote alone',
    anchor: (quotes, _, after) =>
      reanchor(
        quotes.map(({ quote }) => ({ quote })),
        fold(after),
      ).map(({ span }) => span),
  },
];

interface Score {
  all: number;
  correct: number;
  ends: number;
  wrong: number;
  orphaned: number;
  gone: number;
  goneAnchored: number;
}

function count(scores: Map<string, Score>, key: string, truth: Span | undefined, found: Span | undefined): void {
  const score = scores.get(key) ?? { all: 0, correct: 0, ends: 0, wrong: 0, orphaned: 0, gone: 0, goneAnchored: 0 };
  scores.set(key, score);
  score.all++;
  if (!truth) score.gone++;
  if (!truth && found) score.goneAnchored++;
  const right = truth && found ? overlap(truth, found) >= 0.7 : truth === found;
  if (right) score.correct++;
  else if (found) score.wrong++;
  else score.orphaned++;
  if (right && truth?.start === found?.start && truth?.end === found?.end) score.ends++;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function told(score: Score): string {
  const share = (part: number, all = score.all): string => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));
  return `${share(score.correct)} % of ${score.all} correct (${share(score.ends)} to the letter), ${share(score.wrong)} wrong, ${share(score.orphaned)} orphaned though there, ${share(score.goneAnchored, score.gone)} of ${score.gone} gone yet anchored`;
}

/** Less of a passage than this, letter for letter, and nobody can say whether it is still there. */
const leastLeft = 0.4;

/** Where a passage is after an edit; no span where it was deleted. */
function truthOf(draft: Draft, span: Span): { readonly span: Span | undefined; readonly disputed: boolean } {
  let [start, end, left] = [-1, -1, 0];
  for (let at = 0; at < draft.from.length; at++) {
    const from = draft.from[at]!;
    if (from < span.start || from >= span.end) continue;
    if (start < 0) start = at;
    end = at + 1;
    left += draft.same[at]!;
  }
  // A letter or a space that outlives its sentence is nothing.
  if (end - start < 2 && span.end - span.start > 3) return { span: undefined, disputed: false };
  return { span: { start, end }, disputed: left / (span.end - span.start) < leastLeft };
}

/** Words, phrases, sentences and passages of a text, each found once by its quote; one in ten without context. */
function selectors(text: string, wanted: number, random: () => number): Selector[] {
  const folded = fold(text);
  const [words, sentences] = [wordsOf(text), sentencesOf(text)];
  const paragraphs = [...text.matchAll(new RegExp(`[^${blockBorder}]+`, 'g'))].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const run = (length: number): Span => {
    const first = Math.floor(random() * Math.max(1, words.length - length));
    return { start: words[first]!.start, end: words[Math.min(words.length, first + length) - 1]!.end };
  };
  const makers: readonly (readonly [string, () => Span])[] = [
    ['word', () => run(1)],
    ['phrase', () => run(2 + Math.floor(random() * 5))],
    ['sentence', () => pick(sentences)],
    ['passage', () => run(35 + Math.floor(random() * 41))],
  ];
  const made: Selector[] = [];
  for (let [tries, failed] = [0, 0]; made.length < wanted && tries < 200 * wanted; tries++) {
    const [kind, make] = makers[made.length % makers.length]!;
    const span = make();
    const paragraph = paragraphs.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!paragraph) continue;
    const exact = text.slice(span.start, span.end);
    const alone = Math.floor(made.length / makers.length) % 10 === 9 && failed < 1000;
    const prefix = text.slice(Math.max(paragraph.start, span.start - 32), span.start);
    const suffix = text.slice(span.end, Math.min(paragraph.end, span.end + 32));
    const quote = alone ? { exact } : { exact, prefix, suffix };
    failed = find(folded, quote, 2).length === 1 ? 0 : failed + 1;
    if (failed === 0) made.push({ kind, quote, span });
  }
  return made;
}

function ownTexts(): string[] {
  return Array.from({ length: 6 }, (_, number) => article(number, 9000).join(blockBorder));
}

/** The texts of a folder, an empty line between paragraphs, of 9,000 characters at most. */
function textsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const paragraphs = readFileSync(join(folder, name), 'utf8').split(/\r?\n(?:[ \t]*\r?\n)+/);
      return paragraphs
        .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
        .filter((paragraph) => paragraph !== '')
        .join(blockBorder)
        .slice(0, 9000);
    });
}

/** A text of 1 MB with 1,000 quotes, after light edits of every kind. */
function benchLong(): void {
  const text = Array.from({ length: 112 }, (_, number) => article(number, 9000).join(blockBorder)).join(blockBorder);
  const quotes = selectors(text, 1000, numbers(5));
  const severity: Severity = 0;
  let draft = draftOf(text);
  for (const kind of [
    'typos mended',
    'sentences reworded',
    'insertions in passages',
    'paragraphs and sentences deleted',
    'phrases duplicated',
  ])
    draft = mutations[kind]!(draft, severity, numbers(3));
  const truths = quotes.map(({ span }) => truthOf(draft, span));
  for (const { name, anchor } of ways.slice(1)) {
    const scores = new Map<string, Score>();
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    const found = anchor(quotes, text, draft.text);
    const [seconds, used] = [(performance.now() - started) / 1000, process.cpuUsage(cpu)];
    for (const [i, truth] of truths.entries()) if (!truth.disputed) count(scores, 'all', truth.span, found[i]);
    say(
      `anchoring of ${quotes.length} quotes in ${(text.length / 1e6).toFixed(1)} MB, ${name}: ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} CPU s (goal ≤ 5), ${told(scores.get('all')!)} (≥ 95)`,
    );
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { texts: { type: 'string' }, kinds: { type: 'boolean', default: false } } });
  await benchAnchoring(values.texts === undefined ? ownTexts() : textsOf(values.texts), values.kinds);
}
