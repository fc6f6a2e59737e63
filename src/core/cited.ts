/**
 * What is cited and which part of it, and what all forms of citation make of it alike.
 */

/** A person whose family name is known, or any other name as it is. Spelled as CSL-JSON has it. */
export type Name = { readonly family: string; readonly given: string } | { readonly literal: string };

/** What is cited: a page of the edition. */
export interface Citable {
  readonly id: string;
  readonly type: 'chapter' | 'entry';
  readonly title: string;
  /** Who wrote it, as far as it is known. */
  readonly authors: readonly Name[];
  /** Who published the source. */
  readonly publisher?: string | undefined;
  /** EDTF, or `unknown`; left out where nothing is said. */
  readonly date?: string | undefined;
  /** Between it and the edition: “in”, “restated in”. */
  readonly how: string;
  readonly edition: string;
  readonly editors: readonly Name[];
  readonly language: string;
}

/** Which part of it, and where that is found. */
export interface Cited {
  readonly address: string;
  readonly paragraph?: number | undefined;
  /** Words of the paragraph, as they are quoted. */
  readonly words?: string | undefined;
  /** The day of access, ISO 8601. */
  readonly accessed?: string | undefined;
}

/** Words as a citation quotes them: one line, and of many their beginning, to the end of a sentence where there is one. */
export function quotedWords(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const start = line.slice(0, longest);
  const sentences = /^.*[.!?…。！？؟][”’"')\]»]*(?=\s)/.exec(start)?.[0];
  if (sentences && sentences.length > longest / 3) return sentences;
  return `${start.replace(/\s+\S*$|[\ud800-\udbff]$/, '')} …`;
}

const longest = 280;

/** Who leads the citation: the authors, with who published it besides; or who published it, where no author is known. */
export function leadOf({ authors, publisher }: Citable): { leading: readonly Name[]; publisher?: string | undefined } {
  if (authors.length > 0) return { leading: authors, publisher };
  return { leading: publisher === undefined ? [] : [{ literal: publisher }] };
}

/** The key under which a record stands. */
export function keyOf({ id }: Citable, { paragraph }: Cited): string {
  return paragraph ? `${id}-p${paragraph}` : id;
}

/** In double quotation marks; those within become single. */
export function quoted(text: string): string {
  const inner = text.replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', "'");
  return `“${isolated(inner)}”`;
}

/** Among words that run from left to right, words from right to left keep to themselves what stands beside them. */
export function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** With a capital. */
export function upper(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
