/**
 * Every kind of page: no complaint, no shift, nothing that axe finds, nothing that runs out of the window.
 */
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
