/**
 * The reader's notebook in a real browser: words selected, kept, drawn, found again, exported, deleted, imported; hostile storage; none.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEdition } from '../../src/edition/read.ts';
import { findings } from './axe.ts';
import { seen, visit, type Visit } from './open.ts';

const path = 'documents/re-emergence-2022/';
let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

async function open(where = path, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open(where, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  return opened;
}

/** Where some words of a paragraph begin and end in the window. */
async function ends(page: Page, paragraph: string, words: string): Promise<{ from: [number, number]; to: [number, number] }> {
  return page.evaluate(
    ([selector, wanted]) => {
      const block = document.querySelector(selector!)!;
      block.scrollIntoView({ block: 'center' });
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const letters: [Text, number][] = [];
      let text = '';
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (node.parentElement!.closest('.number, .ref, .notes')) continue;
        for (let i = 0; i < node.length; i++) letters.push([node, i]);
        text += node.data;
      }
      const at = text.replaceAll('\n', ' ').indexOf(wanted!);
      const [from, to] = [letters[at]!, letters[at + wanted!.length - 1]!].map(([node, i]) => {
        const range = new Range();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        return range.getBoundingClientRect();
      }) as [DOMRect, DOMRect];
      return { from: [from.left + 1, from.top + from.height / 2], to: [to.right - 1, to.top + to.height / 2] };
    },
    [paragraph, words],
  );
}

async function select(page: Page, paragraph: string, words: string): Promise<void> {
  const { from, to } = await ends(page, paragraph, words);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
  await bar(page).getByRole('button', { name: 'Highlight' }).waitFor();
}

const bar = (page: Page) => page.locator('.notebook-float');

async function highlight(page: Page, paragraph: string, words: string, note = ''): Promise<void> {
  await select(page, paragraph, words);
  await bar(page)
    .getByRole('button', { name: note ? 'Note' : 'Highlight', exact: true })
    .click();
  await page.getByRole('textbox', { name: /^Your note on/ }).waitFor();
  if (note) {
    await page.keyboard.type(note);
    await page.getByText('Kept.').waitFor();
  }
  await bar(page).getByRole('button', { name: 'Done' }).click();
}

/** What is drawn, by the name of its highlight. */
async function drawn(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      ['notebook', 'notebook-noted', 'notebook-changed'].flatMap((name) => {
        const ranges = [...(CSS.highlights.get(name) ?? [])] as Range[];
        const words = ranges.map((range) => {
          const copy = range.cloneContents();
          for (const added of copy.querySelectorAll('.ref')) added.remove();
          return copy.textContent!.replaceAll(/\s+/g, ' ');
        });
        return words.length > 0 ? [[name, words]] : [];
      }),
    ),
  );
}

async function drawnSoon(page: Page, expected: Record<string, string[]>): Promise<void> {
  await expect.poll(() => drawn(page), { timeout: 10_000 }).toEqual(expected);
}

async function exported(page: Page, format: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format, exact: true }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

async function importFile(page: Page, text: string): Promise<string> {
  const status = page.locator('reader-notebook > .status');
  await status.evaluate((line) => (line.textContent = ''));
  await page.locator('input[type="file"]').setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect.poll(() => status.innerText(), { timeout: 60_000 }).toMatch(/imported/);
  return status.innerText();
}

/** Put rows straight into the store, as any script of the host could. */
async function putRows(page: Page, rows: readonly unknown[]): Promise<void> {
  await page.evaluate(async (all) => {
    const name = `variorum-notebook / ${document.documentElement.dataset['edition']}`;
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore('entries', { keyPath: 'id' }).createIndex('place', ['document', 'block']),
    );
    await new Promise((done) => request.addEventListener('success', done));
    const database = request.result;
    const transaction = database.transaction('entries', 'readwrite');
    for (const row of all) transaction.objectStore('entries').put(row);
    await new Promise((done) => transaction.addEventListener('complete', done));
    database.close();
    localStorage.setItem(name, '1');
  }, rows);
}

