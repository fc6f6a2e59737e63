/**
 * Notes put in their places: each quote found exactly once, or a problem that says what to type instead.
 */
import type { Annotation, Note, Place, Span } from './model.ts';
import { findPassage, notFound, short, type Passage, type Selector, type Words } from './passage.ts';
import { problem, type Problem } from './problem.ts';
import { find } from './quote.ts';
import { blockAround } from './tree.ts';
import { fold } from './words.ts';

/** A note as it was written, before its place is known. */
export interface UnplacedNote extends Note {
  readonly on: Selector | { readonly before: number; readonly quote?: string | undefined };
  readonly quotePlace: () => Place;
}

/**
 * Find every note's passage and number the notes in the order of their markers; ends at one place in the order given.
 * Notes without a place are left out, with a problem each.
 */
export function placeNotes(notes: readonly UnplacedNote[], words: Words, problems: Problem[]): Annotation[] {
  const placed = notes.flatMap((note) => {
    const passage = passageOf(note, words, problems);
    return passage ? [{ note, ...passage }] : [];
  });
  return placed
    .map((each, order) => ({ ...each, order }))
    .sort((a, b) => a.span.end - b.span.end || a.order - b.order)
    .map(({ note, span, block, whole }, index) => ({
      id: note.id,
      kind: note.kind,
      number: index + 1,
      span,
      block,
      whole,
      body: note.body,
      more: note.more,
      references: note.references,
      check: note.check,
      author: note.author,
      created: note.created,
      changed: note.changed,
      written: note.written,
      place: note.place,
      partPlace: note.partPlace,
    }));
}

function passageOf(note: UnplacedNote, words: Words, problems: Problem[]): Passage | undefined {
  const { on } = note;
  return 'before' in on ? passageBefore(note, on.before, on.quote, words, problems) : findPassage(on, words, note.quotePlace, problems);
}

/** The passage of a note in place: the nearest match before it in its block, or the block up to it. */
function passageBefore(
  note: UnplacedNote,
  before: number,
  quote: string | undefined,
  words: Words,
  problems: Problem[],
): Passage | undefined {
  const block = blockAround(words.flat.blocks, { start: before, end: before });
  if (!block) return undefined;
  if (quote === undefined && before > block.start) return { span: { start: block.start, end: before }, block, whole: false };
  const here = quote === undefined ? [] : find(fold(words.flat.words.slice(block.start, before)), { exact: quote });
  const last = here.at(-1);
  if (last) return { span: { start: block.start + last.start, end: block.start + last.end }, block, whole: false };
  const found = quote === undefined ? [] : find(words.folded, { exact: quote });
  problems.push(
    quote === undefined
      ? nothingBefore(note)
      : found.length > 0
        ? elsewhere(note, quote, found[0]!, words)
        : notFound({ exact: quote }, words, note.quotePlace()),
  );
  return undefined;
}

function nothingBefore(note: UnplacedNote): Problem {
  return problem('quote-not-found', note.quotePlace(), 'No words stand before this note in its block.', {
    suggestion: 'Put it right after the words that it is on.',
  });
}

function elsewhere(note: UnplacedNote, quote: string, span: Span, words: Words): Problem {
  return problem(
    'quote-not-found',
    note.quotePlace(),
    `“${short(quote)}” is in ${words.document}, but not before this note in its block.`,
    {
      suggestion: 'Put the note right after the words that it is on.',
      related: [{ place: words.placeOf(span.start), message: 'The words stand here:' }],
    },
  );
}

/** Notes without those that repeat an id: of each of these a problem tells. */
export function duplicateNotes<T extends Note>(notes: readonly T[], document: string, problems: Problem[]): T[] {
  const first = new Map<string, T>();
  for (const note of notes) {
    const other = first.get(note.id);
    if (!other) first.set(note.id, note);
    else {
      problems.push(
        problem('duplicate-id', note.place(), `${document} has another note “${note.id}”.`, {
          suggestion: `Name this one otherwise, as “${freeName(note.id, notes)}”.`,
          related: [{ place: other.place(), message: 'It stands here:' }],
        }),
      );
    }
  }
  return [...first.values()];
}

function freeName(id: string, notes: readonly Note[]): string {
  const taken = new Set(notes.map((note) => note.id));
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`;
}
