/**
 * The questions on which documents differ, and of these a few to begin with.
 */
import type { Claim } from './claim.ts';
import { outcomeOf } from './claim-outcome.ts';
import { doDiffer, summaryOf, type Summed } from './claim-summary.ts';
import type { Reckoning } from './claims.ts';

export interface Difference {
  readonly claim: Claim;
  /** Of the whole that the question asks of, those of most documents first; none where it is of another whole that they differ. */
  readonly answers: readonly Summed[];
}

/** Each claim on which the documents differ, in the given order. */
export function differencesOf(claims: readonly Claim[], reckoning: Reckoning): readonly Difference[] {
  return claims
    .filter((claim) => outcomeOf(claim, reckoning) === 'differ')
    .map((claim) => {
      const { answers } = summaryOf(claim, reckoning);
      return { claim, answers: doDiffer(answers, claim, reckoning) ? answers : [] };
    });
}

/**
 * The plainest of them, one of each topic at most, in the given order. Numbers are plainer than opinions; then those count for more
 * on which more documents speak.
 */
export function plainest(differences: readonly Difference[], most: number): readonly Difference[] {
  const ranked = differences.filter(({ answers }) => answers.length > 0).toSorted((a, b) => weight(b) - weight(a));
  const topics = new Set<string | undefined>();
  const chosen = new Set(
    ranked
      .filter(({ claim: { topic } }) => {
        const first = topic === undefined || !topics.has(topic);
        topics.add(topic);
        return first;
      })
      .slice(0, most),
  );
  return differences.filter((each) => chosen.has(each));
}

function weight({ claim, answers }: Difference): number {
  const documents = new Set(answers.flatMap(({ statements }) => statements.map(({ passage }) => passage.document)));
  return (claim.unit === undefined ? 0 : 1e6) + documents.size;
}
