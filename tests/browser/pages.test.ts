/**
 * Every kind of page: no complaint, no shift, nothing that axe finds, nothing that runs out of the window.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

const kinds = [
  ['home', ''],
  ['documents', 'documents/'],
  ['a document', 'documents/re-emergence-2022/'],
  ['a long document', 'documents/iraq-unfinished-2022/'],
  ['claims', 'claims/'],
  ['a claim', 'claims/fighters-held/'],
  ['glossary', 'glossary/'],
  ['notes', 'annotations/'],
  ['notes of a kind', 'annotations/?kind=check'],
  ['a term', 'glossary/baghuz/'],
  ['timeline', 'timeline/'],
  ['pairs', 'compare/'],
  ['two documents', 'compare/conference-2019/re-emergence-2022/'],
  ['search', 'search/'],
  ['about', 'about/'],
  ['not found', '404.html'],
] as const;

let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

describe.each(kinds)('%s', (_name, path) => {
  test.each(['light', 'dark'] as const)(
    '%s: opens without a complaint, a policy violation or a shift, and axe finds nothing',
    async (colorScheme) => {
      const { page, complaints } = await site.open(path, { colorScheme });
      await page.waitForTimeout(150);
      expect(await seen(page)).toEqual({ violations: [], shift: 0 });
      expect(complaints).toEqual([]);
      expect(await findings(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('fits windows from 320 to 1440 pixels, and passes axe on a phone', async () => {
    const { page } = await site.open(path);
    for (const width of [320, 390, 768, 1000, 1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${width}`).toBe(0);
    }
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});

describe.each([
  ...kinds,
  ['search results', 'search/?q=repatriation'] as const,
  ['names', 'names/'] as const,
  ['notebook', 'notebook/'] as const,
  ['on one page', 'print/'] as const,
])('%s at 320 pixels', (_name, path) => {
  test('runs out of nothing with the largest letters, the widest spacing, and the spacing of WCAG 1.4.12', async () => {
    // 1280 x 1024 pixels, enlarged to 400 %.
    const { page } = await site.open(path, { viewport: { width: 320, height: 256 } });
    if (path.includes('?q=')) await page.locator('.result').first().waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => void (details.open = true)));
    expect(await overruns(page)).toEqual([]);
    await page.evaluate(() =>
      (globalThis as unknown as { reader: { keep(change: object): void } }).reader.keep({ size: 'largest', spacing: 'wide' }),
    );
    expect(await overruns(page), 'as chosen').toEqual([]);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await overruns(page), 'spaced').toEqual([]);
    await page.context().close();
  });
});

/** What is wider than its room: the page, what stands outside of the window, and what is cut off. */
async function overruns(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth}`] : [];
    for (const each of document.querySelectorAll<HTMLElement>('body *')) {
      const { left, right, width, height } = each.getBoundingClientRect();
      // Not what is hidden from sight; and what is typed scrolls in its field.
      if (!each.checkVisibility() || width < 3 || height < 3 || each.matches('.skip, input, textarea')) continue;
      const { overflowX, overflowY } = getComputedStyle(each);
      const cut = /hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1;
      const low = /hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1;
      let outside = right > root.clientWidth + 1 || left < -1;
      for (let room = each.parentElement!; outside && room !== document.body; room = room.parentElement!)
        outside = !/auto|scroll/.test(getComputedStyle(room).overflowX);
      if (cut || low || outside) wide.push(`${each.tagName}.${each.getAttribute('class') ?? ''} ${each.textContent.trim().slice(0, 30)}`);
    }
    return wide;
  });
}

test('axe finds nothing with every note opened, a preview shown and results listed', async () => {
  const { page } = await site.open('documents/re-emergence-2022/');
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => void (details.open = true)));
  await page.locator('.text a[data-term]').first().hover();
  await page.locator('.card').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${site.address}search/?q=repatriation`);
  await page.locator('.result').first().waitFor();
  expect(await findings(page)).toEqual([]);
  await page.context().close();
});
