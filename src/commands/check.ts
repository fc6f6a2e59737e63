/**
 * `npm run check`: every problem of the content at once, without building. Exit 1 if any of them is an error.
 */
import { parseArgs } from 'node:util';
import { formatReport, hasErrors } from '../core/problem.ts';
import { readEdition } from '../edition/read.ts';
import { parseCacheFile, settings } from '../edition/settings.ts';

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
if (values.format !== 'text' && values.format !== 'json') {
  process.stderr.write('--format is text or json.\n');
  process.exit(2);
}
const { content } = settings();
const { problems } = readEdition(content, { cache: parseCacheFile(content) });
process.stdout.write(values.format === 'json' ? `${JSON.stringify({ problems }, undefined, 2)}\n` : formatReport(problems));
process.exitCode = hasErrors(problems) ? 1 : 0;
