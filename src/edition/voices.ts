/**
 * Who says something, and from whom it is had.
 */
import { distance } from 'fastest-levenshtein';
import type { Voice } from '../core/claim.ts';
import { derivedFromOf, rootOf } from '../core/derivation.ts';
import { isId } from '../core/id.ts';
import type { Place } from '../core/model.ts';
import { nearestId } from '../core/nearest.ts';
import { problem, type Problem } from '../core/problem.ts';
import { fold } from '../core/words.ts';
import type { Known } from './passages.ts';

export interface Voices {
  readonly speaker: (name: string, place: () => Place, problems: Problem[]) => Voice;
  /** @param document the one that has it from there */
  readonly origin: (name: string, document: string, place: () => Place, problems: Problem[]) => Voice;
}

/** Names of speakers and origins: what is the id of a term or of a document, or a form of one term, is that; all else is a name. */
export function voicesOf({ terms, documents, unreadable }: Known): Voices {
  const termNames = new Map(terms.map((term) => [term.id, term.raw.term]));
  const formed = formsOf(terms);
  const derivedFrom = derivedFromOf(documents.map(({ id, raw }) => ({ id, ...raw })));
  const titles = new Map(documents.map((document) => [document.id, document.raw.title]));
  const known = (name: string): Voice | undefined => {
    const own = termNames.get(name);
    if (own !== undefined) return { name: own, term: name };
    const term = formed(name);
    return term === undefined ? undefined : { name, term };
  };
  return {
    speaker: (name, place, problems) => {
      const voice = known(name);
      if (voice) return voice;
      if (isId(name) && !unreadable.has(`glossary/${name}`)) problems.push(unknown(name, 'a term', termNames.keys(), place()));
      return { name };
    },
    origin: (name, document, place, problems) => {
      const title = titles.get(name);
      if (title !== undefined) {
        const root = rootOf(name, derivedFrom);
        if (name === document)
          problems.push(
            problem('origin-derived', place(), `“${name}” is the document itself: it has this from nowhere else.`, {
              suggestion: 'Leave the origin out.',
            }),
          );
        else if (root !== name)
          problems.push(
            problem('origin-derived', place(), `“${name}” derives from “${root}”, which is the witness.`, {
              suggestion: `Write origin: ${root}.`,
            }),
          );
        return { name: title, document: name };
      }
      const voice = known(name);
      if (voice) return voice;
      if (!isId(name) || unreadable.has(`glossary/${name}`) || unreadable.has(`documents/${name}`)) return { name };
      const ids = [...titles.keys(), ...termNames.keys()];
      if (name.includes('-')) problems.push(unknown(name, 'a document or a term', ids, place()));
      // A short word may be any name that keeps equal origins together.
      else if (distance(name, nearestId(name, ids) ?? '') <= Math.min(2, name.length / 2))
        problems.push(
          problem('origin-unknown', place(), `“${name}” is taken for a name: no document and no term has this id.`, {
            suggestion: `Did you mean “${nearestId(name, ids)}”? A name is written with its capitals.`,
          }),
        );
      return { name };
    },
  };
}

function unknown(name: string, what: string, ids: Iterable<string>, place: Place): Problem {
  const best = nearestId(name, ids);
  return problem('said-by-unknown', place, `“${name}” looks like the id of ${what}, and is none.`, {
    suggestion: best ? `Did you mean “${best}”?` : 'Write the name as people write it, with its capitals; or write a glossary entry.',
  });
}

/** The term that alone has a name among its forms, case as where they are found in documents; “the” before it is no matter. */
function formsOf(terms: Known['terms']): (name: string) => string | undefined {
  const exact = new Map<string, Set<string>>();
  const folded = new Map<string, Set<string>>();
  for (const { id, raw } of terms)
    for (const form of [raw.term, ...(raw.forms ?? [])]) {
      const [forms, key] = raw.case === 'sensitive' ? [exact, plain(form)] : [folded, plain(form).toLowerCase()];
      forms.set(key, (forms.get(key) ?? new Set()).add(id));
    }
  return (name) => {
    const found = new Set([...(exact.get(plain(name)) ?? []), ...(folded.get(plain(name).toLowerCase()) ?? [])]);
    return found.size === 1 ? [...found][0] : undefined;
  };
}

function plain(form: string): string {
  return fold(form).text.trim().replace(/^the /i, '');
}
