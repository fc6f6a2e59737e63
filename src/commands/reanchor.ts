/**
 * `npm run reanchor -- [DOCUMENT…] [--write] [--choose NOTE=2]… [--json]`: quotes that no longer fit their text, where their words
 * stand now, and, with --write, put right. Exit 1 if any is left, 2 for a slip in the command.
 */
import { count } from '../core/problem.ts';
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

const misfits = misfitsOf(files, 'en', positionals);
const choices = new Map((values.choose ?? []).map(choice));
const told = misfits.map((misfit): Told => ({ misfit, outcome: outcomeOf(misfit) }));
for (const [name] of choices)
  if (!misfits.some((misfit) => names(misfit).includes(name))) refuse(`No quote of “${name}” is to be mended`, usage);
if (values.write) write();
process.stdout.write(
  values.json ? `${JSON.stringify({ quotes: told.map(plain) }, undefined, 2)}\n` : reanchorReport(told, values.write ?? false),
);
process.exitCode = told.some(({ outcome }) => outcome === undefined) || (told.length > 0 && !values.write) ? 1 : 0;

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
  const { found, document, note } = misfit;
  const chosen =
    choices.get(`${document.id}/${note}`) ?? (misfits.filter((other) => other.note === note).length === 1 ? choices.get(note) : undefined);
  if (chosen === 'lost') return { lostSince: new Date().toISOString().slice(0, 10) };
  const span = chosen === undefined ? found.span : choicesFor(misfit)[chosen - 1]?.span;
  if (chosen !== undefined && !span) refuse(`“${note}” has ${count(choicesFor(misfit).length, 'candidate')}, and no ${chosen}`, usage);
  const quote = span && quoteAt(misfit, span);
  return quote && { quote };
}

/** Each file once, whole. */
function write(): void {
  for (const [file, here] of Map.groupBy(told, ({ misfit }) => misfit.file)) {
    const changes = here.flatMap(({ misfit: { index }, outcome }) => (outcome ? [{ index, to: outcome }] : []));
    const { text } = files.annotations.find((annotations) => annotations.file === file)!;
    if (changes.length > 0) writeWhole({ [file]: rewrite(text, changes) });
  }
}

function plain({ misfit: { document, note, place, quote, found, former }, outcome }: Told): object {
  return { document: document.id, note, place, quote, ...found, former: former?.commit, outcome };
}
