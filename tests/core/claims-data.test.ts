/**
 * Claims as others read them: as data, as linked data, and as a table; of one small edition.
 */
import { describe, expect, test } from 'vitest';
import { matrixOf } from '../../src/core/claim-matrix.ts';
import { reckon } from '../../src/core/claims.ts';
import { claimsData } from '../../src/core/claims-data.ts';
import { claimLinkedData, claimReviews } from '../../src/core/linked-data.ts';
import type { Document } from '../../src/core/model.ts';
import { passageAddress } from '../../src/core/passage-address.ts';
import { editionOf, term } from '../edition/editions.ts';
import { claimOf, type Said } from './claim-samples.ts';

const edition = editionOf('About 10 boats came in, says the pilot: 4 of salt and 6 of wine.\n\nThe mole stood.', {
  'documents/answer.mdx':
    '---\ntitle: An answer\ntext: original\nsource: { author: B. Clerk, publisher: Q, published: 1740-05, url: https://example.org/a }\n---\n\nIn 1731 there were 12 boats.\n',
  'documents/letter.mdx':
    '---\ntitle: A letter\ntext: original\nsource: { publisher: Q, published: unknown }\n---\n\nNo boat is told of.\n',
  'glossary/pilot.mdx': term('pilot', 'same_as: [https://example.org/pilot]\n').replace('concept', 'person'),
  'annotations/answer.yaml': [
    '- { id: twelve, kind: check, quote: 12 boats, body: The ledger has ten., author: A. Reader, check: { verdict: disputed, checked: 2024-05-03 } }',
    '- { id: when, kind: gloss, quote: In 1731, body: The year of the dues. }',
    '',
  ].join('\n'),
  'claims/boats.yaml': `question: How many boats came in?
topic: The harbour
unit: boats
note: Of one *day*.
statements:
  - document: dues
    quote: About 10 boats
    value: { about: 10 }
    said_by: pilot
    parts: [{ label: salt, value: 4 }, { label: wine, value: 6 }]
  - { document: answer, quote: 12 boats, value: 12, as_of: 1731, origin: the ledger, note: Of the ledger. }
`,
  'claims/mole.yaml': `question: Did the mole stand?
positions: { stood: It stood }
statements:
  - { document: dues, quote: The mole stood., position: stood }
`,
});
const where = { base: '/reader/', site: 'https://example.org' };

describe('as data', () => {
  const data = claimsData(edition, where);
  const [boats, mole] = ['boats', 'mole'].map((id) => data.claims.find((claim) => claim.id === id)!);

  test('has each claim with what follows from it', () => {
    expect(data.url).toBe('https://example.org/reader/claims/');
    expect(boats).toMatchObject({
      url: 'https://example.org/reader/claims/boats/',
      question: 'How many boats came in?',
      topic: 'The harbour',
      unit: 'boats',
      scope: null,
      note: 'Of one day.',
      outcome: 'differ',
      answers: [
        { words: 'about 10', statements: [1], witnesses: 1 },
        { words: '12', statements: [2], witnesses: 1 },
      ],
      alike: [[1], [2]],
      stands: [{ between: [1, 2], how: 'differs', by: 2 }],
      silent: [],
    });
    expect(boats).not.toHaveProperty('positions');
    expect(mole).toMatchObject({ unit: null, positions: { stood: 'It stood' }, outcome: 'alone', silent: ['answer'] });
  });

  test('has each statement with its words, its value, where it stands, and how it stands to the others', () => {
    expect(boats!.statements[0]).toEqual({
      number: 1,
      url: 'https://example.org/reader/claims/boats/#s1',
      document: 'dues',
      paragraph: 1,
      passage: 'https://example.org/reader/documents/dues/#ref-said--boats--1',
      words: 'About 10 boats',
      value: { kind: 'about', number: 10, words: 'about 10' },
      reach: { measure: 'number', from: 9, to: 11 },
      time: '1731',
      timed: false,
      scope: null,
      said_by: { name: 'pilot', term: 'pilot' },
      parts: [
        { label: 'salt', value: { kind: 'number', number: 4, words: '4' } },
        { label: 'wine', value: { kind: 'number', number: 6, words: '6' } },
      ],
      sum: { value: { kind: 'number', number: 10, words: '10' }, fits: true },
    });
    expect(boats!.statements[1]).toMatchObject({ time: '1731', timed: true, origin: { name: 'the ledger' }, note: 'Of the ledger.' });
  });

  test('has the documents that say something, and paths where no origin is known', () => {
    expect(data.documents.map(({ id, published }) => [id, published])).toEqual([
      ['dues', '1731'],
      ['answer', '1740-05'],
    ]);
    const here = claimsData(edition, { base: '/', site: undefined });
    expect([here.url, here.claims[0]!.url, here.documents[0]!.url]).toEqual(['/claims/', '/claims/boats/', '/documents/dues/']);
  });

  test('has dates as days, and what repeats', () => {
    const claim = claimOf([
      { document: 'dues', value: '1731-05', said_by: { name: 'Anne' } },
      { document: 'answer', value: '1731-05', said_by: { name: 'Anne' } },
      { document: 'answer', value: '../1732' },
    ]);
    const [first, second] = claimsData({ ...edition, claims: [claim] }, where).claims[0]!.statements;
    expect(first).toMatchObject({ reach: { measure: 'days', from: '1731-05-01', to: '1731-05-31' } });
    expect(first).not.toHaveProperty('repeats');
    expect(second).toMatchObject({ repeats: 1 });
  });
});

