import { describe, expect, test } from 'vitest';
import { edtfSortKey, formatEdtf, isoDate, isVague, parseEdtf, parseInterval, stretchOf, isLater } from '../../src/core/edtf.ts';

describe('parseEdtf', () => {
  test.each([
    ['2021', { year: 2021, qualifier: '' }],
    ['2021-04', { year: 2021, month: 4, qualifier: '' }],
    ['2021-04-05', { year: 2021, month: 4, day: 5, qualifier: '' }],
    ['2021-04~', { year: 2021, month: 4, qualifier: '~' }],
    ['2021?', { year: 2021, qualifier: '?' }],
    ['2020-02-29%', { year: 2020, month: 2, day: 29, qualifier: '%' }],
  ])('%s is a date', (text, date) => expect(parseEdtf(text)).toEqual(date));

  test.each([
    '',
    '21',
    '2021-4',
    '2021-13',
    '2021-00',
    '2021-02-29',
    '2021-04-31',
    '2021-04-00',
    '2021/04',
    'April 2021',
    'unknown',
    '2021-04-05T10:00',
    ' 2021',
    '2021~~',
    '２０２１',
  ])('“%s” is none', (text) => expect(parseEdtf(text)).toBeUndefined());
});

describe('dates for people and machines', () => {
  test.each<[string, string, string, string | undefined]>([
    ['2021-04-05', '5 April 2021', '2021-04-05', '2021-04-05'],
    ['2021-04', 'April 2021', '2021-04', '2021-04'],
    ['2021', '2021', '2021', '2021'],
    ['2021-04~', 'about April 2021', '2021-04', '2021-04'],
    ['2021?', '2021, uncertain', '2021', '2021'],
    ['2021%', 'about 2021, uncertain', '2021', '2021'],
    ['unknown', 'date unknown', '~', undefined],
    ['some day', 'some day', '~', undefined],
  ])('%s is “%s”, sorts as %s, and is %s for machines', (text, people, key, iso) => {
    expect([formatEdtf(text), edtfSortKey(text), isoDate(text)]).toEqual([people, key, iso]);
  });

  test('what has no date sorts last, and a year before its months', () => {
    const dates = [undefined, '2022', 'unknown', '2021-04', '2021', '2021-04-05', '1999~'];
    expect(dates.toSorted((a, b) => (edtfSortKey(a) < edtfSortKey(b) ? -1 : 1)).slice(0, 5)).toEqual([
      '1999~',
      '2021',
      '2021-04',
      '2021-04-05',
      '2022',
    ]);
    expect(isoDate(undefined)).toBeUndefined();
  });

  test.each([
    ['2024-05-04', '2024-05-03', true],
    ['2024-05', '2024-04-30', true],
    ['2024-05', '2024', false],
    ['2024', '2024-05', false],
    ['2025~', '2024-12', true],
    ['unknown', '2024', false],
    ['2024', 'unknown', false],
  ])('%s is surely later than %s: %s', (text, than, later) => expect(isLater(text, than)).toBe(later));
});

describe('intervals', () => {
  test.each([
    ['2021-03-28/2021-04-02', '2021-03-28', '2021-04-02'],
    ['2019-10-09/..', '2019-10-09', undefined],
    ['../2019', undefined, '2019'],
    ['2021/2021-04~', '2021', '2021-04~'],
  ])('%s', (text, from, to) => expect(parseInterval(text)).toEqual({ from, to }));

  test.each(['../..', '2021', '2021/2020', '2021-13/2022', '2021/2022/2023', '/2021', '2021/', 'unknown/2021'])('“%s” is none', (text) =>
    expect(parseInterval(text)).toBeUndefined(),
  );

  test.each([
    ['2021-03-28/2021-03-30', '28–30 March 2021', '2021-03-28'],
    ['2021-03-28/2021-04-02', '28 March – 2 April 2021', '2021-03-28'],
    ['2021-03/2021-05', 'March – May 2021', '2021-03'],
    ['2020-12-30/2021-01-02', '30 December 2020 – 2 January 2021', '2020-12-30'],
    ['2019/2021', '2019 – 2021', '2019'],
    ['2019-10-09/..', 'since 9 October 2019', '2019-10-09'],
    ['../2019', 'until 2019', ''],
    ['2021-03~/2021-05', 'about March 2021 – May 2021', '2021-03'],
  ])('%s is “%s”, sorts as %s', (text, people, key) => expect([formatEdtf(text), edtfSortKey(text)]).toEqual([people, key]));
});

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe('the days that a date covers', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-12', '2021-12-01', '2021-12-31'],
    ['2021-04-05', '2021-04-05', '2021-04-05'],
    ['2021-04~', '2021-04-01', '2021-04-30'],
    ['0099', '0099-01-01', '0099-12-31'],
    ['2021-03-28/2021-04', '2021-03-28', '2021-04-30'],
  ])('%s is from %s to %s', (text, first, last) => expect(stretchOf(text)).toEqual({ first: day(first), last: day(last) }));

  test('open ends are infinite, and what is no date covers none', () => {
    expect(stretchOf('2021/..')).toEqual({ first: day('2021-01-01'), last: Infinity });
    expect(stretchOf('../2021')).toEqual({ first: -Infinity, last: day('2021-12-31') });
    expect(stretchOf('unknown')).toBeUndefined();
    expect([isVague('2021~'), isVague('2021')]).toEqual([true, false]);
  });
});
