/**
 * Who stands behind an answer: statements that say the same, and how many independent witnesses they are.
 */
import { once, type Once } from './alike.ts';
import type { Claim, Statement, Value } from './claim.ts';
import { keyOf, numberSaid, type Reckoning } from './claims.ts';

/** Statements of one claim that give the same answer of the same whole. */
export interface Answer {
  readonly statements: readonly Statement[];
  /** Those that only repeat, each with the first that has the same witness. */
  readonly echoes: ReadonlyMap<Statement, Statement>;
  /** How many independent witnesses stand behind it. */
  readonly witnesses: number;
}

/** The answers to a claim, “about” and all, each with who gives it; in the order in which they are first given. */
export function answersOf(claim: Claim, reckoning: Reckoning): readonly Answer[] {
  return once(known, claim, reckoning, () => gather(claim, reckoning));
}

const known: Once<readonly Answer[]> = new WeakMap();

function gather(claim: Claim, reckoning: Reckoning): readonly Answer[] {
  const answers = Map.groupBy(claim.statements, (statement) =>
    JSON.stringify([keyOf(statement.scope), statement.position ?? nominal(statement.value)]),
  );
  return [...answers.values()].map((statements) => {
    const witness = witnessesOf(statements, reckoning);
    const heard = new Map<string, Statement>();
    const echoes = new Map<Statement, Statement>();
    for (const statement of statements) {
      const first = heard.get(witness.get(statement)!);
      if (first) echoes.set(statement, first);
      else heard.set(witness.get(statement)!, statement);
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
  // What a document says in its own name beside someone whom it quotes is no second witness.
  for (const members of Map.groupBy(statements, (statement) => statement.passage.document).values()) {
    const named = members.find(({ origin, said_by }) => origin ?? said_by);
    for (const member of named ? members : []) {
      if (member.origin ?? member.said_by) continue;
      const [one, other] = [find(keys.get(member)!), find(keys.get(named!)!)];
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

/** A value without its hedge. */
function nominal(value: Value | undefined): unknown {
  return numberSaid(value) ?? value ?? null;
}
