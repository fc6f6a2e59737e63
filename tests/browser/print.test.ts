/**
 * Paper: what shows and what does not, and real PDF files of it, on both sizes of sheet.
 */
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindNames } from '../../src/core/apparatus.ts';
import { readEdition } from '../../src/edition/read.ts';
import { findings } from './axe.ts';
import { visit, type Visit } from './open.ts';

const edition = readEdition('content').edition!;
const long = edition.documents.find(({ id }) => id === 'iraq-unfinished-2022')!;
/** Between the margins, in pixels: 180 mm of A4, 186 mm of Letter. */
const sheets = [
  ['A4', 680],
  ['Letter', 703],
] as const;

let site: Visit;
beforeAll(async () => void (site = await visit('root')));
afterAll(() => site.close());

async function onPaper(path: string, options: Parameters<Visit['open']>[1] = {}): Promise<Page> {
  const { page } = await site.open(path, { viewport: { width: 680, height: 970 }, ...options });
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** The words of each page of a PDF. */
async function pagesOf(page: Page, format: 'A4' | 'Letter'): Promise<string[]> {
  const file = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const { text } = await extractText(file, { mergePages: false });
  return text.map(plain);
}

/** Spaces made single; a hyphen at the end of a line is not told from one of the word, so that none counts. */
function plain(text: string): string {
  return text.replaceAll(/[\s\u00ad-]+/g, ' ').trim();
}

/** The letters alone, for numbers and signs of notes stand among them. */
function flat(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}]/gu, '');
}

