/**
 * The house's one-way arrows are held by lint, and lint does hold them.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const house = mkdtempSync(join(tmpdir(), 'variorum-house-'));
copyFileSync('.oxlintrc.json', join(house, '.oxlintrc.json'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each([
  ['core', '../edition/read.ts', 'core is pure'],
  ['core', 'node:fs', 'core is pure'],
  ['edition', '../publishing/variorum.ts', 'edition imports core alone'],
  ['edition', 'astro', 'edition knows no Astro'],
  ['edition', '../importing/law.ts', 'edition imports core alone'],
  ['reanchoring', '../publishing/variorum.ts', 'reanchoring stands on core and edition'],
  ['importing', '../publishing/variorum.ts', 'importing stands on core and edition'],
  ['browser', '../edition/read.ts', 'browser shares core'],
  ['publishing', '../components/addresses.ts', 'publishing stands on core and edition'],
  ['commands', '../publishing/variorum.ts', 'commands call core, edition, importing and reanchoring'],
])('%s may not import %s', (room, other, sentence) => {
  mkdirSync(join(house, 'src', room), { recursive: true });
  writeFileSync(join(house, 'src', room, 'trespass.ts'), `import * as other from '${other}';\nexport const trespass = other;\n`);
  const lint = spawnSync(process.execPath, [resolve('node_modules/oxlint/bin/oxlint'), `src/${room}`], { cwd: house, encoding: 'utf8' });
  expect(lint.stdout).toContain(sentence);
  expect(lint.status).toBe(1);
});
