/**
 * How well the importer does on the noisy texts: for the test, which holds floors, and for the bench, which prints them.
 */
import type { Draft } from '../../src/importing/draft.ts';
import { textOfTree } from '../../src/importing/to-mdx.ts';
import { fromText } from '../../src/importing/from-text.ts';
import { breachOf } from '../../src/importing/law.ts';
import { fold } from '../../src/core/words.ts';
import type { NoisyText, Truth } from './noisy-texts.ts';

export interface Scores {
  readonly cases: number;
  readonly paragraphs: Ratio;
  readonly headings: Ratio;
  readonly aside: Ratio;
  /** Shares of the cases that have it and got it right, or rightly have none. */
  readonly title: number;
  readonly author: number;
  readonly published: number;
  readonly section: number;
  readonly standfirst: number;
  /** Words that are neither kept nor recorded. */
  readonly lost: number;
  /** Cases without any fault. */
  readonly perfect: number;
  readonly faults: readonly string[];
}

export interface Ratio {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Import each text and compare it with its truth, letter for letter but for how it is spaced and quoted. */
export function noisyScores(texts: readonly NoisyText[]): Scores {
  const [paragraphs, headings, aside] = [new Tally(), new Tally(), new Tally()];
  const right = { title: 0, author: 0, published: 0, section: 0, standfirst: 0 };
  let lost = 0;
  let perfect = 0;
  const faults: string[] = [];
  for (const { name, bytes, truth } of texts) {
    const draft = fromText({ name, bytes });
    const own: string[] = [
      ...paragraphs.count('paragraph', textsOf(draft, 'paragraph'), truth.paragraphs),
      ...headings.count('heading', textsOf(draft, 'heading'), truth.headings),
      ...aside.count(
        'aside',
        draft.aside.flatMap((each) => each.text.split('\n')),
        truth.aside,
      ),
    ];
    for (const [key, value, expected] of headOf(draft, truth)) {
      if (value === expected) right[key]++;
      else own.push(`${key}: ${value ?? 'none'} ≠ ${expected ?? 'none'}`);
    }
    const breach = breachOf(draft.visible, keptTexts(draft));
    lost += (breach?.lost.length ?? 0) + (breach?.added.length ?? 0);
    if (own.length === 0) perfect++;
    faults.push(...own.map((fault) => `${name} · ${fault}`));
  }
  const share = (count: number): number => count / texts.length;
  return {
    cases: texts.length,
    paragraphs: paragraphs.ratio(),
    headings: headings.ratio(),
    aside: aside.ratio(),
    title: share(right.title),
    author: share(right.author),
    published: share(right.published),
    section: share(right.section),
    standfirst: share(right.standfirst),
    lost,
    perfect: share(perfect),
    faults,
  };
}

/** Every text of a draft that the law counts as kept or set aside. */
export function keptTexts(draft: Draft): string[] {
  const head = Object.values(draft.head).flatMap((found) => (found?.kept === undefined ? [] : [found.kept]));
  return [...head, ...textsOf(draft), ...draft.aside.map((each) => each.text)];
}

/** The texts of the body's blocks, of one kind or all; lines of verse, items and cells divided by line ends. */
export function textsOf(draft: Draft, type?: 'paragraph' | 'heading'): string[] {
  return draft.body.children.flatMap((block) => (type === undefined || block.type === type ? [textOfTree(block).replace(/\n+$/, '')] : []));
}

function headOf(
  { head }: Draft,
  truth: Truth,
): ['title' | 'author' | 'published' | 'section' | 'standfirst', string | undefined, string | undefined][] {
  const plain = (text: string | undefined): string | undefined => (text === undefined ? undefined : plainly(text));
  return [
    ['title', plain(head.title?.derived ? undefined : head.title?.value), plain(truth.title)],
    ['author', plain(head.author?.value), plain(truth.author)],
    ['published', head.published?.value, truth.published],
    ['section', plain(head.section?.value), truth.section.length > 0 ? plainly(truth.section.join(' · ')) : undefined],
    ['standfirst', plain(head.standfirst?.value), plain(truth.standfirst)],
  ];
}

function plainly(text: string): string {
  return fold(text).text.trim();
}

class Tally {
  #right = 0;
  #found = 0;
  #expected = 0;

  /** Compare as multisets; what is in one alone is told. */
  count(what: string, found: readonly string[], expected: readonly string[]): string[] {
    const left = new Map<string, number>();
    for (const text of expected.map(plainly)) left.set(text, (left.get(text) ?? 0) + 1);
    const faults: string[] = [];
    this.#expected += expected.length;
    this.#found += found.length;
    for (const text of found.map(plainly)) {
      const count = left.get(text) ?? 0;
      if (count > 0) {
        this.#right++;
        left.set(text, count - 1);
      } else faults.push(`no ${what}: ${text}`);
    }
    for (const [text, count] of left) if (count > 0) faults.push(`missed ${what}: ${text}`);
    return faults;
  }

  ratio(): Ratio {
    const precision = this.#found === 0 ? 1 : this.#right / this.#found;
    const recall = this.#expected === 0 ? 1 : this.#right / this.#expected;
    return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  }
}
