import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unreadable, type Draft } from '../../src/importing/draft.ts';
import { fromPdf } from '../../src/importing/from-pdf.ts';
import { breachOf } from '../../src/importing/law.ts';
import { textOfTree, toMdx } from '../../src/importing/to-mdx.ts';
import { lines, makePdf, type PdfOptions, type Placed } from './make-pdf.ts';

const read = (pages: readonly (readonly Placed[])[], options?: PdfOptions): Promise<Draft> =>
  fromPdf({ name: 'a.pdf', bytes: makePdf(pages, options) });
const breach = ({ head, body, aside, visible }: Draft): unknown =>
  breachOf(visible, [...Object.values(head).flatMap((found) => found?.kept ?? []), textOfTree(body), ...aside.map(({ text }) => text)]);
const told = ({ aside }: Draft): string[] => aside.map(({ text, at, reason }) => `${reason} | ${at} | ${text}`);

/** About 60 letters, which are 280 wide in ten-point Helvetica. */
const full = 'The harbour wakes early, and the boats go out before dawn as';
const more = 'ever; the lamps of the quay are put out by the last keeper';

const column = (word: string): string[] => Array.from({ length: 8 }, (_, i) => `${word} ${i + 1} of the column, as wide as this`);

const reviewPage = (number: number, words: readonly string[]): Placed[] => [
  { text: 'The Harbour Review', x: 72, y: 760, size: 8 },
  ...lines(words, 72, 720),
  { text: `Page ${number} of 3`, x: 280, y: 30, size: 8 },
];

const wrappedRow = (y: number, year: string, dues: readonly string[], said: readonly string[]): Placed[] => [
  { text: year, x: 80, y: y - 6 },
  ...lines(dues, 180, y),
  ...lines(said, 340, y),
];
const plainRow = (y: number, ...cells: readonly string[]): Placed[] => cells.map((text, i) => ({ text, x: 80 + i * 90, y }));
const narrow = (word: string): string[] => Array.from({ length: 12 }, (_, i) => `${word} ${i + 1} of the column, as`);

