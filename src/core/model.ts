/**
 * The nouns of an edition. Every offset is in UTF-16 code units of the document's flat words (`core/tree`).
 */
import type { Element, Root } from 'hast';
import type { Claim, Event, Passage, Statement } from './claim.ts';
import type { Reckoning } from './claims.ts';

export interface Place {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export const annotationKinds = ['gloss', 'context', 'check', 'source', 'question'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

export const relations = ['supports', 'disputes', 'repeats', 'updates', 'explains', 'see'] as const;
export type Relation = (typeof relations)[number];

export const verdicts = ['supported', 'disputed', 'unsupported', 'outdated', 'unverifiable'] as const;
export type Verdict = (typeof verdicts)[number];

export const termKinds = ['concept', 'person', 'place', 'organisation', 'event'] as const;
export type TermKind = (typeof termKinds)[number];

export const textRelations = ['original', 'restated', 'excerpt'] as const;
export const sourceTypes = ['editorial', 'analysis', 'news', 'synopsis', 'report', 'speech', 'letter', 'other'] as const;

/** Where the words of a document come from. What is not known is left out. */
export interface Source {
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  /** EDTF, or `unknown`. */
  readonly published?: string | undefined;
  readonly published_note?: string | undefined;
  readonly url?: string | undefined;
  readonly type?: (typeof sourceTypes)[number] | undefined;
  readonly rights?: string | undefined;
}

/** A run of a document's words, within one block. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A numbered top-level paragraph, list, quotation, table, figure or code block; or the footnotes, which have number 0. */
export interface Block extends Span {
  readonly number: number;
  readonly element: Element;
  /** How many headings stand before it: mentions are linked once in a section. */
  readonly section: number;
}

export interface Heading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** One typed link from a passage to a passage, a term, a note or an outside source. */
export interface Reference {
  readonly to: string;
  readonly relation: Relation;
  readonly title?: string | undefined;
}

/** Where a link of the edition leads. */
export type Target =
  | { readonly kind: 'document'; readonly document: string; readonly block?: number | undefined }
  | { readonly kind: 'heading'; readonly document: string; readonly heading: string }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'note'; readonly document: string; readonly note: string }
  | { readonly kind: 'claim'; readonly claim: string }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'outside'; readonly url: string };

/** A note as its editor wrote it, value by value; one in place has its Markdown as it stands in the text. */
export interface WrittenNote {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** Left out of a note in place that is on all of its block before it. */
  readonly quote?:
    | string
    | { readonly exact: string; readonly prefix?: string | undefined; readonly suffix?: string | undefined }
    | { readonly paragraph: number }
    | undefined;
  readonly body: string;
  readonly more?: string | undefined;
  readonly references?: readonly Reference[] | undefined;
  readonly check?: { readonly verdict: Verdict; readonly checked: string | number } | undefined;
  readonly author?: string | undefined;
  readonly created?: string | number | undefined;
  readonly changed?: string | number | undefined;
  /** In place of a quote: the one that it had. */
  readonly lost?:
    | {
        readonly since: string | number;
        readonly quote: string | { readonly exact: string; readonly prefix?: string | undefined; readonly suffix?: string | undefined };
      }
    | undefined;
}

/** What a note says, wherever it stands. */
export interface Note {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly body: Root;
  readonly more?: Root | undefined;
  readonly references: readonly Reference[];
  readonly check?: { readonly verdict: Verdict; readonly checked: string } | undefined;
  readonly author?: string | undefined;
  /** EDTF: as its editor says, else as git remembers where it is asked; not known of a note in place. */
  readonly created?: string | undefined;
  readonly changed?: string | undefined;
  readonly written: WrittenNote;
  /** Where it is written: looked up when it is asked for. */
  readonly place: () => Place;
  /** The place of a part of it, such as `['references', 0, 'to']`. */
  readonly partPlace: (part: readonly (string | number)[]) => Place;
}

/** A note on a passage. */
export interface Annotation extends Note {
  /** In the order of the markers, from 1. */
  readonly number: number;
  readonly span: Span;
  /** True where the note is on its whole block, so that no words of it are marked. */
  readonly whole: boolean;
  readonly block: Block;
}

/** A note whose words are no longer in its document: it is kept, and has no number. */
export interface LostNote extends Note {
  /** EDTF. */
  readonly since: string;
  /** The words that it was on. */
  readonly quote: string;
}

/** One place in a document where a form of a term occurs. */
export interface Mention extends Span {
  readonly term: string;
  readonly block: Block;
  /** True where the document itself links the words to the term. */
  readonly authored: boolean;
}

export interface Term {
  readonly id: string;
  /** Whether it is found only where a document says so. */
  readonly marked?: boolean;
  readonly file: string;
  readonly term: string;
  readonly kind: TermKind;
  readonly definition: Root;
  readonly forms: readonly string[];
  readonly caseSensitive: boolean;
  readonly same_as: readonly string[];
  readonly see: readonly string[];
  readonly article: Root;
  readonly mentions: readonly TermMention[];
  readonly backlinks: readonly Backlink[];
}

/** A mention as the page of its term shows it. */
export interface TermMention {
  readonly document: string;
  readonly block: number;
  /** The sentence in three parts: before the form, the form as it is spelled there, after. */
  readonly sentence: readonly [string, string, string];
}

/** Something of the edition that points to the page it is listed on. */
export interface Backlink {
  readonly from:
    /** A note without a place has no number, and stands on no block: 0. */
    | {
        readonly kind: 'note';
        readonly document: string;
        readonly note: string;
        readonly number: number | undefined;
        readonly block: number;
      }
    | { readonly kind: 'term'; readonly term: string }
    | { readonly kind: 'claim'; readonly claim: string }
    | { readonly kind: 'event'; readonly event: string }
    /** The document's own text: the number of a block, for a heading that of the next one; 0 for its footnotes and what stands after the last block. */
    | { readonly kind: 'document'; readonly document: string; readonly block: number };
  readonly relation: Relation | 'mentions';
  /** The block it points to; without it, the page as a whole. */
  readonly block?: number | undefined;
}

export interface Document {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly text: (typeof textRelations)[number];
  readonly summary?: string | undefined;
  readonly section?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly source: Source;
  readonly derived_from?: string | undefined;
  readonly language: string;
  /** The words of its blocks. Headings are no part of them: no note stands on one, and no term is found in one. */
  readonly words: string;
  readonly wordCount: number;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** In the order of their numbers. */
  readonly annotations: readonly Annotation[];
  /** The notes without a place, as their file has them; each as its page shows it, made when asked for. */
  readonly lost: readonly (LostNote & { readonly html: string })[];
  readonly mentions: readonly Mention[];
  /** What it says on claims, in the order of its words. */
  readonly statements: readonly Statement[];
  /** What it tells of, in the order of its words. */
  readonly events: readonly { readonly event: Event; readonly passage: Passage }[];
  readonly backlinks: readonly Backlink[];
  /** The woven text: words, numbers, marks, markers and notes. Made when asked for, anew each time. */
  readonly html: string;
}

export interface Edition {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly description: string;
  readonly language: string;
  readonly editors: readonly string[];
  readonly licence: string;
  /** In the edition's order. */
  readonly documents: readonly Document[];
  /** By headword. */
  readonly terms: readonly Term[];
  /** By topic as the files have them, each topic where its first claim stands; then by id. */
  readonly claims: readonly Claim[];
  /** By date. */
  readonly events: readonly Event[];
  /** The claims, ready to be compared. */
  readonly reckoning: Reckoning;
  /** Names of the images that its documents show, relative to `images/`, in order: only these are published. */
  readonly images: readonly string[];
}
