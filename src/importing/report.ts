/**
 * The report of an import, for people: what became of each file, and what to look at.
 */
import { extname } from 'node:path';
import { count } from '../core/problem.ts';
import type { Changes, Piece } from './changes.ts';
import { headKeys, type Reason } from './draft.ts';
import type { Imported } from './import-file.ts';

/** A file that was not imported. */
export interface Failed {
  readonly status: 'failed';
  readonly file: string;
  readonly message: string;
  readonly suggestion: string;
}

export type Outcome = Imported | Failed;

/** Whether every file is, or would be, a document now. */
export function allWell(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ status }) => status !== 'failed' && status !== 'refused');
}

/**
 * The whole report. Ends with a line end.
 * @param passedOver files of folders that are of no format
 */
export function importReport(outcomes: readonly Outcome[], dryRun: boolean, passedOver: readonly string[] = []): string {
  const parts = outcomes.map((outcome) => (outcome.status === 'failed' ? failure(outcome) : success(outcome, dryRun)));
  return `${[...parts, ...passed(passedOver), closing(outcomes, dryRun)].join('\n')}\n`;
}

const sayings = { new: 'written', changed: 'replaced', unchanged: 'the same as before', refused: 'NOT REPLACED' } as const;
const wouldBe = {
  new: 'would be written',
  changed: 'would be replaced',
  unchanged: 'the same as before',
  refused: 'would not be replaced',
} as const;

function success(imported: Imported, dryRun: boolean): string {
  const { head, target, words, paragraphs, flags, repairs } = imported;
  const title = head.title ? `“${head.title.value}”${head.title.derived ? ' (made from its first words)' : ''}` : 'no title';
  const found = headKeys.filter((key) => head[key] && !head[key].derived);
  const missing = headKeys.filter((key) => ['title', 'author', 'published', 'publisher', 'url'].includes(key) && !head[key]);
  const lines = [
    `${title}, ${count(paragraphs, 'paragraph')}.`,
    `${count(words.kept, 'word')} kept, ${words.aside === 0 ? 'none set aside' : `${words.aside} set aside (${byReason(imported)})`}.`,
    ...(repairs.length > 0 ? [`${count(repairs.length, 'repair')}, the first at ${repairs[0]!.at}: ${repairs[0]!.why}.`] : []),
    ...(found.length > 0 ? [`Found: ${found.map((key) => `${key} (${head[key]!.from})`).join(', ')}.`] : []),
    ...(missing.length > 0 ? [`The file does not say: ${missing.join(', ')}.`] : []),
    ...flags.map(({ at, message }) => `Look at ${at}: ${message}`),
    ...(imported.changes ? changeLines(imported.changes, imported.status === 'changed' && !dryRun) : []),
    ...(imported.changes && imported.edited ? [formerLine(imported, dryRun)] : []),
    ...(imported.status === 'refused'
      ? ['The document is there already, and differs. To replace it: --force. For another beside it: --as ID.']
      : []),
  ];
  const saying = (dryRun ? wouldBe : sayings)[imported.status];
  return [`${visible(imported.file)} → ${target.document}  ${saying}`, ...lines.map(indented), ...(dryRun ? dry(imported) : []), ''].join(
    '\n',
  );
}

function failure({ file, message, suggestion }: Failed): string {
  return [`${visible(file)}  NOT IMPORTED`, indented(message), indented(suggestion), ''].join('\n');
}

/** What a dry run would write, and what it would set aside. */
function dry({ aside, mdx }: Imported): string[] {
  return [...aside.map(({ at, reason, text }) => indented(`Aside, ${at}, ${reason}: ${text}`)), indented(''), indented(mdx.trimEnd())];
}

function byReason({ aside }: Imported): string {
  const reasons = Map.groupBy(aside, ({ reason }) => reason);
  return [...reasons].map(([reason, pieces]: [Reason, readonly unknown[]]) => `${reason} ${pieces.length}`).join(', ');
}

/** What becomes of an editor's own work on the text. */
function formerLine({ status, target }: Imported, dryRun: boolean): string {
  const edited = 'The document that is there was edited by hand since it was imported, or has no record';
  return status === 'changed' ? `${edited}: it ${dryRun ? 'would be' : 'is'} kept as ${target.former}.` : `${edited}.`;
}

function changeLines({ blocks, notes }: Changes, done: boolean): string[] {
  return [
    `${count(blocks.length, 'block')} changed:`,
    ...blocks.map((pieces) => `  ${pieces.map(written).join('')}`),
    ...(notes.length > 0 ? [`Notes that ${done ? 'have no place now' : 'would have no place'}: ${notes.join(', ')}.`] : []),
  ];
}

const around = 40;

/** `[-gone-]`, `{+new+}`; of what is the same, only the words beside a change. */
function written({ kind, text }: Piece, index: number, all: readonly Piece[]): string {
  if (kind === 'gone') return `[-${text}-]`;
  if (kind === 'new') return `{+${text}+}`;
  if (text.length <= 2 * around) return text;
  const start = index === 0 ? '' : text.slice(0, around);
  const end = index === all.length - 1 ? '' : text.slice(-around);
  return `${start}…${end}`;
}

function passed(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const endings = Map.groupBy(names, (name) => extname(name) || 'without an ending');
  const counts = [...endings].map(([ending, { length }]) => `${ending} ${length}`);
  return [`Passed over, for they are of no format: ${counts.join(', ')}.`];
}

function closing(outcomes: readonly Outcome[], dryRun: boolean): string {
  const not = outcomes.filter(({ status }) => status === 'failed' || status === 'refused').length;
  const well = outcomes.length - not;
  const done = dryRun ? `${count(well, 'file')} would be imported` : `${count(well, 'file')} imported`;
  const next = well > 0 && !dryRun ? ' Next: npm run check says what to fill in.' : '';
  return `${done}${not > 0 ? `, ${not} not` : ''}.${next}`;
}

/** A name without what a terminal would obey. */
function visible(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '\ufffd');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
