import { expect, test } from 'vitest';
import { reckon } from '../../src/core/claims.ts';
import { differencesOf, plainest } from '../../src/core/differences.ts';
import { claimOf, range, type Said } from './claim-samples.ts';

const differ: Said[] = [
  { document: 'a', value: 3 },
  { document: 'b', value: 9 },
];
const opinions: Said[] = [
  { document: 'a', position: 'yes' },
  { document: 'b', position: 'no' },
];
const threeOpinions: Said[] = [...opinions, { document: 'c', position: 'no' }];
const elsewhere: Said = { document: 'c', value: 70, scope: 'the sea' };

const claims = [
  claimOf([differ[0]!, { document: 'b', value: 3 }], { id: 'agreed', topic: 'Boats' }),
  claimOf(opinions, { id: 'landing', topic: 'Boats' }),
  claimOf([...differ, elsewhere], { id: 'boats', topic: 'Boats' }),
  claimOf(opinions, { id: 'nets', topic: 'Nets' }),
  claimOf(threeOpinions, { id: 'lines', topic: 'Nets' }),
  claimOf(opinions, { id: 'oars' }),
  // They differ on another whole than the one asked of: so far their answers agree.
  claimOf([{ document: 'a', value: 3 }, { document: 'b', value: range(2) }, elsewhere, { ...elsewhere, document: 'd', value: 80 }], {
    id: 'sails',
  }),
];
const differences = differencesOf(claims, reckon(claims));

test('those on which documents differ, with the answers that can be held against each other', () => {
  expect(differences.map(({ claim }) => claim.id)).toEqual(['landing', 'boats', 'nets', 'lines', 'oars', 'sails']);
  expect(differences[1]!.answers.map(({ words }) => words)).toEqual(['3', '9']);
});

test.each([
  [1, ['boats']],
  [2, ['boats', 'lines']],
  [9, ['boats', 'lines', 'oars']],
])('the plainest %d: one of a topic, numbers first, then what more documents speak on', (most, expected) => {
  expect(plainest(differences, most).map(({ claim }) => claim.id)).toEqual(expected);
});
