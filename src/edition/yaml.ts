/**
 * YAML with the place of every value. Files are parsed once; places are looked up only where there is a problem to tell.
 */
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ParseCache } from './cache.ts';
import { tellFailures, tellThrown, type ToldFailure } from './yaml-errors.ts';

export type Path = readonly (string | number)[];

export interface Yaml {
  readonly file: string;
  readonly value: unknown;
  /** The place of a value, or of the nearest value around it. */
  readonly placeOf: (path: Path) => Place;
  /** The place of a key. */
  readonly placeOfKey: (path: Path) => Place;
  /** The first and the last line of a value in the file. */
  readonly linesOf: (path: Path) => readonly [number, number];
}

/**
 * Parse YAML 1.2.
 * @param lineOffset how many lines of the file stand before the text
 * @param cache keeps the values between runs; places are found by parsing again, when one is asked for
 * @returns undefined with problems added where it is no YAML
 */
export function readYaml(text: string, file: string, problems: Problem[], lineOffset = 0, cache?: ParseCache): Yaml | undefined {
  const lines = new LineCounter();
  let parsed: Document.Parsed | undefined;
  const parse = (): Document.Parsed => (parsed ??= parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' }));
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  const placed = (failures: readonly ToldFailure[]): Kept => ({
    failures: failures.map((failure) => ({ ...failure, place: at(failure.at) })),
  });
  const make = (): Kept => {
    const document = parse();
    const failures = [...document.errors, ...document.warnings];
    if (failures.length > 0) return placed(tellFailures(failures, text));
    try {
      return { value: document.toJS({ maxAliasCount: 100 }) as unknown, failures: [] };
    } catch (error) {
      return placed([tellThrown(error as Error, text)]);
    }
  };
  const { value, failures } = cache ? cache.of(`yaml ${file} ${lineOffset}`, text, make) : make();
  for (const { message, suggestion, place } of failures) problems.push(problem('yaml-syntax', place, message, { suggestion }));
  if (failures.length > 0) return undefined;
  return {
    file,
    value,
    placeOf: (path) => at(rangeOf(parse(), path)[0]),
    placeOfKey: (path) => at(keyOf(parse(), path)),
    linesOf: (path) => {
      const [start, end] = rangeOf(parse(), path);
      // A range may reach to the line after the value's last words.
      const length = text.slice(start, end).trimEnd().length;
      return [at(start).line, at(start + length).line];
    },
  };
}

interface Kept {
  readonly value?: unknown;
  readonly failures: readonly { readonly message: string; readonly suggestion?: string; readonly place: Place }[];
}

function rangeOf(document: Document.Parsed, path: Path): readonly [number, number] {
  for (let length = path.length; length >= 0; length--) {
    const node = (length === 0 ? document.contents : document.getIn(path.slice(0, length), true)) as Node | null | undefined;
    if (node && typeof node === 'object' && node.range) return [node.range[0], node.range[1]];
  }
  return [0, 0];
}

function keyOf(document: Document.Parsed, path: Path): number {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return rangeOf(document, path)[0];
}
