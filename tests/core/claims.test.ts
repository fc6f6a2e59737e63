import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Passage, Statement, Value } from '../../src/core/claim.ts';
import { outcomeOf } from '../../src/core/claim-outcome.ts';
import { compareStatements, comparisonsOf, reckon, sumOf, type Reckoning } from '../../src/core/claims.ts';
import { answersOf, witnessesOf } from '../../src/core/witnesses.ts';
import { elsewhereOf, tally } from '../../src/core/elsewhere.ts';
import { h } from '../../src/core/tree.ts';
import { comparisonInWords, valueInWords } from '../../src/core/value-words.ts';
import '../properties.ts';

type Said = Partial<Omit<Statement, 'passage' | 'value'>> & {
  readonly document?: string;
  readonly value?: Value | number | string | undefined;
};

const block = { number: 1, start: 0, end: 9, element: h('p', {}), section: 0 };
const passage = (document: string): Passage => ({ document, block, start: 0, end: 5, whole: false, words: 'words' });

function valueOf(value: Said['value']): Value | undefined {
  if (typeof value === 'number') return { kind: 'number', number: value };
  return typeof value === 'string' ? { kind: 'date', date: value } : value;
}

function statement({ document = 'a', value, ...rest }: Said, number = 1): Statement {
  return {
    claim: 'boats',
    number,
    passage: passage(document),
    value: valueOf(value),
    time: undefined,
    timed: false,
    scope: undefined,
    parts: [],
    ...rest,
  };
}

function claim(said: readonly Said[], rest: Partial<Claim> = {}): Claim {
  const statements = said.map((each, i) => statement(each, i + 1));
  return {
    id: 'boats',
    file: 'boats.yaml',
    question: 'How many boats?',
    unit: 'boats',
    positions: new Map(),
    statements,
    silent: [],
    backlinks: [],
    ...rest,
  };
}

const alone = reckon([]);
const about = (number: number): Value => ({ kind: 'about', number });
const range = (min?: number, max?: number): Value => ({ kind: 'range', min, max });

const share = (document: string): Said => ({ document, value: { kind: 'share', percent: 80, of: 'fleet' } });

const outcome = (...said: Said[]): string => outcomeOf(claim(said), alone);

