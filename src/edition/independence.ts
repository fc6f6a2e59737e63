/**
 * Whether documents are as independent as they seem: those that share long runs of words derive from one another, or from one that
 * they have in common, and say so; and nothing derives from itself by a way around.
 */
import { circles, derivedFromOf, rootOf } from '../core/derivation.ts';
import { edtfSortKey, isLater } from '../core/edtf.ts';
import type { Place } from '../core/model.ts';
import { compare, count, problem, type Problem } from '../core/problem.ts';
import { sharedRuns, type SharedRuns } from '../core/shared-runs.ts';
import type { LoadedDocument } from './load-document.ts';

/** Tell of circles of `derived_from`, and of documents that share words and do not say where they have them from. */
export function checkIndependence(documents: readonly LoadedDocument[], problems: Problem[]): void {
  const known = new Map(documents.map((document) => [document.id, document]));
  const derivedFrom = derivedFromOf(documents.map(({ id, raw }) => ({ id, ...raw })));
  for (const circle of circles(derivedFrom)) problems.push(cycle(circle.map((id) => known.get(id)!)));

  const toMend = new Map<LoadedDocument, Unrelated[]>();
  for (const shared of sharedRuns(documents.filter(({ valid }) => valid).map(comparedText))) {
    const { shorter, longer, longest } = shared;
    const ends = [
      { id: shorter, start: longest.inShorter.start },
      { id: longer, start: longest.inLonger.start },
    ].map(({ id, start }) => ({ document: known.get(id)!, start, root: known.get(rootOf(id, derivedFrom))! }));
    const [there, here] = ends.sort((a, b) => byAge(a.root, b.root)) as [End, End];
    if (there.root === here.root) continue;
    const found = toMend.get(here.root) ?? [];
    toMend.set(here.root, found);
    found.push({ shared, there, here });
  }
  for (const unrelated of toMend.values()) problems.push(sharedWords(unrelated));
}

/** Block quotations are somebody else's words, and say so. */
function comparedText({ id, folded, flat }: LoadedDocument): Parameters<typeof sharedRuns>[0][number] {
  return { id, folded, quoted: flat.blocks.filter(({ element }) => element.tagName === 'blockquote') };
}

/** One of two documents that share words: where their longest run begins in it, and the document that it comes from in the end. */
interface End {
  readonly document: LoadedDocument;
  readonly start: number;
  readonly root: LoadedDocument;
}

/** Two documents that share words and have two roots. Of these, that of `there` is the older. */
interface Unrelated {
  readonly shared: SharedRuns;
  readonly there: End;
  readonly here: End;
}

/** One problem for all that have one younger root: on the two that share most, if need be on the roots themselves. */
function sharedWords(unrelated: readonly Unrelated[]): Problem {
  const [most] = unrelated.toSorted(
    (a, b) =>
      b.shared.share - a.shared.share ||
      byAge(a.there.root, b.there.root) ||
      steps(a) - steps(b) ||
      byAge(a.there.document, b.there.document),
  );
  const { shared, there, here } = most!;
  const [older, younger] = [there.root, here.root];
  const more = new Set(unrelated.map((each) => each.there.root)).size - 1;
  return problem(
    'shared-words',
    here.document.placeOf(here.start),
    `“${here.document.id}” shares ${count(shared.words, 'word')} with “${there.document.id}”, ${Math.max(1, Math.floor(shared.share * 100))} % of “${shared.shorter}”, up to ${shared.longest.words} in one run, and neither derives from the other.${more > 0 ? ` It shares words with ${count(more, 'other document')} as well.` : ''}`,
    {
      suggestion: `Add to the head of ${younger.id}.mdx: \`derived_from: ${older.id}\`${datesTell(older, younger) ? '' : ' (or the other way round: the dates do not tell)'}.\nWhere both quote a third text, set the quotation apart in both, with “> ” before its lines.`,
      related: [{ place: there.document.placeOf(there.start), message: `In “${there.document.id}” the run begins here:` }],
    },
  );
}

/** How many of the two come from another. */
function steps({ there, here }: Unrelated): number {
  return [there, here].filter(({ document, root }) => document !== root).length;
}

/** So many documents make a sentence that can be read. */
const mostNamed = 8;

function cycle(circle: readonly LoadedDocument[]): Problem {
  const first = circle[0]!;
  const oldest = circle.toSorted(byAge)[0]!;
  const left = Math.max(0, circle.length - mostNamed);
  const steps = [
    ...circle.slice(1, mostNamed).map(({ id }) => `“${id}”`),
    ...(left > 0 ? [`${count(left, 'other document')} one after the other`] : []),
    `“${first.id}”`,
  ];
  return problem('derived-cycle', derivedPlace(first), `“${first.id}” derives from ${steps.join(', that from ')}: a circle.`, {
    suggestion: `Take derived_from out of the one that was there first${dateOf(oldest) === unknown ? '' : `, by its date ${oldest.id}.mdx`}.`,
    related: circle
      .slice(1)
      .map((document) => ({ place: derivedPlace(document), message: `“${document.id}” derives from “${document.raw.derived_from}”:` })),
  });
}

/** Where a document says what it derives from. */
function derivedPlace({ yaml }: LoadedDocument): Place {
  return yaml!.placeOf(['derived_from']);
}

/** The older first; where dates do not tell, the longer: what is taken from another is seldom longer. */
function byAge(a: LoadedDocument, b: LoadedDocument): number {
  return compare(dateOf(a), dateOf(b)) || b.flat.words.length - a.flat.words.length || compare(a.id, b.id);
}

const unknown = edtfSortKey(undefined);

function dateOf({ raw }: LoadedDocument): string {
  return edtfSortKey(raw.source?.published);
}

function datesTell(older: LoadedDocument, younger: LoadedDocument): boolean {
  return isLater(younger.raw.source?.published ?? '', older.raw.source?.published ?? '');
}
