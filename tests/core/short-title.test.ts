import { expect, test } from 'vitest';
import { shortTitles } from '../../src/core/short-title.ts';

test.each<[string, string]>([
  ['Harbour dues', 'Harbour dues'],
  ['Twenty-six letters, no more', 'Twenty-six letters…'],
  ['Harbour dues: what the town asked of its merchants', 'Harbour dues…'],
  ['Genoa—and the Sea—Were Never Quite at Peace', 'Genoa—and the Sea…'],
  ['The orchard – a history of three hundred years', 'The orchard…'],
  ['Who keeps the library? An answer in five parts', 'Who keeps the library…'],
  ['How to Preserve a Very Old Harbour', 'How to Preserve a Very…'],
  ['How to Straighten the Old Harbour', 'How to Straighten…'],
  ['Proceedings of the meeting of harbour masters', 'Proceedings of the meeting…'],
  ['Verwaltungsgerichtsverfahrensordnung', 'Verwaltungsgerichtsverfahr…'],
  ['Verwaltungsgerichtsverfahrensordnung der Hafenstadt', 'Verwaltungsgerichtsverfahr…'],
  ['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十一二三四五六…'],
  [`${'a'.repeat(25)}𠮷𠮷`, `${'a'.repeat(25)}…`],
  ['', ''],
])('%s', (title, short) => expect(shortTitles([{ id: 'a', title }]).get('a')).toBe(short));

test('two that would be the same are whole', () => {
  const titles = ['Letters from the harbour, 1731', 'Letters from the harbour, 1732', 'Letters'];
  expect([...shortTitles(titles.map((title, i) => ({ id: `d${i}`, title }))).values()]).toEqual(titles);
});