const moment = '2026-11-22T14:05:00.000Z';
const entry = {
  id: 'one',
  document: 're-emergence-2022',
  quote: { exact: 'thousands of them', prefix: 'There are also the terrorists, ', suffix: ', whom Coalition forces captured' },
  block: 2,
  note: '<img src=x onerror="document.title=1"><script>document.title=1</script> & more',
  created: moment,
  changed: moment,
};

interface Read {
  readonly words: string;
  readonly blocks: readonly (readonly number[])[];
  readonly spans: readonly object[];
  readonly back: readonly object[];
}

/** Run on a page: its words, and each block there and back. As text, for the page and not the test imports. */
const readPage = `import('/__src/browser/notebook/page-words.ts').then(({ wordsOf, rangeOf, spanOf }) => {
  const found = wordsOf(document.querySelector('.document > .text'));
  const spans = found.blocks.filter(({ start, end }) => start < end).map(({ start, end }) => ({ start, end }));
  return {
    words: found.words,
    blocks: found.blocks.map(({ number, start, end }) => [number, start, end]),
    spans,
    back: spans.map((span) => spanOf(rangeOf(span, found), found)),
  };
})`;

describe('the words of a page', () => {
  test.each([
    ['root', 'content'],
    ['tongues', 'tests/browser/tongues'],
    ['lost', 'tests/edition/lost'],
  ] as const)('are those of the edition, letter for letter, in every document: %s', async (name, content) => {
    const { edition } = readEdition(content, { base: '/' });
    const other = await visit(name);
    const { page } = await other.open('');
    // The modules themselves, without their types, from the server's own address.
    await page.route('**/__src/**', (route) => {
      const source = resolve('src', new URL(route.request().url()).pathname.replace('/__src/', ''));
      return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(readFileSync(source, 'utf8')) });
    });
    for (const { id, words, blocks } of edition!.documents) {
      await page.goto(`${other.address}documents/${id}/`);
      const read = await page.evaluate<Read>(readPage);
      expect(read.words, id).toBe(words);
      expect(read.blocks, id).toEqual(blocks.map(({ number, start, end }) => [number, start, end]));
      expect(read.back, id).toEqual(read.spans);
    }
    expect(edition!.documents.length).toBeGreaterThan(1);
    await other.close();
  });
});

