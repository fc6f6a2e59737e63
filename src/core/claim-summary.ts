/**
 * A claim summed up: which answers there are to it, given by how many documents and witnesses, and how they stand to each other.
 * In one sober sentence or two for its page, and in a few words for a row of the table.
 */
import type { Claim, Statement } from './claim.ts';
import { compareStatements, type Reckoning } from './claims.ts';
import { answersOf, type Answer } from './witnesses.ts';
import { answerInWords, differenceInWords } from './value-words.ts';

export interface Summed extends Answer {
  /** Its words, “about” where any of its statements says so. */
  readonly words: string;
  readonly documents: number;
}

export interface Summary {
  /** Answers of the whole that the question asks of, else of the one that most speak of: those of most documents first. */
  readonly answers: readonly Summed[];
  /** Statements that speak of other wholes, and of how many. Where no two speak of one whole, these are all of them. */
  readonly apart: { readonly statements: readonly Statement[]; readonly wholes: number };
}

/** Sum up the answers to a claim. */
export function summaryOf(claim: Claim, reckoning: Reckoning): Summary {
  const wholeOf = (statement: Statement): string => reckoning.factsOf(statement).whole;
  const wholes = Map.groupBy(claim.statements, wholeOf);
  const main = mainWhole(claim, wholes, reckoning);
  const answers = answersOf(claim, reckoning)
    .filter(({ statements }) => wholeOf(statements[0]!) === main)
    .map((answer) => ({ ...answer, words: wordsOf(answer, claim), documents: documentsOf(answer.statements) }))
    .sort((a, b) => b.documents - a.documents);
  const others = [...wholes].filter(([whole]) => whole !== main);
  return { answers, apart: { statements: others.flatMap(([, statements]) => statements), wholes: others.length } };
}

function mainWhole(claim: Claim, wholes: ReadonlyMap<string, readonly Statement[]>, reckoning: Reckoning): string | undefined {
  const asked = claim.statements.find(({ scope }) => scope === claim.scope);
  if (asked) return reckoning.factsOf(asked).whole;
  const [most] = [...wholes].sort(([, a], [, b]) => b.length - a.length);
  return most && (most[1].length > 1 || wholes.size === 1) ? most[0] : undefined;
}

