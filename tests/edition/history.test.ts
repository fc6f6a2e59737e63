import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { datesIn, formerTexts, historyOf, unchangedIn } from '../../src/edition/history.ts';

let folder: string;
let file: string;

const renamed = (): string => join(folder, 'notes', 'tolls.yaml');
const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: folder });

function commit(day: string): void {
  const when = `${day}T23:30:00+0200`;
  const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
  for (const args of [
    ['add', '.'],
    ['-c', 'user.name=E', '-c', 'user.email=e@example.org', 'commit', '-qm', day],
  ])
    execFileSync('git', args, { cwd: folder, env });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum history '));
  mkdirSync(join(folder, 'notes'));
  file = join(folder, 'notes', 'dues.yaml');
  execFileSync('git', ['init', '-q'], { cwd: folder });
  writeFileSync(file, 'a\nb\n');
  commit('2024-03-01');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('lines have the days on which they were written, in the time of their writer', () => {
  writeFileSync(file, 'a\nB\nc\n');
  commit('2025-12-31');
  const dates = datesIn(join(folder, 'notes'));
  expect(dates(file, () => [1, 1])).toEqual({ created: '2024-03-01', changed: '2024-03-01' });
  expect(dates(file, () => [1, 2])).toEqual({ created: '2024-03-01', changed: '2025-12-31' });
  expect(dates(file, () => [3, 3])).toEqual({ created: '2025-12-31', changed: '2025-12-31' });
});

test('a file of one commit is of one day, but for the lines that are in none yet', () => {
  expect(datesIn(join(folder, 'notes'))(file, () => [1, 2])).toEqual({ created: '2024-03-01', changed: '2024-03-01' });
  writeFileSync(file, 'a\nb\nnew\n');
  const dates = datesIn(join(folder, 'notes'));
  expect(dates(file, () => [1, 2])).toEqual({ created: '2024-03-01', changed: '2024-03-01' });
  expect(dates(file, () => [3, 3])).toBeUndefined();
});

test('earlier texts come the latest first, with line ends of one kind', () => {
  writeFileSync(file, 'a\r\nB\r\n');
  commit('2025-12-31');
  expect([...formerTexts(historyOf(file))].map(({ text }) => text)).toEqual(['a\nB\n', 'a\nb\n']);
});

test('where there is no git there is no history', () => {
  rmSync(join(folder, '.git'), { recursive: true });
  expect(datesIn(join(folder, 'notes'))(file, () => [1, 2])).toBeUndefined();
  expect([...formerTexts(historyOf(file))]).toEqual([]);
  expect(datesIn(join(folder, 'nowhere'))(file, () => [1, 2])).toBeUndefined();
});

describe('a file that was renamed', () => {
  const lines = Array.from({ length: 9 }, (_, i) => `line ${i} of the ledger\n`).join('');
  beforeEach(() => {
    writeFileSync(file, lines);
    commit('2025-01-01');
    git('mv', 'notes/dues.yaml', 'notes/tolls.yaml');
  });

  test.each<[string, () => void]>([
    ['in the index', () => {}],
    ['and edited', () => writeFileSync(renamed(), `${lines}more\n`)],
    ['and edited in the index', () => (writeFileSync(renamed(), `${lines}more\n`), void git('add', '.'))],
    ['and committed with an edit', () => (writeFileSync(renamed(), `${lines}more\n`), commit('2025-02-01'))],
  ])('%s has the history of its former name', (_, change) => {
    change();
    const texts = [...formerTexts(historyOf(renamed()))].map(({ text }) => text);
    expect(texts.slice(-2)).toEqual([lines, 'a\nb\n']);
  });
});

test('a file that was committed once and is the same is unchanged', () => {
  const now = (): boolean => unchangedIn(join(folder, 'notes'))(file);
  expect(now()).toBe(true);
  writeFileSync(file, 'a\n');
  expect(now()).toBe(false);
  commit('2025-01-01');
  expect(now()).toBe(false);
  expect(unchangedIn(join(folder, 'notes'))(join(folder, 'notes', 'new.yaml'))).toBe(false);
});

test('a file that only was renamed, with another text before, is not', () => {
  writeFileSync(file, 'a\nb\nc\nd\n');
  commit('2025-01-01');
  execFileSync('git', ['mv', 'notes/dues.yaml', 'notes/tolls.yaml'], { cwd: folder });
  commit('2025-02-01');
  expect(unchangedIn(join(folder, 'notes'))(join(folder, 'notes', 'tolls.yaml'))).toBe(false);
});
