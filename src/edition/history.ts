/**
 * What git remembers of a file: earlier texts of it, and when its lines were written. Where there is no git, or no history, there is
 * nothing to remember, and nothing else changes.
 */
import { execFileSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';

/** What git has of one file, under whatever names it had. */
export interface FileHistory {
  /** The commits that changed it, the latest first. */
  readonly commits: readonly string[];
  /** The names that it has and had, from the top folder of the repository; none where it is in no commit. */
  readonly names: readonly string[];
  /** Its text as of a commit, or of what git takes for one (`HEAD`, `COMMIT^`); undefined where it was not there. Line ends are `\n`. */
  readonly textAt: (commit: string) => string | undefined;
}

/** The history of a file; of one that is renamed in the index and not yet committed, that of its former name. */
export function historyOf(file: string, most = 200): FileHistory {
  const top = git(dirname(file), ['rev-parse', '--show-toplevel'])?.trim();
  if (top === undefined) return unknown;
  const [name = ''] = namesIn(git(dirname(file), ['ls-files', '--full-name', '-z', '--', basename(file)]));
  const committed = name === '' ? '' : formerName(top, name);
  if (committed === '') return unknown;
  const log = git(top, [
    '--literal-pathspecs',
    'log',
    '--follow',
    alike,
    `--max-count=${most}`,
    '--format=%x00%H',
    '--name-status',
    '-z',
    '--',
    committed,
  ]);
  const named = new Map<string, string>();
  const told = namesIn(log);
  for (let i = 0; i + 2 < told.length;) {
    const [of, status, name, now] = told.slice(i) as [string, string, string, string];
    named.set(of, /^[RC]/.test(status) ? now : name);
    // What was begun as a copy of another file has no history before that.
    if (status.startsWith('C')) break;
    i += status.startsWith('R') ? 4 : 3;
  }
  const names = [...new Set([committed, ...named.values()])];
  const texts = new Map<string, string | undefined>();
  const read = (of: string): string | undefined => {
    const own = named.get(of);
    for (const each of own === undefined ? names : [own]) {
      const text = git(top, ['show', `${of}:${each}`]);
      if (text !== undefined) return text.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, '');
    }
    return undefined;
  };
  return {
    commits: [...named.keys()],
    names,
    textAt: (of) => {
      if (!texts.has(of)) texts.set(of, read(of));
      return texts.get(of);
    },
  };
}

const unknown: FileHistory = { commits: [], names: [], textAt: () => undefined };

/** A file that was renamed and edited at once is taken for the former one while three tenths of it are the same. */
const alike = '--find-renames=30%';

/** The name that a file has in the last commit, where it was renamed since. */
function formerName(top: string, name: string): string {
  if (git(top, ['cat-file', '-e', `HEAD:${name}`]) !== undefined) return name;
  for (const where of [['--cached'], []]) {
    const [...changes] = namesIn(git(top, ['diff', ...where, alike, '--diff-filter=R', '--name-status', '-z', 'HEAD']));
    for (let i = 0; i + 2 < changes.length; i += 3) if (changes[i + 2] === name) return changes[i + 1]!;
  }
  return '';
}

/** Earlier texts of a file, the latest first, each read when it is asked for. Line ends are `\n`. */
export function* formerTexts(history: FileHistory): Generator<{ readonly text: string; readonly commit: string }> {
  for (const commit of history.commits) {
    const text = history.textAt(commit);
    if (text !== undefined) yield { text, commit };
  }
}

/**
 * Whether a file of a folder is as it was when it was first committed, under the name that it had then. Git is asked once for the whole
 * folder; where it knows nothing, no file is.
 */
export function unchangedIn(folder: string): (file: string) => boolean {
  const top = git(folder, ['rev-parse', '--show-toplevel'])?.trim();
  if (top === undefined) return () => false;
  const states = new Map<string, string>();
  const log = namesIn(git(folder, ['log', '--format=', '--name-status', '--no-renames', '-z', '--', '.']));
  for (let i = 0; i + 1 < log.length; i += 2) states.set(resolve(top, log[i + 1]!), states.has(resolve(top, log[i + 1]!)) ? 'M' : log[i]!);
  const renamed = namesIn(git(folder, ['log', '--format=', '--name-status', alike, '--diff-filter=R', '-z', '--', '.']));
  for (let i = 0; i + 2 < renamed.length; i += 3) states.set(resolve(top, renamed[i + 2]!), 'R');
  for (const name of namesIn(git(folder, ['diff', '--name-only', '-z', 'HEAD', '--', '.']))) states.set(resolve(top, name), 'M');
  return (file) => states.get(resolve(file)) === 'A';
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
