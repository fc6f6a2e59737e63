import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeQuote, find, type TextQuote } from '../../src/core/quote.ts';
import { reanchor, type Quoted } from '../../src/core/reanchor.ts';
import { blockBorder, fold } from '../../src/core/words.ts';

const camp = 'Nobody in the camp had counted the children before the winter came, and nobody wished to know.';
const harbour = 'The harbour was closed for nine years after the second flood; the ledgers of Dr. Yarrow say why.';
const council = 'A council of twelve sat on Mondays to settle quarrels over water, and it rarely agreed.';
const text = [camp, harbour, council].join('|');

/** The state and, where there is a place, the words there. */
function found(quote: TextQuote | string, after: string, before?: string): string {
  const asked = typeof quote === 'string' ? { exact: quote } : quote;
  const words = after.replaceAll('|', blockBorder);
  const [{ state, span }] = reanchor(
    [{ quote: asked }],
    fold(words),
    before === undefined ? undefined : fold(before.replaceAll('|', blockBorder)),
  ) as [ReturnType<typeof reanchor>[number]];
  return span ? `${state}: ${words.slice(span.start, span.end)}` : state;
}

describe('reanchor, with the former text', () => {
  test.each<[string, TextQuote | string, string, string]>([
    ['nothing changed', 'closed for nine years', text, 'exact: closed for nine years'],
    [
      'the paragraph moved, the quote still fits',
      'closed for nine years',
      [council, camp, harbour].join('|'),
      'exact: closed for nine years',
    ],
    ['signs changed, which are folded', 'wished to know.', text.replaceAll(' ', '\u00a0'), 'exact: wished\u00a0to\u00a0know.'],
    ['the words stand there twice now', 'closed for nine years', `${text}|It was closed for nine years.`, 'moved: closed for nine years'],
    [
      'the context changed',
      { exact: 'nine years', prefix: 'closed for' },
      text.replace('closed for nine', 'shut for nine'),
      'moved: nine years',
    ],
    ['a word is spelled otherwise', 'flood', text.replace('flood', 'fluud'), 'changed: fluud'],
    ['a word was replaced', 'closed for nine years', text.replace('nine', 'ten'), 'changed: closed for ten years'],
    ['its first word was replaced', 'closed for nine years', text.replace('closed', 'shut'), 'changed: shut for nine years'],
    [
      'words were put in',
      'nine years after',
      text.replace('nine years', 'nine long and hungry years'),
      'changed: nine long and hungry years after',
    ],
    ['words were put in beside it', 'nine years', text.replace('nine years', 'about nine years or so'), 'exact: nine years'],
    ['a short form was written out', 'of Dr. Yarrow', text.replace('Dr.', 'Doctor'), 'changed: of Doctor Yarrow'],
    ['the sign at its end changed', harbour, text.replace('say why.', 'say why?'), `changed: ${harbour.replace('why.', 'why?')}`],
    ['words before it are no part of it', camp, text.replace('Nobody in', 'For years nobody in'), `changed: n${camp.slice(1)}`],
    ['it was cut', 'closed for nine years', [camp, council].join('|'), 'lost'],
    ['it was cut, and a look-alike stands elsewhere', 'the second flood', [camp, `${council} The second fire came.`].join('|'), 'lost'],
    [
      'it was cut, and the same word was always elsewhere too',
      { exact: 'the', prefix: 'after' },
      text.replace(' after the second flood', ''),
      'lost',
    ],
    ['the only word was replaced', 'flood', text.replace('flood', 'famine'), 'lost'],
    [
      'its sentence went to another paragraph',
      'closed for nine years',
      `${camp} ${harbour.replace('nine', 'ten')}|${council}`,
      'changed: closed for ten years',
    ],
    ['paragraphs were joined', 'nobody wished to know', text.replace('|', ' ').replace('wished', 'cared'), 'changed: nobody cared to know'],
    ['a phrase was said again before it', 'on Mondays', `They met on Mondays.|${text}`, 'moved: on Mondays'],
    ['nothing is left', 'on Mondays', '', 'lost'],
  ])('%s', (_, quote, after, expected) => expect(found(quote, after, text)).toBe(expected));

  test('where its words stand twice, the place that it had decides', () => {
    const before = fold(`one two${blockBorder}six two`);
    const after = fold(`six two${blockBorder}one two`);
    const [first] = reanchor([{ quote: { exact: 'two' }, was: { start: 12, end: 15 } }], after, before);
    expect(first).toMatchObject({ state: 'moved', span: { start: 4, end: 7 } });
  });

  test('a place that was never right is not believed', () => {
    expect(reanchor([{ quote: { exact: 'two' }, was: { start: 0, end: 3 } }], fold('one two'), fold('one two'))[0]).toMatchObject({
      state: 'exact',
    });
    expect(reanchor([{ quote: { exact: 'two' }, was: { start: -9, end: NaN } }], fold('one two'), fold('six'))[0]).toMatchObject({
      state: 'exact',
    });
  });
});

