/**
 * The list of all notes: chosen from by keyboard, kept in the address, whole without a script. And notes without a place, on the page
 * of their document.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

let site: Visit;
let lost: Visit;
beforeAll(async () => {
  site = await visit('root');
  lost = await visit('lost');
});
afterAll(async () => {
  await site.close();
  await lost.close();
});

/** What shows: the kinds of the notes, and how many there are. */
async function shown(page: Page): Promise<[string[], number]> {
  const kinds = await page
    .locator('.notes-of li:visible')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['kind']!));
  return [[...new Set(kinds)], kinds.length];
}

describe('the list of all notes', () => {
  test('shows a kind and a document by keyboard, says how many, and keeps both in the address', async () => {
    const { page, complaints } = await site.open('annotations/');
    const [, all] = await shown(page);
    const status = page.getByRole('status');
    expect(await status.innerText()).toBe(`${all} notes in 5 documents`);
    await page.getByRole('radio', { name: 'All' }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    const [kinds, checks] = await shown(page);
    expect(kinds).toEqual(['check']);
    expect(await status.innerText()).toBe(`${checks} of ${all} notes`);
    expect(new URL(page.url()).search).toBe('?kind=check');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.press('ArrowDown');
    const address = page.url();
    expect(new URL(address).search).toBe('?kind=check&document=conference-2019');
    expect(await page.locator('.notes-of:visible').count()).toBe(1);
    const both = await shown(page);
    expect(both[1]).toBeLessThan(checks);
    expect(complaints).toEqual([]);
    await page.context().close();
    const { page: again } = await site.open(`annotations/${new URL(address).search}`);
    expect(await shown(again)).toEqual(both);
    expect(await again.getByRole('radio', { name: 'Check' }).isChecked()).toBe(true);
    expect(await seen(again)).toEqual({ violations: [], shift: 0 });
    await again.context().close();
  });

  test('leads from the passage to the note', async () => {
    const { page } = await site.open('annotations/');
    const link = page.locator('.notes-of a[href*="#note-"]').first();
    const passage = (await link.innerText()).replaceAll(/[“”]/g, '');
    await link.click();
    const note = new URL(page.url()).hash.replace('#note-', '');
    expect(await page.locator(`mark[data-notes~="${note}"]`).allInnerTexts()).toEqual([passage]);
    await page.context().close();
  });

  test('shows all where the address asks for what is not there', async () => {
    const { page } = await site.open('annotations/?kind=rumour&document="]&state=lost');
    expect(await page.getByRole('status').innerText()).toMatch(/^\d+ notes in 5 documents$/);
    await page.context().close();
  });

  test('is whole without a script, and has no switches that would not work', async () => {
    const { page } = await site.open('annotations/?kind=check', { javaScriptEnabled: false });
    expect((await shown(page))[0].length).toBeGreaterThan(3);
    expect(await page.locator('.choose').isVisible()).toBe(false);
    await page.context().close();
  });

  test('is printed whole, without its switches', async () => {
    const { page } = await site.open('annotations/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.choose').isVisible()).toBe(false);
    const skipped = await page
      .locator('.notes-of li')
      .evaluateAll((items) => items.filter((item) => getComputedStyle(item).contentVisibility !== 'visible').length);
    expect(skipped).toBe(0);
    await page.context().close();
  });

  test('shows the notes without a place alone, and axe finds nothing then', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await lost.open('annotations/?state=lost', { colorScheme });
      expect(await page.locator('.notes-of li:visible .small').allInnerTexts()).toEqual([
        'Without a place since 22 November 2026. By A. Reader, written 3 May 2024, changed 4 June 2025.',
        // Its file has no dates: those of git are there once it is committed.
        expect.stringMatching(/^Without a place since November 2026\.(?: Written [^.]+\.)?$/),
      ]);
      expect(await findings(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('a note without a place', () => {
  test.each([true, false])('stands after the text of its document; with script: %s', async (javaScriptEnabled) => {
    const { page } = await lost.open('documents/dues/', { javaScriptEnabled });
    const section = page.getByRole('region', { name: 'Notes without a place' });
    expect(await section.getByRole('note').innerText()).toContain('On “on a Tuesday”, gone since 22 November 2026.');
    await page.getByRole('link', { name: 'a doubt' }).click();
    expect(await page.locator('#note-weekday:target').isVisible()).toBe(true);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    '%s: axe finds nothing, opened or not, and nothing runs out of a small window',
    async (colorScheme) => {
      const { page, complaints } = await lost.open('documents/dues/', { colorScheme, viewport: { width: 320, height: 800 } });
      expect(await findings(page)).toEqual([]);
      expect(await seen(page)).toEqual({ violations: [], shift: 0 });
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => void (details.open = true)));
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('is previewed from where it is referred to', async () => {
    const { page } = await lost.open('documents/dues/');
    await page.locator('.note summary').first().click();
    await page.locator('.note .references a').first().hover();
    await page.locator('.card').waitFor();
    expect(await page.locator('.card').innerText()).toContain('note without a place');
    await page.context().close();
  });
});
