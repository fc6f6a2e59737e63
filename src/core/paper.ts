/**
 * An edition on paper: how a document shares a sheet with its notes, whether one page can hold all of them, and what stands at the
 * head of each sheet.
 */
import type { Document } from './model.ts';
import { textOf } from './tree.ts';

/** More than these make a page that no browser prints gladly: some 500 sheets. */
export const mostOnPaper = { documents: 60, words: 150_000 } as const;

/** Whether an edition is short enough to be printed from one page. */
export function fitsOnPaper(documents: readonly { readonly wordCount: number }[]): boolean {
  const words = documents.reduce((sum, { wordCount }) => sum + wordCount, 0);
  return documents.length <= mostOnPaper.documents && words <= mostOnPaper.words;
}

/**
 * A stylesheet that gives each part of a page sheets of its own, with its title at their head (CSS Paged Media, named pages). No
 * browser takes a running title from the text (`string-set`).
 * @param parts ids of elements, ids of CSS at once: letters, digits, hyphens, the first a letter
 */
export function sheetRules(parts: readonly { readonly id: string; readonly title: string }[]): string {
  const rules = parts.map(
    ({ id, title }) => `@page ${id} {\n  @top-right {\n    content: ${cssString(title)};\n  }\n}\n#${id} {\n  page: ${id};\n}\n`,
  );
  return rules.join('');
}

/** A text as a string of CSS (CSS Syntax 3, 4.3.5). */
export function cssString(text: string): string {
  return `"${text.replaceAll(/["\\<>\p{Cc}]/gu, (sign) => (sign === '\0' ? '\ufffd' : `\\${sign.charCodeAt(0).toString(16)} `))}"`;
}

/**
 * How wide the text stands on a sheet, so that its notes beside it are about as high: else the one or the other column is empty. Where
 * the notes are more than twice the text, no column would do, and each paragraph has its notes below it.
 */
export function columnOf({
  words,
  annotations,
  statements,
  events,
}: Pick<Document, 'words' | 'annotations' | 'statements' | 'events'>): Column {
  let beside = statements.length * letters.elsewhere + events.length * letters.event;
  for (const { body, more, references } of annotations)
    beside += textOf(body).length + (more ? textOf(more).length : 0) + letters.note + references.length * letters.reference;
  return beside <= words.length * 1.15 ? 'wide' : beside <= words.length * 2.2 ? 'middle' : 'below';
}

export type Column = 'wide' | 'middle' | 'below';

/** About how long what stands beside a text is on paper, besides the words of its editor. */
const letters = { note: 20, reference: 45, elsewhere: 80, event: 25 } as const;
