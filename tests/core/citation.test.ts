/**
 * Citations: tables, and two judges that others wrote. What BibTeX says is read back by a parser of BibTeX; APA is compared with the
 * style that reference managers use.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citablePage, metaOf, namesIn } from '../../src/core/citable.ts';
import { cite } from '../../src/core/citation.ts';
import { quotedWords, type Citable, type Cited } from '../../src/core/cited.ts';

const address = 'https://example.org/papers/documents/dues/#p3';
const dues: Citable = {
  id: 'dues',
  type: 'chapter',
  title: 'The harbour dues',
  authors: [{ given: 'A.', family: 'Reader' }],
  publisher: 'The Port Gazette',
  date: '1731-05-04',
  how: 'in',
  edition: 'The Harbour Papers',
  editors: [{ given: 'Jane', family: 'Writer' }],
  language: 'en',
};
const restated: Citable = {
  ...dues,
  title: 'Who shall pay?',
  authors: [],
  date: '1731~',
  how: 'restated in',
  editors: [{ literal: 'The editors of this edition' }],
};
const bare: Citable = { ...dues, authors: [], publisher: undefined, date: undefined, editors: [] };
const three = { ...dues, authors: ['Reader', 'Mole', 'Quay'].map((family) => ({ family, given: 'Jean-Paul M.' })) };
const at: Cited = { address, paragraph: 3 };

describe('plain', () => {
  test.each([
    [dues, 'A. Reader, “The harbour dues”, The Port Gazette, 4 May 1731, in The Harbour Papers, ed. Jane Writer, ¶\u00a03, '],
    [
      restated,
      '“Who shall pay?”, The Port Gazette, about 1731, restated in The Harbour Papers, ed. the editors of this edition, ¶\u00a03, ',
    ],
    [bare, '“The harbour dues”, in The Harbour Papers, ¶\u00a03, '],
    [
      citablePage('entry', 'dues', 'dues', { title: 'P', language: 'en', editors: ['B. Writer'] }),
      '“dues”, in the glossary of P, ed. B. Writer, ¶\u00a03, ',
    ],
  ])('%#', (what, expected) => expect(cite('plain', what, at)).toBe(expected + address));
});

describe('Chicago, a full note', () => {
  test.each([
    [dues, 'A. Reader, “The harbour dues,” The Port Gazette, May 4, 1731, in The Harbour Papers, ed. Jane Writer, para.\u00a03, '],
    [
      restated,
      'The Port Gazette, “Who shall pay?,” ca. 1731, restated in The Harbour Papers, ed. the editors of this edition, para.\u00a03, ',
    ],
    [bare, '“The harbour dues,” in The Harbour Papers, para.\u00a03, '],
    [{ ...bare, title: 'On “dues.”', date: 'unknown' }, '“On ‘dues.’,” n.d., in The Harbour Papers, para.\u00a03, '],
    [{ ...bare, title: 'Dues in the U.S.', date: '1731-05~' }, '“Dues in the U.S.,” ca. May 1731, in The Harbour Papers, para.\u00a03, '],
    [{ ...bare, title: 'He paid.', date: '1731?' }, '“He paid,” [1731?], in The Harbour Papers, para.\u00a03, '],
    [
      { ...three, publisher: undefined, date: '1731-05' },
      'Jean-Paul M. Reader et al., “The harbour dues,” May 1731, in The Harbour Papers, ed. Jane Writer, para.\u00a03, ',
    ],
  ])('%#', (what, expected) => expect(cite('chicago', what, at)).toBe(`${expected}${address}.`));
});

describe('APA, in the text and in the list', () => {
  test.each([
    [
      dues,
      '(Reader, 1731, para.\u00a03)',
      'Reader, A. (1731). The harbour dues. In J. Writer (Ed.), The Harbour Papers. … (Original work published by The Port Gazette)',
    ],
    [
      restated,
      '(The Port Gazette, ca. 1731, para.\u00a03)',
      'The Port Gazette. (ca. 1731). Who shall pay? [Restated]. In The Harbour Papers. …',
    ],
    [bare, '(“The harbour dues,” n.d., para.\u00a03)', 'The harbour dues. (n.d.). In The Harbour Papers. …'],
    [
      { ...three, publisher: undefined },
      '(Reader et al., 1731, para.\u00a03)',
      'Reader, J.-P. M., Mole, J.-P. M., & Quay, J.-P. M. (1731). The harbour dues. In J. Writer (Ed.), The Harbour Papers. …',
    ],
  ])('%#', (what, inText, entry) => expect(cite('apa', what, at)).toBe(`${inText}\n${entry.replace('…', address)}`));

  test.each([
    dues,
    { ...dues, editors: [dues.authors[0]!, { given: 'C. D.', family: 'Mole' }] },
    { ...restated, editors: [] },
    { ...restated, title: 'A “toll”: on & of the keel', date: '1731-05%', editors: [{ literal: 'Office of the Port' }] },
    { ...three, editors: three.authors },
    { ...bare, date: '1731' },
  ])('as the style of reference managers has it: %#', (what) => {
    const plainly = { ...what, publisher: what.authors.length > 0 ? undefined : what.publisher };
    const [, entry] = cite('apa', plainly, at).split('\n');
    const items = JSON.parse(cite('csl', plainly, at)) as object[];
    expect(entry).toBe(plugins.output.format('bibliography', items, { template: 'apa', format: 'text', lang: 'en-US' }).trim());
  });
});

describe('with words', () => {
  const words = 'Nobody “paid” it';
  test.each([
    ['plain', `“Nobody ‘paid’ it”\n`],
    ['chicago', `“Nobody ‘paid’ it”\n`],
    ['apa', `“Nobody ‘paid’ it” (Reader, 1731, para.\u00a03)\n`],
  ] as const)('%s begins with them', (form, start) => {
    const cited = cite(form, dues, { ...at, words });
    expect(cited.slice(0, start.length)).toBe(start);
    expect(cited.slice(start.length)).toBe(cite(form, dues, at).replace(/^\(.*\n/, ''));
  });

  test('data has them in the note', () => {
    expect(cite('bibtex', dues, { ...at, words })).toContain(
      'note = {First published by The Port Gazette. Paragraph 3: “Nobody ‘paid’ it”},',
    );
    expect(JSON.parse(cite('csl', dues, { ...at, words }))[0].note).toBe('Paragraph 3: “Nobody ‘paid’ it”');
  });

  test.each([
    ['  one \n line ', 'one line'],
    [`${'A sentence of some length that ends. '.repeat(6)}${'more '.repeat(60)}`, 'A sentence of some length that ends. '.repeat(6).trim()],
    ['word '.repeat(100), `${'word '.repeat(56).trim()} …`],
    ['a'.repeat(300), `${'a'.repeat(280)} …`],
    ['', ''],
  ])('long words are shortened: %#', (long, short) => expect(quotedWords(long)).toBe(short));
});

describe('data', () => {
  test('CSL-JSON', () => {
    expect(JSON.parse(cite('csl', restated, { ...at, accessed: '2026-05-09' }))).toEqual([
      {
        id: 'dues-p3',
        type: 'chapter',
        title: 'Who shall pay?',
        author: [{ literal: 'The Port Gazette' }],
        issued: { 'date-parts': [[1731]], circa: true },
        genre: 'Restated',
        'container-title': 'The Harbour Papers',
        editor: [{ literal: 'The editors of this edition' }],
        language: 'en',
        URL: address,
        accessed: { 'date-parts': [[2026, 5, 9]] },
        note: 'Paragraph 3',
      },
    ]);
  });

  test('BibTeX', () => {
    expect(cite('bibtex', dues, { ...at, accessed: '2026-05-09' })).toBe(`@incollection{dues-p3,
  author = {Reader, A.},
  title = {{The harbour dues}},
  booktitle = {{The Harbour Papers}},
  editor = {Writer, Jane},
  year = {1731},
  month = may,
  url = {https://example.org/papers/documents/dues/#p3},
  urldate = {2026-05-09},
  note = {First published by The Port Gazette. Paragraph 3.},
}`);
  });

  test.each([
    '50% of {all} & more',
    '}{',
    'C:\\dues',
    'a_b^c~d #1 $5',
    '"quoted" “so” ’s',
    'رسالة عن الرسوم',
    'Über die Gebühren @home',
    'and and and',
  ])('BibTeX is read back as it was: %s', (title) => {
    const made = cite('bibtex', { ...dues, title, authors: [{ literal: title }], publisher: undefined }, { ...at, words: title });
    const [item] = plugins.input.chain(made, { generateGraph: false });
    expect(String(item!['title']).replaceAll(/<\/?span[^>]*>/g, '')).toBe(title);
    expect(JSON.stringify(item!['author'])).toContain(JSON.stringify(title));
    expect(item).toMatchObject({ 'container-title': expect.stringContaining('The Harbour Papers'), URL: address });
  });

  test('braces always match, and nothing ends a field', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const made = cite('bibtex', { ...dues, title: text, edition: text, authors: [{ literal: text }] }, { ...at, words: text });
        let depth = 0;
        for (const sign of made) {
          if (sign === '{') depth++;
          if (sign === '}') expect(--depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(JSON.parse(cite('csl', { ...dues, title: text }, at))[0].title).toBe(text);
      }),
    );
  });
});

test('words from right to left keep to themselves what stands beside them; data has the words alone', () => {
  const letter = { ...dues, title: 'رسالة', authors: [], publisher: undefined };
  expect(cite('plain', letter, at)).toContain('“\u2068رسالة\u2069”, 4 May 1731');
  expect(cite('bibtex', letter, at)).not.toMatch(/[\u2066-\u2069]/);
  expect(JSON.parse(cite('csl', letter, at))[0].title).toBe('رسالة');
});

test.each([
  ['A. Reader', [{ given: 'A.', family: 'Reader' }]],
  ['Jane M. van der Reader', [{ given: 'Jane M.', family: 'van der Reader' }]],
  ['Reader, Jane', [{ given: 'Jane', family: 'Reader' }]],
  [
    'A. Reader and B.-C. Writer',
    [
      { given: 'A.', family: 'Reader' },
      { given: 'B.-C.', family: 'Writer' },
    ],
  ],
  [
    'A. Reader; Writer, Ben',
    [
      { given: 'A.', family: 'Reader' },
      { given: 'Ben', family: 'Writer' },
    ],
  ],
  ['A. al-Katib', [{ given: 'A.', family: 'al-Katib' }]],
  ['Harbour Watch', [{ literal: 'Harbour Watch' }]],
  ['U.S. Department of State', [{ literal: 'U.S. Department of State' }]],
  ['Ministry of Ports and Roads', [{ literal: 'Ministry of Ports and Roads' }]],
  ['A. Reader and others', [{ literal: 'A. Reader and others' }]],
  ['The A. Reader Trust', [{ literal: 'The A. Reader Trust' }]],
  ['A. Reader Jr', [{ literal: 'A. Reader Jr' }]],
  ['', [{ literal: '' }]],
])('the names in “%s”', (line, names) => expect(namesIn(line)).toEqual(names));

test('what reference managers read in the head of a page', () => {
  expect(metaOf({ ...dues, date: '1731-05~', authors: [...dues.authors, { literal: 'Office of the Port' }] }, address)).toEqual([
    ['citation_title', 'The harbour dues'],
    ['citation_author', 'Reader, A.'],
    ['citation_book_title', 'The Harbour Papers'],
    ['citation_publisher', 'The Port Gazette'],
    ['citation_publication_date', '1731/05'],
    ['citation_language', 'en'],
    ['citation_public_url', address],
  ]);
  expect(metaOf(bare, undefined).map(([name]) => name)).toEqual(['citation_title', 'citation_book_title', 'citation_language']);
});
