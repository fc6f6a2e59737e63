/**
 * The builds that the tests of the site read: at the root of a host, under a base path, of a small edition in four tongues, of
 * one with notes that have no place, and of one whose documents do not agree.
 */
import { build } from './build.ts';

export function setup(): void {
  for (const [name, environment] of [
    ['root', {}],
    ['based', { SITE: 'https://example.org', BASE: '/reader' }],
    ['tongues', { CONTENT: 'tests/browser/tongues' }],
    ['lost', { CONTENT: 'tests/edition/lost' }],
    ['said', { CONTENT: 'tests/browser/said' }],
  ] as const) {
    const { status, output } = build(name, environment);
    if (status !== 0) throw new Error(`The build failed.\n${output}`);
  }
}
