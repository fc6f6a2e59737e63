/**
 * The built site, read as files: at the root of a host and under a base path.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { HtmlValidate } from 'html-validate';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { eachElement, textOf } from '../../src/core/tree.ts';
import { pairsOf } from '../../src/core/pairs-of-documents.ts';
import { addressOf } from '../../src/core/references.ts';
import type { AnnotationCollection, AnnotationPage } from '../../src/core/web-annotation.ts';
import { headerPolicy, metaPolicy } from '../../src/core/policy.ts';
import { readEdition } from '../../src/edition/read.ts';
import { filesOf, pagesOf } from './build.ts';

const sites = [
  { name: 'root', folder: '.cache/tests/root', base: '/', origin: '' },
  { name: 'based', folder: '.cache/tests/based', base: '/reader/', origin: 'https://example.org' },
];
const { edition } = readEdition('content');
const parsed = new Map(
  sites.map(({ name, folder }) => [name, new Map([...pagesOf(folder)].map(([path, text]) => [path, fromHtml(text)]))]),
);

function elements(site: string, path: string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  eachElement(parsed.get(site)!.get(path)!, (element) => void (wanted(element) && found.push(element)));
  return found;
}

/** Where else a page says that it stands. */
function alternates(site: string, path: string): unknown[] {
  return elements(site, path, (each) => [each.properties['rel']].flat().includes('alternate')).map((each) => each.properties['href']);
}

