/**
 * A claim in a few lines: its answers, each with the documents that give it, and what is not among them.
 */
import type { Claim, Statement } from '../core/claim.ts';
import { answerInShort, summaryOf } from '../core/claim-summary.ts';
import type { Document, Edition } from '../core/model.ts';
import { count } from '../core/problem.ts';
import { shortTitles } from '../core/short-title.ts';
import { answerInWords } from '../core/value-words.ts';
import { documentsById, edition } from '../edition/current.ts';

interface Gist {
  readonly answers: readonly Line[];
  /** “2 statements speak of something else; 1 document does not say”. */
  readonly rest: string;
}

interface Line {
  readonly words: string;
  readonly documents: readonly { readonly title: string; readonly document: Document }[];
  /** Documents that are not named. */
  readonly more: number;
}

const [mostAnswers, mostDocuments] = [6, 3];

/** Sum up a claim; once for all pages that link to it. */
export function gistOf(claim: Claim): Gist {
  const { gists, titles } = made();
  const gist = gists.get(claim) ?? sumUp(claim, titles);
  gists.set(claim, gist);
  return gist;
}

function sumUp(claim: Claim, titles: ReadonlyMap<string, string>): Gist {
  const { answers, apart } = summaryOf(claim, edition().reckoning);
  const unit = claim.unit === undefined || claim.unit === 'date' ? '' : ` ${claim.unit}`;
  const line = (words: string, statements: readonly Statement[]): Line => {
    const ids = [...new Set(statements.map(({ passage }) => passage.document))];
    const named = ids.slice(0, mostDocuments).map((id) => ({ title: titles.get(id)!, document: documentsById().get(id)!.document }));
    return { words, documents: named, more: ids.length - named.length };
  };
  // Where each speaks of something else, each says of what.
  const lines =
    answers.length > 0
      ? answers.map((answer, i) =>
          line(answerInShort(answer, claim, i === 0 && answer.statements[0]!.value?.kind !== 'share' ? unit : ''), answer.statements),
        )
      : apart.map((each) => line([answerInWords(each, claim), each.scope].filter(Boolean).join(', '), [each]));
  const others = answers.length > 0 ? apart.length : 0;
  const left = lines.length - mostAnswers;
  return {
    answers: lines.slice(0, mostAnswers),
    rest: [
      left > 0 && count(left, 'more answer', 'more answers'),
      others > 0 && `${count(others, 'statement')} ${others === 1 ? 'speaks' : 'speak'} of something else`,
      claim.silent.length > 0 && `${count(claim.silent.length, 'document')} ${claim.silent.length === 1 ? 'does' : 'do'} not say`,
    ]
      .filter(Boolean)
      .join('; '),
  };
}

const known = new WeakMap<Edition, { gists: Map<Claim, Gist>; titles: ReadonlyMap<string, string> }>();

function made(): { gists: Map<Claim, Gist>; titles: ReadonlyMap<string, string> } {
  const current = edition();
  const own = known.get(current) ?? { gists: new Map(), titles: shortTitles(current.documents) };
  known.set(current, own);
  return own;
}
