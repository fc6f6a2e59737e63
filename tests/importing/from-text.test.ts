import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk } from '../../src/importing/clean-tree.ts';
import { Unreadable, type Draft } from '../../src/importing/draft.ts';
import { draftOfLines, fromText } from '../../src/importing/from-text.ts';
import { furnitureOf } from '../../src/importing/text/furniture.ts';
import { breachOf } from '../../src/importing/law.ts';
import { toMdx } from '../../src/importing/to-mdx.ts';
import { metadataOf } from '../../src/importing/text/metadata.ts';
import { keptTexts, textsOf } from './noisy-scores.ts';
import { noisyTexts } from './noisy-texts.ts';

const long = (n: number): string =>
  `The ${n}th box came by the evening boat, and the clerk wrote down what was in it before he locked the shed. Nobody asked him to.`;
const draftOf = (text: string): Draft => fromText({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
const asidesOf = (draft: Draft): string[] => draft.aside.map(({ reason, at, text }) => `${reason}, ${at}: ${text}`);

const textNodesOf = ({ body }: Draft): string[] => {
  const texts: string[] = [];
  walk(body, (node) => void (node.type === 'text' && texts.push(node.value)));
  return texts;
};

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

describe('order', () => {
  test('sentences that end in the number of a note are sentences; headings above their text stay where they are', () => {
    const draft = draftOf(
      'Pierhead\n\nPierhead is a harbour on the upper bay.[1] It was dug in 1604.[2][3]\n\nOrigins\n\nThe first crane was built in 1781.[citation needed]\n\nTrade\n\nApples were sold here until the crane fell.',
    );
    expect(draft.head.title?.value).toBe('Pierhead');
    expect(draft.head.section).toBeUndefined();
    expect(draft.body.children.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph', 'heading', 'paragraph']);
  });

  test('an introduction below the title is a heading', () => {
    const draft = draftOf(`The Long Winter of the Quay\n\nIntroduction\n\n${long(1)}\n\n${long(2)}`);
    expect(draft.head.section).toBeUndefined();
    expect(textsOf(draft, 'heading')).toEqual(['Introduction']);
  });

  test('one word between two sentences is text, a run of them and an advertisement are not', () => {
    const draft = draftOf(
      `The Long Winter of the Quay\n\n${long(1)}\n\nClose\n\n${long(2)}\n\nAdvertisement\n\n${long(3)}\n\nSearch\nClose\n\n${long(4)}`,
    );
    expect(textsOf(draft)).toEqual([long(1), 'Close', long(2), long(3), long(4)]);
  });

  test('links that are counted for a screen reader end where it says so', () => {
    const draft = draftOf(
      `عاد رصيف الميناء القديم إلى العمل\nمدة الفيديو 02 minutes 11 seconds\nقال أمين المكتبة إن الصندوق وصل سليما إلى الرصيف في تلك الليلة الباردة.\nاقرأ أيضا\nlist 1 of 2بستان التفاح يزهر بعد أربعين عاما\nlist 2 of 2مكتبة الميناء تفتح أبوابها\nend of list\nولم يفتحه أحد.`,
    );
    expect(draft.head.title?.value).toBe('عاد رصيف الميناء القديم إلى العمل');
    expect(draft.aside.map(({ reason, at }) => `${reason}, ${at}`)).toEqual(['player, line 2', 'related, lines 4–7']);
    expect(textsOf(draft)).toHaveLength(2);
  });
});

describe('letters', () => {
  test('a mail: its head is told in another form', () => {
    const draft = draftOf(
      `From: "Ada Quay" <ada@example.org>\nTo: Tom Pear <tom@example.org>\nSubject: The box again\nDate: Tue, 6 Apr 2021 10:12:00 +0100\n\nDear Tom,\n\n${long(1)}\n\nYours,\nAda Quay`,
    );
    expect(draft.head).toMatchObject({
      title: { value: 'The box again', from: 'line 3' },
      author: { value: 'Ada Quay' },
      published: { value: '2021-04-06' },
    });
    expect(draft.head.title).not.toHaveProperty('kept');
    expect(draft.aside.map(({ reason }) => reason)).toEqual(['metadata', 'metadata', 'metadata', 'metadata']);
    expect(textsOf(draft)).toEqual(['Dear Tom,', long(1), 'Yours,', 'Ada Quay']);
  });

  test('a sender that is no name is no author', () => {
    expect(draftOf(`From: harbour-office@example.org\nSubject: The box\n\n${long(1)}`).head.author).toBeUndefined();
  });

  test('a letter: sender, salutation and signature are text', () => {
    const draft = draftOf(`Ada Quay\n12 Pier Street\n\nDear Tom,\n\n${long(1)}\n\n${long(2)}\n\nYours,\n\nAda Quay`);
    expect(draft.head).toMatchObject({ title: { derived: true }, section: undefined });
    expect(textsOf(draft)).toEqual(['Ada Quay', '12 Pier Street', 'Dear Tom,', long(1), long(2), 'Yours,', 'Ada Quay']);
    expect(draft.aside).toEqual([]);
  });
});

const bodyOf = (text: string): string => {
  const draft = draftOf(`The Long Winter of the Quay\n\n${long(1)}\n\n${text}\n\n${long(2)}`);
  expect(breachOf(draft.visible, keptTexts(draft))).toBeUndefined();
  return toMdx({ type: 'root', children: draft.body.children.slice(1, -1) });
};

describe('what lines show', () => {
  test.each([
    ['signs', '• a coat\n• a rope', '- a coat\n- a rope\n'],
    ['signs that are words to the law', '■ a coat\n■ a rope', '- a coat\n- a rope\n'],
    ['numbers from 1', '1. Go down.\n2. Tie the rope.', '1. Go down.\n2. Tie the rope.\n'],
    ['years are words', '1917. It was dry.\n1918. It was wet.', '1917\\. It was dry.\n\n1918\\. It was wet.\n'],
    ['numbers that do not count are words', '1. Go down.\n3. Tie the rope.', '1\\. Go down.\n\n3\\. Tie the rope.\n'],
    ['one item is no list', '- a coat', '\\- a coat\n'],
    [
      'a dialogue is no list',
      '- The boat is late, - said the clerk.\n- It is. - He locked the shed.',
      '\\- The boat is late, - said the clerk.\n\n\\- It is. - He locked the shed.\n',
    ],
    ['a table', 'Year\tBoats\n1900\t412\n1901\t', '| Year | Boats |\n| ---- | ----- |\n| 1900 | 412   |\n| 1901 |       |\n'],
    ['tabs at the ends of lines are no table', 'Go down now.\t\nTie the rope.\t', 'Go down now.\n\nTie the rope.\n'],
    [
      'verse',
      'The quay lay white from shed to shed,\nand all the apple trees were dead,\nthe clerk sat still,\nand so he read.',
      'The quay lay white from shed to shed,\\\nand all the apple trees were dead,\\\nthe clerk sat still,\\\nand so he read.\n',
    ],
  ])('%s', (_, text, mdx) => expect(bodyOf(text)).toBe(mdx));
});

const refused = (bytes: Uint8Array): string => {
  try {
    fromText({ name: 'a.txt', bytes });
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
  return 'read';
};

describe('what is no text is refused', () => {
  test.each([
    ['%PDF-1.7 and so on', 'It is no text but a PDF.'],
    ['PK\x03\x04 and so on', 'It is no text but a packed file, as .docx is one.'],
    ['{\\rtf1 and so on', 'It is no text but rich text (RTF).'],
    ['\x7fELF and so on', 'It is no text but a program.'],
    ['\0\x01\x02 a'.repeat(50), 'It is no text: too many of its signs are none that can be read.'],
    ['Pierhead', 'It has no text besides a title.'],
    ['Share\nAdvertisement', 'It has no text besides what stands around a text.'],
    [`PK is short for Pier Keeper. ${long(1)}`, 'read'],
    ['旧港口整个冬天都关闭着，没有人来。', 'read'],
  ])('%j', (text, message) => expect(refused(new TextEncoder().encode(text))).toBe(message));

  test('UTF-16 is text', () => expect(refused(Buffer.from(`\ufeff${long(1)}`, 'utf16le'))).toBe('read'));

  test('flags of one kind are told of twenty times', () => {
    const { flags } = draftOf(`${long(1)}\n${'Apples for the quay\n'.repeat(1000)}${long(2)}`);
    expect(flags.length).toBeLessThan(50);
    expect(flags.map(({ message }) => message).join()).toMatch(/And \d+ more: /);
  });
});

test.each([
  ['Реклама', 'advert'],
  ['Поделиться', 'share'],
  ['Читайте также: яблоки на пристани', 'related'],
  ['Главная', 'navigation'],
  ['广告', 'advert'],
  ['分享', 'share'],
  ['相关阅读', 'related'],
  ['责任编辑：码头', 'footer'],
  ['Publicidade', 'advert'],
  ['Leggi anche', 'related'],
  ['Deel dit artikel', 'share'],
  ['Tüm hakları saklıdır', 'footer'],
])('furniture in other languages: %s', (text, reason) => expect(furnitureOf(text)).toBe(reason));

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
          for (const text of textNodesOf(draft)) expect(text).not.toMatch(/[\n\r]/);
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
