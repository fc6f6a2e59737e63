/**
 * Previews by pointer, keyboard and touch; switches; citing a passage.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
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
    // Through the card, what pins and closes it last, and on from the link.
    const names: (string | null)[] = [];
    await page.keyboard.press('Tab');
    for (; (await focused()) === 'card'; await page.keyboard.press('Tab'))
      names.push(await page.evaluate(() => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent));
    expect(names[0]).toBe('ISIS');
    expect(names.slice(-2)).toEqual(['Pin: keep open while reading on', 'Close']);
    expect(
      await page.evaluate(() => {
        const all = [...document.querySelectorAll('.text a')];
        return all.indexOf(document.activeElement!) - all.findIndex((link) => link.matches('[data-term="isis"]'));
      }),
    ).toBe(1);
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
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
    const details = page.locator('.note details').first();
    await details.locator('summary').click();
    await point(page.locator('.note .references a').first());
    await page.locator('.card .from').waitFor();
    expect(await page.locator('.card .from').innerText()).toMatch(/¶\s\d+/);
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

describe('cards', () => {
  test('show a claim with an answer in each line, and an event with words of another document', async () => {
    const { page, requests } = await site.open(path);
    await page
      .locator('.elsewhere')
      .first()
      .evaluate((note) => {
        for (const details of note.querySelectorAll('details')) details.open = true;
      });
    await point(page.locator('.elsewhere .question a').first());
    await page.locator('.card .answers li').first().waitFor();
    expect(await page.locator('.card .answers li').count()).toBeGreaterThan(1);
    expect(await page.locator('.card .from a').getAttribute('href')).toMatch(/^\/claims\/[^/]+\/$/);
    await point(page.locator('.note a[href^="/timeline/#"]').first());
    await page.locator('.card', { hasText: 'Baghuz' }).waitFor();
    expect(await page.locator('.card .from').innerText()).toMatch(/\d{4}: /);
    // All of it was built ahead.
    expect(requests.filter((each) => /\/(claims|timeline|glossary)\//.test(each))).toEqual([]);
    await page.context().close();
  });

  test('open a second from a link in the first, and no third; Escape closes the last first', async () => {
    const { page } = await site.open(path);
    const cards = page.locator('.card');
    await point(page.locator('.note a[href^="/timeline/#"]').first());
    await cards.waitFor();
    const link = cards.first().locator('p:not(.from) a');
    await link.hover();
    await cards.nth(1).waitFor();
    expect(await covers(cards.nth(1), page.locator('.card .previewed'))).toBe(false);
    // On the way between the two, and in the second, both stay.
    await cards.nth(1).hover();
    await page.waitForTimeout(500);
    expect(await cards.count()).toBe(2);
    await cards.nth(1).locator('a').first().hover();
    await page.waitForTimeout(600);
    expect(await cards.count()).toBe(2);
    // Back in the first, the second goes.
    await cards
      .first()
      .locator('.body')
      .hover({ position: { x: 4, y: 4 } });
    await cards.nth(1).waitFor({ state: 'detached' });
    await link.hover();
    await cards.nth(1).waitFor();
    await page.keyboard.press('Escape');
    expect(await cards.count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await cards.count()).toBe(0);
    await page.context().close();
  });

  test('are opened one from the other, left and closed by keyboard alone', async () => {
    const { page } = await site.open(path);
    const cards = page.locator('.card');
    await page.locator('.note a[href^="/timeline/#"]').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await cards.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await cards.nth(1).waitFor();
    await page.keyboard.press('Tab');
    expect(await cards.nth(1).locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await cards.count()).toBe(1);
    expect(await cards.locator('.body a:focus').count()).toBe(1);
    await page.waitForTimeout(600);
    // What was dismissed does not come back by itself.
    expect(await cards.count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await cards.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement!.getAttribute('href'))).toMatch(/^\/timeline\/#/);
    await page.context().close();
  });

  test('stay when they are pinned, at most three; the keyboard finds them, and Escape closes the one that has the focus', async () => {
    const { page } = await site.open(path);
    const pins = page.locator('.pins .card');
    for (const [i, term] of ['united-nations', 'isis', 'caliphate', 'sdf'].entries()) {
      const link = page.locator(`a[data-term="${term}"]:visible`).first();
      await page.keyboard.press('Escape');
      await point(link);
      await page.locator('.card:not(.pinned)').waitFor();
      await page.getByRole('button', { name: /^Pin/ }).click();
      expect(await page.locator('.card:not(.pinned)').count()).toBe(0);
      expect(await pins.count()).toBe(Math.min(i + 1, 3));
      await page.mouse.move(2, 300);
    }
    await page.waitForTimeout(500);
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(200);
    expect((await pins.locator('dt a').allInnerTexts()).map((text) => text.toLowerCase())).toEqual([
      'isis',
      'caliphate',
      'syrian democratic forces',
    ]);
    // From its link Tab enters a pinned card; Escape closes that one alone and leads back.
    await page.locator('a[data-term="caliphate"]:visible').first().focus();
    await page.keyboard.press('Tab');
    expect(await pins.nth(1).locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await pins.count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement!.getAttribute('data-term'))).toBe('caliphate');
    // From the top of the page a link leads to all.
    await page.locator('.skip', { hasText: 'pinned' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await pins.first().locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    expect(await page.locator('.pins').count()).toBe(0);
    expect(await page.locator('.skip').count()).toBe(1);
    await page.context().close();
  });

  test('stand in the window and clear of what they belong to, on a phone as a sheet at the foot, two of them one over the other', async () => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
    const cards = page.locator('.card');
    const marker = page.locator('.text .parallel').nth(2);
    await marker.scrollIntoViewIfNeeded();
    // Where the sheet will be.
    await page.evaluate((top) => scrollBy(0, top - 650), (await marker.boundingBox())!.y);
    await marker.tap();
    await cards.waitFor();
    const sheet = (await cards.first().boundingBox())!;
    expect(Math.round(sheet.y + sheet.height)).toBe(700);
    expect(sheet.width).toBe(390);
    const at = (await marker.boundingBox())!;
    expect(at.y).toBeGreaterThan(0);
    expect(at.y + at.height).toBeLessThan(sheet.y);
    await cards.locator('.others a').first().tap();
    await cards.nth(1).waitFor();
    const [first, second] = [(await cards.first().boundingBox())!, (await cards.nth(1).boundingBox())!];
    expect(Math.round(second.y + second.height)).toBe(Math.round(first.y));
    expect(second.y).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Close' }).last().tap();
    expect(await cards.count()).toBe(1);
    await page.locator('.text').tap({ position: { x: 200, y: 5 } });
    expect(await cards.count()).toBe(0);
    await page.context().close();
  });

  test('that are pinned on a phone make way for what is opened then, down to their first line, and have their room again', async () => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
    const [pinned, sheet, float] = ['.card.pinned', '.card:not(.pinned)', '.notebook-float'].map((each) => page.locator(each));
    await page.locator('.text a[data-term="isis"]').first().tap();
    await page.getByRole('button', { name: /^Pin/ }).tap();
    const room = (await pinned!.boundingBox())!;
    expect(Math.round(room.y + room.height)).toBe(700);
    const isBelow = async (other: Locator): Promise<void> => {
      await other.waitFor();
      const [slim, above] = [(await pinned!.boundingBox())!, (await other.boundingBox())!];
      expect(slim.height).toBeGreaterThanOrEqual(44);
      expect(slim.height).toBeLessThan(52);
      expect(Math.round(above.y + above.height)).toBe(Math.round(slim.y));
      const heading = (await pinned!.locator('dt').boundingBox())!;
      expect(heading.y + heading.height).toBeLessThan(slim.y + slim.height);
    };
    await page.locator('.text .parallel').nth(2).tap();
    await isBelow(sheet!);
    expect(await findings(page)).toEqual([]);
    // A second stands on the first.
    await sheet!.locator('.others a').first().tap();
    await sheet!.nth(1).waitFor();
    const [first, second] = [(await sheet!.nth(0).boundingBox())!, (await sheet!.nth(1).boundingBox())!];
    expect(Math.round(second.y + second.height)).toBe(Math.round(first.y));
    // A tap on what is pinned closes the rest.
    await pinned!.locator('dt').tap({ position: { x: 120, y: 5 } });
    await sheet!.first().waitFor({ state: 'detached' });
    expect((await pinned!.boundingBox())!.height).toBe(room.height);
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#p2')!));
    await isBelow(float!);
    await page.context().close();
  });

  test('where nothing is kept on the page, a list fetches what its links show from the page that they lead to', async () => {
    const { page, requests, complaints } = await site.open('names/');
    const card = page.locator('.card');
    await point(page.locator('.columns a[href="/glossary/baghuz/"]').first());
    await card.waitFor();
    expect(await card.locator('dt').innerText()).toContain('Baghuz');
    expect(requests.filter((each) => each.endsWith('/glossary/baghuz/'))).toHaveLength(1);
    await page.goto(`${site.address}claims/`);
    await point(page.locator('.matrix td a').first());
    await card.locator('.from', { hasText: /¶\s\d/ }).waitFor();
    await page.goto(`${site.address}timeline/`);
    await point(page.locator('.overview a:visible').first());
    await card.locator('.from', { hasText: /\d{4}/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['/claims/fighters-held/', /10,000 people, some “about”/],
    ['/claims/fighters-held/#s2', /“about 10,000 ISIS fighters”/],
    ['/timeline/#fall-of-baghuz', /23 March 2019: ISIS loses Baghuz/],
    ['/documents/re-emergence-2022/', /How to Prevent the Re-Emergence of ISIS Core\s+\S+/],
    ['/documents/re-emergence-2022/#p2', /¶\s2\s+There are also the terrorists/],
    ['/documents/re-emergence-2022/#note-day-of-baghuz', /Check Supported\./],
    ['/documents/re-emergence-2022/#ref-day-of-baghuz', /¶\s1\s+On 23 March 2019/],
    ['/documents/re-emergence-2022/#nowhere', /How to Prevent the Re-Emergence of ISIS Core\s+\S+/],
  ])('fetch the piece of its page that %s names', async (href, words) => {
    const { page, complaints } = await site.open('about/');
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.setAttribute('href', href);
      link.textContent = 'Probe';
      document.querySelector('main h1')!.after(link);
    }, href);
    await point(page.getByText('Probe', { exact: true }));
    const body = page.locator('.card .body');
    await body.waitFor();
    expect(await body.innerText()).toMatch(words);
    expect(await body.locator('[id]').count()).toBe(0);
    expect(
      await body.locator('a').evaluateAll((links) => links.filter((link) => !/^\/|^https?:/.test(link.getAttribute('href')!))),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('that cannot be had leave the link as it is', async () => {
    const { page } = await site.open('names/', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    const link = page.locator('.columns a[href="/glossary/baghuz/"]').first();
    await page.route('**/glossary/baghuz/', (route) =>
      route.request().resourceType() === 'fetch' ? route.fulfill({ status: 503, body: '' }) : route.continue(),
    );
    await link.tap();
    await page.waitForURL('**/glossary/baghuz/');
    await page.context().close();
  });

  test('do not show where the reader has switched previews off; a click on a number still cites', async () => {
    const { page } = await site.open(path);
    await page.evaluate(() => (document.documentElement.dataset['previews'] = 'off'));
    const card = page.locator('.card');
    await point(page.locator('.text a[data-term]').first());
    await page.waitForTimeout(600);
    await point(page.locator('#p2 > .number'));
    await page.waitForTimeout(600);
    expect(await card.count()).toBe(0);
    await page.locator('#p2 > .number').click();
    await card.waitFor();
    // The page has moved to the paragraph, and the number from under the pointer.
    await page.mouse.move(700, 20);
    await page.waitForTimeout(500);
    expect(await card.count()).toBe(1);
    await page.evaluate(() => delete document.documentElement.dataset['previews']);
    await page.keyboard.press('Escape');
    await point(page.locator('.text a[data-term]').first());
    await card.waitFor();
    await page.context().close();
  });

  test('show in a browser without popovers too', async () => {
    const { page } = await site.open('about/');
    await page.addInitScript(() => {
      for (const name of ['showPopover', 'hidePopover', 'popover'])
        delete (HTMLElement.prototype as unknown as Record<string, unknown>)[name];
    });
    await page.goto(`${site.address}${path}`);
    const term = page.locator('.text a[data-term="united-nations"]').first();
    await point(term);
    await page.locator('.card').waitFor();
    expect(await page.locator('.card').getAttribute('popover')).toBe(null);
    expect(await covers(page.locator('.card'), page.locator('.previewed'))).toBe(false);
    const [link, card] = [(await term.boundingBox())!, (await page.locator('.card').boundingBox())!];
    expect(Math.min(Math.abs(card.y - link.y - link.height), Math.abs(link.y - card.y - card.height))).toBeLessThan(12);
    await page.getByRole('button', { name: /^Pin/ }).click();
    expect(await page.locator('.pins .card').isVisible()).toBe(true);
    await page.context().close();
  });

  test('have no findings of axe, open, with a second, and pinned', async () => {
    const { page } = await site.open(path);
    await point(page.locator('.note a[href^="/timeline/#"]').first());
    await page.locator('.card').waitFor();
    await page.locator('.card p:not(.from) a').hover();
    await page.locator('.card').nth(1).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Pin/ }).last().click();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});

/** Whether anything of one element lies over a line of another. */
async function covers(over: Locator, under: Locator): Promise<boolean> {
  return over.evaluate(
    (element, lines) => {
      const card = element.getBoundingClientRect();
      return [...lines!.getClientRects()].some(
        (line) => line.left < card.right && card.left < line.right && line.top < card.bottom - 1 && card.top < line.bottom - 1,
      );
    },
    await under.elementHandle(),
  );
}

test('hovering a passage lights its marker and its note', async () => {
  const { page } = await site.open(path);
  const mark = page.locator('mark.passage').first();
  await mark.hover();
  const [id] = (await mark.getAttribute('data-notes'))!.split(' ');
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
  expect(copied.split('\n').at(-1)).toBe(
    `“How to Prevent the Re-Emergence of ISIS Core”, VOA Editorials, about 2022, restated in After Baghuz, ed. the editors of this edition, ¶\u00a03, ${site.address}${path}#p3`,
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
