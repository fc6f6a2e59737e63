/**
 * Notes that stand in the text itself, whose words are no longer before them.
 */
import type { Place, Span } from '../core/model.ts';
import { find, type TextQuote } from '../core/quote.ts';
import { reanchor } from '../core/reanchor.ts';
import { blockAround } from '../core/tree.ts';
import { fold } from '../core/words.ts';
import { formerTexts } from '../edition/history.ts';
import type { LoadedDocument } from '../edition/load-document.ts';
import type { Misfit, Subject } from './subject.ts';

type InPlace = LoadedDocument['notes'][number];

/**
 * Notes in place that have no words before them in their block; and those that have, where by the last commit these are others than
 * they were: the nearest match is a look-alike then.
 */
export function inPlaceMisfits(subject: Subject): Misfit[] {
  const { document, source } = subject;
  return document.notes.flatMap((note, index): Misfit[] => {
    const here = spanBefore(document, note);
    if (here && (note.quote === undefined || subject.unchanged)) return [];
    const former = here ? lastCommitted(note, subject) : latest(note, subject);
    if (here && (!former || former.text === source.text)) return [];
    const quote: TextQuote = { exact: former?.words ?? note.quote ?? '' };
    const [found] = reanchor([{ quote, was: former?.span }], document.folded, former?.document.folded);
    if (here && (!found?.span || !apart(found.span, here)) && found?.state !== 'lost') return [];
    const { words, span, commit } = { words: former?.document.flat.words ?? '', span: former?.span, commit: former?.commit ?? '' };
    const placed = found!.state === 'exact' ? { ...found!, state: 'moved' as const } : found!;
    return [
      {
        of: 'note',
        name: note.id,
        key: note.id,
        file: document.file,
        index,
        path: [],
        place: note.place,
        valued: false,
        kind: 'in place',
        quote: { exact: note.quote ?? quote.exact },
        document,
        found: placed,
        sure: true,
        former: span && { words, span, commit },
      },
    ];
  });
}

/** The words that a note in place is on: the nearest match before it in its block, or the block up to it. */
export function spanBefore({ flat }: LoadedDocument, { offset, quote }: Pick<InPlace, 'offset' | 'quote'>): Span | undefined {
  const block = blockAround(flat.blocks, { start: offset, end: offset });
  if (!block) return undefined;
  if (quote === undefined) return offset > block.start ? { start: block.start, end: offset } : undefined;
  const last = find(fold(flat.words.slice(block.start, offset)), { exact: quote }).at(-1);
  return last && { start: block.start + last.start, end: block.start + last.end };
}

/** What an editor is to do about a note in place: give it other words where it stands, or put it elsewhere. */
export type Mend =
  { readonly kind: 'quote'; readonly words: string } | { readonly kind: 'put'; readonly after: string; readonly at: Place };

/** How a note in place comes to a span. */
export function mendFor({ document, index }: Misfit, span: Span): Mend {
  const note = document.notes[index]!;
  const words = document.flat.words.slice(span.start, span.end).replaceAll(/\s+/g, ' ').trim();
  const there = spanBefore(document, { offset: note.offset, quote: words });
  if (there && there.start <= span.start && span.end <= there.end && words !== note.quote) return { kind: 'quote', words };
  return { kind: 'put', after: words, at: document.placeOf(span.end - 1) };
}

interface Former {
  readonly text: string;
  readonly document: LoadedDocument;
  readonly span: Span;
  readonly words: string;
  readonly commit: string;
}

function formerOf({ id, quote }: InPlace, text: string, commit: string, { former }: Subject): Former | undefined {
  const document = former(text);
  const note = document.notes.find((each) => each.id === id && each.quote === quote);
  const span = note && spanBefore(document, note);
  return span && { text, document, span, words: document.flat.words.slice(span.start, span.end), commit };
}

function lastCommitted(note: InPlace, subject: Subject): Former | undefined {
  const { commits, textAt } = subject.history();
  const text = textAt('HEAD');
  return text === undefined ? undefined : formerOf(note, text, commits[0] ?? 'HEAD', subject);
}

/** By the latest text on which it had its words. */
function latest(note: InPlace, subject: Subject): Former | undefined {
  for (const { text, commit } of formerTexts(subject.history())) {
    const found = formerOf(note, text, commit, subject);
    if (found) return found;
  }
  return undefined;
}

function apart(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start;
}
