/**
 * How pages look and act, as the reader has chosen it in the panel “Aa”: at once, kept, before the first paint, on every page.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choices, papers } from '../../src/core/reader.ts';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

const path = 'documents/iraq-unfinished-2022/';
const key = 'variorum:reader';
let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

async function choose(page: Page, name: string, value: string): Promise<void> {
  if (!(await page.locator('.reading').isVisible())) await page.locator('.aa').click();
  await page.locator('.reading label', { has: page.locator(`[name="${name}"][value="${value}"]`) }).click();
}

/** A page that is left takes its request for the icon back. */
const notOfIcon = (complaint: string): boolean => !complaint.endsWith('favicon.svg');

const hex = (rgb: string): string =>
  `#${rgb
    .match(/\d+/g)!
    .map((each) => Number(each).toString(16).padStart(2, '0'))
    .join('')}`;
const style = (page: Page, property: string, selector = 'html'): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('the panel opens by keyboard, takes every choice, and Escape gives the focus back', async () => {
  const { page } = await site.open('');
  await page.locator('.aa').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Type and paper' });
  await panel.waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('system');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
  await page.keyboard.press('Escape');
  expect(await panel.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement!.matches('.aa'))).toBe(true);
  await page.context().close();
});

test('every choice is an attribute, kept, and back again at first', async () => {
  const { page } = await site.open('about/');
  for (const [name, [first, ...others]] of Object.entries(choices)) {
    for (const value of others) {
      if (first === 'on') await choose(page, name, 'on');
      else await choose(page, name, value);
      expect(await page.evaluate((name) => document.documentElement.dataset[name], name)).toBe(value);
    }
  }
  await page.reload();
  const kept = await page.evaluate((key) => JSON.parse(localStorage.getItem(key)!), key);
  for (const [name, values] of Object.entries(choices)) {
    expect(kept[name]).toBe(values.at(-1));
    expect(await page.evaluate((name) => document.documentElement.dataset[name], name)).toBe(values.at(-1));
  }
  await page.locator('.aa').click();
  expect(
    await page.locator('.reading input[type="radio"]:checked').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
  ).toEqual(['dark', 'largest', 'sans', 'wide', 'wide']);
  await page.locator('.reading .reset').click();
  for (const name of Object.keys(choices))
    expect(await page.evaluate((name) => document.documentElement.dataset[name], name)).toBeUndefined();
  expect(await page.evaluate((key) => localStorage.getItem(key), key)).toBe('{"off":[]}');
  await page.context().close();
});

