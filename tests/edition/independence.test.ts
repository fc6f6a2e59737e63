import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { readEdition } from '../../src/edition/read.ts';
import { folderWith } from './editions.ts';

interface Sample {
  readonly words: string;
  readonly published?: string;
  readonly from?: string;
}

/** So many words that stand nowhere else. */
function own(name: string, count = 100): string {
  return Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');
}

function problemsOf(samples: Readonly<Record<string, Sample>>): readonly Problem[] {
  const files = Object.entries(samples).map(([id, { words, published = '1731', from }]): [string, string] => [
    `documents/${id}.mdx`,
    `---\ntitle: ${id}\ntext: original\nsource: { publisher: P, published: ${published}, url: https://example.org }\n${from ? `derived_from: ${from}\n` : ''}---\n\n${words}\n`,
  ]);
  const edition = 'title: The harbour\ndescription: Letters.\nlanguage: en\nlicence: CC0-1.0\n';
  return readEdition(folderWith({ 'edition.yaml': edition, ...Object.fromEntries(files) })).problems;
}

/** What is to be written where, as the suggestions have it. */
function suggested(samples: Readonly<Record<string, Sample>>): string[] {
  return problemsOf(samples).map(
    ({ rule, suggestion }) =>
      `${rule}: ${suggestion!.replace(/^Add to the head of (\S+)\.mdx: `derived_from: (\S+)`/, '$1<$2').replace(/\.\n.*/, '')}`,
  );
}

const [words, others] = [own('a'), own('b')];
const unsure = ' (or the other way round: the dates do not tell)';

describe('who is to say that it derives from whom', () => {
  test.each<[string, Record<string, Sample>, string[]]>([
    ['the later from the earlier', { a: { words, published: '1732-02' }, b: { words, published: '1732-01~' } }, ['a<b']],
    ['what has no date from what has one', { a: { words, published: 'unknown' }, b: { words } }, [`a<b${unsure}`]],
    ['a day within the year, perhaps', { a: { words, published: '1731-05' }, b: { words } }, [`a<b${unsure}`]],
    ['of one date, the excerpt from the whole', { a: { words }, b: { words: `${words} ${others}` } }, [`a<b${unsure}`]],
    ['nobody, where one derives from the other', { a: { words }, b: { words, from: 'a' } }, []],
    ['nobody, where the older derives from the younger', { a: { words, from: 'b' }, b: { words, published: '1799' } }, []],
    ['nobody, where it derives through another', { a: { words }, b: { words: others, from: 'a' }, c: { words, from: 'b' } }, []],
    ['nobody, where both derive from a third', { a: { words: others }, b: { words, from: 'a' }, c: { words, from: 'a' } }, []],
    [
      'the first of those that one derives from',
      { a: { words: others, published: '1799' }, b: { words, from: 'a' }, c: { words, published: '1700' } },
      ['a<c'],
    ],
    [
      'each of three copies from the oldest, told once each',
      { a: { words, published: '1733' }, b: { words, published: '1731' }, c: { words, published: '1732' } },
      ['a<b', 'c<b'],
    ],
    ['nobody, for a sentence', { a: { words: `${others} ${own('x', 35)}` }, b: { words: `${own('x', 35)} ${own('c', 20)}` } }, []],
    ['nobody, for a quotation that is set apart', { a: { words: `One.\n\n> ${words}` }, b: { words: `Two.\n\n> ${words}` } }, []],
    ['nobody, for a quotation that is set apart in one', { a: { words: `One.\n\n> ${words}` }, b: { words } }, []],
  ])('%s', (_, samples, expected) => expect(suggested(samples)).toEqual(expected.map((each) => `shared-words: ${each}`)));

  test('of sixty copies every one but the oldest is told once, and doing as told settles it', () => {
    const samples: Record<string, Sample> = {};
    for (let i = 0; i < 60; i++)
      samples[`d${i}`] = { words: `${own(`t${i}x`, 10 + i)}\n\n${words} ${others}`, published: String(1731 + ((i * 7) % 60)) };
    const rounds: number[] = [];
    for (let left = suggested(samples); left.length > 0; left = suggested(samples)) {
      rounds.push(left.length);
      expect(rounds.length).toBeLessThan(5);
      for (const each of left) {
        const [, id, from] = /^shared-words: (\S+)<(\S+)$/.exec(each)!;
        expect(samples[id!]!.from).toBeUndefined();
        samples[id!] = { ...samples[id!]!, from: from! };
      }
    }
    expect(rounds.reduce((a, b) => a + b)).toBe(59);
  });

  test('the places are where the run begins, after notes in place and across paragraphs', () => {
    const run = `*raised* in May${own('a', 60)}`;
    const [found] = problemsOf({
      a: { words: `First.<Note id="n" kind="gloss">A note.</Note>\n\nThe dues were ${run}`, published: '1732' },
      b: { words: `- Second.\n- They were ${run}` },
    });
    expect(found).toMatchObject({ place: { line: 9, column: 10 }, related: [{ place: { line: 8, column: 8 } }] });
  });
});

describe('circles', () => {
  test('are told once, and are no shared words', () => {
    const found = problemsOf({ a: { words, from: 'b' }, b: { words, from: 'a' }, c: { words, from: 'b' } });
    expect(found.map(({ rule }) => rule)).toEqual(['derived-cycle']);
  });

  test('one of a hundred has a sentence that can be read, and every place', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `d${i}`);
    const [found, ...more] = problemsOf(
      Object.fromEntries(ids.map((id, i) => [id, { words: own(`${id}x`, 20), from: ids[(i + 1) % 100]!, published: 'unknown' }])),
    );
    expect(more).toEqual([]);
    expect(found!.message).toMatch(
      /^“d0” derives from “d1”, .*“d7”, that from 92 other documents one after the other, that from “d0”: a circle\.$/,
    );
    expect(found!.suggestion).toBe('Take derived_from out of the one that was there first.');
    expect(found!.related).toHaveLength(99);
  });

  test('a document that derives from itself, or from none that there is, is told as ever', () => {
    const found = problemsOf({ a: { words, from: 'a' }, b: { words: others, from: 'zz' } });
    expect(found.map(({ rule }) => rule)).toEqual(['unknown-document', 'unknown-document']);
  });
});
