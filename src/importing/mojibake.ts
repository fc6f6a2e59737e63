/**
 * Text that was written in UTF-8 and read as windows-1252 or its like (“Itâ€™s”), put right where it is sure.
 */
import { fix_encoding } from 'ftfy-js';
import type { Repair } from './draft.ts';

/**
 * Mend line by line. A line is mended only where a wrong decoding is sure: some sequence in it cannot be anything else (three
 * characters that stand for one, or a sign within a word), or the whole file is of one mould. “Ã la carte” and “Â£5” alone are left.
 */
export function mendMojibake(text: string): { text: string; repairs: Repair[] } {
  if (!suspicious.test(text)) return { text, repairs: [] };
  const parts = text.split(/(\r\n|[\r\n])/);
  const faults = faultsIn(parts);
  const sure = faults.filter((fault) => fault.firm);
  const other = faults.filter((fault) => !fault.firm);
  const mouldy = other.length > 0 && (sure.length > 0 || other.length >= 3) && !hasClean(parts, faults);
  const mended = mouldy ? faults : sure;
  if (mended.length === 0) return { text, repairs: [] };
  for (const { part, fixed } of mended) parts[part] = fixed;
  return { text: parts.join(''), repairs: repairsOf(mended) };
}

/** Two neighbours beyond ASCII, or one before a space: what every mojibake has. */
const suspicious = /[\u0080-\uffff][\u0080-\uffff ]/;
const beyondAscii = /[\u0080-\uffff]/;

interface Fault {
  /** Index of the line in the parts, every other of which is a line end. */
  readonly part: number;
  readonly fixed: string;
  readonly words: readonly { readonly was: string; readonly is: string }[];
  readonly firm: boolean;
}

function faultsIn(parts: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  for (let part = 0; part < parts.length; part += 2) {
    const line = parts[part]!;
    if (!suspicious.test(line)) continue;
    const fixed = fixLine(line);
    if (fixed === line) continue;
    const words = changes(line, fixed);
    faults.push({ part, fixed, words, firm: words.some(({ was, is }) => isFirm(was, is)) });
  }
  return faults;
}

/** Control characters are another's business. Very long lines go in pieces, cut at spaces after ASCII. */
function fixLine(line: string): string {
  let fixed = '';
  let start = 0;
  while (start < line.length) {
    const end = cutAfter(line, start + 50_000);
    fixed += fix_encoding(line.slice(start, end), { fix_c1_controls: false });
    start = end;
  }
  return fixed;
}

/** The first place from here on where nothing beyond ASCII is near, but not much further on. */
function cutAfter(line: string, from: number): number {
  for (let i = from; i < from + 50_000 && i < line.length; i++)
    if (line[i] === ' ' && line[i - 1]! < '\u0080' && line[i + 1]! < '\u0080') return i;
  const far = Math.min(from + 50_000, line.length);
  return far < line.length && line[far]! >= '\udc00' && line[far]! <= '\udfff' ? far + 1 : far;
}

/** The words that differ; the whole lines where they do not pair. */
function changes(line: string, fixed: string): { was: string; is: string }[] {
  const was = line.split(' ');
  const is = fixed.split(' ');
  if (was.length !== is.length) return [{ was: line, is: fixed }];
  return was.flatMap((word, i) => (word === is[i] ? [] : [{ was: word, is: is[i]! }]));
}

/** True where nobody can have meant what stands there. */
function isFirm(was: string, is: string): boolean {
  const lost = countBeyond(was) - countBeyond(is);
  // Three or four that stand for one; or several pairs in one word.
  if (
    /[âãäåæçèéêëìíîïàá][\u0080-\u00bf\u20ac\u201a-\u2122\u0152-\u0178\u0192\u02c6\u02dc]{2}|ð[\u0080-\u009f\u0178]|ï¸/.test(was) &&
    lost >= 1
  )
    return true;
  if (lost >= 2) return true;
  // A sign straight after a small letter, that is no word in any language: “cafÃ©”, “VÄ›c”.
  return /\p{L}[ÂÃÄÅÆÇÈÉÐÑÒØÙ×][^\p{L}\s]/u.test(was) && /\p{L}{2}/u.test(is);
}

function countBeyond(text: string): number {
  let count = 0;
  for (const sign of text) if (sign >= '\u0080') count++;
  return count;
}

/** True where words that need no mending have signs beyond ASCII: then the file as a whole was read rightly. */
function hasClean(parts: readonly string[], faults: readonly Fault[]): boolean {
  const faulty = new Map(faults.map((fault) => [fault.part, fault.words.length]));
  return parts.some((part, i) => {
    if (!faulty.has(i)) return beyondAscii.test(part);
    return part.split(' ').filter((word) => beyondAscii.test(word)).length > faulty.get(i)!;
  });
}

/** One for each pair of words, with the first line. */
function repairsOf(faults: readonly Fault[]): Repair[] {
  const kinds = new Map<string, { was: string; is: string; line: number; count: number }>();
  for (const { part, words } of faults) {
    for (const { was, is } of words) {
      const key = `${was}\n${is}`;
      const known = kinds.get(key);
      if (known) known.count++;
      else kinds.set(key, { was, is, line: part / 2 + 1, count: 1 });
    }
  }
  return [...kinds.values()].map(({ was, is, line, count }) => ({
    was,
    is,
    at: `line ${line}`,
    why: count > 1 ? `mojibake, ${count} times` : 'mojibake',
  }));
}
