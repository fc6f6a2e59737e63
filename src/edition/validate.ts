/**
 * A YAML value held against its schema: each issue becomes a problem with its place and, where it can be guessed, what to type.
 */
import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { toId } from '../core/id.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { RuleName } from '../core/rules.ts';
import { tornNumber } from './torn-number.ts';
import type { Yaml } from './yaml.ts';

/**
 * The value as the schema has it, or undefined with the problems added.
 * @param base the path of the value within the file
 */
export function validate<T>(schema: z.ZodType<T>, file: Yaml, problems: Problem[], base: readonly (string | number)[] = []): T | undefined {
  const yaml: Part = {
    file: file.file,
    isPart: base.length > 0,
    value: valueAt(file.value, base),
    placeOf: (path) => file.placeOf([...base, ...path]),
    placeOfKey: (path) => file.placeOfKey([...base, ...path]),
    linesOf: (path) => file.linesOf([...base, ...path]),
  };
  // Nothing written is a set of keys with none in it: each that is missing is told.
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return result.data;
  const misspelt = misspeltKeys(result.error.issues, schema);
  for (const issue of result.error.issues) {
    const missing = valueAt(yaml.value, pathOf(issue)) === undefined;
    if (!missing || !misspelt.has(nameOf(pathOf(issue)))) problems.push(...problemsOf(issue, schema, yaml));
  }
  return undefined;
}

/** The keys that are there under another spelling: they are told as unknown, and not as missing too. */
function misspeltKeys(issues: readonly Issue[], schema: z.ZodType): Set<string> {
  return new Set(
    issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return [];
      const path = pathOf(issue);
      const meant = issue.keys.map((key) => [key, nearestOf(key, keysOf(schema, path), keyReach)] as const);
      return meant.flatMap(([key, best]) => (best && distance(key, best) <= Math.ceil(best.length / 2) ? [nameOf([...path, best])] : []));
    }),
  );
}

type Issue = z.core.$ZodIssue;

/** A value within a file. */
interface Part extends Yaml {
  readonly isPart: boolean;
}

function problemsOf(issue: Issue, schema: z.ZodType, yaml: Part): Problem[] {
  const path = pathOf(issue);
  const name = nameOf(path);
  const value = valueAt(yaml.value, path);
  const torn = issue.code === 'unrecognized_keys' || issue.code === 'invalid_union' ? tornNumber(value, path, yaml) : undefined;
  if (torn) return [torn];
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schema, path);
    return issue.keys.map((key) =>
      problem('unknown-key', yaml.placeOfKey([...path, key]), `“${key}” is not a key${name ? ` of ${name}` : ' here'}.`, {
        suggestion: didYouMean(key, known, keyReach) ?? (known.length > 0 ? `Known are: ${known.join(', ')}.` : undefined),
      }),
    );
  }
  const rule = issue.code === 'custom' ? (issue.params?.['rule'] as RuleName | undefined) : undefined;
  if (rule === 'missing-key' || (value === undefined && path.length > 0)) {
    const key = String(path.at(-1));
    const description = describeKey(schema, path);
    return [
      problem(
        'missing-key',
        yaml.placeOf(path.slice(0, -1)),
        `The key “${key}” is missing${path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : ''}.`,
        { suggestion: `Add “${key}: …”. ${description ?? ''}`.trimEnd() },
      ),
    ];
  }
  if (rule === 'bad-date') {
    const shaped = /^\d{4}-\d\d(-\d\d)?[~?%]?$/.test(String(value));
    const unknown =
      path.at(-1) === 'published'
        ? ', or unknown'
        : path.at(-1) === 'date' && yaml.isPart
          ? ', or an interval: 2021-03-28/2021-04-02, 2019-10-09/..'
          : '';
    return [
      problem('bad-date', yaml.placeOf(path), `“${String(value)}” is not ${shaped ? 'in the calendar' : 'a date'}.`, {
        suggestion: `Write 2021, 2021-04, 2021-04-05, or 2021-04~ where it is approximate${unknown}.`,
      }),
    ];
  }
  if (rule === 'unsafe-url') {
    return [
      problem('unsafe-url', yaml.placeOf(path), `“${String(value)}” is not a web address.`, {
        suggestion: /^[\w-]+(\.[\w-]+)+(\/|$)/.test(String(value))
          ? `Did you mean https://${String(value)}?`
          : 'Write an address that begins with https:// or http://.',
      }),
    ];
  }
  if (issue.code === 'invalid_union') return union(issue, path, yaml);
  const what = name ? `“${name}”` : yaml.isPart ? 'This entry' : yaml.file.endsWith('.mdx') ? 'The head' : 'The file';
  return [
    problem('wrong-type', yaml.placeOf(path), wrongType(issue, what, value), { suggestion: toType(issue, String(path.at(-1)), value) }),
  ];
}

