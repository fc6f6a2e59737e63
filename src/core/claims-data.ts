/**
 * The claims of an edition as data, for others to read and to draw: what each document says, in its words, and what follows.
 */
import { alikeOf, compareAlike, type Alike } from './alike.ts';
import type { Claim, Part, Statement, Value, Voice } from './claim.ts';
import { echoesOf } from './claim-standing.ts';
import { outcomeOf, type Outcome } from './claim-outcome.ts';
import { reachOf, sumOf, type Reckoning } from './claims.ts';
import { answersOf } from './witnesses.ts';
import type { Edition } from './model.ts';
import { passageAddress } from './passage-address.ts';
import { addressOf } from './references.ts';
import { textOf } from './tree.ts';
import { answerInWords, valueInWords } from './value-words.ts';
import type { Published } from './web-annotation.ts';

type Said<T> = T & { readonly words: string };

interface StatementData {
  readonly number: number;
  readonly url: string;
  readonly document: string;
  /** From 1; 0 where the passage stands in a footnote. */
  readonly paragraph: number;
  readonly passage: string;
  readonly words: string;
  readonly value?: Said<Value>;
  /** How far the value reaches, hedge and all: a number or an ISO day; null where it is open. */
  readonly reach?: { readonly measure: string; readonly from: number | string | null; readonly to: number | string | null };
  readonly position?: string;
  /** EDTF. */
  readonly time: string | null;
  /** Whether the document says so itself; else it is when it was published. */
  readonly timed: boolean;
  readonly scope: string | null;
  readonly said_by?: Voice;
  readonly origin?: Voice;
  readonly parts?: readonly { readonly label: string; readonly value: Said<Value> }[];
  readonly sum?: { readonly value: Said<Value>; readonly fits: boolean };
  readonly note?: string;
  /** The number of the statement that it only repeats. */
  readonly repeats?: number;
}

/** How the statements of two groups stand to each other. */
interface Stands {
  /** The first number of each group. */
  readonly between: readonly [number, number];
  readonly how: 'says_the_same' | 'agrees' | 'differs' | 'other_time' | 'other_whole';
  /** By how much they differ; null where that is no amount. */
  readonly by?: number | null;
}

export interface ClaimsData {
  readonly title: string;
  readonly language: string;
  readonly licence: string;
  readonly url: string;
  readonly documents: readonly { readonly id: string; readonly title: string; readonly url: string; readonly published: string | null }[];
  readonly claims: readonly {
    readonly id: string;
    readonly url: string;
    readonly question: string;
    readonly topic: string | null;
    readonly unit: string | null;
    readonly scope: string | null;
    readonly positions?: Readonly<Record<string, string>>;
    readonly note?: string;
    readonly outcome: Outcome;
    readonly answers: readonly { readonly words: string; readonly statements: readonly number[]; readonly witnesses: number }[];
    /** Numbers of statements that stand alike to all others, and say the same as each other. */
    readonly alike: readonly (readonly number[])[];
    /** Every two of these groups once; null where they are too many: their `reach`, `time` and `scope` tell. */
    readonly stands: readonly Stands[] | null;
    readonly statements: readonly StatementData[];
    readonly silent: readonly string[];
  }[];
}

