import * as fc from 'fast-check';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { idOnOnePage, onOnePage } from '../../src/core/one-page.ts';
import { eachElement, textOf } from '../../src/core/tree.ts';

function onPage(html: string, base = '/'): string {
  return toHtml(onOnePage(fromHtml(html, { fragment: true }), base));
}

const a = (inside: string): string => `<article data-page="documents/a/">${inside}</article>`;
const b = '<article data-page="documents/b/"><p id="p1">B</p></article>';

describe('pages on one page', () => {
  test.each<[string, string, string]>([
    ['an id', a('<p id="p1">A</p>'), '<article id="documents--a"><p id="documents--a--p1">A</p></article>'],
    ['the same id on two pages', a('<p id="p1">A</p>') + b, `${onPage(a('<p id="p1">A</p>'))}${onPage(b)}`],
    [
      'a link within its page',
      a('<i id="p1"></i><a href="#p1">1</a>'),
      '<article id="documents--a"><i id="documents--a--p1"></i><a href="#documents--a--p1">1</a></article>',
    ],
    [
      'an id of full stops, and one that is not Latin',
      a('<i id="ref-said.x.1"></i><i id="п"></i><a href="#ref-said.x.1">1</a><a href="#%D0%BF">2</a>'),
      '<article id="documents--a"><i id="documents--a--ref-said.x.1"></i><i id="documents--a--п"></i>' +
        '<a href="#documents--a--ref-said.x.1">1</a><a href="#documents--a--%D0%BF">2</a></article>',
    ],
    [
      'a link to a page',
      `${a('<a href="/documents/b/">b</a>')}${b}`,
      `<article id="documents--a"><a href="#documents--b">b</a></article>${onPage(b)}`,
    ],
    [
      'a link to a part of another page, with a query',
      `${a('<a href="/documents/b/?lens=clean#p1">b</a>')}${b}`,
      `<article id="documents--a"><a href="#documents--b--p1">b</a></article>${onPage(b)}`,
    ],
    [
      'a link to a part that is not here leads to its page',
      `${a('<a href="/documents/b/#page-backlinks">b</a>')}${b}`,
      `<article id="documents--a"><a href="#documents--b">b</a></article>${onPage(b)}`,
    ],
    ['a link to a page that is not here', a('<a href="/search/">s</a>'), '<article id="documents--a"><a href="/search/">s</a></article>'],
    ['a link home', a('<a href="/">h</a>'), '<article id="documents--a"><a href="/">h</a></article>'],
    [
      'links outside',
      a('<a href="https://example.org/documents/a/#p1">x</a><a href="mailto:a@example.org">m</a>'),
      '<article id="documents--a"><a href="https://example.org/documents/a/#p1">x</a><a href="mailto:a@example.org">m</a></article>',
    ],
    [
      'a fragment that no address may have',
      a('<a href="#%E0%A4%A">x</a>'),
      '<article id="documents--a"><a href="#documents--a">x</a></article>',
    ],
    [
      'attributes that name ids, one or several',
      a('<section aria-labelledby="x y"><h2 id="x">x</h2><label for="y">y</label></section>'),
      '<article id="documents--a"><section aria-labelledby="documents--a--x documents--a--y"><h3 id="documents--a--x">x</h3>' +
        '<label for="documents--a--y">y</label></section></article>',
    ],
    [
      'headings, one deeper, the deepest as they are',
      `<h1>E</h1>${a('<h1>1</h1><h5>5</h5><h6>6</h6>')}`,
      '<h1>E</h1><article id="documents--a"><h2>1</h2><h6>5</h6><h6>6</h6></article>',
    ],
    [
      'notes, which say what they are',
      a('<aside role="doc-footnote" aria-label="Note 1">n</aside><aside>a</aside>'),
      '<article id="documents--a"><div role="doc-footnote" aria-label="Note 1">n</div><aside>a</aside></article>',
    ],
    [
      'what scripts look for',
      a('<mark data-notes="n" data-kind="gloss">w</mark>'),
      '<article id="documents--a"><mark data-kind="gloss">w</mark></article>',
    ],
    [
      'what is on no page, which links to one',
      `<p id="p1"><a href="/documents/b/#p1">b</a></p>${b}`,
      `<p id="p1"><a href="#documents--b--p1">b</a></p>${onPage(b)}`,
    ],
    [
      'an entry of a list that is a page of its own',
      '<ul data-page="glossary/"><li data-page="glossary/dues/"><b id="x">x</b></li></ul>',
      '<ul id="glossary"><li id="glossary--dues"><b id="glossary--dues--x">x</b></li></ul>',
    ],
  ])('%s', (_name, html, expected) => {
    expect(onPage(html)).toBe(expected);
  });

  test('under a base path, addresses that do not begin with it are another’s', () => {
    expect(onPage(`${a('<a href="/reader/documents/b/#p1">b</a><a href="/documents/b/">x</a>')}${b}`, '/reader/')).toContain(
      '<a href="#documents--b--p1">b</a><a href="/documents/b/">x</a>',
    );
  });

  test('the tree that is given stays as it is', () => {
    const root = fromHtml(a('<p id="p1"><a href="#p1">1</a></p>'), { fragment: true });
    const before = JSON.stringify(root);
    onOnePage(root, '/');
    expect(JSON.stringify(root)).toBe(before);
  });

  test('no two ids become one, no link that led somewhere leads nowhere, and no word changes', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,2})?$/);
    const fragment = fc.oneof(fc.stringMatching(/^(p[1-9]|note-[a-z]|ref-said\.[a-z]\.1|[a-z]--?[a-z])$/), name);
    const page = fc.record({
      path: fc.oneof(
        name.map((id) => `documents/${id}/`),
        name.map((id) => `glossary/${id}/`),
        fc.constant('timeline/'),
      ),
      ids: fc.uniqueArray(fragment, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(page, { maxLength: 5, selector: ({ path }) => path }), (pages) => {
        const addresses = pages.flatMap(({ path, ids }) => ['', ...ids].map((id) => `/${path}${id && `#${id}`}`));
        const html = pages
          .map(
            ({ path, ids }) =>
              `<div data-page="${path}">${ids.map((id) => `<p id="${id}">${id}</p><a href="#${id}">own</a>`).join('')}` +
              `${addresses.map((each) => `<a href="${each}" title="${each}">to</a>`).join('')}</div>`,
          )
          .join('');
        const given = fromHtml(html, { fragment: true });
        const made = onOnePage(given, '/');
        const ids = attributes(made, 'id');
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(pages.reduce((sum, each) => sum + 1 + each.ids.length, 0));
        for (const href of attributes(made, 'href')) expect(ids).toContain(decodeURIComponent(href.slice(1)));
        eachElement(made, ({ properties }) => {
          if (typeof properties['title'] !== 'string') return;
          const [path, id] = properties['title'].slice(1).split('#');
          expect(properties['href']).toBe(`#${encodeURIComponent(idOnOnePage(path!, id))}`);
        });
        expect(textOf(made)).toBe(textOf(given));
      }),
    );
  });
});

function attributes(root: Root, name: string): string[] {
  const found: string[] = [];
  eachElement(root, ({ properties }) => void (typeof properties[name] === 'string' && found.push(properties[name])));
  return found;
}
