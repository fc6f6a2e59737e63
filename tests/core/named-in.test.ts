import { describe, expect, test } from 'vitest';
import type { Claim, Event, Statement } from '../../src/core/claim.ts';
import { claimsByTerm, eventsByPlace, eventsByTerm, namedIn, type Named } from '../../src/core/named-in.ts';
import { editionOf, term } from '../edition/editions.ts';

type Voices = readonly [said_by: string | undefined, origin?: string];

const voice = (term: string | undefined): object | undefined => (term === undefined ? undefined : { name: term, term });

function claimOf(id: string, voices: readonly Voices[]): Claim {
  const statements = voices.map(
    ([said_by, origin], i) => ({ claim: id, number: i + 1, said_by: voice(said_by), origin: voice(origin) }) as unknown as Statement,
  );
  return { id, statements } as unknown as Claim;
}

const nothing: Named = { inText: () => new Set(), inPassage: () => new Set() };

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
    const byTerm = claimsByTerm(
      claims.map(([id, voices]) => claimOf(id, voices)),
      nothing,
    );
    const told = [...byTerm].map(([term, list]) => [
      term,
      list.map(({ claim, statements }) => [claim.id, ...statements.map((each) => `${each.as} ${each.statement.number}`)].join(' ')),
    ]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  test('a name that is no term is left out', () => {
    const claim = { id: 'ships', statements: [{ said_by: { name: 'a pilot' } }] } as unknown as Claim;
    expect(claimsByTerm([claim], nothing).size).toBe(0);
  });
});

test('events by place, in their order', () => {
  const events = [{ id: 'fire', place: 'ostia' }, { id: 'frost' }, { id: 'flood', place: 'ostia' }] as unknown as Event[];
  expect([...eventsByPlace(events)].map(([place, list]) => [place, ...list.map(({ id }) => id)])).toEqual([['ostia', 'fire', 'flood']]);
});

test('claims and events that mention a term come after those in which it speaks', () => {
  const edition = editionOf('The warden sent ten boats to Ostia. The pilot saw six boats off Ostia.', {
    'glossary/ostia.mdx': term('Ostia').replace('concept', 'place'),
    'glossary/warden.mdx': term('warden'),
    'glossary/pilot.mdx': term('pilot', 'match: marked\n'),
    'claims/a.yaml':
      'question: How many boats came?\nunit: boats\nstatements: [{ document: dues, quote: sent ten boats to Ostia, value: 10 }]\n',
    'claims/b.yaml':
      'question: Was Ostia the port of the pilot?\npositions: { yes: Yes }\nstatements: [{ document: dues, quote: six boats, position: yes }]\n',
    'claims/c.yaml':
      'question: How many left?\nunit: boats\nstatements: [{ document: dues, quote: six boats off Ostia, value: 6, said_by: ostia }]\n',
    'timeline.yaml':
      '- { id: fair, date: 1731, title: The fair of Ostia, passages: [{ document: dues, quote: six boats }] }\n- { id: fleet, date: 1732, title: The fleet, place: ostia, passages: [{ document: dues, quote: The warden sent ten boats to Ostia }] }\n',
  });
  const named = namedIn(edition.terms, edition.documents);
  const told = [...claimsByTerm(edition.claims, named)].map(([id, list]) => [
    id,
    list.map(({ claim, statements }) => [claim.id, ...statements.map(({ as }) => as)].join(' ')),
  ]);
  expect(Object.fromEntries(told)).toEqual({ ostia: ['c speaker', 'b', 'a mention'] });
  expect([...eventsByTerm(edition.events, named)].map(([id, list]) => [id, ...list.map((each) => each.id)])).toEqual([
    ['ostia', 'fair'],
    ['warden', 'fleet'],
  ]);
});
