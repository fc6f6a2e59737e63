/**
 * What a new version of a source changes in the document that stands there, and which notes it touches.
 */
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Problem } from '../core/problem.ts';
import { openCache } from '../edition/cache.ts';
import { splitHead } from '../edition/document.ts';
import type { SourceFile } from '../edition/files.ts';
import { readDocument } from '../edition/load-document.ts';
import { readNotes } from '../edition/load-notes.ts';
import { parseMdx } from '../edition/parse-mdx.ts';
import { textOfTree } from './to-mdx.ts';

/** A run of words that is the same, gone, or new. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export interface Changes {
  /** Each block that is not the same, word by word. */
  readonly blocks: readonly (readonly Piece[])[];
  /** Ids of the notes that stood on the old words and have no place in the new. */
  readonly notes: readonly string[];
}

/**
 * Compare two texts of a document's file, block by block and then word by word.
 * @param notes the annotations file of the document, if there is one
 */
export function changesOf(before: string, after: string, id: string, notes: SourceFile | undefined): Changes {
  const blocks: Piece[][] = [];
  const parts = diffArrays(blocksOf(before), blocksOf(after));
  for (let i = 0; i < parts.length; i++) {
    const [part, next] = [parts[i]!, parts[i + 1]];
    if (part.removed && next?.added) {
      for (let k = 0; k < Math.max(part.value.length, next.value.length); k++)
        blocks.push(between(part.value[k] ?? '', next.value[k] ?? ''));
      i++;
    } else if (part.removed || part.added) {
      for (const text of part.value) blocks.push([{ kind: part.removed ? 'gone' : 'new', text }]);
    }
  }
  const placed = placedNotes(after, id, notes);
  return { blocks, notes: [...placedNotes(before, id, notes)].filter((note) => !placed.has(note)) };
}

/** The head's lines and the blocks of the body, as text. */
function blocksOf(text: string): string[] {
  const parts = splitHead(text);
  const head = parts ? parts.head.split('\n').filter((line) => line.trim() !== '') : [];
  try {
    return [...head, ...parseMdx(parts?.body ?? text).children.map((child) => textOfTree(child).trim())];
  } catch {
    // A document that is not valid MDX is compared as it is written.
    return [...head, ...(parts?.body ?? text).split(/\n\n+/)];
  }
}

function between(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}

function placedNotes(text: string, id: string, notes: SourceFile | undefined): Set<string> {
  const problems: Problem[] = [];
  const cache = openCache(undefined);
  const document = readDocument({ file: `${id}.mdx`, id, text }, 'en', cache, problems);
  const { notes: placed } = readNotes({ annotations: notes ? [notes] : [], unreadable: new Set() }, [document], cache, problems);
  return new Set(placed.get(id)?.map((note) => note.id));
}
