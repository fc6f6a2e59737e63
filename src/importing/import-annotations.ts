/**
 * A file of annotations to notes on one document: anchored one by one, proved together by the edition's own reading, written whole.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenNote } from '../core/model.ts';
import { count, type Problem } from '../core/problem.ts';
import { writeWhole } from '../edition/write-whole.ts';
import { openCache } from '../edition/cache.ts';
import { destinationsOf } from '../edition/destinations.ts';
import { largest, readFiles, type EditionFiles } from '../edition/files.ts';
import { resolveAll } from '../edition/linked.ts';
import { readDocument, type LoadedDocument } from '../edition/load-document.ts';
import { readClaims } from '../edition/load-claims.ts';
import { readEvents } from '../edition/load-events.ts';
import { readNotes } from '../edition/load-notes.ts';
import { readTerm } from '../edition/load-term.ts';
import { annotationSchema, editionSchema } from '../edition/schemas.ts';
import { validate } from '../edition/validate.ts';
import { readYaml } from '../edition/yaml.ts';
import { entryOf, type Entry, type Surroundings } from './annotations/entry.ts';
import { extend, type Extended } from './annotations/file.ts';
import { readAnnotations, type Incoming, type Malformed } from './annotations/source.ts';
import { Unreadable } from './draft.ts';
import { refuseLinks, textAt } from './targets.ts';

export interface AnnotationsOptions {
  /** The edition's folder. */
  readonly into: string;
  /** The id of the document that the notes are to be on. */
  readonly document: string;
  readonly site?: string | undefined;
  readonly base: string;
  /** Whether to write nothing. */
  readonly dryRun?: boolean | undefined;
}

/** What became of one annotation. */
export type AnnotationOutcome = {
  /** Its place in the file, from 1. */
  readonly index: number;
} & (
  | { readonly status: 'written' | 'same'; readonly id: string; readonly paragraph: number; readonly remarks: readonly string[] }
  | { readonly status: 'refused'; readonly reason: string }
);

export interface AnnotationsImported {
  readonly file: string;
  readonly target: string;
  readonly annotations: readonly AnnotationOutcome[];
  /** What was, or would be, added to the target. */
  readonly added: readonly WrittenNote[];
}

/** In bytes. */
const largestSource = 64 * 1024 * 1024;

/** Import one file. Throws `Unreadable`, with what to do, where nothing of it can be imported: then nothing is written. */
export function importAnnotations(path: string, options: AnnotationsOptions): AnnotationsImported {
  const target = join(options.into, 'annotations', `${options.document}.yaml`);
  refuseLinks(target, options.into);
  const house = readHouse(options, target);
  const incoming = readAnnotations(textOf(path));
  const chosen = choose(incoming, house);
  const proved = prove(chosen, house);
  if (proved.text !== undefined && !options.dryRun) writeWhole({ [target]: proved.text });
  return { file: path, target, annotations: proved.outcomes, added: proved.added };
}

/** The edition that the notes come into. */
interface House {
  readonly document: LoadedDocument;
  readonly around: Surroundings;
  /** The annotations file as it is; undefined where there is none. */
  readonly before: string | undefined;
  readonly there: readonly WrittenNote[];
  readonly inPlace: readonly WrittenNote[];
  /** The errors in the annotations file, if it had this text. */
  readonly errorsIn: (text: string) => readonly Problem[];
}

