/**
 * From lines to blocks: what divides paragraphs in this text, a blank line, every line end, or neither, and which lines are the
 * pieces of one that was wrapped.
 */
import type { Repair } from '../draft.ts';
import { endsSentence, furnitureOf } from './furniture.ts';
import { metadataOf } from './metadata.ts';
import { gluedLabels, type Cut } from './glue.ts';
import { mailHeadOf } from './letter.ts';
import { isScreenReaders } from './related.ts';
import { shapesOf } from './shapes.ts';
import { beginsLower, continues, isFull, wrapOf, type Wrap } from './wrap.ts';

export interface Line {
  readonly text: string;
  /** Where it stands, for a person: `line 5`, `page 3`. */
  readonly at: string;
}

/** A paragraph, heading, or piece of furniture: words without line ends. */
export interface Block {
  readonly text: string;
  /** Where it stands: `line 5`, `lines 43–47`. */
  readonly at: string;
  /** Indices of its first and last line. */
  readonly first: number;
  readonly last: number;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
  /** The label that was glued to it. */
  readonly label?: string | undefined;
  /** A line of a mail's head. */
  readonly mail?: boolean;
  /** Lines of verse, divided by line ends. */
  readonly verse?: boolean;
  /** Rows of a table; the text is their cells, divided by line ends. */
  readonly cells?: readonly (readonly string[])[];
}

/** How two lines were joined, by the index of the second: without a space, or without the hyphen too. */
export type Joints = ReadonlyMap<number, 'closed' | 'hyphen dropped'>;

export interface Layout {
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  readonly joints: Joints;
  readonly cuts: readonly Cut[];
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly gap: boolean;
  readonly indent: number;
  /** Never joined to another. */
  readonly alone: boolean;
  readonly label?: string | undefined;
}

/** Blocks in reading order. Every word of the lines is in one of them, once. */
export function blocksOf(lines: readonly Line[]): Layout {
  const texts = lines.map((line) => trimmed(line.text));
  const cuts = gluedLabels(texts);
  const pieces = piecesOf(lines, texts, cuts);
  const mail = mailHeadOf(texts, (line) => lines[line]!.text);
  const cutLines = new Set(cuts.map((cut) => cut.line));
  const shapes = shapesOf(
    pieces.map((piece) => ({ ...piece, raw: lines[piece.line]!.text, taken: piece.line < mail || cutLines.has(piece.line) })),
  );
  const shaped = new Set<number>();
  for (const [start, shape] of shapes) for (let i = start; i < start + shape.pieces; i++) shaped.add(i);
  const wrap = wrapOf(
    pieces.map((piece, i) => ({ text: piece.text, gap: piece.gap || piece.alone || piece.line < mail || shaped.has(i) })),
  );
  // Where lines are wrapped, those that fill the width are no verse.
  for (const [start, { as, pieces: count }] of shapes) {
    const verse = pieces.slice(start, start + count);
    if (as.verse && verse.every((piece, i) => i === count - 1 || isFull(piece.text, verse[i + 1]!.text, wrap))) shapes.delete(start);
  }
  for (const [i, piece] of pieces.entries()) if (piece.line < mail) pieces[i] = { ...piece, alone: true };
  const repairs: Repair[] = cuts.map(({ line, was, is, why }) => ({ was, is, at: lines[line]!.at, why }));
  const joints = new Map<number, 'closed' | 'hyphen dropped'>();
  const blocks: Block[] = [];
  const known = lazily(() => wordSets(texts));
  let run: Piece[] = [];
  let words: string[] = [];
  const close = (): void => {
    if (run.length > 0) {
      const [first, last] = [run[0]!.line, run.at(-1)!.line];
      const block = { text: words.join(''), at: placeOf(lines, first, last), first, last, gap: run[0]!.gap, label: run[0]!.label };
      blocks.push(last < mail ? { ...block, mail: true } : block);
    }
    [run, words] = [[], []];
  };
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const shape = shapes.get(i);
    if (shape) {
      close();
      const [first, last] = [piece.line, pieces[i + shape.pieces - 1]!.line];
      blocks.push({ ...shape.as, at: placeOf(lines, first, last), first, last, gap: piece.gap });
      i += shape.pieces - 1;
      continue;
    }
    const before = run.at(-1);
    if (!before || !belongs(run[0]!, before, piece, pieces[i + 1], wrap)) {
      close();
      [run, words] = [[piece], [piece.text]];
      continue;
    }
    const joint = jointOf(before.text, piece.text, known);
    if (joint.how !== 'spaced') joints.set(piece.line, joint.how);
    if (joint.why !== undefined || wrap.width === undefined) {
      const breaks = '\n'.repeat(piece.line - before.line);
      const [tail, head] = [lastWord(before.text), firstWord(piece.text)];
      const between = joint.how === 'spaced' ? ' ' : '';
      repairs.push({
        was: `${tail}${breaks}${head}`,
        is: `${joint.how === 'hyphen dropped' ? tail.slice(0, -1) : tail}${between}${head}`,
        at: lines[before.line]!.at,
        why: joint.why ?? 'line broken within a sentence',
      });
    }
    if (joint.how === 'hyphen dropped') words.push(words.pop()!.slice(0, -1));
    words.push(joint.how === 'spaced' ? ' ' : '', piece.text);
    run.push(piece);
  }
  close();
  return { blocks, repairs, joints, cuts };
}

