/**
 * Small editions for tests, written to a temporary folder and read.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Document, Edition, Term } from '../../src/core/model.ts';
import { formatReport } from '../../src/core/problem.ts';
import { readEdition, type ReadOptions } from '../../src/edition/read.ts';

export const good = join(import.meta.dirname, 'good');

const head = '---\ntitle: The dues\ntext: original\nsource: { publisher: P, published: 1731, url: https://example.org }\n---\n\n';
const base = { 'edition.yaml': 'title: The harbour\ndescription: Letters.\nlanguage: en\nlicence: CC0-1.0\n' };

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder with these files, removed after the tests of the file; a copy of another, if one is given. */
export function folderWith(files: Readonly<Record<string, string>>, copyOf?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-'));
  folders.push(folder);
  if (copyOf) cpSync(copyOf, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** An edition with one document `dues`, whose body is given, and other files. */
export function editionOf(body: string, files: Readonly<Record<string, string>> = {}, options?: ReadOptions): Edition {
  return read(folderWith({ ...base, 'documents/dues.mdx': `${head}${body}`, ...files }), options);
}

/** Read an edition without errors; the report is thrown where it has any. */
export function read(folder: string, options?: ReadOptions): Edition {
  const { edition, problems } = readEdition(folder, options);
  if (!edition) throw new Error(formatReport(problems));
  return edition;
}

export function documentOf(edition: Edition, id = 'dues'): Document {
  return edition.documents.find((document) => document.id === id)!;
}

export function termOf(edition: Edition, id: string): Term {
  return edition.terms.find((term) => term.id === id)!;
}

/** A glossary file. */
export function term(word: string, more = ''): string {
  return `---\nterm: ${word}\nkind: concept\ndefinition: What it means.\n${more}---\n`;
}
