/**
 * What claims and events cost: the same edition without them and with 300 claims of five statements and 500 events, in one run.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseCacheFile } from '../../src/edition/settings.ts';
import { makeCorpus, writeEdition } from './corpus.ts';
import type { Corpus } from './generate.ts';
import { measure, type Cost } from './measure.ts';
import { benchFolder as folder, say } from './say.ts';

const content = join(folder, 'claims');
const root = resolve('.');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

/** Build and check an edition of so many documents, without claims and with them, and say what these add. */
export async function benchClaims(count: number): Promise<void> {
  const { corpus } = makeCorpus(count, join(folder, 'corpus'));
  writeEdition(corpus, content);
  const without = await costs();
  writeClaims(corpus, content, { claims: Math.ceil(count * 0.3), statements: 5, events: Math.ceil(count * 0.5) });
  const having = await costs();
  say(`${count} documents, and with ${Math.ceil(count * 0.3)} claims of 5 statements and ${Math.ceil(count * 0.5)} events:`);
  for (const [name, goal] of [
    ['build', 1.15],
    ['check', 1.2],
  ] as const) {
    const [a, b] = [without[name].cpu, having[name].cpu];
    say(`${name.padEnd(8)}${a.toFixed(1).padStart(7)} → ${b.toFixed(1)} CPU s: × ${(b / a).toFixed(2)} (goal ≤ ${goal})`);
  }
  const sizes = htmlIn('dist/claims');
  say(
    `/claims/ ${kilobytes('dist/claims/index.html')} kB brotli (goal < 100); pages of claims ${sizes}; /timeline/ ${kilobytes('dist/timeline/index.html')} kB`,
  );
}

async function costs(): Promise<{ build: Cost; check: Cost }> {
  const fresh = (): void => {
    for (const path of [parseCacheFile(content), '.astro', 'dist', 'node_modules/.astro']) rmSync(path, { recursive: true, force: true });
  };
  fresh();
  const build = await measure([astro, 'build'], root, { CONTENT: content });
  rmSync(parseCacheFile(content), { force: true });
  return { build, check: await measure(['src/commands/check.ts'], root, { CONTENT: content }) };
}

/** Claims and events on the passages that the notes of a corpus are on: found once each, spread over all documents. */
export function writeClaims(
  corpus: Corpus,
  into: string,
  { claims, statements, events }: { readonly claims: number; readonly statements: number; readonly events: number },
): void {
  mkdirSync(join(into, 'claims'), { recursive: true });
  // A step that shares no factor with most numbers of notes: neighbours come from other documents.
  let next = 0;
  const passage = (): string => {
    const { doc, quote } = corpus.notes[(next += 7919) % corpus.notes.length]!;
    return `document: ${doc}, quote: ${JSON.stringify(quote)}`;
  };
  for (let i = 0; i < claims; i++) {
    const said = Array.from(
      { length: statements },
      (_, k) =>
        `  - { ${passage()}, value: { about: ${1000 + ((i * 37 + k * 211) % 900)} }, as_of: ${1990 + (k % 3)}, said_by: Speaker ${(i + k) % 40} }\n`,
    );
    const head = `question: How many of kind ${i} were counted?\ntopic: Topic ${Math.floor(i / 12)}\nunit: things\nstatements:\n`;
    writeFileSync(join(into, 'claims', `claim-${i}.yaml`), head + said.join(''));
  }
  const list = Array.from({ length: events }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, '0');
    return `- id: event-${i}\n  date: ${1900 + (i % 120)}-${month}\n  title: Event ${i}\n  passages: [{ ${passage()} }, { ${passage()} }]\n`;
  });
  writeFileSync(join(into, 'timeline.yaml'), list.join(''));
}

function kilobytes(file: string): string {
  return (brotliCompressSync(readFileSync(file)).length / 1000).toFixed(1);
}

function htmlIn(directory: string): string {
  const sizes = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => Number(kilobytes(join(directory, entry.name, 'index.html'))))
    .sort((a, b) => a - b);
  return `${sizes[sizes.length >> 1]} (median), ${sizes.at(-1)} kB (largest)`;
}
