/**
 * How deep Markdown may go. Lists and quotations within each other have a limit far beyond what people read, so that no text can
 * exhaust the machine that reads it.
 */
import type { Nodes } from 'mdast';

const mostMarkers = 50;
const mostOpenBrackets = 200;
/** Levels of a tree: a list within a list is two of them. */
const deepest = 200;
const markers = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${mostMarkers + 1}}`, 'm');

/** What is told of what is too deep. */
export class TooDeep extends Error {
  readonly suggestion = 'Write it with fewer levels: fifty are read.';
  readonly line: number;
  readonly column = 1;
  constructor(line: number) {
    super('Lists, quotations, brackets or emphasis are nested too deeply');
    this.line = line;
  }
}

/** Before a text is parsed, for the parsers take long over it. Throws `TooDeep`. */
export function refuseDeepText(text: string): void {
  const at = markers.exec(text)?.index ?? openBracket(text);
  if (at !== undefined) throw new TooDeep(text.slice(0, at).split('\n').length);
}

/** Where more brackets stand open than anyone writes: the time to look for their ends grows with their square. */
function openBracket(text: string): number | undefined {
  let open = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]]|\n[ \t]*\n/g)) {
    if (sign === '[') open++;
    else open = sign === ']' ? Math.max(0, open - 1) : 0;
    if (open > mostOpenBrackets) return index;
  }
  return undefined;
}

/** After a text is parsed, for what is not seen at the beginning of a line. Throws `TooDeep`. */
export function refuseDeepTree(root: Nodes): void {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new TooDeep(level[0]!.position?.start.line ?? 1);
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
  }
}
