/**
 * The index of names and what the pages of terms draw, in the built site.
 */
import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { eachElement, textOf } from '../../src/core/tree.ts';
import { nameKinds } from '../../src/core/names.ts';
import { readEdition } from '../../src/edition/read.ts';
import { pagesOf } from './build.ts';

const { edition } = readEdition('content');
const pages = pagesOf('.cache/tests/root');
const names = edition!.terms.filter(({ kind }) => nameKinds.some((each) => each === kind));

function elements(path: string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  eachElement(fromHtml(pages.get(path)!), (element) => void (wanted(element) && found.push(element)));
  return found;
}
const ofClass = (path: string, name: string): Element[] => elements(path, (each) => [each.properties['className']].flat().includes(name));
const wordsOf = (element: Element): string => textOf(element).replaceAll(/\s+/g, ' ').trim();

const linksOf = (id: string): string[] =>
  elements(`glossary/${id}/index.html`, (each) => each.tagName === 'a').map((each) => String(each.properties['href']));

describe('the index of names', () => {
  const path = 'names/index.html';

  test('has every person, place and organisation, and no word of another kind', () =>
    expect(ofClass(path, 'head').map(wordsOf).sort()).toEqual(names.map(({ term }) => term).sort()));

  test('sends from other spellings to the headword', () => {
    const sends = ofClass(path, 'sends').map(wordsOf);
    for (const line of ['Baghouz, Baghouz Fawqani, see Baghuz', 'Daesh, see ISIS', 'Moss, see Ian Moss', 'EU, see European Union'])
      expect(sends).toContain(line);
  });

  test('counts every mention, and leads to the first in each document', () => {
    const links = elements(path, (each) => each.tagName === 'a' && String(each.properties['href']).startsWith('/documents/'));
    const shown = links.map((each) => String(each.properties['href'])).filter((href) => href !== '/documents/');
    const first = names.flatMap(({ mentions }) =>
      [...Map.groupBy(mentions, ({ document }) => document)].map(([document, [mention]]) => `/documents/${document}/#p${mention!.block}`),
    );
    expect(shown.sort()).toEqual(first.sort());
    const counted = ofClass(path, 'n').reduce((sum, each) => sum + Number(wordsOf(each)), 0);
    expect(counted).toBe(names.reduce((sum, { mentions }) => sum + mentions.length, 0));
  });

  test('has a letter for every heading, and a kind on everything that can be hidden', () => {
    const headings = elements(path, (each) => each.tagName === 'h2').map((each) => `#${encodeURIComponent(String(each.properties['id']))}`);
    const [nav] = ofClass(path, 'letters');
    const links: unknown[] = [];
    eachElement(nav!, (each) => void (each.tagName === 'a' && links.push(each.properties['href'])));
    expect(links).toEqual(headings);
    for (const item of elements(path, (each) => each.tagName === 'li'))
      expect(item.properties['dataKinds']).toMatch(/person|place|organisation/);
  });
});

describe('the page of a term', () => {
  const path = 'glossary/baghuz/index.html';

  test('says how each document writes it', () =>
    expect(ofClass(path, 'written').map(wordsOf)).toEqual([
      'Iraq—and the West… and The Return of ISIS write BaghouzHow to Prevent… writes Battle of Baghuz',
    ]));

  test('draws every mention in its document, with a name for who cannot see it', () => {
    const drawings = elements(path, (each) => each.tagName === 'svg');
    expect(drawings).toHaveLength(edition!.documents.length);
    for (const { properties } of drawings)
      expect([properties['role'], properties['ariaLabel']]).toEqual(['img', expect.stringMatching(/\w/)]);
    const ticks = ofClass(path, 'ticks').flatMap((each) => String(each.properties['d']).match(/M\d+ 0V10/g) ?? []);
    expect(ticks).toHaveLength(edition!.terms.find(({ id }) => id === 'baghuz')!.mentions.length);
  });

  test('names what stands in the same paragraphs, of all terms that have company at most eight', () => {
    expect(ofClass(path, 'company').map(wordsOf)[0]).toMatch(/^caliphate 3 ?ISIS 3/);
    for (const { id } of edition!.terms) {
      const [list] = ofClass(`glossary/${id}/index.html`, 'company');
      expect(list?.children.length ?? 0).toBeLessThanOrEqual(8);
    }
  });

  test('lists the claims in which it speaks or is the origin, and the events at a place', () => {
    for (const { id: claim, statements } of edition!.claims) {
      for (const { number, said_by, origin } of statements) {
        for (const voice of [said_by, origin]) if (voice?.term) expect(linksOf(voice.term)).toContain(`/claims/${claim}/#s${number}`);
      }
    }
    for (const { id, place } of edition!.events) if (place) expect(linksOf(place)).toContain(`/timeline/#${id}`);
  });
});