describe('two statements laid side by side', () => {
  test.each<[string, Said, Said, string]>([
    ['the same number', { value: 100 }, { value: 100 }, 'agrees exactly'],
    ['two numbers', { value: 100 }, { value: 101 }, 'differs by 1'],
    ['about reaches a tenth below', { value: about(100) }, { value: 90 }, 'agrees'],
    ['and a tenth above', { value: about(100) }, { value: 110 }, 'agrees'],
    ['and no further', { value: about(100) }, { value: 111 }, 'differs by 11'],
    ['about and the number itself', { value: about(100) }, { value: 100 }, 'agrees'],
    ['about and about', { value: about(100) }, { value: about(100) }, 'agrees exactly'],
    ['about and about, each with its tenth', { value: about(100) }, { value: about(120) }, 'agrees'],
    ['at least', { value: range(300) }, { value: 500 }, 'agrees'],
    ['at least, of less', { value: range(300) }, { value: 200 }, 'differs by 100'],
    ['at most', { value: range(undefined, 5) }, { value: 6 }, 'differs by 1'],
    ['at most and at least', { value: range(undefined, 5) }, { value: range(5) }, 'agrees'],
    ['ranges that meet', { value: range(45, 64) }, { value: range(60, 70) }, 'agrees'],
    ['ranges apart', { value: range(45, 64) }, { value: range(70, 80) }, 'differs by 6'],
    ['of one time', { value: 1, time: '2021' }, { value: 2, time: '2021-04' }, 'differs by 1'],
    ['of documents of two days of a year', { value: 1, time: '1731-05-10' }, { value: 2, time: '1731-05-20' }, 'differs by 1'],
    ['of two days', { value: 1, time: '1731-05-10', timed: true }, { value: 2, time: '1731-05-20', timed: true }, 'other-time'],
    [
      'of a day, and of a document of that year',
      { value: 1, time: '1731-05-10', timed: true },
      { value: 2, time: '1731-08' },
      'differs by 1',
    ],
    ['of documents of two years', { value: 1, time: '2021' }, { value: 2, time: '2022' }, 'differs by 1'],
    ['of two times', { value: 1, time: '2021', timed: true }, { value: 2, time: '2022', timed: true }, 'other-time'],
    ['of two times, and the same', { value: 1, time: '2021' }, { value: 1, time: '2022' }, 'agrees exactly'],
    ['of a time that is not known', { value: 1, time: '2021' }, { value: 2 }, 'differs by 1'],
    ['of two wholes', { value: 1, scope: 'the harbour' }, { value: 2, scope: 'the coast' }, 'other-whole'],
    ['of two wholes, and the same', { value: 1, scope: 'the harbour' }, { value: 1 }, 'other-whole'],
    ['of one whole, spelled otherwise', { value: 1, scope: 'The  harbour' }, { value: 1, scope: 'the harbour' }, 'agrees exactly'],
    ['a day and its month', { value: '1731-05-04' }, { value: '1731-05' }, 'agrees'],
    ['two days', { value: '1731-05-04' }, { value: '1731-05-07' }, 'differs by 3'],
    ['a day and another month', { value: '1731-05-04' }, { value: '1731-06' }, 'differs by 28'],
    ['an approximate month reaches a month further', { value: '1731-05~' }, { value: '1731-06-15' }, 'agrees'],
    ['dates of documents of two times', { value: '1731', time: '1740' }, { value: '1732', time: '1750' }, 'differs by 1'],
    ['one position', { position: 'pay' }, { position: 'pay' }, 'agrees exactly'],
    ['two positions', { position: 'pay' }, { position: 'refuse' }, 'differs'],
    ['two positions in two years', { position: 'pay', time: '1731' }, { position: 'refuse', time: '1740' }, 'differs'],
    [
      'two positions of two times',
      { position: 'pay', time: '1731', timed: true },
      { position: 'refuse', time: '1740', timed: true },
      'other-time',
    ],
    ['two positions on two things', { position: 'pay' }, { position: 'refuse', scope: 'the coast' }, 'other-whole'],
    [
      'shares of one thing that nobody counts',
      { value: { kind: 'share', percent: 20, of: 'fleet' } },
      { value: { kind: 'share', percent: 30, of: 'fleet' } },
      'differs by 10',
    ],
    ['a share that nobody counts, and a number', { value: { kind: 'share', percent: 20, of: 'fleet' } }, { value: 20 }, 'other-whole'],
  ])('%s', (_, a, b, expected) => {
    const there = compareStatements(statement(a), statement(b), alone);
    const back = compareStatements(statement(b), statement(a), alone);
    const told =
      there.kind === 'agrees'
        ? `agrees${there.exactly ? ' exactly' : ''}`
        : there.kind === 'differs' && there.by !== undefined
          ? `differs by ${Math.round(there.by * 1000) / 1000}`
          : there.kind;
    expect(told).toBe(expected);
    expect(back).toEqual(there);
  });

  test('a share of what its own document counts is a number', () => {
    const fleet = claim(
      [
        { document: 'a', value: range(45, 64) },
        { document: 'b', value: 10 },
      ],
      { id: 'fleet' },
    );
    const boats = claim([share('a'), { document: 'b', value: 40 }, { document: 'c', value: 60 }, share('c')]);
    const reckoning = reckon([fleet, boats]);
    expect(comparisonsOf(boats.statements[0]!, reckoning).map(({ comparison }) => comparison.kind)).toEqual([
      'agrees',
      'differs',
      'agrees',
    ]);
  });

  test('what follows for the claim', () => {
    expect(outcome({ value: 1 })).toBe('alone');
    const [b, c] = [{ document: 'b' }, { document: 'c' }];
    expect(outcome({ value: 1 }, { ...b, value: 1 })).toBe('agree');
    expect(outcome({ value: 1 }, { ...b, value: 1 }, { ...c, value: 2 })).toBe('differ');
    expect(outcome({ value: 1 }, { ...b, value: 2, scope: 'the coast' })).toBe('apart');
    // One document's two answers are no second voice.
    expect(outcome({ value: 1 }, { value: 2 })).toBe('alone');
    expect(outcome({ value: 1 }, { value: 2 }, { ...b, value: 3, scope: 'the coast' })).toBe('apart');
  });

  test('a thousand statements are compared in the turn of a hand', () => {
    const many = claim(Array.from({ length: 1000 }, (_, i) => ({ document: `d${i}`, value: range(i, 2000) })));
    expect(outcomeOf(many, reckon([many]))).toBe('agree');
    expect(answersOf(many, reckon([many]))).toHaveLength(1000);
  });
});

