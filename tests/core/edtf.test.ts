import { describe, expect, test } from 'vitest';
import { edtfSortKey, formatEdtf, isoDate, parseEdtf, isLater } from '../../src/core/edtf.ts';

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