function readHouse({ into, document: id, site, base }: AnnotationsOptions, target: string): House {
  const files = readFiles(into);
  const silent: Problem[] = [];
  const yaml = files.edition && readYaml(files.edition.text, files.edition.file, silent);
  const head = yaml && validate(editionSchema, yaml, silent);
  const language = head?.language ?? 'en';
  const cache = openCache(undefined);
  const documents = files.documents.map((file) => readDocument(file, language, cache, silent));
  const document = documents.find((each) => each.id === id);
  if (!document?.valid) throw new Unreadable(`The document ${id} cannot be read.`, 'npm run check says what to mend.');
  const before = textAt(target);
  const file = files.annotations.find((each) => each.id === id);
  if (before !== undefined && !file) throw new Unreadable(`${target} cannot be read.`, 'npm run check says what to mend.');
  const errorsIn = errorsOf(files, documents, document, { base, language });
  const faults = file ? errorsIn(file.text) : [];
  if (faults.length > 0)
    throw new Unreadable(
      `${target} has ${count(faults.length, 'error')} already: ${faults[0]!.message}`,
      'npm run check says what to mend.',
    );
  const words = { document: id, flat: document.flat, folded: document.folded, placeOf: document.placeOf };
  const headings = [document.raw.title, ...document.headings.map(({ text }) => text)];
  return {
    document,
    around: { words, headings, url: document.raw.source?.url, site, base, editors: head?.editors ?? [] },
    before,
    there: ((file && readYaml(file.text, file.file, silent)?.value) || []) as WrittenNote[],
    inPlace: document.notes.map(({ written }) => written),
    errorsIn,
  };
}