describe('witnesses', () => {
  const derived = new Map([
    ['reprint', 'a'],
    ['second-reprint', 'a'],
  ]);
  const witnesses = (...said: Said[]): number => {
    const { statements } = claim(said.map((each) => ({ value: 1, ...each })));
    const reckoning: Reckoning = reckon([], (id) => derived.get(id) ?? id);
    return new Set(witnessesOf(statements, reckoning).values()).size;
  };
  const clerk = { name: 'The clerk' };
  const office = { name: 'Harbour Office', term: 'office' };

  test.each<[string, number, Said[]]>([
    ['two documents are two', 2, [{ document: 'a' }, { document: 'b' }]],
    ['one document, twice, is one', 1, [{ document: 'a' }, { document: 'a' }]],
    [
      'one speaker in two documents is one',
      1,
      [
        { document: 'a', said_by: clerk },
        { document: 'b', said_by: { name: 'the  clerk' } },
      ],
    ],
    ['a document that also says it in its own name is no second', 1, [{ said_by: clerk }, {}]],
    ['two speakers in one document are two', 2, [{ said_by: clerk }, { said_by: office }]],
    [
      'two speakers with one origin are one',
      1,
      [
        { said_by: clerk, origin: office },
        { document: 'b', origin: office },
      ],
    ],
    [
      'one speaker with two origins is two',
      2,
      [
        { said_by: clerk, origin: office },
        { said_by: clerk, origin: { name: 'The mayor' } },
      ],
    ],
    ['a document and its reprint are one', 1, [{ document: 'a' }, { document: 'reprint' }]],
    ['two reprints are one, where the original is silent', 1, [{ document: 'reprint' }, { document: 'second-reprint' }]],
    ['a reprint is one with its original, whoever it quotes', 1, [{ document: 'a' }, { document: 'reprint', said_by: clerk }]],
    ['a document for an origin is one with it', 1, [{ document: 'b', origin: { name: 'A', document: 'a' } }, { document: 'a' }]],
    [
      'and with whom it quotes',
      1,
      [
        { document: 'b', origin: { name: 'A', document: 'a' } },
        { document: 'a', said_by: clerk },
      ],
    ],
    [
      'an origin that is itself a reprint is its original',
      1,
      [{ document: 'b', origin: { name: 'Reprint', document: 'reprint' } }, { document: 'a' }],
    ],
    [
      'a name and a term are two, though they sound alike',
      2,
      [{ said_by: { name: 'Harbour Office' } }, { document: 'b', said_by: office }],
    ],
  ])('%s', (_, number, said) => expect(witnesses(...said)).toBe(number));

  test('of each answer; what only repeats is told', () => {
    const boats = claim([
      { document: 'a', value: 10 },
      { document: 'b', value: about(10), said_by: clerk },
      { document: 'reprint', value: 10 },
      { document: 'c', value: 12 },
    ]);
    const answers = answersOf(
      boats,
      reckon([boats], (id) => derived.get(id) ?? id),
    );
    expect(
      answers.map(({ statements, witnesses: number, echoes }) => [
        statements.length,
        number,
        [...echoes.keys()].map((each) => each.number),
      ]),
    ).toEqual([
      [3, 2, [3]],
      [1, 1, []],
    ]);
  });

  test('are never more than statements, and saying all again adds none', () => {
    const voice = fc.option(fc.constantFrom(clerk, office, { name: 'A', document: 'a' }, { name: 'Reprint', document: 'reprint' }), {
      nil: undefined,
    });
    const said = fc.record({ document: fc.constantFrom('a', 'b', 'reprint', 'second-reprint'), said_by: voice, origin: voice });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 12 }), (all) => {
        const number = witnesses(...all);
        expect(number).toBeGreaterThan(0);
        expect(number).toBeLessThanOrEqual(all.length);
        expect(witnesses(...all, ...all)).toBe(number);
      }),
    );
  });
});

