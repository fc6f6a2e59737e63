/**
 * The nouns of an import: what a format makes of a file, before it is written as a document and its record.
 */
import type { Root } from 'mdast';

/** A file as it came. */
export interface Source {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a piece of visible text is not in the document. */
export const reasons = [
  'navigation',
  'player',
  'share',
  'related',
  'caption-duplicate',
  'advert',
  'comment',
  'footer',
  /** Its information stands in the head, in another form: “By Jane Doe”, “5 April 2021”. */
  'metadata',
  'unsure',
] as const;
export type Reason = (typeof reasons)[number];

/** A piece of visible text that was set aside, verbatim. */
export interface Aside {
  readonly text: string;
  /** Where it stood, for a person: `line 12`, `nav > ul > li`, `page 3`, `word/header1.xml`. */
  readonly at: string;
  readonly reason: Reason;
}

/** A change to the words themselves, or to what divides them. */
export interface Repair {
  readonly was: string;
  readonly is: string;
  readonly at: string;
  /** One clause: `mojibake`, `control character`, `split from the label “More info”`. */
  readonly why: string;
}

/** Something that a person should look at. */
export interface Flag {
  readonly message: string;
  readonly at: string;
}

/** A value of the head, with where it was found. */
export interface Found {
  readonly value: string;
  /** For a person: `line 5`, `JSON-LD headline`, `og:title`, `first sentence`. */
  readonly from: string;
  /** Of title, section and standfirst: the visible words that stand in the head instead of the body, the same as the value's; else undefined. */
  readonly kept?: string | undefined;
  /** True where the value was made for want of one, as a title from the first words. */
  readonly derived?: boolean;
}

export const headKeys = ['title', 'section', 'standfirst', 'author', 'published', 'publisher', 'url', 'language'] as const;
/** Those whose words may have stood in the source's text. */
export const keptKeys = ['title', 'section', 'standfirst'] as const;
export type HeadKey = (typeof headKeys)[number];
export type Head = { readonly [key in HeadKey]?: Found | undefined };

/** What a format makes of a file. */
export interface Draft {
  /** The encoding that the bytes were read in, and how it was known: `utf-8`, `windows-1252 (detected)`; undefined for binary formats. */
  readonly encoding?: string | undefined;
  readonly head: Head;
  /** GFM in mdast, text nodes without line ends. Headings begin at depth 2. Only http, https and mailto links; no HTML, no images. */
  readonly body: Root;
  readonly aside: readonly Aside[];
  readonly repairs: readonly Repair[];
  readonly flags: readonly Flag[];
  /** Every word that a reader of the source sees, after the repairs, found on a way of its own: the law is held against it. */
  readonly visible: string;
}

/** A file of this format cannot be imported: a sentence for the editor, with what to do. */
export class Unreadable extends Error {
  readonly suggestion: string;
  constructor(message: string, suggestion: string) {
    super(message);
    this.suggestion = suggestion;
  }
}
