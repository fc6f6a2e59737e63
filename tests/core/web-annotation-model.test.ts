/**
 * What is exported, held against the assertions that the W3C Web Annotation Data Model makes with MUST, by its sections
 * (https://www.w3.org/TR/annotation-model/, REC 2017).
 */
import { describe, expect, test } from 'vitest';
import { annotationCollection, annotationPage, hasNotes, type Published } from '../../src/core/web-annotation.ts';
import { readEdition } from '../../src/edition/read.ts';
import { editionOf, term } from '../edition/editions.ts';

type Values = Readonly<Record<string, unknown>>;

const harbour = editionOf(
  '😀 The council set forty crowns a ship<Note id="cart" kind="gloss">A *two-wheeled* one.</Note>.\n\nThree masters refused.[^1]\n\n[^1]: So it is said.\n',
  {
    'annotations/dues.yaml': `- { id: a, kind: check, quote: forty crowns, body: "See [it](term:town).", more: "- x", check: { verdict: disputed, checked: 2026 }, author: Ann, created: 1731, references: [{ to: "#p2", relation: see }, { to: "https://example.org/", relation: see }] }
- { id: b, kind: source, quote: { paragraph: 2 }, body: B. }
- { id: c, kind: question, quote: So it is said, body: C. }
- { id: gone, kind: context, lost: { since: 2026-11-22, quote: the old quay }, body: D. }
- { id: long-gone, kind: context, lost: { since: 2026-11-22, quote: { exact: the quay, prefix: by, suffix: at night } }, body: E. }
`,
    'documents/letter.mdx':
      '---\ntitle: L\ntext: original\nlanguage: ar\nsource: { publisher: P, published: 1732, url: https://example.org/w }\n---\n\nقال لي.\n',
    'annotations/letter.yaml': '- { id: gone, kind: gloss, lost: { since: 2026-11, quote: سلام }, body: D. }\n',
    'glossary/town.mdx': term('council'),
  },
);
const dates = () => ({ created: '2026-11-01', modified: '2026-11-22T10:00:00Z' });
const places: readonly (readonly [string, Published])[] = [
  ['with an origin', { base: '/reader/', site: 'https://example.org', dates }],
  ['without', { base: '/' }],
];
const exported = [['a small edition', harbour] as const, ['the shipped edition', readEdition('content').edition!] as const].flatMap(
  ([name, edition]) =>
    places.map(([where, at]) => {
      const documents = edition.documents.filter(hasNotes);
      const pages = documents.map((document) => json(annotationPage(document, edition, at)));
      return { name: `${name}, ${where}`, collection: json(annotationCollection(edition, at)), pages };
    }),
);
type Export = (typeof exported)[number];

const annotations = ({ pages }: Export): Values[] => pages.flatMap((page) => listOf(page['items']));
const bodies = (all: Export): Values[] => annotations(all).flatMap(({ body }) => listOf(body));
const targets = (all: Export): Values[] => annotations(all).flatMap(({ target }) => listOf(target));
const selectors = (all: Export): Values[] => targets(all).flatMap(({ selector }) => listOf(selector));
const ofType =
  (of: (all: Export) => Values[], type: string) =>
  (all: Export): Values[] =>
    of(all).filter((each) => each['type'] === type);

const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );
const context = 'http://www.w3.org/ns/anno.jsonld';