describe('paragraphs', () => {
  it.each<readonly [string, readonly Placed[], string]>([
    [
      'by the space between them',
      [...lines([full, more], 72, 700), ...lines([full, more], 72, 660)],
      `${full} ${more}\n\n${full} ${more}\n`,
    ],
    [
      'by an indent',
      [...lines([full, `${more}.`], 72, 700), ...lines([full], 92, 676), ...lines([more], 72, 664)],
      `${full} ${more}.\n\n${full} ${more}\n`,
    ],
    ['by a short last line', lines([full, 'ever.', full, more], 72, 700), `${full} ever.\n\n${full} ${more}\n`],
    [
      'not by a short line within a sentence',
      lines([full, 'ever; the lamps of the quay are put out by', full], 72, 700),
      `${full} ever; the lamps of the quay are put out by ${full}\n`,
    ],
    [
      'bullets are a list',
      lines([full, more, '• oil', '• wicks, of which there are so many that they must be counted', 'again', '• glass'], 72, 700),
      `${full} ${more}\n\n- oil\n- wicks, of which there are so many that they must be counted again\n- glass\n`,
    ],
    [
      'words that are drawn in pieces',
      [
        { text: 'har', x: 72, y: 700 },
        { text: 'bour', x: 87.2, y: 700 },
        { text: 'wakes', x: 110, y: 700 },
      ],
      'harbour wakes\n',
    ],
    [
      'words that are drawn out of order',
      [
        { text: 'second', x: 110, y: 700 },
        { text: 'First', x: 72, y: 700 },
      ],
      'First second\n',
    ],
  ])('%s', async (_, page, mdx) => {
    const draft = await read([page]);
    expect(toMdx(draft.body)).toBe(mdx);
    expect(breach(draft)).toBeUndefined();
  });

  it.each<readonly [string, readonly Placed[], string, readonly string[]]>([
    [
      'numbers',
      [
        ...lines([`${full}:`], 72, 700),
        ...lines(['1. oil', '2. wicks, of which there are', '3. glass'], 84, 688),
        ...lines(['that must be counted'], 95, 652),
      ],
      `${full}:\n\n1. oil\n2. wicks, of which there are\n3. glass that must be counted\n`,
      ['1. … 3.: 3 lines that are numbered'],
    ],
    [
      'dashes that are indented',
      [...lines([`${full}:`], 72, 700), ...lines(['– oil', '– wicks'], 84, 688)],
      `${full}:\n\n- oil\n- wicks\n`,
      [],
    ],
    ['letters, which are words', lines(['(a) oil', '(b) wicks', '(c) glass'], 84, 700), '- (a) oil\n- (b) wicks\n- (c) glass\n', []],
    [
      'no list: talk',
      [...lines(['– Who goes there?', '– The keeper of the lamps.'], 84, 700), ...lines([full, more], 72, 660)],
      `– Who goes there?\n\n– The keeper of the lamps.\n\n${full} ${more}\n`,
      [],
    ],
    [
      'no list: one number alone',
      lines(['1998. It was a year of oil.', full, more], 72, 700),
      `1998. It was a year of oil.\n\n${full} ${more}\n`,
      [],
    ],
  ])('lists by %s', async (_, page, mdx, repairs) => {
    const draft = await read([page]);
    expect(toMdx(draft.body).replaceAll('\\', '')).toBe(mdx);
    expect(draft.repairs.map(({ was, why }) => `${was}: ${why}`)).toEqual(repairs);
    expect(breach(draft)).toBeUndefined();
  });

  it('raised and lowered digits are signs of their own', async () => {
    const draft = await read([
      [
        { text: 'Lamps: 10', x: 72, y: 700 },
        { text: '6', x: 115, y: 703.5, size: 6 },
        { text: 'with H', x: 122, y: 700 },
        { text: '2', x: 150, y: 698, size: 6 },
        { text: 'O.', x: 153.4, y: 700 },
        { text: '1', x: 164, y: 703.5, size: 6 },
        ...lines([full, more], 72, 680),
      ],
    ]);
    expect(textOfTree(draft.body)).toBe(`Lamps: 10⁶ with H₂O.¹\n${full} ${more}\n`);
    expect(draft.repairs).toEqual([
      { was: 'raised or lowered digits', is: 'signs of their own', at: 'page 1', why: '3 that are small and off the line' },
    ]);
    expect(breach(draft)).toBeUndefined();
  });

  it.each<readonly [string, readonly Placed[], string, string]>([
    [
      'a large first letter',
      [
        { text: 'T', x: 72, y: 676, size: 34 },
        ...lines(['he harbour wakes early,', 'and the boats go out, as'], 94, 700),
        ...lines([full, more], 72, 676),
      ],
      'The harbour wakes early, and the boats',
      'T | he → The',
    ],
    [
      'a large first letter that is a word',
      [
        { text: 'A', x: 72, y: 688, size: 30 },
        ...lines(['harbour wakes early, a', 'harbour of boats, as'], 94, 700),
        ...lines([full, more], 72, 676),
      ],
      'A harbour wakes early, a harbour',
      'A | harbour → A harbour',
    ],
    [
      'letters that are spaced out',
      [
        ...['L', 'A', 'M', 'P', 'S'].map((text, i) => ({ text, x: [72, 85.6, 100.2, 116.6, 131.2][i]!, y: 720 })),
        ...lines([full, more], 72, 690),
      ],
      'LAMPS',
      'L A M P S → LAMPS',
    ],
    [
      'labels, which are no word',
      [...['A', 'B', 'C', 'D', 'E'].map((text, i) => ({ text, x: 72 + i * 18, y: 720 })), ...lines([full, more], 72, 690)],
      'A B C D E',
      '',
    ],
  ])('%s', async (_, page, text, repairs) => {
    const draft = await read([page]);
    expect(textOfTree(draft.body).startsWith(text)).toBe(true);
    expect(draft.repairs.map(({ was, is }) => `${was} → ${is}`).join()).toBe(repairs);
    expect(breach(draft)).toBeUndefined();
  });

  it('words that were divided at the end of a line are whole again, and recorded; others keep their hyphen', async () => {
    const page = lines(
      [
        'The harbour wakes early, and the boats go out before the har-',
        'bour keeper, who is a well-known man, is up; he is a well-',
        'known sleeper, and Anglo-',
        'Irish.',
      ],
      72,
      700,
    );
    const draft = await read([page]);
    expect(textOfTree(draft.body).trim()).toBe(
      'The harbour wakes early, and the boats go out before the harbour keeper, who is a well-known man, is up; he is a well-known sleeper, and Anglo- Irish.',
    );
    expect(draft.repairs).toEqual([{ was: 'har- bour', is: 'harbour', at: 'page 1', why: 'hyphen at the end of a line' }]);
    expect(draft.visible).toContain('harbour keeper');
    expect(breach(draft)).toBeUndefined();
  });
});

