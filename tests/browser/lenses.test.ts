/**
 * Lenses and switches, by pointer and keyboard: what shows, what is kept, what the address says; and the keys from note to note.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layers, lenses } from '../../src/core/reader.ts';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

const path = 'documents/iraq-unfinished-2022/';
let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

/** The kinds of notes that show, and whether terms and numbers do. */
async function shown(page: Page): Promise<string[]> {
  const found = await page
    .locator('.text')
    .evaluateAll(([text]) =>
      [...text!.querySelectorAll<HTMLElement>('.note, .ref, .number, a[data-term][href]:not(.notes *)')]
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => each.dataset['kind'] ?? (each.matches('.number') ? 'numbers' : 'terms')),
    );
  return [...new Set(found)].sort();
}

const off = (page: Page): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['off']);
const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('variorum:reader'));
const lens = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLInputElement>('input[name="lens"]:checked')?.value);
const choose = (page: Page, value: string): Promise<void> =>
  page.locator('layer-switches label', { has: page.locator(`[value="${value}"]`) }).click();
const focused = (page: Page): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('a lens', () => {
  test.each(Object.entries(lenses))('%s leaves out what it says, for the eye and for what speaks', async (name, out: readonly string[]) => {
    const { page } = await site.open(path);
    // What is chosen already is no choice.
    await choose(page, name === 'clean' ? 'study' : 'clean');
    await choose(page, name);
    expect(await shown(page)).toEqual(layers.filter((layer) => !out.includes(layer)).sort());
    expect(await lens(page)).toBe(name);
    expect(new URL(page.url()).search).toBe(`?lens=${name}`);
    const spoken = await page.locator('.text').ariaSnapshot();
    expect(spoken.includes('"Note 1: context"')).toBe(!out.includes('context'));
    if (name === 'clean') {
      expect(spoken).not.toMatch(/- (link|note|complementary|mark)/);
      expect(
        await page
          .locator('.text mark')
          .evaluateAll((marks) => marks.filter((mark) => getComputedStyle(mark).textDecorationLine !== 'none').length),
      ).toBe(0);
    }
    await choose(page, 'study');
    expect(await shown(page)).toEqual([...layers].sort());
    expect(await page.locator('.text mark[role], .text a[data-href]').count()).toBe(0);
    await page.context().close();
  });

  test('is a radio group by keyboard, and is none when single layers are switched', async () => {
    const { page } = await site.open(path);
    await page.locator('input[name="lens"][value="study"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await lens(page)).toBe('evidence');
    await page.locator('layer-switches [value="gloss"]').focus();
    await page.keyboard.press('Space');
    expect(await lens(page)).toBeUndefined();
    expect(await shown(page)).toContain('gloss');
    expect(page.url()).toContain('?off=context,question,terms');
    await page.keyboard.press('Space');
    expect(await lens(page)).toBe('evidence');
    expect(page.url()).toContain('?lens=evidence');
    await page.context().close();
  });

  test('is remembered on other pages, which need not carry it in their address; nothing moves', async () => {
    const { page } = await site.open(path);
    await choose(page, 'first');
    await page.goto(`${site.address}documents/conference-2019/`);
    expect(await lens(page)).toBe('first');
    expect(new URL(page.url()).search).toBe('');
    expect(await seen(page)).toEqual({ violations: [], shift: 0 });
    await page.context().close();
  });

  test('in the address wins over what is kept, and does not replace it until a switch is touched', async () => {
    const { page } = await site.open(path);
    await choose(page, 'clean');
    await page.goto(`${site.address}${path}?lens=evidence&found=camps#p2`);
    expect(await lens(page)).toBe('evidence');
    expect(JSON.parse((await kept(page))!)).toEqual({ off: [...layers] });
    await page.goto(`${site.address}${path}`);
    expect(await lens(page)).toBe('clean');
    await page.goto(`${site.address}${path}?lens=evidence&found=camps#p2`);
    await choose(page, 'first');
    expect(JSON.parse((await kept(page))!)).toEqual({ off: lenses.first });
    expect(page.url()).toContain('?lens=first&found=camps#p2');
    await page.goto(`${site.address}${path}?off=gloss,terms`);
    expect(await off(page)).toBe('gloss terms');
    await page.context().close();
  });

  test.each(['__proto__', 'constructor', '', 'Study', '%00', 'a'.repeat(5000)])(
    '%#: none that is not known is taken from the address',
    async (value) => {
      const { page, complaints } = await site.open(`${path}?lens=${value}&off=${value}`);
      expect(await shown(page)).toEqual([...layers].sort());
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('stands before the page is painted', async () => {
    const { page } = await site.open(path);
    await choose(page, 'clean');
    await page.addInitScript(() => {
      new PerformanceObserver(() => {
        const notes = [...document.querySelectorAll('.note')];
        const painted = [document.documentElement.dataset['off'], notes.length > 0, notes.some((note) => note.getClientRects().length > 0)];
        Object.assign(globalThis, { painted });
      }).observe({ type: 'paint', buffered: true });
    });
    await page.goto(`${site.address}${path}`);
    await page.waitForFunction(() => 'painted' in globalThis);
    expect(await page.evaluate(() => (globalThis as unknown as { painted: unknown[] }).painted)).toEqual([layers.join(' '), true, false]);
    expect((await seen(page)).shift).toBe(0);
    await page.context().close();
  });

  test('comes back with the page when the browser goes back', async () => {
    const { page } = await site.open(path);
    await page.goto(`${site.address}documents/conference-2019/`);
    await choose(page, 'clean');
    await page.goBack();
    expect(await lens(page)).toBe('clean');
    await page.context().close();
  });
});

describe('keys', () => {
  test('n and p go from note to note: the focus to the marker, in the middle of the window, its note lit', async () => {
    const { page } = await site.open(`${path}?lens=first`);
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.matches('.ref'));
    const first = await focused(page);
    expect(first).toMatch(/^Note \d+: gloss$/);
    const { top, id } = await page.evaluate(() => ({
      top: document.activeElement!.getBoundingClientRect().top,
      id: document.activeElement!.id,
    }));
    expect(top).toBeGreaterThan(250);
    expect(top).toBeLessThan(650);
    expect(await page.locator(`#${id.replace('ref', 'note')}`).getAttribute('class')).toContain('lit');
    await page.keyboard.press('n');
    await page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') !== name, first);
    const second = await focused(page);
    expect(second).toMatch(/^Note \d+: gloss$/);
    await page.keyboard.press('p');
    await page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, first);
    await page.context().close();
  });

  test('n and p visit every marker that shows, in order, and then begin again', async () => {
    const { page } = await site.open(`${path}?lens=evidence`);
    const names = await page.locator('.text .ref:visible').evaluateAll((all) => all.map((each) => each.id));
    for (const key of ['n', 'p']) {
      const visited: string[] = [];
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.evaluate((to) => scrollTo(0, to), key === 'n' ? 0 : 1e6);
      for (const _ of names) {
        const before = await page.evaluate(() => document.activeElement!.id);
        await page.keyboard.press(key);
        await page.waitForFunction((last) => document.activeElement!.id !== last, before);
        visited.push(await page.evaluate(() => document.activeElement!.id));
      }
      expect(visited).toEqual(key === 'n' ? names : names.toReversed());
      const last = visited.at(-1)!;
      await page.keyboard.press(key);
      await page.waitForFunction((id) => document.activeElement!.id !== id, last);
      expect(await page.evaluate(() => document.activeElement!.id)).toBe(visited[0]);
    }
    await page.context().close();
  });

  test('c silences everything, and brings back what was there', async () => {
    const { page } = await site.open(path);
    await choose(page, 'evidence');
    await page.keyboard.press('c');
    expect(await shown(page)).toEqual([]);
    await page.keyboard.press('c');
    expect(await lens(page)).toBe('evidence');
    await page.context().close();
  });

  test('l lists the notes; one of them is gone to, though its kind is off, and the choice stays', async () => {
    const { page } = await site.open(path);
    await choose(page, 'clean');
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: 'Notes of this document' });
    await dialog.waitFor();
    const all = await dialog.locator('li .n').allInnerTexts();
    expect(all.filter((each) => each === '‖').length).toBe(await page.locator('.text .parallel').count());
    const elsewhere = dialog.locator('li', { hasText: '‖' }).first();
    expect(await elsewhere.innerText()).toMatch(/^‖\s*Elsewhere \d+ others? [a-z, 0-9]+: .+\?/);
    const numbers = all.filter((each) => each !== '‖');
    expect(numbers).toEqual(numbers.map((_, i) => String(i + 1)));
    expect(numbers.length).toBe(await page.locator('.text .ref:not(.parallel)').count());
    expect(await findings(page)).toEqual([]);
    await dialog.locator('a').nth(4).click();
    await dialog.waitFor({ state: 'detached' });
    const note = page.locator(new URL(page.url()).hash.replace('ref', 'note'));
    expect(await note.isVisible()).toBe(true);
    expect(await page.evaluate(() => `#${document.activeElement!.id}` === location.hash)).toBe(true);
    expect(JSON.parse((await kept(page))!)).toEqual({ off: [...layers] });
    await page.goBack();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.context().close();
  });

  test('? tells of them, by the button too; Escape closes, and the focus is where it was', async () => {
    const { page } = await site.open(path);
    const button = page.locator('layer-switches button', { hasText: 'Keys' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement!.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.goto(`${site.address}glossary/`);
    await page.keyboard.press('?');
    await dialog.waitFor();
    await page.context().close();
  });

  test('never act while something is typed, with a modifier, or where they are switched off', async () => {
    const { page } = await site.open(path);
    await page.keyboard.press('Control+c');
    await page.evaluate(() => document.querySelector('main')!.append(document.createElement('textarea')));
    await page.locator('main > textarea').pressSequentially('can? no');
    await page.locator('main > textarea').evaluate((field) => (field as HTMLElement).blur());
    expect(await page.locator('main > textarea').inputValue()).toBe('can? no');
    expect(await off(page)).toBe('');
    await page.locator('.aa').click();
    await page.locator('.reading label', { hasText: 'Single keys' }).click();
    await page.keyboard.press('Escape');
    for (const key of ['c', '?', 'n', 'l']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await off(page)).toBe('');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement!.matches('.ref'))).toBe(false);
    await page.locator('layer-switches button', { hasText: 'Keys' }).click();
    await page.getByRole('dialog').getByText('Single keys are switched off.').waitFor();
    await page.context().close();
  });
});
