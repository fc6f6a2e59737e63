import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisOf } from '../../src/core/timeline-axis.ts';
import { drawTimeline, type Drawing, type Line, type Mark } from '../../src/core/timeline-drawing.ts';
import { newYear, timelineOf, yearOf } from '../../src/core/timeline.ts';

interface Happened {
  readonly title: string;
  readonly date: string;
}
interface Written {
  readonly title: string;
  readonly source: { readonly published?: string };
}

const happened = (dates: readonly string[]): Happened[] => dates.map((date, i) => ({ date, title: `${i}` }));
const written = (dates: readonly (string | undefined)[]): Written[] =>
  dates.map((date, i) => ({ title: `d${i}`, source: date === undefined ? {} : { published: date } }));

/** A timeline as lines: years, `-` and the date of an event, `=` and that of a document. */
function lines(events: readonly string[], documents: readonly (string | undefined)[] = []): string[] {
  return timelineOf(happened(events), written(documents)).flatMap(({ year, entries }) => [
    year === undefined ? 'unknown' : `${year}`,
    ...entries.map(({ kind, date }) => `${kind === 'event' ? '-' : '='} ${date ?? '?'}`),
  ]);
}

describe('the order of events and documents', () => {
  test.each<[string, readonly string[], readonly (string | undefined)[], string[]]>([
    ['by year and day', ['1731-05-04', '1730', '1731-02-01'], [], ['1730', '- 1730', '1731', '- 1731-02-01', '- 1731-05-04']],
    ['an event stands where it began', ['1731-05-04', '1729/1731'], [], ['1729', '- 1729/1731', '1731', '- 1731-05-04']],
    [
      'what began nobody knows when, where its end began',
      ['1731-05-04', '../1731-05', '1731-04-30'],
      [],
      ['1731', '- 1731-04-30', '- ../1731-05', '- 1731-05-04'],
    ],
    ['what is not over, where it began', ['1731/..', '1730-12-31'], [], ['1730', '- 1730-12-31', '1731', '- 1731/..']],
    ['the vaguer first', ['1731-01-01', '1731-01', '1731/..', '1731'], [], ['1731', '- 1731/..', '- 1731', '- 1731-01', '- 1731-01-01']],
    ['of equal dates as they came', ['1731-05', '1731-05~', '1731-05'], [], ['1731', '- 1731-05', '- 1731-05~', '- 1731-05']],
    [
      'a document stands where it had surely been written, after all that may have come before',
      ['1731-12-31', '1731-05-31', '1732-01-01'],
      ['1731~', '1731-05'],
      ['1731', '- 1731-05-31', '= 1731-05', '- 1731-12-31', '= 1731~', '1732', '- 1732-01-01'],
    ],
    [
      'what is not dated comes last',
      ['1731'],
      ['unknown', undefined, '1730'],
      ['1730', '= 1730', '1731', '- 1731', 'unknown', '= ?', '= ?'],
    ],
    ['old years', ['0079-08-24'], [], ['79', '- 0079-08-24']],
    ['nothing', [], [], []],
  ])('%s', (_, events, documents, expected) => expect(lines(events, documents)).toEqual(expected));

  test.each([1, 79, 1970, 2000, 9999])('the year %d begins in itself', (year) => {
    expect(yearOf(newYear(year))).toBe(year);
    expect(yearOf(newYear(year) - 1)).toBe(year - 1);
  });
});

