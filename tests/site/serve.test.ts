/**
 * The small server: files, and nothing else.
 */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.ts';

let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => void (site = await serve('.cache/tests/based', { base: '/reader/', port: 0 })));
afterAll(() => void site.server.close());

/** Ask for a path as it stands: `fetch` would mend it. */
function ask(path: string): Promise<{ status: number | undefined; location: string | undefined }> {
  const { port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1' }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, location: answer.headers.location });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['/reader/', 200, undefined],
  ['/reader', 301, '/reader/'],
  ['/reader/search?q=baghuz', 301, '/reader/search/?q=baghuz'],
  ['/reader/nothing/', 404, undefined],
  ['/', 404, undefined],
  ['/reader/../package.json', 404, undefined],
  ['/reader/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json', 404, undefined],
  ['/%0a/../reader/documents', 301, '/reader/documents/'],
  ['//evil.example/..%2f../reader/documents', 301, '/reader/documents/'],
  ['/%E0%A4', 404, undefined],
])('%s is answered %i', async (path, status, location) => {
  expect(await ask(path)).toEqual({ status, location });
});