describe('a document on paper', () => {
  test('has its notes open, its terms after it and its address, and nothing that only a screen can do', async () => {
    const page = await onPaper(`documents/${long.id}/`);
    const visible = (selector: string): Promise<boolean[]> =>
      page.locator(selector).evaluateAll((all) => all.map((each) => each.checkVisibility({ contentVisibilityAuto: true })));
    for (const selector of [
      '.note > p',
      '.note .references',
      '.note:not(.elsewhere) > .more > p',
      '.elsewhere .question',
      '.terms dd',
      '.paper',
    ]) {
      const all = await visible(selector);
      expect(all.length, selector).toBeGreaterThan(0);
      if (selector !== '.note > p') expect(all, selector).not.toContain(false);
    }
    for (const selector of [
      '.running',
      '.skip',
      '.colophon',
      '.neighbours',
      'layer-switches',
      '.elsewhere .others',
      'button',
      'template + *',
    ])
      expect(await visible(selector), selector).not.toContain(true);
    expect(await page.locator('.source a').evaluate((link) => getComputedStyle(link, '::after').content)).toContain(long.source.url!);
    await page.context().close();
  });

  test('is black on white, whatever the screen is', async () => {
    for (const theme of ['system', 'dark', 'sepia']) {
      const page = await onPaper(`documents/${long.id}/`, { colorScheme: 'dark' });
      await page.evaluate((value) => void (document.documentElement.dataset['theme'] = value), theme);
      const colours = await page
        .locator('html, .block > p, .note:not(.elsewhere) > p')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).color));
      expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
      const lines = await page
        .locator('.text a, .note a')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).textDecorationLine));
      expect(new Set(lines)).toEqual(new Set(['none']));
      await page.context().close();
    }
  });

  test.each(sheets)('on %s notes stand beside their text, none on another, none past the edge', async (_name, width) => {
    for (const { id } of edition.documents) {
      const page = await onPaper(`documents/${id}/`, { viewport: { width, height: 970 } });
      // A note may stand in two columns: each part of it counts.
      const boxes = await page.locator('.text > p, .text > .piece, .block > :not(.notes), .notes > .note').evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility())
          .flatMap((each) =>
            Array.from(each.getClientRects(), ({ top, bottom, left, right }) => ({
              note: each.matches('.note'),
              top,
              bottom,
              left,
              right,
            })),
          ),
      );
      const onAnother = boxes.filter((a, i) =>
        boxes.some((b, j) => i < j && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
      );
      expect(onAnother, id).toEqual([]);
      expect(boxes.some(({ note }) => note)).toBe(true);
      for (const { left, right } of boxes) expect(left >= 0 && right <= width + 0.5, id).toBe(true);
      await page.context().close();
    }
  });

  test.each(sheets)('as a PDF on %s has its words in order, each note near its passage, titles and numbers of pages', async (format) => {
    const { page } = await site.open(`documents/${long.id}/`);
    const pages = await pagesOf(page, format);
    expect(pages.length).toBeGreaterThan(3);
    const where = (words: string, from = 0): number => pages.findIndex((text, i) => i >= from && flat(text).includes(flat(words)));
    const starts = new Map<number, number>();
    let last = 0;
    for (const { number, start, end } of long.blocks.filter((block) => block.number > 0)) {
      const beginning = long.words.slice(start, Math.min(end, start + 25));
      last = where(beginning, last);
      expect(last, beginning).toBeGreaterThanOrEqual(0);
      starts.set(number, last);
    }
    for (const { number, kind, block } of long.annotations) {
      const at = pages.findIndex((text) => new RegExp(`(^|\\D)${number} ?${kindNames[kind]}\\b`).test(text));
      expect(at - starts.get(block.number)!, `note ${number}`).toBeOneOf([0, 1]);
    }
    // A heading stands with what follows it.
    for (const [i, { text }] of long.headings.entries()) {
      const next = long.blocks.find(({ section, number }) => number > 0 && section === i + 1)!;
      expect(where(`${text}${next.number}${long.words.slice(next.start, next.start + 40)}`), text).toBeGreaterThanOrEqual(0);
    }
    for (const [i, text] of pages.entries()) {
      if (i > 0) expect(text).toContain(plain(edition.title));
      if (i > 0) expect(flat(text)).toContain(flat(long.title));
      expect(text).toMatch(new RegExp(`(^| )${i + 1}( |$)`));
    }
    expect(pages.join(' ')).toContain(plain('Leader of ISIS'));
    await page.context().close();
  });

  test('without a script it is the same', async () => {
    const [with_, without] = [
      await site.open(`documents/${long.id}/`),
      await site.open(`documents/${long.id}/`, { javaScriptEnabled: false }),
    ];
    expect(await pagesOf(without.page, 'A4')).toEqual(await pagesOf(with_.page, 'A4'));
    for (const { page } of [with_, without]) await page.context().close();
  });

  test('has a design of its own: of what is chosen for the screen, only larger type is taken, which a reader may need', async () => {
    const { page } = await site.open(`documents/${long.id}/`, { colorScheme: 'dark' });
    const choose = (looks: Record<string, string>): Promise<void> =>
      page.evaluate((values) => {
        for (const name of ['theme', 'size', 'face', 'measure', 'spacing']) delete document.documentElement.dataset[name];
        Object.assign(document.documentElement.dataset, values);
      }, looks);
    const looks = (): Promise<string[]> =>
      page.locator('html, .head h1, .text p[id], .text .number, .note > p').evaluateAll((all) =>
        all.map((each) => {
          const style = getComputedStyle(each);
          const names = ['font-family', 'font-size', 'line-height', 'letter-spacing', 'word-spacing', 'width', 'hyphens', 'color'];
          return names.map((name) => style.getPropertyValue(name)).join();
        }),
      );
    const size = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => parseFloat(getComputedStyle(each).fontSize));
    await page.emulateMedia({ media: 'print' });
    const plainly = await looks();
    const words = await pagesOf(page, 'A4');
    // Notes are at least four fifths of the text.
    expect((await size('.note > p')) / (await size('.text p[id]'))).toBeGreaterThanOrEqual(0.8);
    await choose({ theme: 'sepia', size: 'small', face: 'sans', measure: 'wide', spacing: 'wide' });
    expect(await looks()).toEqual(plainly);
    expect(await pagesOf(page, 'A4')).toEqual(words);
    const normal = await size('.text p[id]');
    for (const [value, factor] of [
      ['large', 1.15],
      ['larger', 1.32],
      ['largest', 1.55],
    ] as const) {
      await choose({ size: value });
      expect((await size('.text p[id]')) / normal, value).toBeCloseTo(factor, 2);
    }
    const large = await pagesOf(page, 'A4');
    expect(flat(large.join(''))).toContain(flat(long.words.slice(long.blocks.at(-1)!.start, long.blocks.at(-1)!.start + 25)));
    await page.context().close();
  });

  test('without its notes it fills the sheet, with wider type and not with long lines', async () => {
    const page = await onPaper(`documents/${long.id}/?lens=clean`);
    const { width, size, letters } = await page.locator('.text p[id]').evaluateAll((all) => {
      const one = all[2]!;
      const range = document.createRange();
      range.selectNodeContents(one);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size;
      return {
        width: one.getBoundingClientRect().width,
        size: parseFloat(getComputedStyle(one).fontSize),
        letters: one.textContent.length / lines,
      };
    });
    expect(width).toBeGreaterThan(500);
    expect(size).toBeCloseTo(16, 1);
    expect(letters).toBeGreaterThan(55);
    expect(letters).toBeLessThan(80);
    await page.context().close();
  });

  test('what the reader has switched off is not printed', async () => {
    const page = await onPaper(`documents/${long.id}/`);
    await page.evaluate(() => void (document.documentElement.dataset['off'] = 'gloss check'));
    expect(await page.locator('.note[data-kind="gloss"]').first().isVisible()).toBe(false);
    expect(await page.locator('.note[data-kind="context"]').first().isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the whole edition on paper', () => {
  test('has every id once, every link of its own leads to one, and axe finds nothing', async () => {
    const { page, complaints } = await site.open('print/');
    const { twice, nowhere, links } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      const known = new Set(ids);
      const hashes = [...document.querySelectorAll<HTMLAnchorElement>('.book a[href^="#"]')].map(({ hash }) =>
        decodeURIComponent(hash.slice(1)),
      );
      return {
        twice: ids.filter((id, i) => ids.indexOf(id) !== i),
        nowhere: hashes.filter((hash) => !known.has(hash)),
        links: hashes.length,
      };
    });
    expect([twice, nowhere]).toEqual([[], []]);
    expect(links).toBeGreaterThan(500);
    // A marker and its note, a link from one document to another, a term: all of them stay on the page.
    expect(await page.locator('.book a[href*="/documents/"], .book a[href*="/glossary/"]').count()).toBe(0);
    // One document as all, for it takes long; and over all of them what only several can break.
    const without = edition.documents.slice(1).map(({ id }) => `#documents--${id}`);
    const found = await findings(page, { without });
    found.push(...(await findings(page, { only: ['landmark-unique', 'duplicate-id-aria', 'heading-order'] })));
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    await page.context().close();
  });

  test('follows a link within it', async () => {
    const { page, complaints } = await site.open('print/');
    await page.locator('.book .ref').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#documents--[a-z0-9-]+--note-/);
    await page.locator('.book .number').nth(2).click();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('fits windows from 320 to 1440 pixels', async () => {
    const { page } = await site.open('print/');
    for (const width of [320, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${width}`).toBe(0);
    }
    await page.context().close();
  });

  test.each(sheets)('as a PDF on %s has all words of all documents and terms, each part on sheets with its title', async (format) => {
    const { page } = await site.open('print/');
    const pages = await pagesOf(page, format);
    expect(pages[0]).toContain(plain(edition.title));
    expect(pages[0]).not.toMatch(/(^| )1( |$)/);
    expect(pages[1]).toMatch(/Contents/);
    const all = flat(pages.join(' '));
    for (const { title, words, blocks } of edition.documents) {
      expect(pages.filter((text) => flat(text).startsWith(flat(edition.title + title))).length, title).toBeGreaterThan(1);
      for (const { start, end, number } of blocks)
        if (number > 0) expect(all, `${title} ${number}`).toContain(flat(words.slice(start, Math.min(end, start + 25))));
    }
    // Notes go with their text to the end: on each sheet of a document some of its words stand.
    for (const { title, words } of edition.documents) {
      const pieces = [0, 15].flatMap((from) => [...flat(words).slice(from).matchAll(/.{30}/gu)].map(([piece]) => piece));
      for (const [i, text] of pages.entries())
        if (flat(text).startsWith(flat(edition.title + title)))
          expect(
            pieces.some((piece) => flat(text).includes(piece)),
            `${title}, sheet ${i + 1}`,
          ).toBe(true);
    }
    for (const { term } of edition.terms) expect(all).toContain(flat(term));
    for (const { question } of edition.claims) expect(all).toContain(flat(question));
    for (const { title } of edition.events) expect(all).toContain(flat(title));
    await page.context().close();
  });
});

test.each(['', 'documents/', 'glossary/', 'glossary/baghuz/', 'annotations/', 'names/', 'timeline/', 'claims/', 'about/'])(
  'the page /%s prints, with its title and numbers of pages',
  async (path) => {
    const { page } = await site.open(path);
    const pages = await pagesOf(page, 'A4');
    const title = (await page.title()).split(' · ')[0]!;
    expect(flat(pages[0]!)).toContain(flat(title));
    expect(pages.at(-1)).toMatch(new RegExp(`(^| )${pages.length}( |$)`));
    await page.context().close();
  },
);
