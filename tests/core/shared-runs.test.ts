import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/core/model.ts';
import { leastShared, sharedRuns, type SharedRuns } from '../../src/core/shared-runs.ts';
import { blockBorder, fold } from '../../src/core/words.ts';

/** So many words that stand nowhere else. */
function own(name: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');
}

function compare(texts: readonly string[], least?: typeof leastShared): SharedRuns[] {
  return sharedRuns(
    texts.map((words, i) => ({ id: String(i), folded: fold(words) })),
    least,
  );
}

/** The pairs, and how many words they share and have in one run. */
function pairs(texts: readonly string[]): string[] {
  return compare(texts)
    .map(({ shorter, longer, words, longest }) => `${shorter} ${longer}: ${words}, ${longest.words}`)
    .sort();
}

/** The pairs with what they share; the names of texts are read by a function. */
function tell(found: readonly SharedRuns[], idOf: (id: string) => number): string[] {
  return found.map(({ shorter, longer, words, share }) => `${idOf(shorter)} ${idOf(longer)} ${words} ${share}`).sort();
}

const sentence = own('quoted', 35);

describe('what is told of', () => {
  test.each([
    ['nothing in common', [own('a', 100), own('b', 100)], []],
    ['no texts', [], []],
    ['texts without words', ['', ' — ', own('a', 100)], []],
    ['a copy', [own('a', 100), own('a', 100)], ['1 0: 100, 100']],
    ['a copy in capitals, with other signs', [own('a', 100), own('A', 100).replaceAll(' ', ' — ')], ['1 0: 100, 100']],
    ['a copy with other paragraphs', [own('a', 100), own('a', 100).replace(' a50 ', ` a50${blockBorder}`)], ['1 0: 100, 100']],
    ['an excerpt', [own('a', 1000), own('a', 50)], ['1 0: 50, 50']],
    ['an excerpt, given first', [own('a', 50), own('a', 1000)], ['0 1: 50, 50']],
    ['a run of 60 in long texts', [`${own('a', 900)} ${own('x', 60)}`, `${own('x', 60)} ${own('b', 950)}`], ['0 1: 60, 60']],
    ['a run of 59 in long texts', [`${own('a', 900)} ${own('x', 59)}`, `${own('x', 59)} ${own('b', 950)}`], []],
    [
      'a fifth in short runs',
      [`${own('x', 30)} ${own('a', 140)} ${own('y', 12)}`, `${own('y', 12)} ${own('b', 160)} ${own('x', 30)}`],
      ['0 1: 42, 30'],
    ],
    ['less than a fifth', [`${own('x', 30)} ${own('a', 180)} ${own('y', 12)}`, `${own('y', 12)} ${own('b', 190)} ${own('x', 30)}`], []],
    ['a quoted sentence, in short texts', [`${own('a', 20)} ${sentence}`, `${sentence} ${own('b', 30)}`], []],
    [
      'three quoted sentences, in long texts',
      [
        [own('a', 300), own('x', 25), own('b', 300), own('y', 25), own('c', 300), own('z', 25)].join(' '),
        [own('d', 300), own('z', 25), own('e', 300), own('x', 25), own('f', 300), own('y', 25)].join(' '),
      ],
      [],
    ],
    [
      'runs of seven are none',
      [
        Array.from({ length: 20 }, (_, i) => `${own(`x${i}y`, 7)} a${i}`).join(' '),
        Array.from({ length: 20 }, (_, i) => `${own(`x${i}y`, 7)} b${i}`).join(' '),
      ],
      [],
    ],
    [
      'a rewrite that changes each twentieth word',
      [
        own('a', 400),
        own('a', 400)
          .split(' ')
          .map((word, i) => (i % 20 === 9 ? `b${i}` : word))
          .join(' '),
      ],
      ['1 0: 380, 19'],
    ],
    ['three that share', [own('a', 90), own('a', 80), own('a', 70)], ['1 0: 80, 80', '2 0: 70, 70', '2 1: 70, 70']],
    [
      'a refrain before the run does not shorten it',
      [`${own('r', 9)} ${own('b', 40)} ${own('r', 9)} ${own('x', 60)}`, `${own('r', 9)} ${own('x', 60)}`],
      ['1 0: 69, 69'],
    ],
    ['one word again and again', ['la '.repeat(500), 'la '.repeat(90)], ['1 0: 90, 90']],
    [
      'a script without spaces, letter by letter',
      ['港'.repeat(10) + '湾税在五月提高了没有人付过'.repeat(9), '湾税在五月提高了没有人付过'.repeat(9)],
      ['1 0: 117, 117'],
    ],
  ] as const)('%s', (_, texts, expected) => expect(pairs(texts)).toEqual(expected));

  test('the longest run is given in both, as its words stand there', () => {
    const [a, b] = [
      `First — “${own('a', 5)}, ${own('x', 60)}”.`,
      `${own('b', 4)}\u00a0 ${own('X', 60).replaceAll(' ', '\n ')}. ${own('c', 9)}`,
    ];
    const [found] = compare([a, b]);
    const { inShorter, inLonger } = found!.longest;
    expect([found!.shorter, found!.longer]).toEqual(['0', '1']);
    expect(a.slice(inShorter.start, inShorter.end)).toBe(own('x', 60));
    expect(b.slice(inLonger.start, inLonger.end)).toBe(own('X', 60).replaceAll(' ', '\n '));
    expect(found!.share).toBeCloseTo(60 / 66);
  });
});

