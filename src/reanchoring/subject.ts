/**
 * A document, as its file has it and as git had it: what the quotes of it are held against, and what is found.
 */
import type { Span } from '../core/model.ts';
import type { TextQuote } from '../core/quote.ts';
import type { Anchored, AnchorState } from '../core/reanchor.ts';
import { openCache } from '../edition/cache.ts';
import type { SourceFile } from '../edition/files.ts';
import { historyOf, type FileHistory } from '../edition/history.ts';
import { readDocument, type LoadedDocument } from '../edition/load-document.ts';
import type { Written } from './quotes.ts';

export type State = AnchorState | 'found again';

/** A note, a statement or a passage whose place is not, or no longer, that of its words. */
export interface Misfit extends Written {
  /** `words` and `block` are quotes in YAML; `lost` is a note that has no place; `in place` is one that stands in the text itself. */
  readonly kind: 'words' | 'block' | 'lost' | 'in place';
  readonly quote: TextQuote | { readonly paragraph: number };
  readonly document: LoadedDocument;
  readonly found: Omit<Anchored, 'state'> & { readonly state: State };
  /** False where the place that was found is only shown, and the editor is to choose it. */
  readonly sure: boolean;
  /** Where it was on a text on which it was right, and the commit of that; undefined where no such text is known. */
  readonly former?: { readonly words: string; readonly span: Span; readonly commit: string } | undefined;
}

/** A document, with what git knows of it, asked when it is needed. */
export interface Subject {
  readonly source: SourceFile;
  readonly document: LoadedDocument;
  /** Whether the document is as it was when it was first committed. */
  readonly unchanged: boolean;
  readonly history: () => FileHistory;
  /** Another text of the document, read. */
  readonly former: (text: string) => LoadedDocument;
}

/** What is needed to look after the quotes of one document. */
export function subjectOf(source: SourceFile, document: LoadedDocument, unchanged: boolean, language: string): Subject {
  const read = new Map<string, LoadedDocument>();
  let history: FileHistory | undefined;
  return {
    source,
    document,
    unchanged,
    history: () => (history ??= historyOf(source.file)),
    former: (text) => {
      if (!read.has(text)) read.set(text, readDocument({ ...source, text }, language, openCache(undefined), []));
      return read.get(text)!;
    },
  };
}
