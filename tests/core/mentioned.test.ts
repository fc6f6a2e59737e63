import { describe, expect, test } from 'vitest';
import { companyOf, foremost, mentionsByTerm, stripsOf, writtenIn } from '../../src/core/mentioned.ts';
import type { Block, Document, Mention, TermMention } from '../../src/core/model.ts';

/** A document of paragraphs that mention terms; a paragraph that begins with * is a footnote. */
function documentOf(id: string, paragraphs: readonly string[]): Document {
  const mentions = paragraphs.flatMap((names, i): Mention[] => {
    const block = { start: i * 1000, end: (i + 1) * 1000, number: names.startsWith('*') ? 0 : i + 1 } as Block;
    const terms = names.replace('*', '').split(' ').filter(Boolean);
    return terms.map((term, at) => ({ term, start: block.start + at, end: block.start + at + 1, block, authored: false }));
  });
  return { id, words: ' '.repeat(1000 * paragraphs.length), mentions } as unknown as Document;
}

const company = (documents: readonly Document[], term: string, most = 8): string[] =>
  companyOf(mentionsByTerm(documents).get(term) ?? [], most).map((each) => `${each.term} ${each.paragraphs}`);

describe('what stands in the same paragraphs', () => {
  test.each<[string, readonly (readonly string[])[], string, string[]]>([
    ['counts paragraphs, not mentions', [['quay dock dock quay', 'quay crane']], 'quay', ['dock 1', 'crane 1']],
    ['most first, of equals the first', [['quay dock crane', 'quay crane']], 'quay', ['crane 2', 'dock 1']],
    ['over all documents', [['quay dock'], ['dock quay']], 'quay', ['dock 2']],
    ['never itself', [['quay quay']], 'quay', []],
    ['another paragraph is no company', [['quay', 'dock']], 'quay', []],
    ['footnotes are no paragraph', [['*quay dock']], 'quay', []],
    ['a term without mentions', [['dock']], 'quay', []],
  ])('%s', (_, documents, term, expected) =>
    expect(
      company(
        documents.map((paragraphs, i) => documentOf(`d${i}`, paragraphs)),
        term,
      ),
    ).toEqual(expected),
  );

  test('at most so many', () => expect(company([documentOf('a', ['quay a b c'])], 'quay', 2)).toEqual(['a 1', 'b 1']));

  test('in a paragraph without an end, those that are near: a register of 200,000 names has no square', () => {
    const register = documentOf('a', [Array.from({ length: 200_000 }, (_, i) => `n${i}`).join(' ')]);
    const byTerm = mentionsByTerm([register]);
    let pairs = 0;
    for (const mentions of byTerm.values()) pairs += companyOf(mentions, Infinity).length;
    expect(byTerm.size).toBe(200_000);
    expect(pairs).toBeLessThanOrEqual(40 * 200_000);
  });
});

const written = (forms: readonly string[], mentions: readonly (readonly [string, string, string])[]): string[] =>
  writtenIn({
    forms,
    mentions: mentions.map(([document, before, form]): TermMention => ({ document, block: 1, sentence: [before, form, '.'] })),
  }).map((each) => `${each.documents.join(' ')}: ${each.forms.join(', ')}`);

describe('how the documents write a term', () => {
  const forms = ['Leghorn', 'Livorno', 'quay', 'al-Mina'];

  test.each<[string, readonly (readonly [string, string, string])[], string[]]>([
    [
      'each its own way',
      [
        ['a', 'in ', 'Leghorn'],
        ['b', 'in ', 'Livorno'],
      ],
      ['a: Leghorn', 'b: Livorno'],
    ],
    [
      'those that write alike together, the most written form first',
      [
        ['a', 'in ', 'Livorno'],
        ['a', 'in ', 'Leghorn'],
        ['b', 'in ', 'Leghorn'],
        ['c', 'in ', 'Leghorn'],
        ['c', 'in ', 'Livorno'],
        ['c', 'in ', 'Leghorn'],
      ],
      ['a c: Leghorn, Livorno', 'b: Leghorn'],
    ],
    [
      'a capital that begins a sentence is not the name’s',
      [
        ['a', '', 'Quay'],
        ['a', 'the ', 'quay'],
        ['b', '“', 'Al-Mina'],
        ['c', 'at ', 'Al-Mina'],
      ],
      ['a: quay', 'b: al-Mina', 'c: Al-Mina'],
    ],
    ['nowhere', [], []],
  ])('%s', (_, mentions, expected) => expect(written(forms, mentions)).toEqual(expected));
});

/** Every other document mentions the quay, each more often than the one before. */
const harbours = (count: number): Document[] =>
  Array.from({ length: count }, (_, i) => documentOf(`d${i}`, [i % 2 ? 'quay '.repeat(i) : '']));

const strips = (count: number, most: number): { shown: string[]; more: object } => {
  const all = harbours(count);
  const { strips, more } = stripsOf(mentionsByTerm(all).get('quay') ?? [], all, most);
  return { shown: strips.map(({ document, mentions }) => `${document.id} ${mentions.length}`), more };
};

describe('strips', () => {
  test('of few documents each has one, also where it is silent', () =>
    expect(strips(4, 40)).toEqual({ shown: ['d0 0', 'd1 1', 'd2 0', 'd3 3'], more: { documents: 0, mentions: 0 } }));
  test('of many those that mention it; of very many those that mention it most, and how many more', () => {
    expect(strips(13, 40).shown).toEqual(['d1 1', 'd3 3', 'd5 5', 'd7 7', 'd9 9', 'd11 11']);
    expect(strips(13, 2)).toEqual({ shown: ['d9 9', 'd11 11'], more: { documents: 4, mentions: 16 } });
  });
});

test('the foremost keep their order; of equals the first are taken', () => {
  expect(foremost([1, 3, 2, 3, 1], 3, (n) => n)).toEqual([3, 2, 3]);
  expect(foremost([1, 1, 1], 2, (n) => n)).toEqual([1, 1]);
  expect(foremost([2, 1], 2, (n) => n)).toEqual([2, 1]);
});
