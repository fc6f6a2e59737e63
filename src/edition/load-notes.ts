/**
 * The notes on every document: those of its annotations file and those in place, proved and numbered; and those without a place.
 */
import { isLater } from '../core/edtf.ts';
import type { Annotation, LostNote, Note, WrittenNote } from '../core/model.ts';
import { duplicateNotes, placeNotes, type UnplacedNote } from '../core/place-notes.ts';
import { suggestId } from '../core/nearest.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ParseCache } from './cache.ts';
import type { EditionFiles, SourceFile } from './files.ts';
import type { LoadedDocument } from './load-document.ts';
import type { Dates, DatesOfLines } from './history.ts';
import { readMarkdown, type Room } from './markdown.ts';
import { annotationSchema, type RawAnnotation } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

export interface NotesRead {
  /** By the id of their document. */
  readonly notes: Map<string, Annotation[]>;
  /** Those without a place, in the order of their file. */
  readonly lost: Map<string, LostNote[]>;
}

/**
 * All notes of each document.
 * @param dates when lines were written; without it a note has the dates that its editor wrote
 */
export function readNotes(
  files: Pick<EditionFiles, 'annotations' | 'unreadable'>,
  documents: readonly LoadedDocument[],
  cache: ParseCache,
  problems: Problem[],
  dates?: DatesOfLines,
): NotesRead {
  const standOff = new Map<string, (UnplacedNote | LostNote)[]>();
  const ids = new Set(documents.map((document) => document.id));
  for (const file of files.annotations) {
    if (!ids.has(file.id) && !files.unreadable.has(`documents/${file.id}`)) {
      problems.push(
        problem(
          'unknown-document',
          { file: file.file, line: 1, column: 1 },
          `There is no document “${file.id}” that these notes could be on.`,
          {
            suggestion: suggestId(file.id, ids, (id) => `${id}.yaml`),
          },
        ),
      );
    }
    standOff.set(file.id, readFile(file, cache, problems, dates));
  }
  const lost = new Map<string, LostNote[]>();
  const notes = new Map(
    documents.map((document) => {
      const all = duplicateNotes([...(standOff.get(document.id) ?? []), ...inPlace(document)], document.id, problems);
      const placeable = all.filter((note) => 'on' in note);
      lost.set(
        document.id,
        all.filter((note) => 'since' in note),
      );
      const words = { document: document.id, flat: document.flat, folded: document.folded, placeOf: document.placeOf };
      return [document.id, document.valid ? placeNotes(placeable, words, problems) : []];
    }),
  );
  return { notes, lost };
}

function readFile(file: SourceFile, cache: ParseCache, problems: Problem[], dates?: DatesOfLines): (UnplacedNote | LostNote)[] {
  const yaml = readYaml(file.text, file.file, problems, 0, cache);
  if (!yaml || yaml.value === null || yaml.value === undefined) return [];
  if (!Array.isArray(yaml.value)) {
    problems.push(
      problem('wrong-type', yaml.placeOf([]), 'An annotations file is a list: each note begins with “- id:”.', {
        suggestion: '- id: …\n  kind: context\n  quote: …\n  body: …',
      }),
    );
    return [];
  }
  // Note by note, so that one that is faulty does not hide the problems of the others.
  return yaml.value.flatMap((_, index) => {
    const note = validate(annotationSchema, yaml, problems, [index]);
    return note ? [noteOf(note, (yaml.value as WrittenNote[])[index]!, yaml, index, problems, dates)] : [];
  });
}

const body: Room = { holds: 'line', name: 'The body of a note', instead: 'Put the rest into `more`.' };
const more: Room = { holds: 'more', name: 'The longer text of a note' };

function noteOf(
  note: RawAnnotation,
  written: WrittenNote,
  yaml: Yaml,
  index: number,
  problems: Problem[],
  dates?: DatesOfLines,
): UnplacedNote | LostNote {
  const at = (key: string) => () => yaml.placeOf([index, key]);
  const said: Note = {
    id: note.id,
    kind: note.kind,
    body: readMarkdown(note.body, body, at('body'), problems),
    more: note.more === undefined ? undefined : readMarkdown(note.more, more, at('more'), problems),
    references: note.references ?? [],
    check: note.check,
    author: note.author,
    ...datesOf(note, () => dates?.(yaml.file, () => yaml.linesOf([index]))),
    written,
    place: at('id'),
    partPlace: (part) => yaml.placeOf([index, ...part]),
  };
  // The schema has it that one of the two is there.
  if (note.lost) return { ...said, since: note.lost.since, quote: wordsOf(note.lost.quote) };
  return { ...said, on: typeof note.quote === 'string' ? { exact: note.quote } : note.quote!, quotePlace: at('quote') };
}

function wordsOf(quote: string | { readonly exact: string }): string {
  return typeof quote === 'string' ? quote : quote.exact;
}

/** What the editor wrote; what is not written, as git remembers it, where the two agree on which comes first. */
function datesOf({ created, changed }: RawAnnotation, remembered: () => Dates | undefined): Pick<Note, 'created' | 'changed'> {
  if (created !== undefined && changed !== undefined) return { created, changed };
  const known = remembered();
  return {
    created: created ?? (known && changed !== undefined && isLater(known.created, changed) ? undefined : known?.created),
    changed: changed ?? (known && created !== undefined && isLater(created, known.changed) ? undefined : known?.changed),
  };
}

function inPlace(document: LoadedDocument): UnplacedNote[] {
  return document.notes.map((note) => ({
    id: note.id,
    kind: note.kind,
    on: { before: note.offset, quote: note.quote },
    body: note.body,
    references: [],
    written: note.written,
    place: () => note.place,
    quotePlace: () => note.place,
    partPlace: () => note.place,
  }));
}
