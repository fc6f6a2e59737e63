/**
 * Statements of a claim that stand alike to all others. What follows from statements is computed once for each such group, so that
 * a thousand that say the same cost no more than their number.
 */
import type { Claim, Statement } from './claim.ts';
import { compareStatements, numberSaid, type Comparison, type Reckoning } from './claims.ts';

export interface Alike {
  readonly statements: readonly Statement[];
  readonly documents: ReadonlySet<string>;
}

export interface Groups {
  /** In the order of their first statements. */
  readonly all: readonly Alike[];
  readonly of: ReadonlyMap<Statement, Alike>;
}

/** The statements of a claim in groups of those that are compared alike: of one whole, one time, one reach, one answer. */
export function alikeOf(claim: Claim, reckoning: Reckoning): Groups {
  return once(groups, claim, reckoning, () => {
    const byFacts = Map.groupBy(claim.statements, (statement) => {
      const { whole, position, reach, days } = reckoning.factsOf(statement);
      const { value } = statement;
      const share = value?.kind === 'share' ? [value.percent, value.of] : numberSaid(value);
      return JSON.stringify([whole, position, reach?.measure, reach?.first, reach?.last, days?.first, days?.last, share]);
    });
    const all = [...byFacts.values()].map((statements) => ({
      statements,
      documents: new Set(statements.map(({ passage }) => passage.document)),
    }));
    return { all, of: new Map(all.flatMap((group) => group.statements.map((statement) => [statement, group]))) };
  });
}

/** One group held against another, or the statements of one against each other. */
export function compareAlike(a: Alike, b: Alike, reckoning: Reckoning): Comparison {
  return compareStatements(a.statements[0]!, b.statements[0]!, reckoning);
}

/** Whether they have statements of two documents: what one document says twice is no second voice. */
export function ofTwoDocuments(a: Alike, b: Alike): boolean {
  return a.documents.size > 1 || b.documents.size > 1 || a.statements[0]!.passage.document !== b.statements[0]!.passage.document;
}

const groups: Once<Groups> = new WeakMap();

/** What is made once for a claim, as it is reckoned. */
export type Once<T> = WeakMap<Reckoning, WeakMap<Claim, T>>;

/** What was made of a claim already, else what is made of it now. */
export function once<T>(made: Once<T>, claim: Claim, reckoning: Reckoning, make: () => T): T {
  const here = made.get(reckoning) ?? new WeakMap<Claim, T>();
  made.set(reckoning, here);
  const own = here.get(claim) ?? make();
  here.set(claim, own);
  return own;
}
