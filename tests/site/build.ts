/**
 * Real builds, each made once for all tests that read it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export interface Build {
  readonly status: number | null;
  readonly output: string;
  /** The built site, a copy that no later build touches. */
  readonly folder: string;
}

// What vitest sets for itself (DEV, PROD, MODE …) is none of a build's business.
export const plainEnvironment = Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name] ?? '']));

/**
 * Run `astro build` as a user does.
 * @param name of the copy
 * @param environment SITE, BASE, CONTENT
 */
export function build(name: string, environment: Record<string, string> = {}): Build {
  const folder = resolve('.cache/tests', name);
  rmSync(folder, { recursive: true, force: true });
  rmSync('dist', { recursive: true, force: true });
  const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    encoding: 'utf8',
    env: { ...plainEnvironment, ...environment, NO_COLOR: '1' },
  });
  mkdirSync(folder, { recursive: true });
  if (existsSync('dist')) cpSync('dist', folder, { recursive: true });
  return { status: run.status, output: run.stdout + run.stderr, folder };
}

/** Every file of a built site with its bytes, by its path. */
export function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The pages of a built site, by their paths. */
export function pagesOf(folder: string): Map<string, string> {
  return new Map([...filesOf(folder)].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString('utf8')]));
}
