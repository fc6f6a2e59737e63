/**
 * `npm run reanchor -- [DOCUMENT…] [--write] [--choose NOTE=2]… [--json]`: quotes that no longer fit their text, where their words
 * stand now, and, with --write, put right. Exit 1 if any is left, 2 for a slip in the command.
 */
import { readFileSync } from 'node:fs';
import { count, formatReport, type Problem } from '../core/problem.ts';
import { blockAround } from '../core/tree.ts';
import { readFiles } from '../edition/files.ts';
import { settings } from '../edition/settings.ts';
import { writeWhole } from '../edition/write-whole.ts';
import { choicesFor, quoteAt, reanchorReport, type Outcome, type Told } from '../reanchoring/report.ts';
import { rewrite } from '../reanchoring/rewrite.ts';
import { misfitsOf, type Misfit } from '../reanchoring/survey.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = 'npm run reanchor -- [DOCUMENT…] [--write] [--choose NOTE=2]… [--choose NOTE=lost]… [--json]';
const { values, positionals } = argumentsOf(
  { write: { type: 'boolean' }, choose: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  usage,
  true,
);
const { content } = settings();
const files = readFiles(content);
const unknown = positionals.find((id) => !files.documents.some((document) => document.id === id));
if (unknown !== undefined) refuse(`There is no document “${unknown}” in ${content}`, usage);

if (values.choose && !values.write) refuse('--choose goes with --write', usage);

const problems: Problem[] = [];
const misfits = misfitsOf(files, 'en', positionals, problems);
const choices = new Map((values.choose ?? []).map(choice));
const unwritten = new Map<string, string>();
const told = misfits.map((misfit): Told => ({ misfit, outcome: outcomeOf(misfit) }));
for (const [name] of choices)
  if (!misfits.some((misfit) => names(misfit).includes(name))) refuse(`No quote of “${name}” is to be mended`, usage);
if (values.write) write();
process.stdout.write(
  values.json ? `${JSON.stringify({ quotes: told.map(plain) }, undefined, 2)}\n` : reanchorReport(told, values.write ?? false),
);
if (problems.length > 0) process.stderr.write(`What could not be looked at:\n\n${formatReport(problems)}`);
for (const [file, reason] of unwritten) process.stderr.write(`${file}  NOT WRITTEN\n  ${reason}\n`);
const left = told.some(({ outcome }) => outcome === undefined) || (told.length > 0 && !values.write);
process.exitCode = left || problems.length > 0 || unwritten.size > 0 ? 1 : 0;

function choice(text: string): [string, number | 'lost'] {
  const [, name, which] = /^([^=]+)=(lost|[1-9]\d*)$/.exec(text) ?? [];
  if (name === undefined) refuse(`--choose is NOTE=NUMBER or NOTE=lost, not “${text}”`, usage);
  return [name, which === 'lost' ? 'lost' : Number(which)];
}

function names({ document, note }: Misfit): string[] {
  return [`${document.id}/${note}`, note];
}

/** What the editor chose; else what is plain. */
function outcomeOf(misfit: Misfit): Outcome {
  const { found, document, note, file } = misfit;
  const twins = misfits.filter((other) => other.file === file && other.note === note);
  if (twins.length > 1 && (choices.has(note) || choices.has(`${document.id}/${note}`)))
    refuse(`${file} has two notes “${note}”: npm run check`, usage);
  const chosen =
    choices.get(`${document.id}/${note}`) ?? (misfits.filter((other) => other.note === note).length === 1 ? choices.get(note) : undefined);
  if (chosen === 'lost') return { lostSince: new Date().toISOString().slice(0, 10) };
  const span = chosen === undefined ? found.span : choicesFor(misfit)[chosen - 1]?.span;
  if (chosen !== undefined && !span) refuse(`“${note}” has ${count(choicesFor(misfit).length, 'candidate')}, and no ${chosen}`, usage);
  const quote = span && quoteAt(misfit, span);
  if (quote || chosen === undefined || !span) return quote && { quote };
  const block = blockAround(document.flat.blocks, span);
  if (!block?.number) refuse(`No context tells this place of “${note}” from the others`, usage);
  return { quote: { paragraph: block.number } };
}

/** Each file once, whole, from its very bytes: line ends and all else stay. */
function write(): void {
  for (const [file, here] of Map.groupBy(told, ({ misfit }) => misfit.file)) {
    const changes = here.flatMap(({ misfit: { index }, outcome }) => (outcome ? [{ index, to: outcome }] : []));
    if (changes.length === 0) continue;
    try {
      writeWhole({ [file]: rewrite(readFileSync(file, 'utf8'), changes) });
    } catch (error) {
      unwritten.set(file, `${(error as Error).message} Mend its quotes by hand.`);
    }
  }
}

function plain({ misfit: { document, note, place, quote, found, former }, outcome }: Told): object {
  return { document: document.id, note, place, quote, ...found, former: former?.commit, outcome };
}
