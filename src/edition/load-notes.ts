/**
 * The notes on every document: those of its annotations file and those in place, proved and numbered.
 */
import type { Annotation, WrittenNote } from '../core/model.ts';
import { duplicateNotes, placeNotes, type UnplacedNote } from '../core/place-notes.ts';
import { problem, type Problem } from '../core/problem.ts';
import { closest } from 'fastest-levenshtein';
import type { ParseCache } from './cache.ts';
import type { EditionFiles, SourceFile } from './files.ts';
import type { LoadedDocument } from './load-document.ts';
import { readMarkdown, type Room } from './markdown.ts';
import { annotationSchema, type RawAnnotation } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** The placed notes of each document, by its id. */
export function readNotes(
  files: Pick<EditionFiles, 'annotations' | 'unreadable'>,
  documents: readonly LoadedDocument[],
  cache: ParseCache,
  problems: Problem[],
): Map<string, Annotation[]> {
  const standOff = new Map<string, UnplacedNote[]>();
  const ids = new Set(documents.map((document) => document.id));
  for (const file of files.annotations) {
    if (!ids.has(file.id) && !files.unreadable.has(`documents/${file.id}`)) {
      problems.push(
        problem(
          'unknown-document',
          { file: file.file, line: 1, column: 1 },
          `There is no document “${file.id}” that these notes could be on.`,
          {
            suggestion: ids.size > 0 ? `Name the file after its document: ${closest(file.id, [...ids])}.yaml?` : undefined,
          },
        ),
      );
    }
    standOff.set(file.id, readFile(file, cache, problems));
  }
  return new Map(
    documents.map((document) => {
      const notes = duplicateNotes([...(standOff.get(document.id) ?? []), ...inPlace(document)], document.id, problems);
      const words = { document: document.id, flat: document.flat, folded: document.folded, placeOf: document.placeOf };
      return [document.id, document.valid ? placeNotes(notes, words, problems) : []];
    }),
  );
}

function readFile(file: SourceFile, cache: ParseCache, problems: Problem[]): UnplacedNote[] {
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
    return note ? [unplaced(note, (yaml.value as WrittenNote[])[index]!, yaml, index, problems)] : [];
  });
}

const body: Room = { holds: 'line', name: 'The body of a note', instead: 'Put the rest into `more`.' };
const more: Room = { holds: 'more', name: 'The longer text of a note' };

function unplaced(note: RawAnnotation, written: WrittenNote, yaml: Yaml, index: number, problems: Problem[]): UnplacedNote {
  const at = (key: string) => () => yaml.placeOf([index, key]);
  return {
    id: note.id,
    kind: note.kind,
    on: typeof note.quote === 'string' ? { exact: note.quote } : note.quote,
    body: readMarkdown(note.body, body, at('body'), problems),
    more: note.more === undefined ? undefined : readMarkdown(note.more, more, at('more'), problems),
    references: note.references ?? [],
    check: note.check,
    author: note.author,
    written,
    place: at('id'),
    quotePlace: at('quote'),
    partPlace: (part) => yaml.placeOf([index, ...part]),
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
