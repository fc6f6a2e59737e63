/**
 * The law of import: the words of the source are the words of the document and the words set aside, each as often.
 */
import { fold } from '../core/words.ts';

export interface Breach {
  /** Words of the source that are in neither, each as often as it is missing. */
  readonly lost: readonly string[];
  /** Words that the source does not have. */
  readonly added: readonly string[];
}

/**
 * Compare as multisets. A word is a run of letters, marks and digits, or a sign (currency, arithmetic, emoji); what a reader
 * does not see and how words are spaced, quoted and divided does not count.
 * @returns undefined where the law is kept
 */
export function breachOf(source: string, kept: Iterable<string>): Breach | undefined {
  const balance = new Map<string, number>();
  const count = (text: string, by: number): void => {
    for (const word of wordsOf(text)) balance.set(word, (balance.get(word) ?? 0) + by);
  };
  count(source, 1);
  for (const text of kept) count(text, -1);
  const lost: string[] = [];
  const added: string[] = [];
  for (const [word, n] of balance) for (let i = 0; i < Math.abs(n); i++) (n > 0 ? lost : added).push(word);
  return lost.length + added.length > 0 ? { lost, added } : undefined;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\p{M}+|\p{S}/gu;

/** The words of a text as the law counts them, in order. */
export function wordsOf(text: string): string[] {
  return fold(text).text.match(word) ?? [];
}
