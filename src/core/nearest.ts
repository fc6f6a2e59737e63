/**
 * What a mistyped id was meant to be.
 */
import { closest, distance } from 'fastest-levenshtein';

/** The nearest of the ids that are known, where no more than half of the letters are others, of a short word two; else undefined. */
export function nearestId(word: string, known: Iterable<string>): string | undefined {
  const ids = [...known];
  if (ids.length === 0) return undefined;
  const best = closest(word, ids);
  return distance(word, best) <= Math.min(word.length - 1, Math.max(2, word.length / 2)) ? best : undefined;
}

/**
 * What to write instead: “Did you mean “harbour-dues”?”; where none is near, all that are known, if they are few.
 * @param write an id as it stands in that place
 */
export function suggestId(word: string, known: Iterable<string>, write: (id: string) => string = (id) => `“${id}”`): string | undefined {
  const ids = [...known];
  const best = nearestId(word, ids);
  if (best !== undefined) return `Did you mean ${write(best)}?`;
  return ids.length > 0 && ids.length <= 12 ? `Known are: ${ids.join(', ')}.` : undefined;
}
