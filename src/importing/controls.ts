/**
 * Characters that no reader sees and no document may hold: control characters, lone surrogates, marks of byte order.
 */
import type { Repair } from './draft.ts';

/** All that is dropped or replaced. A pair of surrogates is one character under `u`, so that only lone ones match. */
const unwanted = /^\ufeff+|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/gu;

/** What a control character stands for, where a reader would see something: the end of a line or page. */
const lineEnds: Readonly<Record<string, string>> = { '\u000b': '\n', '\u000c': '\n', '\u2028': '\n', '\u2029': '\n\n' };

/**
 * A text without them. Tabs and line ends stay; vertical tabs and form feeds become line ends; C1 controls become the signs that
 * windows-1252 has in their place, as on the web, for that is what was meant.
 * @param at where the text stands, for the repairs; the line is told where it is left out
 */
export function withoutControls(text: string, at?: string): { text: string; repairs: Repair[] } {
  const kinds = new Map<string, { is: string; count: number; at: string }>();
  const lineOf = lineCounter(text);
  const clean = text.replace(unwanted, (found, index: number) => {
    const is = meantBy(found);
    const kind = nameOf(found);
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { is, count: 1, at: at ?? `line ${lineOf(index)}` });
    return is;
  });
  const repairs = [...kinds].map(([was, { is, count, at: first }]) => ({ was, is, at: first, why: why(was, count) }));
  return { text: clean, repairs };
}

function meantBy(found: string): string {
  const code = found.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (code >= 0x80 && code <= 0x9f) {
    const sign = new TextDecoder('windows-1252').decode(Uint8Array.of(code));
    return sign.charCodeAt(0) === code ? '' : sign;
  }
  return lineEnds[found] ?? '';
}

function nameOf(found: string): string {
  if (/[\ud800-\udfff]/.test(found)) return 'lone surrogate';
  return `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function why(kind: string, count: number): string {
  const noun =
    kind === 'lone surrogate'
      ? kind
      : kind === 'U+FEFF'
        ? 'byte order mark'
        : kind.startsWith('U+20')
          ? 'line separator'
          : 'control character';
  return count > 1 ? `${count} ${noun}s ${kind === noun ? '' : kind}`.trim() : noun;
}

/** The line of an index, from 1, for indices that rise. */
function lineCounter(text: string): (index: number) => number {
  const ends = /\r\n|[\r\n]/g;
  let line = 1;
  let next = ends.exec(text)?.index ?? Infinity;
  return (index) => {
    while (next < index) {
      line++;
      next = ends.exec(text)?.index ?? Infinity;
    }
    return line;
  };
}
