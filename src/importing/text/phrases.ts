/**
 * How the words of page furniture are written down: the table of a language, and lists of phrases.
 */
import type { Reason } from '../draft.ts';

export type FurnitureReason = Exclude<Reason, 'metadata' | 'unsure' | 'caption-duplicate'>;

export interface Vocabulary {
  /** Whole lines. Those with `…` are furniture only where no full stop ends the line: “Share on Telegram”, not “Share on share, they paid.” */
  readonly lines: Partial<Readonly<Record<FurnitureReason, readonly string[]>>>;
  /** Whole lines that are furniture even as sentences. */
  readonly sentences?: Partial<Readonly<Record<FurnitureReason, readonly string[]>>>;
  /** Labels above links to other articles, alone on a line or before a colon; what follows them is related. */
  readonly related: readonly string[];
  /** Labels of a link that a copied page may glue to the next sentence. */
  readonly labels: readonly string[];
  /** What a caption begins with, before a colon. */
  readonly captions: readonly string[];
  /** What a credit within brackets begins with at a caption's end. */
  readonly credits?: readonly string[];
  readonly by: readonly string[];
  /** What stands before a date: of publication, of an update. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** January to December, each with its other spellings. */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly string[];
  /** Names of sections, which stand above a title and are none. */
  readonly sections: readonly string[];
}

/** The phrases between `|`. */
export function list(words: TemplateStringsArray): string[] {
  return words
    .join('')
    .split('|')
    .map((phrase) => phrase.trim());
}