/** “Three documents say about 10,000 people, with two independent witnesses. One statement speaks of something else.” */
export function summaryInWords({ answers, apart }: Summary, claim: Claim, reckoning: Reckoning): string {
  if (claim.statements.length === 0) return 'No document speaks of it.';
  const others = apart.statements.length;
  if (answers.length === 0) {
    const documents = documentsOf(apart.statements);
    return documents === 1
      ? `One document makes ${inWords(others)} statements, each of something else.`
      : `${capital(inWords(documents))} documents speak of it, each statement of something else: none can be held against another.`;
  }
  const shown = answers.slice(0, mostAnswers).map((answer, i) => answered(answer, claim, answers.slice(0, i)));
  const more = answers.length - shown.length;
  if (more > 0) shown.push(more === 1 ? 'there is one more answer' : `there are ${inWords(more)} more answers`);
  return [
    `${capital(shown.join('; '))}.`,
    howTheyStand(answers, claim, reckoning),
    others === 1 && 'One statement speaks of something else.',
    others > 1 && `${capital(inWords(others))} statements speak of ${apart.wholes === 1 ? 'something else' : 'other things'}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const mostAnswers = 4;

function answered(answer: Summed, claim: Claim, before: readonly Summed[]): string {
  const { words, documents, witnesses, statements } = answer;
  const one = documents === 1;
  const share = statements[0]!.value?.kind === 'share';
  const what =
    claim.unit === undefined
      ? `${one ? 'answers' : 'answer'} “${words}”`
      : `${one ? 'says' : 'say'} ${words}${before.length > 0 || share || claim.unit === 'date' ? '' : ` ${claim.unit}`}`;
  const by = witnesses > 1 ? `, with ${inWords(witnesses)} independent witnesses` : one ? '' : ', with one witness';
  return `${speakersOf(answer, before)} ${what}${by}`;
}

/** “Three documents”; after them “one”, or “the same document”, where it has given another answer already. */
function speakersOf({ documents, statements }: Summed, before: readonly Summed[]): string {
  if (before.length === 0) return `${inWords(documents)} ${documents === 1 ? 'document' : 'documents'}`;
  const own = statements[0]!.passage.document;
  const earlier = documents === 1 && before.find((each) => each.statements.some(({ passage }) => passage.document === own));
  if (!earlier) return inWords(documents);
  return earlier.documents === 1 && before.length === 1 ? 'the same document' : 'one of these';
}

function howTheyStand(answers: readonly Summed[], claim: Claim, reckoning: Reckoning): string | false {
  if (answers.length < 2) return false;
  const { most, kinds } = spreadOf(answers, reckoning);
  if (kinds.has('differs'))
    return most !== undefined && `They differ by ${answers.length > 2 ? 'up to ' : ''}${differenceInWords(most, claim.unit)}.`;
  if (kinds.has('other-time')) return 'They speak of different times, so that they do not contradict each other.';
  return !kinds.has('other-whole') && 'As far as each of them goes, they agree.';
}

/** Which comparisons there are between answers, and the most by which two of them differ. */
function spreadOf(answers: readonly Summed[], reckoning: Reckoning): { most: number | undefined; kinds: ReadonlySet<string> } {
  const kinds = new Set<string>();
  let most: number | undefined;
  for (const [i, one] of answers.entries())
    for (const other of answers.slice(i + 1))
      for (const a of one.statements)
        for (const b of other.statements) {
          const comparison = compareStatements(a, b, reckoning);
          kinds.add(comparison.kind);
          if (comparison.kind === 'differs' && comparison.by !== undefined) most = Math.max(most ?? 0, comparison.by);
        }
  return { most, kinds };
}

/**
 * How the answers stand to the one that most documents give: “2 documents say the same, 1 differs; 2 witnesses”. Where a document says
 * more than one thing it counts statements.
 */
export function standingInWords({ answers, apart }: Summary, claim: Claim, reckoning: Reckoning): string {
  const all = claim.statements.length;
  const several = documentsOf(claim.statements) < all;
  const counted = (number: number, verbs: readonly [string, string]): string =>
    `${number} ${several ? 'statement' : 'document'}${number === 1 ? '' : 's'} ${verbs[number === 1 ? 0 : 1]}`;
  const [lead, ...others] = answers;
  if (!lead) return counted(all, ['speaks of something else', 'speak of different things']);
  if (all === 1) return '1 document speaks of it';
  const kinds = { agrees: 0, differs: 0, 'other-time': 0, 'other-whole': apart.statements.length };
  for (const statement of others.flatMap(({ statements }) => statements))
    kinds[compareStatements(lead.statements[0]!, statement, reckoning).kind]++;
  const same = lead.statements.length;
  const told: string[] = [];
  const tell = (kind: keyof typeof kinds, verbs: readonly [string, string], withLead: string): void => {
    const number = kinds[kind];
    if (number === 0) return;
    if (told.length > 0) told.push(`${number} ${verbs[number === 1 ? 0 : 1]}`);
    else told.push(counted(number + 1, ['', withLead]));
  };
  if (same > 1) told.push(counted(same, ['', 'say the same']));
  tell('agrees', ['agrees', 'agree'], 'agree');
  tell('differs', ['differs', 'differ'], 'differ');
  tell('other-time', ['speaks of another time', 'speak of other times'], 'speak of different times');
  tell('other-whole', ['speaks of something else', 'speak of something else'], 'speak of different things');
  return `${told.join(', ')}${same > 1 ? `; ${lead.witnesses} ${lead.witnesses === 1 ? 'witness' : 'witnesses'}` : ''}`;
}

function wordsOf({ statements }: Answer, claim: Claim): string {
  return answerInWords(statements.find(({ value }) => value?.kind === 'about') ?? statements[0]!, claim);
}

function documentsOf(statements: readonly Statement[]): number {
  return new Set(statements.map(({ passage }) => passage.document)).size;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function inWords(number: number): string {
  return small[number] ?? String(number);
}

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
