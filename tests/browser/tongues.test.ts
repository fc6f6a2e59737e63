/**
 * An edition in English of documents in Arabic, Kazakh and Vietnamese: every title in its language, every letter in its face; and
 * what links show that lead to headings and to their own page.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { visit, type Visit } from './open.ts';

let site: Visit;
beforeAll(async () => void (site = await visit('tongues')));
afterAll(() => site.close());

/** Language and direction of everything on a page, templates too, that bears these words itself. */
async function spoken(page: Page, words: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const rooms = [document, ...[...document.querySelectorAll('template')].map((template) => template.content)];
    const own = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.includes(wanted));
    return rooms
      .flatMap((room) => [...room.querySelectorAll('body *, :not(html *)')].filter(own))
      .map((element) => {
        const at = element.closest<HTMLElement>('[lang]');
        return `${at?.lang || 'none'} ${at?.dir || 'none'}`;
      });
  }, words);
}

/** The words of the card that pointing at a link opens; no id may stand on the page twice then. */
async function preview(page: Page, link: string): Promise<string> {
  await page.keyboard.press('Escape');
  await page.locator(link).first().scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  // A pointer that only the page moved under opens nothing.
  await page.waitForTimeout(60);
  await page.locator(link).first().hover();
  await page.locator('.card').waitFor();
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, i, all) => all.indexOf(id) < i),
  );
  expect(ids).toEqual([]);
  const words = await page.locator('.card p, .card li').allInnerTexts();
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** What is marked on a page, a bar between two texts. */
async function marked(path: string): Promise<string> {
  const { page } = await site.open(path);
  // What marks them is fetched where words are asked for.
  await page.waitForLoadState('networkidle');
  const words = await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => range.toString()).join('|'));
  await page.context().close();
  return words;
}

describe('what is in another language says so', () => {
  test.each([
    ['the title page', '', 1],
    ['the list of documents', 'documents/', 1],
    ['neighbours, previews and references', 'documents/letter/', 6],
    ['the document that one is derived from, and what links here', 'documents/kazakh/', 2],
    ['the page of a term and its previews', 'glossary/dues/', 3],
  ])('on %s', async (_, path, least) => {
    const { page, complaints } = await site.open(path);
    const titles = await spoken(page, 'رسوم الميناء');
    expect(titles.length).toBeGreaterThanOrEqual(least);
    expect(new Set(titles)).toEqual(new Set(['ar rtl']));
    expect(complaints).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  test('among what the search has found', async () => {
    const { page } = await site.open('search/?q=الميناء&kind=text');
    await page.locator('.result a[lang="ar"]').first().waitFor();
    expect(await page.locator('.result a[lang="ar"]').first().innerText()).toBe('رسوم الميناء');
    expect(await page.locator('.result .excerpt').first().getAttribute('lang')).toBe('ar');
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});

test.each([
  ['kazakh', 'cyrillic-ext'],
  ['vietnamese', 'vietnamese'],
])('a document in %s is set in the face of the edition, every letter, and fetches it with the page', async (id, face) => {
  const { page } = await site.open('404.html');
  // On a slow machine a face may come too late to be used.
  await page.route('**/*.css', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('font-display:optional', 'font-display:block') });
  });
  await page.goto(`${site.address}documents/${id}/`);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.locator(`link[rel="preload"][href*="serif-${face}."]`).count()).toBe(1);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  for (const selector of ['h1', '#p1']) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(new Set(fonts.map((font) => `${font.familyName} ${font.isCustomFont}`)), selector).toEqual(new Set(['Source Serif 4 true']));
  }
  await page.context().close();
});

describe('a preview', () => {
  test('shows a paragraph, a section and a footnote of the same page, without numbers, markers and ids', async () => {
    const { page } = await site.open('documents/letter/');
    expect(await page.locator('template[data-preview^="/documents/letter/"]').count()).toBe(0);
    expect(await preview(page, '.text a[href$="/letter/#p3"]')).toBe('¶ 3 The ships stay away. The masters complain.');
    expect(await findings(page)).toEqual([]);
    expect(await preview(page, '.text a[href$="#the-reasons"]')).toBe(
      'The reasons Nobody in the old‑town asked the council for its reasons. The mole is not finished.',
    );
    expect(await preview(page, '.source-ref')).toBe('Footnote of the source The reasons were given later.');
    await page.context().close();
  });

  test('shows a paragraph and a section of another document, in its language', async () => {
    const { page } = await site.open('documents/letter/');
    expect(await preview(page, '.text a[href$="/harbour/#p1"]')).toMatch(/^رسوم الميناء, ¶ 1 The Port Gazette دفع التجار/);
    expect(await preview(page, '.text a[href$="/harbour/#الرسوم"]')).toBe('رسوم الميناء, “الرسوم” The Port Gazette رفض ثلاثة منهم.');
    expect(await page.locator('.card p[lang="ar"][dir="rtl"]').innerText()).toBe('رفض ثلاثة منهم.');
    await page.goto(`${site.address}documents/harbour/`);
    await preview(page, '.text a[href$="/harbour/#p2"]');
    expect(await page.locator('.card [lang="ar"][dir="rtl"]').innerText()).toBe('رفض ثلاثة منهم.');
    await page.context().close();
  });

  test('is not made of the contents of the page, and of no paragraph that holds the link', async () => {
    const { page } = await site.open('documents/letter/');
    await page.locator('.contents a').first().hover();
    await page.waitForTimeout(500);
    expect(await page.locator('.card').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('the words that a search has found are marked', () => {
  test.each([
    ['across bold and emphasis', 'harbour dues', '#p1', 'harbour| |dues'],
    ['with straight quotation marks and in any case', "COUNCIL'S harbour", '#p1', 'council’s |harbour'],
    ['without accents', 'cafe', '#p1', 'café'],
    ['with another dash', 'old-town', '#p2', 'old|‑town'],
    ['beside the marks of footnotes', 'reasons. the mole', '#p2', 'reasons|. The mole'],
    ['on the page as a whole, and never from block to block', 'paid', '', 'paid'],
    ['not across two entries of a list', 'away the', '#p3', ''],
    ['nowhere, for an address that is none', 'paid', '#%', ''],
  ])('%s', async (_, words, hash, expected) =>
    expect(await marked(`documents/letter/?found=${encodeURIComponent(words)}${hash}`)).toBe(expected),
  );
});

test('a citation names author, title, publisher, date and edition, in this order', async () => {
  const { page } = await site.open('documents/letter/');
  expect(await page.locator('#page-cite dd').first().textContent()).toBe(
    'A. Reader, “A letter on the dues”, The Port Gazette, 4 May 1731, in The harbour in four tongues, /documents/letter/',
  );
  await page.context().close();
});

test('what can be pointed at has a name of its own', async () => {
  const { page } = await site.open('documents/letter/');
  const names = await page.locator('.number').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(names).toEqual(['Cite paragraph 1', 'Cite paragraph 2', 'Cite paragraph 3']);
  await page.locator('.number').first().focus();
  for (const path of ['documents/letter/', 'documents/harbour/', 'glossary/dues/']) {
    await page.goto(site.address + path);
    // One name, one address.
    const links = await page
      .locator('main a[href]')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute('aria-label') ?? link.textContent!.trim(), (link as HTMLAnchorElement).href]),
      );
    const addresses = Map.groupBy(links, ([name]) => name);
    for (const [name, same] of addresses) expect(new Set(same.map(([, address]) => address)).size, `${path}: ${name}`).toBe(1);
    expect(await findings(page)).toEqual([]);
  }
  await page.context().close();
});
