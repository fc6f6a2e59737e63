/**
 * The claims, in the built site: side by side, each on its page, as data and as linked data.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { marksOf, plotOf } from '../../src/core/claim-plot.ts';
import { echoesOf } from '../../src/core/claim-standing.ts';
import { outcomeOf } from '../../src/core/claim-outcome.ts';
import type { ClaimsData } from '../../src/core/claims-data.ts';
import { passageAddress } from '../../src/core/passage-address.ts';
import { eachElement, textOf } from '../../src/core/tree.ts';
import { answerInWords } from '../../src/core/value-words.ts';
import { readEdition } from '../../src/edition/read.ts';
import { filesOf, pagesOf } from './build.ts';

const { claims, documents, reckoning } = readEdition('content').edition!;
const sites = [
  { folder: '.cache/tests/root', base: '/', origin: '' },
  { folder: '.cache/tests/based', base: '/reader/', origin: 'https://example.org' },
];

function elements(root: Element | string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  eachElement(typeof root === 'string' ? fromHtml(root) : root, (element) => void (wanted(element) && found.push(element)));
  return found;
}

const wordsOf = (element: Element): string => textOf(element).replaceAll(/\s+/g, ' ').trim();
const classed = (element: Element, name: string): boolean => [element.properties['className']].flat().includes(name);
const linksOf = (element: Element): unknown[] => elements(element, (each) => each.tagName === 'a').map((each) => each.properties['href']);

function linkedData(page: string): Record<string, unknown> {
  const [script] = elements(page, (each) => each.tagName === 'script' && each.properties['type'] === 'application/ld+json');
  return JSON.parse(textOf(script!)) as Record<string, unknown>;
}

describe.each(sites)('claims at $base', ({ folder, base, origin }) => {
  const pages = pagesOf(folder);

  test('have a row for each, a column for each document that speaks, and every statement with a link to its words', () => {
    const page = pages.get('claims/index.html')!;
    const rows = elements(page, (each) => classed(each, 'claim-row'));
    expect(rows.length).toBe(claims.length);
    const headed = elements(page, (each) => each.tagName === 'th' && each.properties['scope'] === 'col').length;
    expect(headed).toBe(1 + documents.filter(({ statements }) => statements.length > 0).length);
    const byQuestion = new Map(rows.map((row) => [linksOf(row)[0], row]));
    for (const claim of claims) {
      const row = byQuestion.get(`${base}claims/${claim.id}/`)!;
      expect(row.properties['dataOutcome']).toBe(outcomeOf(claim, reckoning));
      expect(elements(row, (each) => ['td', 'th'].includes(each.tagName)).length).toBe(headed);
      for (const statement of claim.statements) {
        expect(linksOf(row)).toContain(passageAddress(statement, reckoning, base));
        expect(wordsOf(row)).toContain(answerInWords(statement, claim));
      }
      const silent = elements(row, (each) => classed(each, 'silent')).map(wordsOf);
      expect(silent).toEqual(silent.map(() => 'does not say'));
      expect(silent.length).toBe(headed - 1 - new Set(claim.statements.map(({ passage }) => passage.document)).size);
    }
  });

  test('have a page each, with every statement under its number, in its words', () => {
    for (const claim of claims) {
      const page = pages.get(`claims/${claim.id}/index.html`)!;
      const items = elements(page, (each) => classed(each, 'statement'));
      expect(items.map((each) => each.properties['id'])).toEqual(claim.statements.map(({ number }) => `s${number}`));
      const echoes = echoesOf(claim, reckoning);
      for (const [i, statement] of claim.statements.entries()) {
        const said = wordsOf(items[i]!);
        expect(said).toContain(answerInWords(statement, claim));
        expect(said).toContain(statement.passage.words.replaceAll(/\s+/g, ' ').trim());
        expect(linksOf(items[i]!)).toContain(passageAddress(statement, reckoning, base));
        expect(said.includes('counts as one witness')).toBe(echoes.has(statement));
        for (const voice of [statement.said_by, statement.origin]) if (voice) expect(said).toContain(voice.name);
      }
      const silent = elements(page, (each) => classed(each, 'silent-list')).flatMap(linksOf);
      expect(silent).toEqual(claim.silent.map((id) => `${base}documents/${id}/`));
    }
  });

  test('are drawn where there is something to compare, with a name and a table', () => {
    let drawn = 0;
    for (const claim of claims) {
      const page = pages.get(`claims/${claim.id}/index.html`)!;
      const plot = plotOf(claim, reckoning);
      const [figure, ...more] = elements(page, (each) => each.tagName === 'svg' && each.properties['role'] === 'img');
      expect([figure !== undefined, more.length], claim.id).toEqual([plot !== undefined, 0]);
      if (!plot || !figure) continue;
      drawn++;
      const ids = [figure.properties['ariaLabelledBy']].flat().flatMap((names) => String(names).split(' '));
      for (const id of ids) expect(textOf(elements(figure, (each) => each.properties['id'] === id)[0]!)).not.toBe('');
      const marks = marksOf(plot);
      expect(elements(figure, (each) => classed(each, 'mark')).length).toBe(marks.length);
      const [body] = elements(page, (each) => each.tagName === 'tbody');
      expect(elements(body!, (each) => each.tagName === 'tr').length).toBe(marks.length);
    }
    expect(drawn).toBeGreaterThan(3);
  });

  test('are data, with addresses that lead somewhere', () => {
    const data = JSON.parse(filesOf(folder).get('claims.json')!.toString('utf8')) as ClaimsData;
    expect(data.url).toBe(`${origin}${base}claims/`);
    expect(data.claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    const ids = (path: string): Set<unknown> =>
      new Set(elements(pages.get(`${path.slice(`${origin}${base}`.length)}index.html`)!, () => true).map((each) => each.properties['id']));
    const known = new Map<string, Set<unknown>>();
    for (const address of data.claims.flatMap(({ statements }) => statements.flatMap(({ url, passage }) => [url, passage]))) {
      const [path = '', id] = address.split('#');
      const there = known.get(path) ?? ids(path);
      known.set(path, there);
      if (id !== undefined) expect(there, address).toContain(id);
    }
    for (const { id, statements } of data.claims)
      expect(statements.map(({ words }) => words)).toEqual(reckoning.claims.get(id)!.statements.map(({ passage }) => passage.words));
  });

  test('are Claims to search engines, and a check with a verdict is a ClaimReview', () => {
    for (const claim of claims) {
      const data = linkedData(pages.get(`claims/${claim.id}/index.html`)!) as {
        mainEntity: { itemListElement: { '@type': string; '@id'?: string }[] };
      };
      expect(data.mainEntity.itemListElement.map((each) => [each['@type'], each['@id']])).toEqual(
        claim.statements.map(({ number }) => ['Claim', origin === '' ? undefined : `${origin}${base}claims/${claim.id}/#s${number}`]),
      );
    }
    for (const document of documents) {
      const data = linkedData(pages.get(`documents/${document.id}/index.html`)!);
      const types =
        data['@graph'] === undefined ? [data['@type']] : (data['@graph'] as Record<string, unknown>[]).map((each) => each['@type']);
      expect(types).toEqual(['Article', ...document.annotations.filter(({ check }) => check).map(() => 'ClaimReview')]);
    }
  });
});
