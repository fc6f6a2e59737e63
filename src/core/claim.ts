/**
 * The nouns of what documents say: claims with their statements, and events. What follows from them is computed in `claims`.
 */
import type { Root } from 'hast';
import type { Backlink, Block, Place, Span } from './model.ts';

/** Words of a document that say something on a claim or tell of an event. */
export interface Passage extends Span {
  readonly document: string;
  readonly block: Block;
  /** True where it is a block as a whole, so that no words of it are marked. */
  readonly whole: boolean;
  /** As they stand in the document, spaces made single. */
  readonly words: string;
}

/** Who says something, or from whom it is had: a term or a document of the edition, or a name alone. */
export interface Voice {
  readonly name: string;
  readonly term?: string | undefined;
  readonly document?: string | undefined;
}

/** What is answered, in the unit of the claim. */
export type Value =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'about'; readonly number: number }
  | { readonly kind: 'range'; readonly min?: number | undefined; readonly max?: number | undefined }
  /** A share of the values of another claim. */
  | { readonly kind: 'share'; readonly percent: number; readonly of: string }
  | { readonly kind: 'date'; readonly date: string };

export interface Part {
  readonly label: string;
  readonly value: Value;
}

/** What one document says on a claim. */
export interface Statement {
  readonly claim: string;
  /** From 1, in the order of the edition's documents and then of their words. `/claims/CLAIM/#s1`. */
  readonly number: number;
  readonly passage: Passage;
  /** Of a claim with a unit. */
  readonly value?: Value | undefined;
  /** Of a claim without one: a key of the claim's positions. */
  readonly position?: string | undefined;
  /** EDTF: the time that it speaks of; else when its document was published; undefined where neither is known. */
  readonly time: string | undefined;
  /** Whether the time is the statement's own: only such times keep two statements apart. */
  readonly timed: boolean;
  /** The whole that it speaks of: its own, else the claim's. */
  readonly scope: string | undefined;
  readonly said_by?: Voice | undefined;
  readonly origin?: Voice | undefined;
  readonly parts: readonly Part[];
  readonly note?: Root | undefined;
}

/** A question that several documents answer. */
export interface Claim {
  readonly id: string;
  readonly file: string;
  readonly question: string;
  readonly topic?: string | undefined;
  /** A noun in the plural; `date` of dates; undefined where the answers are words. */
  readonly unit?: string | undefined;
  readonly scope?: string | undefined;
  /** The possible answers of a claim without a unit: labels by key. */
  readonly positions: ReadonlyMap<string, string>;
  readonly note?: Root | undefined;
  readonly statements: readonly Statement[];
  /** Documents that say nothing on it, in the edition's order. */
  readonly silent: readonly string[];
  readonly backlinks: readonly Backlink[];
}

/** Something that happened, with every passage that tells of it. */
export interface Event {
  readonly id: string;
  /** EDTF, intervals too. */
  readonly date: string;
  readonly date_note?: string | undefined;
  readonly title: string;
  readonly summary?: Root | undefined;
  /** A term. */
  readonly place?: string | undefined;
  /** In the edition's order. */
  readonly passages: readonly Passage[];
  readonly backlinks: readonly Backlink[];
  readonly written: () => Place;
}
