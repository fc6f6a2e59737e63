/**
 * Who says something, and from whom it is had.
 */
import { closest, distance } from 'fastest-levenshtein';
import type { Voice } from '../core/claim.ts';
import { derivedFromOf, rootOf } from '../core/derivation.ts';
import { isId } from '../core/id.ts';
import type { Place } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Known } from './passages.ts';

export interface Voices {
  readonly speaker: (name: string, place: () => Place, problems: Problem[]) => Voice;
  /** @param document the one that has it from there */
  readonly origin: (name: string, document: string, place: () => Place, problems: Problem[]) => Voice;
}

/** Names of speakers and origins: what is the id of a term or of a document is that, all else is a name. */
export function voicesOf({ terms, documents, unreadable }: Known): Voices {
  const termNames = new Map(terms.map((term) => [term.id, term.raw.term]));
  const derivedFrom = derivedFromOf(documents.map(({ id, raw }) => ({ id, ...raw })));
  const titles = new Map(documents.map((document) => [document.id, document.raw.title]));
  const speaker: Voices['speaker'] = (name, place, problems) => {
    const term = termNames.get(name);
    if (term !== undefined) return { name: term, term: name };
    if (isId(name) && !unreadable.has(`glossary/${name}`)) {
      const best = termNames.size > 0 ? closest(name, [...termNames.keys()]) : undefined;
      const near = best !== undefined && distance(name, best) <= Math.max(2, name.length / 2);
      problems.push(
        problem('said-by-unknown', place(), `“${name}” looks like the id of a term, and is none.`, {
          suggestion: near ? `Did you mean “${best}”?` : 'Write the name as people write it, with its capitals; or write a glossary entry.',
        }),
      );
    }
    return { name };
  };
  return {
    speaker,
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
      // A short word may be any name that keeps equal origins together.
      return name.includes('-') || termNames.has(name) ? speaker(name, place, problems) : { name };
    },
  };
}
