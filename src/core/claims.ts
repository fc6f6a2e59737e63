/**
 * What follows from statements laid side by side: which agree, which differ and by how much, which speak of another time or another
 * whole and so cannot contradict, how many independent witnesses there are. Nothing here is asserted by an editor.
 */
import type { Claim, Statement, Value } from './claim.ts';
import { isVague, stretchOf, type Stretch } from './edtf.ts';
import { fold } from './words.ts';

/** “About” reaches a tenth to either side. */
const hedge = 0.1;

export type Comparison =
  /** The same value or position; `exactly` false where one lies within what the other leaves open. */
  | { readonly kind: 'agrees'; readonly exactly: boolean }
  /** `by` in the claim's unit, in days for dates, never negative: the difference of the numbers that are said; of ranges and dates the least by which they can differ; undefined for positions. */
  | { readonly kind: 'differs'; readonly by: number | undefined }
  | { readonly kind: 'other-time' }
  | { readonly kind: 'other-whole' };

/** What statements are held against: all claims, and which documents derive from which. */
export interface Reckoning {
  readonly claims: ReadonlyMap<string, Claim>;
  /** The document that another derives from in the end; itself for one that derives from none. */
  readonly root: (document: string) => string;
  readonly factsOf: (statement: Statement) => Facts;
}

/** What of a statement is compared. */
interface Facts {
  readonly whole: string;
  readonly position: string | undefined;
  readonly reach: Reach | undefined;
  readonly days: Stretch | undefined;
}

/** Get ready to compare. @param root as in the result; without it no document derives from another */
export function reckon(claims: readonly Claim[], root: Reckoning['root'] = (document) => document): Reckoning {
  const known = new WeakMap<Statement, Facts>();
  const reckoning: Reckoning = {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    root,
    factsOf: (statement) => {
      let facts = known.get(statement);
      if (!facts) {
        facts = {
          whole: keyOf(statement.scope),
          position: statement.position,
          reach: reachOf(statement, reckoning),
          days: daysOf(statement),
        };
        known.set(statement, facts);
      }
      return facts;
    },
  };
  return reckoning;
}

/**
 * One statement held against another of the same claim. Values agree where they can be equal, hedges counted. Those that cannot
 * are a difference only if both speak of the same whole at the same time.
 */
export function compareStatements(a: Statement, b: Statement, { factsOf }: Reckoning): Comparison {
  const [one, other] = [factsOf(a), factsOf(b)];
  if (one.whole !== other.whole) return { kind: 'other-whole' };
  if (one.position !== undefined || other.position !== undefined) {
    if (one.position === other.position) return { kind: 'agrees', exactly: true };
    return canMeet(one.days, other.days) ? { kind: 'differs', by: undefined } : { kind: 'other-time' };
  }
  // Two shares of one thing are compared as they are said, whoever counts the thing.
  if (a.value?.kind === 'share' && b.value?.kind === 'share' && a.value.of === b.value.of) {
    const by = Math.abs(a.value.percent - b.value.percent);
    if (by === 0) return { kind: 'agrees', exactly: true };
    return canMeet(one.days, other.days) ? { kind: 'differs', by } : { kind: 'other-time' };
  }
  // Shares of different things, or of what nobody counts.
  if (!one.reach || !other.reach || one.reach.measure !== other.reach.measure) return { kind: 'other-whole' };
  const apart = Math.max(one.reach.first - other.reach.last, other.reach.first - one.reach.last);
  if (apart <= 0) return { kind: 'agrees', exactly: one.reach.first === other.reach.first && one.reach.last === other.reach.last };
  if (one.reach.measure !== 'days' && !canMeet(one.days, other.days)) return { kind: 'other-time' };
  const [said, against] = [numberSaid(a.value), numberSaid(b.value)];
  return { kind: 'differs', by: said === undefined || against === undefined ? apart : Math.abs(said - against) };
}

/** The other statements of its claim, each held against one. In the claim's order. */
export function comparisonsOf(
  statement: Statement,
  reckoning: Reckoning,
): readonly { readonly other: Statement; readonly comparison: Comparison }[] {
  const statements = reckoning.claims.get(statement.claim)?.statements ?? [];
  return statements.flatMap((other) =>
    other === statement ? [] : [{ other, comparison: compareStatements(statement, other, reckoning) }],
  );
}

