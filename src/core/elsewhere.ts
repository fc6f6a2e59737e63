/**
 * “Elsewhere”: beside a passage that says something on a claim, how the other statements stand to it, in their words; and beside one
 * that tells of an event, when that was.
 */
import type { Element } from 'hast';
import { beginning } from './beginning.ts';
import type { Claim, Event, Statement } from './claim.ts';
import { echoesOf } from './claim-standing.ts';
import { compareStatements, comparisonsOf, type Comparison, type Reckoning } from './claims.ts';
import { directionOf } from './direction.ts';
import { formatEdtf } from './edtf.ts';
import type { Destinations } from './links.ts';
import type { Block } from './model.ts';
import { addressOf } from './references.ts';
import { h } from './tree.ts';
import { comparisonInWords } from './value-words.ts';

/** A statement in its document, beside others. No note can have its id: ids of notes hold no two hyphens. */
export interface Elsewhere {
  readonly id: string;
  readonly claim: Claim;
  readonly statement: Statement;
  readonly others: readonly Other[];
  /** “2 others agree, 1 repeats, 1 differs”. */
  readonly told: string;
}

export interface Other {
  readonly other: Statement;
  readonly comparison: Comparison;
  /** Of those that say the same, which are no witness beside the others: `is-repeated` is the one that this statement repeats. */
  readonly echo?: 'repeats' | 'is-repeated' | undefined;
}

/** The statements of a document that others can be held against, in the order of their passages' ends. */
export function elsewhereOf(statements: readonly Statement[], reckoning: Reckoning): Elsewhere[] {
  return statements
    .flatMap((statement): Elsewhere[] => {
      const claim = reckoning.claims.get(statement.claim);
      if (!claim || !isMarked(statement, reckoning)) return [];
      // What the document itself says again a reader comes to anyway.
      const others = withEchoes(
        statement,
        comparisonsOf(statement, reckoning).filter(({ other }) => other.passage.document !== statement.passage.document),
        echoesOf(claim, reckoning),
      );
      return [{ id: idOf(statement), claim, statement, others, told: tally(others) }];
    })
    .sort((a, b) => a.statement.passage.end - b.statement.passage.end);
}

/** Where a statement stands in its document, as the fragment of its address: its marker, else its block. */
export function fragmentOf(statement: Statement, reckoning: Reckoning): string {
  const { number } = statement.passage.block;
  return isMarked(statement, reckoning) ? `#ref-${idOf(statement)}` : number > 0 ? `#p${number}` : '';
}

/** Beside a passage only what tells its reader something: another that speaks of the same thing. */
function isMarked(statement: Statement, reckoning: Reckoning): boolean {
  const statements = reckoning.claims.get(statement.claim)?.statements ?? [];
  return statements.some(
    (other) =>
      other.passage.document !== statement.passage.document && compareStatements(statement, other, reckoning).kind !== 'other-whole',
  );
}

/** Those that agree, told apart: a witness, or one that has it from where this statement or another of them has it. */
function withEchoes(statement: Statement, others: readonly Other[], echoes: ReadonlyMap<Statement, Statement>): Other[] {
  const own = echoes.get(statement) ?? statement;
  const heard = new Set([own]);
  return others.map((each) => {
    if (each.comparison.kind !== 'agrees') return each;
    if (each.other === own) return { ...each, echo: 'is-repeated' };
    const witness = echoes.get(each.other) ?? each.other;
    if (heard.has(witness)) return { ...each, echo: 'repeats' };
    heard.add(witness);
    return each;
  });
}

/** How many of the others agree, how many only repeat, how many differ: “2 others agree, 1 repeats, 1 speaks of something else”. */
export function tally(others: readonly Pick<Other, 'comparison' | 'echo'>[]): string {
  const kinds = Map.groupBy(others, ({ comparison, echo }) => echo ?? comparison.kind);
  const said = (['agrees', 'repeats', 'is-repeated', 'differs', 'other-time', 'other-whole'] as const).flatMap((kind) => {
    const number = kinds.get(kind)?.length ?? 0;
    return number > 0 ? [{ kind, number }] : [];
  });
  return said
    .map(({ kind, number }, i) => `${number}${i > 0 ? '' : number === 1 ? ' other' : ' others'} ${verbs[kind][number === 1 ? 0 : 1]}`)
    .join(', ');
}

const verbs = {
  agrees: ['agrees', 'agree'],
  repeats: ['repeats', 'repeat'],
  'is-repeated': ['is repeated here', 'are repeated here'],
  differs: ['differs', 'differ'],
  'other-time': ['speaks of another time', 'speak of another time'],
  'other-whole': ['speaks of something else', 'speak of something else'],
} as const;

/** The sign at the end of the passage: the parallel, which printers put to what has its like elsewhere. */
export function elsewhereMarker({ id, told }: Elsewhere): Element {
  return h(
    'a',
    {
      className: ['ref', 'parallel'],
      id: `ref-${id}`,
      href: `#note-${id}`,
      role: 'doc-noteref',
      ariaLabel: `Elsewhere: ${told}`,
      dataKind: 'claim',
      dataPagefindIgnore: '',
    },
    '‖',
  );
}

/**
 * What stands in the margin for the statements of a block: one line that opens to the others' words. Several share a line, so that
 * the margin does not outgrow the text.
 */
