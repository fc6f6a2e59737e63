/**
 * Values written into YAML in the place of others: in the style of those, and with the comments beside them left where they stand.
 */
import { isMap, isScalar, stringify, type Scalar, type YAMLMap } from 'yaml';
import { hasUnseen, visible } from '../core/visible.ts';

/** A part of a text, and what is put in its place. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

interface Ranged {
  readonly range: readonly [number, number, number];
}

/** On one line; within braces, strings always in quotation marks. */
export function written(value: unknown, flow = false): string {
  if (typeof value === 'string') return !flow && isPlain(value, false) ? value : quoted(value);
  const parts = Object.entries(value as object).map(([key, each]) => `${key}: ${typeof each === 'string' ? quoted(each) : String(each)}`);
  return `{ ${parts.join(', ')} }`;
}

/** In double quotation marks, with nothing in it that is not seen. */
export function quoted(value: string): string {
  return visible(JSON.stringify(value));
}

/** The end of a value. A block scalar ends with its line end, which stays. */
export function endOf(text: string, { range }: Ranged): number {
  return range[0] + text.slice(range[0], range[1]).trimEnd().length;
}

/**
 * The cuts that make a quote another one, part by part.
 * @param node the quote as it stands: words, or a map with `exact` or `paragraph`
 * @param flow whether it stands within braces
 * @returns undefined where it has to be written as a whole
 */
export function cutsOf(text: string, node: unknown, quote: object, flow: boolean): Cut[] | undefined {
  const wanted = new Map(Object.entries(quote).filter(([, value]) => value !== undefined) as [string, string | number][]);
  if (isScalar(node)) {
    const exact = wanted.size === 1 ? wanted.get('exact') : undefined;
    return exact === undefined ? undefined : [inStyle(text, node, exact, flow)];
  }
  if (!isMap(node)) return undefined;
  const pairs = partsOf(node);
  const main = pairs.find(({ name }) => name === 'exact' || name === 'paragraph');
  if (!main) return undefined;
  const inFlow = flow || node.flow === true;
  const name = wanted.has('exact') ? 'exact' : 'paragraph';
  const value = wanted.get(name)!;
  const cuts =
    main.name === name
      ? [inStyle(text, main.value, value, inFlow)]
      : [{ start: main.start, end: endOf(text, main.value), put: `${name}: ${typeof value === 'string' ? quoted(value) : value}` }];
  for (const key of ['prefix', 'suffix']) {
    const there = pairs.find((pair) => pair.name === key);
    const words = wanted.get(key);
    if (there && words !== undefined) cuts.push(inStyle(text, there.value, words, inFlow));
    else if (there) cuts.push(removal(text, pairs, there, inFlow));
    else if (words !== undefined) cuts.push(addition(text, main, `${key}: ${quoted(String(words))}`, inFlow));
  }
  return cuts;
}

interface Part {
  readonly name: unknown;
  readonly start: number;
  readonly value: Scalar & Ranged;
}

function partsOf(map: YAMLMap): Part[] {
  return map.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) && key.range && value.range
      ? [{ name: key.value, start: key.range[0], value: value as Scalar & Ranged }]
      : [],
  );
}

/** A scalar in the place of another, between such signs as that. */
function inStyle(text: string, node: Scalar, value: string | number, flow: boolean): Cut {
  const range = (node as Scalar & Ranged).range;
  const [start, end] = [range[0], endOf(text, { range })];
  if (typeof value === 'number') return { start, end, put: String(value) };
  const seen = !hasUnseen(value) && !value.includes('\n');
  if (node.type === 'PLAIN' && isPlain(value, flow)) return { start, end, put: value };
  if (node.type === 'QUOTE_SINGLE' && seen) return { start, end, put: `'${value.replaceAll("'", "''")}'` };
  const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  const [, head] = (block && /^([>|][+-]?[ \t]*(?:#[^\n]*)?\r?\n[ ]+)\S/.exec(text.slice(start, end))) || [];
  if (head !== undefined && seen) return { start, end, put: head + value };
  return { start, end, put: !flow && block && isPlain(value, false) ? value : quoted(value) };
}

function isPlain(value: string, flow: boolean): boolean {
  if (hasUnseen(value) || (flow && /[,[\]{}]/.test(value))) return false;
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd() === value;
}

/** A pair goes with the comma before it, or its line; a comment beside it stays. */
function removal(text: string, pairs: readonly Part[], part: Part, flow: boolean): Cut {
  const [start, end] = [part.start, endOf(text, part.value)];
  const at = pairs.indexOf(part);
  if (flow) {
    const [before, after] = [pairs[at - 1], pairs[at + 1]];
    const gap = before ? text.slice(endOf(text, before.value), start) : '';
    if (before && /^\s*,\s*$/.test(gap)) return { start: endOf(text, before.value), end, put: '' };
    const follows = after ? text.slice(end, after.start) : '';
    return { start, end: after && /^\s*,\s*$/.test(follows) ? after.start : end, put: '' };
  }
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const alone = text.slice(line, start).trim() === '' && text.slice(end, next < 0 ? undefined : next).trim() === '';
  if (!alone) return { start, end, put: '' };
  return next < 0 ? { start: line - 1, end: text.length, put: '' } : { start: line, end: next + 1, put: '' };
}

function addition(text: string, main: Part, pair: string, flow: boolean): Cut {
  const end = endOf(text, main.value);
  if (flow) return { start: end, end, put: `, ${pair}` };
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : text.charAt(next - 1) === '\r' ? next - 1 : next;
  const margin = ' '.repeat(main.start - text.lastIndexOf('\n', main.start - 1) - 1);
  return { start: lineEnd, end: lineEnd, put: `${text.includes('\r\n') ? '\r\n' : '\n'}${margin}${pair}` };
}
