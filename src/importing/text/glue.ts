/**
 * Labels that were glued to a sentence when a page's element between them was dropped: “More infoMany boats…”.
 */
import { fold } from '../../core/words.ts';
import { vocabularies } from './vocabulary.ts';

/** A place within a line where two texts were glued. */
export interface Cut {
  readonly line: number;
  readonly offset: number;
  readonly label: string;
  /** Whether the label stands before the sentence, not behind it. */
  readonly leads: boolean;
  readonly was: string;
  readonly is: string;
  readonly why: string;
}

const longestLabel = 40;
const labels = new Set(vocabularies.flatMap((each) => each.labels));
/** Of one word, but never part of one. */
const sure = new Set(['advertisement', 'sponsored']);

/** Where lines are to be cut: after a known label, or one that stands alone on another line, with a capital glued to it. */
export function gluedLabels(lines: readonly string[]): Cut[] {
  const alone = new Set<string>();
  for (const line of lines)
    if (line.length > 0 && line.length <= longestLabel && /^\p{Lu}/u.test(line) && line.split(' ').length <= 4) alone.add(keyOf(line));
  return lines.flatMap((text, line) => [leadOf(text, line, alone), trailOf(text, line, alone)].filter((cut) => cut !== undefined));
}

/** Where a sentence could begin without a space before it. */
const border = /(?<=[\p{Ll}\p{Lo}\p{Lu}:])(?=["“‘«(>]? ?(?:\p{Lu}[\p{Ll}’' ]|\p{Lu}\p{Lu}|\p{Lo}|\p{N}))(?! )/gu;

function leadOf(text: string, line: number, alone: ReadonlySet<string>): Cut | undefined {
  const start = text.slice(0, longestLabel + 3);
  for (const { index } of start.matchAll(border)) {
    const label = text.slice(0, index);
    if (!isLabel(label, alone) || index > longestLabel) continue;
    // In scripts without capitals only the same label elsewhere shows the border.
    if (/\p{Lo}/u.test(label.at(-1)!) && !alone.has(keyOf(label))) continue;
    const end = text.indexOf(' ', index);
    const next = text.slice(index, end < 0 ? index + 40 : Math.min(end, index + 40));
    return { line, offset: index, label, leads: true, was: label + next, is: `${label} ${next}`, why: `split from the label “${label}”` };
  }
  return undefined;
}

function trailOf(text: string, line: number, alone: ReadonlySet<string>): Cut | undefined {
  if (text.length < 20) return undefined;
  const from = Math.max(0, text.length - longestLabel);
  const end = /[.!?…]["”’)]?(?=\p{Lu}[^.!?…]*$)/u.exec(text.slice(from));
  if (!end) return undefined;
  const offset = from + end.index + end[0].length;
  const label = text.slice(offset);
  if (!isLabel(label, alone)) return undefined;
  const before = text.slice(text.lastIndexOf(' ', offset - 1) + 1, offset).slice(-40);
  return { line, offset, label, leads: false, was: before + label, is: `${before} ${label}`, why: `split from the label “${label}”` };
}

function isLabel(words: string, alone: ReadonlySet<string>): boolean {
  const key = keyOf(words);
  if (!labels.has(key)) return key.length > 3 && words.includes(' ') && alone.has(key);
  return key.includes(' ') || sure.has(key) || alone.has(key);
}

function keyOf(words: string): string {
  return (/^[ -_a-~]*$/.test(words) ? words : fold(words).text)
    .toLowerCase()
    .replace(/[\s:]+$/, '')
    .trim();
}
