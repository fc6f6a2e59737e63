/**
 * Every quote of an edition whose words are no longer where it was put, with where they stand now; and every lost note whose words
 * came back.
 */
import { basename, dirname } from 'node:path';
import { problem, type Problem } from '../core/problem.ts';
import { find, type TextQuote } from '../core/quote.ts';
import { reanchorBlocks } from '../core/reanchor-blocks.ts';
import { reanchor } from '../core/reanchor.ts';
import { openCache } from '../edition/cache.ts';
import type { EditionFiles } from '../edition/files.ts';
import { formerTexts, historyOf, unchangedIn, type FileHistory } from '../edition/history.ts';
import { readDocument } from '../edition/load-document.ts';
import { withAnswerKept } from './answer.ts';
import { inPlaceMisfits } from './in-place.ts';
import { entriesIn, quoteFilesOf, quotesIn, wordsOf, type Entries, type QuoteFile, type WordsQuote, type WrittenQuote } from './quotes.ts';
import { blockText, blockThroughout, stoodThroughout, textsSince } from './step-by-step.ts';
import { subjectOf, type Misfit, type Subject } from './subject.ts';
import { writtenOn } from './written-on.ts';

/**
 * The misfits of an edition, by document, file and line: quotes that do not stand once; and, where git knows the text on which their
 * place was written, those whose own words are gone or stand elsewhere: a look-alike, or another paragraph under the number, is not
 * their place.
 * @param language of documents that do not say theirs
 * @param only ids of documents; none for all
 * @param problems what kept a file from being looked at
 */
export function misfitsOf(files: EditionFiles, language: string, only: readonly string[], problems: Problem[]): Misfit[] {
  problems.push(...files.problems.filter(({ severity }) => severity === 'error'));
  const wanted = (id: string): boolean => only.length === 0 || only.includes(id);
  const known = new Set(files.documents.map(({ id }) => id));
  const sheets = quoteFilesOf(files)
    .filter(({ of, id }) => of !== 'note' || wanted(id))
    .flatMap((file) => sheetsOf(file, problems));
  for (const { document, file, quotes } of sheets) {
    if (known.has(document) || !wanted(document)) continue;
    const place = quotes[0]?.place ?? { file, line: 1, column: 1 };
    problems.push(problem('unknown-document', place, `There is no document “${document}” that can be read.`));
  }
  const onDocument = Map.groupBy(sheets, ({ document }) => document);
  const [first] = files.documents;
  const unchanged = first ? unchangedIn(dirname(first.file)) : () => true;
  return files.documents
    .filter(({ id }) => wanted(id))
    .flatMap((source) => {
      const here = onDocument.get(source.id) ?? [];
      if (here.length === 0 && !source.text.includes('<Note')) return [];
      const faults: Problem[] = [];
      const document = readDocument(source, language, openCache(undefined), faults);
      if (!document.valid) {
        problems.push(...faults.filter(({ severity }) => severity === 'error'));
        return [];
      }
      const subject = subjectOf(source, document, unchanged(source.file), language);
      const misfits = here.map((sheet) => ({
        sheet,
        found: misfitsIn(sheet, subject)
          .map(withAnswerKept)
          .sort((x, y) => x.index - y.index),
      }));
      const of = (notes: boolean): Misfit[] => misfits.flatMap(({ sheet, found }) => ((sheet.of === 'note') === notes ? found : []));
      return [...of(true), ...inPlaceMisfits(subject), ...of(false)];
    });
}

/** The quotes of one document in one file. */
interface Sheet {
  readonly document: string;
  readonly file: string;
  readonly of: QuoteFile['of'];
  readonly quotes: readonly WrittenQuote[];
  readonly commits: () => FileHistory['commits'];
  /** What had quotes in the file as of a commit, and what has them; undefined where it was no YAML, or was not there. */
  readonly entriesAt: (commit: string | undefined, documents: ReadonlySet<string>) => Entries | undefined;
}

