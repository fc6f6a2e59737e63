/**
 * The quotes in the files of an edition: of notes, of the statements of claims, and of the passages that events name.
 */
import type { Place } from '../core/model.ts';
import type { Problem } from '../core/problem.ts';
import type { TextQuote } from '../core/quote.ts';
import type { EditionFiles, SourceFile } from '../edition/files.ts';
import { readYaml, type Path } from '../edition/yaml.ts';

/** A file with quotes: the notes on one document, one claim, or the timeline. */
export interface QuoteFile extends SourceFile {
  readonly of: 'note' | 'statement' | 'passage';
}

/** What has a quote, as its file has it. */
export interface Written {
  readonly of: QuoteFile['of'];
  /** As an editor names it: `keelage`; of what has no name, counted as in its file: `claims/dues#2`, `timeline/fire#1`. */
  readonly name: string;
  /** What it is known by in former texts of its file: the id of a note, else the words. */
  readonly key: string;
  readonly file: string;
  /** Which of its file it is, from 0. */
  readonly index: number;
  readonly path: Path;
  readonly place: Place;
  /** Whether a value stands beside it, which its words prove. */
  readonly valued: boolean;
}

/** A quote by what its place is: words, a whole block, or none, where they are lost. */
export type WrittenQuote = Written &
  (
    | { readonly kind: 'words' | 'lost'; readonly quote: TextQuote }
    | { readonly kind: 'block'; readonly quote: { readonly paragraph: number } }
  );
export type WordsQuote = WrittenQuote & { readonly quote: TextQuote };

/** All files of an edition that have quotes. */
export function quoteFilesOf({ annotations, claims, timeline }: EditionFiles): QuoteFile[] {
  return [
    ...annotations.map((file) => ({ ...file, of: 'note' as const })),
    ...claims.map((file) => ({ ...file, of: 'statement' as const })),
    ...(timeline ? [{ ...timeline, of: 'passage' as const }] : []),
  ];
}

/**
 * The quotes of a file, by the ids of the documents that they are of, whether there are such or not. What has no quote that could have
 * a place is for `npm run check` to tell.
 */
export function quotesIn(file: QuoteFile, problems: Problem[]): Map<string, WrittenQuote[]> {
  const yaml = readYaml(file.text, file.file, problems);
  const quotes = new Map<string, WrittenQuote[]>(file.of === 'note' ? [[file.id, []]] : []);
  for (const [document, entries] of Map.groupBy(entriesOf(yaml?.value, file), (entry) => entry.document))
    quotes.set(
      document,
      keyed(entries).flatMap(({ key, name, path, entry }, index): WrittenQuote[] => {
        const { quote, lost } = entry as { quote?: unknown; lost?: { quote?: unknown } | null };
        const at = (part: string): Written => ({
          of: file.of,
          name,
          key,
          file: file.file,
          index,
          path,
          place: yaml!.placeOf([...path, part]),
          valued: file.of === 'statement' && 'value' in entry,
        });
        const [words, paragraph] = [wordsOf(quote), paragraphOf(quote)];
        if (paragraph !== undefined) return [{ ...at('quote'), kind: 'block', quote: { paragraph } }];
        if (words) return [{ ...at('quote'), kind: 'words', quote: words }];
        const gone = file.of === 'note' ? wordsOf(lost?.quote) : undefined;
        return gone ? [{ ...at('lost'), kind: 'lost', quote: gone }] : [];
      }),
    );
  return quotes;
}

type Values = Readonly<Record<string, unknown>>;

/** What has quotes in one text of a file, by its keys, as it is written. */
export type Entries = ReadonlyMap<string, Values>;

/**
 * What has quotes in a text, this or a former one, of a file.
 * @param documents the id of the document that is asked about, and those that it had
 * @returns undefined where it is no YAML. The first of two with one key counts.
 */
export function entriesIn(text: string | undefined, file: QuoteFile, documents: ReadonlySet<string>): Entries | undefined {
  const yaml = text === undefined ? undefined : readYaml(text, '', []);
  if (!yaml) return undefined;
  const entries = entriesOf(yaml.value, file).filter(({ document }) => file.of === 'note' || documents.has(document));
  return new Map(
    keyed(entries)
      .map(({ key, entry }) => [key, entry] as const)
      .toReversed(),
  );
}

interface Entry {
  /** A note's id; the event of a passage; else nothing. */
  readonly within: string;
  readonly name: string;
  readonly document: string;
  readonly path: Path;
  /** As it is written, but for its document: under another name that is the same. */
  readonly entry: Values;
}

function entriesOf(value: unknown, { of, id }: QuoteFile): Entry[] {
  if (of === 'note')
    return listOf(value).flatMap((note, i) =>
      typeof note['id'] === 'string' ? [{ within: note['id'], name: note['id'], document: id, path: [i], entry: note }] : [],
    );
  const counted = (list: unknown, name: string, path: Path, around: Values, within = ''): Entry[] =>
    listOf(list).flatMap(({ document, ...entry }, i) =>
      typeof document === 'string'
        ? [{ within, name: `${name}#${i + 1}`, document, path: [...path, i], entry: { ...around, ...entry } }]
        : [],
    );
  if (of === 'statement') return counted(valuesOf(value)['statements'], `claims/${id}`, ['statements'], {});
  return listOf(value).flatMap(({ passages, ...event }, i) =>
    // What stands in the event is of each of its passages: who edits it has seen them.
    typeof event['id'] === 'string' ? counted(passages, `timeline/${event['id']}`, [i, 'passages'], event, event['id']) : [],
  );
}

/** With the key of each; what has no id is known by its words, and of equal ones by their order. */
function keyed(entries: readonly Entry[]): (Entry & { readonly key: string })[] {
  const times = new Map<string, number>();
  return entries.map((entry) => {
    if (entry.name === entry.within) return { ...entry, key: entry.name };
    const { quote } = entry.entry;
    const words = JSON.stringify([entry.within, paragraphOf(quote) ?? wordsOf(quote)?.exact.replaceAll(/\s+/g, ' ').trim()]);
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { ...entry, key: `${words} ${time}` };
  });
}

/** A quote as it is written, where it is one of words; an empty one is none. */
export function wordsOf(quote: unknown): TextQuote | undefined {
  const wanted = typeof quote === 'string' ? { exact: quote } : (quote as Partial<TextQuote> | null | undefined);
  if (typeof wanted?.exact !== 'string' || wanted.exact.trim() === '') return undefined;
  return [wanted.prefix, wanted.suffix].every((each) => each === undefined || typeof each === 'string') ? (wanted as TextQuote) : undefined;
}

function paragraphOf(quote: unknown): number | undefined {
  const { paragraph } = valuesOf(quote);
  return typeof paragraph === 'number' ? paragraph : undefined;
}

/** What is no map is an empty one, so that the others keep their numbers. */
function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.map(valuesOf) : [];
}

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}
