import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import { linesOf, marksOf as inOrder, plotOf, shortDate, type Plot } from '../../src/core/claim-plot.ts';
import { reckon } from '../../src/core/claims.ts';
import { about, claimOf, range, said, type Said } from './claim-samples.ts';
import '../properties.ts';

function plot(statements: readonly Said[], rest: Partial<Claim> = {}): Plot | undefined {
  const claim = claimOf(statements, rest);
  return plotOf(claim, reckon([claim]));
}

const marksOf = (drawn: Plot | undefined) => (drawn ? inOrder(drawn) : []);
const placesOf = (drawn: Plot | undefined): number[] =>
  drawn?.groups.flatMap(({ dates }) => dates.flatMap(({ rows }) => rows.map(({ at }) => at))) ?? [];
const numbers = (drawn: Plot | undefined): number[] => marksOf(drawn).map(({ statement }) => statement.number);

describe('there is no plot', () => {
  test.each<[string, readonly Said[]]>([
    ['of one statement', [{ value: 3 }]],
    ['of one value', [{ value: 3 }, { document: 'b', value: 3 }]],
    ['of opinions', [{ position: 'yes' }, { position: 'no' }]],
    ['of nothing', []],
  ])('%s', (_, statements) => expect(plot(statements)).toBeUndefined());
});

