/**
 * A number with a comma in a set between braces: YAML takes `{ about: 1,000 }` for about 1 and a key 000 without a value.
 */
import { problem, type Problem } from '../core/problem.ts';
import type { Yaml } from './yaml.ts';

/** The problem of a set with such a number; undefined for any other value. @param path of the value in its file */
export function tornNumber(value: unknown, path: readonly (string | number)[], yaml: Yaml): Problem | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const rest = Object.entries(value).flatMap(([key, own]) => (/^\d{1,3}$/.test(key) && own === null ? [key] : []));
  if (rest.length === 0) return undefined;
  const offset = (key: string, { line, column } = yaml.placeOfKey([...path, key])): number => line * 1e6 + column;
  const first = Math.min(...rest.map((key) => offset(key)));
  const [head] = Object.entries(value)
    .filter(([key, own]) => typeof own === 'number' && offset(key) < first)
    .sort(([a], [b]) => offset(b) - offset(a));
  if (!head) return undefined;
  const [key, number] = head;
  // 000 was read as 0.
  const digits = rest.toSorted((a, b) => offset(a) - offset(b)).map((each) => each.padStart(3, '0'));
  return problem(
    'wrong-type',
    yaml.placeOf([...path, key]),
    `“${key}: ${[number, ...digits].join(',')}” is not one number: between braces a comma ends it.`,
    { suggestion: `Write ${key}: ${number}${digits.join('')}.` },
  );
}
