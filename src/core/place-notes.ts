/**
 * Notes put in their places: each quote found exactly once, or a problem that says what to type instead.
 */
import type { Annotation, Block, Note, Place, Span } from './model.ts';
import { count, problem, type Problem } from './problem.ts';
import { describe, find, nearest, type TextQuote } from './quote.ts';
import { blockAround, type Flat } from './tree.ts';
import { fold, type Folded } from './words.ts';

/** A note as it was written, before its place is known. */
export interface UnplacedNote extends Note {
  readonly on: TextQuote | { readonly paragraph: number } | { readonly before: number; readonly quote?: string | undefined };
  readonly quotePlace: () => Place;
}

export interface Words {
  readonly document: string;
  readonly flat: Flat;
  readonly folded: Folded;
  /** The line and column of an offset in the document's file. */
  readonly placeOf: (offset: number) => Place;
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

interface Passage {
  readonly span: Span;
  readonly block: Block;
  readonly whole: boolean;
}

function passageOf(note: UnplacedNote, words: Words, problems: Problem[]): Passage | undefined {
  const { on } = note;
  if ('paragraph' in on) {
    const block = words.flat.blocks[on.paragraph - 1];
    if (block?.number === on.paragraph) return { span: block, block, whole: true };
    const last = words.flat.blocks.filter((each) => each.number > 0).length;
    problems.push(
      problem(
        'quote-not-found',
        note.quotePlace(),
        `${words.document} has no paragraph ${on.paragraph}; it has ${count(last, 'paragraph')}.`,
      ),
    );
    return undefined;
  }
  if ('before' in on) return passageBefore(note, on.before, on.quote, words, problems);
  const found = find(words.folded, on);
  if (found.length === 1) return passageAt(words, found[0]!);
  problems.push(found.length === 0 ? notFound(note, on, words) : ambiguous(note, on, found, words));
  return undefined;
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
        : notFound(note, { exact: quote }, words),
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

function passageAt(words: Words, span: Span): Passage | undefined {
  const block = blockAround(words.flat.blocks, span);
  return block && { span, block, whole: false };
}

function notFound(note: UnplacedNote, quote: TextQuote, words: Words): Problem {
  const alone = quote.prefix || quote.suffix ? find(words.folded, { exact: quote.exact }) : [];
  if (alone.length > 0) {
    const span = alone[0]!;
    return problem(
      'quote-not-found',
      note.quotePlace(),
      `“${short(quote.exact)}” is in ${words.document}, but not after this prefix and before this suffix.`,
      {
        suggestion: `Write ${choiceOf(words, span)}.${reanchoring(note, words)}`,
        related: [{ place: words.placeOf(span.start), message: 'The words stand here:' }],
      },
    );
  }
  const span = nearest(words.folded, quote.exact);
  const message = `“${short(quote.exact)}” is not in ${words.document}.`;
  if (!span)
    return problem('quote-not-found', note.quotePlace(), message, {
      suggestion: `Nothing there is like it. A quote stands within one block, and headings are no blocks.${reanchoring(note, words)}`,
    });
  return problem('quote-not-found', note.quotePlace(), message, {
    suggestion: `Did you mean “${words.flat.words.slice(span.start, span.end).replaceAll(/\s+/g, ' ')}”?${reanchoring(note, words)}`,
    related: [{ place: words.placeOf(span.start), message: 'The nearest words stand here:' }],
  });
}

/** The command that looks for words that were there once; it reads annotations files alone. */
function reanchoring({ on }: UnplacedNote, { document }: Words): string {
  return 'before' in on ? '' : `\nWhere its words went: npm run reanchor -- ${document}`;
}

function ambiguous(note: UnplacedNote, quote: TextQuote, found: readonly Span[], words: Words): Problem {
  const first = found.slice(0, 3);
  const choices = new Set(first.map((span) => `${choiceOf(words, span)}   for ${paragraphOf(words, span)}`));
  return problem(
    'quote-ambiguous',
    note.quotePlace(),
    `“${short(quote.exact)}” stands ${count(found.length, 'time')} in ${words.document}.`,
    {
      suggestion: `Write the one that you mean:\n${[...choices].map((choice) => `  quote: ${choice}`).join('\n')}${found.length > 3 ? `\n  … and ${found.length - 3} more` : ''}`,
      related: first.map((span) => ({ place: words.placeOf(span.start), message: 'It stands here:' })),
    },
  );
}

/** What to type for this place: the quote with its context or, where no context settles it, its block as a whole. */
function choiceOf(words: Words, span: Span): string {
  const quote = describe(words.folded, words.flat.words, span);
  if (quote) return inYaml(quote);
  const number = passageAt(words, span)?.block.number;
  return number ? `{ paragraph: ${number} }` : '{ exact: … } with more words';
}

function paragraphOf(words: Words, span: Span): string {
  const number = passageAt(words, span)?.block.number;
  return number ? `¶ ${number}` : 'the footnotes';
}

function inYaml(quote: TextQuote): string {
  const parts = (['exact', 'prefix', 'suffix'] as const).flatMap((key) => (quote[key] ? [`${key}: ${JSON.stringify(quote[key])}`] : []));
  return `{ ${parts.join(', ')} }`;
}

function short(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > 90 ? `${plain.slice(0, 90).trimEnd()}…` : plain;
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
