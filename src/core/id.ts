/**
 * Ids: names of files, notes and terms, which are parts of addresses.
 */

/** An id, as the source of a pattern. */
export const idSource = '[a-z0-9]+(?:-[a-z0-9]+)*';
const whole = new RegExp(`^${idSource}$`);

/** Whether a text is an id: lower case, digits, single hyphens between them. */
export function isId(text: string): boolean {
  return whole.test(text);
}

/** The id that is nearest to a text; empty where it holds no letter or digit that an id may hold. */
export function toId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