/** The sum of a value's parts, and whether it can be the value; undefined where there are none to add up. */
export function sumOf(statement: Pick<Statement, 'parts' | 'value'>): { readonly sum: Value; readonly fits: boolean } | undefined {
  const { parts, value } = statement;
  const whole = value && spread(value);
  const reaches = parts.map((part) => spread(part.value));
  if (!whole || reaches.length === 0 || reaches.some((reach) => !reach)) return undefined;
  const first = added(reaches.map((reach) => reach!.first));
  const last = added(reaches.map((reach) => reach!.last));
  const plain = added(parts.map(({ value: part }) => numberSaid(part) ?? NaN));
  const sum: Value = Number.isNaN(plain)
    ? { kind: 'range', min: finite(first), max: finite(last) }
    : { kind: parts.some(({ value: part }) => part.kind === 'about') ? 'about' : 'number', number: plain };
  return { sum, fits: first <= whole.last && whole.first <= last };
}

/** A statement's value with its hedge, as what is measured and from where to where. Infinite where it is open; days for dates. */
export interface Reach extends Stretch {
  readonly measure: string;
}

/** How far a value reaches; a share of another claim's value as numbers, where the same document gives that value. */
export function reachOf({ value, passage, scope }: Statement, { claims }: Reckoning): Reach | undefined {
  if (value?.kind !== 'share') return value && spread(value);
  const bases = claims.get(value.of)?.statements.filter((each) => each.passage.document === passage.document) ?? [];
  const same = bases.filter((each) => keyOf(each.scope) === keyOf(scope));
  const wholes = (same.length > 0 ? same : bases)
    .flatMap((each) => (each.value && spread(each.value)) ?? [])
    .filter((whole) => whole.measure === 'number');
  // Where the document gives several, the share may be of any of them.
  const share = (number: number): number => (number * value.percent) / 100;
  if (wholes.length > 0)
    return {
      measure: 'number',
      first: share(Math.min(...wholes.map((whole) => whole.first))),
      last: share(Math.max(...wholes.map((whole) => whole.last))),
    };
  return { measure: `percent of ${value.of}`, first: value.percent, last: value.percent };
}

function spread(value: Value): Reach | undefined {
  switch (value.kind) {
    case 'number':
      return { measure: 'number', first: value.number, last: value.number };
    case 'about': {
      const [a, b] = [value.number * (1 - hedge), value.number * (1 + hedge)];
      return { measure: 'number', first: Math.min(a, b), last: Math.max(a, b) };
    }
    case 'range':
      return { measure: 'number', first: value.min ?? -Infinity, last: value.max ?? Infinity };
    case 'share':
      return undefined;
    case 'date': {
      const days = stretchOf(value.date);
      if (!days) return undefined;
      // What is approximate reaches as far again to either side.
      const more = isVague(value.date) ? days.last - days.first + 1 : 0;
      return { measure: 'days', first: days.first - more, last: days.last + more };
    }
  }
}

/** The days that a statement says it speaks of. That its document was published on a day does not say that it speaks of that day. */
function daysOf({ time, timed }: Statement): Stretch | undefined {
  return timed && time !== undefined ? stretchOf(time) : undefined;
}

/** Whether two times can be one: also where one is not known. */
function canMeet(a: Stretch | undefined, b: Stretch | undefined): boolean {
  return !a || !b || (a.first <= b.last && b.first <= a.last);
}

/** A single number, “about” or not. */
export function numberSaid(value: Value | undefined): number | undefined {
  return value?.kind === 'number' || value?.kind === 'about' ? value.number : undefined;
}

/** Names that a reader takes for one are one. */
export function keyOf(name: string | undefined): string {
  return fold(name ?? '')
    .text.trim()
    .toLowerCase();
}

/** A sum, without what the machine's halves and quarters leave over: 0.1 and 0.2 are 0.3. */
function added(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, number) => sum + number, 0).toPrecision(12));
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
