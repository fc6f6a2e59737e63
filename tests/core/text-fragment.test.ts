import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragmentFor, shownOf, type Shown } from '../../src/core/text-fragment.ts';
import { blockBorder } from '../../src/core/words.ts';

const long =
  'The council of Saltmouth met behind closed doors and set the keelage at forty crowns a ship, which nobody had asked for, and which nobody paid in that year or the next.';

/** On a page that has nothing else, unless another is given. */
function directive({ before = '', runs = [], after = '', place }: Partial<Shown>): string {
  const own = runs.map(({ words, glued }) => words + (glued ? '1' : '')).join('');
  return decodeURIComponent(fragmentFor(1, { before, runs, after, place: place ?? { earlier: before, own, later: after } })).replace(
    '#p1:~:text=',
    '',
  );
}

/** The keelage again, in notes that stand before the words. */
function after(earlier: string, shown: Omit<Shown, 'place'>): string {
  const own = shown.runs.map(({ words }) => words).join('');
  return directive({ ...shown, place: { earlier: earlier + blockBorder + shown.before, own, later: shown.after } });
}

describe('a text directive', () => {
  test.each<[string, Partial<Shown>, string]>([
    [
      'is the words, where they are enough',
      { before: 'set the ', runs: [{ words: 'keelage at forty crowns' }], after: ' a ship' },
      'keelage at forty crowns',
    ],
    [
      'is told from others by what is around it',
      { before: 'and set the ', runs: [{ words: 'keelage' }], after: ' at forty crowns a' },
      'and set the-,keelage,-at forty crowns',
    ],
    ['needs nothing around it that is not there', { runs: [{ words: 'keelage' }] }, 'keelage'],
    [
      'completes half words',
      { before: 'set the keel', runs: [{ words: 'age at forty cro' }], after: 'wns a ship' },
      'keelage at forty crowns',
    ],
    ['completes numbers', { before: 'set ', runs: [{ words: 'at least the 5,0' }], after: '00 crowns' }, 'at least the 5,000'],
    ['leaves out signs at its ends', { before: 'He', runs: [{ words: ', he said, “paid twice”.' }], after: '' }, 'he said, “paid twice'],
    ['names long words by their ends', { runs: [{ words: long }] }, 'The council of Saltmouth,year or the next'],
    [
      'does not run over what interrupts it',
      { before: 'a ', runs: [{ words: 'host of local' }, { words: ' forces, and more' }], after: ' came' },
      'host of local,forces, and more',
    ],
    ['has one space where there are several', { runs: [{ words: 'a  host\nof local\u00a0men' }] }, 'a host of local men'],
    [
      'knows words that no space parts',
      { runs: [{ words: '港の議会は船一隻につき四十クラウンの関税を定めた' }] },
      '港の議会は船一隻につき四十クラウンの関税を定めた',
    ],
    ['takes signs alone as they are', { before: 'a ', runs: [{ words: '—' }], after: ' b' }, 'a-,—,-b'],
    [
      'leaves out the word that a marker’s number stands by',
      { before: 'ISIS ', runs: [{ words: 'it could re-emerge', glued: true }] },
      'ISIS-,it could re',
    ],
    ['is none where no word is left', { runs: [{ words: 'harbour', glued: true }] }, '#p1'],
    [
      'begins and ends with words that can be found',
      { runs: [{ words: 'one', glued: true }, { words: ' two three ' }, { words: 'four', glued: true }] },
      'two three',
    ],
  ])('%s', (_, shown, expected) => expect(directive(shown)).toBe(expected));

  describe('fits no words that stand before its own on the page', () => {
    const few: Omit<Shown, 'place'> = {
      before: 'The council set the ',
      runs: [{ words: 'keelage at forty crowns' }],
      after: ' a ship, again.',
    };
    const many: Omit<Shown, 'place'> = { before: '', runs: [{ words: long }], after: '' };
    test.each<[string, string, Omit<Shown, 'place'>, string]>([
      ['words of a note', 'They say “Keelage at forty crowns”.', few, 'council set the-,keelage at forty crowns,-a ship, again'],
      [
        'in a script without spaces',
        '',
        { before: '議会は関税を定めた。翌年も', runs: [{ words: '関税を定めた' }], after: '。' },
        'た。翌年も-,関税を定めた',
      ],
      [
        'with the same words on one side',
        'It set the keelage at forty crowns.',
        few,
        'council set the-,keelage at forty crowns,-a ship, again',
      ],
      ['within a word, which is none', 'Unkeelage at forty crowns', few, 'keelage at forty crowns'],
      ['across a border, which are none', `keelage at${blockBorder}forty crowns`, few, 'keelage at forty crowns'],
      ['in another way of writing', 'kéelage\u00a0at FORTY  crowns', few, 'council set the-,keelage at forty crowns,-a ship, again'],
      ['all that is around them too', 'The council set the keelage at forty crowns a ship, again', few, '#p1'],
      [
        'the beginning of long words',
        'The council of Saltmouth',
        many,
        'The council of Saltmouth met behind closed doors,nobody paid in that year or the next',
      ],
      ['long words whole', long, many, '#p1'],
      [
        'the word itself, cut',
        'keel',
        { before: 'the keel', runs: [{ words: 'age at forty crowns' }], after: '' },
        'keelage at forty crowns',
      ],
    ])('%s', (_, earlier, shown, expected) => expect(after(earlier, shown)).toBe(expected));
  });

  test('has the signs between the words and those around them', () =>
    expect(directive({ before: 'they paid, ', runs: [{ words: 'keelage' }], after: ', twice' })).toBe('they paid,-,keelage,-, twice'));

  test('escapes what has a meaning in it', () =>
    expect(fragmentFor(3, { before: '', runs: [{ words: 'north-east, this & that, #1' }], after: '' })).toBe(
      '#p3:~:text=north%2Deast%2C%20this%20%26%20that%2C%20%231',
    ));

  test('stands alone where there is no paragraph', () => expect(fragmentFor(0, shownOf({ exact: 'one' }))).toBe('#:~:text=one'));

  test('trusts no word at the far end of context that was cut', () =>
    expect(
      directive(shownOf({ exact: 'the toll', prefix: 'uncil of Saltmouth, that set up ', suffix: ' of forty crowns for each shi' })),
    ).toBe('that set up-,the toll,-of forty crowns'));

  test('is made of anything', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ words: fc.string({ unit: 'binary', maxLength: 200 }), glued: fc.boolean() }), { maxLength: 4 }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.option(fc.record({ earlier: fc.string({ unit: 'binary' }), own: fc.string({ unit: 'binary' }), later: fc.string() }), {
          nil: undefined,
        }),
        (runs, before, after, place) => {
          expect(fragmentFor(2, { before, runs, after, ...(place && { place }) })).toMatch(/^#p2(:~:text=[\w%.!~*'(),-]+)?$/);
        },
      ),
    ));
});
