/**
 * `npm run dev`: a change is shown, a mistake is told and the last good edition served on, search works from the last build.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainEnvironment } from './build.ts';

const content = '.cache/tests/dev-content';
const port = 45_871;
const annotations = join(content, 'annotations/conference-2019.yaml');
let server: ChildProcess;
let log = '';

beforeAll(async () => {
  rmSync(content, { recursive: true, force: true });
  cpSync('content', content, { recursive: true });
  rmSync('dist', { recursive: true, force: true });
  cpSync('.cache/tests/root', 'dist', { recursive: true });
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
    env: { ...plainEnvironment, CONTENT: content, NO_COLOR: '1' },
  });
  server.stdout?.on('data', (text) => (log += text));
  server.stderr?.on('data', (text) => (log += text));
  await until(() => log.includes(`localhost:${port}`), 'the server to start');
});
afterAll(() => void server.kill());

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await condition()) return;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error(`Waited 30 seconds for ${what}.\n${log}`);
}

const get = async (path: string): Promise<string> => (await fetch(`http://localhost:${port}/${path}`)).text();

const status = async (path: string): Promise<number> => (await fetch(`http://localhost:${port}/${path}`)).status;

test('serves the edition, and the search index of the last build', async () => {
  expect(await get('documents/conference-2019/')).toContain('The copy gives a weekday');
  expect((await fetch(`http://localhost:${port}/pagefind/pagefind.js`)).headers.get('content-type')).toContain('javascript');
  expect(JSON.parse(await get('search/forms.json'))).toContainEqual({ forms: expect.arrayContaining(['Baghuz', 'Baghouz']) as unknown });
});

test('shows a change; tells of a mistake and serves on; shows the mended text', async () => {
  const good = readFileSync(annotations, 'utf8').replace('The copy gives a weekday', 'This copy gives a weekday');
  writeFileSync(annotations, good);
  await until(async () => (await get('documents/conference-2019/')).includes('This copy gives a weekday'), 'the change');
  writeFileSync(annotations, good.replace(/quote: (\w)/, 'quote: zebra $1'));
  await until(() => log.includes('quote-not-found'), 'the problem in the log');
  expect(await get('documents/conference-2019/')).toContain('This copy gives a weekday');
  writeFileSync(annotations, good.replace('This copy gives', 'The mended copy gives'));
  await until(async () => (await get('documents/conference-2019/')).includes('The mended copy gives'), 'the mended text');
});

test('serves a term that is added, and no longer one that is taken away', async () => {
  const file = join(content, 'glossary/communique-of-note.mdx');
  writeFileSync(file, '---\nterm: repatriating citizens\nkind: concept\ndefinition: A term made for a test.\n---\n');
  await until(async () => (await status('glossary/communique-of-note/')) === 200, 'the new page');
  rmSync(file);
  await until(async () => (await status('glossary/communique-of-note/')) === 404, 'the page to go');
});