describe('reanchor, by the quote alone', () => {
  const years = { exact: 'closed for nine years', prefix: 'The harbour was ', suffix: ' after the second flood; the led' };
  test.each<[string, TextQuote | string, string, string]>([
    ['nothing changed', 'closed for nine years', text, 'exact: closed for nine years'],
    ['twice', 'the', text, 'ambiguous'],
    ['the context changed on one side', years, text.replace('The harbour', 'Yon quay'), 'moved: closed for nine years'],
    [
      'of two places the one with more of its context',
      years,
      `Closed for nine years, was it?|${text.replace('flood', 'famine')}`,
      'moved: closed for nine years',
    ],
    ['two places that are like it', 'closed for nine yeers', `${text}|It closed for nine years.`, 'ambiguous'],
    ['nothing of its context', { exact: 'nine years', prefix: 'almost' }, `${text}|In nine years`, 'lost'],
    ['a word was replaced', years, text.replace('nine', 'ten'), 'changed: closed for ten years'],
    ['a slip was mended', { exact: 'harbuor', suffix: ' was closed for nine years' }, text, 'changed: harbour'],
    ['a slip without context', 'settle quarels over water', text, 'changed: settle quarrels over water'],
    ['case', 'The Harbour Was Closed For Nine Years', text, 'changed: The harbour was closed for nine years'],
    ['it was cut, and a word of it stands elsewhere', years, [camp, `${council} They were closed.`].join('|'), 'lost'],
    ['a short quote that is like a part of another word', { exact: 'cellar', prefix: 'in the dark ' }, text, 'lost'],
    ['another language', 'Γνῶθι σεαυτόν', text, 'lost'],
    ['right to left', { exact: 'שלום עולם', prefix: 'אמר ' }, 'הוא אמר לי שלום עולם ועוד מילים', 'moved: שלום עולם'],
    ['letters without spaces', { exact: '沙漠很大', suffix: '我们走了很久' }, '他说沙漠不大我们走了很久', 'changed: 沙漠不大'],
    ['signs alone', '—', 'one — two', 'exact: —'],
    ['signs that are not there', '…', 'one — two', 'lost'],
    ['an empty quote', '', text, 'lost'],
    ['spaces', ' \u00a0', text, 'lost'],
    ['half of a letter', '\ud83d', 'a 😀', 'lost'],
    ['a mark without its letter', '\u0301', 'cafe\u0301', 'lost'],
    ['one letter, everywhere', 'e', text, 'ambiguous'],
    ['longer than the text', `${text} and more`, harbour, 'lost'],
    ['across paragraphs', `know.${blockBorder}The`, text, 'lost'],
    ['an empty text', 'camp', '', 'lost'],
  ])('%s', (_, quote, after, expected) => expect(found(quote, after)).toBe(expected));

  const trade = 'In 1731 the port of Saltmouth sold 2,000 barrels of herring to Marsham, and was paid in October.';
  test.each<[string, TextQuote | string, string, string]>([
    ['another number', 'sold 2,000 barrels of herring', trade.replace('2,000', '3,000'), 'lost'],
    [
      'another number, with all of its context',
      { exact: '2,000 barrels', prefix: 'Saltmouth sold ', suffix: ' of herring' },
      trade.replace('2,000', '3,000'),
      'lost',
    ],
    ['a year', 'In 1731 the port of Saltmouth', trade.replace('1731', '1732'), 'lost'],
    ['another name', 'barrels of herring to Marsham', trade.replace('Marsham', 'Wickham'), 'lost'],
    [
      'a name of nearly the same letters',
      { exact: 'from Iran', prefix: 'the ship came ' },
      'They say that the ship came from Iraq.',
      'lost',
    ],
    [
      'a name in another spelling',
      'the port of Saltmouth sold',
      trade.replace('Saltmouth', 'Saltmouthe'),
      'changed: the port of Saltmouthe sold',
    ],
    ['a name mended', 'the port of Satlmouth sold', trade, 'changed: the port of Saltmouth sold'],
    ['a number set otherwise', 'sold 2,000 barrels', trade.replace('2,000', '2\u202f000'), 'changed: sold 2\u202f000 barrels'],
    [
      'a title written out',
      'by Prof. Yarrow of Marsham',
      'They were read by Professor Yarrow of Marsham.',
      'changed: by Professor Yarrow of Marsham',
    ],
    ['a number that is gone', 'paid 2,000 crowns', 'They paid crowns.', 'lost'],
    [
      'a sentence that begins otherwise',
      'They sold 2,000 barrels of herring',
      trade.replace('Saltmouth', 'them'),
      'changed: them sold 2,000 barrels of herring',
    ],
    [
      'other words beside the same facts',
      'In 1731 the port of Saltmouth sold 2,000 barrels of herring to Marsham',
      trade.replace('sold', 'sent'),
      'changed: In 1731 the port of Saltmouth sent 2,000 barrels of herring to Marsham',
    ],
    [
      'the same facts in other words beside other facts in the same',
      'the port of Saltmouth sold 2,000 barrels of herring to Marsham',
      `${trade.replace('2,000', '3,000')}|It was the port of Saltmouth that sent 2,000 barrels of herring to Marsham.`,
      'changed: the port of Saltmouth that sent 2,000 barrels of herring to Marsham',
    ],
  ])('facts: %s', (_, quote, after, expected) => expect(found(quote, after)).toBe(expected));

  test('what has other facts is shown to choose from', () => {
    const [{ state, candidates }] = reanchor(
      [{ quote: { exact: 'sold 2,000 barrels of herring' } }],
      fold(trade.replace('2,000', '3,000')),
    ) as [ReturnType<typeof reanchor>[number]];
    expect(state).toBe('lost');
    expect(candidates[0]!.score).toBeGreaterThan(0.5);
  });

  test('of equal places the near one, where a former place is known and the next is far', () => {
    const words = `two ${'word '.repeat(100)}two`;
    expect(reanchor([{ quote: { exact: 'two' }, was: { start: 490, end: 493 } }], fold(words))[0]).toMatchObject({
      state: 'moved',
      span: { start: 504, end: 507 },
    });
  });

  test('what is lost comes with what is nearest', () => {
    const { candidates, score } = reanchor([{ quote: { exact: 'the third flood of the town', prefix: 'before ' } }], fold(harbour))[0]!;
    expect(harbour.slice(candidates[0]!.span.start, candidates[0]!.span.end)).toContain('flood');
    expect(score).toBe(candidates[0]!.score);
  });
});

