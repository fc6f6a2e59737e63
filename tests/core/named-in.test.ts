import { describe, expect, test } from 'vitest';
import type { Claim, Event, Statement } from '../../src/core/claim.ts';
import { claimsByTerm, eventsByPlace } from '../../src/core/named-in.ts';

type Voices = readonly [said_by: string | undefined, origin?: string];

const voice = (term: string | undefined): object | undefined => (term === undefined ? undefined : { name: term, term });

function claimOf(id: string, voices: readonly Voices[]): Claim {
  const statements = voices.map(
    ([said_by, origin], i) => ({ claim: id, number: i + 1, said_by: voice(said_by), origin: voice(origin) }) as unknown as Statement,
  );
  return { id, statements } as unknown as Claim;
}

describe('claims by term', () => {
  test.each<[string, readonly (readonly [string, readonly Voices[]])[], Record<string, string[]>]>([
    ['who speaks, and where it is from', [['ships', [['pilot', 'gazette']]]], { pilot: ['ships speaker 1'], gazette: ['ships origin 1'] }],
    ['the origin of its own words is the speaker', [['ships', [['pilot', 'pilot']]]], { pilot: ['ships speaker 1'] }],
    [
      'all statements of a claim together, the claims in their order',
      [
        ['ships', [['pilot'], [undefined, 'pilot'], [undefined]]],
        ['dues', [['pilot']]],
      ],
      { pilot: ['ships speaker 1 origin 2', 'dues speaker 1'] },
    ],
    ['nobody', [['ships', [[undefined]]]], {}],
  ])('%s', (_, claims, expected) => {
    const byTerm = claimsByTerm(claims.map(([id, voices]) => claimOf(id, voices)));
    const told = [...byTerm].map(([term, list]) => [
      term,
      list.map(({ claim, statements }) => [claim.id, ...statements.map((each) => `${each.as} ${each.statement.number}`)].join(' ')),
    ]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  test('a name that is no term is left out', () => {
    const claim = { id: 'ships', statements: [{ said_by: { name: 'a pilot' } }] } as unknown as Claim;
    expect(claimsByTerm([claim]).size).toBe(0);
  });
});

test('events by place, in their order', () => {
  const events = [{ id: 'fire', place: 'ostia' }, { id: 'frost' }, { id: 'flood', place: 'ostia' }] as unknown as Event[];
  expect([...eventsByPlace(events)].map(([place, list]) => [place, ...list.map(({ id }) => id)])).toEqual([['ostia', 'fire', 'flood']]);
});