describe('quotations that are set apart', () => {
  const quotation = own('q', 200);
  const quoting = (name: string, quoted: boolean): { id: string; folded: ReturnType<typeof fold>; quoted: Span[] } => {
    const before = `“${own(name, 50)}”${blockBorder}`;
    return {
      id: name,
      folded: fold(`${before}${quotation}${blockBorder}${own(`${name}x`, 50)}`),
      quoted: quoted ? [{ start: before.length, end: before.length + quotation.length }] : [],
    };
  };
  test.each([
    [false, false, 1],
    [true, false, 0],
    [false, true, 0],
    [true, true, 0],
  ])('%s, %s', (a, b, count) => expect(sharedRuns([quoting('a', a), quoting('b', b)])).toHaveLength(count));

  test('the words around them are compared, and counted alone', () => {
    const [one, two] = [quoting('a', true), quoting('a', true)];
    expect(sharedRuns([one, two])).toMatchObject([{ words: 100, share: 1, longest: { words: 50 } }]);
  });
});

describe('what stands in many texts', () => {
  const notice = own('notice', 100);

  test('a notice on every page is none of a hundred derivations, and one of ten', () => {
    const texts = Array.from({ length: 100 }, (_, i) => `${own(`t${i}x`, 400)} ${notice}`);
    expect(compare(texts)).toEqual([]);
    expect(compare(texts.slice(0, 10))).toHaveLength(45);
  });

  test('an excerpt is found among texts with a notice, however much of it is notice', () => {
    const texts = Array.from({ length: 100 }, (_, i) => `${own(`t${i}x`, 400)} ${notice}`);
    expect(pairs([...texts, `${own('t7x', 90)} ${notice}`])).toEqual(['100 7: 190, 90']);
    expect(pairs([...texts, `${notice} ${own('t99x', 90)}`])).toEqual(['100 99: 90, 90']);
  });

  test('each of three hundred copies is found, with sixteen others at most', () => {
    const found = compare(Array.from({ length: 300 }, (_, i) => `${own('a', 200)} ${own(`t${i}x`, 50)}`));
    expect(new Set(found.map(({ shorter }) => shorter)).size).toBe(299);
    expect(found.length).toBeLessThanOrEqual(300 * 16);
  });
});

describe('properties', () => {
  const least = { run: 12, share: 0.2, words: 10, shareOfCommon: 2 / 3 };
  const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 });

  test('what is shared is what a comparison word by word finds', () => {
    fc.assert(
      fc.property(words, words, words, (a, common, b) => {
        const texts = [
          [...a, ...common],
          [...common, ...b],
        ];
        const [long, short] = texts[0]!.length >= texts[1]!.length ? texts : texts.toReversed();
        const covered = new Set<number>();
        for (let i = 0; i + 8 <= short!.length; i++)
          for (let j = 0; j + 8 <= long!.length; j++)
            if (short!.slice(i, i + 8).join(' ') === long!.slice(j, j + 8).join(' ')) for (let k = 0; k < 8; k++) covered.add(i + k);
        const [found] = compare(
          texts.map((each) => each.join(' ')),
          least,
        );
        if (found) expect(found.words).toBe(covered.size);
        else expect(covered.size < least.words || covered.size < least.share * short!.length).toBe(true);
        if (common.length >= least.words && common.length >= least.share * short!.length) expect(found).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('the run is the same words in both, and ends where they part', () => {
    fc.assert(
      fc.property(words, words, words, words, words, (a, b, common, c, d) => {
        const texts = [[...a, ...common, ...c].join(' '), [...b, ...common, ...d].join(' ')];
        for (const { shorter, longer, longest } of compare(texts, least)) {
          const [one, other] = [texts[Number(shorter)]!, texts[Number(longer)]!];
          const { inShorter, inLonger } = longest;
          expect(one.slice(inShorter.start, inShorter.end)).toBe(other.slice(inLonger.start, inLonger.end));
          expect(one.slice(inShorter.start, inShorter.end).split(' ')).toHaveLength(longest.words);
          const after = [one.slice(inShorter.end, inShorter.end + 2), other.slice(inLonger.end, inLonger.end + 2)];
          expect(after[0] === '' || after[0] !== after[1]).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the texts does not matter', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), words, (starts, common) => {
        const texts = starts.map((start, i) => [...start, ...common, ...Array.from({ length: i }, () => 'z')].join(' '));
        const sizes = new Set(texts.map((text) => text.split(' ').length));
        fc.pre(sizes.size === texts.length);
        const turned = compare(texts.toReversed(), least);
        expect(tell(turned, (id) => texts.length - 1 - Number(id))).toEqual(tell(compare(texts, least), Number));
      }),
    );
  });
});
