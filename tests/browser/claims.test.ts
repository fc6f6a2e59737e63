/**
 * Claims side by side: chosen from by keyboard, kept in the address, whole without a script; a head that stays; cards on a phone and
 * on paper. And the page of one claim, whose drawing fits every window.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

/** What shows: how the documents stand in each row. */
async function shown(page: Page): Promise<string[]> {
  return page.locator('.claim-row:visible').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['outcome']!));
}

describe('claims side by side', () => {
  test('show where documents differ, and one topic, by keyboard, and keep both in the address', async () => {
    const { page, complaints } = await site.open('claims/');
    const all = (await shown(page)).length;
    const status = page.getByRole('status');
    expect(await status.innerText()).toBe(`${all} questions, answered by 5 documents`);
    await page.getByRole('radio', { name: 'all' }).focus();
    await page.keyboard.press('ArrowRight');
    const differ = await shown(page);
    expect(new Set(differ)).toEqual(new Set(['differ']));
    expect(await status.innerText()).toBe(`${differ.length} of ${all} questions`);
    expect(new URL(page.url()).search).toBe('?outcome=differ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(new URL(page.url()).search).toMatch(/^\?outcome=differ&topic=[a-z0-9-]+$/);
    expect(await page.locator('.matrix .topic:visible').count()).toBe(1);
    const both = await shown(page);
    expect(both.length).toBeLessThan(differ.length);
    expect(complaints).toEqual([]);
    const { page: again } = await site.open(`claims/${new URL(page.url()).search}`);
    expect(await shown(again)).toEqual(both);
    expect(await seen(again)).toEqual({ violations: [], shift: 0 });
    await page.context().close();
    await again.context().close();
  });

  test('show all without a script, and no switches', async () => {
    const { page } = await site.open('claims/?outcome=differ', { javaScriptEnabled: false });
    expect(new Set(await shown(page)).size).toBeGreaterThan(1);
    expect(await page.locator('.choose').isVisible()).toBe(false);
    await page.context().close();
  });

  test.each([1440, 1024])('keep the head at the top of a window of %i', async (width) => {
    const { page } = await site.open('claims/', { viewport: { width, height: 800 } });
    await page.locator('.claim-row').nth(20).scrollIntoViewIfNeeded();
    expect(
      await page
        .locator('.matrix thead th')
        .last()
        .evaluate((head) => head.getBoundingClientRect().top),
    ).toBe(0);
    await page.context().close();
  });

  test('scroll in a window that is too narrow, by keyboard, and keep the questions in sight', async () => {
    const { page } = await site.open('claims/', { viewport: { width: 768, height: 800 } });
    const frame = page.getByRole('region', { name: 'What each document says' });
    await frame.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
    const [left, question] = await frame.evaluate((element) => [
      element.getBoundingClientRect().left,
      element.querySelector('.claim-row th')!.getBoundingClientRect().left,
    ]);
    expect(question).toBe(left);
    await frame.evaluate((element) => element.scrollTo(0, 900));
    const [top, head] = await frame.evaluate((element) => [
      element.getBoundingClientRect().top,
      element.querySelector('thead th')!.getBoundingClientRect().top,
    ]);
    expect(head).toBe(top);
    await page.context().close();
  });

  test('are cards on a phone, still a table to a screen reader, and axe finds nothing', async () => {
    const { page } = await site.open('claims/', { viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.getByText('does not say').first().isVisible()).toBe(false);
    const row = page.getByRole('table').getByRole('row').filter({ hasText: 'say the same' }).first();
    expect(await row.getByRole('rowheader').count()).toBe(1);
    expect(await row.getByRole('cell').count()).toBeGreaterThan(1);
    expect(await row.locator('cite').first().isVisible()).toBe(true);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  test('are printed as cards, all columns of them', async () => {
    const { page } = await site.open('claims/', { viewport: { width: 1440, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.choose').isVisible()).toBe(false);
    expect(await page.locator('.matrix thead').isVisible()).toBe(false);
    const frame = page.locator('.matrix-frame');
    expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await page.context().close();
  });

  test('lead to the passage', async () => {
    const { page } = await site.open('claims/?outcome=differ');
    const link = page.locator('.claim-row:visible .saying a').first();
    const words = (await link.innerText()).replaceAll(/[“”]/g, '');
    await link.click();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await target.evaluate((element) => element.closest('.block')?.textContent ?? element.textContent)).toContain(words);
    await page.context().close();
  });
});

describe('the page of a claim', () => {
  test.each(['light', 'dark'] as const)('%s: opens without a complaint, and axe finds nothing, the table opened', async (colorScheme) => {
    for (const path of ['claims/fighters-held/', 'claims/defeat-date/', 'claims/prisoners-future/']) {
      const { page, complaints } = await site.open(path, { colorScheme });
      await page.waitForTimeout(150);
      expect(await seen(page)).toEqual({ violations: [], shift: 0 });
      await page.evaluate(() =>
        document.querySelectorAll<HTMLDetailsElement>('.plot details').forEach((details) => void (details.open = true)),
      );
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test.each([1440, 390, 320])('keeps the letters of its drawing legible and apart at %i', async (width) => {
    for (const path of ['claims/fighters-held/', 'claims/defeat-date/', 'claims/isis-families/', 'claims/children-held/']) {
      const { page } = await site.open(path, { viewport: { width, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const texts = await page.locator('.plot svg[role="img"] text').evaluateAll((all) =>
        all.map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return { left, right, top, bottom, size: Number.parseFloat(getComputedStyle(text).fontSize), words: text.textContent };
        }),
      );
      expect(texts.length).toBeGreaterThan(3);
      for (const [i, a] of texts.entries()) {
        expect(a.size).toBeGreaterThanOrEqual(10);
        expect([a.left >= -0.5, a.right <= width + 0.5], a.words!).toEqual([true, true]);
        for (const b of texts.slice(i + 1)) {
          // Lines of text are higher than their letters.
          const apart = a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 5 || b.bottom <= a.top + 5;
          expect(apart, `${path}: ${a.words} | ${b.words}`).toBe(true);
        }
      }
      await page.context().close();
    }
  });

  test('has its drawing as one image with a name, and every statement under its own address', async () => {
    const { page } = await site.open('claims/fighters-held/#s2', { javaScriptEnabled: false });
    expect(await page.getByRole('img', { name: /^Answers to: How many ISIS fighters/ }).count()).toBe(1);
    expect(await page.locator('#s2:target .answer').innerText()).toContain('10,000');
    await page.getByText('As a table').click();
    expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(3);
    await page.context().close();
  });
});
