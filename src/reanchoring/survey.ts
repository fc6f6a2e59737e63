/**
 * Every quote of an edition that no longer fits its text, with where its words stand now.
 */
import type { Place, Span } from '../core/model.ts';
import { find, type TextQuote } from '../core/quote.ts';
import { reanchor, type Anchored } from '../core/reanchor.ts';
import { openCache } from '../edition/cache.ts';
import type { EditionFiles, SourceFile } from '../edition/files.ts';
import { formerTexts } from '../edition/history.ts';
import { readDocument, type LoadedDocument } from '../edition/load-document.ts';
import { readYaml } from '../edition/yaml.ts';

/** A quote as it stands in an annotations file. */
export interface Quote {
  readonly note: string;
  readonly file: string;
  /** Which note of the file it is of, from 0. */
  readonly index: number;
  readonly place: Place;
  readonly quote: TextQuote;
}

/** A quote that is not found exactly once. */
export interface Misfit extends Quote {
  readonly document: LoadedDocument;
  readonly found: Anchored;
  /** Where it was on the latest text on which it was right, and the commit of that; undefined where no such text is known. */
  readonly former?: { readonly words: string; readonly span: Span; readonly commit: string } | undefined;
}

/**
 * The misfits of an edition, by file and line.
 * @param language of documents that do not say theirs
 * @param only ids of documents; none for all
 */
export function misfitsOf(files: EditionFiles, language: string, only: readonly string[] = []): Misfit[] {
  const sources = new Map(files.documents.map((document) => [document.id, document]));
  return files.annotations.flatMap((annotations) => {
    const source = only.length === 0 || only.includes(annotations.id) ? sources.get(annotations.id) : undefined;
    if (!source) return [];
    const document = parsed(source, language);
    const broken = document.valid ? quotesIn(annotations).filter(({ quote }) => find(document.folded, quote, 2).length !== 1) : [];
    return broken.length > 0 ? located(broken, document, source, language) : [];
  });
}

/** The quotes of an annotations file. What is no note at all is for `npm run check` to tell. */
function quotesIn({ text, file }: SourceFile): Quote[] {
  const yaml = readYaml(text, file, []);
  if (!yaml || !Array.isArray(yaml.value)) return [];
  return yaml.value.flatMap((note: unknown, index) => {
    const { id, quote } = (note ?? {}) as { id?: unknown; quote?: unknown };
    const wanted = typeof quote === 'string' ? { exact: quote } : (quote as Partial<TextQuote> | null | undefined);
    if (typeof id !== 'string' || typeof wanted?.exact !== 'string') return [];
    return [{ note: id, file, index, place: yaml.placeOf([index, 'quote']), quote: wanted as TextQuote }];
  });
}

/** Each by the latest text on which it was right, where git has one; else by itself. */
function located(broken: readonly Quote[], document: LoadedDocument, source: SourceFile, language: string): Misfit[] {
  let open = broken;
  const done: Misfit[] = [];
  for (const { text, commit } of formerTexts(source.file)) {
    const before = parsed({ ...source, text }, language).folded;
    const right = open.flatMap((quote) => {
      const places = find(before, quote.quote, 2);
      return places.length === 1 ? [{ ...quote, was: places[0]! }] : [];
    });
    const found = reanchor(right, document.folded, before);
    for (const [i, { was, ...quote }] of right.entries())
      done.push({ ...quote, document, found: found[i]!, former: { words: before.original, span: was, commit } });
    open = open.filter((quote) => !right.some(({ note, index }) => note === quote.note && index === quote.index));
    if (open.length === 0) break;
  }
  const found = reanchor(open, document.folded);
  for (const [i, quote] of open.entries()) done.push({ ...quote, document, found: found[i]! });
  return done.sort((a, b) => a.index - b.index);
}

function parsed(source: SourceFile, language: string): LoadedDocument {
  return readDocument(source, language, openCache(undefined), []);
}
