/**
 * One file to a document and its record: read, drafted, composed, and proved before a byte is written.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { formatReport, type Problem } from '../core/problem.ts';
import { openCache } from '../edition/cache.ts';
import { splitHead } from '../edition/document.ts';
import { largest, type SourceFile } from '../edition/files.ts';
import { readDocument } from '../edition/load-document.ts';
import { parseMdx } from '../edition/parse-mdx.ts';
import { writeWhole } from '../edition/write-whole.ts';
import { changesOf, type Changes } from './changes.ts';
import { composeDocument, composeRecord, keptTexts, usableHead, type Provenance } from './compose.ts';
import { keptKeys, Unreadable, type Aside, type Draft, type Flag, type Head, type Repair } from './draft.ts';
import { formerOf, reconcile } from './former.ts';
import { formatOf, hintFor } from './formats.ts';
import { breachOf, wordsOf } from './law.ts';
import { targetOf, textAt, type Target } from './targets.ts';
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
  /** Whether the document that stood there had been edited by hand since it was imported. */
  readonly edited: boolean;
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
  const bytes = bytesOf(path, format.plain ? 2 * largest : largestSource);
  const found = await (await format.load())({ name: basename(path), bytes });
  const usable = usableHead(found.head);
  const before = textAt(target.document);
  const former = before === undefined ? undefined : formerOf(before, textAt(target.record));
  const { head, aside, flags } = former ? reconcile(usable.head, former) : { head: usable.head, aside: [], flags: [] };
  const draft = { ...found, aside: [...found.aside, ...aside], flags: [...found.flags, ...usable.flags, ...flags] };

  const mdx = composeDocument(draft, head, former?.head);
  prove(draft, mdx, head);
  const words = { kept: countOf(keptTexts(head, draft.body)), aside: countOf(draft.aside.map(({ text }) => text)) };
  const record = composeRecord(provenanceOf(path, bytes, format.name), draft, head, words);

  const same = before === mdx && textAt(target.record) === record;
  const status = same ? 'unchanged' : before === undefined ? 'new' : options.force || before === mdx ? 'changed' : 'refused';
  const replaced = status === 'changed' && before !== mdx && former?.edited ? former.text : undefined;
  if (!options.dryRun && (status === 'new' || status === 'changed')) {
    writeWhole({ ...(replaced === undefined ? {} : { [target.former]: replaced }), [target.record]: record, [target.document]: mdx });
  }
  return {
    status,
    file: path,
    target,
    head,
    paragraphs: draft.body.children.filter((child) => child.type !== 'heading').length,
    words,
    aside: draft.aside,
    repairs: draft.repairs,
    flags: draft.flags,
    edited: former?.edited ?? false,
    changes: before === undefined || before === mdx ? undefined : changesOf(before, mdx, target.id, notesOn(target.id, options.into)),
    mdx,
  };
}

function notesOn(id: string, into: string): SourceFile | undefined {
  const file = join(into, 'annotations', `${id}.yaml`);
  const text = textAt(file);
  return text === undefined ? undefined : { file, id, text };
}

function provenanceOf(path: string, bytes: Uint8Array, format: string): Provenance {
  return { file: basename(path), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), format };
}

function bytesOf(path: string, most: number): Uint8Array {
  const file = lstatSync(path, { throwIfNoEntry: false });
  if (!file) throw new Unreadable('There is no such file.', 'Look at its name and folder.');
  if (file.isSymbolicLink()) throw new Unreadable('It is a symbolic link.', 'Name the file that it leads to.');
  if (!file.isFile()) throw new Unreadable('It is no file.', 'Name a file or a folder of files.');
  if (file.size > most) throw new Unreadable(`It is larger than ${megabytes(most)} MB.`, divide);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Unreadable(`It cannot be opened (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Look at its permissions.');
  }
}

/** The law, held against what is read back from the file as it would be written; and the document as the build reads it. */
function prove({ visible, body, aside }: Draft, mdx: string, head: Head): void {
  if (countOf([textOfTree(body)]) === 0)
    throw new Unreadable('It has no text, but for its head and what would be set aside.', 'Is it the right file?');
  const size = Buffer.byteLength(mdx);
  if (size > largest)
    throw new Unreadable(`The document would have ${megabytes(size)} MB; an edition reads ${megabytes(largest)}.`, divide);
  const problems: Problem[] = [];
  readDocument({ file: 'the document', id: 'document', text: mdx }, 'en', openCache(undefined), problems);
  const errors = problems.filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new Unreadable(`The document would have errors.\n${formatReport(errors).trim()}`, tell);
  const parts = splitHead(mdx)!;
  const written = parse(parts.head) as Record<string, unknown>;
  const inHead = keptKeys.flatMap((key) => (head[key]?.kept === undefined ? [] : String(written[key])));
  const breach = breachOf(visible, [...inHead, textOfTree(parseMdx(parts.body)), ...aside.map(({ text }) => text)]);
  if (!breach) return;
  const lost = breach.lost.length > 0 ? `Words would be lost: ${few(breach.lost)}.` : '';
  const added = breach.added.length > 0 ? `Words would be added: ${few(breach.added)}.` : '';
  throw new Unreadable([lost, added].filter(Boolean).join(' '), tell);
}

const divide = 'Divide it: one file for one document.';
const tell = 'This is a fault of the importer: please report it, with the file. Until then, save the text as .txt and import that.';

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

function few(words: readonly string[]): string {
  return `${words.slice(0, 8).join(' ')}${words.length > 8 ? ` … (${words.length})` : ''}`;
}

function countOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
}