/** All claims with what follows from them. Addresses are absolute where the origin is known, else paths. */
export function claimsData(edition: Edition, { base, site }: Pick<Published, 'base' | 'site'>): ClaimsData {
  const { claims, documents, reckoning } = edition;
  const absolute = (path: string): string => (site ? new URL(path, site).href : path);
  const speaking = new Set(claims.flatMap(({ statements }) => statements.map(({ passage }) => passage.document)));
  return {
    title: edition.title,
    language: edition.language,
    licence: edition.licence,
    url: absolute(`${base}claims/`),
    documents: documents
      .filter(({ id }) => speaking.has(id))
      .map(({ id, title, source }) => ({
        id,
        title,
        url: absolute(addressOf({ kind: 'document', document: id }, base)),
        published: source.published === undefined || source.published === 'unknown' ? null : source.published,
      })),
    claims: claims.map((claim) => {
      const url = absolute(addressOf({ kind: 'claim', claim: claim.id }, base));
      const echoes = echoesOf(claim, reckoning);
      return {
        id: claim.id,
        url,
        question: claim.question,
        topic: claim.topic ?? null,
        unit: claim.unit ?? null,
        scope: claim.scope ?? null,
        ...(claim.unit === undefined && { positions: Object.fromEntries(claim.positions) }),
        ...(claim.note && { note: textOf(claim.note).trim() }),
        outcome: outcomeOf(claim, reckoning),
        answers: answersOf(claim, reckoning).map(({ statements, witnesses }) => ({
          words: answerInWords(statements.find(({ value }) => value?.kind !== 'about') ?? statements[0]!, claim),
          statements: statements.map(({ number }) => number),
          witnesses,
        })),
        ...standsOf(claim, reckoning),
        statements: claim.statements.map((statement) => ({
          url: `${url}#s${statement.number}`,
          passage: absolute(passageAddress(statement, reckoning, base)),
          ...statementData(statement, reckoning),
          ...(echoes.has(statement) && { repeats: echoes.get(statement)!.number }),
        })),
        silent: claim.silent.filter((id) => speaking.has(id)),
      };
    }),
  };
}

function statementData(statement: Statement, reckoning: Reckoning): Omit<StatementData, 'url' | 'passage' | 'repeats'> {
  const { number, passage, value, position, time, timed, scope, said_by, origin, parts, note } = statement;
  const reach = reachOf(statement, reckoning);
  const total = sumOf(statement);
  return {
    number,
    document: passage.document,
    paragraph: passage.block.number,
    words: passage.words,
    ...(value && { value: said(value) }),
    ...(reach && {
      reach: { measure: reach.measure, from: end(reach.first, reach.measure), to: end(reach.last, reach.measure) },
    }),
    ...(position !== undefined && { position }),
    time: time ?? null,
    timed,
    scope: scope ?? null,
    ...(said_by && { said_by }),
    ...(origin && { origin }),
    ...(parts.length > 0 && { parts: parts.map(({ label, value: part }: Part) => ({ label, value: said(part) })) }),
    ...(total && { sum: { value: said(total.sum), fits: total.fits } }),
    ...(note && { note: textOf(note).trim() }),
  };
}

/** More groups than these are not held against each other two by two. */
const mostCompared = 60;

/** How statements stand to each other, by groups: linear in statements that say the same. */
function standsOf(claim: Claim, reckoning: Reckoning): Pick<ClaimsData['claims'][number], 'alike' | 'stands'> {
  const { all } = alikeOf(claim, reckoning);
  const stands = (a: Alike, b: Alike): Stands => {
    const between = [a.statements[0]!.number, b.statements[0]!.number] as const;
    const comparison = compareAlike(a, b, reckoning);
    if (comparison.kind === 'differs') return { between, how: 'differs', by: comparison.by ?? null };
    if (comparison.kind === 'agrees') return { between, how: comparison.exactly ? 'says_the_same' : 'agrees' };
    return { between, how: comparison.kind === 'other-time' ? 'other_time' : 'other_whole' };
  };
  return {
    alike: all.map(({ statements }) => statements.map(({ number }) => number)),
    stands: all.length > mostCompared ? null : all.flatMap((a, i) => all.slice(i + 1).map((b) => stands(a, b))),
  };
}

function said(value: Value): Said<Value> {
  return { ...value, words: valueInWords(value) };
}

function end(value: number, measure: string): number | string | null {
  if (!Number.isFinite(value)) return null;
  return measure === 'days' ? new Date(value * 86_400_000).toISOString().slice(0, 10) : value;
}