export function elsewhereElement(statements: readonly Elsewhere[], reckoning: Reckoning, to: Destinations): Element {
  const [first, ...more] = statements;
  if (first && more.length === 0) return h('aside', noteProperties(first), ...line(first, reckoning, to));
  return h(
    'aside',
    { className: ['note', 'elsewhere'], role: 'note', ariaLabel: 'Elsewhere', dataKind: 'claim' },
    h(
      'details',
      { className: ['more'] },
      h('summary', {}, toldOf(statements)),
      ...statements.map((each) => h('div', noteProperties(each), ...line(each, reckoning, to))),
    ),
  );
}

/** What a reader sees of it, closed. */
export function toldOf(statements: readonly Elsewhere[]): string {
  if (statements.length === 1) return statements[0]!.told;
  const has = (each: Elsewhere, kind: Comparison['kind']): boolean => each.others.some(({ comparison }) => comparison.kind === kind);
  const kinds = Map.groupBy(statements, (each) => (has(each, 'differs') ? 'differs' : has(each, 'agrees') ? 'agrees' : 'other-time'));
  const counts = (['agrees', 'differs', 'other-time'] as const)
    .flatMap((kind) => (kinds.has(kind) ? [{ verb: verbs[kind][1], number: kinds.get(kind)!.length }] : []))
    .map(({ verb, number }, i) => `${verb} on ${number}${i > 0 ? '' : number === 1 ? ' passage' : ' passages'}`);
  return `Others ${counts.join(', ')}`;
}

function noteProperties({ id, told }: Elsewhere): Record<string, string | string[]> {
  return { className: ['note', 'elsewhere'], id: `note-${id}`, role: 'doc-footnote', ariaLabel: `Elsewhere: ${told}`, dataKind: 'claim' };
}

/** One statement: the way back, and the tally that opens. */
function line(statement: Elsewhere, reckoning: Reckoning, to: Destinations): (Element | string)[] {
  const { id, told } = statement;
  return [
    h('a', { className: ['n'], href: `#ref-${id}`, role: 'doc-backlink', ariaLabel: `Back to the passage: ${told}` }, '‖'),
    ' ',
    h('details', { className: ['more'] }, h('summary', {}, told), ...said(statement, reckoning, to)),
  ];
}

/** In UTF-16 code units: longer words are a passage to go to, not to quote. */
const longestQuote = 200;
/** More than these are read on the claim's own page. */
const mostOthers = 12;

/** What differs comes first: it is what a reader cannot know from this text. */
const weight = { differs: 0, agrees: 1, 'other-time': 2, 'other-whole': 3 } as const;

/** The question, and the others' words. */
function said({ claim, others }: Elsewhere, reckoning: Reckoning, to: Destinations): Element[] {
  return [
    h('p', { className: ['question'] }, h('a', { href: addressOf({ kind: 'claim', claim: claim.id }, to.base) }, claim.question)),
    h(
      'ul',
      { className: ['others'] },
      ...others
        .toSorted((a, b) => weight[a.comparison.kind] - weight[b.comparison.kind])
        .slice(0, mostOthers)
        .map((each) => otherElement(each, claim, reckoning, to)),
      ...(others.length > mostOthers
        ? [h('li', {}, h('a', { href: addressOf({ kind: 'claim', claim: claim.id }, to.base) }, `and ${others.length - mostOthers} more`))]
        : []),
    ),
    ...(claim.silent.length > 0 ? [h('p', { className: ['small'] }, silence(claim.silent.length))] : []),
  ];
}

function silence(number: number): string {
  return number === 1 ? 'One document does not say.' : `${number} documents do not say.`;
}

function otherElement({ other, comparison, echo }: Other, claim: Claim, reckoning: Reckoning, to: Destinations): Element {
  const { passage, said_by, scope, time } = other;
  const { title = passage.document, language } = to.documents.get(passage.document) ?? {};
  const foreign = language ? { lang: language, dir: directionOf(language) } : {};
  const about = [
    said_by && said_by.name,
    comparison.kind === 'other-whole' && scope,
    comparison.kind === 'other-time' && time && formatEdtf(time),
  ].filter((each) => typeof each === 'string');
  return h(
    'li',
    { dataComparison: comparison.kind },
    h('i', {}, echo ? echoed[echo] : comparisonInWords(comparison, claim.unit)),
    ': “',
    h('bdi', foreign, beginning(passage.words, longestQuote)),
    '”, ',
    ...(about.length > 0 ? [`${about.join(', ')}, in `] : []),
    h(
      'a',
      { href: `${to.base}documents/${passage.document}/${fragmentOf(other, reckoning)}` },
      h('bdi', foreign, title),
      place(passage.block),
    ),
  );
}

const echoed = { repeats: 'says the same, and repeats', 'is-repeated': 'says the same, and is repeated here' } as const;

function place({ number }: Block): string {
  return number > 0 ? `, ¶\u00a0${number}` : '';
}

function idOf({ claim, number }: Statement): string {
  return `said--${claim}--${number}`;
}

/** The events that a block tells of, as one line of their dates. */
export function datesElement(events: readonly Event[], to: Destinations): Element {
  return h(
    'aside',
    { className: ['note', 'dated'], role: 'note', ariaLabel: 'In the timeline', dataKind: 'event' },
    h(
      'p',
      {},
      h('b', { className: ['kind'] }, 'Timeline'),
      ...events.flatMap((event, i) => [
        i === 0 ? ' ' : ', ',
        h(
          'a',
          { href: addressOf({ kind: 'event', event: event.id }, to.base), ariaLabel: `${formatEdtf(event.date)}: ${event.title}` },
          formatEdtf(event.date),
        ),
      ]),
    ),
  );
}
