/**
 * How every kind of page arrives on a phone, over the slow network and with the slow processor of Lighthouse, which is no part of the
 * project. Tasks are counted in time of the processor, which a busy machine changes little; when a page is painted, it changes much.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { contentTypes } from '../../src/core/content-types.ts';
import { readEdition } from '../../src/edition/read.ts';
import { chromiumFlags, findChromium } from '../chromium.ts';
import { measure } from './measure.ts';
import { benchFolder, say } from './say.ts';

/** What Lighthouse has for phones: 1.6 Mbit/s of which nine tenths are of use, 150 ms which requests feel as 3.75 times that. */
const network = { offline: false, latency: 150 * 3.75, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (750e3 * 0.9) / 8 };
const slowDown = 4;

interface Arrival {
  /** In milliseconds from the request. */
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
  /** In milliseconds of the slowed processor: the longest task, and by how much tasks after the first paint are longer than 50. */
  readonly longest: number;
  readonly blocked: number;
  readonly bytes: number;
  readonly requests: number;
}

/** Build the edition that is shipped, and open a page of each kind. */
export async function benchLoading(): Promise<void> {
  const out = join(benchFolder, 'shipped-site');
  await measure([resolve('node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out], resolve('.'));
  const { documents, claims, terms } = readEdition('content').edition!;
  const longest = documents.toSorted((a, b) => b.annotations.length - a.annotations.length)[0]!.id;
  const parts = ['documents', 'claims', 'timeline', 'glossary', 'names', 'compare', 'annotations', 'notebook', 'search', 'about', 'print'];
  const kinds = ['', ...parts.map((part) => `${part}/`), `documents/${longest}/`];
  if (claims[0]) kinds.push(`claims/${claims[0].id}/`);
  if (terms[0]) kinds.push(`glossary/${terms[0].id}/`);
  const { address, close } = await host(out);
  const browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags });
  for (const path of kinds) {
    const { first, largest, shift, longest: task, blocked, bytes, requests } = await arrive(browser, address + path);
    say(
      `/${path}: painted after ${first} ms, largest after ${largest} ms; longest task ${task} ms, blocked ${blocked} ms (goal ≤ 50); shift ${shift} (goal 0); ${requests} requests, ${(bytes / 1000).toFixed(0)} kB`,
    );
  }
  await browser.close();
  close();
}

/** A host as most are: compressed, what has a hash in its name kept for good. */
async function host(folder: string): Promise<{ address: string; close: () => void }> {
  const kept = new Map<string, Buffer>();
  const compressed = (file: string): Buffer => {
    if (!kept.has(file)) kept.set(file, brotliCompressSync(readFileSync(file)));
    return kept.get(file)!;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', pathname.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache');
    if (file.endsWith('.woff2')) return void createReadStream(file).pipe(response);
    response.setHeader('Content-Encoding', 'br');
    response.end(compressed(file));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, close };
}

async function arrive(browser: Browser, address: string): Promise<Arrival> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, hasTouch: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(watch);
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  const tasks = await tasksDuring(browser, session, async () => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(2000);
  });
  const painted = await page.evaluate(() => (globalThis as unknown as { seen: Painted }).seen);
  await context.close();
  const longest = Math.max(...tasks.map(({ duration }) => duration));
  const blocked = tasks.filter(({ after }) => after).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return { ...painted, longest: Math.round(longest), blocked: Math.round(blocked), bytes, requests };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

/** The tasks of the page's own thread, before its first paint and after. */
async function tasksDuring(
  browser: Browser,
  session: CDPSession,
  act: () => Promise<void>,
): Promise<{ duration: number; after: boolean }[]> {
  await browser.startTracing(undefined, { categories: ['toplevel', 'loading', 'blink.user_timing', 'devtools.timeline'] });
  await act();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const { traceEvents: all } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const paint = all.findLast(({ name }) => name === 'firstContentfulPaint');
  if (!paint) throw new Error('The page was never painted');
  return all
    .filter(({ name, ph, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X' && pid === paint.pid && tid === paint.tid)
    .map(({ tdur = 0, ts }) => ({ duration: tdur / 1000, after: ts >= paint.ts }));
}

type Painted = Pick<Arrival, 'first' | 'largest' | 'shift'>;

function watch(): void {
  const seen = { first: 0, largest: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  const see: Record<string, (entry: PerformanceEntry) => void> = {
    paint: ({ name, startTime }) => name === 'first-contentful-paint' && (seen.first = Math.round(startTime)),
    'largest-contentful-paint': ({ startTime }) => (seen.largest = Math.round(startTime)),
    'layout-shift': (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value),
  };
  for (const [type, each] of Object.entries(see))
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
}
