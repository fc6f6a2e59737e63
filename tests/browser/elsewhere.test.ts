/**
 * What other documents say, beside a passage; and a margin with more notes than it has room for.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seen, visit, type Visit } from './open.ts';

let site: Visit;
beforeAll(async () => void (site = await visit('said')));
afterAll(() => site.close());

const told = '#note-said--ships--1';

describe('beside a statement', () => {
  test('stands how the others stand to it, and opens to their words', async () => {
    const { page, complaints } = await site.open('documents/gazette/');
    const note = page.locator('.note.elsewhere').filter({ has: page.locator(told) });
    const line = (await note.count()) > 0 ? note : page.locator(told);
    await line.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    const words = await page.locator(told).innerText();
    expect(words).toContain('1 other agrees, 1 repeats, 1 differs');
    expect(words).toContain('says the same, and repeats: “forty ships paid the new toll”');
    expect(words).toContain('How many ships paid the doubled toll?');
    expect(words).toMatch(/says the same|agrees, within what is left open/);
    expect(words).toContain('differs by 20: “twenty ships paid it”');
    expect(words).toContain('One document does not say.');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('its marker says the same to a screen reader, and leads there and back', async () => {
    const { page } = await site.open('documents/letter/');
    const marker = page.locator('#ref-said--ships--2');
    expect(await marker.getAttribute('aria-label')).toBe('Elsewhere: 3 others differ');
    expect(await marker.getAttribute('role')).toBe('doc-noteref');
    expect(await page.locator('[href="#ref-said--ships--2"]').first().getAttribute('role')).toBe('doc-backlink');
    await page.context().close();
  });

  test('works without a script, and leads to the very passage', async () => {
    const { page } = await site.open('documents/reprint/', { javaScriptEnabled: false });
    await page.locator('.elsewhere summary').first().click();
    await page.locator('.others a[href*="gazette"]').first().click();
    await page.waitForURL('**/documents/gazette/#ref-said--ships--1');
    expect(await page.locator(':target').getAttribute('class')).toContain('parallel');
    const wash = await page.evaluate(() => getComputedStyle(document.querySelector(':target')!.previousElementSibling!).backgroundColor);
    expect(wash).not.toBe('rgba(0, 0, 0, 0)');
    await page.context().close();
  });

  test('a document in Arabic has its words quoted in its own direction', async () => {
    const { page } = await site.open('documents/gazette/');
    const quoted = page.locator(`${told} bdi[lang="ar"]`).first();
    expect(await quoted.getAttribute('dir')).toBe('rtl');
    expect(await quoted.textContent()).toBe('دفعت أربعون سفينة');
    await page.context().close();
  });

  test('an event that a paragraph tells of is dated beside it', async () => {
    const { page } = await site.open('documents/letter/');
    const date = page.getByRole('link', { name: '3 May 1731: The council doubles the toll' });
    expect(await date.innerText()).toBe('3 May 1731');
    expect(await date.getAttribute('href')).toBe('/timeline/#doubled');
    await page.context().close();
  });
});

describe('forty notes on one paragraph', () => {
  test.each([1920, 1440, 1280, 1100, 1000, 700, 390])('at %i px none covers another, nor the text, a table or a heading', async (width) => {
    const { page } = await site.open('documents/crowded/', { viewport: { width, height: 900 } });
    await page.evaluate(() => document.fonts.ready);
    expect((await seen(page)).shift).toBe(0);
    for (const size of ['normal', 'largest']) {
      await page.evaluate(
        (each) => (globalThis as unknown as { reader: { keep(change: object): void } }).reader.keep({ size: each }),
        size,
      );
      expect(await overlaps(page), size).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.context().close();
  });

  test('they stay apart when every one is opened', async () => {
    const { page } = await site.open('documents/crowded/');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await overlaps(page)).toEqual([]);
    await page.context().close();
  });

  test('a long note shows its beginning, and opens to all of it', async () => {
    const { page } = await site.open('documents/crowded/', { javaScriptEnabled: false });
    const note = page.locator('#note-long');
    const closed = (await note.innerText()).length;
    await note.locator('summary').click();
    const open = (await note.innerText()).length;
    expect(closed).toBeLessThan(400);
    expect(open - closed).toBeGreaterThan(250);
    expect((await note.innerText()).match(/margin/g)).toHaveLength(12);
    await page.context().close();
  });
});

test.each([1440, 1024])('at %i px the text stays where it is, whatever opens beside it, and notes make way', async (width) => {
  const { page } = await site.open('documents/gazette/', { viewport: { width, height: 900 } });
  const tops = (selector: string): Promise<number[]> =>
    page.locator(selector).evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top + scrollY)));
  const [blocks, notes] = ['.text p[id], .piece, .text h2', '.notes > .note'];
  const before = { blocks: await tops(blocks), notes: await tops(notes) };
  const folds = page.locator('.notes > .note > details > summary');
  for (const fold of await folds.all()) {
    await fold.click();
    expect(await tops(blocks)).toEqual(before.blocks);
    expect(await overlaps(page)).toEqual([]);
  }
  expect(await page.locator('.notes > .note > details[open]').count()).toBe(await folds.count());
  expect(await tops(notes)).not.toEqual(before.notes);
  // The last may reach under the text, and what follows makes room.
  const ends = await page
    .locator('.notes > .note, .after')
    .evaluateAll((all) => [
      Math.max(...all.slice(0, -1).map((each) => each.getBoundingClientRect().bottom)),
      all.at(-1)!.getBoundingClientRect().top,
    ]);
  expect(ends[0]).toBeLessThan(ends[1]!);
  await page.emulateMedia({ media: 'print' });
  expect(
    await page
      .locator('.pushed')
      .first()
      .evaluate((note) => getComputedStyle(note).translate),
  ).toBe('none');
  await page.emulateMedia({ media: 'screen' });
  for (const fold of await folds.all()) await fold.click();
  expect({ blocks: await tops(blocks), notes: await tops(notes) }).toEqual(before);
  await page.context().close();
});

test('a note with room stands beside its line', async () => {
  const { page } = await site.open('documents/gazette/');
  const [marker, note] = await Promise.all(
    ['#ref-count', '#note-count'].map((id) => page.locator(id).evaluate((element) => element.getBoundingClientRect().top)),
  );
  expect(Math.abs(marker! - note!)).toBeLessThan(80);
  await page.context().close();
});

/** Pairs of notes, blocks and headings that share more than a hair of the page. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('.text > .note, .notes > .note, .text p[id], .piece, .text h2')].filter(
      (element) => element.getClientRects().length > 0 && !element.closest('.notes .note .note'),
    );
    return seen.flatMap((a, i) =>
      seen.slice(i + 1).flatMap((b) => {
        if (a.contains(b) || b.contains(a)) return [];
        const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return wide > 1 && high > 1 ? [`${a.id || a.className} and ${b.id || b.className}`] : [];
      }),
    );
  });
}
