/**
 * `npm run import -- FILE… [--into DIR] [--as ID] [--dry-run] [--force] [--json]`: source files to documents, each with a record
 * of what became of every word. Exit 1 if any file was not imported, 2 for a slip in the command itself.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { compare } from '../core/problem.ts';
import { settings } from '../edition/settings.ts';
import { Unreadable } from '../importing/draft.ts';
import { formatOf, isMissed } from '../importing/formats.ts';
import { importFile, type ImportOptions } from '../importing/import-file.ts';
import { allWell, importReport, type Failed, type Outcome } from '../importing/report.ts';
import { targetOf } from '../importing/targets.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = 'npm run import -- FILE… [--into DIR] [--as ID] [--dry-run] [--force] [--json]';

/** What to do where writing fails, by the system's name for the failure. */
const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: nothing of it was written.',
  EACCES: 'The folder may not be written to: look at its permissions.',
  EPERM: 'The folder may not be written to: look at its permissions.',
  EROFS: 'The disk may not be written to: import into another folder, with --into DIR.',
  ENOENT: 'There is no such folder: make it, or name another with --into DIR.',
  ENOTDIR: 'A file stands where a folder is needed: name another with --into DIR.',
};

const { values, positionals } = argumentsOf(
  {
    into: { type: 'string' },
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
    force: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  usage,
  true,
);
const options: ImportOptions = {
  into: values.into ?? settings().content,
  as: values.as,
  dryRun: values['dry-run'],
  force: values.force,
};
if (options.into === '') refuse('--into names a folder', usage);
const passedOver: string[] = [];
const files = [...new Map(positionals.flatMap(filesIn).map((path) => [resolve(path), path])).values()];
if (files.length === 0) refuse(positionals.length === 0 ? 'Name the files to import' : 'There is no file in the folder', usage);
if (options.as !== undefined && files.length > 1) refuse('--as names one document: import one file at a time', usage);
const outcomes = await importAll(files);
process.stdout.write(
  values.json
    ? `${JSON.stringify({ dryRun: options.dryRun ?? false, files: outcomes, passedOver }, undefined, 2)}\n`
    : importReport(outcomes, options.dryRun ?? false, passedOver),
);
process.exitCode = allWell(outcomes) ? 0 : 1;

/**
 * A file as it is; of a folder, every file in it that is not hidden and is a text, in order. Links in a folder are not followed, and
 * what browsers save beside a page (`…_files`) is not looked into.
 */
function filesIn(path: string): string[] {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => compare(a.name, b.name))
    .flatMap((entry) => {
      const here = join(path, entry.name);
      if (entry.isDirectory()) return entry.name.endsWith('_files') ? [] : filesIn(here);
      if (entry.isFile() && (formatOf(entry.name) || isMissed(entry.name))) return [here];
      passedOver.push(here);
      return [];
    });
}

async function importAll(paths: readonly string[]): Promise<Outcome[]> {
  const twins = twinsAmong(paths);
  const done: Outcome[] = [];
  for (const [i, path] of paths.entries()) {
    progress(i, paths.length);
    done.push(await importOne(path, twins.get(path)));
  }
  progress(paths.length, paths.length);
  return done;
}

async function importOne(path: string, twin: string | undefined): Promise<Outcome> {
  const failed = (message: string, suggestion: string): Failed => ({ status: 'failed', file: path, message, suggestion });
  if (twin !== undefined) return failed(`It would be the same document as ${twin}.`, 'Import one of them by itself, with --as ID.');
  try {
    return await importFile(path, options);
  } catch (error) {
    if (error instanceof Unreadable) return failed(error.message, error.suggestion);
    const { code, message } = error as NodeJS.ErrnoException;
    return code
      ? failed(`It could not be written (${code}).`, hints[code] ?? 'Look at the folder that it would be written to.')
      : failed(`It could not be read: ${message}`, 'Save its text as .txt, and import that.');
  }
}

/** Files whose names make one id, each with another of them. */
function twinsAmong(paths: readonly string[]): Map<string, string> {
  const ids = Map.groupBy(paths.filter(formatOf), (path) => {
    try {
      return targetOf(basename(path), options.into, options.as).id;
    } catch {
      return '';
    }
  });
  return new Map(
    [...ids].flatMap(([id, same]) => (id !== '' && same.length > 1 ? same.map((path, i) => [path, same[i === 0 ? 1 : 0]!] as const) : [])),
  );
}

function progress(done: number, all: number): void {
  if (all < 3 || !process.stderr.isTTY) return;
  const width = 30;
  const filled = Math.round((width * done) / all);
  process.stderr.write(done === all ? '\r\u001b[K' : `\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${all}`);
}
