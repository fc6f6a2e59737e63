import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import { outcomeInWords, outcomeOf } from '../../src/core/claim-outcome.ts';
import { summaryInWords, summaryOf } from '../../src/core/claim-summary.ts';
import { compareStatements, reckon } from '../../src/core/claims.ts';
import { about, claimOf, range, said, type Said } from './claim-samples.ts';
import '../properties.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((document) => ({ document })) as [Said, Said, Said, Said];

function both(statements: readonly Said[], rest: Partial<Claim> = {}): [string, string] {
  const claim = claimOf(statements, rest);
  const reckoning = reckon([claim]);
  return [summaryInWords(summaryOf(claim, reckoning), claim, reckoning), outcomeInWords(claim, reckoning)];
}

describe('a claim summed up', () => {
  test.each<[string, readonly Said[], Partial<Claim>, string, string]>([
    ['no one', [], {}, 'No document speaks of it.', 'No document speaks of it'],
    ['one', [{ ...a, value: 3 }], {}, 'One document says 3 boats.', '1 document speaks of it'],
    [
      'two of one answer',
      [
        { ...a, value: 3 },
        { ...b, value: 3 },
      ],
      {},
      'Two documents say 3 boats, with two independent witnesses.',
      '2 documents say the same; 2 witnesses',
    ],
    [
      'about and the number itself are one answer; who says “about” is told',
      [
        { ...a, value: 100 },
        { ...b, value: about(100) },
      ],
      {},
      'Two documents say 100 boats, one of them “about”, with two independent witnesses.',
      '2 documents say the same; 2 witnesses',
    ],
    [
      'two who have it from one',
      [
        { ...a, value: 3, ...said('the harbourmaster') },
        { ...b, value: 3, ...said('the harbourmaster') },
      ],
      {},
      'Two documents say 3 boats, with one witness.',
      '2 documents say the same; 1 witness',
    ],
    [
      'most documents first',
      [
        { ...a, value: 9 },
        { ...b, value: 3 },
        { ...c, value: 3 },
      ],
      {},
      'Two documents say 3 boats, with two independent witnesses; one says 9. They differ by 6.',
      '2 documents say the same, 1 differs; 2 witnesses',
    ],
    [
      'several differences',
      [
        { ...a, value: 9 },
        { ...b, value: 3 },
        { ...c, value: 4 },
      ],
      {},
      'One document says 9 boats; one says 3; one says 4. They differ by up to 6.',
      '3 documents differ',
    ],
    [
      'one document with two answers',
      [
        { ...a, value: 9 },
        { ...a, value: 3 },
      ],
      {},
      'One document says 9 boats; the same document says 3.',
      '1 document speaks of it, in 2 statements',
    ],
    [
      'two times',
      [
        { ...a, value: 9, time: '1731', timed: true },
        { ...b, value: 3, time: '1740', timed: true },
      ],
      {},
      'One document says 9 boats; one says 3. They speak of different times, so that they do not contradict each other.',
      '2 documents speak of different times',
    ],
    [
      'other wholes beside the one asked of',
      [
        { ...a, value: 9, scope: 'the port' },
        { ...b, value: 3, scope: 'the river' },
        { ...c, value: 4, scope: 'the sea' },
      ],
      { scope: 'the port' },
      'One document says 9 boats. Two statements speak of something else.',
      '3 documents speak of different things',
    ],
    [
      'where none speaks of the whole asked of, that of most',
      [
        { ...a, value: 9, scope: 'the sea' },
        { ...b, value: 3, scope: 'the river' },
        { ...c, value: 3, scope: 'The river' },
      ],
      { scope: 'the port' },
      'Two documents say 3 boats, with two independent witnesses. One statement speaks of something else.',
      '2 documents say the same, 1 speaks of something else; 2 witnesses',
    ],
    [
      'nothing to compare',
      [
        { ...a, value: 9, scope: 'the sea' },
        { ...b, value: 3, scope: 'the river' },
      ],
      { scope: 'the port' },
      'Two documents speak of it, each statement of something else: none can be held against another.',
      '2 documents speak of different things',
    ],
    [
      'nothing to compare, in one document',
      [
        { ...a, value: 9, scope: 'the sea' },
        { ...a, value: 3, scope: 'the river' },
      ],
      { scope: 'the port' },
      'One document makes two statements, each of something else.',
      '1 document speaks of it, in 2 statements',
    ],
    [
      'positions',
      [
        { ...a, position: 'yes' },
        { ...b, position: 'no' },
        { ...b, position: 'yes', ...said('the pilot') },
      ],
      {},
      'Two documents answer “They may land”, with two independent witnesses; one of these answers “They may not land”.',
      '2 statements say the same, 1 differs; 2 witnesses',
    ],
    [
      'dates that can be one',
      [
        { ...a, value: '1731' },
        { ...b, value: '1731-05' },
      ],
      {},
      'One document says 1731; one says May 1731. As far as each of them goes, they agree.',
      '2 documents agree',
    ],
    [
      'dates that cannot',
      [
        { ...a, value: '1731-05-04' },
        { ...b, value: '1731-05-05' },
      ],
      {},
      'One document says 4 May 1731; one says 5 May 1731. They differ by 1 day.',
      '2 documents differ',
    ],
    [
      'some agree with the first, some do not',
      [
        { ...a, value: about(100) },
        { ...b, value: 105 },
        { ...c, value: 200 },
      ],
      {},
      'One document says about 100 boats; one says 105; one says 200. They differ by up to 100.',
      '2 documents agree, 1 differs',
    ],
    [
      'all say about',
      [
        { ...a, value: about(100) },
        { ...b, value: about(100) },
      ],
      {},
      'Two documents say about 100 boats, with two independent witnesses.',
      '2 documents say the same; 2 witnesses',
    ],
    [
      'the first agrees with two that differ',
      [
        { ...a, value: range(100) },
        { ...b, value: 200 },
        { ...c, value: 300 },
      ],
      {},
      'One document says at least 100 boats; one says 200; one says 300. They differ by up to 100.',
      '2 documents agree, 1 differs',
    ],
    [
      'what one document says otherwise is no difference of two',
      [
        { ...a, value: 9 },
        { ...a, value: 3 },
        { ...b, value: range(2) },
      ],
      {},
      'One document says 9 boats; the same document says 3; one says at least 2.',
      '3 statements agree',
    ],
    [
      'documents differ on another whole than the one asked of',
      [
        { ...a, value: 9, scope: 'the port' },
        { ...b, value: 3, scope: 'the sea' },
        { ...c, value: 4, scope: 'the sea' },
      ],
      { scope: 'the port' },
      'One document says 9 boats. Two statements speak of something else.',
      '2 documents differ, 1 speaks of something else',
    ],
    [
      'more answers than are read',
      [{ ...a, value: 1 }, { ...b, value: 2 }, { ...c, value: 3 }, { ...d, value: 4 }, { ...a, value: 5 }, { value: range(6) }],
      {},
      'One document says 1 boats; one says 2; one says 3; one says 4; there are two more answers. They differ by up to 4.',
      '6 statements differ',
    ],
  ])('%s', (_, statements, rest, sentence, row) => expect(both(statements, rest)).toEqual([sentence, row]));

  test('a thousand statements in one pass over their pairs', () => {
    const [sentence] = both(Array.from({ length: 1000 }, (_, i) => ({ document: `d${i}`, value: i })));
    expect(sentence).toMatch(/there are 996 more answers\. They differ by up to 999\.$/);
  });
});

