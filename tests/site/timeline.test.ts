/**
 * The timeline and the comparison of documents, in the built site.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { meetingOf } from '../../src/core/meeting.ts';
import { pairsOf } from '../../src/core/pairs-of-documents.ts';
import type { TimelineData } from '../../src/core/timeline-data.ts';
import { timelineOf } from '../../src/core/timeline.ts';
import { eachElement, textOf } from '../../src/core/tree.ts';
import { readEdition } from '../../src/edition/read.ts';
import { filesOf, pagesOf } from './build.ts';

const edition = readEdition('content').edition!;
const { documents, claims, events, reckoning } = edition;
const sites = [
  { folder: '.cache/tests/root', base: '/', origin: '' },
  { folder: '.cache/tests/based', base: '/reader/', origin: 'https://example.org' },
];

function elements(html: string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  eachElement(fromHtml(html), (element) => void (wanted(element) && found.push(element)));
  return found;
}

const wordsOf = (element: Element): string => textOf(element).replaceAll(/\s+/g, ' ').trim();
const classed = (element: Element, name: string): boolean => [element.properties['className']].flat().includes(name);

/** The comparisons that a page leads to. */
function linked(html: string, base: string): unknown[] {
  const links = elements(html, (each) => each.tagName === 'a').map((each) => String(each.properties['href']));
  return links.filter((href) => href.startsWith(`${base}compare/`));
}

describe.each(sites)('the timeline at $base', ({ folder, base, origin }) => {
  const page = pagesOf(folder).get('timeline/index.html')!;

  test('has every event and every document, each once, in order', () => {
    const entries = timelineOf(events, documents).flatMap((year) => year.entries);
    const ids = entries.map((entry) => (entry.kind === 'event' ? entry.event.id : `written_${entry.document.id}`));
    expect(
      elements(page, (each) => each.tagName === 'li' && each.properties['id'] !== undefined).map((each) => each.properties['id']),
    ).toEqual(ids);
  });

  test('has every passage that tells of an event, in its words, with a link to its paragraph', () => {
    const items = new Map(elements(page, (each) => each.tagName === 'li').map((each) => [each.properties['id'], each]));
    for (const event of events) {
      const links: Element[] = [];
      eachElement(items.get(event.id)!, (list) => {
        if (classed(list, 'tellers')) eachElement(list, (each) => void (each.tagName === 'a' && links.push(each)));
      });
      const expected = event.passages.map(({ document, block }) => `${base}documents/${document}/#p${block.number}`);
      expect(links.map((each) => each.properties['href']).sort(), event.id).toEqual(expected.sort());
      for (const { words } of event.passages.filter(({ words }) => words.length < 200))
        expect(
          links.map(wordsOf).some((text) => text.includes(words.replace(/^“|”$/g, ''))),
          words,
        ).toBe(true);
    }
  });

  test('tells machines the dates that are plain, and no others', () => {
    const times = elements(page, (each) => each.tagName === 'time').map((each) => String(each.properties['dateTime']));
    expect(times).toEqual(times.filter((date) => /^\d{4}(-\d\d){0,2}$/.test(date)));
    expect(times).toHaveLength(events.filter(({ date }) => /^[\d-]+$/.test(date)).length);
  });

  test('draws every entry with a name and a link to it, out of the order of focus and of what is read', () => {
    const drawings = elements(page, (each) => each.tagName === 'svg');
    expect(drawings.map((each) => each.properties['ariaHidden'])).toEqual(['true', 'true', 'true']);
    for (const drawing of drawings) {
      const links: Element[] = [];
      eachElement(drawing, (each) => void (each.tagName === 'a' && links.push(each)));
      const dated = documents.filter(({ source }) => source.published && source.published !== 'unknown');
      expect(links).toHaveLength(events.length + dated.length);
      for (const { properties, children } of links) {
        expect(properties['tabIndex']).toBe(-1);
        expect(page).toContain(`id="${String(properties['href']).slice(1)}"`);
        expect(textOf(children[0]!)).toMatch(/^.+: .+/);
      }
    }
  });

  test('is data as well', () => {
    const data = JSON.parse(filesOf(folder).get('timeline.json')!.toString('utf8')) as TimelineData;
    expect(data.url).toBe(`${origin}${base}timeline/`);
    expect(data.events.map(({ id, date, passages }) => [id, date, passages.length])).toEqual(
      events.map(({ id, date, passages }) => [id, date, passages.length]),
    );
    expect(data.documents.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
    expect(data.events.find(({ id }) => id === 'fall-of-baghuz')).toMatchObject({
      first: '2019-03-23',
      last: '2019-03-23',
      place: { term: 'baghuz', url: `${origin}${base}glossary/baghuz/` },
    });
    for (const { date, first, last } of data.events) {
      expect([date, first === null]).toEqual([date, date!.startsWith('../')]);
      expect([date, last === null]).toEqual([date, date!.endsWith('/..')]);
    }
    for (const { url } of data.events.flatMap((event) => event.passages)) expect(url.startsWith(`${origin}${base}documents/`)).toBe(true);
  });
});

describe.each(sites)('documents compared at $base', ({ folder, base }) => {
  const pages = pagesOf(folder);
  const pairs = pairsOf(documents, claims, events).map((pair) => ({ pair, a: documents[pair.a]!, b: documents[pair.b]! }));
  const pathOf = ({ a, b }: (typeof pairs)[number]): string => `compare/${a.id}/${b.id}/`;

  test('have a page for each pair that meets, and for no other', () => {
    expect([...pages.keys()].filter((path) => /^compare\/./.test(path) && path !== 'compare/index.html').sort()).toEqual(
      pairs.map((pair) => `${pathOf(pair)}index.html`).sort(),
    );
    expect(pairs.length).toBeGreaterThan(0);
  });

  test('all pairs are led to from one page, and each from both documents', () => {
    expect(linked(pages.get('compare/index.html')!, base).sort()).toEqual(pairs.map((pair) => base + pathOf(pair)).sort());
    for (const pair of pairs)
      for (const document of [pair.a, pair.b])
        expect(linked(pages.get(`documents/${document.id}/index.html`)!, base)).toContain(base + pathOf(pair));
  });

  test('stand side by side at every point, and no word of either is missing', () => {
    for (const pair of pairs) {
      const html = pages.get(`${pathOf(pair)}index.html`)!;
      const meeting = meetingOf(pair.a, pair.b, reckoning);
      const points = [...meeting.claims, ...meeting.events, ...meeting.references];
      const shown = elements(html, (each) => classed(each, 'point'));
      expect(shown).toHaveLength(points.length);
      expect([meeting.claims.length, meeting.events.length, meeting.references.length]).toEqual([
        pair.pair.claims,
        pair.pair.events,
        pair.pair.references,
      ]);
      const [texts] = elements(html, (each) => classed(each, 'texts'));
      const said: string[] = [];
      eachElement(texts!, (element) => {
        if (element.tagName === 'p' && !classed(element, 'places') && !classed(element, 'small'))
          said.push(element.children.map((child) => (child.type === 'element' && classed(child, 'ref') ? '' : textOf(child))).join(''));
      });
      expect(said.join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(`${pair.a.words} ${pair.b.words}`.replaceAll(/\s+/g, ' ').trim());
      for (const number of points.keys()) expect(html).toContain(`href="#page-point-${number + 1}"`);
    }
  });
});
