import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edtfSortKey } from '../../src/core/edtf.ts';
import { annotationKinds, type Document } from '../../src/core/model.ts';
import { formatReport } from '../../src/core/problem.ts';
import { parseReference } from '../../src/core/references.ts';
import { readEdition } from '../../src/edition/read.ts';

const project = join(import.meta.dirname, '../..');
const { edition, problems } = readEdition(join(project, 'content'));
const documents = edition?.documents ?? [];

describe('the shipped edition', () => {
  test('has no problems, no warnings either', () => expect(formatReport(problems)).toBe('No problems.\n'));

  test('has five documents, and says of each how its words relate to the source', () => {
    expect(documents.length).toBeGreaterThanOrEqual(5);
    for (const document of documents) expect(document.source.url, document.id).toMatch(/^https:/);
  });

  test('has at least 50 notes, of all five kinds', () => {
    const notes = documents.flatMap((document) => document.annotations);
    expect(notes.length).toBeGreaterThanOrEqual(50);
    expect(new Set(notes.map((note) => note.kind))).toEqual(new Set(annotationKinds));
  });

  test('has at least 50 terms, each mentioned', () => {
    expect(edition!.terms.length).toBeGreaterThanOrEqual(50);
    for (const term of edition!.terms) expect(term.mentions.length, term.id).toBeGreaterThan(0);
  });

  test('has at least 30 references between documents, back in time and forward', () => {
    const links = documents.flatMap((from) =>
      from.annotations.flatMap((note) => note.references.flatMap(({ to }) => between(from, to, documents))),
    );
    expect(links.length).toBeGreaterThanOrEqual(30);
    const times = links.map(({ from, to }) => (edtfSortKey(from.source.published) < edtfSortKey(to.source.published) ? 'forward' : 'back'));
    expect(new Set(times)).toEqual(new Set(['forward', 'back']));
  });
});

function between(from: Document, address: string, all: readonly Document[]): { from: Document; to: Document }[] {
  const target = parseReference(address, from.id);
  const to = 'document' in target ? all.find((document) => document.id === target.document) : undefined;
  return to && to !== from ? [{ from, to }] : [];
}

const copied = join(project, '../shared/tools/copied.mjs');

test.skipIf(!existsSync(copied))(
  `nothing of the sources is copied, says ../shared/tools/copied.mjs${existsSync(copied) ? '' : ' (not found on this machine: not checked)'}`,
  { timeout: 60_000 },
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [copied, '.'], { cwd: project, encoding: 'utf8' });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
  },
);
