import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/importing/draft.ts';
import { Unreadable } from '../../src/importing/draft.ts';
import { fromDocx } from '../../src/importing/from-docx.ts';
import { breachOf } from '../../src/importing/law.ts';
import { textOfTree, toMdx } from '../../src/importing/to-mdx.ts';
import { docxFiles, makeDocx, p, r, t, type DocxParts } from './make-docx.ts';

const read = (parts: DocxParts): Promise<Draft> => fromDocx({ name: 'letter.docx', bytes: makeDocx(parts) });
const breach = ({ head, body, aside, visible }: Draft): unknown =>
  breachOf(visible, [...Object.values(head).flatMap((found) => found?.kept ?? []), textOfTree(body), ...aside.map(({ text }) => text)]);
const told = ({ aside }: Draft): string[] => aside.map(({ text, at, reason }) => `${reason} | ${at} | ${text}`);

const item = (text: string): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${r(text)}</w:p>`;
const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
const deleted = (text: string): string => `<w:del w:author="x"><w:r>${t(text, 'delText')}</w:r></w:del>`;
const note = (kind: string, id: number, text: string): string =>
  `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${r(text)}</w:p></w:${kind}>`;
const inTable = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((inner) => `<w:tc>${inner}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const up = (text: string): string => r(text, '<w:vertAlign w:val="superscript"/>');