describe('reanchor, whatever it is given', () => {
  const piece = fc.constantFrom(
    'a',
    'the ',
    'camp ',
    'Camp',
    ' ',
    '—',
    '“',
    '沙',
    'קול ',
    'e\u0301',
    '\u0301',
    '😀',
    '\ud83d',
    '\u00ad',
    '\u200f',
    blockBorder,
    '. ',
  );
  const anything = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const quoted: fc.Arbitrary<Quoted> = fc.record({
    quote: fc.record({ exact: anything, prefix: fc.option(anything, { nil: undefined }), suffix: fc.option(anything, { nil: undefined }) }),
    was: fc.option(fc.record({ start: fc.integer({ min: -2, max: 60 }), end: fc.integer({ min: -2, max: 60 }) }), { nil: undefined }),
  });

  test('a state for each quote; a span within the text, in one paragraph; a score from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(quoted, { maxLength: 3 }), anything, fc.option(anything, { nil: undefined }), (quotes, after, before) => {
        const anchored = reanchor(quotes, fold(after), before === undefined ? undefined : fold(before));
        expect(anchored).toHaveLength(quotes.length);
        for (const { state, span, score, candidates } of anchored) {
          expect(span !== undefined).toBe(['exact', 'moved', 'changed'].includes(state));
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          for (const each of [...(span ? [span] : []), ...candidates.map((candidate) => candidate.span)]) {
            expect(each.start).toBeLessThan(each.end);
            expect(after.slice(each.start, each.end)).toHaveLength(each.end - each.start);
            expect(after.slice(each.start, each.end)).not.toContain(blockBorder);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('in the same text every quote that is found once is exact', () => {
    fc.assert(
      fc.property(anything, anything, (exact, words) => {
        const folded = fold(words);
        const places = find(folded, { exact });
        if (places.length !== 1) return;
        expect(reanchor([{ quote: { exact } }], folded)[0]).toMatchObject({ state: 'exact', span: places[0] });
        expect(reanchor([{ quote: { exact }, was: places[0]! }], folded, folded)[0]).toMatchObject({ state: 'exact', span: places[0] });
      }),
      { numRuns: 500 },
    );
  });

  const long = 'the harbour of the camp is full '.repeat(10_000);
  test.each<[string, TextQuote[]]>([
    ['10,000 equal places', Array.from({ length: 100 }, () => ({ exact: 'harbour', prefix: 'of the ', suffix: ' of the cmap' }))],
    ['one letter', Array.from({ length: 100 }, () => ({ exact: 'e', prefix: 'q' }))],
    ['longer than the text', Array.from({ length: 20 }, () => ({ exact: `${long}!` }))],
    [
      '20,000 letters that are not there',
      Array.from({ length: 5 }, (_, i) => ({ exact: `hxrboor oph zhe kemp${i} `.repeat(1000).slice(0, 19_999) })),
    ],
    ['1,000 words of another language', Array.from({ length: 1000 }, (_, i) => ({ exact: `wört${i}lich sûr` }))],
  ])('%s in 320,000 letters', (_, quotes) => {
    const folded = fold(long);
    for (const { state } of reanchor(
      quotes.map((quote) => ({ quote })),
      folded,
    ))
      expect(['ambiguous', 'lost', 'changed']).toContain(state);
    for (const { state } of reanchor(
      quotes.map((quote) => ({ quote })),
      folded,
      fold(`${long}it was`),
    ))
      expect(state).not.toBe('exact');
  });
});

describe('describe, and find', () => {
  test.each<[string, string, string, number, TextQuote | undefined]>([
    ['from both sides where that is less to type', 'a x d e f g, a x h f g, b x d e f g', 'x', 0, { exact: 'x', prefix: 'a', suffix: 'd' }],
    [
      'within the sentence rather than beyond it',
      'It went. Men came then. They went. Men came now.',
      'Men',
      1,
      { exact: 'Men', suffix: 'came now.' },
    ],
    ['spaces at its ends are no part of it', 'one  two three', ' two ', 0, { exact: 'two' }],
    ['letters, where words are not divided', '沙漠很大海很大', '很大', 1, { exact: '很大', prefix: '海' }],
    ['nothing across blocks', `one${blockBorder}two`, `one${blockBorder}two`, 0, undefined],
    ['nothing of half a letter', 'a 😀 b', '\ud83d', 0, undefined],
    ['nothing of nothing', 'a b', ' ', 0, undefined],
    ['nothing of a letter without its mark', 'cafe\u0301, e', 'e', 0, undefined],
  ])('%s', (_, words, part, nth, quote) => {
    let start = -1;
    for (let i = 0; i <= nth; i++) start = words.indexOf(part, start + 1);
    expect(describeQuote(fold(words), words, { start, end: start + part.length })).toEqual(quote);
  });

  const piece = fc.constantFrom(
    'a',
    'b ',
    'the ',
    'camp ',
    '. ',
    ' ',
    '—',
    '“',
    '沙',
    '漠',
    'קול ',
    'e\u0301',
    '😀',
    '\u00ad',
    blockBorder,
    '\n',
  );
  test('what is described, of any span, is found at its place and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(200), fc.nat(200), (pieces, a, b) => {
        const words = pieces.join('');
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const quote = describeQuote(fold(words), words, span);
        if (!quote) return;
        const places = find(fold(words), quote);
        expect(places).toHaveLength(1);
        expect(places[0]!.start).toBeGreaterThanOrEqual(span.start);
        expect(fold(words.slice(places[0]!.start, places[0]!.end)).text).toBe(fold(words.slice(span.start, span.end)).text.trim());
      }),
      { numRuns: 1000 },
    );
  });
});