/** A union fails as the member that fits best: the one that accepts the value's type. */
function union(issue: Issue & { code: 'invalid_union' }, path: readonly (string | number)[], yaml: Yaml): Problem[] {
  const value = valueAt(yaml.value, path);
  const fitting = issue.errors.filter((errors) => !errors.some((each) => each.code === 'invalid_type' && each.path.length === 0));
  const best = fitting.toSorted((a, b) => unknownIn(a) - unknownIn(b) || a.length - b.length)[0];
  if (!best || value === null || typeof value !== 'object') {
    const suggestion = typeof value === 'number' && path.at(-1) === 'quote' ? `Put it in quotation marks: quote: "${value}".` : undefined;
    return [problem('wrong-type', yaml.placeOf(path), `“${nameOf(path)}” must be ${formsOf(path)}.`, { suggestion })];
  }
  // A key that is not known says more than the one that is missing for it.
  const unknown = best.filter((each) => each.code === 'unrecognized_keys');
  return (unknown.length > 0 ? unknown : best).map((each) => {
    if (each.code === 'too_big' || each.code === 'too_small') {
      const part = [...path, ...each.path.filter((step) => typeof step !== 'symbol')];
      return problem('wrong-type', yaml.placeOf(part), `“${nameOf(part)}” ${each.message}.`);
    }
    const keys =
      each.code === 'unrecognized_keys' ? `: ${each.keys.join(', ')} ${each.keys.length === 1 ? 'is' : 'are'} not known here` : '';
    return problem(
      'wrong-type',
      yaml.placeOf([...path, ...each.path.filter((step) => typeof step !== 'symbol')]),
      `“${nameOf(path)}” must be ${formsOf(path)}${keys}.`,
    );
  });
}

function unknownIn(errors: readonly Issue[]): number {
  return errors.some((each) => each.code === 'unrecognized_keys') ? 1 : 0;
}

/** What a value of several forms can be. A quote that is lost has no paragraph. */
function formsOf(path: readonly (string | number)[]): string {
  if (path.at(-1) === 'value') return 'a number, about with a number, min or max, percent with of, or a date';
  const words = 'the quoted words, or exact with prefix and suffix';
  return path[0] === 'lost' ? words : `${words}, or paragraph with a number`;
}

function wrongType(issue: Issue, what: string, value: unknown): string {
  if (value === null) return `${what} has no value.`;
  switch (issue.code) {
    case 'invalid_type':
      return `${what} must be ${kindNames[issue.expected] ?? `of type ${issue.expected}`}.`;
    case 'invalid_value':
      return `${what} must be one of: ${issue.values.map(String).join(', ')}.`;
    default:
      return `${what} ${issue.message || 'has a value that does not fit'}.`;
  }
}

/** What to write instead, where it can be guessed from what is written. */
function toType(issue: Issue, key: string, value: unknown): string | undefined {
  if (issue.code === 'invalid_value') return didYouMean(String(value), issue.values.map(String), 0.5);
  if (issue.code === 'invalid_type' && issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotation marks: ${key}: "${value}".`;
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string')
    return `Write ${key}: [${/^[^[\]{},:#"']*$/.test(value) ? value : JSON.stringify(value)}].`;
  if (issue.code === 'invalid_format' && typeof value === 'string') {
    const slug = toId(value);
    return slug ? `Write ${slug}.` : undefined;
  }
  return undefined;
}

const kindNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a set of keys and values',
  boolean: 'true or false',
};

/** How many of its letters a slip of the pen has in common with the key that is meant. */
const keyReach = 0.4;

function didYouMean(word: string, known: readonly string[], reach: number): string | undefined {
  const best = nearestOf(word, known, reach);
  return best && `Did you mean “${best}”?`;
}

function nearestOf(word: string, known: readonly string[], reach: number): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(word, [...known]);
  const shared = [...new Set(word)].filter((letter) => best.includes(letter)).length;
  return shared / Math.max(word.length, best.length) > reach ? best : undefined;
}

function pathOf(issue: Issue): (string | number)[] {
  return issue.path.filter((step) => typeof step !== 'symbol');
}

/** `references[0].to`, counted from 1 for people. */
function nameOf(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  );
}

function schemaAt(schema: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
  let at: unknown = schema;
  for (const step of [...path, undefined]) {
    while (at instanceof z.ZodOptional) at = at.unwrap();
    if (step === undefined) break;
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = at.shape[step];
    else return undefined;
  }
  return at as z.ZodType;
}

function keysOf(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  const at = schemaAt(schema, path);
  if (at instanceof z.ZodUnion) return at.options.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : []));
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function describeKey(schema: z.ZodType, path: readonly (string | number)[]): string | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const key = parent instanceof z.ZodObject ? (parent.shape[path.at(-1) as string] as z.ZodType | undefined) : undefined;
  return key?.description;
}
