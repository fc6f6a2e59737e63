/**
 * A problem is a mistake in the content that its editor can mend. Problems are values: collected, sorted, shown together.
 */
import type { Place } from './model.ts';
import { rules, type RuleName } from './rules.ts';

export interface Problem {
  readonly rule: RuleName;
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to type or to do. */
  readonly suggestion?: string | undefined;
  readonly related?: readonly { readonly place: Place; readonly message: string }[] | undefined;
}

/** Make a problem; its severity is its rule's. */
export function problem(rule: RuleName, place: Place, message: string, more: Pick<Problem, 'suggestion' | 'related'> = {}): Problem {
  return { rule, severity: rules[rule].severity, place, message, ...more };
}

/** By file, line, column and rule. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

/** Whether any of them must be mended before a build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}

/** A report for people: each problem with its place and suggestion, and a closing count. Ends with a line end. */
export function formatReport(problems: readonly Problem[]): string {
  const lines = problems.flatMap((each) => [
    `${formatPlace(each.place)}  ${each.rule}${each.severity === 'warning' ? ' (warning)' : ''}`,
    `  ${each.message}`,
    ...(each.suggestion ? each.suggestion.split('\n').map((line) => `  ${line}`) : []),
    ...(each.related ?? []).map((other) => `  ${other.message}  ${formatPlace(other.place)}`),
    '',
  ]);
  return `${[...lines, summary(problems)].join('\n')}\n`;
}

/** `file:line:column`, which editors and terminals make a link of. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Order of code units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** “2 errors”, “1 term”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems.';
  const errors = problems.filter((each) => each.severity === 'error').length;
  const parts = [errors > 0 && count(errors, 'error'), errors < problems.length && count(problems.length - errors, 'warning')].filter(
    Boolean,
  );
  return `${parts.join(' and ')} in ${count(new Set(problems.map((each) => each.place.file)).size, 'file')}.`;
}
