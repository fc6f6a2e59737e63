/**
 * `npm run check`: every problem of the content at once, without building. Exit 1 if any of them is an error, 2 if it is called wrongly.
 */
import { formatReport, hasErrors } from '../core/problem.ts';
import { readEdition } from '../edition/read.ts';
import { parseCacheFile, settings } from '../edition/settings.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = 'npm run check [-- --format text|json]';

const { format } = argumentsOf({ format: { type: 'string', default: 'text' } }, usage).values;
if (format !== 'text' && format !== 'json') refuse(`--format is text or json, not “${format}”`, usage);
const { content } = settings();
const { problems } = readEdition(content, { cache: parseCacheFile(content) });
process.stdout.write(format === 'json' ? `${JSON.stringify({ problems }, undefined, 2)}\n` : formatReport(problems));
process.exitCode = hasErrors(problems) ? 1 : 0;
