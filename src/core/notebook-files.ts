/**
 * A notebook as a file: written as Markdown to read, as JSON to keep, as W3C Web Annotations for other tools; the last two read again.
 * A file is written entry by entry, so that none is too long.
 */
import { entryOf, type Entry } from './notebook.ts';
import { fragmentFor, shownOf } from './text-fragment.ts';
import { blockSelectors } from './web-selectors.ts';

/** What is known of a document that entries are on. */
export interface Known {
  readonly title: string;
  /** In words, without the paragraph. */
  readonly citation: string;
  /** Absolute, without a fragment. */
  readonly address: string;
}

export interface About {
  readonly edition: string;
  /** Of the notebook's page. */
  readonly address: string;
  /** When the file is written: `2026-11-22T14:05:00.000Z`. */
  readonly at: string;
}

export interface Format {
  readonly extension: string;
  readonly type: string;
  readonly begin: (about: About) => string;
  /** Before the entries of each document. */
  readonly document: (known: Known) => string;
  readonly entry: (entry: Entry, known: Known, first: boolean) => string;
  readonly end: string;
}

/** What is said of an entry on a document that the edition does not have. */
export function unknownDocument(id: string, address: string): Known {
  return { title: id, citation: `“${id}”, which is not in this edition`, address };
}

/** The address of the words of an entry. */
export function addressIn({ block, quote }: Entry, { address }: Known): string {
  return address + fragmentFor(block, shownOf(quote));
}

/** Where the words are from, in words, with the address. */
export function citationOf(entry: Entry, known: Known): string {
  return `${known.citation}${entry.block > 0 ? `, ¶ ${entry.block}` : ''}, ${addressIn(entry, known)}`;
}

export const markdown: Format = {
  extension: 'md',
  type: 'text/markdown',
  begin: ({ edition, address, at }) => `# Notebook: ${plain(edition)}\n\nExported on ${at.slice(0, 10)} from <${address}>.\n`,
  document: ({ title }) => `\n## ${plain(title)}\n`,
  entry: (entry, known) =>
    [
      `\n> ${plain(entry.quote.exact.replaceAll(/\s+/g, ' ').trim())}\n`,
      ...(entry.note.trim() ? [`\n${plain(entry.note.trim())}\n`] : []),
      `\n— ${plain(known.citation)}${entry.block > 0 ? `, ¶ ${entry.block}` : ''}, <${addressIn(entry, known)}>\n`,
    ].join(''),
  end: '',
};

/** Text that Markdown shows letter for letter, whatever signs are in it: none of it is a link, an image or HTML. */
function plain(text: string): string {
  return text
    .replaceAll('\r', '')
    .replaceAll(/^[ \t]+/gm, '')
    .replaceAll(/[\\`*_[\]<>#~|&!$]/g, String.raw`\$&`)
    .replaceAll(/^([-+=]|\d{1,9}(?=[.)]))/gm, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

const name = 'variorum-notebook';
const version = 1;

export const json: Format = {
  extension: 'json',
  type: 'application/json',
  begin: ({ edition, address, at }) =>
    `{"format":"${name}","version":${version},"edition":${JSON.stringify(edition)},"address":${JSON.stringify(address)},"exported":"${at}","entries":[`,
  document: () => '',
  entry: (entry, known, first) =>
    `${first ? '' : ','}\n${JSON.stringify({ ...entry, citation: citationOf(entry, known), address: addressIn(entry, known) })}`,
  end: '\n]}\n',
};

const urn = 'urn:variorum:entry:';

export const annotations: Format = {
  extension: 'jsonld',
  type: 'application/ld+json',
  begin: ({ edition, address, at }) =>
    `{"@context":"http://www.w3.org/ns/anno.jsonld","id":${JSON.stringify(address)},"type":"AnnotationPage","label":${JSON.stringify(`Notebook: ${edition}`)},"modified":"${at}","items":[`,
  document: () => '',
  entry: (entry, known, first) => `${first ? '' : ','}\n${JSON.stringify(webAnnotation(entry, known))}`,
  end: '\n]}\n',
};

/** https://www.w3.org/TR/annotation-model/ */
function webAnnotation(entry: Entry, known: Known): object {
  const { id, quote, block, note, created, changed } = entry;
  return {
    id: urn + id,
    type: 'Annotation',
    motivation: note ? 'commenting' : 'highlighting',
    created,
    modified: changed,
    ...(note && { body: { type: 'TextualBody', value: note, format: 'text/plain', purpose: 'commenting' } }),
    target: {
      type: 'SpecificResource',
      source: known.address,
      selector: [{ type: 'TextQuoteSelector', ...quote }, ...blockSelectors(block)],
      'dcterms:bibliographicCitation': citationOf(entry, known),
    },
  };
}

/** What a file holds: each of its items, to be made an entry or refused; and the edition that it names. */
export interface Read {
  readonly edition: string | undefined;
  readonly items: readonly unknown[];
  readonly toEntry: (item: unknown) => Entry | string;
}

/** Larger files are not read. */
export const largestFile = 100_000_000;

/** Read a file that was exported as JSON or as Web Annotations; or say why it cannot be read. Entries are not looked at yet. */
export function readNotebook(text: string): Read | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'It is no JSON: it may have been cut off, or be a file of another kind. A notebook is imported from what was exported as JSON or as Web Annotations.';
  }
  const { format, version: made, edition, entries, type, items } = recordOf(value);
  if (format === name) {
    if (made !== version)
      return typeof made === 'number' && made > version
        ? 'It was exported by a later version of this reader, which keeps notebooks in another way.'
        : 'It says of no version that it is in.';
    if (!Array.isArray(entries)) return 'It has no list of entries.';
    return { edition: typeof edition === 'string' ? edition : undefined, items: entries, toEntry: entryOf };
  }
  if (type === 'AnnotationPage' && Array.isArray(items)) return { edition: undefined, items, toEntry: fromWebAnnotation };
  return 'It is neither a notebook nor a page of Web Annotations.';
}

function fromWebAnnotation(item: unknown): Entry | string {
  const { id, type, body, target, created, modified } = recordOf(item);
  if (type !== 'Annotation') return 'is no annotation';
  const { source, selector } = recordOf(target);
  const selectors = listOf(selector).map(recordOf);
  const document = typeof source === 'string' ? /\/documents\/([a-z0-9-]+)\/?(?:[?#]|$)/.exec(source)?.[1] : undefined;
  const quote = selectors.find((each) => each['type'] === 'TextQuoteSelector');
  const block = selectors.find((each) => each['type'] === 'FragmentSelector')?.['value'];
  const number = typeof block === 'string' ? /^p(\d{1,7})$/.exec(block)?.[1] : undefined;
  const texts = listOf(body).map((each) => (typeof each === 'string' ? each : recordOf(each)['value']));
  return entryOf({
    id: typeof id === 'string' && id.startsWith(urn) ? id.slice(urn.length) : id,
    document,
    quote,
    block: Number(number ?? 0),
    note: texts.filter((each) => typeof each === 'string').join('\n\n'),
    created: created ?? modified,
    changed: modified ?? created,
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
