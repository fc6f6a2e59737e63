/**
 * `npm run reanchor -- [DOCUMENT…] [--write] [--choose NAME=2]… [--json]`: quotes of notes, claims and events that no longer fit their
 * text, where their words stand now, and, with --write, put right. Exit 1 if any is left, 2 for a slip in the command.
 */
import { readFileSync } from 'node:fs';
import { count, formatReport, type Problem } from '../core/problem.ts';
import { visible } from '../core/visible.ts';
import { openCache } from '../edition/cache.ts';
import { readFiles } from '../edition/files.ts';
import { readDocument } from '../edition/load-document.ts';
import { settings } from '../edition/settings.ts';
import { writeWhole } from '../edition/write-whole.ts';
import { mendFor } from '../reanchoring/in-place.ts';
import { choicesFor, isLeft, quoteAt, reanchorReport, type Outcome, type Told } from '../reanchoring/report.ts';
import { rewriteDocument } from '../reanchoring/rewrite-document.ts';
import { rewrite } from '../reanchoring/rewrite.ts';
import type { Misfit } from '../reanchoring/subject.ts';
import { misfitsOf } from '../reanchoring/survey.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = `npm run reanchor -- [DOCUMENT…] [--write] [--choose NAME=2]… [--choose NOTE=lost]… [--json]
  NAME is a note (dues/keelage), a statement (claims/dues#2) or a passage of an event (timeline/fire#1), counted as in its file`;
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
const told = misfits.map((misfit): Told => {
  const places = choicesFor(misfit);
  return { misfit, choices: places, outcome: outcomeOf(misfit, places) };
});
for (const [name] of choices)
  if (!misfits.some((misfit) => names(misfit).includes(name))) refuse(`No quote of “${name}” is to be mended`, usage);
if (values.write) write();
process.stdout.write(
  values.json ? `${visible(JSON.stringify({ quotes: told.map(plain) }, undefined, 2))}\n` : reanchorReport(told, values.write ?? false),
);
if (problems.length > 0) process.stderr.write(visible(`What could not be looked at:\n\n${formatReport(problems)}`));
for (const [file, reason] of unwritten) process.stderr.write(visible(`${file}  NOT WRITTEN\n  ${reason}\n`));
const open = told.some((each) => isLeft(each) || (each.outcome !== undefined && !values.write));
process.exitCode = open || problems.length > 0 || unwritten.size > 0 ? 1 : 0;

function choice(text: string): [string, number | 'lost'] {
  const [, name, which] = /^([^=]+)=(lost|[1-9]\d*)$/.exec(text) ?? [];
  if (name === undefined) refuse(`--choose is NAME=NUMBER or NOTE=lost, not “${text}”`, usage);
  return [name, which === 'lost' ? 'lost' : Number(which)];
}

function names({ of, document, name }: Misfit): string[] {
  return of === 'note' ? [`${document.id}/${name}`, name] : [name];
}

/** What the editor chose; else what is plain. */
function outcomeOf(misfit: Misfit, places: Told['choices']): Outcome {
  const { found, name, file, kind, sure } = misfit;
  const twins = misfits.filter((other) => other.file === file && other.name === name);
  if (twins.length > 1 && names(misfit).some((each) => choices.has(each))) refuse(`${file} has two named “${name}”: npm run check`, usage);
  const chosen =
    choices.get(names(misfit)[0]!) ?? (misfits.filter((other) => other.name === name).length === 1 ? choices.get(name) : undefined);
  if (kind === 'in place') {
    if (chosen !== undefined) refuse(`“${name}” stands in the text: mend it there, line ${misfit.place.line}`, usage);
    const mend = found.span && mendFor(misfit, found.span);
    return mend?.kind === 'quote' ? { mend } : undefined;
  }
  if (chosen === 'lost') return lost(misfit);
  if (chosen !== undefined && !places[chosen - 1]) refuse(`“${name}” has ${count(places.length, 'candidate')}, and no ${chosen}`, usage);
  const span = chosen === undefined ? (sure ? found.span : undefined) : places[chosen - 1]!.span;
  const quote = span && quoteAt(misfit, span);
  // A block is never put in the place of words but by its editor.
  if (!quote || (chosen === undefined && kind !== 'block' && 'paragraph' in quote)) return undefined;
  return { quote };
}

function lost({ of, kind, former, name }: Misfit): Outcome {
  if (of !== 'note') refuse(`Only a note can be kept without its words: take “${name}” out, or quote other words`, usage);
  if (kind === 'lost') refuse(`“${name}” is lost already`, usage);
  const lostSince = new Date().toISOString().slice(0, 10);
  if (kind !== 'block' || !former) return { lostSince };
  return { lostSince, words: former.words.slice(former.span.start, former.span.end).replaceAll(/\s+/g, ' ').trim() };
}

/** Each file once, whole, from its very bytes: line ends and all else stay. */
function write(): void {
  for (const [file, here] of Map.groupBy(told, ({ misfit }) => misfit.file)) {
    try {
      const text = readFileSync(file, 'utf8');
      const written = here[0]!.misfit.kind === 'in place' ? documentOf(text, here) : yamlOf(text, here);
      if (written !== text) writeWhole({ [file]: written });
    } catch (error) {
      unwritten.set(file, `${(error as Error).message} Mend its quotes by hand.`);
    }
  }
}

function yamlOf(text: string, here: readonly Told[]): string {
  const changes = here.flatMap(({ misfit: { path }, outcome }) => (outcome && !('mend' in outcome) ? [{ path, to: outcome }] : []));
  return changes.length > 0 ? rewrite(text, changes) : text;
}

function documentOf(text: string, here: readonly Told[]): string {
  const { document } = here[0]!.misfit;
  const changes = here.flatMap(({ misfit: { name: note, place }, outcome }) =>
    outcome && 'mend' in outcome ? [{ note, place, words: outcome.mend.words }] : [],
  );
  const source = files.documents.find(({ id }) => id === document.id)!;
  const read = (changed: string) => readDocument({ ...source, text: changed }, 'en', openCache(undefined), []);
  return changes.length > 0 ? rewriteDocument(text, changes, document, read) : text;
}

function plain({ misfit, choices: candidates, outcome }: Told): object {
  const { of, name, document, kind, place, quote, found, former } = misfit;
  const mend = kind === 'in place' && found.span && mendFor(misfit, found.span);
  return {
    document: document.id,
    [of]: name,
    kind,
    place,
    quote,
    ...found,
    candidates,
    former: former?.commit,
    outcome,
    ...(mend && { mend }),
  };
}