function sheetsOf(source: QuoteFile, problems: Problem[]): Sheet[] {
  const { file, of } = source;
  let history: FileHistory | undefined;
  const asked = (): FileHistory => (history ??= historyOf(file));
  return [...quotesIn(source, problems)].map(([document, quotes]) => {
    const read = new Map<string | undefined, Entries | undefined>();
    return {
      document,
      file,
      of,
      quotes,
      commits: () => asked().commits,
      entriesAt: (commit, documents) => {
        if (!read.has(commit)) read.set(commit, entriesIn(commit === undefined ? source.text : asked().textAt(commit), source, documents));
        return read.get(commit);
      },
    };
  });
}

function misfitsIn(sheet: Sheet, subject: Subject): Misfit[] {
  const { quotes } = sheet;
  const { document, source } = subject;
  const worded = quotes.filter((quote): quote is WordsQuote => quote.kind === 'words');
  const broken = worded.filter(({ quote }) => find(document.folded, quote, 2).length !== 1);
  const gone = quotes.filter((each): each is WordsQuote => each.kind === 'lost' && find(document.folded, each.quote, 1).length > 0);
  const done = located(broken, sheet, subject);
  if (subject.unchanged && gone.length === 0) return done;
  const written = writtenOn({
    entries: sheet.entriesAt(undefined, namesOf(subject)) ?? new Map<string, never>(),
    text: source.text,
    commits: sheet.commits(),
    entriesAt: (commit) => sheet.entriesAt(commit, namesOf(subject)),
    document: subject.history(),
  });
  // Of two with one key git cannot tell which is which.
  const twice = new Set([...Map.groupBy(quotes, ({ key }) => key)].flatMap(([key, same]) => (same.length > 1 ? [key] : [])));
  const gaps = new Set<WrittenQuote>(broken);
  const standing = worded.filter((quote) => !gaps.has(quote));
  const blocks = quotes.filter(({ kind }) => kind === 'block');
  const byText = (some: readonly WrittenQuote[]): Map<string, WrittenQuote[]> =>
    Map.groupBy(
      some.filter(({ key }) => !twice.has(key) && written.has(key) && written.get(key)!.text !== source.text),
      ({ key }) => written.get(key)!.commit,
    );
  for (const [commit, here] of byText(standing)) {
    const { text } = written.get(here[0]!.key)!;
    const strays = heldAgainst(text, commit, here as WordsQuote[], subject).filter(({ found }) => found.state !== 'exact');
    const texts = strays.length > 0 ? textsSince(text, subject) : undefined;
    done.push(...strays.filter(({ quote }) => !texts || !stoodThroughout(quote as TextQuote, texts, subject)));
  }
  for (const [commit, here] of byText(blocks)) done.push(...blocksAgainst(written.get(here[0]!.key)!.text, commit, here, subject));
  for (const note of gone) {
    const back = foundAgain(note, written.get(note.key)?.text, sheet, subject);
    if (back) done.push(back);
  }
  return done;
}

/** The ids that a document has and had. */
function namesOf({ source, history }: Subject): Set<string> {
  return new Set([source.id, ...history().names.map((name) => basename(name, '.mdx'))]);
}

/** Those quotes that were right on a former text, with what became of them since. */
function heldAgainst(text: string, commit: string, quotes: readonly WordsQuote[], { document, former }: Subject): Misfit[] {
  const before = former(text).folded;
  const right = quotes.flatMap((written) => {
    const [was, other] = find(before, written.quote, 2);
    return was && !other ? [{ written, was }] : [];
  });
  const found = reanchor(
    right.map(({ written: { quote }, was }) => ({ quote, was })),
    document.folded,
    before,
  );
  return right.map(({ written, was }, i) => ({
    ...written,
    document,
    found: found[i]!,
    sure: true,
    former: { words: before.original, span: was, commit },
  }));
}

