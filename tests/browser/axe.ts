/**
 * What axe finds on a page as it is now.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Asked {
  /** Selectors of the parts that are looked at, and of those that are left out; all of the page without them. */
  readonly within?: readonly string[];
  readonly without?: readonly string[];
  /** Rules to check; without them all that are on, and the size of targets. */
  readonly only?: readonly string[];
}

/** Each rule that is broken, and where. */
export async function findings(page: Page, { within = ['html'], without = [], only }: Asked = {}): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    ([context, options]) =>
      (globalThis as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(context, options),
    [
      { include: within.map((selector) => [selector]), exclude: without.map((selector) => [selector]) },
      only ? { runOnly: [...only] } : { rules: { 'target-size': { enabled: true } } },
    ] as const,
  );
  return results.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