describe('selected words', () => {
  test('are highlighted, stay so, and open for a note', async () => {
    const { page, complaints } = await open();
    await highlight(page, '#p2', 'thousands of them');
    await drawnSoon(page, { notebook: ['thousands of them'] });
    await page.reload();
    await drawnSoon(page, { notebook: ['thousands of them'] });
    const { from } = await ends(page, '#p2', 'thousands of them');
    await page.mouse.click(from[0] + 20, from[1]);
    const field = page.getByRole('textbox', { name: 'Your note on “thousands of them”' });
    await field.fill('How many?\nSee ¶ 3.');
    await page.getByText('Kept.').waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await drawnSoon(page, { 'notebook-noted': ['thousands of them'] });
    expect(await page.locator('.from-notebook').innerText()).toContain('How many?');
    expect((await seen(page)).shift).toBe(0);
    expect((await seen(page)).violations).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('by keyboard: Tab leads to the bar, Escape from it, h highlights unless single keys are off', async () => {
    const { page } = await open();
    const { from } = await ends(page, '#p2', 'also the terrorists');
    // A browser without a caret in its pages lengthens what is selected.
    await page.mouse.dblclick(...from);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Control+ArrowRight');
    await bar(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Highlight');
    await page.keyboard.press('Escape');
    expect(await bar(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => getSelection()!.toString().trim().startsWith('also the'))).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    await bar(page).waitFor();
    await page.evaluate(() => (document.documentElement.dataset['keys'] = 'off'));
    await page.keyboard.press('h');
    expect(await drawn(page)).toEqual({});
    await page.evaluate(() => delete document.documentElement.dataset['keys']);
    await page.keyboard.press('h');
    await expect.poll(async () => Object.keys(await drawn(page))).toEqual(['notebook']);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Typed.');
    await page.keyboard.press('Escape');
    await expect.poll(async () => Object.keys(await drawn(page))).toEqual(['notebook-noted']);
    // From the number of a paragraph its words are selected, without a pointer and without a caret; and no others.
    await page.locator('#p6 .number').focus();
    await page.keyboard.press('h');
    await bar(page).getByRole('button', { name: 'Highlight' }).waitFor();
    const copied = await page.evaluate(() => getSelection()!.toString().replaceAll(/\s+/g, ' ').trim());
    // The bar is told of, once; and the focus comes back from it, asking for no preview.
    await page.locator('.notebook-said', { hasText: 'Selected. H: highlight. Tab: note and more.' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await bar(page).locator(':focus').innerText()).toBe('Highlight');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement!.matches('#p6 > .number'))).toBe(true);
    await page.keyboard.press('h');
    await bar(page).waitFor();
    await page.waitForTimeout(600);
    expect(await page.locator('.card').count()).toBe(0);
    await page.keyboard.press('h');
    await expect.poll(async () => (await drawn(page))['notebook']?.length).toBe(1);
    const whole = await page.locator('#p6').evaluate((block) => {
      const copy = block.cloneNode(true) as Element;
      for (const added of copy.querySelectorAll('.number, .ref')) added.remove();
      return copy.textContent!.replaceAll(/\s+/g, ' ').trim();
    });
    expect((await drawn(page))['notebook']).toEqual([whole]);
    expect(copied).toBe(whole);
    await page.context().close();
  });

  test('give the focus back when what is shown of them closes', async () => {
    const { page } = await open();
    const focused = () => page.evaluate(() => document.activeElement!.closest('[id]')?.id);
    await select(page, '#p2', 'thousands of them');
    // With the mouse nothing is said, and nothing had the focus: it goes to where the words are.
    expect(await page.locator('.notebook-said').innerText()).toBe('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Your note on/ }).waitFor();
    await expect.poll(() => bar(page).locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('p2');
    // From the list at the end, back to the entry there, though it was written anew meanwhile.
    const entry = page.locator('.from-notebook li button');
    await entry.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Typed.');
    await page.getByText('Kept.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => entry.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('and whole paragraphs are kept from the card of its number, single keys or not; previews give way to what is shown', async () => {
    const { page } = await open();
    await page.evaluate(() => (document.documentElement.dataset['keys'] = 'off'));
    const card = page.locator('.card');
    await page.keyboard.press('Tab');
    await page.locator('#p5 > .number').focus();
    await page.getByRole('button', { name: 'Note: this paragraph' }).press('Enter');
    await page.getByRole('textbox', { name: /^Your note on/ }).waitFor();
    expect(await card.count()).toBe(0);
    await page.keyboard.type('All of it.');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement!.matches('#p5 > .number'))).toBe(true);
    await expect.poll(async () => (await drawn(page))['notebook-noted']?.length).toBe(1);
    // Selected words of it alone; the bar and the card do not stand there both.
    await page.evaluate(() => delete document.documentElement.dataset['keys']);
    await page.locator('#p2 > .number').focus();
    await card.waitFor();
    await page.evaluate(() => {
      const text = document.querySelector('#p2 > .number')!.nextSibling as Text;
      getSelection()!.setBaseAndExtent(text, 0, text, text.data.indexOf(' also'));
    });
    await bar(page).waitFor();
    expect(await card.count()).toBe(0);
    await page.locator('#p3 > .number').focus();
    await page.locator('#p2 > .number').focus();
    await page.getByRole('button', { name: 'Highlight: the selected words' }).press('Enter');
    await drawnSoon(page, { notebook: ['There are'], 'notebook-noted': [(await drawn(page))['notebook-noted']![0]!] });
    await page.context().close();
  });

  test('say once where they are kept, and can be taken back', async () => {
    const { page } = await open();
    await select(page, '#p2', 'thousands of them');
    await bar(page).getByRole('button', { name: 'Highlight' }).click();
    await page.getByText('It is kept in this browser, on this device, and nowhere else').waitFor();
    expect(await findings(page)).toEqual([]);
    await bar(page).getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed.').waitFor();
    await drawnSoon(page, {});
    await page.keyboard.press('Enter');
    await drawnSoon(page, { notebook: ['thousands of them'] });
    await page.context().close();
  });

  test('across paragraphs are an entry in each', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const [first, second] = ['#p2', '#p3'].map((id) => document.querySelector(id)!);
      getSelection()!.setBaseAndExtent(first!.lastChild!, first!.lastChild!.textContent!.indexOf('they come'), second!.childNodes[1]!, 5);
    });
    await bar(page).getByRole('button', { name: 'Highlight' }).click();
    await page.getByText('an entry for each of 2 paragraphs').waitFor();
    await drawnSoon(page, { notebook: ['they come from.', 'Today'] });
    await page.context().close();
  });

  test('of notes are none of the document’s', async () => {
    const { page } = await open();
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.text .note p')!));
    await page.waitForTimeout(600);
    expect(await bar(page).isVisible()).toBe(false);
    await page.context().close();
  });

  test('can be cited, and linked to', async () => {
    const { page } = await open();
    await select(page, '#p3', 'our partners in northeast Syria” are detaining “about 10,000');
    await bar(page).getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\/documents\/re-emergence-2022\/#p3:~:text=our%20partners%20in%20northeast,[\w%]+$/);
    await bar(page).getByRole('button', { name: 'Cite' }).click();
    await bar(page).getByText('Re-Emergence').first().waitFor();
    await page.context().close();
  });

  test('are cited by their paragraph, though a way back stands among the paragraphs', async () => {
    const { page } = await open();
    await page.locator('#p1 .ref:not(.parallel)').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.text .way-back').waitFor();
    await select(page, '#p3', 'our partners in northeast');
    await bar(page).getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#p3:~:text=/);
    await page.context().close();
  });

  test.each([
    ['with markers among them', '#p3', 'our partners in northeast Syria” are detaining “about 10,000 ISIS fighters'],
    ['cut within words', '#p3', 'oss is Deputy Coordinator for Counter'],
    ['that are few', '#p4', 'could re-emerge'],
    ['of a whole paragraph', '#p5', ''],
  ])('%s are found by the link to them', async (_, paragraph, words) => {
    const { page } = await open(path, { viewport: { width: 1440, height: 420 } });
    if (words) await select(page, paragraph, words);
    else {
      await page.evaluate((selector) => getSelection()!.selectAllChildren(document.querySelector(selector)!), paragraph);
      await bar(page).waitFor();
    }
    await bar(page).getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied.').waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    // By the words alone: without the paragraph, which a browser goes to where it does not find them.
    await page.goto('about:blank');
    await page.goto(address.replace(paragraph, '#'));
    await expect
      .poll(
        () =>
          page.locator(paragraph).evaluate((block) => {
            const { top, bottom } = block.getBoundingClientRect();
            return scrollY > 0 && top < innerHeight && bottom > 0;
          }),
        { timeout: 10_000 },
      )
      .toBe(true);
    await page.context().close();
  });

  test('that a note repeats before them are told from it by the link; where they cannot be, it leads to the paragraph', async () => {
    const words = 'the single largest concentration of terrorist fighters';
    const opened = async (note: string) => {
      const { page } = await open('about/', { viewport: { width: 1440, height: 420 } });
      await page.route(`**/${path}`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace('<details class="more"><summary', `<p>${note}</p>$&`),
        });
      });
      await page.goto(site.address + path);
      await select(page, '#p4', words);
      await bar(page).getByRole('button', { name: 'Copy link' }).click();
      await page.getByText('Copied.').waitFor();
      return { page, address: await page.evaluate(() => navigator.clipboard.readText()) };
    };
    const { page, address } = await opened(`They are “${words}”.`);
    await page.goto('about:blank');
    await page.goto(address.replace('#p4', '##'));
    const isThere = (): Promise<boolean> =>
      page.locator('#p4').evaluate((block) => {
        const { top, bottom } = block.getBoundingClientRect();
        return top < innerHeight / 2 && bottom > innerHeight / 2;
      });
    await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
    const paragraph = /<p id="p4"[\s\S]*?<\/p>/.exec(await (await page.request.get(site.address + path)).text())![0];
    await page.context().close();
    const { page: other, address: plain } = await opened(paragraph.replaceAll(/<a class="(?:ref|number)[\s\S]*?<\/a>|<[^>]*>/g, ''));
    expect(plain).toMatch(/#p4$/);
    await other.context().close();
  });
});