describe.each(Object.entries(papers))('%s', (theme, paper) => {
  test('on a system of the other kind: its paper, its frame, and axe finds nothing, the panel open and the dialogs too', async () => {
    const { page, complaints } = await site.open(path, { colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await choose(page, 'theme', theme);
    await page.mouse.move(0, 0);
    const colours = { paper: hex(await style(page, 'background-color')), scheme: await style(page, 'color-scheme') };
    expect(colours).toEqual({ paper, scheme: theme === 'dark' ? 'dark' : 'light' });
    expect(
      await page.locator('meta[name="theme-color"]').evaluateAll((all) => all.map((each) => (each as HTMLMetaElement).content)),
    ).toEqual([paper, paper]);
    expect(await findings(page)).toEqual([]);
    for (const [name, dialog] of [
      ['list of notes', 'l'],
      ['keys', '?'],
    ] as const) {
      await page.keyboard.press('Escape');
      await page.keyboard.press(dialog);
      await page.locator('dialog').waitFor();
      expect(await findings(page), name).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('its text is of enhanced contrast (WCAG 1.4.6), in notes too', async () => {
    const { page } = await site.open(path);
    await choose(page, 'theme', theme);
    await page.keyboard.press('Escape');
    const without = ['.number', 'summary', '.ref', '.n', '.kind', '.small'];
    const low = await findings(page, { within: ['.text', 'h1'], without, only: ['color-contrast-enhanced'] });
    expect(low).toEqual([]);
    await page.context().close();
  });

  test('on paper it is black on white', async () => {
    const { page } = await site.open(path);
    await choose(page, 'theme', theme);
    await page.emulateMedia({ media: 'print' });
    expect([hex(await style(page, 'background-color')), hex(await style(page, 'color'))]).toEqual(['#ffffff', '#000000']);
    expect(await page.locator('.reading').isVisible()).toBe(false);
    await page.context().close();
  });
});

test('without a choice the system decides, and a change of it is followed', async () => {
  const { page } = await site.open('', { colorScheme: 'dark' });
  expect(hex(await style(page, 'background-color'))).toBe(papers.dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(hex(await style(page, 'background-color'))).toBe(papers.light);
  await page.context().close();
});

test('size, measure, face and spacing change the text, and nothing runs out of the window', async () => {
  const { page } = await site.open(path);
  const width = (): Promise<number> => page.locator('#p2').evaluate((each) => each.clientWidth);
  const normal = await width();
  for (const [name, value] of [
    ['size', 'largest'],
    ['measure', 'narrow'],
    ['measure', 'wide'],
    ['face', 'sans'],
    ['spacing', 'wide'],
  ] as const) {
    await choose(page, name, value);
    for (const viewport of [320, 390, 700, 768, 960, 1100, 1440]) {
      await page.setViewportSize({ width: viewport, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, `${name} ${value} ${viewport}`).toBe(0);
      const [text, notes] = await page.evaluate(() =>
        [document.querySelector('#p2')!, document.querySelector('#p2 + .notes')!].map((each) => each.getBoundingClientRect()),
      );
      expect(notes!.left >= text!.right + 12 || notes!.top >= text!.bottom, `${name} ${value} ${viewport}`).toBe(true);
    }
    if (name === 'measure') await choose(page, 'size', 'normal');
    if (value === 'narrow') expect(await width()).toBeLessThan(normal - 50);
    if (value === 'wide' && name === 'measure') expect(await width()).toBeGreaterThan(normal + 50);
  }
  expect(await style(page, 'font-family', '#p2')).toMatch(/^system-ui/);
  expect(parseFloat(await style(page, 'letter-spacing', '#p2'))).toBeGreaterThan(1);
  await page.context().close();
});

test('what is kept stands before the first paint: no flash, no shift', async () => {
  const { page } = await site.open(path, { colorScheme: 'light' });
  await choose(page, 'theme', 'dark');
  await choose(page, 'size', 'large');
  await choose(page, 'face', 'sans');
  await page.addInitScript(() => {
    const record: string[] = [];
    Object.assign(globalThis, { colours: record });
    const look = (): void => {
      if (document.body) record.push(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    document.addEventListener('readystatechange', () =>
      Object.assign(globalThis, {
        [document.readyState]: JSON.stringify({
          ...document.documentElement.dataset,
          scheme: document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')!.content,
        }),
      }),
    );
  });
  for (const to of [path, '', 'glossary/', 'search/', 'timeline/']) {
    await page.goto(site.address + to);
    await page.waitForTimeout(150);
    const { colours, interactive } = await page.evaluate(() => {
      const { colours, interactive } = globalThis as unknown as { colours: string[]; interactive: string };
      return { colours, interactive };
    });
    expect([...new Set(colours)].map(hex), to).toEqual([papers.dark]);
    expect(JSON.parse(interactive)).toMatchObject({ theme: 'dark', size: 'large', face: 'sans', scheme: 'dark' });
    expect(await seen(page), to).toEqual({ violations: [], shift: 0 });
  }
  await page.context().close();
});

test.each([
  ['not JSON', '{"theme":'],
  ['null', 'null'],
  ['a number', '7'],
  ['a long string', JSON.stringify('x'.repeat(1_000_000))],
  ['a list', '[1,2]'],
  ['other values', '{"theme":"<script>","size":9,"face":["sans"],"measure":{"x":1},"off":"gloss"}'],
  ['other names', '{"__proto__":{"theme":"dark"},"edition":"x","off":["<img>","__proto__",null,7]}'],
  ['a long list', JSON.stringify({ off: Array.from({ length: 100_000 }, (_, i) => `x${i}`) })],
])('what is no choice is not taken from storage: %s', async (_name, hostile) => {
  const { page, complaints } = await site.open('404.html');
  await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [key, hostile]);
  const before = await page.evaluate(() => document.documentElement.dataset['edition']);
  await page.goto(site.address + path);
  const { off, ...looks } = (await page.evaluate(
    (names) => ({
      off: document.documentElement.dataset['off'],
      ...Object.fromEntries(names.map((name) => [name, document.documentElement.dataset[name]])),
    }),
    Object.keys(choices),
  )) as Record<string, string>;
  expect(Object.values(looks).filter((value) => value !== undefined)).toEqual([]);
  expect(off).toBe('');
  expect(await page.evaluate(() => document.documentElement.dataset['edition'])).toBe(before);
  await choose(page, 'theme', 'sepia');
  expect(await page.evaluate((key) => localStorage.getItem(key), key)).toBe('{"off":[],"theme":"sepia"}');
  expect(complaints.filter(notOfIcon)).toEqual([]);
  await page.context().close();
});

test('where storage is refused the choice lasts as long as the page, and the panel says so', async () => {
  const { page, complaints } = await site.open('404.html');
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await page.goto(site.address + path);
  await choose(page, 'theme', 'sepia');
  await page.getByText('This browser keeps nothing').waitFor();
  await choose(page, 'size', 'large');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({ theme: 'sepia', size: 'large' });
  expect(await page.locator('.note').first().isVisible()).toBe(false);
  await page.locator('.aa').click();
  expect(await page.locator('.reading [value="sepia"]').isChecked()).toBe(true);
  expect(complaints.filter(notOfIcon)).toEqual([]);
  await page.context().close();
});

test('another tab follows the look, and keeps the layers that it shows', async () => {
  const { page } = await site.open(path);
  const other = await page.context().newPage();
  await other.goto(site.address + path);
  await choose(page, 'theme', 'sepia');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await other.waitForFunction(() => document.documentElement.dataset['theme'] === 'sepia');
  expect(await other.evaluate(() => document.documentElement.dataset['off'])).toBe('');
  await page.context().close();
});

test('without a script the button does not show', async () => {
  const { page } = await site.open(path, { javaScriptEnabled: false });
  expect(await page.locator('.aa').isVisible()).toBe(false);
  expect(await page.locator('.reading').isVisible()).toBe(false);
  await page.context().close();
});
