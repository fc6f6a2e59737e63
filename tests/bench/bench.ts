/**
 * `npm run bench [-- reading claims previews loading importing anchoring] [--docs 1000] [--pages FOLDER]`: what it costs and how well it does, measured in one run; without names,
 * all of it. FOLDER holds saved pages with their truths, as `extraction.ts` says. CPU is user and system time of a command and its children, memory the highest resident set of its own process.
 */
import { parseArgs } from 'node:util';
import { benchAnchoring } from './anchoring.ts';
import { benchClaims } from './claims.ts';
import { benchImporting } from './importing.ts';
import { benchLoading } from './loading.ts';
import { benchPreviews } from './previews.ts';
import { benchReading } from './reading.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { docs: { type: 'string', default: '1000' }, pages: { type: 'string' } },
});
const count = Number(values.docs);
const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

if (wanted('reading')) await benchReading(count);
if (wanted('claims')) await benchClaims(count);
if (wanted('previews')) await benchPreviews();
if (wanted('loading')) await benchLoading();
if (wanted('importing')) await benchImporting(count, values.pages);
if (wanted('anchoring')) await benchAnchoring();