/** Where a run of lines stands, for a person. */
export function placeOf(lines: readonly Line[], first: number, last: number): string {
  const [from, to] = [lines[first]!.at, lines[last]!.at];
  if (from === to) return from;
  const numbers = [from, to].map((at) => /^line (\d+)$/.exec(at)?.[1]);
  return numbers[0] && numbers[1] ? `lines ${numbers[0]}–${numbers[1]}` : `${from} – ${to}`;
}

/**
 * The lines with their repairs, made without the blocks: joined and cut at the places that were repaired, without the marks of lists,
 * by how many signs they take of which line, and nothing else.
 */
export function visibleOf(
  lines: readonly Line[],
  { joints, cuts, marks }: Pick<Layout, 'joints' | 'cuts'> & { readonly marks?: ReadonlyMap<number, number> },
): string {
  const byLine = Map.groupBy(cuts, (cut) => cut.line);
  const parts: string[] = [];
  for (const [i, line] of lines.entries()) {
    const joint = joints.get(i);
    if (joint) while (parts.at(-1) === '\n') parts.pop();
    if (joint === 'hyphen dropped') parts.push(parts.pop()!.slice(0, -1));
    const text = trimmed(line.text);
    let from = marks?.get(i) ?? 0;
    for (const { offset } of byLine.get(i) ?? []) {
      parts.push(text.slice(from, offset), '\n');
      from = offset;
    }
    parts.push(text.slice(from));
    if (!isBlank(text) || joint === undefined) parts.push('\n');
  }
  return parts.join('');
}

/** Without the spaces and tabs around it, and with one space for a run of them. No-break spaces are text. */
function trimmed(text: string): string {
  const plain = text.includes('\t') || text.includes('  ') ? text.replaceAll(/[ \t]+/g, ' ') : text;
  const start = plain.startsWith(' ') ? 1 : 0;
  return plain.endsWith(' ') ? plain.slice(start, Math.max(start, plain.length - 1)) : plain.slice(start);
}

function piecesOf(lines: readonly Line[], texts: readonly string[], cuts: readonly Cut[]): Piece[] {
  const pieces: Piece[] = [];
  const byLine = Map.groupBy(cuts, (cut) => cut.line);
  let blank = false;
  for (const [line, text] of texts.entries()) {
    if (isBlank(text)) {
      blank = true;
      continue;
    }
    const raw = lines[line]!.text;
    const indent = raw.startsWith(' ') || raw.startsWith('\t') ? raw.length - raw.replace(/^[ \t]+/, '').length : 0;
    let from = 0;
    let label: string | undefined;
    for (const cut of byLine.get(line) ?? []) {
      pieces.push({ text: trimmed(text.slice(from, cut.offset)), line, gap: from === 0 && blank, indent, alone: cut.leads, label });
      from = cut.offset;
      label = cut.leads ? cut.label : undefined;
    }
    const isTail = from > 0 && label === undefined;
    pieces.push({ text: trimmed(text.slice(from)), line, gap: from === 0 && blank, indent, alone: isTail, label });
    blank = false;
  }
  return pieces;
}

/** Whether a line holds nothing to see. */
function isBlank(text: string): boolean {
  return text === '' || /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*$/.test(text);
}

/** Whether a line has the number after that of the block above it, or the first one of a list that was announced. */
function followsInList(first: string, before: string, text: string): boolean {
  const number = /^(\d{1,3})[.)] /.exec(text)?.[1];
  if (number === undefined) return false;
  return /^(\d{1,3})[.)] /.exec(first)?.[1] === String(Number(number) - 1) || (number === '1' && /[:.]$/.test(before));
}

