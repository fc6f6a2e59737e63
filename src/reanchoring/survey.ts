/**
 * Every quote of an edition that no longer fits its text, with where its words stand now.
 */
import type { Place, Span } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { find, type TextQuote } from '../core/quote.ts';
import { reanchor, type Anchored } from '../core/reanchor.ts';
import { openCache } from '../edition/cache.ts';
import type { EditionFiles, SourceFile } from '../edition/files.ts';
import { commitOf, formerTexts, textIn } from '../edition/history.ts';
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
 * The misfits of an edition, by file and line: quotes that do not stand once; and, where git knows the text on which the notes were
 * last edited, those that stand once by now, but elsewhere, for their own words are gone.
 * @param language of documents that do not say theirs
 * @param only ids of documents; none for all
 * @param problems what kept a file from being looked at
 */
export function misfitsOf(files: EditionFiles, language: string, only: readonly string[], problems: Problem[]): Misfit[] {
  const sources = new Map(files.documents.map((document) => [document.id, document]));
  problems.push(...files.problems.filter(({ severity }) => severity === 'error'));
  return files.annotations.flatMap((annotations) => {
    if (only.length > 0 && !only.includes(annotations.id)) return [];
    const source = sources.get(annotations.id);
    const quotes = quotesIn(annotations, problems);
    if (!source) {
      const place = { file: annotations.file, line: 1, column: 1 };
      problems.push(problem('unknown-document', place, `There is no document “${annotations.id}” that can be read.`));
      return [];
    }
    const faults: Problem[] = [];
    const document = readDocument(source, language, openCache(undefined), faults);
    if (!document.valid) {
      problems.push(...faults.filter(({ severity }) => severity === 'error'));
      return [];
    }
    const broken = quotes.filter(({ quote }) => find(document.folded, quote, 2).length !== 1);
    const strayed = strays(
      quotes.filter((quote) => !broken.includes(quote)),
      annotations,
      document,
      source,
      language,
    );
    return [...(broken.length > 0 ? located(broken, document, source, language) : []), ...strayed].sort((x, y) => x.index - y.index);
  });
}

/** Quotes that stand once, held against the text as it was when the notes were last edited: a look-alike is not their place. */
function strays(
  quotes: readonly Quote[],
  annotations: SourceFile,
  document: LoadedDocument,
  source: SourceFile,
  language: string,
): Misfit[] {
  const commit = commitOf(annotations.file);
  const text = commit && textIn(commit, source.file);
  if (!commit || !text || text === source.text) return [];
  const before = parsed({ ...source, text }, language).folded;
  const known = quotes.flatMap((quote) => {
    const places = find(before, quote.quote, 2);
    return places.length === 1 ? [{ ...quote, was: places[0]! }] : [];
  });
  const found = reanchor(known, document.folded, before);
  return known.flatMap(({ was, ...quote }, i) =>
    found[i]!.state === 'exact' ? [] : [{ ...quote, document, found: found[i]!, former: { words: before.original, span: was, commit } }],
  );
}

/** The quotes of an annotations file. What is no note at all is for `npm run check` to tell. */
function quotesIn({ text, file }: SourceFile, problems: Problem[]): Quote[] {
  const yaml = readYaml(text, file, problems);
  if (!yaml || !Array.isArray(yaml.value)) return [];
  return yaml.value.flatMap((note: unknown, index) => {
    const { id, quote } = (note ?? {}) as { id?: unknown; quote?: unknown };
    const wanted = typeof quote === 'string' ? { exact: quote } : (quote as Partial<TextQuote> | null | undefined);
    if (typeof id !== 'string' || typeof wanted?.exact !== 'string') return [];
    if (![wanted.prefix, wanted.suffix].every((each) => each === undefined || typeof each === 'string')) return [];
    return [{ note: id, file, index, place: yaml.placeOf([index, 'quote']), quote: wanted as TextQuote }];
  });
}

/** Each by the latest text on which it was right, where git has one; else by itself. */
function located(broken: readonly Quote[], document: LoadedDocument, source: SourceFile, language: string): Misfit[] {
  let open = broken;
  const done: Misfit[] = [];
  const file = broken[0]!.file;
  for (const { text, commit } of formerTexts(source.file)) {
    // What was no note of that time was not right on that text.
    const noted = textIn(commit, file) ?? '';
    const before = parsed({ ...source, text }, language).folded;
    const right = open.flatMap((quote) => {
      const places = find(before, quote.quote, 2);
      return places.length === 1 && noted.includes(quote.note) ? [{ ...quote, was: places[0]! }] : [];
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