describe('a plot', () => {
  test.each<[string, readonly Said[], Plot['scale'], string[]]>([
    ['of numbers begins at nothing', [{ value: 9000 }, { value: 10_000 }], 'linear', ['0', '5,000', '10,000']],
    ['of numbers far apart has equal ratios', [{ value: 10 }, { value: 20_000 }], 'log', ['10', '100', '1,000', '10,000']],
    ['between two powers of ten', [{ value: 15 }, { value: 700 }], 'log', ['20', '50', '100', '200', '500']],
    ['of numbers below nothing', [{ value: -10 }, { value: 20 }], 'linear', ['-10', '0', '10', '20']],
    ['of nothing and much', [{ value: 0 }, { value: 20_000 }], 'linear', ['0', '5,000', '10,000', '15,000', '20,000']],
    ['of many has few', [{ value: 200_000 }, { value: 800_000 }], 'linear', ['0', '500,000']],
    ['of days', [{ value: '1731-05-04' }, { value: '1731-05-05' }], 'days', ['4 May 1731', '5 May 1731', '6 May 1731']],
    ['of months', [{ value: '1731-03' }, { value: '1731-04' }], 'days', ['Mar 1731', 'Apr 1731', 'May 1731']],
    ['of years', [{ value: '1731' }, { value: '1735' }], 'days', ['1732', '1734', '1736']],
  ])('%s', (_, statements, scale, labels) => {
    const drawn = plot(statements)!;
    expect([drawn.scale, drawn.ticks.map(({ label }) => label)]).toEqual([scale, labels]);
  });

  test('stands in the order of the times, what is not known last, further apart where more time lies between', () => {
    const drawn = plot([
      { value: 1 },
      { value: 2, time: '1740' },
      { value: 3, time: '1731' },
      { value: 4, time: '1732' },
      { value: 5, time: '1732' },
    ]);
    expect(numbers(drawn)).toEqual([3, 4, 5, 2, 1]);
    const [{ dates, spans }] = drawn!.groups as [Plot['groups'][number]];
    expect(dates.map(({ time, rows }) => [time, rows.length])).toEqual([
      ['1731', 1],
      ['1732', 2],
      ['1740', 1],
      [undefined, 1],
    ]);
    const [short, long] = spans.map(({ from, to }) => to - from);
    expect(long! / short!).toBeGreaterThan(3);
    expect(spans.flatMap(({ years }) => years.map(({ year }) => year))).toContain(1735);
  });

  test('is broken where far more time lies between than elsewhere, and says how much', () => {
    const [{ spans, dates }] = plot([
      { value: 1, time: '1731' },
      { value: 2, time: '1732' },
      { value: 3, time: '1733' },
      { value: 4, time: '1790' },
    ])!.groups as [Plot['groups'][number]];
    expect(spans.map(({ broken }) => broken)).toEqual([undefined, undefined, '57 years']);
    for (const [i, { from, to }] of spans.entries()) expect([from, to]).toEqual([dates[i]!.end, dates[i + 1]!.at]);
  });

  test('of other wholes has a group of each, that of the question first', () => {
    const drawn = plot(
      [
        { value: 1, scope: 'the sea' },
        { value: 2, scope: 'the port' },
      ],
      { scope: 'the port' },
    );
    expect(drawn!.groups.map(({ whole, dates }) => [whole?.words, dates.length])).toEqual([
      ['the port', 1],
      ['the sea', 1],
    ]);
  });

  test.each<[string, Said, { point: boolean; bar: boolean; open: string | undefined; echo: boolean }]>([
    ['a number', { value: 50 }, { point: true, bar: false, open: undefined, echo: false }],
    ['about', { value: about(50) }, { point: true, bar: true, open: undefined, echo: false }],
    ['a range', { value: range(40, 60) }, { point: false, bar: true, open: undefined, echo: false }],
    ['at least', { value: range(40) }, { point: false, bar: true, open: 'up', echo: false }],
    ['at most', { value: range(undefined, 40) }, { point: false, bar: true, open: 'down', echo: false }],
    ['an echo', { value: 100, ...said('Anne') }, { point: true, bar: false, open: undefined, echo: true }],
  ])('draws %s', (_, statement, expected) => {
    const [, mark] = marksOf(
      plot([
        { document: 'a', value: 100, ...said('Anne') },
        { document: 'b', ...statement },
        { document: 'c', value: 7 },
      ]),
    );
    expect({ point: mark!.point !== undefined, bar: mark!.to > mark!.from, open: mark!.open, echo: mark!.echo }).toEqual(expected);
  });

  test('draws forty of a thousand, and says so', () => {
    const drawn = plot(Array.from({ length: 1000 }, (_, i) => ({ document: `d${i}`, value: i })));
    expect([marksOf(drawn).length, drawn!.undrawn]).toEqual([40, 960]);
  });

  test('keeps every mark within its edges, and no two rows on one another', () => {
    const value = fc.oneof(
      fc.integer({ min: -1e6, max: 1e9 }),
      fc.integer({ min: 1, max: 1e7 }).map(about),
      fc.integer({ min: 0, max: 1e7 }).map((min) => range(min)),
      fc.integer({ min: 0, max: 1e7 }).map((max) => range(undefined, max)),
    );
    const time = fc.option(fc.constantFrom('1731', '1731-05', '1740~', '1731/1740', '../1732'), { nil: undefined });
    const scope = fc.constantFrom(undefined, 'the sea', 'all that lies between the mole and the sea, with the boats of the pilots');
    fc.assert(
      fc.property(fc.array(fc.record({ value, time, scope }), { maxLength: 12 }), (statements) => {
        const drawn = plot(statements);
        const marks = marksOf(drawn);
        for (const { from, to, point } of marks) for (const at of [from, to, point ?? 50]) expect(at >= 0 && at <= 100, `${at}`).toBe(true);
        const at = placesOf(drawn);
        for (const [i, each] of at.entries()) if (i > 0) expect(each - at[i - 1]!).toBeGreaterThanOrEqual(1 - 1e-9);
        if (drawn) expect(drawn.height).toBeGreaterThanOrEqual(at.at(-1)! + 1 - 1e-9);
        for (const { years, from, to } of drawn?.groups.flatMap(({ spans }) => spans) ?? [])
          for (const year of years) expect(year.at >= from && year.at <= to).toBe(true);
        for (const tick of drawn?.ticks ?? []) expect(tick.at >= 0 && tick.at <= 100).toBe(true);
        expect((drawn?.ticks.length ?? 1) > 0).toBe(true);
      }),
    );
  });
});

test.each([
  ['2021-04~', 'about Apr 2021'],
  ['2019-10-09/..', 'since 9 Oct 2019'],
  ['1731', '1731'],
])('%s is short as %s', (edtf, short) => expect(shortDate(edtf)).toBe(short));

test.each([
  ['the sea', ['the sea']],
  ['', ['']],
  ['all that lies between the mole and the sea, with the boats', ['all that lies between the mole and the sea,', 'with the boats']],
  ['x'.repeat(60), ['x'.repeat(60)]],
])('%s in lines', (words, lines) => expect(linesOf(words)).toEqual(lines));
