/**
 * Which document derives from which. A document derives from one other at most; documents that come from one are one witness.
 */

/** Each document that derives from another, and the other. */
export type DerivedFrom = ReadonlyMap<string, string>;

/** What documents say that they derive from; what names none of them, or the document itself, is left out. */
export function derivedFromOf(documents: readonly { readonly id: string; readonly derived_from?: string | undefined }[]): DerivedFrom {
  const known = new Set(documents.map(({ id }) => id));
  return new Map(
    documents.flatMap(({ id, derived_from: from }): [string, string][] =>
      from !== undefined && from !== id && known.has(from) ? [[id, from]] : [],
    ),
  );
}

export interface Derivations {
  /** What a document derives from: the nearest first, then what that derives from, and so on. A circle ends before the document itself. */
  readonly origins: (id: string) => string[];
  /** What derives from a document, directly or through others: the nearest first. */
  readonly offspring: (id: string) => string[];
}

/**
 * The document that another derives from in the end; itself where it derives from none. In a circle all have one root: the first of
 * them by id. Linear in the steps to it.
 */
export function rootOf(id: string, derivedFrom: DerivedFrom): string {
  const chain = chainFrom(id, derivedFrom);
  const after = derivedFrom.get(chain.at(-1)!);
  if (after === undefined) return chain.at(-1)!;
  return chain.slice(chain.indexOf(after)).reduce((a, b) => (a < b ? a : b));
}

/** Derivations both ways. Asked for all documents it is linear in what it answers. */
export function derivations(derivedFrom: DerivedFrom): Derivations {
  const direct = new Map<string, string[]>();
  for (const [id, from] of derivedFrom) {
    const known = direct.get(from);
    if (known) known.push(id);
    else direct.set(from, [id]);
  }
  return {
    origins: (id) => chainFrom(id, derivedFrom).slice(1),
    offspring: (id) => {
      const found = new Set([id]);
      for (const each of found) for (const next of direct.get(each) ?? []) found.add(next);
      return [...found].slice(1);
    },
  };
}

/** Every circle once: from its first document by id, in the order in which each derives from the next. */
export function circles(derivedFrom: DerivedFrom): string[][] {
  const walked = new Set<string>();
  const found: string[][] = [];
  for (const id of derivedFrom.keys()) {
    const chain = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      chain.add(at);
      at = derivedFrom.get(at);
    }
    if (at === undefined || !chain.has(at)) continue;
    const circle = [...chain].slice([...chain].indexOf(at));
    const first = circle.indexOf(circle.reduce((a, b) => (a < b ? a : b)));
    found.push([...circle.slice(first), ...circle.slice(0, first)]);
  }
  return found.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** A document and what it derives from, each once. */
function chainFrom(id: string, derivedFrom: DerivedFrom): string[] {
  const chain = new Set([id]);
  for (let at = derivedFrom.get(id); at !== undefined && !chain.has(at); at = derivedFrom.get(at)) chain.add(at);
  return [...chain];
}
