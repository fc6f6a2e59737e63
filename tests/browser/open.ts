/**
 * A real Chromium on the real built site, served with its own headers. What the page complains of is recorded.
 */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { serve } from '../../src/commands/serve.ts';
import { chromiumFlags, findChromium } from '../chromium.ts';

export interface Visit {
  readonly browser: Browser;
  readonly address: string;
  /** Open a page of the site in a context of its own. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Watched>;
  readonly close: () => Promise<void>;
}

export interface Watched {
  readonly page: Page;
  /** Console errors, exceptions, policy violations, failed requests and requests to others. */
  readonly complaints: string[];
  /** Addresses that were asked for, in order. */
  readonly requests: string[];
}

/** Start a browser and a server for one built site. */
export async function visit(site: 'root' | 'based' | 'tongues' | 'lost' | 'said'): Promise<Visit> {
  const { server, address } = await serve(`.cache/tests/${site}`, { base: site === 'based' ? '/reader/' : '/', port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags });
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Watched> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    // A preview that is fetched when the page is left is broken off by the browser: nobody's fault.
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`);
    });
    page.on('request', (request) => {
      requests.push(request.url());
      if (!request.url().startsWith(new URL('/', address).href)) complaints.push(`third party: ${request.url()}`);
    });
    if (options.javaScriptEnabled !== false) await page.addInitScript(watch);
    await page.goto(address + path);
    return { page, complaints, requests };
  };
  return {
    browser,
    address,
    open,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the page itself saw: policy violations, and layout shifts to the three decimals in which they are told: less nobody sees. */
export async function seen(page: Page): Promise<{ violations: string[]; shift: number }> {
  const { violations, shift } = await page.evaluate(
    () => (globalThis as unknown as { seen: { violations: string[]; shift: number } }).seen,
  );
  return { violations, shift: Number(shift.toFixed(3)) };
}

function watch(): void {
  const record = { violations: [] as string[], shift: 0 };
  Object.assign(globalThis, { seen: record });
  document.addEventListener('securitypolicyviolation', (event) =>
    record.violations.push(`${event.violatedDirective}: ${event.blockedURI}`),
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) record.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
