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
    const standing = quotes.filter((quote) => !broken.includes(quote));
    const former = { source, language };
    return [...located(broken, document, former), ...strays(standing, annotations, document, former)].sort((x, y) => x.index - y.index);
  });
}

/** Quotes that stand once, held against the text as it was when the notes were last edited: a look-alike is not their place. */
function strays(quotes: readonly Quote[], annotations: SourceFile, document: LoadedDocument, former: Former): Misfit[] {
  const commit = commitOf(annotations.file);
  const text = commit && textIn(commit, former.source.file);
  if (!commit || !text || text === former.source.text) return [];
  return heldAgainst(text, commit, quotes, document, former).filter(({ found }) => found.state !== 'exact');
}

/** What is needed to read another text of a document. */
interface Former {
  readonly source: SourceFile;
  readonly language: string;
}

/** Those quotes that were right on a former text, with what became of them since. */
function heldAgainst(
  text: string,
  commit: string,
  quotes: readonly Quote[],
  document: LoadedDocument,
  { source, language }: Former,
): Misfit[] {
  const before = readDocument({ ...source, text }, language, openCache(undefined), []).folded;
  const right = quotes.flatMap((quote) => {
    const [was, other] = find(before, quote.quote, 2);
    return was && !other ? [{ quote, was }] : [];
  });
  const found = reanchor(
    right.map(({ quote: { quote }, was }) => ({ quote, was })),
    document.folded,
    before,
  );
  return right.map(({ quote, was }, i) => ({
    ...quote,
    document,
    found: found[i]!,
    former: { words: before.original, span: was, commit },
  }));
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
function located(broken: readonly Quote[], document: LoadedDocument, former: Former): Misfit[] {
  const done = new Map<number, Misfit>();
  for (const { text, commit } of broken.length > 0 ? formerTexts(former.source.file) : []) {
    const open = broken.filter(({ index }) => !done.has(index));
    if (open.length === 0) break;
    const right = heldAgainst(text, commit, open, document, former);
    // What was no note of that time was not right on that text.
    const noted = right.length > 0 ? (textIn(commit, right[0]!.file) ?? '') : '';
    for (const misfit of right) if (noted.includes(misfit.note)) done.set(misfit.index, misfit);
  }
  const open = broken.filter(({ index }) => !done.has(index));
  const found = reanchor(open, document.folded);
  return [...done.values(), ...open.map((quote, i) => ({ ...quote, document, found: found[i]! }))];
}