test('the words of a row say what it is filtered by, whatever is said', () => {
  const statement = fc.record({
    document: fc.constantFrom('a', 'b', 'c'),
    value: fc.oneof(
      fc.constantFrom(90, 100, 200),
      fc.constantFrom(about(100), about(200), range(100), range(undefined, 100), range(50, 150)),
    ),
    scope: fc.constantFrom(undefined, 'the sea', 'the port'),
    time: fc.constantFrom('1731', '1732'),
    timed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 7 }), (statements) => {
      const claim = claimOf(statements);
      const reckoning = reckon([claim]);
      const outcome = outcomeOf(claim, reckoning);
      const words = outcomeInWords(claim, reckoning);
      const pairs = claim.statements.flatMap((one) =>
        claim.statements.flatMap((other) =>
          one.passage.document === other.passage.document ? [] : [compareStatements(one, other, reckoning).kind],
        ),
      );
      expect(outcome).toBe(
        pairs.length === 0 ? 'alone' : pairs.includes('differs') ? 'differ' : pairs.includes('agrees') ? 'agree' : 'apart',
      );
      expect(/ differs?\b/.test(words), words).toBe(outcome === 'differ');
      if (outcome === 'agree' || outcome === 'apart') expect(/ agrees?\b|say the same/.test(words), words).toBe(outcome === 'agree');
    }),
  );
});
