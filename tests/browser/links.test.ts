/**
 * Deep links and the way back: what an address names is in sight, marked, unfolded and shown, whatever the reader has switched off;
 * and “cite this passage”.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

const documents = { coalition: 'documents/coalition-efforts-2021/', iraq: 'documents/iraq-unfinished-2022/' } as const;

let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

/** How far from the top of the window what the address names begins, in parts of the window's height. */
async function landed(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector(':target')!.getBoundingClientRect().top / innerHeight);
}

/** Where the page stands, once it has come to rest. */
async function rest(page: Page): Promise<number> {
  let last = -1;
  for (;;) {
    await page.waitForTimeout(150);
    const now = await page.evaluate(() => scrollY);
    if (now === last) return now;
    last = now;
  }
}

describe.each([true, false])('an address leads to its place, in sight and marked, with script: %s', (javaScriptEnabled) => {
  test.each([
    ['a paragraph', `${documents.iraq}#p7`],
    ['a heading', `${documents.iraq}#rights-rundown`],
    ['a note', `${documents.coalition}#note-killings-at-al-hol`],
    ['the marker of a statement', `${documents.coalition}#ref-said--burden--2`],
    ['a statement in a fold', `${documents.coalition}#note-said--iraqis-held--1`],
    ['an event', 'timeline/#foreigners-join'],
    ['a statement of a claim', 'claims/fighters-held/#s3'],
  ])('%s', async (_, path) => {
    for (const width of [1440, 390]) {
      const { page, complaints } = await site.open(path, { viewport: { width, height: 800 }, javaScriptEnabled });
      const target = page.locator(':target');
      expect(await target.count(), path).toBe(1);
      await rest(page);
      expect(await target.isVisible()).toBe(true);
      expect(await target.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
      // The end of the page may come first.
      const atEnd = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
      const top = await landed(page);
      expect(top).toBeGreaterThan(0.05);
      expect(top).toBeLessThan(atEnd ? 0.98 : 0.6);
      // A fold the browser itself opens, perhaps after the first layout.
      if (javaScriptEnabled && !path.includes('#note-said')) expect((await seen(page)).shift).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});

test('what the reader has switched off shows where an address leads to it, and stays chosen', async () => {
  const { page } = await site.open(documents.coalition);
  await page.locator('layer-switches input[value="check"]').press('Space');
  await page.locator('layer-switches input[value="claim"]').press('Space');
  const kept = await page.evaluate(() => localStorage.getItem('variorum:reader'));
  await page.goto(`${site.address}documents/`);
  await page.goto(`${site.address}${documents.coalition}#note-killings-at-al-hol`);
  await rest(page);
  expect(await page.locator('#note-killings-at-al-hol').isVisible()).toBe(true);
  expect(await landed(page)).toBeLessThan(0.6);
  expect(await page.locator('html').getAttribute('data-off')).toBe('claim');
  expect(await page.evaluate(() => localStorage.getItem('variorum:reader'))).toBe(kept);
  await page.goto(`${site.address}${documents.coalition}?lens=clean#ref-said--burden--2`);
  await rest(page);
  expect(await page.locator('#ref-said--burden--2').isVisible()).toBe(true);
  expect(await landed(page)).toBeLessThan(0.6);
  await page.context().close();
});

test('the words of a text fragment are in sight and marked', async () => {
  const { page } = await site.open(`${documents.iraq}#p4:~:text=Iraqi%20government`, { viewport: { width: 1024, height: 500 } });
  await rest(page);
  expect(await page.evaluate(() => location.hash)).toBe('#p4');
  const top = await landed(page);
  expect(top).toBeGreaterThan(-0.5);
  expect(top).toBeLessThan(0.7);
  await page.context().close();
});

test('a word found far down in a long passage is in sight', async () => {
  const { page } = await site.open('documents/return-of-isis-2022/?found=Southeast#p2', { viewport: { width: 320, height: 320 } });
  await page.waitForFunction(() => (CSS.highlights.get('found')?.size ?? 0) > 0);
  await rest(page);
  const { top, bottom } = await page.evaluate(() => {
    const [range] = CSS.highlights.get('found')!;
    return (range as Range).getBoundingClientRect().toJSON() as { top: number; bottom: number };
  });
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThan(320);
  await page.context().close();
});

const back = (page: Page) => page.locator('.way-back button').first();

describe('the way back', () => {
  const narrow = { viewport: { width: 390, height: 420 } };
  test('from a note to where its marker stands, by the control; the marker is marked', async () => {
    const { page, complaints } = await site.open(documents.coalition, narrow);
    const marker = page.locator('#ref-killings-at-al-hol');
    await marker.scrollIntoViewIfNeeded();
    const before = await rest(page);
    await marker.click();
    await back(page).waitFor();
    expect(page.url()).toMatch(/#note-killings-at-al-hol$/);
    await rest(page);
    expect(await landed(page)).toBeGreaterThan(0.1);
    expect(await back(page).innerText()).toMatch(/Back to ¶\s\d+/);
    expect(await findings(page)).toEqual([]);
    await back(page).click();
    await page.locator('.came-from').waitFor();
    expect(await rest(page)).toBe(before);
    expect(await page.locator('.came-from').getAttribute('id')).toBe('ref-killings-at-al-hol');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ref-killings-at-al-hol');
    expect(await page.locator('.way-back').count()).toBe(0);
    expect((await seen(page)).shift).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('by the browser’s own Back, step by step, and forth again', async () => {
    const { page } = await site.open(documents.iraq, narrow);
    await page.locator('.contents a').last().click();
    await back(page).waitFor();
    expect(await back(page).innerText()).toContain('Back to the contents');
    const section = await rest(page);
    const marker = page.locator('.text .ref[data-kind]:not(.parallel)').nth(3);
    await marker.evaluate((link) => {
      link.scrollIntoView({ block: 'end' });
      link.focus({ preventScroll: true });
    });
    await page.keyboard.press('Enter');
    await page.waitForURL(/#note-/);
    await page.waitForFunction(() => document.querySelector('.way-back')?.textContent?.includes('¶'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.way-back')?.textContent?.includes('contents'));
    expect(await page.locator('.came-from').count()).toBe(1);
    await page.goBack();
    await page.locator('.way-back').waitFor({ state: 'detached' });
    expect(await page.locator('.came-from').innerText()).toBe(await page.locator('.contents a').last().innerText());
    await page.goForward();
    await back(page).waitFor();
    expect(await back(page).innerText()).toContain('Back to the contents');
    expect(section).toBeGreaterThan(0);
    await page.context().close();
  });

  test('is dismissed by Escape and by its button, and nothing but it', async () => {
    const { page } = await site.open(documents.iraq, narrow);
    for (const dismiss of [() => page.keyboard.press('Escape'), () => page.locator('.way-back button').last().click()]) {
      await page.locator('.contents a').first().scrollIntoViewIfNeeded();
      await page.locator('.contents a').first().click();
      await back(page).waitFor();
      const at = await rest(page);
      await dismiss();
      await page.locator('.way-back').waitFor({ state: 'detached' });
      expect(await rest(page)).toBe(at);
      await page.goBack();
      await page.locator('.came-from').waitFor();
    }
    await page.context().close();
  });

  test('is not offered, and the page does not move, where what the link leads to is in sight', async () => {
    const { page } = await site.open(documents.coalition);
    const marker = page.locator('#ref-eight-million-home');
    await marker.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 150);
    const before = await rest(page);
    expect(await page.locator('#note-eight-million-home').evaluate((note) => note.getBoundingClientRect().top)).toBeGreaterThan(48);
    await marker.click();
    await page.waitForURL(/#note-/);
    expect(await rest(page)).toBe(before);
    expect(await page.locator('.way-back').count()).toBe(0);
    await page.context().close();
  });

  test('a note of a kind that is off, and a statement in a fold, are shown by the link to them', async () => {
    const { page } = await site.open(documents.coalition, narrow);
    await page.locator('#ref-said--iraqis-held--1').click();
    await page.locator('#note-said--iraqis-held--1 .others').waitFor();
    await page.evaluate(() => {
      document.documentElement.dataset['off'] = 'check';
      const link = document.createElement('a');
      link.href = '#note-killings-at-al-hol';
      link.textContent = 'See the note';
      document.querySelector('.after')!.append(link);
    });
    await page.locator('.after > a').click();
    await rest(page);
    expect(await page.locator('#note-killings-at-al-hol').isVisible()).toBe(true);
    expect(await landed(page)).toBeLessThan(0.7);
    await page.context().close();
  });
});

/** What “Copy citation” copies in one form. */
async function copied(page: Page, form: string): Promise<string> {
  await page.locator('.card label', { hasText: form }).click();
  await page.locator('.card button', { hasText: 'Copy citation' }).click();
  await page.locator('.card .status', { hasText: 'Copied.' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('“cite this passage”', () => {
  const permissions = ['clipboard-read', 'clipboard-write'];

  test('copies each form, with the words, the paragraph and the address', async () => {
    const { page, complaints } = await site.open(documents.coalition, { permissions });
    const address = `${site.address}${documents.coalition}#p3`;
    await page.locator('#p3 > .number').focus();
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    const words = '“John Godfrey, the U.S. Acting Special Envoy for the Global Coalition to Defeat ISIS, spoke';
    expect(await copied(page, 'Plain')).toMatch(words);
    expect(await copied(page, 'Plain')).toContain(`\n“Coalition Efforts to Defeat ISIS Continue”, VOA Editorials, about April 2021,`);
    expect(await copied(page, 'Plain')).toMatch(new RegExp(`, ¶\u00a03, ${address}$`));
    expect(await copied(page, 'Chicago')).toMatch(new RegExp(`, para\\.\u00a03, ${address}\\.$`));
    expect(await copied(page, 'APA')).toContain(
      '” (VOA Editorials, ca. 2021, para.\u00a03)\nVOA Editorials. (ca. 2021). Coalition Efforts',
    );
    expect(await copied(page, 'BibTeX')).toMatch(
      /^@incollection\{coalition-efforts-2021-p3,\n[\s\S]+urldate = \{\d{4}-\d\d-\d\d\},[\s\S]+Paragraph 3: “John/,
    );
    const [item] = JSON.parse(await copied(page, 'CSL-JSON')) as { URL: string; note: string }[];
    expect(item).toMatchObject({ id: 'coalition-efforts-2021-p3', URL: address, title: 'Coalition Efforts to Defeat ISIS Continue' });
    expect(item!.note).toContain('are a growing issue');
    expect(await findings(page)).toEqual([]);
    await page.locator('.card label', { hasText: 'with the words' }).click();
    expect(await copied(page, 'Plain')).toBe(
      `“Coalition Efforts to Defeat ISIS Continue”, VOA Editorials, about April 2021, restated in After Baghuz, ed. the editors of this edition, ¶\u00a03, ${address}`,
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('cites the words that are selected in the paragraph, and leaves out numbers and markers', async () => {
    const { page } = await site.open(documents.coalition, { permissions });
    await page.evaluate(() => {
      const text = document.createTreeWalker(document.querySelector('#p2')!, NodeFilter.SHOW_TEXT);
      let node = text.nextNode() as Text;
      while (!node.data.includes('The ministers observed')) node = text.nextNode() as Text;
      getSelection()!.setBaseAndExtent(node, node.data.indexOf('ministers'), document.querySelector('#p3')!.lastChild!, 0);
    });
    await page.locator('#p2 > .number').focus();
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    const cited = await copied(page, 'Plain');
    expect(cited).toMatch(/^“ministers observed that ISIS had become more active in Iraq and Syria, that affiliates of the group were/);
    expect(cited.split('\n')[0]).toMatch(/^[^\d‖]*East Africa too\.”$/);
    await page.context().close();
  });

  test('a page is cited at its end, with a script and without', async () => {
    for (const path of [documents.coalition, 'claims/fighters-held/', 'glossary/baghuz/']) {
      const { page } = await site.open(path, { javaScriptEnabled: false });
      await page.locator('.cite summary').click();
      expect(await page.locator('.cite dd').first().innerText()).toContain(`After Baghuz, ed. the editors of this edition, /${path}`);
      await page.context().close();
      const { page: scripted } = await site.open(path, { permissions });
      await scripted.locator('.cite summary').click();
      await scripted.locator('.cite fieldset').waitFor();
      await scripted.locator('.cite label', { hasText: 'APA' }).click();
      await scripted.locator('.cite button', { hasText: 'Copy citation' }).click();
      await scripted.locator('.cite .status', { hasText: 'Copied.' }).waitFor();
      expect(await scripted.evaluate(() => navigator.clipboard.readText())).toContain(`After Baghuz. ${site.address}${path}`);
      expect(await findings(scripted, { within: ['.cite'] })).toEqual([]);
      await scripted.context().close();
    }
  });
});
