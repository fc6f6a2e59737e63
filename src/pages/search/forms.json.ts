/**
 * All forms of all terms, one list a term: the search asks for every spelling of what is sought.
 */
import { edition } from '../../edition/current.ts';

export function GET(): Response {
  const lists = edition().terms.flatMap(({ forms }) => (forms.length > 1 ? [forms] : []));
  return new Response(JSON.stringify(lists), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
