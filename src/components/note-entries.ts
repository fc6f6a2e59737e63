/**
 * A note as the list of all notes has it: its passage and the beginning of what it says, in plain words.
 */
import { beginning } from '../core/beginning.ts';
import { kindNames, verdictNames } from '../core/apparatus.ts';
import { formatEdtf, isLater } from '../core/edtf.ts';
import type { Annotation, AnnotationKind, Document, LostNote } from '../core/model.ts';
import { textOf } from '../core/tree.ts';

export interface NoteEntry {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly kindName: string;
  readonly state: 'placed' | 'lost';
  readonly number: number | undefined;
  /** Where the note is on a block as a whole, which. */
  readonly whole: string;
  readonly passage: string;
  readonly verdict: string;
  readonly words: string;
  /** Who wrote it, when, and since when it has no place. */
  readonly history: string;
}

/** All notes of a document: by number, and after them those without a place. */
export function entriesOf({ annotations, lost, words }: Document): NoteEntry[] {
  return [
    ...annotations.map((note) => ({
      ...common(note),
      number: note.number,
      state: 'placed' as const,
      whole: note.whole ? `¶\u00a0${note.block.number}` : '',
      passage: beginning(words.slice(note.span.start, note.span.end), longestPassage),
      history: historyOf(note),
    })),
    ...lost.map((note) => ({
      ...common(note),
      number: undefined,
      state: 'lost' as const,
      whole: '',
      passage: beginning(note.quote, longestPassage),
      history: [`Without a place since ${formatEdtf(note.since)}.`, historyOf(note)].filter(Boolean).join(' '),
    })),
  ];
}

const longestPassage = 90;
const longestWords = 180;

function common(note: Annotation | LostNote): Pick<NoteEntry, 'id' | 'kind' | 'kindName' | 'verdict' | 'words'> {
  return {
    id: note.id,
    kind: note.kind,
    kindName: kindNames[note.kind],
    verdict: note.check ? verdictNames[note.check.verdict] : '',
    words: beginning(textOf(note.body), longestWords),
  };
}

function historyOf({ author, created, changed }: Annotation | LostNote): string {
  const again = changed && (!created || isLater(changed, created)) ? formatEdtf(changed) : undefined;
  const dates = [created && `written ${formatEdtf(created)}`, again && `changed ${again}`].filter(Boolean).join(', ');
  const line = [author && `By ${author}`, dates].filter(Boolean).join(', ');
  return line === '' ? '' : `${line[0]!.toUpperCase()}${line.slice(1)}.`;
}
