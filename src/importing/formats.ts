/**
 * Which way a file goes, by the end of its name. A format's libraries are loaded when the first file of it comes.
 */
import { extname } from 'node:path';
import type { Draft, Source } from './draft.ts';

type Read = (source: Source) => Draft | Promise<Draft>;
export type FormatName = 'text' | 'html' | 'markdown' | 'word' | 'pdf';

interface Format {
  readonly name: FormatName;
  /** Its bytes are the words: a document is about as large as its file. */
  readonly plain?: true;
  readonly load: () => Promise<Read>;
}

const text: Format = { name: 'text', plain: true, load: async () => (await import('./from-text.ts')).fromText };
const html: Format = { name: 'html', load: async () => (await import('./from-html.ts')).fromHtml };
const markdown: Format = { name: 'markdown', plain: true, load: async () => (await import('./from-markdown.ts')).fromMarkdown };
const word: Format = { name: 'word', load: async () => (await import('./from-docx.ts')).fromDocx };
const pdf: Format = { name: 'pdf', load: async () => (await import('./from-pdf.ts')).fromPdf };

const formats: ReadonlyMap<string, Format> = new Map([
  ['.txt', text],
  ['.html', html],
  ['.htm', html],
  ['.md', markdown],
  ['.markdown', markdown],
  ['.docx', word],
  ['.pdf', pdf],
]);

/** What people have in a folder of their own, and what to do with it. */
const hints: ReadonlyMap<string, string> = new Map([
  ['.doc', 'Save it as .docx.'],
  ['.rtf', 'Save it as .docx.'],
  ['.odt', 'Save it as .docx.'],
  ['.pages', 'Export it as .docx.'],
  ['.mhtml', 'Save the page as “HTML only”.'],
  ['.mht', 'Save the page as “HTML only”.'],
  ['.epub', 'Unpack it, and import its .html files.'],
  ['.mdx', 'Put it into documents/ as it is: it is a document already.'],
]);

/** The format of a file, or undefined. */
export function formatOf(name: string): Format | undefined {
  return formats.get(extname(name).toLowerCase());
}

/** Whether a file is a text of a kind that people would want to import, though it cannot be. */
export function isMissed(name: string): boolean {
  return hints.has(extname(name).toLowerCase());
}

/** What can be done with a file that is of no format: a sentence. */
export function hintFor(name: string): string {
  return hints.get(extname(name).toLowerCase()) ?? `Files that end in ${[...formats.keys()].join(', ')} can be imported.`;
}