describe.each(exported)('$name', (all) => {
  test.each<[string, (all: Export) => readonly Values[], (value: Values) => boolean]>([
    [
      '3.1 the context is that of the model, and what else is there stands after it',
      documents,
      ({ '@context': all }) => (listOf(all)[0] as unknown) === context,
    ],
    ['3.1 a context that stands alone is a string', documents, ({ '@context': all }) => !Array.isArray(all) || all.length > 1],
    ['3.1 an annotation has exactly one id, an IRI', annotations, ({ id }) => isIri(id)],
    ['3.1 an annotation has the type Annotation', annotations, ({ type }) => listOf(type).includes('Annotation' as never)],
    ['3.1 an annotation has one target or more', annotations, ({ target }) => listOf(target).length > 0],
    [
      '3.2.2 a text has one direction at most, of the three',
      bodies,
      ({ textDirection = 'auto' }) => ['ltr', 'rtl', 'auto'].includes(textDirection as string),
    ],
    ['3.2.4 a textual body has exactly one value, a string', ofType(bodies, 'TextualBody'), ({ value }) => typeof value === 'string'],
    [
      '3.2.4 a textual body has one format, one language, one direction at most',
      ofType(bodies, 'TextualBody'),
      (body) => ['format', 'language', 'textDirection'].every((key) => body[key] === undefined || typeof body[key] === 'string'),
    ],
    ['3.2.5 no bodyValue beside a body', annotations, (each) => !('bodyValue' in each)],
    [
      '3.3.1 moments are of xsd:dateTime, in UTC, with a Z',
      annotations,
      ({ created, modified }) =>
        [created, modified].every(
          (date) =>
            date === undefined ||
            (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(date as string) && !Number.isNaN(Date.parse(date as string))),
        ),
    ],
    [
      '3.3.2 an agent has one name at most, a string',
      annotations,
      ({ creator }) => listOf(creator).every(({ name, nickname }) => typeof name === 'string' && nickname === undefined),
    ],
    [
      '3.3.5 the motivation is one of the vocabulary',
      annotations,
      ({ motivation }) => listOf(motivation).every((each) => motivations.includes(each as unknown as string)),
    ],
    [
      '3.3.5 a purpose is one of the vocabulary, on what may have one',
      bodies,
      ({ purpose, type }) => motivations.includes(purpose as string) && ['TextualBody', 'SpecificResource'].includes(type as string),
    ],
    ['3.3.6 rights are an IRI', annotations, ({ rights }) => rights === undefined || isIri(rights)],
    ['3.3.7 there is one canonical IRI at most', annotations, ({ canonical }) => canonical === undefined || isIri(canonical)],
    [
      '4.1 a specific resource has exactly one source, an IRI',
      (every) => [...targets(every), ...ofType(bodies, 'SpecificResource')(every)],
      ({ source, type }) => type === 'SpecificResource' && isIri(source),
    ],
    [
      '4.2 a selector has exactly one type of the model',
      selectors,
      ({ type }) => ['TextQuoteSelector', 'TextPositionSelector', 'FragmentSelector'].includes(type as string),
    ],
    [
      '4.2.1 a fragment has exactly one value, and one rule at most, an IRI',
      ofType(selectors, 'FragmentSelector'),
      ({ value, conformsTo }) => typeof value === 'string' && isIri(conformsTo),
    ],
    [
      '4.2.4 a quote has exactly one text, and one prefix and one suffix at most',
      ofType(selectors, 'TextQuoteSelector'),
      ({ exact, prefix = '', suffix = '' }) =>
        [exact, prefix, suffix].every((each) => typeof each === 'string' && each.isWellFormed()) && exact !== '',
    ],
    [
      '4.2.5 a position has exactly one start and one end, whole numbers, none below 0',
      ofType(selectors, 'TextPositionSelector'),
      ({ start, end }) =>
        [start, end].every((each) => Number.isInteger(each) && (each as number) >= 0) && (start as number) <= (end as number),
    ],
    [
      '5.1 a collection has one IRI, its type, a label, and its total',
      ({ collection }) => [collection],
      ({ id, type, label, total }) => isIri(id) && type === 'AnnotationCollection' && typeof label === 'string' && Number.isInteger(total),
    ],
    [
      '5.1 a collection that is not empty has one first page',
      ({ collection }) => [collection],
      ({ first, last }) => isIri(first) && isIri(last),
    ],
    ['5.2 a page has one IRI, and its type', ({ pages }) => pages, ({ id, type }) => isIri(id) && type === 'AnnotationPage'],
    ['5.2 a page has a list of items, also of one', ({ pages }) => pages, ({ items }) => Array.isArray(items) && items.length > 0],
    [
      '5.2 a page says where it begins, in whole numbers',
      ({ pages }) => pages,
      ({ startIndex }) => Number.isInteger(startIndex) && (startIndex as number) >= 0,
    ],
  ])('%s', (_, of, holds) => {
    const values = of(all);
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(value).toSatisfy(holds);
  });

  test('5.2 the pages lead to each other, from the first to the last, and have all that is counted', () => {
    const { collection, pages } = all;
    expect([pages[0]!['id'], pages.at(-1)!['id']]).toEqual([collection['first'], collection['last']]);
    let count = 0;
    for (const [i, page] of pages.entries()) {
      expect([page['prev'], page['next']]).toEqual([pages[i - 1]?.['id'], pages[i + 1]?.['id']]);
      expect(page['partOf']).toMatchObject({ id: collection['id'], total: collection['total'] });
      expect(page['startIndex']).toBe(count);
      count += listOf(page['items']).length;
    }
    expect(collection['total']).toBe(count);
  });

  test('3.1 no two annotations have one id', () => {
    const ids = annotations(all).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a note without a place has the source, and the words that it was on', () => {
  const lost = annotations(exported[0]!).filter(({ id }) => (id as string).includes('gone'));
  expect(lost.map(({ target }) => target)).toMatchObject([
    { source: 'https://example.org/reader/documents/dues/', selector: [{ type: 'TextQuoteSelector', exact: 'the old quay' }] },
    { selector: [{ exact: 'the quay', prefix: 'by', suffix: 'at night' }] },
    { source: 'https://example.org/reader/documents/letter/', selector: [{ exact: 'سلام' }] },
  ]);
});

function documents({ collection, pages }: Export): Values[] {
  return [collection, ...pages];
}

/** What is written is what is read: undefined goes, and no class stays. */
function json(value: object): Values {
  return JSON.parse(JSON.stringify(value)) as Values;
}

function listOf(value: unknown): Values[] {
  return value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as Values[]);
}

/** An IRI, or a reference that its document's own address makes one. */
function isIri(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !/[\s<>"{}|\\^`]/.test(value) && URL.canParse(value, 'https://example.org/');
}
