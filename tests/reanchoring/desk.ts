/**
 * An editor's desk for tests: a folder with an edition, git, and the commands.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const head = '---\ntitle: The dues\ntext: original\nsource: { publisher: P, published: 1731, url: https://example.org }\n---\n\n';
export let folder: string;

/** A new folder with an edition without documents, under git. */
export function open(): void {
  folder = mkdtempSync(join(tmpdir(), 'variorum-reanchor-'));
  put('edition.yaml', 'title: T\ndescription: D.\nlanguage: en\nlicence: CC-BY-4.0\n');
  git('init', '-q');
}

export function leave(): void {
  rmSync(folder, { recursive: true, force: true });
}

export function at(path: string): string {
  return join(folder, 'content', path);
}

export function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

export function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=An Editor', '-c', 'user.email=editor@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

export function commit(message = 'as it is'): void {
  git('add', '.');
  git('commit', '-qm', message);
}

export function run(command: string, ...args: string[]): { status: number | null; out: string; error: string } {
  const done = spawnSync(process.execPath, [resolve(`src/commands/${command}.ts`), ...args], { cwd: folder, encoding: 'utf8' });
  return { status: done.status, out: done.stdout, error: done.stderr };
}
