/**
 * How each statement of a claim stands to the others, by their numbers; and which of them only repeat.
 */
import { once, type Once } from './alike.ts';
import type { Claim, Statement } from './claim.ts';
import { comparisonsOf, type Reckoning } from './claims.ts';
import { answersOf } from './witnesses.ts';

/** The other statements of its claim, as one stands to them. */
export interface Standing {
  readonly same: readonly Statement[];
  /** Within what one of the two leaves open. */
  readonly agrees: readonly Statement[];
  /** By how much, in the claim's unit; the least first, positions, which differ by no amount, last. */
  readonly differs: readonly { readonly by: number | undefined; readonly from: readonly Statement[] }[];
  readonly otherTime: readonly Statement[];
  readonly otherWhole: readonly Statement[];
}

/** How a statement stands to each of the others. */
export function standingOf(statement: Statement, reckoning: Reckoning): Standing {
  const [same, agrees, otherTime, otherWhole]: [Statement[], Statement[], Statement[], Statement[]] = [[], [], [], []];
  const differs = new Map<number | undefined, Statement[]>();
  for (const { other, comparison } of comparisonsOf(statement, reckoning)) {
    if (comparison.kind === 'agrees') (comparison.exactly ? same : agrees).push(other);
    else if (comparison.kind === 'other-time') otherTime.push(other);
    else if (comparison.kind === 'other-whole') otherWhole.push(other);
    else {
      const from = differs.get(comparison.by) ?? [];
      differs.set(comparison.by, from);
      from.push(other);
    }
  }
  return {
    same,
    agrees,
    differs: [...differs].map(([by, from]) => ({ by, from })).sort((a, b) => (a.by ?? Infinity) - (b.by ?? Infinity)),
    otherTime,
    otherWhole,
  };
}

/** The statements that only repeat an answer, each with the first that has the same witness and gives the same answer. */
export function echoesOf(claim: Claim, reckoning: Reckoning): ReadonlyMap<Statement, Statement> {
  return once(echoes, claim, reckoning, () => new Map(answersOf(claim, reckoning).flatMap((answer) => [...answer.echoes])));
}

const echoes: Once<ReadonlyMap<Statement, Statement>> = new WeakMap();
