/**
 * The two builds that the tests of the site read: at the root of a host, and under a base path.
 */
import { build } from './build.ts';

export function setup(): void {
  for (const [name, environment] of [
    ['root', {}],
    ['based', { SITE: 'https://example.org', BASE: '/reader' }],
  ] as const) {
    const { status, output } = build(name, environment);
    if (status !== 0) throw new Error(`The build failed.\n${output}`);
  }
}