describe('the text', () => {
  it('title, subtitle, headings, emphasis, lists, quotations, tables, links', async () => {
    const draft = await read({
      body: [
        p('The Lamps of the Harbour', 'Title'),
        p('How they are lit, and by whom', 'Subtitle'),
        p('The keepers', 'Heading1'),
        p(`${r('Every lamp has ')}${r('one', '<w:b/>')}${r(' keeper', '<w:b/>')}${r(', ')}${r('always', '<w:i/>')}${r('.')}`),
        p('The work', 'Heading3'),
        item('trim the wick'),
        item('fill the oil'),
        p('Light is a promise.', 'Quote'),
        `<w:tbl><w:tr>${cell('Lamp')}${cell('Hours')}</w:tr><w:tr>${cell('North')}${cell('12')}</w:tr></w:tbl>`,
        p(
          `<w:hyperlink r:id="rIdL1">${r('The rules')}</w:hyperlink>${r(' and ')}<w:hyperlink r:id="rIdL2">${r('a file')}</w:hyperlink>${r('.')}`,
        ),
        p('Plate 1. The north lamp', 'Caption'),
      ].join(''),
      links: ['https://example.org/rules', 'file:///c:/lamps.txt'],
    });
    expect(draft.head.title).toEqual({ value: 'The Lamps of the Harbour', from: 'style Title', kept: 'The Lamps of the Harbour' });
    expect(draft.head.standfirst?.kept).toBe('How they are lit, and by whom');
    expect(toMdx(draft.body)).toBe(
      `## The keepers

Every lamp has **one keeper**, *always*.

### The work

- trim the wick
- fill the oil

> Light is a promise.

|       |       |
| ----- | ----- |
| Lamp  | Hours |
| North | 12    |

[The rules](https://example.org/rules) and a file.

Plate 1. The north lamp
`,
    );
    expect(draft.aside).toEqual([]);
    expect(breach(draft)).toBeUndefined();
  });

  it.each<readonly [string, string, string, number]>([
    [
      'paragraphs of a cell stand in one line',
      inTable([p('Lamp') + p('and wick'), p('Hours')], [p('North'), p('12')]),
      '|               |       |\n| ------------- | ----- |\n| Lamp and wick | Hours |\n| North         | 12    |',
      0,
    ],
    [
      'a table in a table',
      inTable([p('Lamp'), p('Hours')], [p('North') + inTable([p('oil'), p('wick')]) + p('at night'), p('12')]),
      'Lamp\\\nHours\n\nNorth\n\n|     |      |\n| --- | ---- |\n| oil | wick |\n\nat night\n\n12',
      1,
    ],
    ['a list in a cell', inTable([p('Lamp'), item('trim') + item('fill')]), 'Lamp\n\n- trim\n- fill', 1],
  ])('%s, and the rest keeps its structure', async (_, table, mdx, flattened) => {
    const draft = await read({ body: p('Of lamps', 'Title') + p('The oil', 'Heading1') + table + p('Of glass.') });
    expect(toMdx(draft.body)).toBe(`## The oil\n\n${mdx}\n\nOf glass.\n`);
    expect(draft.head.title?.kept).toBe('Of lamps');
    expect(draft.flags.map(({ message }) => message)).toEqual(
      flattened ? ['A table stands as paragraphs, row by row, for cells hold more than a line'] : [],
    );
    expect(breach(draft)).toBeUndefined();
  });

  it('a block whose words the conversion spoils is plain, and the others are not', async () => {
    const spoiled = p(`${r('The har')}<w:unknown>${r('bour of')}</w:unknown>${r('ten lamps.')}`);
    const draft = await read({ body: p('The oil', 'Heading1') + p('Of olives.') + spoiled + item('glass') + p('The end', 'Heading1') });
    expect(toMdx(draft.body)).toBe('## The oil\n\nOf olives.\n\nThe harbour often lamps.\n\n- glass\n\n## The end\n');
    expect(draft.flags.map(({ message }) => message)).toEqual([
      'Here the paragraphs are plain, for they could not be read otherwise: The harbour often lamps',
    ]);
    expect(breach(draft)).toBeUndefined();
  });

  it('raised and lowered digits are signs of their own', async () => {
    const power = '<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
    const draft = await read({
      body: p(
        `${r('10')}${up('6')}${r(' lamps, 10')}${up('-3')}${r(' H')}${r('2', '<w:vertAlign w:val="subscript"/>')}${r('O, the 2')}${up('nd')}${power}`,
      ),
    });
    expect(textOfTree(draft.body).trim()).toBe('10⁶ lamps, 10⁻³ H₂O, the 2ndm²');
    expect(draft.visible).toBe('10⁶ lamps, 10⁻³ H₂O, the 2ndm²');
  });

  it('footnotes and endnotes are footnotes', async () => {
    const draft = await read({
      body: p(`${r('The oil')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' burns')}<w:r><w:endnoteReference w:id="2"/></w:r>${r('.')}`),
      footnotes: note('footnote', 2, 'Of olives.'),
      endnotes: note('endnote', 2, 'For nine hours.') + note('endnote', 3, 'A note that nothing refers to.'),
    });
    expect(toMdx(draft.body)).toBe('The oil[^1] burns[^2].\n\n[^1]: Of olives.\n\n[^2]: For nine hours.\n');
    expect(told(draft)).toEqual(['unsure | word/endnotes.xml | A note that nothing refers to.']);
    expect(breach(draft)).toBeUndefined();
  });

  it('line breaks, tabs, fields, formulas, signs of fonts and ruby keep their words', async () => {
    const draft = await read({
      body: [
        p(`<w:r>${t('one')}<w:br/>${t('two')}<w:tab/>${t('three')}<w:cr/>${t('four')}<w:br w:type="page"/>${t('five')}</w:r>`),
        p(`${r('Figure ')}<w:fldSimple w:instr=" SEQ Figure "><w:r>${t('7')}</w:r></w:fldSimple>${r(': the quay')}`),
        p(`<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>${r(' holds')}`),
        p(`<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>${r(' and ')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`),
        p(`<w:r><w:ruby><w:rubyPr/><w:rt><w:r>${t('みなと')}</w:r></w:rt><w:rubyBase><w:r>${t('港')}</w:r></w:rubyBase></w:ruby></w:r>`),
      ].join(''),
    });
    expect(textOfTree(draft.body).split('\n').filter(Boolean)).toEqual([
      'one',
      'two three',
      'four',
      'five',
      'Figure 7: the quay',
      'a+b holds',
      'α and ✓',
      'みなと港',
    ]);
    expect(draft.aside).toEqual([]);
    expect(breach(draft)).toBeUndefined();
  });

  it('tracked changes: what was inserted is text, what was deleted is set aside', async () => {
    const draft = await read({
      body: [
        p(`${r('The har')}${deleted('bour')}<w:ins><w:r>${t('bor')}</w:r></w:ins>${r(' wakes.')}`),
        `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('Boats go')}</w:p>`,
        p(' out.'),
        p(`<w:moveFrom><w:r>${t('At dusk.')}</w:r></w:moveFrom>`),
        p(`<w:moveTo><w:r>${t('At dusk.')}</w:r></w:moveTo>`),
      ].join(''),
    });
    expect(textOfTree(draft.body).trim().split('\n')).toEqual(['The harbor wakes.', 'Boats go out.', 'At dusk.']);
    expect(told(draft)).toEqual([
      'unsure | word/document.xml, deleted with changes tracked | bour',
      'unsure | word/document.xml, deleted with changes tracked | At dusk.',
    ]);
    expect(breach(draft)).toBeUndefined();
  });

  it('comments, headers, footers and the table of contents are set aside', async () => {
    const draft = await read({
      body:
        p('The keepers 1', 'TOC1') + p(`<w:commentRangeStart w:id="1"/>${r('Lamps are lit.')}<w:r><w:commentReference w:id="1"/></w:r>`),
      comments: `<w:comment w:id="1" w:author="A. Keeper">${p('By whom?')}</w:comment>`,
      headers: [p('Harbour papers'), p('')],
      footers: [p('Page 1 of 1')],
    });
    expect(told(draft)).toEqual([
      'comment | word/comments.xml | By whom?',
      'footer | word/footer1.xml | Page 1 of 1',
      'navigation | word/header1.xml | Harbour papers',
      'navigation | table of contents | The keepers 1',
    ]);
    expect(draft.visible).not.toContain('A. Keeper');
    expect(breach(draft)).toBeUndefined();
  });

  it('a text box that is written twice, for old and new programs, counts once', async () => {
    const box = `<w:txbxContent>${p('In a box.')}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const one = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
    const draft = await read({ body: p(`${r('Before ')}${both}${r('after.')}`) });
    expect(draft.visible.match(/In a box/g)).toHaveLength(1);
    expect(draft.aside).toEqual([]);
    expect(breach(draft)).toBeUndefined();
    const alone = await read({ body: p(`${r('Before ')}${one}${r('after.')}`) });
    expect(told(alone)).toEqual(['unsure | word/document.xml | In a box.']);
    expect(breach(alone)).toBeUndefined();
  });
});

describe('the head', () => {
  it.each<readonly [string, DocxParts, string | undefined, string]>([
    ['a single first heading', { body: p('On Piers', 'Heading1') + p('Text.') }, 'On Piers', 'first heading of word/document.xml'],
    ['the properties', { body: p('Text of piers.'), core: '<dc:title>On Piers</dc:title>' }, 'On Piers', 'docProps/core.xml dc:title'],
    [
      'no file name',
      { body: p('Text of piers.'), core: '<dc:title>Microsoft Word - piers_v2.doc</dc:title>' },
      'Text of piers',
      'first words',
    ],
    ['the first words', { body: p('The pier was built in a year. It stands.') }, 'The pier was built in a year', 'first words'],
  ])('title from %s', async (_, parts, title, from) => {
    const draft = await read(parts);
    expect([draft.head.title?.value, draft.head.title?.from]).toEqual([title, from]);
    expect(draft.head.title?.derived ?? false).toBe(from === 'first words');
    expect(breach(draft)).toBeUndefined();
  });

  it('the computer’s user is no author, and the language is that of the style', async () => {
    const draft = await read({
      body: p('Text.'),
      core: '<dc:creator>user7</dc:creator>',
      defaults: '<w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-US"/></w:rPr></w:rPrDefault>',
    });
    expect(draft.head.author).toBeUndefined();
    expect(draft.head.language).toEqual({ value: 'en-GB', from: 'w:lang of the default style' });
    expect(draft.flags).toEqual([
      { message: 'Not taken as the author, for it is often the computer’s user: user7', at: 'docProps/core.xml dc:creator' },
    ]);
  });
});

describe('what cannot be read', () => {
  const good = makeDocx({ body: p('Text.') });
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) });
  const files = docxFiles({ body: p('Text.') });
  const withEntities = {
    ...files,
    'word/document.xml': files['word/document.xml']!.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
  };
  it.each<readonly [string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /empty/],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /old Word file/],
    ['rich text', strToU8('{\\rtf1 text}'), /Rich Text/],
    ['plain text', strToU8('Only text.'), /no Word file/],
    ['half a file', good.subarray(0, good.length / 2), /damaged/],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
    ['an archive of a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /no Word document/],
    ['a bomb', bomb, /larger than a document/],
    ['entities', zipSync(Object.fromEntries(Object.entries(withEntities).map(([name, text]) => [name, strToU8(text)]))), /entities/],
    ['no words', makeDocx({ body: '<w:p/>' }), /No words/],
    ['a title alone', makeDocx({ body: p('Of lamps', 'Title') }), /no text besides its title/],
    ['a heading alone', makeDocx({ body: p('Of lamps', 'Heading1') }), /no text besides its headings/],
    ['a table of contents alone', makeDocx({ body: p('Oil 1', 'TOC1') }), /no text besides its contents/],
  ])('%s', async (_, bytes, message) => {
    const refused = await fromDocx({ name: 'x.docx', bytes }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unreadable);
    expect((refused as Unreadable).message).toMatch(message);
    expect((refused as Unreadable).suggestion).not.toBe('');
  });

  it('a file whose bytes were altered is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), async (at, byte) => {
        const bytes = Uint8Array.from(good);
        bytes[at % bytes.length] = byte;
        try {
          expect(breach(await fromDocx({ name: 'x.docx', bytes }))).toBeUndefined();
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['XML that does not end', '<w:p><w:r><w:t>Words that stay'],
    ['a table in a paragraph', p(`<w:tbl><w:tr><w:tc>${p('In a cell.')}</w:tc></w:tr></w:tbl>`)],
    ['a thousand tables in each other', `${'<w:tbl><w:tr><w:tc>'.repeat(1000)}${p('Deep.')}${'</w:tc></w:tr></w:tbl>'.repeat(1000)}`],
    ['a hundred thousand tags in each other', `${'<w:smartTag>'.repeat(100_000)}${p('Deep.')}${'</w:smartTag>'.repeat(100_000)}`],
  ])('%s', async (_, body) => {
    try {
      expect(breach(await read({ body }))).toBeUndefined();
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable);
    }
  });
});

describe('the law', () => {
  const word = fc.oneof(
    fc.constantFrom('lamp', 'quay', 'of', '2019.', '#', '*', '<b>', '{x}', 'été', 'ميناء', '港', '😀', '&amp;', '_a_', '1)'),
    fc.string({ maxLength: 6 }),
  );
  const text = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' ').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));
  const run = fc.oneof(
    text.map((words) => r(words)),
    text.map((words) => r(words, '<w:b/>')),
    text.map((words) => r(words, '<w:i/><w:strike/>')),
    text.map((words) => `<w:ins><w:r>${t(words)}</w:r></w:ins>`),
    text.map((words) => `<w:del><w:r>${t(words, 'delText')}</w:r></w:del>`),
    text.map((words) => `<w:hyperlink r:id="rIdL1">${r(words)}</w:hyperlink>`),
    text.map((words) => `<w:fldSimple w:instr="X">${r(words)}</w:fldSimple>`),
    text.map((words) => `<w:unknown>${r(words)}</w:unknown>`),
    fc.constantFrom(
      '<w:r><w:br/></w:r>',
      '<w:r><w:tab/></w:r>',
      '<w:r><w:footnoteReference w:id="1"/></w:r>',
      '<w:r><w:noBreakHyphen/></w:r>',
    ),
  );
  const paragraph = fc
    .tuple(
      fc.option(fc.constantFrom('Title', 'Subtitle', 'Heading1', 'Heading3', 'Quote', 'TOC1', 'NoSuchStyle'), { nil: undefined }),
      fc.array(run, { minLength: 1, maxLength: 5 }),
    )
    .map(([style, runs]) => p(runs.join(''), style));
  const table = fc
    .array(paragraph, { minLength: 1, maxLength: 4 })
    .map((cells) => `<w:tbl><w:tr>${cells.map((each) => `<w:tc>${each}</w:tc>`).join('')}</w:tr></w:tbl>`);
  const part = fc.option(paragraph, { nil: undefined });

  it('holds for every file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: paragraph }, table), { minLength: 1, maxLength: 8 }),
        part,
        part,
        part,
        async (blocks, header, note, comment) => {
          const parts: DocxParts = {
            body: blocks.join(''),
            links: ['https://example.org/'],
            ...(header ? { headers: [header] } : {}),
            footnotes: `<w:footnote w:id="1">${note ?? p('A note.')}</w:footnote>`,
            ...(comment ? { comments: `<w:comment w:id="1">${comment}</w:comment>` } : {}),
          };
          let draft: Draft;
          try {
            draft = await read(parts);
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
            return;
          }
          expect(breach(draft)).toBeUndefined();
          if (!JSON.stringify(parts).includes('w:unknown'))
            expect(draft.flags.filter(({ message }) => message.startsWith('Its headings'))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  it('a long file', async () => {
    const draft = await read({ body: p('The harbour wakes early, and the boats go out before dawn, as ever.').repeat(20_000) });
    expect(breach(draft)).toBeUndefined();
  });
});
