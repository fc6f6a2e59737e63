/**
 * A claim summed up in one sober sentence or two: which answers there are to it, given by how many documents and witnesses, and how
 * they stand to each other.
 */
import { alikeOf, compareAlike, ofTwoDocuments } from './alike.ts';
import type { Claim, Statement } from './claim.ts';
import type { Reckoning } from './claims.ts';
import { answersOf, type Answer } from './witnesses.ts';
import { answerInWords, differenceInWords } from './value-words.ts';

export interface Summed extends Answer {
  /** Its words, “about” where all of its statements say so. */
  readonly words: string;
  readonly documents: number;
  /** Where only some documents say “about”, how many; else 0. */
  readonly hedged: number;
}

export interface Summary {
  /** Answers of the whole that the question asks of, else of the one that most speak of: those of most documents first. */
  readonly answers: readonly Summed[];
  /** Statements that speak of other wholes. Where no two speak of one whole, these are all of them. */
  readonly apart: readonly Statement[];
}

/** Sum up the answers to a claim. */
export function summaryOf(claim: Claim, reckoning: Reckoning): Summary {
  const wholeOf = (statement: Statement): string => reckoning.factsOf(statement).whole;
  const wholes = Map.groupBy(claim.statements, wholeOf);
  const main = mainWhole(claim, wholes, reckoning);
  const answers = answersOf(claim, reckoning)
    .filter(({ statements }) => wholeOf(statements[0]!) === main)
    .map((answer) => ({ ...answer, ...wordsOf(answer, claim), documents: documentsOf(answer.statements) }))
    .sort((a, b) => b.documents - a.documents);
  const others = [...wholes].filter(([whole]) => whole !== main);
  return { answers, apart: others.flatMap(([, statements]) => statements) };
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
  const others = apart.length;
  if (answers.length === 0) {
    const documents = documentsOf(apart);
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
    others > 1 && `${capital(inWords(others))} statements speak of something else.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const mostAnswers = 4;

function answered(answer: Summed, claim: Claim, before: readonly Summed[]): string {
  const { words, documents, witnesses, statements, hedged } = answer;
  const one = documents === 1;
  const share = statements[0]!.value?.kind === 'share';
  const what =
    claim.unit === undefined
      ? `${one ? 'answers' : 'answer'} “${words}”`
      : `${one ? 'says' : 'say'} ${words}${before.length > 0 || share || claim.unit === 'date' ? '' : ` ${claim.unit}`}`;
  const about = hedged > 0 ? `, ${inWords(hedged)} of them “about”` : '';
  const by = witnesses > 1 ? `, with ${inWords(witnesses)} independent witnesses` : one ? '' : ', with one witness';
  return `${speakersOf(answer, before)} ${what}${about}${by}`;
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
  const { most, kinds } = spreadOf(answers, claim, reckoning);
  if (kinds.has('differs'))
    return most !== undefined && `They differ by ${answers.length > 2 ? 'up to ' : ''}${differenceInWords(most, claim.unit)}.`;
  if (kinds.has('other-time')) return 'They speak of different times, so that they do not contradict each other.';
  return kinds.has('agrees') && !kinds.has('other-whole') && !kinds.has('own') && 'As far as each of them goes, they agree.';
}

/** Whether answers of different documents differ. */
export function doDiffer(answers: readonly Summed[], claim: Claim, reckoning: Reckoning): boolean {
  return spreadOf(answers, claim, reckoning).kinds.has('differs');
}

/** Which comparisons there are between answers of different documents (`own`: one gives several), and the most by which two differ. */
function spreadOf(
  answers: readonly Summed[],
  claim: Claim,
  reckoning: Reckoning,
): { most: number | undefined; kinds: ReadonlySet<string> } {
  const { of } = alikeOf(claim, reckoning);
  const groups = answers.map(({ statements }) => [...new Set(statements.map((each) => of.get(each)!))]);
  const kinds = new Set<string>();
  let most: number | undefined;
  for (const [i, one] of groups.entries())
    for (const a of one)
      for (let j = i + 1; j < groups.length; j++)
        for (const b of groups[j]!) {
          if (!ofTwoDocuments(a, b)) {
            kinds.add('own');
            continue;
          }
          const comparison = compareAlike(a, b, reckoning);
          kinds.add(comparison.kind);
          if (comparison.kind === 'differs' && comparison.by !== undefined) most = Math.max(most ?? 0, comparison.by);
        }
  return { most, kinds };
}

/** An answer in short: “10,000, some “about”” where not all who give it say “about”. */
export function answerInShort(answer: Answer, claim: Claim, unit = ''): string {
  const { words, hedged } = wordsOf(answer, claim);
  return `${words}${unit}${hedged > 0 ? ', some “about”' : ''}`;
}

function wordsOf({ statements }: Answer, claim: Claim): Pick<Summed, 'words' | 'hedged'> {
  const plain = statements.filter(({ value }) => value?.kind !== 'about');
  const firm = new Set(plain.map(({ passage }) => passage.document));
  const hedged = statements.filter(({ passage }) => !firm.has(passage.document));
  return { words: answerInWords(plain[0] ?? statements[0]!, claim), hedged: plain.length > 0 ? documentsOf(hedged) : 0 };
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
