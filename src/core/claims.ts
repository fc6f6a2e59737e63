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
  if (one.position !== undefined || other.position !== undefined)
    return one.position === other.position ? { kind: 'agrees', exactly: true } : { kind: 'differs', by: undefined };
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

export type Outcome = 'alone' | 'agree' | 'differ' | 'apart';

/** How a claim's statements stand to each other: they differ where any two do; they stand apart where no two can be compared. */
export function outcomeOf(claim: Claim, reckoning: Reckoning): Outcome {
  if (claim.statements.length < 2) return 'alone';
  let agree = false;
  for (const [i, a] of claim.statements.entries())
    for (let j = i + 1; j < claim.statements.length; j++) {
      const { kind } = compareStatements(a, claim.statements[j]!, reckoning);
      if (kind === 'differs') return 'differ';
      agree ||= kind === 'agrees';
    }
  return agree ? 'agree' : 'apart';
}

/** Statements of one claim that give the same answer of the same whole. */
export interface Answer {
  readonly statements: readonly Statement[];
  /** Those that only repeat: an earlier one has the same witness. */
  readonly echoes: ReadonlySet<Statement>;
  /** How many independent witnesses stand behind it. */
  readonly witnesses: number;
}

/** The answers to a claim, “about” and all, each with who gives it; in the order in which they are first given. */
export function answersOf(claim: Claim, reckoning: Reckoning): readonly Answer[] {
  const answers = Map.groupBy(claim.statements, (statement) =>
    JSON.stringify([keyOf(statement.scope), statement.position ?? nominal(statement.value)]),
  );
  return [...answers.values()].map((statements) => {
    const witness = witnessesOf(statements, reckoning);
    const heard = new Set<string>();
    const echoes = new Set<Statement>();
    for (const statement of statements) {
      if (heard.has(witness.get(statement)!)) echoes.add(statement);
      heard.add(witness.get(statement)!);
    }
    return { statements, echoes, witnesses: heard.size };
  });
}

/**
 * The witness behind each of some statements that agree. One origin is one witness; where none is named, one speaker is, and where
 * no one is named, a document with all that derive from it. A document that others derive from, or have things from, is one with
 * them, whoever it quotes.
 */
export function witnessesOf(statements: readonly Statement[], { root }: Reckoning): ReadonlyMap<Statement, string> {
  const known = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let next = known.get(at); next !== undefined; next = known.get(at)) at = next;
    return at;
  };
  const keys = new Map(statements.map((statement) => [statement, witnessKey(statement, root)]));
  const families = Map.groupBy(statements, (statement) => root(statement.passage.document));
  const origins = new Set(statements.flatMap(({ origin }) => (origin?.document === undefined ? [] : [root(origin.document)])));
  for (const [family, members] of families) {
    const several = members.some((each) => each.passage.document !== members[0]!.passage.document);
    if (!several && !origins.has(family)) continue;
    for (const member of members) {
      const [one, other] = [find(keys.get(member)!), find(`document ${family}`)];
      if (one !== other) known.set(one, other);
    }
  }
  return new Map(statements.map((statement) => [statement, find(keys.get(statement)!)]));
}

function witnessKey({ origin, said_by, passage }: Statement, root: Reckoning['root']): string {
  const voice = origin ?? said_by;
  if (voice?.document !== undefined || !voice) return `document ${root(voice?.document ?? passage.document)}`;
  return voice.term === undefined ? `name ${keyOf(voice.name)}` : `term ${voice.term}`;
}

/** The sum of a value's parts, and whether it can be the value; undefined where there are none to add up. */
export function sumOf(statement: Pick<Statement, 'parts' | 'value'>): { readonly sum: Value; readonly fits: boolean } | undefined {
  const { parts, value } = statement;
  const whole = value && spread(value);
  const reaches = parts.map((part) => spread(part.value));
  if (!whole || reaches.length === 0 || reaches.some((reach) => !reach)) return undefined;
  const first = reaches.reduce((sum, reach) => sum + reach!.first, 0);
  const last = reaches.reduce((sum, reach) => sum + reach!.last, 0);
  const plain = parts.reduce((sum, { value: part }) => sum + (part.kind === 'number' || part.kind === 'about' ? part.number : NaN), 0);
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
  const wholes = (same.length > 0 ? same : bases).flatMap((each) => (each.value && spread(each.value)) ?? []);
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

/** A value without its hedge. */
function nominal(value: Value | undefined): unknown {
  return numberSaid(value) ?? value ?? null;
}

/** The days that a statement may speak of. That a document was published on a day does not say that it speaks of that day: the year is meant. */
function daysOf({ time, timed }: Statement): Stretch | undefined {
  return time === undefined ? undefined : stretchOf(timed ? time : time.slice(0, 4));
}

/** Whether two times can be one: also where one is not known. */
function canMeet(a: Stretch | undefined, b: Stretch | undefined): boolean {
  return !a || !b || (a.first <= b.last && b.first <= a.last);
}

/** A single number, “about” or not. */
function numberSaid(value: Value | undefined): number | undefined {
  return value?.kind === 'number' || value?.kind === 'about' ? value.number : undefined;
}

/** Names that a reader takes for one are one. */
function keyOf(name: string | undefined): string {
  return fold(name ?? '')
    .text.trim()
    .toLowerCase();
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
