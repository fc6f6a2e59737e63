/**
 * How every kind of page arrives on a phone: what Lighthouse reckons its mark for performance from, but for its Speed Index, on its slow
 * network and with its slow processor. Time that blocks is counted in time of the processor, so that a busy machine changes little.
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

/** Each figure by where its mark is 0.9 and 0.5, and by its weight (Lighthouse 12, phones). */
const curves = {
  fcp: { good: 1800, middling: 3000, weight: 10 },
  lcp: { good: 2500, middling: 4000, weight: 25 },
  tbt: { good: 200, middling: 600, weight: 30 },
  cls: { good: 0.1, middling: 0.25, weight: 25 },
} as const;
type Figures = Record<keyof typeof curves, number>;

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
    const { figures, bytes, requests } = await arrive(browser, address + path);
    const { fcp, lcp, tbt, cls } = figures;
    say(
      `/${path}: mark ${markOf(figures).toFixed(2)} (goal ≥ 0.99); first paint ${fcp} ms, largest ${lcp} ms, blocked ${tbt} ms, shift ${cls}; ${requests} requests, ${(bytes / 1000).toFixed(0)} kB`,
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

async function arrive(browser: Browser, address: string): Promise<{ figures: Figures; bytes: number; requests: number }> {
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
  const { fcp, lcp, cls } = await page.evaluate(() => (globalThis as unknown as { seen: Omit<Figures, 'tbt'> }).seen);
  await context.close();
  const tbt = tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
  return { figures: { fcp: Math.round(fcp), lcp: Math.round(lcp), tbt: Math.round(tbt), cls }, bytes, requests };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

/** The tasks of the page's own thread after its first paint, in milliseconds of the processor. */
async function tasksDuring(browser: Browser, session: CDPSession, act: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(undefined, { categories: ['toplevel', 'loading', 'blink.user_timing', 'devtools.timeline'] });
  await act();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const { traceEvents: all } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const paint = all.findLast(({ name }) => name === 'firstContentfulPaint');
  if (!paint) throw new Error('The page was never painted');
  return all
    .filter(({ name, ph, pid, tid, ts }) => name === 'RunTask' && ph === 'X' && pid === paint.pid && tid === paint.tid && ts >= paint.ts)
    .map(({ tdur = 0 }) => tdur / 1000);
}

function watch(): void {
  const seen = { fcp: 0, lcp: 0, cls: 0 };
  Object.assign(globalThis, { seen });
  const see: Record<string, (entry: PerformanceEntry) => void> = {
    paint: ({ name, startTime }) => name === 'first-contentful-paint' && (seen.fcp = startTime),
    'largest-contentful-paint': ({ startTime }) => (seen.lcp = startTime),
    'layout-shift': (entry) => (seen.cls += (entry as PerformanceEntry & { value: number }).value),
  };
  for (const [type, each] of Object.entries(see))
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
}

function markOf(figures: Figures): number {
  const all = Object.entries(curves).map(([name, curve]) => ({ ...curve, value: figures[name as keyof Figures] }));
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  return all.reduce((sum, { value, good, middling, weight }) => sum + weight * markAt(value, good, middling), 0) / weights;
}

/** One less the log-normal distribution that has 0.5 where it is middling and 0.9 where it is good. */
function markAt(value: number, good: number, middling: number): number {
  if (value <= 0) return 1;
  const spread = Math.log(middling / good) / 1.2815515655446004;
  return 1 - normal(Math.log(value / middling) / spread);
}

/** The normal distribution (Abramowitz and Stegun, 26.2.17). */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduce((sum, each, i) => sum + each * t ** (i + 1), 0);
  const above = (tail * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
  return x > 0 ? 1 - above : above;
}