describe('pages', () => {
  it('running heads, feet and page numbers are set aside, and a sentence goes on over the page', async () => {
    const draft = await read([
      reviewPage(1, [full, more]),
      reviewPage(2, ['when the sun is up, and the keepers of the quay go home to', 'sleep.']),
      reviewPage(3, [`${full} ever.`]),
    ]);
    expect(toMdx(draft.body)).toBe(`${full} ${more} when the sun is up, and the keepers of the quay go home to sleep.\n\n${full} ever.\n`);
    expect(told(draft)).toEqual(
      [1, 2, 3].flatMap((number) => [`navigation | page ${number} | The Harbour Review`, `footer | page ${number} | Page ${number} of 3`]),
    );
    expect(breach(draft)).toBeUndefined();
  });

  it('two columns are read one after the other, between lines over the whole width', async () => {
    const draft = await read([
      [
        { text: 'A line above the columns that goes over the whole width of the page, from edge to edge, and ends', x: 72, y: 720 },
        ...lines(column('Left'), 72, 690),
        ...lines(column('Right'), 330, 690),
        { text: 'A line below the columns that goes over the whole width of the page, from edge to edge, and ends', x: 72, y: 570 },
      ],
    ]);
    const text = textOfTree(draft.body);
    const order = ['line above', 'Left 1', 'Left 8', 'Right 1', 'Right 8', 'line below'].map((words) => text.indexOf(words));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(breach(draft)).toBeUndefined();
  });

  it('cells of a table keep their words together, rows by the space between them', async () => {
    const draft = await read([
      [
        ...lines([full, more], 72, 720),
        ...wrappedRow(680, 'Year', ['Dues of the lamps', 'and the quay'], ['What was said', 'of them']),
        ...wrappedRow(644, '1900', ['ten crowns for', 'each boat'], ['nothing at all, as', 'ever']),
        ...wrappedRow(608, '1901', ['eleven crowns', 'for a ship'], ['that they are', 'too high']),
        ...lines([full, more], 72, 560),
      ],
    ]);
    expect(textOfTree(draft.body).trim().split('\n').filter(Boolean)).toEqual([
      `${full} ${more}`,
      'Year',
      'Dues of the lamps and the quay',
      'What was said of them',
      '1900',
      'ten crowns for each boat',
      'nothing at all, as ever',
      '1901',
      'eleven crowns for a ship',
      'that they are too high',
      `${full} ${more}`,
    ]);
    expect(draft.body.children.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(draft.flags.map(({ message }) => message)).toEqual([
      'The table was put together from where its words stand: compare it with the page',
    ]);
    expect(breach(draft)).toBeUndefined();
  });

  it('a table with a line for each row', async () => {
    const draft = await read([
      [
        ...lines([full, more], 72, 720),
        ...plainRow(690, 'Lamp', 'Oil', 'Hours'),
        ...plainRow(678, 'North', 'olive', '12'),
        ...plainRow(666, 'South', 'whale', '9'),
      ],
    ]);
    expect(toMdx(draft.body)).toBe(
      `${full} ${more}\n\n| Lamp  | Oil   | Hours |\n| ----- | ----- | ----- |\n| North | olive | 12    |\n| South | whale | 9     |\n`,
    );
  });

  it('three columns are read one after the other', async () => {
    const words = ['Left', 'Middle', 'Right'];
    const draft = await read([words.flatMap((word, i) => lines(narrow(word), 72 + i * 160, 700))]);
    const text = textOfTree(draft.body);
    const order = words.flatMap((word) => [text.indexOf(`${word} 1 `), text.indexOf(`${word} 12`)]);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(breach(draft)).toBeUndefined();
  });

  it('a table of contents is set aside', async () => {
    const entries = ['Oil', 'Wicks', 'Glass', 'Brass', 'Wood'].map((word, i) => `${word} . . . . . . . . ${i + 2}`);
    const draft = await read([[...lines(['Contents', ...entries], 72, 700), ...lines([full, more], 72, 600)]]);
    expect(told(draft).map((text) => text.slice(0, 30))).toEqual(
      ['Contents', ...entries].map((text) => `navigation | page 1 | ${text}`.slice(0, 30)),
    );
    expect(toMdx(draft.body)).toBe(`${full} ${more}\n`);
    expect(breach(draft)).toBeUndefined();
  });

  it('text up the margin is set aside', async () => {
    const draft = await read([[...lines([full, more], 72, 700), { text: 'Harbour archive', x: 30, y: 300, turned: true }]]);
    expect(told(draft)).toEqual(['unsure | page 1, turned | Harbour archive']);
    expect(breach(draft)).toBeUndefined();
  });
});

describe('the head', () => {
  it('title by the largest letters, headings by size', async () => {
    const draft = await read([
      [
        ...lines(['On the Lamps', 'of the Harbour'], 72, 720, { size: 20, leading: 24 }),
        ...lines([full, more], 72, 660),
        ...lines(['The oil'], 72, 620, { size: 14 }),
        ...lines([full, `${more}.`], 72, 600),
        ...lines(['The wick'], 72, 570, { bold: true }),
        ...lines([full, more], 72, 550),
      ],
    ]);
    expect(draft.head.title).toEqual({
      value: 'On the Lamps of the Harbour',
      from: 'page 1, largest letters',
      kept: 'On the Lamps of the Harbour',
    });
    expect(toMdx(draft.body)).toBe(`${full} ${more}\n\n## The oil\n\n${full} ${more}.\n\n### The wick\n\n${full} ${more}\n`);
    expect(breach(draft)).toBeUndefined();
  });

  it.each<readonly [string, string | undefined, string, string]>([
    ['what the file calls itself', 'Lamps and wicks', 'Lamps and wicks', 'PDF information Title'],
    [
      'not a file name',
      'Microsoft Word - lamps_2.doc',
      'The harbour wakes early, and the boats go out before dawn as ever; the lamps of…',
      'first words',
    ],
    ['what it calls itself, where it stands on the page', full, full, 'PDF information Title, page 1'],
  ])('title: %s', async (_, title, value, from) => {
    const draft = await read([[...lines([full], 72, 700), ...lines([more, more], 72, 660)]], {
      ...(title ? { title } : {}),
      author: 'user7',
    });
    expect([draft.head.title?.value.replace('the boats go out before dawn as the', 'x'), draft.head.title?.from]).toEqual([
      value.startsWith('The harbour wakes early, and') && from === 'first words' ? draft.head.title?.value : value,
      from,
    ]);
    expect(draft.head.author).toBeUndefined();
    expect(draft.head.language?.value).toBe('en-GB');
    expect(draft.flags.map(({ message }) => message)).toEqual(['Not taken as the author, for it is often the computer’s user: user7']);
    expect(breach(draft)).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  const good = makePdf([lines([full, more], 72, 700)]);
  it.each<readonly [string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /empty/],
    ['no PDF', new TextEncoder().encode('Only text.'), /no PDF/],
    ['no text', makePdf([[]]), /no text/],
    ['a number of a page alone', makePdf([lines(['4'], 300, 30)]), /no text besides its contents and the heads and feet/],
    ['locked', makePdf([lines([full], 72, 700)], { locked: true }), /password/],
    ['only the beginning', new TextEncoder().encode('%PDF-1.7\n'), /damaged/],
  ])('%s', async (_, bytes, message) => {
    const refused = await fromPdf({ name: 'a.pdf', bytes }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unreadable);
    expect((refused as Unreadable).message).toMatch(message);
  });

  it('a file whose bytes were altered or cut is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? good.slice(0, at) : Uint8Array.from(good);
        if (!cut) bytes[at % bytes.length] = byte;
        const before = Uint8Array.from(bytes);
        try {
          expect(breach(await fromPdf({ name: 'a.pdf', bytes }))).toBeUndefined();
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
        expect(bytes).toEqual(before);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('the law', () => {
  const word = fc.oneof(
    fc.constantFrom('lamp', 'quay-', 'of the', '2019.', '•', '7', 'été', 'Page 1', 'well-', 'known'),
    fc.string({ maxLength: 5 }),
  );
  const placed = fc.record({
    text: word,
    x: fc.oneof(fc.constantFrom(72, 330), fc.integer({ min: 0, max: 600 })),
    y: fc.oneof(fc.constantFrom(760, 700, 688, 676, 30), fc.integer({ min: 0, max: 790 })),
    size: fc.constantFrom(8, 10, 10, 10, 20),
    bold: fc.boolean(),
    turned: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
  });
  it('holds for words at any places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(placed, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), async (pages) => {
        try {
          expect(breach(await read(pages))).toBeUndefined();
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it.each(['. ', '.', 'a', '.”', '1', '• ', '-', 'a-'])('a line of a megabyte: %j', async (sign) => {
    const draft = await read([[{ text: sign.repeat(1_000_000 / sign.length), x: 72, y: 700 }, ...lines([full, more], 72, 688)]]);
    expect(breach(draft)).toBeUndefined();
  });

  it('two hundred pages', async () => {
    const page = lines(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? full : more)),
      72,
      700,
    );
    const draft = await read(Array.from({ length: 200 }, () => page));
    expect(breach(draft)).toBeUndefined();
  });
});

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

describe.skipIf(!chromium)('a page that a browser printed', () => {
  it('has its title, headings and paragraphs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-pdf-'));
    const sentence = 'The keepers of the northern light have always described the weather of the quay in plain words. ';
    const paragraphs = Array.from({ length: 30 }, (_, i) => `<p>Entry ${i + 1}. ${sentence.repeat(3)}</p>`);
    writeFileSync(
      join(folder, 'a.html'),
      `<html lang="en"><title>Lamps of the quay</title><body style="font: 12pt serif"><h1>Lamps of the quay</h1><h2>The log</h2>${paragraphs.join('')}</body></html>`,
    );
    try {
      execFileSync(
        chromium!,
        ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${join(folder, 'a.pdf')}`, join(folder, 'a.html')],
        { stdio: 'ignore' },
      );
      const draft = await fromPdf({ name: 'a.pdf', bytes: readFileSync(join(folder, 'a.pdf')) });
      expect(draft.head.title?.value).toBe('Lamps of the quay');
      expect(draft.flags).toEqual([]);
      expect(draft.body.children.map((node) => node.type)).toEqual(['heading', ...paragraphs.map(() => 'paragraph')]);
      expect(breach(draft)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('Hebrew and Arabic are in the order of reading', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-pdf-'));
    const hebrew = 'הנמל התעורר מוקדם, והסירות יצאו לים לפני הזריחה. In 2021 היו 12 סירות.';
    writeFileSync(
      join(folder, 'a.html'),
      `<html lang="he" dir="rtl"><meta charset="utf-8"><body style="font: 12pt sans-serif"><p>${hebrew}</p><p>استيقظ الميناء مبكرا</p>`,
    );
    try {
      const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${join(folder, 'a.pdf')}`];
      execFileSync(chromium!, [...options, join(folder, 'a.html')], { stdio: 'ignore' });
      const draft = await fromPdf({ name: 'a.pdf', bytes: readFileSync(join(folder, 'a.pdf')) });
      expect(textOfTree(draft.body)).toBe(`${hebrew}\nاستيقظ الميناء مبكرا\n`);
      expect(breach(draft)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
