/**
 * What the documents of the current edition derive from, and what derives from them.
 */
import { derivations, derivedFromOf, type Derivations } from '../core/derivation.ts';
import type { Document, Edition } from '../core/model.ts';
import { documentsById, edition } from '../edition/current.ts';

const known = new WeakMap<Edition, Derivations>();

/** The documents that one derives from, the nearest first; and those that derive from it, in the edition's order. */
export function kinOf({ id }: Document): { readonly origins: Document[]; readonly offspring: Document[] } {
  const current = edition();
  let all = known.get(current);
  if (!all) {
    all = derivations(derivedFromOf(current.documents));
    known.set(current, all);
  }
  return {
    origins: found(all.origins(id)).map(({ document }) => document),
    offspring: found(all.offspring(id))
      .sort((a, b) => a.index - b.index)
      .map(({ document }) => document),
  };
}

function found(ids: readonly string[]): { readonly document: Document; readonly index: number }[] {
  return ids.flatMap((id) => documentsById().get(id) ?? []);
}
