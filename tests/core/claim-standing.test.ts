import { describe, expect, test } from 'vitest';
import { echoesOf, standingOf } from '../../src/core/claim-standing.ts';
import { reckon } from '../../src/core/claims.ts';
import { about, claimOf, said, type Said } from './claim-samples.ts';

function stands(statements: readonly Said[]): Record<string, unknown> {
  const claim = claimOf(statements);
  const { differs, ...rest } = standingOf(claim.statements[0]!, reckon([claim]));
  const kinds = Object.entries(rest).map(([kind, others]) => [kind, others.map(({ number }) => number)] as const);
  return {
    ...Object.fromEntries(kinds.filter(([, numbers]) => numbers.length > 0)),
    ...(differs.length > 0 && { differs: differs.map(({ by, from }) => [by, ...from.map(({ number }) => number)]) }),
  };
}

describe('how a statement stands to the others', () => {
  test.each<[string, readonly Said[], Record<string, unknown>]>([
    ['alone', [{ value: 3 }], {}],
    ['exactly, and within a hedge', [{ value: 100 }, { value: 100 }, { value: about(105) }], { same: [2], agrees: [3] }],
    [
      'the least difference first',
      [{ value: 3 }, { value: 9 }, { value: 4 }, { value: 9 }],
      {
        differs: [
          [1, 3],
          [6, 2, 4],
        ],
      },
    ],
    ['positions differ by no amount', [{ position: 'yes' }, { position: 'no' }], { differs: [[undefined, 2]] }],
    [
      'another time, another whole',
      [
        { value: 3, time: '1731', timed: true },
        { value: 4, time: '1732', timed: true },
        { value: 3, scope: 'the sea' },
      ],
      { otherTime: [2], otherWhole: [3] },
    ],
  ])('%s', (_, statements, expected) => expect(stands(statements)).toEqual(expected));
});

describe('what only repeats', () => {
  test.each<[string, readonly Said[], string[]]>([
    [
      'its own document is a witness',
      [
        { document: 'a', value: 3 },
        { document: 'b', value: 3 },
      ],
      [],
    ],
    [
      'the same speaker',
      [
        { document: 'a', value: 3, ...said('Anne') },
        { document: 'b', value: 3, ...said('anne') },
      ],
      ['2 repeats 1'],
    ],
    [
      'the first of its witness, not of its answer',
      [
        { document: 'a', value: 3 },
        { document: 'b', value: 3, ...said('Anne') },
        { document: 'c', value: 3, ...said('Anne') },
      ],
      ['3 repeats 2'],
    ],
    [
      'another answer is no echo',
      [
        { document: 'a', value: 3, ...said('Anne') },
        { document: 'b', value: 4, ...said('Anne') },
      ],
      [],
    ],
  ])('%s', (_, statements, expected) => {
    const claim = claimOf(statements);
    const echoes = echoesOf(claim, reckon([claim]));
    expect([...echoes].map(([echo, first]) => `${echo.number} repeats ${first.number}`)).toEqual(expected);
  });
});
