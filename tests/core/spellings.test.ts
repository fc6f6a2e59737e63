import { describe, expect, test } from 'vitest';
import { spellings } from '../../src/core/spellings.ts';

const forms = [
  { forms: ['Baghuz', 'Baghouz', 'Battle of Baghuz'] },
  { forms: ['al-Hol', 'al-Hawl'] },
  { forms: ['ISIS', 'IS', 'Daesh'], exact: true },
  { forms: ['C++'] },
  { forms: ['İzmir', 'Smyrna'] },
];

describe('spellings', () => {
  test.each<[string, string, string[], string[]]>([
    ['a question without names is asked as it is', 'prison break', ['prison break'], ['prison', 'break']],
    [
      'a name is asked in all its spellings, the reader’s first',
      'baghouz',
      ['baghouz', 'Baghuz', '"Battle of Baghuz"'],
      ['Baghuz', 'Baghouz', 'Battle of Baghuz'],
    ],
    [
      'the rest of the question stays',
      'camp of al-hol today',
      ['camp of "al-hol" today', 'camp of "al-Hawl" today'],
      ['al-Hol', 'al-Hawl', 'camp', 'of', 'today'],
    ],
    ['the longest name counts', 'battle of baghuz', ['"battle of baghuz"', 'Baghuz', 'Baghouz'], ['Baghuz', 'Baghouz', 'Battle of Baghuz']],
    [
      'a phrase stays a phrase',
      '"battle of baghuz"',
      ['"battle of baghuz"', '"Baghuz"', '"Baghouz"'],
      ['Baghuz', 'Baghouz', 'Battle of Baghuz'],
    ],
    ['part of a word is no name', 'baghuzian island', ['baghuzian island'], ['baghuzian', 'island']],
    [
      'a name after a word that begins like it',
      'baghuzian baghuz',
      ['baghuzian baghuz', 'baghuzian Baghouz', 'baghuzian "Battle of Baghuz"'],
      ['Baghuz', 'Baghouz', 'Battle of Baghuz', 'baghuzian'],
    ],
    ['letters that are longer in lower case', 'İzmir', ['İzmir', 'Smyrna'], ['İzmir', 'Smyrna']],
    ['letters that are longer in lower case, before a name', 'İİ ISIS', ['İİ ISIS', 'İİ IS', 'İİ Daesh'], ['ISIS', 'IS', 'Daesh', 'İİ']],
    ['a name that heeds the case is not every small word', 'what is growing', ['what is growing'], ['what', 'is', 'growing']],
    [
      'every name is asked in all its spellings',
      'İzmir al-Hol',
      ['İzmir "al-Hol"', 'Smyrna "al-Hol"', 'İzmir "al-Hawl"', 'Smyrna "al-Hawl"'],
      ['İzmir', 'Smyrna', 'al-Hol', 'al-Hawl'],
    ],
    ['nothing', '', [''], []],
    ['signs', '(a+)+$', ['(a+)+$'], ['(a+)+$']],
  ])('%s', (_, query, queries, words) => expect(spellings(query, forms)).toEqual({ queries, words }));

  test('a name with very many spellings asks at most 24 questions', () => {
    const many = Array.from({ length: 100 }, (_, i) => `name${i}`);
    expect(spellings('name5', [{ forms: many }]).queries).toHaveLength(24);
  });

  test('without forms a question is asked as it is', () => expect(spellings('x', []).queries).toEqual(['x']));
});
