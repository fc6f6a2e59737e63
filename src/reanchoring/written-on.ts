/**
 * The text on which an editor last wrote the place of a quote: what git has of its document at that time.
 */
import { isDeepStrictEqual } from 'node:util';
import type { FileHistory } from '../edition/history.ts';
import type { Entries } from './quotes.ts';

/** A document as it was when the place of a quote was written. */
export interface WrittenOn {
  readonly text: string;
  readonly commit: string;
}

/** What a file with quotes and a document of theirs are, and were. */
export interface Lives {
  readonly entries: Entries;
  readonly text: string;
  /** The entries of the file as of a commit; undefined where it was no YAML, or was not there. */
  readonly entriesAt: (commit: string) => Entries | undefined;
  /** The commits that changed it, the latest first. */
  readonly commits: readonly string[];
  readonly document: FileHistory;
}

/**
 * For each entry the text on which its place (`quote` or `lost`) was last written. What was edited otherwise in a commit that left its
 * document alone was looked at on that text as well: its editor has seen where it stands.
 * @returns by key; none for what was written since the last commit, and for that of which git knows no text
 */
export function writtenOn({ entries, text, entriesAt, commits, document }: Lives): Map<string, WrittenOn> {
  const found = new Map<string, WrittenOn>();
  const open = new Set(entries.keys());
  let [newer, at] = [entries, ''];
  const settle = (older: Entries): void => {
    let alone: boolean | undefined;
    for (const key of open) {
      const [now, was] = [newer.get(key)!, older.get(key)];
      if (was && isDeepStrictEqual(placeOf(now), placeOf(was))) {
        if (isDeepStrictEqual(now, was)) continue;
        alone ??= at === '' ? document.textAt('HEAD') === text : document.textAt(at) === document.textAt(`${at}^`);
        if (!alone) continue;
      }
      open.delete(key);
      const then = at === '' ? undefined : document.textAt(at);
      if (then !== undefined) found.set(key, { text: then, commit: at });
    }
  };
  for (const commit of commits) {
    if (open.size === 0) break;
    const older = entriesAt(commit);
    // What was no YAML at the time tells nothing.
    if (!older) continue;
    settle(older);
    [newer, at] = [older, commit];
  }
  settle(new Map());
  return found;
}

function placeOf({ quote, lost }: Readonly<Record<string, unknown>>): unknown {
  return lost !== undefined ? { lost } : typeof quote === 'string' ? { exact: quote } : quote;
}
