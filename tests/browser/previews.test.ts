/**
 * Previews by pointer, keyboard and touch; switches; citing a passage.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, type Visit } from './open.ts';

const path = 'documents/re-emergence-2022/';
let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

/** Bring a link into view, let the page come to rest, and then point at it: a pointer that only the page moved under opens nothing. */
async function point(at: Locator): Promise<void> {
  await at.scrollIntoViewIfNeeded();
  await at.page().mouse.move(0, 0);
  await at.page().waitForTimeout(60);
  await at.hover();
}

describe('a preview', () => {
  test('opens on hover after a rest, lets the pointer in, and closes on leaving after a while', async () => {
    const { page } = await site.open(path);
    const card = page.locator('.card');
    const term = page.locator('.text a[data-term="united-nations"]').first();
    await point(term);
    await page.waitForTimeout(150);
    expect(await card.isVisible()).toBe(false);
    await card.waitFor();
    expect(await card.innerText()).toContain('United Nations');
    await card.hover();
    await page.waitForTimeout(500);
    expect(await card.isVisible()).toBe(true);
    await page.locator('h1').hover();
    await page.waitForTimeout(100);
    expect(await card.isVisible()).toBe(true);
    await card.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('never covers its link, at the edges of the window neither', async () => {
    const { page } = await site.open(path, { viewport: { width: 1024, height: 500 } });
    for (const term of await page.locator('.text a[data-term]:visible').all()) {
      await page.keyboard.press('Escape');
      await point(term);
      await page.locator('.card').waitFor();
      const covered = await term.evaluate((link) => {
        const card = document.querySelector('.card')!.getBoundingClientRect();
        return (
          [...link.getClientRects()].some(
            (line) => line.left < card.right && card.left < line.right && line.top < card.bottom - 1 && card.top < line.bottom - 1,
          ) ||
          card.left < 0 ||
          card.right > innerWidth
        );
      });
      expect(covered, await term.innerText()).toBe(false);
    }
    await page.context().close();
  });

  test('opens on keyboard focus; Escape closes it and leaves the focus; Tab enters it and leaves it', async () => {
    const { page } = await site.open(path);
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => (document.activeElement?.closest('.card') ? 'card' : document.activeElement?.getAttribute('data-term')));
    await page.locator('.number').first().focus();
    for (let i = 0; i < 30 && (await focused()) !== 'isis'; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('isis');
    await page.locator('.card').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.card').isVisible()).toBe(false);
    expect(await focused()).toBe('isis');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.locator('.card').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('card');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('isis');
    expect(await page.locator('.card').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).not.toBe('card');
    await page.context().close();
  });

  test('opens on a tap; a second tap goes', async () => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    const term = page.locator('.text a[data-term="united-nations"]').first();
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    expect(await page.locator('.card').innerText()).toContain('United Nations');
    expect(page.url()).toContain(path);
    await term.tap();
    await page.waitForURL('**/glossary/united-nations/');
    await page.context().close();
  });

  test('shows a passage of another document, and a note that is out of sight', async () => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 800 } });
    await point(page.locator('.ref').first());
    await page.locator('.card').waitFor();
    expect(await page.locator('.card .kind').innerText()).toBe('Check');
    await page.setViewportSize({ width: 1440, height: 900 });
    const details = page.locator('.note details').first();
    await details.locator('summary').click();
    await point(page.locator('.note .references a').first());
    await page.locator('.card .from').waitFor();
    expect(await page.locator('.card .from').innerText()).toMatch(/¶ \d+/);
    await page.context().close();
  });

  test('does not open while the page scrolls under the pointer', async () => {
    const { page } = await site.open(path, { viewport: { width: 1440, height: 500 } });
    await page.mouse.move(500, 300);
    for (let i = 0; i < 12; i++) {
      await page.mouse.wheel(0, 40);
      await page.waitForTimeout(60);
      expect(await page.locator('.card').isVisible()).toBe(false);
    }
    await page.context().close();
  });
});

test('hovering a passage lights its marker and its note', async () => {
  const { page } = await site.open(path);
  const mark = page.locator('mark.passage').first();
  await mark.hover();
  const id = await mark.getAttribute('data-notes');
  expect(await page.locator(`#note-${id}`).getAttribute('class')).toContain('lit');
  expect(await page.locator(`#ref-${id}`).getAttribute('class')).toContain('lit');
  await page.context().close();
});

test('a layer is switched off by keyboard, is remembered on other pages, and nothing moves when it is', async () => {
  const { page } = await site.open(path);
  const check = page.locator('layer-switches input[value="check"]');
  await check.focus();
  await page.keyboard.press('Space');
  expect(await page.locator('.note[data-kind="check"]').first().isVisible()).toBe(false);
  expect(await page.locator('.note[data-kind="gloss"]').first().isVisible()).toBe(true);
  await page.goto(`${site.address}documents/conference-2019/`);
  expect(await page.locator('.note[data-kind="check"]').first().isVisible()).toBe(false);
  expect(await page.locator('layer-switches input[value="check"]').isChecked()).toBe(false);
  expect(await page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
  await page.context().close();
});

test('“cite this passage” copies a full citation with its address', async () => {
  const { page } = await site.open(path, { permissions: ['clipboard-read', 'clipboard-write'] });
  await point(page.locator('#p3 > .number'));
  await page.locator('.card button', { hasText: 'Copy citation' }).click();
  await page.locator('.card .status', { hasText: 'Copied.' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(
    `“How to Prevent the Re-Emergence of ISIS Core”, VOA Editorials, about 2022, restated in After Baghuz, ed. the editors of this edition, ¶ 3, ${site.address}${path}#p3`,
  );
  await page.context().close();
});

test('the glossary shows one kind at a time', async () => {
  const { page } = await site.open('glossary/');
  await page.locator('.kinds label', { hasText: 'People' }).click();
  expect(
    await page
      .locator('.terms-list > li:visible')
      .evaluateAll((items) => [...new Set(items.map((item) => (item as HTMLElement).dataset['kind']))]),
  ).toEqual(['person']);
  expect(await page.locator('.letter:visible').count()).toBeGreaterThan(1);
  await page.context().close();
});
