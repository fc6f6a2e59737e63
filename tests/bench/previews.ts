/**
 * What reading costs in a real browser: the size of a page, what our script does while a long one is loaded and scrolled, and how soon
 * a preview is painted (INP) where the processor is four times slower.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { serve } from '../../src/commands/serve.ts';
import { chromiumFlags, findChromium } from '../chromium.ts';
import { longDocuments, writeLongEdition } from './long-edition.ts';
import { measure } from './measure.ts';
import { benchFolder, say } from './say.ts';

interface Seen {
  /** Milliseconds of our script in a frame of more than 50, and of whole tasks of more than 50, whoever ran them. */
  readonly scripts: number[];
  readonly tasks: number[];
  readonly events: { readonly name: string; readonly duration: number }[];
  shift: number;
}

/** Build an edition of long documents, and read in it. */
export async function benchPreviews(): Promise<void> {
  const content = join(benchFolder, 'long');
  const out = join(benchFolder, 'long-site');
  writeLongEdition(content);
  await measure([resolve('node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out], resolve('.'), { CONTENT: content });
  const { server, address } = await serve(out, { base: '/', port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags });
  for (const { id } of longDocuments) {
    const html = readFileSync(join(out, 'documents', id, 'index.html'));
    say(
      `${id}: HTML ${(html.length / 1000).toFixed(0)} kB, brotli ${(brotliCompressSync(html).length / 1000).toFixed(1)} kB (goal for 5,000 words: ≤ 60)`,
    );
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.addInitScript(watch);
    await page.goto(`${address}documents/${id}/`);
    await page.waitForTimeout(1000);
    const loaded = await take(page);
    await scrollThrough(page);
    const scrolled = await take(page);
    say(
      `  load: our script at most ${most(loaded.scripts)} ms in a long frame (goal ≤ 50); long tasks of the browser ${listed(loaded.tasks)}`,
    );
    say(`  scroll: our script at most ${most(scrolled.scripts)} ms; long tasks ${listed(scrolled.tasks)}; layout shift ${scrolled.shift}`);
    await page.context().close();
    for (const touch of [true, false]) {
      const opened = await (
        await browser.newContext({ viewport: touch ? { width: 390, height: 800 } : { width: 1440, height: 900 }, hasTouch: touch })
      ).newPage();
      await opened.addInitScript(watch);
      await opened.goto(`${address}documents/${id}/`);
      const session = await opened.context().newCDPSession(opened);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await opened.waitForTimeout(1500);
      await take(opened);
      await (touch ? tapAround : typeAround)(opened);
      const { events, scripts } = await take(opened);
      const slowest = events.sort((a, b) => b.duration - a.duration).slice(0, 4);
      say(
        `  ${touch ? 'taps' : 'keys'} at 4 × slow-down: ${events.length} events over 16 ms, slowest ${slowest.map(({ name, duration }) => `${name} ${duration}`).join(', ')} (goal ≤ 50); script at most ${most(scripts)} ms`,
      );
      await opened.context().close();
    }
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
}

/** Links of each kind, some of each. */
const kinds = ['.text > p a[data-term], .block > p a[data-term]', '.ref:not(.parallel)', '.parallel', '.number'];

async function tapAround(page: Page): Promise<void> {
  for (const kind of kinds)
    for (let i = 2; i < 8; i += 2) {
      const link = page.locator(kind).nth(i);
      await link.scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
      await link.tap();
      await page.waitForTimeout(500);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(200);
    }
}

async function typeAround(page: Page): Promise<void> {
  await page.locator('.number').nth(2).focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(700);
    if (i % 3 === 2) await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
}

async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.move(500, 400);
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(40);
  }
}

async function take(page: Page): Promise<Seen> {
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const holder = globalThis as unknown as { seen: Seen };
    const { scripts, tasks, events, shift } = holder.seen;
    const copy = { scripts: [...scripts], tasks: [...tasks], events: [...events], shift };
    for (const list of [scripts, tasks, events]) list.length = 0;
    return copy;
  });
}

function watch(): void {
  const seen: Seen = { scripts: [], tasks: [], events: [], shift: 0 };
  Object.assign(globalThis, { seen });
  const see: Record<string, (entry: PerformanceEntry) => void> = {
    longtask: ({ duration }) => seen.tasks.push(Math.round(duration)),
    'long-animation-frame': (entry) => {
      const own = (entry as PerformanceEntry & { scripts: { duration: number }[] }).scripts;
      seen.scripts.push(Math.round(Math.max(0, ...own.map(({ duration }) => duration))));
    },
    event: (entry) => {
      const { name, duration, interactionId } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId > 0) seen.events.push({ name, duration });
    },
    'layout-shift': (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) seen.shift += value;
    },
  };
  for (const [type, each] of Object.entries(see)) {
    const options = { type, buffered: true, durationThreshold: 16 };
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe(options);
  }
}

function most(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}

function listed(numbers: readonly number[]): string {
  return numbers.length === 0
    ? 'none'
    : `${numbers
        .toSorted((a, b) => b - a)
        .slice(0, 5)
        .join(', ')} ms`;
}
