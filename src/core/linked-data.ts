/**
 * Claims and checks as search engines read them: schema.org's Claim and ClaimReview. No rating is a number: nobody counted.
 */
import { verdictNames } from './apparatus.ts';
import type { Claim, Statement, Voice } from './claim.ts';
import { isoDate } from './edtf.ts';
import type { Document, Edition, Term } from './model.ts';
import { passageAddress } from './passage-address.ts';
import { addressOf } from './references.ts';
import { answerInWords } from './value-words.ts';
import type { Published } from './web-annotation.ts';

/** Documents and terms by their ids. */
export interface Looked {
  readonly document: (id: string) => Document;
  readonly term: (id: string) => Term | undefined;
}

type Where = Pick<Published, 'base' | 'site'>;

/** The page of a claim: each statement as a Claim, in its words, by who says so, where it appears. */
export function claimLinkedData(
  claim: Claim,
  by: Looked,
  { title, language, reckoning }: Pick<Edition, 'title' | 'language' | 'reckoning'>,
  at: Where,
): object {
  const address = absolute(addressOf({ kind: 'claim', claim: claim.id }, at.base), at);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: claim.question,
    inLanguage: language,
    isPartOf: { '@type': 'Collection', name: title },
    ...(address && { url: address }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: claim.statements.length,
      itemListElement: claim.statements.slice(0, mostStatements).map((statement) => {
        const document = by.document(statement.passage.document);
        const author = statement.said_by ? voiced(statement.said_by, by) : authorOf(document);
        return {
          '@type': 'Claim',
          ...(address && { '@id': `${address}#s${statement.number}` }),
          name: `${claim.question} ${answerOf(statement, claim)}`,
          text: statement.passage.words,
          ...(author && { author }),
          appearance: workOf(document, absolute(passageAddress(statement, reckoning, at.base), at)),
        };
      }),
    },
  };
}

const mostStatements = 100;

/** The checks of a document's statements that have a verdict. */
export function claimReviews(document: Document, { title, language }: Pick<Edition, 'title' | 'language'>, at: Where): object[] {
  return document.annotations.flatMap((note) => {
    if (!note.check) return [];
    const address = absolute(addressOf({ kind: 'note', document: document.id, note: note.id }, at.base), at);
    const date = isoDate(note.check.checked);
    const author = authorOf(document);
    return [
      {
        '@type': 'ClaimReview',
        ...(address && { url: address }),
        inLanguage: language,
        claimReviewed: document.words.slice(note.span.start, note.span.end).replaceAll(/\s+/g, ' ').trim(),
        reviewRating: { '@type': 'Rating', alternateName: verdictNames[note.check.verdict].replace('.', '') },
        author: note.author === undefined ? { '@type': 'Organization', name: title } : { '@type': 'Person', name: note.author },
        ...(date && { datePublished: date }),
        itemReviewed: {
          '@type': 'Claim',
          ...(author && { author }),
          appearance: workOf(document, absolute(addressOf({ kind: 'document', document: document.id }, at.base), at)),
        },
      },
    ];
  });
}

function answerOf(statement: Statement, claim: Claim): string {
  const words = answerInWords(statement, claim);
  const unit = claim.unit === undefined || claim.unit === 'date' || statement.value?.kind === 'share' ? '' : ` ${claim.unit}`;
  return `${words[0]!.toUpperCase()}${words.slice(1)}${unit}.`;
}

function voiced({ name, term }: Voice, by: Looked): object {
  const { kind, same_as = [] } = (term === undefined ? undefined : by.term(term)) ?? {};
  const type = kind === 'person' ? 'Person' : kind === 'organisation' ? 'Organization' : undefined;
  return { ...(type && { '@type': type }), name, ...(same_as.length > 0 && { sameAs: same_as }) };
}

function authorOf({ source: { author, publisher } }: Document): object | undefined {
  if (author !== undefined) return { name: author };
  return publisher === undefined ? undefined : { '@type': 'Organization', name: publisher };
}

function workOf({ title, language, source }: Document, address: string | undefined): object {
  const date = isoDate(source.published);
  return {
    '@type': 'CreativeWork',
    name: title,
    inLanguage: language,
    ...(date && { datePublished: date }),
    ...(source.publisher !== undefined && { publisher: { '@type': 'Organization', name: source.publisher } }),
    ...(source.url !== undefined && { isBasedOn: source.url }),
    ...(address && { url: address }),
  };
}

function absolute(path: string, { site }: Where): string | undefined {
  return site ? new URL(path, site).href : undefined;
}
