/**
 * What a reader needs who has no pointer, sees little contrast, or sees other colours: the order of Tab, the way back by keyboard,
 * lines that can be told from the paper, and forced colours.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, type Visit } from './open.ts';

const path = 'documents/gazette/';
let site: Visit;
beforeAll(async () => void (site = await visit('said')));
afterAll(() => site.close());

describe('Tab', () => {
  test.each([1440, 390])(
    'at %i px visits head, text and colophon in their order, leaves the page, and comes back the same way',
    async (width) => {
      const { page } = await site.open(path, { viewport: { width, height: 900 } });
      await keep(page, { previews: 'off' });
      const all = await stops(page);
      const part = (name: string): number => all.findIndex((stop) => stop.startsWith(name));
      expect([part('head'), part('text'), part('colophon')]).toEqual([0, part('text'), all.length - 3]);
      expect(part('text')).toBeGreaterThan(10);
      expect(await pressed(page, 'Tab', all.length + 1)).toEqual([...all, 'nothing']);
      expect(await pressed(page, 'Shift+Tab', all.length)).toEqual(all.toReversed());
      await page.context().close();
    },
  );

  test('leads from selected words through what can be done with them, once, and on through the text', async () => {
    const { page } = await site.open(path);
    await keep(page, { previews: 'off' });
    const all = await stops(page);
    const number = page.locator('#p2 .number');
    await number.focus();
    await page.keyboard.press('h');
    await page.locator('.notebook-float button').first().waitFor();
    const bar = await pressed(page, 'Tab', 5);
    expect(bar.filter((stop) => stop.startsWith('float'))).toEqual(bar);
    await page.keyboard.press('Shift+Tab');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+Tab');
    expect(await number.evaluate((each) => each === document.activeElement)).toBe(true);
    await pressed(page, 'Tab', 5);
    const after = all.slice(all.indexOf('text Cite paragraph 2') + 1);
    expect(await pressed(page, 'Tab', after.length + 1)).toEqual([...after, 'nothing']);
    await page.context().close();
  });
});

test('a dialog over the bar of selected words has the keys for itself', async () => {
  const { page } = await site.open(path);
  await page.locator('#p2 .number').focus();
  await page.keyboard.press('h');
  await page.locator('.notebook-float button').first().waitFor();
  await page.keyboard.press('?');
  const dialog = page.locator('dialog:modal');
  await dialog.waitFor();
  const before = await page.evaluate(() => document.activeElement!.outerHTML);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('h');
  expect(await page.evaluate(() => document.activeElement!.outerHTML)).toBe(before);
  expect(await page.locator('.notebook-float button').first().textContent()).toBe('Highlight');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator('.notebook-float').isVisible()).toBe(true);
  await page.context().close();
});

describe('the way back', () => {
  test('is said once, stands after what one has come to, and has a key', async () => {
    const { page, complaints } = await site.open(path, { viewport: { width: 390, height: 260 } });
    const [status, back] = [page.locator('.said'), page.locator('.way-back button').first()];
    await page.locator('#ref-count').focus();
    await page.keyboard.press('Enter');
    await back.waitFor();
    await status.filter({ hasText: /^Back to ¶\u00a01: with the key b\.$/ }).waitFor();
    const box = (await page.locator('.way-back').boundingBox())!;
    expect([Math.round(box.x), Math.round(box.y + box.height)]).toEqual([10, 250]);
    const order = await page.evaluate(() => {
      const way = document.querySelector('.way-back')!;
      return way.previousElementSibling!.contains(document.querySelector(':target'));
    });
    expect(order).toBe(true);
    await page.keyboard.press('b');
    await page.locator('.came-from').waitFor();
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('ref-count');
    expect(await status.textContent()).toBe('');
    await page.keyboard.press('Enter');
    await back.waitFor();
    expect(await status.textContent()).toBe('');
    // Single keys may be off.
    await keep(page, { keys: 'off' });
    await page.keyboard.press('b');
    for (let i = 0; i < 40 && !(await back.evaluate((each) => each === document.activeElement)); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.came-from').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('where no note shows, n says why', async () => {
    const { page } = await site.open(`${path}?lens=clean`);
    await page.keyboard.press('n');
    const status = page.locator('.said');
    await status.filter({ hasText: /^Notes are hidden in this lens: c shows them\.$/ }).waitFor();
    expect(await status.isVisible()).toBe(true);
    await page.keyboard.press('c');
    expect(await status.textContent()).toBe('');
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement!.matches('.ref'));
    await page.context().close();
  });
});

describe.each(['light', 'sepia', 'dark'])('%s', (theme) => {
  test.each([undefined, 'more'] as const)(
    'contrast %s: what carries meaning is told from what it stands on by 3 to 1',
    async (contrast) => {
      const { page } = await site.open(`${path}#p1`, contrast ? { contrast } : {});
      await keep(page, { theme });
      const grounds = ['paper', 'wash', 'found', 'kept'];
      const colours = await page.evaluate(
        (names) => {
          const probe = document.querySelector('main')!;
          return Object.fromEntries(
            names.map((name) => {
              probe.style.color = `var(--${name})`;
              const colour = getComputedStyle(probe).color;
              probe.style.color = '';
              return [name, colour];
            }),
          );
        },
        ['thread', 'rubric', 'faint', ...grounds],
      );
      const low = ['thread', 'rubric', 'faint'].flatMap((line) =>
        grounds.filter((ground) => contrastOf(colours[line]!, colours[ground]!) < 3).map((ground) => `${line} on ${ground}`),
      );
      // What is found is marked by its ground, and no line stands on that in the dark.
      expect(low.filter((each) => each !== 'thread on found')).toEqual([]);
      // What the address names, and what is lit, has a bar of a colour that is seen.
      await page.locator('#ref-council').focus();
      expect(await bars(page, '#p1', '#note-council')).toEqual([colours['rubric'], colours['rubric']]);
      expect(await page.locator('mark.lit.first').evaluate((mark) => getComputedStyle(mark).boxShadow)).toContain(colours['rubric']);
      await page.context().close();
    },
  );
});

test('in forced colours marks keep their lines, what is lit and what has the focus is told apart, and bars stand', async () => {
  const { page } = await site.open(`${path}#p2`, { forcedColors: 'active' });
  const lines = await page
    .locator('mark.passage')
    .evaluateAll((marks) =>
      marks.map((mark) => `${(mark as HTMLElement).dataset['kind']!.split(' ')[0]} ${getComputedStyle(mark).textDecorationStyle}`),
    );
  expect([...new Set(lines)].toSorted()).toEqual(['check double', 'claim dotted', 'gloss dotted']);
  expect(
    await page
      .locator('mark.passage')
      .evaluateAll((marks) => marks.every((mark) => /underline/.test(getComputedStyle(mark).textDecorationLine))),
  ).toBe(true);
  // No ground of its own, where the kind is told by a line.
  const grounds = await page.locator('mark.passage').evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).backgroundColor));
  expect(new Set(grounds)).toEqual(new Set([await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)]));
  await page.locator('#ref-council').focus();
  const outline = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => getComputedStyle(each).outlineStyle);
  expect([await outline('#ref-council'), await outline('mark.lit'), await outline('#note-council')]).toEqual(['solid', 'solid', 'solid']);
  expect(await outline('#p2')).toBe('solid');
  expect((await bars(page, '#p2')).every(Boolean)).toBe(true);
  const edges = await page
    .locator('layer-switches .name')
    .evaluateAll((names) => names.map((name) => getComputedStyle(name).borderBottomColor));
  expect(new Set(edges).size).toBe(2);
  await page.context().close();
});

async function keep(page: Page, change: Record<string, string>): Promise<void> {
  await page.evaluate((each) => (globalThis as unknown as { reader: { keep(change: object): void } }).reader.keep(each), change);
}

/** The stops of Tab as they stand in the page: each its part, and its name. */
async function stops(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, .scroll')]
      .filter((each) => each.checkVisibility() && !each.closest('[popover], details:not([open]) > :not(summary)'))
      .filter((each) => !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked))
      .filter((each) => !each.matches('.scroll') || each.scrollWidth > each.clientWidth || each.tabIndex === 0)
      .map((each) => {
        const part = each.closest('.running, .skip')
          ? 'head'
          : each.closest('.text')
            ? 'text'
            : each.closest('.colophon')
              ? 'colophon'
              : 'main';
        return `${part} ${each.ariaLabel ?? ((each as HTMLInputElement).value || each.textContent.trim())}`;
      }),
  );
}

/** What has the focus after each press of a key. */
async function pressed(page: Page, key: string, times: number): Promise<string[]> {
  const visited: string[] = [];
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key);
    visited.push(
      await page.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        if (at === document.body) return 'nothing';
        const part = at.closest('.notebook-float')
          ? 'float'
          : at.closest('.running, .skip')
            ? 'head'
            : at.closest('.text')
              ? 'text'
              : at.closest('.colophon')
                ? 'colophon'
                : 'main';
        return `${part} ${at.ariaLabel ?? ((at as HTMLInputElement).value || at.textContent.trim())}`;
      }),
    );
  }
  return visited;
}

/** The colours of the bars before some elements. */
async function bars(page: Page, ...selectors: string[]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all.map((selector) => {
        const { content, borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(document.querySelector(selector)!, '::after');
        return content !== 'none' && Number.parseFloat(borderInlineStartWidth) >= 2 ? borderInlineStartColor : '';
      }),
    selectors,
  );
}

/** WCAG's contrast of two colours `rgb(r, g, b)`. */
function contrastOf(one: string, other: string): number {
  const [low, high] = [one, other].map(luminance).toSorted((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = colour
    .match(/[\d.]+/g)!
    .map((each) => Number(each) / 255)
    .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
