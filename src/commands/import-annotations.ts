/**
 * `npm run import-annotations -- FILE --document ID [--site ADDRESS] [--into DIR] [--dry-run] [--json]`: W3C Web Annotations and exports of Hypothes.is to
 * notes. Exit 1 if any annotation was not imported, 2 for a slip in the command itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isId } from '../core/id.ts';
import { visible } from '../core/visible.ts';
import { settings } from '../edition/settings.ts';
import { allNoted, annotationsReport } from '../importing/annotations/report.ts';
import { Unreadable } from '../importing/draft.ts';
import { importAnnotations } from '../importing/import-annotations.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = 'npm run import-annotations -- FILE --document ID [--site ADDRESS] [--into DIR] [--dry-run] [--json]';

const { values, positionals } = argumentsOf(
  {
    document: { type: 'string' },
    site: { type: 'string' },
    into: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  usage,
  true,
);
const { content, ...known } = settings();
const { site, base } = siteOf(values.site);
const { into = content, document, json = false, 'dry-run': dryRun = false } = values;
const [file, ...others] = positionals;
if (file === undefined || others.length > 0) refuse('Name one file of annotations', usage);
if (document === undefined) refuse('Name the document that they are on: --document ID', usage);
if (!isId(document) || !existsSync(join(into, 'documents', `${document}.mdx`)))
  refuse(`There is no document “${document}” in ${into}`, usage);
process.exitCode = run(file, document);

/** Where the edition is published: as it is said, with its path where it has one; else as the environment has it. */
function siteOf(address: string | undefined): { site?: string | undefined; base: string } {
  if (address === undefined) return known;
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) refuse('--site is an address: https://example.org/reader/', usage);
  return { site: url.origin, base: url.pathname === '/' ? known.base : url.pathname.replace(/\/*$/, '/') };
}

/** Import and tell. Returns the exit code. */
function run(path: string, id: string): number {
  try {
    const imported = importAnnotations(path, { into, document: id, site, base, dryRun });
    process.stdout.write(visible(json ? `${JSON.stringify(imported, undefined, 2)}\n` : annotationsReport(imported, dryRun)));
    return allNoted(imported) ? 0 : 1;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!(error instanceof Unreadable) && code === undefined) throw error;
    const [message, suggestion] =
      error instanceof Unreadable
        ? [error.message, error.suggestion]
        : [`It could not be read or written (${code}).`, 'Look at its permissions.'];
    const failed = { file: path, status: 'failed', message, suggestion };
    process.stdout.write(
      visible(json ? `${JSON.stringify(failed, undefined, 2)}\n` : `${path}  NOT IMPORTED\n  ${message}\n  ${suggestion}\n`),
    );
    return 1;
  }
}
