/**
 * Notes added to an annotations file: what stands there stays as it is, to the letter, wherever its form allows that.
 */
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, isSeq, parse, parseDocument, Scalar, type Node, type YAMLMap } from 'yaml';
import type { WrittenNote } from '../../core/model.ts';
import { Unreadable } from '../draft.ts';

/** An annotations file with more notes in it. */
export interface Extended {
  readonly text: string;
  /** The line at which each of the new notes begins, from 1. */
  readonly lines: readonly number[];
}

/**
 * Write notes after those that are there.
 * @param before the file's text, valid YAML, a list or nothing; undefined where there is no file
 * Throws `Unreadable` where the file read back would not be what was there and the new notes.
 */
export function extend(before: string | undefined, notes: readonly WrittenNote[]): Extended {
  const old = before === undefined ? undefined : parseDocument(before);
  const kept: unknown = old?.toJS({ maxAliasCount: 100 }) ?? [];
  if (!Array.isArray(kept)) throw new Unreadable('The annotations file is no list.', 'npm run check says what to mend.');
  const expected = [...(kept as unknown[]), ...notes];
  const makers = [
    () => appended(before ?? '', notes, marginOf(old?.contents)),
    () => inserted(before ?? '', notes, old?.contents),
    () => rewritten(before ?? '', notes),
  ];
  for (const make of makers) {
    const made = make();
    if (made && isDeepStrictEqual(readBack(made.text), expected)) return made;
  }
  throw new Unreadable('The annotations file cannot be added to without a change of what is there.', 'Write it as a plain YAML list.');
}

function readBack(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    // What cannot be read back is not written.
    return undefined;
  }
}

/** How far the file's own notes are indented; their dashes stand before their first key. */
function marginOf(contents: Node | null | undefined): string {
  const column = isSeq(contents) && contents.range ? (contents as { srcToken?: { indent?: number } }).srcToken?.indent : undefined;
  return ' '.repeat(column ?? 0);
}

function appended(before: string, notes: readonly WrittenNote[], margin: string): Extended {
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  let text = before === '' || before.endsWith('\n') ? before : `${before}${end}`;
  let line = text.split('\n').length;
  const lines: number[] = [];
  for (const note of notes) {
    const written = textOf(note)
      .split('\n')
      .map((each) => (each === '' ? '' : margin + each))
      .join('\n');
    const gap = text === '' ? '' : '\n';
    lines.push(line + gap.length);
    line += gap.length + written.split('\n').length - 1;
    text += (gap + written).replaceAll('\n', end);
  }
  return { text, lines };
}

/** Into a list in brackets, after the last of its notes: a line for each, in braces. */
function inserted(before: string, notes: readonly WrittenNote[], contents: Node | null | undefined): Extended | undefined {
  const last = isSeq(contents) && contents.flow ? (contents.items.at(-1) as Node | undefined) : undefined;
  if (!last?.range) return undefined;
  // Offsets are those of what follows a byte order mark.
  const at = last.range[1] + (before.startsWith('\ufeff') ? 1 : 0);
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const first = before.slice(0, at).split('\n').length + 1;
  const written = notes.map((note) => `,${end}  ${inBraces(note)}`).join('');
  const rest = before.slice(at);
  // What closes the list in the line of the last note closes it in a line of its own.
  const gap = /^[ \t]*\]/.test(rest) ? end : '';
  return { text: before.slice(0, at) + written + gap + rest.replace(gap ? /^[ \t]+/ : /^(?!)/, ''), lines: notes.map((_, i) => first + i) };
}

/** On one line, whatever it says. */
function inBraces(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inBraces).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${inBraces(each)}`)
    .join(', ')} }`;
}

/** For files of another form, such as `[]`: written anew, with its comments. */
function rewritten(before: string, notes: readonly WrittenNote[]): Extended {
  const document = parseDocument(before, { keepSourceTokens: false });
  if (isSeq(document.contents)) {
    document.contents.flow = false;
    for (const note of notes) document.add(styled(new Document(note)));
  } else document.contents = document.createNode(notes) as unknown as typeof document.contents;
  const text = document.toString({ lineWidth });
  const after = parseDocument(text);
  const starts = isSeq(after.contents) ? after.contents.items.slice(-notes.length) : [];
  return { text, lines: starts.map((item) => text.slice(0, (item as Node).range?.[0] ?? 0).split('\n').length) };
}

const lineWidth = 116;

/** One note as the list's entry, ended by a line end. */
function textOf(note: WrittenNote): string {
  const document = new Document([]);
  document.add(styled(new Document(note)));
  return document.toString({ lineWidth });
}

/** Written as editors write: prose folded, Markdown of several lines as it stands, quotes and references on one line. */
function styled(document: Document): Node {
  const note = document.contents as YAMLMap;
  for (const { key, value } of note.items) {
    const name = isScalar(key) ? key.value : undefined;
    if (isScalar(value) && typeof value.value === 'string') {
      if (name === 'more' || value.value.includes('\n')) value.type = Scalar.BLOCK_LITERAL;
      else if (name === 'body' && value.value.length > 90) value.type = Scalar.BLOCK_FOLDED;
    }
    if (isMap(value)) value.flow = name === 'quote';
    if (isSeq(value)) for (const item of value.items) if (isMap(item)) item.flow = true;
  }
  return note;
}
