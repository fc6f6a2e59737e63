/**
 * Builds again: the same bytes from the same content, never a stale page from other content, never a site from broken content.
 */
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCacheFile } from '../../src/edition/settings.ts';
import { build, filesOf, pagesOf } from './build.ts';

const content = '.cache/tests/content';

function edit(path: string, from: string, to: string): void {
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  expect(text, path).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

beforeAll(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync('content', content, { recursive: true });
});

describe('a build', () => {
  test('is the same, byte for byte, when made anew from nothing', () => {
    for (const folder of ['.astro', parseCacheFile('content'), '.cache/fonts', 'node_modules/.astro', 'node_modules/.vite'])
      rmSync(folder, { recursive: true, force: true });
    const again = filesOf(build('again').folder);
    const first = filesOf('.cache/tests/root');
    expect([...again.keys()]).toEqual([...first.keys()]);
    for (const [path, bytes] of first) expect(again.get(path)!.equals(bytes), path).toBe(true);
  });

  test('shows a changed note, term, title and definition on every page that bears them', () => {
    edit('annotations/conference-2019.yaml', 'The copy gives a weekday and no date.', 'The copy bears a weekday and no date.');
    edit('documents/conference-2019.mdx', 'title: International Conference', 'title: An International Conference');
    edit('glossary/baghuz.mdx', 'Small town on the Euphrates', 'Little town on the Euphrates');
    appendFileSync(join(content, 'glossary/hezbollah.mdx'), '\nA sentence that was not here before.\n');
    const { status, folder, output } = build('changed', { CONTENT: content });
    expect(status, output).toBe(0);
    const pages = pagesOf(folder);
    expect(pages.get('documents/conference-2019/index.html')).toContain('The copy bears a weekday');
    expect(pages.get('glossary/hezbollah/index.html')).toContain('A sentence that was not here before.');
    for (const [path, text] of pages) {
      expect(text, path).not.toContain('Small town on the Euphrates');
      expect(text.replaceAll('An International Conference Deliberates', ''), path).not.toContain('International Conference Deliberates');
    }
    for (const path of ['index.html', 'documents/index.html', 'documents/coalition-efforts-2021/index.html'])
      expect(pages.get(path), path).toContain('An International Conference Deliberates');
    for (const path of ['glossary/index.html', 'documents/re-emergence-2022/index.html'])
      expect(pages.get(path), path).toContain('Little town on the Euphrates');
  });

  test('of content with an error fails, with the report that npm run check gives', () => {
    edit('annotations/re-emergence-2022.yaml', 'quote: ', 'quote: zebra ');
    const checked = spawnSync(process.execPath, ['src/commands/check.ts'], { encoding: 'utf8', env: { ...process.env, CONTENT: content } });
    const { status, output } = build('broken', { CONTENT: content });
    expect(checked.status).toBe(1);
    expect(status).not.toBe(0);
    for (const line of checked.stdout.trim().split('\n')) expect(output).toContain(line.trim());
    expect(pagesOf('.cache/tests/broken').size).toBe(0);
  });
});