/** Quotes of whole blocks that stand under another number than when it was written, or nowhere. */
function blocksAgainst(text: string, commit: string, quotes: readonly WrittenQuote[], subject: Subject): Misfit[] {
  const { document } = subject;
  const before = subject.former(text);
  const had = quotes.flatMap((written) => {
    const block = 'paragraph' in written.quote ? before.flat.blocks[written.quote.paragraph - 1] : undefined;
    return block && block.number > 0 ? [{ written, block }] : [];
  });
  const found = reanchorBlocks(
    had.map(({ block }) => block),
    blockText(document),
    blockText(before),
  );
  let texts: string[] | undefined;
  return had.flatMap(({ written, block: { number, start, end } }, i): Misfit[] => {
    const own = found[i]!;
    if (own.state === 'exact') return [];
    if (!own.span) texts ??= textsSince(text, subject) ?? [];
    const step = own.span || !texts || texts.length < 3 ? undefined : blockThroughout(number, texts, subject);
    if (step?.number === number) return [];
    const place = step && { span: { start: step.start, end: step.end }, score: own.score };
    const led = place ? { state: 'changed' as const, ...place, candidates: [place] } : own;
    return [{ ...written, document, found: led, sure: true, former: { words: before.flat.words, span: { start, end }, commit } }];
  });
}

/** Each by the latest text on which it was right, where git has one; else by itself. */
function located(broken: readonly WordsQuote[], sheet: Sheet, subject: Subject): Misfit[] {
  const done = heldAgainstLatest(broken, sheet, subject);
  const open = broken.filter(({ index }) => !done.has(index));
  const found = reanchor(open, subject.document.folded);
  return [...done.values(), ...open.map((quote, i) => ({ ...quote, document: subject.document, found: found[i]!, sure: true }))];
}

/** By the number of each. What was no quote of those words while the document had that text was not right on it. */
function heldAgainstLatest(quotes: readonly WordsQuote[], sheet: Sheet, subject: Subject): Map<number, Misfit> {
  const done = new Map<number, Misfit>();
  for (const { text, commit } of quotes.length > 0 ? formerTexts(subject.history()) : []) {
    const open = quotes.filter(({ index }) => !done.has(index));
    if (open.length === 0) break;
    const held = heldAgainst(text, commit, open, subject);
    const then = held.length > 0 ? entriesOn(text, commit, sheet, subject) : [];
    for (const misfit of held) {
      const words = then.map((entries) => wordsOf(entries.get(misfit.key)?.['quote'])?.exact);
      if (words.includes((misfit.quote as TextQuote).exact)) done.set(misfit.index, misfit);
    }
  }
  return done;
}

/** What had quotes in a file while its document had a text: as of the commit of that, and of those of the file that left it. */
function entriesOn(text: string, commit: string, sheet: Sheet, subject: Subject): Entries[] {
  const commits = [commit, ...sheet.commits().filter((each) => each !== commit && subject.history().textAt(each) === text)];
  return commits.flatMap((each) => sheet.entriesAt(each, namesOf(subject)) ?? []);
}

/** Fewer words than these stand in any text by chance. */
const leastWords = 3;

/**
 * A lost note whose words stand there again. It is sure of its place where that is where they were before they were lost; or where they
 * stand once, and did not stand anywhere when it was marked as lost. Else the editor has said that what stands there is not its place.
 */
function foundAgain(note: WordsQuote, then: string | undefined, sheet: Sheet, subject: Subject): Misfit | undefined {
  const { document } = subject;
  const held = heldAgainstLatest([note], sheet, subject).get(note.index);
  if (held && (held.found.state === 'exact' || held.found.state === 'moved'))
    return { ...held, found: { ...held.found, state: 'found again' } };
  const [span, other] = find(document.folded, note.quote, 2);
  const telling = note.quote.exact.trim().split(/\s+/).length >= leastWords || note.quote.prefix || note.quote.suffix;
  if (!span || other || !telling) return undefined;
  const git = subject.history().commits.length > 0;
  if (git && (then === undefined || find(subject.former(then).folded, note.quote, 1).length > 0)) return undefined;
  return { ...note, document, sure: git, found: { state: 'found again', span, score: 1, candidates: [{ span, score: 1 }] } };
}
