/**
 * A Markdown parser looks at every letter, and most letters can mean nothing: words between words. Runs of those are put aside
 * before the parse, one sign for each, and put back into the tree after it. The tree is the same (a property test holds that), at
 * about a third of the cost.
 */
import type { Nodes, Root } from 'mdast';

/** Stands for a run, between two letters that stay: what is beside a sign of Markdown is never touched. */
const sign = '\ue000';
const firstIndex = 0xe100;
const mostRuns = 0xf8ff - firstIndex;

/** What may stand in brackets is a label, which must stay as it is; else a run of words that begins after the line's first word. */
const runs = /\[[^\]\n]*\]|(?<=[^\n]{9}\p{L})[\p{L}\p{N} ,;.?'’‘“”–—-]{8,}(?=\p{L})/gu;

/** A document with these is parsed as it stands: code, labels over several lines, or the signs that we would use. */
const loud = /[<>{}\ue000-\uf8ff]|^[^[\]\n]*\]|\[[^\]\n]*$/m;
/** A line with these is left as it is: addresses, character references and names of code are made of letters. */
const loudLine = /```|~~~|www\.|:\/\/|mailto:|xmpp:|@|&|\\/i;

/**
 * Parse Markdown, the quiet runs put aside.
 * @param parse throws where the text cannot be parsed; it is then asked again for the text as it stands, for the right place
 */
export function parseQuietly(text: string, parse: (text: string) => Root): Root {
  if (loud.test(text)) return parse(text);
  const aside: string[] = [];
  const saved: Saved[][] = [];
  const lines = text.split('\n').map((line, number) => (loudLine.test(line) ? line : putAside(line, aside, (saved[number] = []))));
  if (aside.length === 0) return parse(text);
  try {
    const root = parse(lines.join('\n'));
    putBack(root, aside, saved);
    return root;
  } catch {
    return parse(text);
  }
}

/** Where in a shortened line a run was put aside (a column, from 1), and how many letters that and those before it saved. */
interface Saved {
  readonly column: number;
  readonly letters: number;
}

function putAside(line: string, aside: string[], saved: Saved[]): string {
  let letters = 0;
  return line.replace(runs, (run: string, offset: number) => {
    if (run.startsWith('[') || aside.length >= mostRuns) return run;
    aside.push(run);
    const column = offset - letters + 1;
    // A space stays a space: in an address it would be the end of it.
    const standIn = sign + String.fromCharCode(firstIndex + aside.length - 1) + (run.includes(' ') ? ' ' : '');
    letters += run.length - standIn.length;
    saved.push({ column, letters });
    return standIn;
  });
}

function putBack(node: Nodes, aside: readonly string[], saved: readonly (readonly Saved[])[]): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string' && value.includes(sign)) Object.assign(node, { [key]: restore(value, aside) });
  }
  const start = node.position?.start;
  const before = start && saved[start.line - 1]?.findLast((each) => each.column < start.column);
  if (before) start.column += before.letters;
  if ('children' in node) for (const child of node.children) putBack(child, aside, saved);
}

function restore(text: string, aside: readonly string[]): string {
  return text.replaceAll(/\ue000([\ue100-\uf8ff]) ?/g, (_, index: string) => aside[index.charCodeAt(0) - firstIndex] ?? '');
}
