/**
 * `npm run import -- FILE… [--into DIR] [--as ID] [--dry-run] [--force] [--json]`: source files to documents, each with a record
 * of what became of every word. Exit 1 if any file was not imported, 2 for a slip in the command itself.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compare } from '../core/problem.ts';
import { settings } from '../edition/settings.ts';
import { Unreadable } from '../importing/draft.ts';
import { importFile, type ImportOptions } from '../importing/import-file.ts';
import { allWell, importReport, type Failed, type Outcome } from '../importing/report.ts';
import { targetOf } from '../importing/targets.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = 'npm run import -- FILE… [--into DIR] [--as ID] [--dry-run] [--force] [--json]';

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
const files = positionals.flatMap(filesIn);
if (files.length === 0) refuse(positionals.length === 0 ? 'Name the files to import' : 'There is no file in the folder', usage);
if (options.as !== undefined && files.length > 1) refuse('--as names one document: import one file at a time', usage);
const outcomes = await importAll(files);
process.stdout.write(
  values.json ? `${JSON.stringify({ files: outcomes }, undefined, 2)}\n` : importReport(outcomes, options.dryRun ?? false),
);
process.exitCode = allWell(outcomes) ? 0 : 1;

/** A file as it is; of a folder, every file in it that is not hidden, in order. Links in a folder are not followed. */
function filesIn(path: string): string[] {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort(compare)
    .flatMap((name) => filesIn(join(path, name)));
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
    return failed(
      code ? `It could not be written (${code}).` : `It could not be read: ${message}`,
      'Save its text as .txt, and import that.',
    );
  }
}

/** Files whose names make one id, each with another of them. */
function twinsAmong(paths: readonly string[]): Map<string, string> {
  const ids = Map.groupBy(paths, (path) => {
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
