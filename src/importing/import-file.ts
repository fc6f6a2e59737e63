/**
 * One file to a document and its record: read, drafted, composed, and proved before a byte is written.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { formatReport, hasErrors, type Problem } from '../core/problem.ts';
import { openCache } from '../edition/cache.ts';
import { splitHead } from '../edition/document.ts';
import { largest } from '../edition/files.ts';
import { readDocument } from '../edition/load-document.ts';
import { parseMdx } from '../edition/parse-mdx.ts';
import { changesOf, type Changes } from './changes.ts';
import { composeDocument, composeRecord, keptKeys, keptTexts, usableHead, type FormerHead } from './compose.ts';
import { Unreadable, type Aside, type Flag, type Head, type Repair } from './draft.ts';
import { formatOf, hintFor } from './formats.ts';
import { breachOf, wordsOf } from './law.ts';
import { targetOf, textAt, writeWhole, type Target } from './targets.ts';
import { textOfTree } from './to-mdx.ts';

export interface ImportOptions {
  /** The edition's folder. */
  readonly into: string;
  readonly as?: string | undefined;
  /** Whether to replace a document that is there and differs. */
  readonly force?: boolean | undefined;
  /** Whether to write nothing. */
  readonly dryRun?: boolean | undefined;
}

export interface Imported {
  /** `refused`: the document is there, differs, and was not to be replaced. */
  readonly status: 'new' | 'changed' | 'unchanged' | 'refused';
  readonly file: string;
  readonly target: Target;
  readonly head: Head;
  readonly paragraphs: number;
  readonly words: { readonly kept: number; readonly aside: number };
  readonly aside: readonly Aside[];
  readonly repairs: readonly Repair[];
  readonly flags: readonly Flag[];
  readonly changes?: Changes | undefined;
  readonly mdx: string;
}

/** In bytes. Larger than any source that is one document. */
const largestSource = 64 * 1024 * 1024;

/** Import one file. Throws `Unreadable`, with what to do, where that cannot be done: then nothing is written. */
export async function importFile(path: string, options: ImportOptions): Promise<Imported> {
  const format = formatOf(path);
  if (!format) throw new Unreadable('It is of no format that can be imported.', hintFor(path));
  const target = targetOf(basename(path), options.into, options.as);
  const bytes = bytesOf(path);
  const draft = await (await format.load())({ name: basename(path), bytes });
  const { head, flags } = usableHead(draft.head);

  const before = textAt(target.document);
  const mdx = composeDocument(draft, head, before === undefined ? {} : formerHead(before));
  if (Buffer.byteLength(mdx) > largest)
    throw new Unreadable(
      `The document would have ${megabytes(Buffer.byteLength(mdx))} MB; an edition reads ${megabytes(largest)}.`,
      'Divide it.',
    );
  const aside = draft.aside.map(({ text }) => text);
  prove(draft.visible, mdx, head, aside);

  const words = { kept: countOf(keptTexts(head, draft.body)), aside: countOf(aside) };
  const provenance = {
    file: basename(path),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format: format.name,
  };
  const full = { ...draft, flags: [...draft.flags, ...flags] };
  const record = composeRecord(provenance, full, head, words);

  const same = before === mdx && textAt(target.record) === record;
  const status = same ? 'unchanged' : before === undefined ? 'new' : options.force || before === mdx ? 'changed' : 'refused';
  if (!options.dryRun && (status === 'new' || status === 'changed')) {
    writeWhole(target.record, record);
    writeWhole(target.document, mdx);
  }
  const notes = join(options.into, 'annotations', `${target.id}.yaml`);
  const noted = textAt(notes);
  return {
    status,
    file: path,
    target,
    head,
    paragraphs: draft.body.children.filter((child) => child.type !== 'heading').length,
    words,
    aside: draft.aside,
    repairs: draft.repairs,
    flags: full.flags,
    changes:
      before === undefined || before === mdx
        ? undefined
        : changesOf(before, mdx, target.id, noted === undefined ? undefined : { file: notes, id: target.id, text: noted }),
    mdx,
  };
}

function bytesOf(path: string): Uint8Array {
  const file = lstatSync(path, { throwIfNoEntry: false });
  if (!file) throw new Unreadable('There is no such file.', 'Look at its name and folder.');
  if (file.isSymbolicLink()) throw new Unreadable('It is a symbolic link.', 'Name the file that it leads to.');
  if (!file.isFile()) throw new Unreadable('It is no file.', 'Name a file or a folder of files.');
  if (file.size > largestSource) throw new Unreadable('It is larger than 64 MB.', 'Divide it: one file for one document.');
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Unreadable(`It cannot be opened (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Look at its permissions.');
  }
}

/** The law, held against what is read back from the file as it would be written; and the document as the build reads it. */
function prove(visible: string, mdx: string, head: Head, aside: readonly string[]): void {
  const problems: Problem[] = [];
  readDocument({ file: 'the document', id: 'document', text: mdx }, 'en', openCache(undefined), problems);
  if (hasErrors(problems))
    throw new Unreadable(
      `The document would have errors.\n${formatReport(problems.filter((each) => each.severity === 'error')).trim()}`,
      tell,
    );
  const parts = splitHead(mdx)!;
  const written = parse(parts.head) as Record<string, unknown>;
  const inHead = keptKeys.flatMap((key) => (head[key]?.kept === undefined ? [] : String(written[key])));
  const breach = breachOf(visible, [...inHead, textOfTree(parseMdx(parts.body)), ...aside]);
  if (!breach) return;
  const lost = breach.lost.length > 0 ? `Words would be lost: ${few(breach.lost)}.` : '';
  const added = breach.added.length > 0 ? `Words would be added: ${few(breach.added)}.` : '';
  throw new Unreadable([lost, added].filter(Boolean).join(' '), tell);
}

const tell = 'This is a fault of the importer: please report it, with the file. Until then, save the text as .txt and import that.';

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

function few(words: readonly string[]): string {
  return `${words.slice(0, 8).join(' ')}${words.length > 8 ? ` … (${words.length})` : ''}`;
}

function formerHead(text: string): FormerHead {
  try {
    const value: unknown = parse(splitHead(text)?.head ?? '');
    return value !== null && typeof value === 'object' ? (value as FormerHead) : {};
  } catch {
    // What cannot be read cannot be kept; the changes show it.
    return {};
  }
}

function countOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
}
