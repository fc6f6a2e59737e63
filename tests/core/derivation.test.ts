import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circles, derivations, rootOf, type DerivedFrom } from '../../src/core/derivation.ts';

/** “b<a” is: b derives from a. */
function read(steps: string): DerivedFrom {
  return new Map(steps.split(' ').flatMap((step): [string, string][] => (step ? [[step.split('<')[0]!, step.split('<')[1]!]] : [])));
}

describe.each([
  ['none', '', 'a', 'a', '', ''],
  ['one from another', 'b<a', 'b', 'a', 'a', ''],
  ['the other way', 'b<a', 'a', 'a', '', 'b'],
  ['through others', 'd<c c<b b<a', 'd', 'a', 'c b a', ''],
  ['offspring, the nearest first', 'e<c d<b c<a b<a', 'a', 'a', '', 'c b e d'],
  ['siblings are neither', 'b<a c<a', 'b', 'a', 'a', ''],
  ['itself', 'a<a', 'a', 'a', '', ''],
  ['a circle', 'c<a b<c a<b', 'b', 'a', 'c a', 'a c'],
  ['on the way into a circle', 'z<y y<x x<y', 'z', 'x', 'y x', ''],
])('%s', (_, steps, id, root, origins, offspring) => {
  const derivedFrom = read(steps);
  test('root', () => expect(rootOf(id, derivedFrom)).toBe(root));
  test('origins', () => expect(derivations(derivedFrom).origins(id).join(' ')).toBe(origins));
  test('offspring', () => expect(derivations(derivedFrom).offspring(id).join(' ')).toBe(offspring));
});

test.each([
  ['none', 'b<a c<b', []],
  ['itself', 'a<a', ['a']],
  ['one, told once', 'c<a b<c a<b', ['a b c']],
  ['with ways into it', 'z<b b<a a<b y<z', ['a b']],
  ['two', 'd<c c<d b<a a<b', ['a b', 'c d']],
])('circles: %s', (_, steps, expected) => expect(circles(read(steps)).map((circle) => circle.join(' '))).toEqual(expected));

test('whatever derives from whatever: what derives from one has its root, and circles are those that come back', () => {
  const id = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id)), (pairs) => {
      const derivedFrom: DerivedFrom = new Map(pairs);
      const { origins, offspring } = derivations(derivedFrom);
      for (const [child, parent] of derivedFrom) expect(rootOf(child, derivedFrom)).toBe(rootOf(parent, derivedFrom));
      for (const a of 'abcdefgh') for (const b of 'abcdefgh') expect(origins(a).includes(b)).toBe(offspring(b).includes(a));
      const circling = [...derivedFrom]
        .filter(([child, parent]) => child === parent || origins(parent).includes(child))
        .map(([child]) => child);
      expect(circles(derivedFrom).flat().sort()).toEqual(circling.sort());
    }),
  );
});

test('a chain of a hundred thousand', () => {
  const derivedFrom: DerivedFrom = new Map(Array.from({ length: 100_000 }, (_, i) => [`d${i + 1}`, `d${i}`]));
  expect(rootOf('d100000', derivedFrom)).toBe('d0');
  expect(circles(derivedFrom)).toEqual([]);
  expect(circles(new Map([...derivedFrom, ['d0', 'd100000']]))[0]).toHaveLength(100_001);
});
