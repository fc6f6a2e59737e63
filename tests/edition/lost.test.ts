/**
 * Notes without a place, and the dates of notes: as their editors write them, and as git remembers them.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../src/edition/read.ts';
import { searchPages } from '../../src/publishing/search-pages.ts';
import { documentOf, editionOf, folderWith, read } from './editions.ts';

const folder = join(import.meta.dirname, 'lost');
const file = 'annotations/dues.yaml';
const first = '- id: a\n  kind: gloss\n  quote: dues\n  body: A.\n- id: b\n  kind: gloss\n  quote: raised\n  body: B.\n';

function repository(): string {
  const edition = folderWith({ [file]: first }, folder);
  const dues = 'documents/dues.mdx';
  writeFileSync(join(edition, dues), readFileSync(join(edition, dues), 'utf8').replace(' [a doubt](note:dues/weekday)', ' a doubt'));
  execFileSync('git', ['init', '-q'], { cwd: edition });
  commit(edition, '2024-03-01');
  writeFileSync(join(edition, file), first.replace('body: A.', 'body: Again.'));
  appendFileSync(join(edition, file), '- id: c\n  kind: gloss\n  quote: nobody\n  body: C.\n  created: 2020\n');
  commit(edition, '2025-06-04');
  appendFileSync(join(edition, file), '- id: d\n  kind: gloss\n  quote: clerk\n  body: D.\n');
  return edition;
}

function commit(cwd: string, day: string): void {
  const when = `${day}T12:00:00Z`;
  const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
  execFileSync('git', ['add', '.'], { cwd, env });
  execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.org', 'commit', '-qm', day], { cwd, env });
}

const datesOf = (edition: string, dated: boolean): string[] =>
  documentOf(read(edition, { dated })).annotations.map(({ id, created, changed }) => [id, created, changed].join(' '));

const changed = (lines: string): string | undefined => {
  const files = { 'annotations/dues.yaml': `- id: a\n  kind: gloss\n  quote: paid\n  body: B.\n${lines}` };
  return /Changed [^.]*\./.exec(documentOf(editionOf('Nobody paid.\n', files)).html)?.[0];
};

describe('notes without a place', () => {
  const { edition, problems } = readEdition(folder);
  const dues = documentOf(edition!);
  const answer = documentOf(edition!, 'answer');

  test('are kept, with the words that they were on, and take no number', () => {
    expect(problems).toEqual([]);
    expect(dues.annotations.map(({ number, id }) => `${number} ${id}`)).toEqual(['1 raised']);
    expect(dues.lost).toHaveLength(1);
    expect(dues.lost[0]).toMatchObject({ id: 'weekday', kind: 'check', since: '2026-11-22', quote: 'on a Tuesday', author: 'A. Reader' });
    expect(answer.lost[0]).toMatchObject({ id: 'droits', since: '2026-11', quote: 'les droits de quille' });
    for (const { html } of edition!.documents) expect(html).not.toMatch(/id="note-(weekday|droits)"/);
  });

  test('show their words, what they say, and all that they refer to', () => {
    const { html } = dues.lost[0]!;
    expect(html).toContain('id="note-weekday" role="note" aria-label="Note without a place: check" data-kind="check"');
    expect(html).toContain('On “<bdi lang="en" dir="ltr">on a Tuesday</bdi>”, gone since 22 November 2026.');
    expect(html).toContain('<span class="verdict">Disputed.</span> The third of May was a <em>Thursday</em>.');
    expect(html).toContain('By the calendar of the parish.');
    expect(html).toContain('<a href="/documents/answer/#p1"><bdi lang="fr" dir="ltr">The answer</bdi>, ¶\u00a01</a>');
    expect(html).toContain('Checked November 2026. By A. Reader. Changed 4 June 2025.');
    expect(answer.lost[0]!.html).toContain('<bdi lang="fr" dir="ltr">les droits de quille</bdi>');
  });

  test('can be referred to, by their address, and what they refer to says so', () => {
    expect(dues.html).toContain('<a href="/documents/dues/#note-weekday">a doubt</a>');
    expect(dues.html).toContain(
      '<a href="/documents/answer/#note-droits"><bdi lang="fr" dir="ltr">The answer</bdi>, note without a place</a>',
    );
    expect(answer.backlinks).toContainEqual({
      from: { kind: 'note', document: 'dues', note: 'weekday', number: undefined, block: 0 },
      relation: 'disputes',
      block: 1,
    });
  });

  test('share their ids with the notes in place', () => {
    const again = readFileSync(join(folder, file), 'utf8').replace('id: raised', 'id: weekday');
    const report = readEdition(folderWith({ [file]: again }, folder)).problems;
    expect(report.map(({ rule }) => rule)).toEqual(['duplicate-id']);
  });
});

describe('when a note was changed', () => {
  test.each([
    ['  created: 2024-05-03\n  changed: 2024-05-04\n', 'Changed 4 May 2024.'],
    ['  created: 2024-05-03\n  changed: 2024-05-03\n', undefined],
    ['  created: 2024\n  changed: 2024-05\n', undefined],
    ['  created: 2023\n  changed: 2024~\n', 'Changed about 2024.'],
    ['  created: 2025\n  changed: 2024\n', undefined],
    ['  changed: 2024\n', undefined],
  ])('is said where it is later than it was written: %j', (lines, said) => expect(changed(lines)).toBe(said));
});

describe('the dates that git remembers', () => {
  test('are those of the lines of each note, where its editor wrote none; and only where they are asked for', () => {
    const edition = repository();
    expect(datesOf(edition, true).sort()).toEqual(['a 2024-03-01 2025-06-04', 'b 2024-03-01 2024-03-01', 'c 2020 2025-06-04', 'd  ']);
    expect(datesOf(edition, false).sort()).toEqual(['a  ', 'b  ', 'c 2020 ', 'd  ']);
    expect(documentOf(read(edition, { dated: true })).html).toContain('<p class="small">Changed 4 June 2025.</p>');
  });

  test('without git there are none, and all else is the same', () => {
    const plain = folderWith({}, folder);
    expect(documentOf(read(plain, { dated: true })).html).toBe(documentOf(read(plain)).html);
  });

  test('nor in a shallow clone, which has forgotten them', () => {
    const clone = folderWith({});
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository()}`, clone]);
    expect(datesOf(clone, true).sort()).toEqual(['a  ', 'b  ', 'c 2020 ']);
  });
});

test('a note without a place is searched, also where its document has no other', () => {
  const pages = [...searchPages(read(folder))].filter(({ url }) => url.endsWith('?kind=note'));
  expect(pages.map(({ url }) => url)).toEqual(['/documents/dues/?kind=note', '/documents/answer/?kind=note']);
  expect(pages[0]!.content).toContain(
    '<section id="note-weekday" data-pagefind-title="Check, note without a place, on “on a Tuesday”">The third of May',
  );
});