const part = (value: Value | number): Statement['parts'][number] => ({ label: 'part', value: valueOf(value)! });

describe('parts', () => {
  test.each<[string, Value | number, (Value | number)[], string | undefined]>([
    ['add up', 10_000, [5000, 3000, 2000], '10,000 fits'],
    ['do not', 10_000, [5000, 3000], '8,000 does not fit'],
    ['within the hedge of the whole', about(10_000), [5000, 4500], '9,500 fits'],
    ['within the hedge of the parts', 10_000, [about(5500), 5000], 'about 10,500 fits'],
    ['as people add, not as machines', 0.3, [0.1, 0.2], '0.3 fits'],
    ['with what is left open', 10_000, [range(5000), 3000], 'at least 8,000 fits'],
    ['none', 10_000, [], undefined],
  ])('%s', (_, value, parts, expected) => {
    const sum = sumOf({ value: valueOf(value), parts: parts.map(part) });
    expect(sum && `${valueInWords(sum.sum)} ${sum.fits ? 'fits' : 'does not fit'}`).toBe(expected);
  });
});

const others = (...kinds: ('agrees' | 'differs' | 'other-time' | 'other-whole')[]): string =>
  tally(
    kinds.map((kind) => ({
      comparison: kind === 'agrees' ? { kind, exactly: true } : kind === 'differs' ? { kind, by: 1 } : { kind },
    })),
  );

describe('in words', () => {
  test.each<[Value, string]>([
    [{ kind: 'number', number: 1180 }, '1,180'],
    [about(10_000), 'about 10,000'],
    [range(300_000), 'at least 300,000'],
    [range(undefined, 5), 'at most 5'],
    [range(45_000, 64_000), '45,000 to 64,000'],
    [{ kind: 'share', percent: 12.5, of: 'fleet' }, '12.5 per cent'],
    [{ kind: 'date', date: '2019-03' }, 'March 2019'],
  ])('%j is %s', (value, words) => expect(valueInWords(value)).toBe(words));

  test('comparisons are sober', () => {
    expect(comparisonInWords({ kind: 'differs', by: 1000 }, 'boats')).toBe('differs by 1,000');
    expect(comparisonInWords({ kind: 'differs', by: 1 }, 'date')).toBe('differs by 1 day');
    expect(comparisonInWords({ kind: 'differs', by: undefined }, undefined)).toBe('takes another position');
    expect(comparisonInWords({ kind: 'agrees', exactly: true }, 'boats')).toBe('says the same');
  });

  test.each<[string, readonly Said[], string[]]>([
    [
      'of three that have it from one, two repeat',
      [
        { document: 'a', value: 3, said_by: { name: 'Anne' } },
        { document: 'b', value: 3, said_by: { name: 'Anne' } },
        { document: 'c', value: about(3), said_by: { name: 'Anne' } },
      ],
      ['2 others repeat', '1 other repeats, 1 is repeated here', '1 other repeats, 1 is repeated here'],
    ],
    [
      'two others with one witness, which is not this',
      [
        { document: 'a', value: 3 },
        { document: 'b', value: 3, said_by: { name: 'Anne' } },
        { document: 'c', value: 3, said_by: { name: 'Anne' } },
        { document: 'd', value: 4 },
      ],
      [
        '1 other agrees, 1 repeats, 1 differs',
        '1 other agrees, 1 repeats, 1 differs',
        '1 other agrees, 1 is repeated here, 1 differs',
        '3 others differ',
      ],
    ],
  ])('echoes are told apart: %s', (_, statements, expected) => {
    const boats = claim(statements);
    expect(elsewhereOf(boats.statements, reckon([boats])).map(({ told }) => told)).toEqual(expected);
  });

  test('what stands elsewhere is counted', () => {
    expect(others('agrees', 'differs', 'agrees')).toBe('2 others agree, 1 differs');
    expect(others('differs')).toBe('1 other differs');
    expect(others('other-whole', 'other-time', 'other-time')).toBe('2 others speak of another time, 1 speaks of something else');
  });
});
