/**
 * Notes as W3C Web Annotations: held against the assertions of the model, and anchored again by what they say of their place.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation, Document, Edition } from '../../src/core/model.ts';
import { blockAround } from '../../src/core/tree.ts';
import { annotationCollection, annotationPage, jsonText, webAnnotations, type Published } from '../../src/core/web-annotation.ts';
import { codePoints, selectorsOf } from '../../src/core/web-selectors.ts';
import { fold } from '../../src/core/words.ts';
import { anchor } from '../../src/importing/annotations/anchor.ts';
import { documentOf, editionOf, term } from '../edition/editions.ts';
import { flatOf } from './trees.ts';

const second =
  '---\ntitle: The warden\ntext: original\nsource: { publisher: P, published: 1732, url: https://example.org/w }\n---\n\nHe paid.\n';
const silent =
  '---\ntitle: Silence\ntext: original\nsource: { publisher: P, published: 1731-06, url: https://example.org/s }\n---\n\nNothing.\n';
const notes = `- id: crowns
  kind: check
  quote: { exact: forty crowns, suffix: a ship }
  body: The ledger has *forty-one*, see [the warden](doc:warden#p1).
  more: |
    - A list,
    - and [Saltmouth](term:town).
  references:
    - { to: doc:warden#p1, relation: disputes }
    - { to: "#p2", relation: see }
    - { to: "https://example.org/a?b=c", relation: see, title: A }
  check: { verdict: disputed, checked: 2026-11-22 }
  author: Ann
- { id: all, kind: question, quote: { paragraph: 2 }, body: "Who else?" }
`;
const edition = editionOf(
  '😀 The council set forty crowns a ship, and forty crowns a cart<Note id="cart" kind="gloss" quote="cart">A *two-wheeled* one.</Note>.\n\nThree masters refused.\n',
  {
    'annotations/dues.yaml': notes,
    'documents/warden.mdx': second,
    'documents/silence.mdx': silent,
    'annotations/warden.yaml': '- { id: a, kind: source, quote: paid, body: B. }\n',
    'glossary/town.mdx': term('council'),
  },
  { base: '/reader/' },
);
const document = documentOf(edition);
const at: Published = { base: '/reader/', site: 'https://example.org' };

describe('a note as a Web Annotation', () => {
  test('says all that the edition says of it', () => {
    const page = 'https://example.org/reader/documents/dues/';
    expect(webAnnotations(document, { ...edition, editors: ['The editors'] }, at)[0]).toEqual({
      id: `${page}#note-crowns`,
      type: 'Annotation',
      motivation: 'assessing',
      creator: { type: 'Person', name: 'Ann' },
      rights: 'https://spdx.org/licenses/CC0-1.0',
      canonical: `${page}#note-crowns`,
      body: [
        {
          type: 'TextualBody',
          value: '<p>The ledger has <em>forty-one</em>, see <a href="https://example.org/reader/documents/warden/#p1">the warden</a>.</p>',
          format: 'text/html',
          language: 'en',
          purpose: 'assessing',
        },
        {
          type: 'TextualBody',
          value: expect.stringContaining('<li>and <a href="https://example.org/reader/glossary/town/">Saltmouth</a>.</li>') as string,
          format: 'text/html',
          language: 'en',
          purpose: 'assessing',
        },
        { type: 'TextualBody', value: 'disputed', format: 'text/plain', purpose: 'classifying' },
        { type: 'SpecificResource', source: 'https://example.org/reader/documents/warden/#p1', purpose: 'linking' },
        { type: 'SpecificResource', source: `${page}#p2`, purpose: 'linking' },
        { type: 'SpecificResource', source: 'https://example.org/a?b=c', purpose: 'linking' },
      ],
      target: {
        type: 'SpecificResource',
        source: page,
        selector: [
          { type: 'TextQuoteSelector', exact: 'forty crowns', prefix: '😀 The council set ', suffix: ' a ship, and forty crowns a cart' },
          // The smile is one code point, and two of JavaScript's units.
          { type: 'TextPositionSelector', start: 18, end: 30 },
          { type: 'FragmentSelector', value: 'p1', conformsTo: 'http://tools.ietf.org/rfc/rfc3236' },
        ],
      },
      'variorum:note': {
        id: 'crowns',
        kind: 'check',
        quote: { exact: 'forty crowns', suffix: 'a ship' },
        body: 'The ledger has *forty-one*, see [the warden](doc:warden#p1).',
        more: '- A list,\n- and [Saltmouth](term:town).\n',
        references: [
          { to: 'doc:warden#p1', relation: 'disputes' },
          { to: '#p2', relation: 'see' },
          { to: 'https://example.org/a?b=c', relation: 'see', title: 'A' },
        ],
        check: { verdict: 'disputed', checked: '2026-11-22' },
        author: 'Ann',
      },
    });
  });

  test('in place carries its Markdown, and stands where it stood', () => {
    const cart = webAnnotations(document, edition, at).find(({ id }) => id.endsWith('#note-cart'))!;
    expect(cart['variorum:note']).toEqual({ id: 'cart', kind: 'gloss', quote: 'cart', body: 'A *two-wheeled* one.' });
    expect(cart.motivation).toBe('describing');
  });

  test('on a whole block quotes all of it, with nothing around', () => {
    const all = webAnnotations(document, edition, at).find(({ id }) => id.endsWith('#note-all'))!;
    expect(all.target.selector[0]).toEqual({ type: 'TextQuoteSelector', exact: 'Three masters refused.' });
  });

  test('without an origin has the path of its address, and none for good', () => {
    const [first] = webAnnotations(document, edition, { base: '/' });
    expect(first?.id).toBe('/documents/dues/#note-crowns');
    expect(first).not.toHaveProperty('canonical');
  });

  test.each<[string, Partial<Edition>, object]>([
    ['one editor by name', { editors: ['Ann'] }, { creator: { name: 'Ann' } }],
    ['several in order', { editors: ['Ann', 'Bea'] }, { creator: [{ name: 'Ann' }, { name: 'Bea' }] }],
    ['a licence by its SPDX address', { licence: 'CC-BY-4.0' }, { rights: 'https://spdx.org/licenses/CC-BY-4.0' }],
    ['no address for what is no identifier', { licence: 'CC BY' }, { rights: undefined }],
    ['right to left', { language: 'ar' }, { body: [expect.objectContaining({ language: 'ar', textDirection: 'rtl' })] }],
  ])('credits: %s', (_, part, wanted) => {
    const noted = edition.documents.find(({ id }) => id === 'warden')!;
    const [first] = webAnnotations(noted, { ...edition, editors: [], ...part }, at);
    expect({ rights: undefined, ...first }).toMatchObject(wanted);
  });

  test('has the dates that are known, as moments', () => {
    const known = { ...at, dates: () => ({ created: '2026-11-01', modified: '2026-11-22T10:00:00Z' }) };
    expect(webAnnotations(document, edition, known)[0]).toMatchObject({
      created: '2026-11-01T00:00:00Z',
      modified: '2026-11-22T10:00:00Z',
    });
  });
});

describe('the pages of a collection', () => {
  const pages = edition.documents.filter(({ annotations }) => annotations.length > 0).map((each) => annotationPage(each, edition, at));
  const collection = annotationCollection(edition, at);

  test('are linked in the order of the documents that have notes, and counted', () => {
    expect(collection).toMatchObject({ id: 'https://example.org/reader/annotations.jsonld', label: 'The harbour', total: 4 });
    expect([collection.first, collection.last]).toEqual([pages[0]?.id, pages[1]?.id]);
    expect(pages.map(({ id, prev, next, startIndex, items }) => [id, prev, next, startIndex, items.length])).toEqual([
      ['https://example.org/reader/documents/dues/annotations.jsonld', undefined, pages[1]?.id, 0, 3],
      ['https://example.org/reader/documents/warden/annotations.jsonld', pages[0]?.id, undefined, 3, 1],
    ]);
  });

  test('keep the assertions of the model', () => {
    for (const page of pages) {
      expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
      expect(page).toMatchObject({ type: 'AnnotationPage', partOf: { id: collection.id, total: collection.total } });
      for (const item of page.items) {
        expect(item.type).toBe('Annotation');
        expect(() => new URL(item.id)).not.toThrow();
        expect(new URL(item.target.source).hash).toBe('');
        expect(item.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector', 'TextPositionSelector', 'FragmentSelector']);
        for (const body of item.body) expect(['TextualBody', 'SpecificResource']).toContain(body.type);
      }
    }
  });

  test('of an edition without notes: none, and the collection names none', () => {
    const bare = { ...edition, documents: edition.documents.map((each): Document => ({ ...each, annotations: [] })) };
    expect(annotationCollection(bare, at)).toMatchObject({ total: 0 });
    expect(annotationCollection(bare, at)).not.toHaveProperty('first');
  });

  test('are the same bytes each time, and JSON', () => {
    expect(jsonText(pages[0]!)).toBe(jsonText(annotationPage(document, edition, at)));
    expect(JSON.parse(jsonText(pages[0]!))).toEqual(JSON.parse(JSON.stringify(pages[0])));
  });
});

describe('selectors', () => {
  test.each([
    ['😀a', 2, 1],
    ['a😀b😀', 6, 4],
    ['abc', 3, 3],
    ['', 0, 0],
  ])('of “%s” count %i units as %i code points', (words, units, points) => expect(codePoints(words)(units)).toBe(points));

  test('cut no letter from its marks', () => {
    const words = `${'e\u0301'.repeat(40)}X${'e\u0301'.repeat(40)}`;
    const [quote] = selectorsOf(noteOn(words, 80, 81), words, (offset) => offset);
    expect(quote).toMatchObject({ prefix: 'e\u0301'.repeat(16), suffix: 'e\u0301'.repeat(16) });
  });

  const word = fc.constantFrom('a', 'b', 'the', 'camp', 'it’s', '“so”', 'e\u0301t', 'al-Hol', 'Iraq—Syria', '沙', 'קול', '😀');
  const text = fc
    .array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
    .map((paragraphs) => paragraphs.map((paragraph) => paragraph.join(' ')).join('\n\n'));

  test('lead back to the passage that they were made of', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (markdown, a, b) => {
        const flat = flatOf(markdown);
        const tokens = [...flat.words.matchAll(/[^\s\u2029]+/g)];
        const first = tokens[a % tokens.length]!;
        const block = blockAround(flat.blocks, { start: first.index, end: first.index + 1 })!;
        const within = tokens.filter((each) => each.index >= first.index && each.index < block.end);
        const last = within[b % within.length]!;
        const span = { start: first.index, end: last.index + last[0].length };
        const [quote, position, fragment] = selectorsOf({ ...noteOn(flat.words, 0, 1), span, block }, flat.words, codePoints(flat.words));
        const words = { document: 'test', flat, folded: fold(flat.words), placeOf: () => ({ file: '', line: 1, column: 1 }) };
        const target = { quote: quote as never, position: position as never, fragment: (fragment as { value: string }).value };
        expect(anchor(target, words)).toEqual({ span, block, whole: false });
      }),
    );
  });
});

function noteOn(words: string, start: number, end: number): Annotation {
  const block = { number: 1, start: 0, end: words.length, section: 0 } as Annotation['block'];
  return { span: { start, end }, block } as Annotation;
}
