/**
 * This reader on a corpus, and beside it, in the same run, a bare Astro site with remark-gfm, rehype-slug and Pagefind on the
 * same texts.
 */
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseCacheFile } from '../../src/edition/settings.ts';
import { writeBareSite } from './bare.ts';
import { makeCorpus, writeEdition, writeTexts } from './corpus.ts';
import { measure, type Cost } from './measure.ts';
import { benchFolder as folder, say } from './say.ts';
import { benchSharedRuns } from './shared-runs.ts';

const content = join(folder, 'edition');
const bare = join(folder, 'bare');
const root = resolve('.');

/** Build, build again and check an edition of so many documents, and say what each costs. */
export async function benchReading(count: number): Promise<void> {
  const { corpus, generator } = makeCorpus(count, join(folder, 'corpus'));
  writeEdition(corpus, content);
  writeBareSite(bare, root);
  writeTexts(corpus, join(bare, 'texts'));
  say(
    `${count} documents of about 800 words, ${corpus.terms.length} terms, ${corpus.notes.length} notes, by ${generator}. Node ${process.version}.`,
  );

  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const clean = (): void => {
    for (const path of [parseCacheFile(content), '.astro', 'dist', 'node_modules/.astro']) rmSync(path, { recursive: true, force: true });
    for (const path of ['.astro', 'dist', 'node_modules/.astro']) rmSync(join(bare, path), { recursive: true, force: true });
  };

  clean();
  const bareBuild = await measure([astro, 'build'], bare);
  const cleanBuild = await measure([astro, 'build'], root, { CONTENT: content });
  changeOneNote();
  const again = await measure([astro, 'build'], root, { CONTENT: content });
  rmSync(parseCacheFile(content), { force: true });
  const cleanCheck = await measure(['src/commands/check.ts'], root, { CONTENT: content });
  changeOneNote();
  const warmCheck = await measure(['src/commands/check.ts'], root, { CONTENT: content });

  const rows: [string, Cost, number | undefined][] = [
    ['bare Astro, gfm, slug, Pagefind', bareBuild, undefined],
    ['build, clean', cleanBuild, 1.0],
    ['build, one note changed', again, undefined],
    ['check, clean', cleanCheck, 0.4],
    ['check, one note changed', warmCheck, 0.15],
  ];
  say(`${'what'.padEnd(34)}${'CPU s'.padStart(8)}${'wall s'.padStart(8)}${'peak MB'.padStart(9)}${'× bare'.padStart(8)}   goal`);
  for (const [name, cost, goal] of rows) {
    say(
      `${name.padEnd(34)}${cost.cpu.toFixed(1).padStart(8)}${cost.wall.toFixed(1).padStart(8)}${cost.peak.toFixed(0).padStart(9)}${(cost.cpu / bareBuild.cpu).toFixed(2).padStart(8)}   ${goal === undefined ? '' : `≤ ${goal}`}`,
    );
  }
  benchSharedRuns(corpus);
  say(`rebuild to clean build: ${(again.cpu / cleanBuild.cpu).toFixed(2)} (goal ≤ 0.75); peak memory goal < 1400 MB`);
  say(`dist: ${megabytes('dist')} MB; bare: ${megabytes(join(bare, 'dist'))} MB`);
  say(
    `a page, brotli: HTML ${pageSize()} kB (goal ≤ 12), CSS ${assetSize('.css')} kB (≤ 10), JavaScript ${assetSize('.js', /^Page/)} kB (≤ 8), fonts ${assetSize('.woff2')} kB as they are (≤ 80)`,
  );
}

/** Change the words of one note, as an editor does. */
function changeOneNote(): void {
  const name = readdirSync(join(content, 'annotations'))[0]!;
  const path = join(content, 'annotations', name);
  writeFileSync(path, readFileSync(path, 'utf8').replace('body: "', 'body: "Changed. '));
}

function pageSize(): string {
  const sizes = readdirSync('dist/documents', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => brotliCompressSync(readFileSync(join('dist/documents', entry.name, 'index.html'))).length)
    .sort((a, b) => a - b);
  return `${(sizes[sizes.length >> 1]! / 1000).toFixed(1)} (median), ${(sizes.at(-1)! / 1000).toFixed(1)} (largest)`;
}

function assetSize(extension: string, name = /./): string {
  const files = readdirSync('dist/_astro').filter((file) => file.endsWith(extension) && name.test(file) && !file.includes('-ext'));
  return (
    files.reduce(
      (sum, file) =>
        sum +
        (extension === '.woff2'
          ? statSync(join('dist/_astro', file)).size
          : brotliCompressSync(readFileSync(join('dist/_astro', file))).length),
      0,
    ) / 1000
  ).toFixed(1);
}

function megabytes(path: string): string {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return (files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0) / 1e6).toFixed(1);
}