describe('the axis', () => {
  test.each<[string, readonly number[], number[], number, boolean]>([
    ['years that follow one another', [2019, 2020, 2021], [2019, 2020, 2021], 0, false],
    ['one empty year stays', [2019, 2021], [2019, 2020, 2021], 0, false],
    ['two are left out', [2019, 2022], [2019, 2022], 1, false],
    ['a lone early year is narrow', [1731, 2019, 2019, 2019, 2020, 2020], [1731, 2019, 2020], 1, true],
    ['where all are lone, none is', [1731, 1800, 1900], [1731, 1800, 1900], 2, false],
    ['one year', [2019], [2019], 0, false],
    ['none', [], [], 0, false],
  ])('%s', (_, dated, years, gaps, narrowed) => {
    const axis = axisOf(dated, 1000);
    expect(axis.years.map(({ year }) => year)).toEqual(years);
    expect(axis.gaps).toHaveLength(gaps);
    expect(axis.narrowed).toBe(narrowed);
    if (years.length > 0) expect([axis.years[0]!.from, axis.years.at(-1)!.to]).toEqual([0, expect.closeTo(1000)]);
  });

  test('a lone year does not squash the rest', () => {
    const dense = Array.from({ length: 30 }, (_, i) => 2019 + (i % 4));
    const { years } = axisOf([2003, ...dense], 1000);
    expect(widthOf(years[1]!)).toBeGreaterThan(200);
    expect(widthOf(years[0]!) / widthOf(years[1]!)).toBeCloseTo(0.35);
  });

  test('later is never further left, and names of years do not stand on each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2400 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 300, max: 1200 }),
        (dated, width) => {
          const axis = axisOf(dated, width);
          const days = dated.flatMap((year) => [newYear(year), newYear(year) + 200, newYear(year + 1)]).sort((a, b) => a - b);
          const at = days.map(axis.at);
          for (const [i, x] of at.entries()) expect(x).toBeGreaterThanOrEqual(i === 0 ? 0 : at[i - 1]!);
          expect(at.at(-1)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});

const draw = (events: readonly string[], documents: readonly string[] = [], width = 1000): Drawing<Happened, Written> =>
  drawTimeline(timelineOf(happened(events), written(documents)), {
    width,
    nameOf: (entry) => (entry.kind === 'event' ? entry.event.title : entry.document.title),
  });

describe('the drawing', () => {
  test.each<[string, string, (keyof Mark)[]]>([
    ['a day is a point', '2021-03-30', ['day']],
    ['a month is light', '2021-03', ['vague']],
    ['and so is what is about a day only in words', '2021~', ['vague']],
    ['days from and to are a full line', '2021-03-28/2021-04-02', ['sure']],
    ['between months the full line has light ends', '2021-01/2021-04', ['vague', 'sure']],
    ['two years that follow one another have nothing between', '2020/2021', ['vague']],
    ['open at its end', '2021-03-28/..', ['day', 'open']],
    ['open at its beginning', '../2021', ['vague', 'open']],
  ])('%s', (_, date, parts) => {
    const [mark] = draw([date, '2021-06-01']).marks.filter(({ entries: [entry] }) => entry.date === date);
    const has = (['vague', 'day', 'sure', 'open'] as const).filter((key) =>
      key === 'vague' ? mark!.vague.length > 0 : mark![key] !== undefined,
    );
    expect(has.toSorted()).toEqual(parts.toSorted());
    if (mark!.open) expect(Math.sign(mark!.open.to - mark!.open.at)).toBe(date.startsWith('..') ? -1 : 1);
  });

  test('documents stand below the axis, events above; what has no date is not drawn', () => {
    const { marks, axis, height } = draw(['2021-03', '2021-04-01'], ['2021-05~', 'unknown']);
    expect(marks.map(({ entries: [{ kind }], y }) => [kind, y < axis])).toEqual([
      ['event', true],
      ['event', true],
      ['document', false],
    ]);
    for (const { y } of marks) expect(y).toBeLessThan(height);
    // Surely written by then: the end of its month.
    expect(marks[2]!.day).toBe(marks[2]!.vague[0]!.to);
  });

  test('an axis is there without any date', () => expect(draw([], ['unknown'])).toMatchObject({ marks: [], years: [], gaps: [] }));

  test('more documents than can be told apart are drawn together where they are one', () => {
    const { marks } = draw(
      ['2021'],
      Array.from({ length: 200 }, (_, i) => `202${i % 3}-0${1 + (i % 9)}`),
    );
    expect(marks.length).toBeLessThan(30);
    expect(marks.flatMap(({ entries }) => entries)).toHaveLength(201);
    const bars = marks.filter(({ share }) => share !== undefined);
    expect(new Set(bars.map(({ y }) => y)).size).toBe(1);
    expect(Math.max(...bars.map(({ share }) => share!))).toBe(1);
    expect(new Set(bars.map(({ day }) => day)).size).toBe(bars.length);
  });

  const dates = fc.oneof(
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    fc.integer({ min: 1700, max: 2024 }).map(String),
    fc.constantFrom('2021-03~', '2021/2022-03', '../2020', '2019-10-09/..', '2022-01-20/2022-01-30', '2022-01?', '2022~'),
  );
  test('no mark and no name stands on another, and all stand within', () => {
    fc.assert(
      fc.property(
        fc.array(dates, { maxLength: 60 }),
        fc.array(
          dates.filter((date) => !date.includes('/')),
          { maxLength: 12 },
        ),
        fc.constantFrom(320, 680, 1080),
        (events, documents, width) => {
          const { marks, height } = draw(events, documents, width);
          const rows = Map.groupBy(marks, ({ y }) => y);
          for (const [y, row] of rows) {
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(height);
            const extents = row.map(extentOf).sort((a, b) => a.from - b.from);
            for (const [i, { from, to }] of extents.entries()) {
              if (i > 0) expect(from).toBeGreaterThanOrEqual(extents[i - 1]!.to);
              expect(to).toBeLessThanOrEqual(width + 23);
            }
          }
        },
      ),
    );
  });
});

function extentOf({ vague, sure, day, open, label }: Mark<Happened, Written>): Line {
  const ends = [...vague, ...(sure ? [sure] : [])].flatMap(({ from, to }) => [from, to]);
  if (day !== undefined) ends.push(day);
  if (open) ends.push(open.at, open.to);
  if (label) ends.push(label.x + (label.end ? -1 : 1) * 6 * label.text.length);
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

function widthOf({ from, to }: Line): number {
  return to - from;
}
