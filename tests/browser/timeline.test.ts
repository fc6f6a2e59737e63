/**
 * The timeline and the comparison of two documents, as they are used: by pointer, by keyboard, on a phone, on paper, without a script.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seen, visit, type Visit } from './open.ts';

const pair = 'compare/conference-2019/re-emergence-2022/';
let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

/** The sizes of drawing that are shown. */
function shownDrawings(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.drawing')].filter((each) => each.getBoundingClientRect().width > 0).map((each) => each.classList[1]!),
  );
}

describe('the timeline', () => {
  test('one drawing is shown at any width, its letters large enough to read', async () => {
    const { page } = await site.open('timeline/');
    for (const [width, size] of [
      [320, 'narrow'],
      [390, 'narrow'],
      [768, 'medium'],
      [1024, 'wide'],
      [1440, 'wide'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      expect(await shownDrawings(page), `${width}`).toEqual([size]);
      const letters = await page.evaluate(() => {
        const drawing = [...document.querySelectorAll<SVGSVGElement>('.drawing')].find((each) => each.getBoundingClientRect().width > 0)!;
        return 12 * (drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width);
      });
      expect(letters, `${width}`).toBeGreaterThan(9.5);
    }
    await page.context().close();
  });

  test.each([1440, 1024, 768])('at %d no name of the drawing stands on another or on a mark', async (width) => {
    const { page } = await site.open('timeline/', { viewport: { width, height: 900 } });
    await page.evaluate(() => document.fonts.ready);
    const collisions = await page.evaluate(() => {
      const drawing = [...document.querySelectorAll('.drawing')].find((each) => each.getBoundingClientRect().width > 0)!;
      const boxes = [...drawing.querySelectorAll('a')].flatMap((link) =>
        [...link.querySelectorAll('text, path, circle')].map((part) => ({
          link,
          name: part.textContent,
          text: part.localName === 'text',
          box: part.getBoundingClientRect(),
        })),
      );
      return boxes
        .filter(({ text }) => text)
        .flatMap((a) =>
          boxes
            // The line of one lane is above that of the next; what counts is the middle of the letters.
            .filter((b) => b.link !== a.link && Math.abs(a.box.top + a.box.height / 2 - (b.box.top + b.box.height / 2)) < 6)
            .filter((b) => a.box.left < b.box.right - 0.5 && b.box.left < a.box.right - 0.5)
            .map((b) => `${a.name} / ${b.name || b.link.textContent}`),
        );
    });
    expect(collisions).toEqual([]);
    await page.context().close();
  });

  test('a mark leads to its entry, which is then seen; Tab passes the drawing by', async () => {
    const { page, complaints } = await site.open('timeline/');
    const mark = page.locator('.drawing.wide a[href="#hasakeh-attack"]');
    await mark.locator('text').click();
    expect(new URL(page.url()).hash).toBe('#hasakeh-attack');
    const entry = page.locator('#hasakeh-attack');
    expect(await entry.evaluate((each) => each.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    expect(await entry.evaluate((each) => getComputedStyle(each).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
    await page.goto(`${site.address}timeline/`);
    await page.locator('main').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('svg'))).toBeNull();
    expect(await page.evaluate(() => document.activeElement!.closest('.tellers') !== null)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('stands whole without a script, with its colours in the dark and on paper', async () => {
    const { page } = await site.open('timeline/', { javaScriptEnabled: false, colorScheme: 'dark' });
    expect(await page.locator('.timeline li[id]').count()).toBeGreaterThan(25);
    expect(await page.locator('.drawing.wide').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.timeline li[id]').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test('where colours are the reader’s own, lines and names can be seen', async () => {
    const { page } = await site.open('timeline/', { forcedColors: 'active', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const drawing = document.querySelector('.drawing.wide')!;
      const wanted = [...drawing.querySelectorAll('a .vague, a .sure, .axis')].map((each) => getComputedStyle(each).stroke);
      wanted.push(...[...drawing.querySelectorAll('a text, circle')].map((each) => getComputedStyle(each).fill));
      return { paper, wanted: [...new Set(wanted)] };
    });
    expect(colours.wanted).not.toContain(colours.paper);
    expect(colours.wanted).not.toContain('none');
    await page.context().close();
  });
});

describe('two documents compared', () => {
  test('whose words these are stays in sight, and both texts unfold', async () => {
    const { page, complaints } = await site.open(pair);
    await page.locator('.point').nth(5).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(200);
    expect(await page.locator('.heads').evaluate((each) => each.getBoundingClientRect().top)).toBeCloseTo(0, 0);
    const folded = page.locator('.texts details').first();
    expect(await folded.locator('p').first().isVisible()).toBe(false);
    await folded.locator('summary').click();
    expect(await folded.locator('p').first().isVisible()).toBe(true);
    expect(await seen(page)).toMatchObject({ violations: [] });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a number in the texts leads to its point, under the heads and not behind them', async () => {
    const { page } = await site.open(pair);
    await page.locator('.texts .ref[href="#page-point-3"]').first().click();
    const [point, heads] = await page.evaluate(() => [
      document.querySelector(':target')!.getBoundingClientRect().top,
      document.querySelector('.heads')!.getBoundingClientRect().bottom,
    ]);
    expect(point).toBeGreaterThanOrEqual(heads!);
    await page.context().close();
  });

  test('side by side where there is room, one under the other with their names on a phone', async () => {
    const { page } = await site.open(pair);
    const [a, b] = [page.locator('.point').first().locator('dl > div').nth(0), page.locator('.point').first().locator('dl > div').nth(1)];
    const tops = async (): Promise<number[]> =>
      Promise.all([a, b].map((each) => each.evaluate((side) => side.getBoundingClientRect().top)));
    let [left, right] = await tops();
    expect(left).toBe(right);
    await page.setViewportSize({ width: 390, height: 800 });
    [left, right] = await tops();
    expect(left).toBeLessThan(right!);
    expect(await a.locator('dt').evaluate((each) => each.getBoundingClientRect().width)).toBeGreaterThan(50);
    await page.context().close();
  });
});