describe('the notebook', () => {
  test('is exported, deleted and imported again', async () => {
    const { page, complaints } = await open();
    await highlight(page, '#p2', 'thousands of them', 'A note <b>as text</b>');
    await highlight(page, '#p3', 'are detaining');
    await page.goto(`${site.address}notebook/`);
    await page.locator('.entry-of').nth(1).waitFor();
    expect(await page.locator('.entry-of bdi').allInnerTexts()).toEqual(['thousands of them', 'are detaining']);
    expect(await page.locator('.entry-of .own').innerText()).toBe('A note <b>as text</b>');
    expect(await findings(page)).toEqual([]);
    const markdown = await exported(page, 'Markdown');
    expect(markdown).toContain('> thousands of them\n\nA note \\<b\\>as text\\</b\\>\n\n— “How to Prevent');
    expect(markdown).toMatch(/¶ 2, <http:\/\/localhost:\d+\/documents\/re-emergence-2022\/#p2:~:text=/);
    const [json, annotations] = [await exported(page, 'JSON'), await exported(page, 'Web Annotations')];
    for (const file of [json, annotations]) {
      await page.getByRole('button', { name: 'Delete all …' }).click();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keep them' }).click();
      expect(await page.locator('.entry-of').count()).toBe(2);
      await page.getByRole('button', { name: 'Delete all …' }).click();
      await page.getByRole('button', { name: 'Delete all', exact: true }).click();
      await page.getByText('Nothing is in it yet.').waitFor();
      expect(await importFile(page, file)).toMatch(/^2 entries imported from “notes.json”/);
      expect(await page.locator('.entry-of bdi').allInnerTexts()).toEqual(['thousands of them', 'are detaining']);
      expect(await importFile(page, file)).toMatch(/^0 entries imported from “notes.json”.\s+2 were here already/);
    }
    await page.goto(site.address + path);
    await drawnSoon(page, { notebook: ['are detaining'], 'notebook-noted': ['thousands of them'] });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('lets one entry be changed, deleted and brought back, and leads to its words', async () => {
    const { page } = await open();
    await highlight(page, '#p2', 'thousands of them');
    await page.goto(`${site.address}notebook/`);
    await page.getByRole('button', { name: /^Write a note/ }).click();
    await page.keyboard.type('Later.');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Kept.').waitFor();
    await page.getByRole('button', { name: /^Delete: / }).click();
    await page.getByText('Deleted.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is back.').waitFor();
    expect(await page.locator('.entry-of .own').innerText()).toBe('Later.');
    await page.getByRole('link', { name: '¶ 2: “thousands of them”' }).click();
    await page.waitForURL(/re-emergence-2022\/#p2/);
    await drawnSoon(page, { 'notebook-noted': ['thousands of them'] });
    await page.context().close();
  });

  test('says how to begin when it is empty, and what it needs without a script', async () => {
    const { page, complaints } = await open('notebook/');
    await page.getByText('Nothing is in it yet.').waitFor();
    expect(await page.locator('.tools').innerText()).toBe('Import …');
    expect(await findings(page)).toEqual([]);
    expect((await seen(page)).shift).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
    const { page: plain } = await open('notebook/', { javaScriptEnabled: false });
    expect(await plain.locator('main').innerText()).toContain('A notebook needs JavaScript');
    await plain.context().close();
  });

  test('is one in all tabs', async () => {
    const { page } = await open();
    const other = await page.context().newPage();
    await other.goto(site.address + path);
    const third = await page.context().newPage();
    await third.goto(`${site.address}notebook/`);
    // A tab without an entry loads nothing of it: it is loaded by the first selection.
    await select(other, '#p3', 'are detaining');
    await highlight(page, '#p2', 'thousands of them');
    await drawnSoon(other, { notebook: ['thousands of them'] });
    await third.locator('.entry-of').waitFor();
    await third.getByRole('button', { name: /^Delete: / }).click();
    await drawnSoon(page, {});
    await drawnSoon(other, {});
    await page.context().close();
  });

  test('follows a text that has changed, and keeps what has lost its place', async () => {
    const { page } = await open();
    await highlight(page, '#p2', 'thousands of them, whom Coalition forces captured', 'Kept');
    await highlight(page, '#p3', 'are detaining');
    await highlight(page, '#p4', 'the single largest concentration of terrorist fighters');
    await page.route('**/documents/re-emergence-2022/', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text())
        .replace('whom <span data-term="global-coalition">Coalition forces</span>', 'whom the Coalition’s forces')
        .replace('are detaining', 'now are detaining')
        .replace(/<p id="p4"[\s\S]*?<\/p>/, '<p id="p4"><a class="number" href="#p4">4</a>Something else.</p>');
      await route.fulfill({ response: answer, body });
    });
    await page.reload();
    await drawnSoon(page, {
      notebook: ['are detaining'],
      'notebook-changed': ['thousands of them, whom the Coalition’s forces captured'],
    });
    const list = page.locator('.from-notebook li');
    expect(await list.nth(0).innerText()).toContain('the text has changed');
    expect(await list.nth(2).innerText()).toMatch(/the single largest[\s\S]*without a place/);
    await list.nth(2).getByRole('button').click();
    await page.getByText('Its words are no longer in this text').waitFor();
    await page.goto(`${site.address}notebook/`);
    await page.getByText('without a place: these words are no longer in the text').waitFor();
    await page.getByText('the text has changed').waitFor();
    expect(await page.locator('.entry-of').count()).toBe(3);
    await page.context().close();
  });

  test('takes what is stored as text, whatever it is, and passes over what is no entry', async () => {
    const { page, complaints } = await open('notebook/');
    await page.getByText('Nothing is in it yet.').waitFor();
    const title = await page.title();
    await putRows(page, [
      entry,
      {
        id: 'html',
        document: 're-emergence-2022',
        block: 1,
        quote: { exact: '<img src=x onerror="document.title=1">' },
        note: '</script><b>',
        created: moment,
        changed: moment,
      },
      { id: 'half', document: 're-emergence-2022', block: 3 },
      { ...entry, id: 'long', quote: { exact: 'a'.repeat(1e6) } },
      { id: 7 },
      { id: 'strange', document: ['a', 1], block: [] },
      { id: 'other', document: 'javascript:alert(1)', block: 1 },
      { ...entry, id: 'gone', document: 'no-such-document' },
    ]);
    await page.reload();
    await page.locator('.entry-of').nth(2).waitFor();
    expect(await page.locator('.entry-of').count()).toBe(3);
    expect(await page.locator('reader-notebook').innerText()).toMatch(/cannot be shown/);
    expect(await page.locator('reader-notebook').innerText()).toContain('This document is not in the edition, or no longer.');
    expect(await page.locator('.entry-of .own').first().innerText()).toContain('</script><b>');
    expect(await page.locator('reader-notebook :is(img, script)').count()).toBe(0);
    expect(JSON.parse(await exported(page, 'JSON')).entries).toHaveLength(3);
    await page.goto(site.address + path);
    await drawnSoon(page, { 'notebook-noted': ['thousands of them'] });
    await page.locator('.from-notebook button').first().click();
    expect(await page.locator('.from-notebook :is(img, script)').count()).toBe(0);
    expect(title).toBe('Notebook · After Baghuz');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('says what is wrong with a file, and takes from it what it can', async () => {
    const { page } = await open('notebook/');
    await page.getByText('Nothing is in it yet.').waitFor();
    expect(await importFile(page, '{"format":"variorum-notebook"')).toMatch(/could not be imported. It is no JSON/);
    expect(await importFile(page, '{"format":"variorum-notebook","version":9}')).toMatch(/a later version of this reader/);
    const items = [entry, 7, { ...entry, id: 'b', quote: { exact: 'a'.repeat(1e6) } }, { ...entry, id: 'c', document: 'elsewhere' }];
    const report = await importFile(
      page,
      JSON.stringify({ format: 'variorum-notebook', version: 1, edition: 'The Harbour', entries: items }),
    );
    expect(report).toMatch(/^2 entries imported/);
    expect(report).toContain('from another edition, “The Harbour”');
    expect(report).toContain('1 is on documents that this edition does not have');
    expect(report).toContain('Entry 2 is no entry.');
    expect(report).toContain('Entry 3 has more than 20,000 letters of words.');
    // The same entry with another note stands beside it.
    const changed = { ...entry, note: 'Another', changed: '2026-11-23T00:00:00Z' };
    for (const taken of [1, 0])
      expect(await importFile(page, JSON.stringify({ format: 'variorum-notebook', version: 1, entries: [changed] }))).toMatch(
        new RegExp(`^${taken === 1 ? '1 entry' : '0 entries'} imported`),
      );
    expect(await page.locator('.entry-of').count()).toBe(3);
    await page.context().close();
  });

  test('goes on with very many entries', async () => {
    const { page } = await open('notebook/');
    await page.getByText('Nothing is in it yet.').waitFor();
    const entries = Array.from({ length: 60_000 }, (_, i) => ({ ...entry, id: `e${i}`, note: `Note ${i}` }));
    const report = await importFile(page, JSON.stringify({ format: 'variorum-notebook', version: 1, entries }));
    expect(report).toMatch(/^50,000 entries imported/);
    expect(report).toContain('The notebook is full');
    expect(await page.locator('.entry-of').count()).toBe(100);
    await page.getByRole('button', { name: '49,900 more' }).click();
    await expect.poll(() => page.locator('.entry-of').count()).toBe(200);
    await page.goto(site.address + path);
    await expect.poll(async () => (await drawn(page))['notebook-noted']?.length, { timeout: 20_000 }).toBe(2000);
    await select(page, '#p3', 'are detaining');
    await bar(page).getByRole('button', { name: 'Highlight' }).click();
    await page.getByText('The notebook holds 50,000 entries, and takes no more.').waitFor();
    await page.context().close();
  });

  test('says so where nothing can be kept', async () => {
    const { page } = await open('about/');
    await page.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage'])
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('Denied', 'SecurityError');
          },
        });
    });
    await page.goto(site.address + path);
    await select(page, '#p2', 'thousands of them');
    await bar(page).getByRole('button', { name: 'Highlight' }).click();
    await page.getByText('This browser lets the page keep nothing').waitFor();
    await page.goto(`${site.address}notebook/`);
    await page.getByText('This browser lets the page keep nothing').waitFor();
    await page.context().close();
  });
});

test('the bar stands at the foot of a phone, and leaves the words in sight', async () => {
  const { page } = await open(path, { viewport: { width: 390, height: 780 }, hasTouch: true });
  await select(page, '#p2', 'also the terrorists');
  const box = (await bar(page).boundingBox())!;
  expect(box.y + box.height).toBeGreaterThan(775);
  expect(box.height).toBeLessThan(160);
  for (const control of await bar(page).locator('button, a').all())
    expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  await page.context().close();
});

test('two editions on one host have two notebooks; one that is renamed can take over its own', async () => {
  const { page } = await open();
  await highlight(page, '#p2', 'thousands of them');
  await page.route('**/notebook/', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('data-edition="After Baghuz"', 'data-edition="Renamed"') });
  });
  await page.goto(`${site.address}notebook/`);
  await page.getByText('Nothing is in it yet.').waitFor();
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names.sort()).toEqual(['variorum-notebook / After Baghuz', 'variorum-notebook / Renamed']);
  await page.getByRole('button', { name: 'Take over what is in it' }).click();
  await page.getByText('One entry taken over.').waitFor();
  expect(await page.locator('.entry-of bdi').allInnerTexts()).toEqual(['thousands of them']);
  await page.context().close();
});