/** Whether a piece goes on with the block of the piece before it, whose first is given too. */
function belongs(first: Piece, before: Piece, piece: Piece, after: Piece | undefined, wrap: Wrap): boolean {
  if (before.alone || piece.alone || before.line === piece.line) return false;
  if (piece.gap && !wrap.doubled) return false;
  if (piece.gap && piece.line - before.line > 2) return false;
  if (/^[•‣▪◦●■]/u.test(piece.text) || isScreenReaders(piece.text) || isScreenReaders(before.text)) return false;
  if (/^[-*] /.test(piece.text) && (/^[-*] /.test(first.text) || /[:.]$/.test(before.text))) return false;
  if (followsInList(first.text, before.text, piece.text)) return false;
  const full = isFull(before.text, piece.text, wrap);
  const goesOn = beginsLower(piece.text) && continues(before.text, piece.text);
  if (!full && !(goesOn && before.text.length >= (wrap.width === undefined ? 25 : wrap.width / 2))) return false;
  if (!(full && beginsLower(piece.text)) && isFurnitureLine(piece, after, wrap)) return false;
  if (!full && isFurnitureLine(before, piece, wrap)) return false;
  if (wrap.width === undefined) return true;
  if (piece.indent > before.indent + 1 && endsSentence(before.text)) return false;
  if (endsSentence(before.text) && !endsInInitial.test(before.text) && looksLikeHeading(piece, after, wrap)) return false;
  return !full || !(/(?:…|\.\.\.)$/.test(before.text) && !beginsLower(piece.text));
}

const endsInInitial = /(?<![\p{L}\p{M}])\p{Lu}\.$/u;

/** Furniture on a line of its own; not the first line of furniture that was wrapped. */
function isFurnitureLine(piece: Piece, after: Piece | undefined, wrap: Wrap): boolean {
  if (after && !after.gap && isFull(piece.text, after.text, wrap)) return false;
  return furnitureOf(piece.text) !== undefined || metadataOf(piece.text) !== undefined;
}

function looksLikeHeading(piece: Piece, after: Piece | undefined, wrap: Wrap): boolean {
  if (!after?.gap || endsSentence(piece.text) || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(piece.text) || /[:/)\]]/.test(piece.text)) return false;
  return piece.text.length <= Math.min(60, wrap.width! * 0.8) && piece.text.split(' ').length <= 8;
}

interface Joint {
  readonly how: 'spaced' | 'closed' | 'hyphen dropped';
  readonly why?: string;
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303f\uff00-\uff65]/u;

/** How two lines of one paragraph are joined. A hyphen is dropped only where the whole word stands elsewhere in the text, and only whole. */
function jointOf(before: string, text: string, known: () => WordSets): Joint {
  const end = before.at(-1)!;
  if (end === '\u00ad') return { how: 'closed', why: 'soft hyphen at a line end' };
  if (/[-‐]/.test(end) && /[\p{L}\p{N}\p{M}]/u.test(before.at(-2) ?? '') && /^[\p{L}\p{N}]/u.test(text)) {
    const tail = /[\p{L}\p{M}]*$/u.exec(before.slice(-60, -1))![0].toLowerCase();
    const head = /^[\p{L}\p{M}]*/u.exec(text.slice(0, 60))![0].toLowerCase();
    const sure = beginsLower(text) && tail !== '' && known().whole.has(tail + head) && !known().hyphened.has(`${tail}-${head}`);
    return sure ? { how: 'hyphen dropped', why: 'word divided at a line end' } : { how: 'closed', why: 'hyphen at a line end, kept' };
  }
  if (/[—―]/.test(end) && !/\s/.test(before.at(-2) ?? ' ')) return { how: 'closed' };
  const [last] = /.$/u.exec(before)!;
  const [first] = /^./u.exec(text)!;
  return unspaced.test(last) && unspaced.test(first)
    ? { how: 'closed', why: 'line end within a script without spaces' }
    : { how: 'spaced' };
}

interface WordSets {
  readonly whole: ReadonlySet<string>;
  readonly hyphened: ReadonlySet<string>;
}

function wordSets(texts: readonly string[]): WordSets {
  const whole = new Set<string>();
  const hyphened = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) whole.add(word);
    for (const [word] of text.toLowerCase().matchAll(/(?<![\p{L}\p{M}])[\p{L}\p{M}]+[-‐][\p{L}\p{M}]+/gu))
      hyphened.add(word.replace('‐', '-'));
  }
  return { whole, hyphened };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function lastWord(text: string): string {
  return text
    .slice(text.lastIndexOf(' ') + 1)
    .slice(-60)
    .replace(/^[\udc00-\udfff]/, '');
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return (end < 0 ? text : text.slice(0, end)).slice(0, 60).replace(/[\ud800-\udbff]$/, '');
}
