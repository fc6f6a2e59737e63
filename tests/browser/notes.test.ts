/**
 * Where the notes stand: beside their block where the margin is free, under it where it is not; with and without script.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, type Visit } from './open.ts';

let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

async function boxes(page: Page, selector: string): Promise<Box[]> {
  return page
    .locator(selector)
    .evaluateAll((elements) =>
      elements.map((element) => (({ left, right, top, bottom }) => ({ left, right, top, bottom }))(element.getBoundingClientRect())),
    );
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe.each([true, false])('with script: %s', (javaScriptEnabled) => {
  test.each([1000, 1024, 1440])('at %i pixels each note stands in the margin, no higher than its block, over nothing', async (width) => {
    const { page } = await site.open('documents/coalition-efforts-2021/', { viewport: { width, height: 900 }, javaScriptEnabled });
    const notes = await boxes(page, '.notes > .note');
    const text = await boxes(page, '.text > p, .block > p');
    expect(notes.length).toBeGreaterThan(5);
    for (const [i, note] of notes.entries()) {
      for (const other of [...notes.slice(i + 1), ...text]) expect(overlap(note, other)).toBe(false);
      expect(note.right).toBeLessThanOrEqual(width);
    }
    const pairs = await page
      .locator('.block')
      .evaluateAll((blocks) =>
        blocks.map((block) => [
          block.querySelector('p')!.getBoundingClientRect().top,
          block.querySelector('.note')!.getBoundingClientRect().top,
          block.querySelector('p')!.getBoundingClientRect().right,
          block.querySelector('.note')!.getBoundingClientRect().left,
        ]),
      );
    for (const [block, note, edge, start] of pairs) {
      expect(note!).toBeGreaterThanOrEqual(block! - 1);
      expect(start!).toBeGreaterThan(edge! + 12);
    }
    await page.context().close();
  });

  test('at 390 pixels each note stands under its block', async () => {
    const { page } = await site.open('documents/coalition-efforts-2021/', { viewport: { width: 390, height: 800 }, javaScriptEnabled });
    const gaps = await page
      .locator('.block')
      .evaluateAll((blocks) =>
        blocks.map(
          (block) => block.querySelector('.note')!.getBoundingClientRect().top - block.querySelector('p')!.getBoundingClientRect().bottom,
        ),
      );
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(0);
    await page.context().close();
  });

  test.each([
    ['beside', 'iraq-unfinished-2022'],
    // What the notes outweigh would have holes beside them.
    ['below', 'coalition-efforts-2021'],
  ])('on paper each note stands whole %s its block, what is folded on the screen too', async (where, document) => {
    const { page } = await site.open(`documents/${document}/`, { javaScriptEnabled });
    await page.emulateMedia({ media: 'print' });
    const [note] = await boxes(page, '.note');
    const [paragraph] = await boxes(page, '.block > p');
    if (where === 'beside') expect(Math.abs(note!.top - paragraph!.top)).toBeLessThan(5);
    else expect(note!.top).toBeGreaterThanOrEqual(paragraph!.bottom);
    const more = await boxes(page, '.note:not(.elsewhere) > details > :not(summary)');
    expect(more.length).toBeGreaterThan(10);
    for (const { top, bottom } of more) expect(bottom - top).toBeGreaterThan(5);
    expect(await page.locator('.running').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('without script', () => {
  test('a note opens, its marker and the way back are links, and terms lead to their pages', async () => {
    const { page } = await site.open('documents/re-emergence-2022/', { javaScriptEnabled: false });
    const more = page.locator('.note details').first();
    await more.locator('summary').click();
    expect(await more.locator('p').first().isVisible()).toBe(true);
    await page.locator('.ref').nth(2).click();
    expect(page.url()).toMatch(/#note-/);
    await page.locator('.text a[data-term]').first().click();
    expect(page.url()).toMatch(/\/glossary\/[a-z-]+\/$/);
    await page.context().close();
  });

  test('the search page says what it needs, and shows no dead field; no switch is shown that does nothing', async () => {
    const { page } = await site.open('search/', { javaScriptEnabled: false });
    expect(await page.locator('noscript').innerText()).toContain('Search needs JavaScript');
    expect(await page.locator('search-panel').isVisible()).toBe(false);
    await page.goto(`${site.address}documents/re-emergence-2022/`);
    expect(await page.locator('layer-switches').isVisible()).toBe(false);
    await page.context().close();
  });
});
