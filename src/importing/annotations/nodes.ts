/**
 * The objects of JSON-LD as they come from anywhere: nothing in them is believed to be of the type that it should be.
 */

export type Values = Readonly<Record<string, unknown>>;

/** `oa:assessing` and `http://www.w3.org/ns/oa#assessing` as `assessing`. */
export function bare(name: unknown): string {
  return (typeof name === 'string' ? name : '').replace(/^.*[:#/]/, '');
}

/** Whether it is of a type, alone or among others, with a prefix or without. */
export function hasType(value: Values, type: string): boolean {
  return listOf(value['type'] ?? value['@type']).some((each) => typeof each === 'string' && (each === type || bare(each) === type));
}

/** Its address, as JSON-LD 1.0 or 1.1 writes it. */
export function idOf(value: Values): string | undefined {
  return textIn(value, 'id') ?? textIn(value, '@id');
}

/** A value that is text; undefined where it is none. */
export function textIn(value: Values, key: string): string | undefined {
  const text = value[key];
  return typeof text === 'string' ? text : undefined;
}

/** What may stand alone or in a list, as a list. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Whether it is an object, and no list. */
export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