describe.each(sites)('the site at $base', ({ name, folder, base, origin }) => {
  const pages = pagesOf(folder);
  const files = filesOf(folder);

  test('has every page of the contract', () => {
    const expected = [
      'index.html',
      '404.html',
      'about/index.html',
      'documents/index.html',
      'glossary/index.html',
      'annotations/index.html',
      'search/index.html',
      'print/index.html',
      'notebook/index.html',
      'names/index.html',
      'claims/index.html',
      ...edition!.claims.map(({ id }) => `claims/${id}/index.html`),
      'timeline/index.html',
      'compare/index.html',
      ...pairsOf(edition!.documents, edition!.claims, edition!.events).map(
        ({ a, b }) => `compare/${edition!.documents[a]!.id}/${edition!.documents[b]!.id}/index.html`,
      ),
      ...edition!.documents.map(({ id }) => `documents/${id}/index.html`),
      ...edition!.terms.map(({ id }) => `glossary/${id}/index.html`),
    ];
    expect([...pages.keys()].sort()).toEqual(expected.sort());
  });

  test('is valid HTML, every page', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        'void-style': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'no-trailing-whitespace': 'off',
        'no-raw-characters': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        // The table of claims is laid out as cards in a narrow window, and some browsers forget the roles of such a table.
        'no-redundant-role': 'off',
      },
    });
    const messages: string[] = [];
    for (const [path, text] of pages) {
      const report = await validator.validateString(text, path);
      for (const { messages: list } of report.results)
        messages.push(...list.map((each) => `${path}:${each.line}:${each.column} ${each.ruleId}: ${each.message}`));
    }
    expect(messages).toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const ids = new Map(
      [...pages.keys()].map((path) => [
        path,
        new Set(elements(name, path, (each) => typeof each.properties['id'] === 'string').map((each) => String(each.properties['id']))),
      ]),
    );
    const broken: string[] = [];
    for (const path of pages.keys()) {
      for (const element of elements(name, path, (each) => ['href', 'src'].some((key) => typeof each.properties[key] === 'string'))) {
        const address = String(element.properties['href'] ?? element.properties['src']);
        if (/^(https?|mailto|data):/.test(address)) continue;
        const here = `${base}${path.replace(/index\.html$/, '')}`;
        const [where = '', fragment] = address.split('#');
        const target =
          where.split('?')[0] === '' ? here : posix.resolve(here, where.split('?')[0]!) + (where.endsWith('/') && where !== '/' ? '/' : '');
        const file = target.startsWith(base) ? target.slice(base.length).replace(/(^|\/)$/, '$1index.html') : undefined;
        if (file === undefined || !files.has(file)) broken.push(`${path}: ${address}`);
        else if (fragment && !ids.get(file)?.has(decodeURIComponent(fragment))) broken.push(`${path}: ${address} (no such id)`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('has no inline script or style, and asks no third party for anything', () => {
    const found: string[] = [];
    for (const path of pages.keys()) {
      for (const element of elements(name, path, () => true)) {
        const { tagName, properties } = element;
        if (tagName === 'style' || properties['style'] !== undefined) found.push(`${path}: inline style`);
        if (tagName === 'script' && properties['src'] === undefined && properties['type'] !== 'application/ld+json')
          found.push(`${path}: inline script`);
        if (Object.keys(properties).some((key) => /^on[A-Z]/.test(key))) found.push(`${path}: event handler`);
        const fetched =
          properties['src'] ??
          (tagName === 'link' && properties['rel'] !== undefined && !String(properties['rel']).includes('canonical')
            ? properties['href']
            : undefined);
        if (fetched !== undefined && /^(https?:)?\/\//.test(String(fetched))) found.push(`${path}: ${String(fetched)}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('carries the policy in every page and in the header file', () => {
    for (const path of pages.keys()) {
      const [meta] = elements(name, path, (each) => each.properties['httpEquiv'] !== undefined);
      expect(meta?.properties['content'], path).toBe(metaPolicy);
    }
    expect(readFileSync(join(folder, '_headers'), 'utf8')).toContain(headerPolicy);
    expect(metaPolicy).not.toContain('frame-ancestors');
  });

  test('weaves the words of every document, letter for letter', () => {
    for (const document of edition!.documents) {
      const [text] = elements(name, `documents/${document.id}/index.html`, (each) =>
        [each.properties['className']].flat().includes('text'),
      );
      const words: string[] = [];
      const walk = (element: Element): void => {
        for (const child of element.children) {
          if (child.type === 'text') words.push(child.value);
          else if (
            child.type === 'element' &&
            !['notes', 'number', 'ref', 'source-ref'].some((name) => [child.properties['className']].flat().includes(name))
          )
            walk(child);
        }
      };
      walk(text!);
      const headings = document.headings.map((heading) => heading.text);
      const woven = headings
        .reduce((all, heading) => all.replace(heading, ''), words.join(''))
        .replaceAll(/\s+/g, ' ')
        .trim();
      expect(woven).toBe(document.words.replaceAll(/\s+/g, ' ').trim());
      expect(document.annotations.length).toBeGreaterThan(0);
    }
  });

  test('shows each mention in the words of its document, letter for letter', () => {
    const words = edition!.documents.map((document) => document.words.replaceAll(/\s+/g, ' ')).join(' ');
    const wrong: string[] = [];
    for (const { id } of edition!.terms) {
      const [section] = elements(name, `glossary/${id}/index.html`, (each) => [each.properties['className']].flat().includes('mentions'));
      eachElement(section!, (element) => {
        if (element.tagName !== 'p') return;
        const sentence = textOf(element)
          .replaceAll(/^… | …$/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim();
        if (!words.includes(sentence)) wrong.push(`${id}: ${sentence}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  test('shows every note after its block, and a marker that leads to it', () => {
    for (const document of edition!.documents) {
      const path = `documents/${document.id}/index.html`;
      const notes = elements(name, path, (each) => each.properties['role'] === 'doc-footnote').map((each) => each.properties['id']);
      const markers = elements(name, path, (each) => each.properties['role'] === 'doc-noteref').map((each) =>
        String(each.properties['href']).slice(1),
      );
      const own = document.annotations.map(({ id }) => `note-${id}`);
      expect(notes.filter((id) => own.includes(String(id)))).toEqual(own);
      // Besides them, what is said elsewhere.
      expect(notes.filter((id) => !own.includes(String(id))).every((id) => String(id).startsWith('note-said--'))).toBe(true);
      expect(markers.toSorted()).toEqual(notes.map(String).toSorted());
    }
  });

  test('has every note as a Web Annotation, linked from its page, under its own address', () => {
    const all = JSON.parse(files.get('annotations.jsonld')!.toString('utf8')) as AnnotationCollection;
    expect(alternates(name, 'index.html')).toEqual([`${base}annotations.jsonld`]);
    let address = all.first;
    let total = 0;
    for (const { id, annotations } of edition!.documents) {
      const path = `documents/${id}/annotations.jsonld`;
      const page = JSON.parse(files.get(path)!.toString('utf8')) as AnnotationPage;
      expect(alternates(name, `documents/${id}/index.html`)).toEqual([`${base}${path}`]);
      expect(page).toMatchObject({ id: `${origin}${base}${path}`, startIndex: total, partOf: { id: all.id } });
      expect(page.id).toBe(address);
      expect(page.items.map((item) => item.id)).toEqual(
        annotations.map((note) => origin + addressOf({ kind: 'note', document: id, note: note.id }, base)),
      );
      const there = new Set(elements(name, `documents/${id}/index.html`, () => true).map((each) => each.properties['id']));
      for (const item of page.items) expect(there).toContain(item.id.split('#')[1]);
      total += page.items.length;
      address = page.next;
    }
    expect([address, all.total]).toEqual([undefined, total]);
  });

  test('lists every note of every document, each with a link to it', () => {
    const links = elements(name, 'annotations/index.html', (each) => String(each.properties['href']).includes('#note-'));
    const notes = edition!.documents.flatMap(({ id, annotations }) =>
      annotations.map((note) => addressOf({ kind: 'note', document: id, note: note.id }, base)),
    );
    expect(links.map((each) => each.properties['href'])).toEqual(notes);
  });

  test('says in JSON-LD what each page is', () => {
    for (const path of [
      'index.html',
      `documents/${edition!.documents[0]!.id}/index.html`,
      `glossary/${edition!.terms[0]!.id}/index.html`,
    ]) {
      const [script] = elements(name, path, (each) => each.tagName === 'script' && each.properties['type'] === 'application/ld+json');
      expect(JSON.parse(textOf(script!))).toMatchObject({ '@context': 'https://schema.org' });
    }
  });
});

test('the README tells nginx the policy that every host sends', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`Content-Security-Policy "${headerPolicy}" always;`);
});

describe('where the origin is known', () => {
  const { folder } = sites[1]!;
  test('there are canonical links, absolute addresses and a sitemap', () => {
    const path = 'glossary/baghuz/index.html';
    const [canonical] = elements('based', path, (each) => [each.properties['rel']].flat().includes('canonical'));
    expect(canonical?.properties['href']).toBe('https://example.org/reader/glossary/baghuz/');
    expect(pagesOf(folder).get(path)).toContain('<meta property="og:url" content="https://example.org/reader/glossary/baghuz/"');
    const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
    for (const page of ['documents/conference-2019/', 'annotations/'])
      expect(sitemap).toContain(`<loc>https://example.org/reader/${page}</loc>`);
    expect(sitemap).not.toContain('/print/');
  });

  test('and where it is not, there are none', () => {
    expect(existsSync(join(sites[0]!.folder, 'sitemap-0.xml'))).toBe(false);
    for (const text of pagesOf(sites[0]!.folder).values()) expect(text).not.toMatch(/rel="canonical"|og:url/);
  });
});