test('data grow with the statements, not with their pairs', () => {
  const size = (values: number, count: number): number => {
    const said = Array.from({ length: count }, (_, i) => ({ document: i % 2 ? 'dues' : 'answer', value: i % values }));
    return JSON.stringify(claimsData({ ...edition, claims: [claimOf(said)] }, where).claims).length;
  };
  for (const values of [1, 50, 1000]) expect(size(values, 2000) / size(values, 1000), `${values} answers`).toBeLessThan(2.4);
  expect(size(1000, 1000)).toBeLessThan(500_000);
  const claim = claimOf([
    { document: 'dues', value: 1 },
    { document: 'answer', value: 1 },
    { document: 'dues', value: '1731' },
  ]);
  expect(claimsData({ ...edition, claims: [claim] }, where).claims[0]).toMatchObject({
    alike: [[1, 2], [3]],
    stands: [{ between: [1, 3], how: 'other_whole' }],
  });
});

describe('as linked data', () => {
  const look = {
    document: (id: string): Document => edition.documents.find((document) => document.id === id)!,
    term: (id: string) => edition.terms.find((each) => each.id === id),
  };

  test('each statement is a Claim, by whom it is said, where it appears', () => {
    const claim = edition.claims.find(({ id }) => id === 'boats')!;
    expect(claimLinkedData(claim, look, edition, where)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      name: 'How many boats came in?',
      mainEntity: {
        '@type': 'ItemList',
        numberOfItems: 2,
        itemListElement: [
          {
            '@type': 'Claim',
            '@id': 'https://example.org/reader/claims/boats/#s1',
            name: 'How many boats came in? About 10 boats.',
            text: 'About 10 boats',
            author: { '@type': 'Person', name: 'pilot', sameAs: ['https://example.org/pilot'] },
            appearance: { '@type': 'CreativeWork', name: 'The dues', url: 'https://example.org/reader/documents/dues/#ref-said--boats--1' },
          },
          { author: { name: 'B. Clerk' }, appearance: { datePublished: '1740-05' } },
        ],
      },
    });
    expect(JSON.stringify(claimLinkedData(claim, look, edition, { base: '/', site: undefined }))).not.toMatch(/"url"|"@id"/);
  });

  test('a check with a verdict is a ClaimReview, and no verdict is a number', () => {
    expect(claimReviews(look.document('answer'), edition, where)).toEqual([
      {
        '@type': 'ClaimReview',
        url: 'https://example.org/reader/documents/answer/#note-twelve',
        inLanguage: 'en',
        claimReviewed: '12 boats',
        reviewRating: { '@type': 'Rating', alternateName: 'Disputed' },
        author: { '@type': 'Person', name: 'A. Reader' },
        datePublished: '2024-05-03',
        itemReviewed: {
          '@type': 'Claim',
          author: { name: 'B. Clerk' },
          appearance: expect.objectContaining({ name: 'An answer', isBasedOn: 'https://example.org/a' }),
        },
      },
    ]);
    expect(claimReviews(look.document('dues'), edition, where)).toEqual([]);
  });
});

describe('as a table', () => {
  test('has a column for each document that says something, by date', () => {
    const { columns, topics, documents } = matrixOf(edition.claims, edition.documents);
    expect([columns?.map(({ id }) => id), documents]).toEqual([['dues', 'answer'], 2]);
    expect(topics.map(({ name, rows }) => [name, rows.map(({ claim, cells }) => [claim.id, cells.map((cell) => cell.length)])])).toEqual([
      ['The harbour', [['boats', [1, 1]]]],
      [undefined, [['mole', [1, 0]]]],
    ]);
  });

  test.each<[string, number, number, boolean]>([
    ['twelve documents are columns', 12, 1, true],
    ['thirteen are cards', 13, 1, false],
    ['sixty claims are rows', 1, 60, true],
    ['sixty-one are cards', 1, 61, false],
  ])('%s', (_, documents, claims, table) => {
    const said = Array.from({ length: documents }, (_, i) => ({ document: `d${i}`, value: i }));
    const all = Array.from({ length: claims }, (_, i) => claimOf(said, { id: `c${i}` }));
    expect(matrixOf(all, numbered(20)).columns?.length).toBe(table ? documents : undefined);
  });

  test('of an undated document the column is the last', () => {
    const documents = [
      { id: 'a', source: {} },
      { id: 'b', source: { published: '1731~' } },
    ] as unknown as Document[];
    const { columns } = matrixOf(
      [
        claimOf([
          { document: 'a', value: 1 },
          { document: 'b', value: 2 },
        ]),
      ],
      documents,
    );
    expect(columns?.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

test.each<[string, readonly Said[], string]>([
  ['its marker, where another can be held against it', [{ value: 1 }, { value: 2, document: 'b' }], '/documents/a/#ref-said--boats--1'],
  ['its paragraph, where none can', [{ value: 1 }, { value: 2, document: 'b', scope: 'the sea' }], '/documents/a/#p1'],
  ['its paragraph, where it is alone', [{ value: 1 }], '/documents/a/#p1'],
  ['the page, where it stands in a footnote', [{ value: 1, block: 0 }], '/documents/a/'],
])('a statement leads to %s', (_, statements, address) => {
  const claim = claimOf(statements);
  expect(passageAddress(claim.statements[0]!, reckon([claim]), '/')).toBe(address);
});

function numbered(count: number): Document[] {
  return Array.from(
    { length: count },
    (_, i) => ({ id: `d${i}`, title: `D${i}`, source: { published: String(1731 + i) } }) as unknown as Document,
  );
}
