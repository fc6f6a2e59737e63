/**
 * Search in the browser: every spelling, every kind, to the passage, under any base path.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seen, visit, type Visit } from './open.ts';

let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

describe('search', () => {
  test('loads nothing of the index before the reader reaches for the field', async () => {
    const { page, requests } = await site.open('search/');
    await page.waitForTimeout(300);
    expect(requests.filter((address) => /pagefind\/|forms\.json/.test(address))).toEqual([]);
    await Promise.all([page.waitForRequest(/pagefind\.js/), page.locator('#page-query').focus()]);
    await page.context().close();
  });

  test.each([
    ['Baghuz', 'documents/iraq-unfinished-2022/', 'Baghouz'],
    ['Baghouz', 'documents/re-emergence-2022/', 'Baghuz'],
    ['Hasakah', 'documents/iraq-unfinished-2022/', 'Hasakeh'],
    ['Daesh', 'documents/re-emergence-2022/', 'ISIS'],
  ])('for %s finds a document that spells it otherwise', async (query, path, spelled) => {
    const { page, complaints } = await site.open(`search/?q=${query}&kind=text`);
    const found = page.locator(`.result:has(a[href*="${path}"])`);
    await found.first().waitFor();
    expect(await found.first().locator('mark').allInnerTexts()).toContain(spelled);
    expect(complaints).toEqual([]);
    expect((await seen(page)).violations).toEqual([]);
    await page.context().close();
  });

  test('leads by keyboard to the paragraph, and marks the words there', async () => {
    const { page } = await site.open('search/');
    await page.locator('#page-query').focus();
    await page.keyboard.type('sleeper cells');
    await page.locator('.result .at', { hasText: '¶ 1' }).first().waitFor();
    await page.locator('.result .at', { hasText: '¶ 1' }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#p1$/);
    const marked = (): Promise<string[]> =>
      page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => range.toString().toLowerCase()));
    await expect.poll(marked).toContain('sleeper cells');
    await page.context().close();
  });

  test('finds notes and terms as kinds of their own, and leads to the note', async () => {
    const { page } = await site.open('search/?q=unverifiable');
    await page.goto(`${site.address}search/?q=editorial&kind=note`);
    await page.locator('.result').first().waitFor();
    expect(new Set(await page.locator('.result .kind').allInnerTexts())).toEqual(new Set(['notes']));
    await page.locator('.result .at').first().click();
    await page.waitForURL(/documents\/[a-z0-9-]+\/\?found=.*#note-/);
    expect(await page.locator('.note:target').isVisible()).toBe(true);
    await page.goto(`${site.address}search/?q=repatriation&kind=term`);
    await page.locator('.result').first().waitFor();
    expect(new Set(await page.locator('.result .kind').allInnerTexts())).toEqual(new Set(['term']));
    await page.context().close();
  });

  test('keeps the question in the address, and says when nothing is found', async () => {
    const { page } = await site.open('search/');
    await page.locator('#page-query').fill('xylophone');
    await page.locator('.status', { hasText: 'Nothing is found for “xylophone”' }).waitFor();
    expect(page.url()).toContain('?q=xylophone');
    await page.locator('label', { hasText: 'terms' }).click();
    await page.waitForURL(/kind=term/);
    await page.locator('#page-query').fill('"<img src=x onerror=alert(1)>"');
    await page.locator('.status', { hasText: '<img' }).waitFor();
    await page.context().close();
  });
});

describe('under a base path', () => {
  test('search works, and its hits lead there', async () => {
    const based = await visit('based');
    const { page, complaints } = await based.open('search/?q=Baghuz');
    await page.locator('.result a[href*="/reader/documents/"]').first().click();
    await page.waitForURL(/\/reader\/documents\//);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await based.close();
  });

  test('an address that leads nowhere, however deep, gets the page that says so, with its style', async () => {
    const based = await visit('based');
    const { page } = await based.open('documents/nothing/here/');
    expect(await page.locator('h1').innerText()).toBe('There is nothing at this address');
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex');
    await page.locator('main a').first().click();
    expect(await page.locator('h1').innerText()).toBe('Documents');
    await based.close();
  });
});
