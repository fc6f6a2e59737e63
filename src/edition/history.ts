/**
 * What git remembers of a file: earlier texts of it, and when its lines were written. Where there is no git, or no history, there is
 * nothing to remember, and nothing else changes.
 */
import { execFileSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';

/** Earlier texts of a file, the latest first, under whatever names it had, each read when it is asked for. Line ends are `\n`. */
export function* formerTexts(file: string, most = 200): Generator<{ readonly text: string; readonly commit: string }> {
  const folder = dirname(file);
  const log = git(folder, ['log', '--follow', `--max-count=${most}`, '--format=%x00%H', '--name-only', '-z', '--', basename(file)]);
  const top = git(folder, ['rev-parse', '--show-toplevel'])?.trim() ?? folder;
  let commit = '';
  for (const part of namesIn(log)) {
    if (/^[0-9a-f]{40,64}$/.test(part)) commit = part;
    else {
      const text = git(top, ['show', `${commit}:${part}`]);
      if (text !== undefined) yield { text: text.replaceAll('\r\n', '\n'), commit };
    }
  }
}

/** The text of a file in a commit; undefined where there is none. Line ends are `\n`. */
export function textIn(commit: string, file: string): string | undefined {
  return git(dirname(file), ['show', `${commit}:./${basename(file)}`])?.replaceAll('\r\n', '\n');
}

/** The latest commit that changed a file; undefined where there is none. */
export function commitOf(file: string): string | undefined {
  return git(dirname(file), ['log', '-1', '--format=%H', '--', basename(file)])?.trim() || undefined;
}

/** Days, as `2026-11-22`, on which something was first and last written. */
export interface Dates {
  readonly created: string;
  readonly changed: string;
}

/** The lines are asked for where they matter: to find them costs more than to know a file that was committed once. */
export type DatesOfLines = (file: string, lines: () => readonly [first: number, last: number]) => Dates | undefined;

/**
 * When the lines of the files in a folder were committed. Git is asked once for the whole folder; and line by line only for those
 * files that were committed more than once. A shallow clone has forgotten when its lines were written: it says nothing.
 * @returns for lines of a file, from 1; undefined for those that are in no commit yet
 */
export function datesIn(folder: string): DatesOfLines {
  const { commits, edited } = commitsIn(folder);
  const lines = new Map<string, readonly (string | undefined)[]>();
  return (file, linesOf) => {
    const days = commits.get(resolve(file));
    if (!days) return undefined;
    if (days.length === 1 && !edited.has(resolve(file))) return { created: days[0]!, changed: days[0]! };
    const [first, last] = linesOf();
    if (!lines.has(file)) lines.set(file, daysOfLines(file));
    const known = lines
      .get(file)!
      .slice(first - 1, last)
      .filter((day) => day !== undefined)
      .sort();
    return known.length > 0 ? { created: known[0]!, changed: known.at(-1)! } : undefined;
  };
}

/** The days on which each file of a folder was committed, and the files that differ from their last commit. */
function commitsIn(folder: string): { commits: Map<string, string[]>; edited: Set<string> } {
  const commits = new Map<string, string[]>();
  if (git(folder, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true') return { commits, edited: new Set() };
  const top = git(folder, ['rev-parse', '--show-toplevel'])?.trim() ?? '';
  const at = (name: string): string => resolve(top, name);
  let day = '';
  for (const line of namesIn(git(folder, ['log', '--format=%x00%as', '--name-only', '-z', '--', '.']))) {
    if (/^\d{4}-\d\d-\d\d$/.test(line)) day = line;
    else commits.set(at(line), [...(commits.get(at(line)) ?? []), day]);
  }
  return { commits, edited: new Set(namesIn(git(folder, ['diff', '--name-only', '-z', 'HEAD', '--', '.'])).map(at)) };
}

function namesIn(output = ''): string[] {
  return output.split(/\0|\n/).filter((name) => name !== '');
}

function daysOfLines(file: string): (string | undefined)[] {
  const blame = git(dirname(file), ['blame', '--line-porcelain', '--', basename(file)]) ?? '';
  return blame
    .split(/^(?=[0-9a-f]{40,64} \d)/m)
    .filter(Boolean)
    .map((line) => {
      if (/^0{40}/.test(line)) return undefined;
      const [, seconds, zone] = /^author-time (\d+)\nauthor-tz ([+-]\d{4})$/m.exec(line) ?? [];
      if (seconds === undefined || zone === undefined) return undefined;
      const minutes = Number(zone.slice(0, 3)) * 60 + Number(`${zone[0]}${zone.slice(3)}`);
      return new Date((Number(seconds) + minutes * 60) * 1000).toISOString().slice(0, 10);
    });
}

/** Run git in a folder; undefined where it fails, or is not there. */
function git(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
  } catch {
    return undefined;
  }
}
