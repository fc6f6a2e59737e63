import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreadable, type Draft } from '../../src/importing/draft.ts';
import { draftOfLines, fromText } from '../../src/importing/from-text.ts';
import { furnitureOf } from '../../src/importing/text/furniture.ts';
import { breachOf } from '../../src/importing/law.ts';
import { metadataOf } from '../../src/importing/text/metadata.ts';
import { keptTexts, textsOf } from './noisy-scores.ts';
import { noisyTexts } from './noisy-texts.ts';

const long = (n: number): string =>
  `The ${n}th box came by the evening boat, and the clerk wrote down what was in it before he locked the shed. Nobody asked him to.`;
const draftOf = (text: string): Draft => fromText({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
const asidesOf = (draft: Draft): string[] => draft.aside.map(({ reason, at, text }) => `${reason}, ${at}: ${text}`);

const kept = (draft: Draft): void => expect(breachOf(draft.visible, keptTexts(draft))).toBeUndefined();
const drafted = (text: string): void => kept(draftOfLines(text.split('\n').map((line, i) => ({ text: line, at: `line ${i + 1}` }))));

describe('fromText', () => {
  test('a whole page', () => {
    const draft = draftOf(
      `Home\nHarbour News\n\nThe Long Winter\n\nBy Ada Quay\n5 April 2021\n\n${long(1)}\n\nAdvertisement\n\n${long(2)}\nTide Watch\n\n${long(3)}\n\nShare this article\n\nCheck Also\n\nA Lost Ledger Is Found\n\nIt lay in the loft since …`,
    );
    expect(draft.head).toMatchObject({
      title: { value: 'The Long Winter', from: 'line 4', kept: 'The Long Winter' },
      section: { value: 'Harbour News', from: 'line 2' },
      author: { value: 'Ada Quay', from: 'line 6' },
      published: { value: '2021-04-05', from: 'line 7' },
    });
    expect(draft.head.author).not.toHaveProperty('kept');
    expect(draft.body.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
    expect(asidesOf(draft)).toEqual([
      'navigation, line 1: Home',
      'metadata, line 6: By Ada Quay',
      'metadata, line 7: 5 April 2021',
      'advert, line 11: Advertisement',
      'share, line 18: Share this article',
      'related, lines 20–24: Check Also\nA Lost Ledger Is Found\nIt lay in the loft since …',
    ]);
  });

  test('without a title one is made of the first words, which stay where they are', () => {
    const draft = draftOf(`${long(1)}\n${long(2)}`);
    expect(draft.head.title).toEqual({ value: 'The 1th box came by the evening boat', from: 'first sentence', derived: true });
    expect(textsOf(draft)).toEqual([long(1), long(2)]);
  });

  test('nothing is invented', () => {
    const { head } = draftOf(`The Long Winter\n\nIt was on 5 April 2021 that Ada Quay came. ${long(1)}\n\n${long(2)}`);
    expect([head.author, head.published, head.publisher, head.url, head.language]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(['', ' \n\n ', '\ufeff', '\u200b\n…'])('a file without words is refused: %j', (text) => {
    expect(() => draftOf(text)).toThrow(Unreadable);
  });

  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
    ['line separator', '\u2028'],
    ['paragraph separator', '\u2029'],
  ])('line ends: %s', (_, end) => {
    const draft = draftOf(['The Long Winter', '', long(1), '', long(2)].join(end));
    expect(draft.head.title?.value).toBe('The Long Winter');
    expect(textsOf(draft)).toEqual([long(1), long(2)]);
  });

  test.each([
    [
      'a wrapped paragraph is one',
      [
        'The clerk wrote down what was in the box',
        'before he went home to the upper quay and',
        'closed the shed for the whole of the winter.',
      ],
      1,
    ],
    ['a line for each paragraph', [long(1), long(2), long(3)], 3],
    ['two lines, the first broken within its sentence', ['The clerk wrote down what was in the box', 'before he went home.'], 1],
    ['verse is not joined', ['The tide goes out, the tide comes in.', 'The clerk is thin, the box is thin.'], 2],
  ])('layout: %s', (_, lines, count) => expect(textsOf(draftOf(lines.join('\n')))).toHaveLength(count));

  test('signs that are not spaces stay: no-break spaces, soft hyphens, joiners, curly quotes, a slip before a comma', () => {
    const text = `“The quay”\u00a0, they said ,\u00a0was co\u00adoper\u200dative’s.`;
    expect(textsOf(draftOf(`${text}\n\n${long(1)}`))[0]).toBe(text);
  });

  test.each([
    ['kept, since nothing tells', 'The clerk had a list of twenty-\none boxes and no more.', 'twenty-one'],
    ['dropped, since the word stands elsewhere whole', 'The harbour was closed, and then the har-\nbour was open.', 'harbour was open'],
    ['a soft hyphen', 'The quay belonged to all of the co\u00ad\noperative then.', 'co\u00adoperative'],
    ['before a capital', 'It was the custom of all the old Anglo-\nSaxon harbours.', 'Anglo- Saxon'],
  ])('a hyphen at a line end: %s', (_, text, part) => {
    const draft = draftOf(text);
    if (part !== 'Anglo- Saxon') expect(textsOf(draft)[0]).toContain(part);
    expect(breachOf(draft.visible, keptTexts(draft))).toBeUndefined();
  });

  test('lines in a script without spaces are joined without one, and that is recorded', () => {
    const text =
      '旧港口整个冬天都关闭着图书馆员写道箱子完好无损地运到了\n春天之前没有人打开过它们果园的主人则说那一年的苹果比往年\n多了一倍码头上却没有一条船来装运箱子完好无损地运到了春天\n之前没有人打开过它们果园的主人则说那一年的苹果比往年多了\n一倍码头上却没有一条船来装运。';
    const draft = draftOf(text);
    expect(textsOf(draft)).toEqual([text.replaceAll('\n', '')]);
    expect(draft.repairs).toHaveLength(4);
  });

  test.each([
    'More infoMany boats lay at the quay.',
    'Read more“Many boats lay at the quay,” he said.',
    'AdvertisementMany boats lay at the quay.',
  ])('a glued label is split: %s', (line) => {
    const draft = draftOf(`${long(1)}\n${line}\n${long(2)}`);
    expect(draft.aside).toHaveLength(1);
    expect(draft.repairs).toMatchObject([{ at: 'line 2', why: expect.stringContaining('split from the label') as string }]);
    expect(draft.flags.map(({ at }) => at)).toContain('line 2');
    expect(textsOf(draft)).toHaveLength(3);
  });

  test.each([
    'The McAllister boats lay at the quay.',
    'MacDonald wrote it down.',
    'SharePoint is not a harbour.',
    'An iPhone lay on the quay.',
    'More informed readers knew.',
  ])('what is not glued is not split: %s', (line) => expect(draftOf(`${long(1)}\n${line}\n${long(2)}`).aside).toEqual([]));

  test('a caption that stands twice stays once; a pull quote stays, and is flagged', () => {
    const draft = draftOf(
      `Boats at dawn. (File)\n\n${long(1)}\n\nBoats at dawn. (File)\n\n${long(2)}\n\nand the clerk wrote down what was in it before he locked the shed.\n\n${long(3)}`,
    );
    expect(asidesOf(draft)).toEqual(['caption-duplicate, line 5: Boats at dawn. (File)']);
    expect(draft.flags.filter(({ message }) => message.includes('pull quote'))).toHaveLength(1);
  });

  test('a date that can be read in two ways stays where it is', () => {
    const draft = draftOf(`The Long Winter\n\n05/04/2021\n\n${long(1)}\n\n${long(2)}`);
    expect(draft.head.published).toBeUndefined();
    expect(textsOf(draft)).toContain('05/04/2021');
  });
});

describe('look-alikes in true sentences stay text', () => {
  test.each([
    'Check also the second ledger, he wrote.',
    '2019. It was a year of low tides.',
    'Share prices fell.',
    'Follow us, said the pilot.',
    'Copyright was not yet known.',
    'Please wait, the porter told them.',
    'Related: the two families shared a wall.',
    'Cookies were sold at the fair.',
    'Search parties left at dawn.',
    'By the quay stood three carts.',
    'Advertisements cost a penny a line.',
    'Print runs were small.',
  ])('%s', (line) => {
    expect(furnitureOf(line)).toBeUndefined();
    expect(textsOf(draftOf(`The Long Winter of the Quay\n\n${long(1)}\n\n${line}\n\n${long(2)}`))).toContain(line);
  });
});

test.each([
  ['By Ada Quay', 'Ada Quay', undefined],
  ['By Ada Quay and Tom Pear, Harbour Correspondents', 'Ada Quay and Tom Pear', undefined],
  ['BY ADA QUAY | 5 APRIL 2021 | 3 MIN READ', 'ADA QUAY', '2021-04-05'],
  ['Published: Monday, April 5th, 2021, 10:32 am GMT', undefined, '2021-04-05'],
  ['Publié le 5 avril 2021 à 10h32', undefined, '2021-04-05'],
  ['Von Jonas vom Ufer', 'Jonas vom Ufer', undefined],
  ['نشر في ٥ أبريل ٢٠٢١', undefined, '2021-04-05'],
  ['פורסם ב-5 באפריל 2021', undefined, '2021-04-05'],
])('a line about the article: %s', (line, author, published) => expect(metadataOf(line)).toMatchObject({ author, published }));

test.each(['By Land and Sea', 'By the quay', '31 February 2021', '05/04/2021', '5 April 2021 was a Monday.', 'April 2021', '10:32'])(
  'no line about the article: %s',
  (line) => expect(metadataOf(line)).toBeUndefined(),
);

describe('the law', () => {
  const pieces = fc.constantFrom(
    'More info',
    'Many boats',
    'lay at the old quay',
    'Advertisement',
    'Check Also',
    'By Ada Quay',
    '5 April 2021',
    'har-',
    'bour',
    '0:00 0:03:45',
    'Comments',
    '(File)',
    '…',
    '旧港口整个冬天都关闭着',
    'الميناء القديم',
    'הנמל',
    'co\u00ad',
    '\u0301',
    '\u200b',
    '\u00a0',
    '. ',
    ', ',
    ' ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    '\u0085',
    '"',
    '’',
    '©',
    '|',
    '-',
    '–',
    'ﬁ',
    '😀',
    'e\u0301',
    '한글',
    '\u1112\u1161',
  );

  test('holds for whatever stands in a file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 30 })), { maxLength: 60 }),
        (parts) => {
          const bytes = new TextEncoder().encode(parts.join(''));
          try {
            kept(fromText({ name: 'a.txt', bytes }));
          } catch (error) {
            if (!(error instanceof Unreadable)) throw error;
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  test('holds for any lines, and against their own words, unless something was repaired', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('').replaceAll(/[\n\r\u2028\u0085]/g, ' ')),
          { maxLength: 30 },
        ),
        (texts) => {
          const draft = draftOfLines(texts.map((text, i) => ({ text, at: `line ${i + 1}` })));
          kept(draft);
          if (draft.repairs.length === 0) expect(breachOf(texts.join('\n'), keptTexts(draft))).toBeUndefined();
          for (const text of textsOf(draft)) expect(text).not.toMatch(/[\n\r]/);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('holds for the noisy texts', () => {
    for (const { name, bytes } of noisyTexts(400, 11)) kept(fromText({ name, bytes }));
  });
});

describe('time grows with the text', () => {
  const units = [
    'a',
    'A',
    ' ',
    '-',
    '.',
    '. ',
    ': ',
    '(',
    'a ',
    'A ',
    '0',
    '0:00 ',
    '|',
    '| ',
    '…',
    '© ',
    'aA',
    '. A',
    'By ',
    'Share ',
    'more ',
    '5 April ',
    '旧',
    'م',
    '\u0301',
    '\u200b',
    'e\u0301',
    '\u00ad',
    '\t',
    "'",
    "a'",
    'a.',
    'a-',
    'we use cookies ',
  ];

  test.each(units)('one line of a megabyte of %j', (unit) => {
    drafted(unit.repeat(Math.ceil(1e6 / unit.length)));
    drafted(`${'The old quay, '.repeat(5)}\n${unit.repeat(Math.ceil(5e5 / unit.length))}\n${unit.repeat(Math.ceil(5e5 / unit.length))}`);
  });

  test.each([
    ['paragraphs', `${long(1)}\n\n`],
    ['wrapped lines', 'The clerk wrote down what was in the box\nbefore he went home to the upper quay and\nclosed it.\n\n'],
    ['headlines', 'The Harbour Dues Rise Again\n'],
    ['furniture', 'Share on Facebook\nAdvertisement\nComments\n'],
    ['links with sentences below', 'Check Also\nThe Dues Rise\nThe clerk wrote it down.\n'],
    ['comments', `Comments\nAda says: no\n${'a'.repeat(601)}\n`],
    ['sentences of the page', 'We ask you to accept our cookies.\n'],
    ['one sentence, ever again', 'The clerk wrote down what was in the box.\n'],
    ['divided words', 'The clerk wrote down what was in the har-\nbour, and then he went home.\n'],
  ])('a megabyte of %s', (_, unit) => drafted(unit.repeat(Math.ceil(1e6 / unit.length))));
});
