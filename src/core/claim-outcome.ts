/**
 * How the documents stand to each other on a claim, as one word to choose by and as the words of a row. Both come from the same
 * comparisons: of every two statements of different documents.
 */
import { alikeOf, compareAlike, ofTwoDocuments, once, type Alike, type Once } from './alike.ts';
import type { Claim, Statement } from './claim.ts';
import { summaryOf } from './claim-summary.ts';
import type { Comparison, Reckoning } from './claims.ts';
import { answersOf } from './witnesses.ts';

export type Outcome = 'alone' | 'agree' | 'differ' | 'apart';

type Kind = Comparison['kind'];

/** How strong a word is: a statement that agrees with one and differs from another differs. */
const kinds: readonly Kind[] = ['differs', 'agrees', 'other-time', 'other-whole'];

interface Relations {
  readonly outcome: Outcome;
  /** By group, how its statements stand to any of other documents. */
  readonly to: ReadonlyMap<Alike, ReadonlySet<Kind>>;
}

/**
 * How the documents stand to each other on a claim: they differ where statements of two of them do; they stand apart where no two can
 * be compared. What one document says twice is no second voice.
 */
export function outcomeOf(claim: Claim, reckoning: Reckoning): Outcome {
  return relationsOf(claim, reckoning).outcome;
}

/**
 * The same in a few words, from an answer that stands so to others, the one that most documents give: “2 documents say the same,
 * 1 differs; 2 witnesses”. Where a document says more than one thing it counts statements.
 */
export function outcomeInWords(claim: Claim, reckoning: Reckoning): string {
  const { outcome, to } = relationsOf(claim, reckoning);
  const all = claim.statements.length;
  if (all === 0) return 'No document speaks of it';
  if (outcome === 'alone') return `1 document speaks of it${all > 1 ? `, in ${all} statements` : ''}`;
  const { of } = alikeOf(claim, reckoning);
  const main = summaryOf(claim, reckoning).answers;
  const wanted = outcome === 'differ' ? 'differs' : 'agrees';
  const answers = [...main, ...answersOf(claim, reckoning)];
  const lead = answers.find(({ statements }) => statements.some((each) => to.get(of.get(each)!)!.has(wanted))) ?? answers[0]!;
  const leading = new Set(lead.statements);
  const groups = [...new Set(lead.statements.map((each) => of.get(each)!))];

  const kindOf = (statement: Statement): Kind => {
    const group = of.get(statement)!;
    const held = groups.filter((each) => each.documents.size > 1 || !each.documents.has(statement.passage.document));
    const found = held.length > 0 ? new Set(held.map((each) => compareAlike(group, each, reckoning).kind)) : to.get(group)!;
    return kinds.find((kind) => found.has(kind)) ?? 'other-whole';
  };
  const numbers = { differs: 0, agrees: 0, 'other-time': 0, 'other-whole': 0 };
  for (const statement of claim.statements) if (!leading.has(statement)) numbers[kindOf(statement)]++;

  const several = new Set(claim.statements.map(({ passage }) => passage.document)).size < all;
  const counted = (number: number, verb: string): string =>
    `${number} ${several ? 'statement' : 'document'}${number === 1 ? '' : 's'} ${verb}`;
  const told: string[] = [];
  const tell = (kind: Kind, one: string, more: string, withLead = more): void => {
    const number = numbers[kind];
    if (number === 0) return;
    told.push(told.length > 0 ? `${number} ${number === 1 ? one : more}` : counted(number + lead.statements.length, withLead));
  };
  const second = new Set(lead.statements.map(({ passage }) => passage.document)).size > 1;
  if (second) told.push(counted(lead.statements.length, 'say the same'));
  tell('agrees', 'agrees', 'agree');
  tell('differs', 'differs', 'differ');
  tell('other-time', 'speaks of another time', 'speak of other times', 'speak of different times');
  tell('other-whole', 'speaks of something else', 'speak of something else', 'speak of different things');
  return `${told.join(', ')}${second ? `; ${lead.witnesses} ${lead.witnesses === 1 ? 'witness' : 'witnesses'}` : ''}`;
}

function relationsOf(claim: Claim, reckoning: Reckoning): Relations {
  return once(relations, claim, reckoning, () => {
    const { all } = alikeOf(claim, reckoning);
    const to = new Map(all.map((group) => [group, new Set<Kind>()]));
    const met = new Set<Kind>();
    for (const [i, a] of all.entries())
      for (let j = i; j < all.length; j++) {
        const b = all[j]!;
        if (!ofTwoDocuments(a, b)) continue;
        const { kind } = compareAlike(a, b, reckoning);
        for (const each of [met, to.get(a)!, to.get(b)!]) each.add(kind);
      }
    return { to, outcome: met.has('differs') ? 'differ' : met.has('agrees') ? 'agree' : met.size > 0 ? 'apart' : 'alone' };
  });
}

const relations: Once<Relations> = new WeakMap();
