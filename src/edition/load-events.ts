/**
 * The timeline: what happened, each event with the passages that tell of it.
 */
import type { Root } from 'hast';
import type { Event } from '../core/claim.ts';
import { edtfSortKey } from '../core/edtf.ts';
import type { Place } from '../core/model.ts';
import { suggestId } from '../core/nearest.ts';
import { compare, problem, type Problem } from '../core/problem.ts';
import type { ParseCache } from './cache.ts';
import type { SourceFile } from './files.ts';
import { readMarkdown, type Room } from './markdown.ts';
import { passagesIn, type Known, type Passages } from './passages.ts';
import { eventSchema, type RawEvent } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

export interface LoadedEvent extends Omit<Event, 'backlinks'> {
  /** What of it may hold links. */
  readonly texts: readonly Text[];
}

export interface Text {
  readonly root: Root;
  readonly place: () => Place;
}

/** The events in the order of their dates, and of the file within one date. Faulty ones are left out, with a problem for each fault. */
export function readEvents(file: SourceFile | undefined, known: Known, cache: ParseCache, problems: Problem[]): LoadedEvent[] {
  const yaml = file && readYaml(file.text, file.file, problems, 0, cache);
  if (!yaml || yaml.value === null || yaml.value === undefined) return [];
  if (!Array.isArray(yaml.value)) {
    problems.push(
      problem('wrong-type', yaml.placeOf([]), 'A timeline is a list: each event begins with “- id:”.', {
        suggestion: '- id: …\n  date: 2021-04-05\n  title: …\n  passages:\n    - { document: …, quote: … }',
      }),
    );
    return [];
  }
  const passages = passagesIn(known);
  const first = new Map<string, Place>();
  return yaml.value
    .flatMap((_, index): LoadedEvent[] => {
      const raw = validate(eventSchema, yaml, problems, [index]);
      if (!raw) return [];
      const place = yaml.placeOf([index, 'id']);
      const other = first.get(raw.id);
      if (other) {
        problems.push(
          problem('duplicate-id', place, `The timeline has another event “${raw.id}”.`, {
            suggestion: 'Name this one otherwise.',
            related: [{ place: other, message: 'It stands here:' }],
          }),
        );
        return [];
      }
      first.set(raw.id, place);
      return [eventOf(raw, yaml, index, known, passages, problems)];
    })
    .sort((a, b) => compare(edtfSortKey(a.date), edtfSortKey(b.date)));
}

const summary: Room = { holds: 'line', name: 'The summary of an event', instead: 'Put the rest into a note.' };

function eventOf(raw: RawEvent, yaml: Yaml, index: number, known: Known, passages: Passages, problems: Problem[]): LoadedEvent {
  const at = (...path: (string | number)[]): Place => yaml.placeOf([index, ...path]);
  if (raw.place !== undefined) checkTerm(raw.place, known, () => at('place'), problems);
  const root = raw.summary === undefined ? undefined : readMarkdown(raw.summary, summary, () => at('summary'), problems);
  return {
    id: raw.id,
    date: raw.date,
    date_note: raw.date_note,
    title: raw.title,
    summary: root,
    place: raw.place,
    passages: raw.passages
      .flatMap(({ document, quote }, i) => passages.find(document, quote, (key) => at('passages', i, key), problems) ?? [])
      .sort(passages.compare),
    texts: root ? [{ root, place: () => at('summary') }] : [],
    written: () => at('id'),
  };
}

function checkTerm(id: string, { terms, unreadable }: Known, place: () => Place, problems: Problem[]): void {
  if (terms.some((term) => term.id === id) || unreadable.has(`glossary/${id}`)) return;
  problems.push(
    problem('reference-not-found', place(), `There is no term “${id}”.`, {
      suggestion:
        suggestId(
          id,
          terms.map((term) => term.id),
        ) ?? 'Leave the place out, or write a glossary entry for it.',
    }),
  );
}
