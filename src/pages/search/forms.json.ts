/**
 * All forms of all terms, one entry a term: the search asks for every spelling of what is sought.
 */
import type { Spelled } from '../../core/spellings.ts';
import { edition } from '../../edition/current.ts';

export function GET(): Response {
  const lists = edition().terms.flatMap(({ forms, caseSensitive }): Spelled[] =>
    forms.length > 1 ? [{ forms, ...(caseSensitive && { exact: true }) }] : [],
  );
  return new Response(JSON.stringify(lists), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