/** How the annotations file of a document is judged: as the build does, with all that its references may lead to. */
function errorsOf(
  files: EditionFiles,
  documents: readonly LoadedDocument[],
  document: LoadedDocument,
  { base, language }: { readonly base: string; readonly language: string },
): House['errorsIn'] {
  const cache = openCache(undefined);
  const others = documents.filter((each) => each !== document);
  const otherFiles = files.annotations.filter(({ id }) => id !== document.id);
  const elsewhere = readNotes({ annotations: otherFiles, unreadable: files.unreadable }, others, cache, []);
  const terms = files.glossary.flatMap((file) => readTerm(file, []) ?? []);
  const known = { documents, terms, unreadable: files.unreadable };
  const [claims, events] = [readClaims(files.claims, known, cache, []), readEvents(files.timeline, known, cache, [])];
  const name = { file: `annotations/${document.id}.yaml`, id: document.id };
  return (text) => {
    const problems: Problem[] = [];
    const own = { annotations: [{ ...name, text: text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n') }], unreadable: files.unreadable };
    const here = readNotes(own, [document], cache, problems);
    const [notes, lost] = [new Map([...elsewhere.notes, ...here.notes]), new Map([...elsewhere.lost, ...here.lost])];
    const to = destinationsOf(files, { documents, notes, lost, terms, claims, events }, { base, language });
    resolveAll({ documents: [document], notes, lost, terms: [], claims: [], events: [], images: files.images }, to, problems);
    return problems.filter(({ place, severity }) => place.file === name.file && severity === 'error');
  };
}

function textOf(path: string): string {
  const file = lstatSync(path, { throwIfNoEntry: false });
  if (!file) throw new Unreadable('There is no such file.', 'Look at its name and folder.');
  if (!file.isFile()) throw new Unreadable('It is no file.', 'Name a file of annotations.');
  if (file.size > largestSource) throw new Unreadable('It is larger than 64 MB.', 'Divide it: those of one document are enough.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new Unreadable('It is not in UTF-8.', 'Export the annotations again.');
    throw error;
  }
}

/** What becomes of one annotation, before it is proved. */
type Choice = { readonly kind: 'refused'; readonly reason: string } | { readonly kind: 'same' | 'new'; readonly entry: Entry };

/** Each annotation refused, known already, or a note with an id of its own. */
function choose(incoming: readonly (Incoming | Malformed)[], { around, there, inPlace }: House): Choice[] {
  const taken = new Set([...there, ...inPlace].map(({ id }) => id));
  const known = new Map([
    ...there.flatMap((note) => [note.id, note.id.replace(/-\d+$/, '')].map((id) => [sameness(id, note), note.id] as const)),
    ...inPlace.map((note) => [sameness(note.id, note, true), note.id] as const),
  ]);
  const last = new Map<string, number>();
  return incoming.map((each): Choice => {
    const made = 'fault' in each ? each.fault : soundly(() => entryOf(each, around));
    if (typeof made === 'string') return { kind: 'refused', reason: made };
    const { note } = made;
    const same = known.get(sameness(note.id, note)) ?? known.get(sameness(note.id, note, true));
    if (same !== undefined) return { kind: 'same', entry: { ...made, note: { ...note, id: same } } };
    let n = last.get(note.id) ?? 1;
    const numbered = (): string => (n === 1 ? note.id : `${note.id}-${n}`);
    while (taken.has(numbered())) n++;
    const id = numbered();
    last.set(note.id, n);
    taken.add(id);
    known.set(sameness(note.id, note), id);
    return { kind: 'new', entry: { ...made, note: { ...note, id } } };
  });
}

/** What a note says under an id, whatever the order of its keys; in place it has no quote of its own to be told by. */
function sameness(id: string, note: WrittenNote, inPlace = false): string {
  const { data } = inPlace ? {} : annotationSchema.safeParse(note);
  return JSON.stringify(data ? { ...data, id } : { id, kind: note.kind, body: note.body.replaceAll(/\s+/g, ' '), more: note.more });
}

function soundly(make: () => Entry | string): Entry | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return 'It is nested too deeply to be read.';
    throw error;
  }
}

/** Notes may refer to each other: where one is refused, those that lead to it may be next. */
const mostRounds = 10;

interface Proved {
  readonly outcomes: readonly AnnotationOutcome[];
  readonly added: readonly WrittenNote[];
  /** The file's new text; undefined where it stays as it is. */
  readonly text?: string;
}

/** Read the file as it would be, without the notes that the edition would refuse. */
function prove(choices: readonly Choice[], { before, errorsIn }: House): Proved {
  const refused = new Map<Choice, string>();
  for (let round = 0; round < mostRounds; round++) {
    const chosen = choices.flatMap((choice) =>
      choice.kind === 'new' && !refused.has(choice) ? [{ choice, note: choice.entry.note }] : [],
    );
    const added = chosen.map(({ note }) => note);
    if (added.length === 0) return { outcomes: outcomesOf(choices, refused), added };
    const made = JSON.stringify(added).length < largest ? extend(before, added) : undefined;
    if (!made || Buffer.byteLength(made.text) > largest)
      throw new Unreadable(`The annotations file would be larger than ${largest / 1024 / 1024} MB.`, 'Import fewer at once.');
    const errors = errorsIn(made.text);
    if (errors.length === 0) return { outcomes: outcomesOf(choices, refused), added, text: made.text };
    for (const { place, message, suggestion } of errors) {
      const choice = chosen[ownerOf(place.line, made)]?.choice;
      if (!choice) throw new Unreadable(`The annotations file would not be sound: ${message}`, suggestion ?? 'npm run check says more.');
      if (!refused.has(choice)) refused.set(choice, [message, suggestion].filter(Boolean).join(' '));
    }
  }
  throw new Unreadable('The notes refer to each other, and too many of them cannot be read.', 'Import fewer at once.');
}

/** The last of the new notes that begins before a line; -1 for what stood there before. */
function ownerOf(line: number, { lines }: Extended): number {
  return lines.findLastIndex((start) => start <= line);
}

function outcomesOf(choices: readonly Choice[], refused: ReadonlyMap<Choice, string>): AnnotationOutcome[] {
  return choices.map((choice, i) => {
    const reason = choice.kind === 'refused' ? choice.reason : refused.get(choice);
    if (reason !== undefined || choice.kind === 'refused') return { index: i + 1, status: 'refused', reason: reason ?? '' };
    const { note, paragraph, remarks } = choice.entry;
    return { index: i + 1, status: choice.kind === 'new' ? 'written' : 'same', id: note.id, paragraph, remarks };
  });
}
