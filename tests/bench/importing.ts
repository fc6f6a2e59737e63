/**
 * Import: what many saved pages and one long text cost, and how well pages and texts are told from what stands around them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noisyScores } from '../importing/noisy-scores.ts';
import { noisyTexts } from '../importing/noisy-texts.ts';
import { sayExtraction } from './extraction.ts';
import { measure } from './measure.ts';
import { benchFolder, say } from './say.ts';
import { longText, savedPage } from './saved-pages.ts';

const pages = join(benchFolder, 'pages');
const into = join(benchFolder, 'imported');

/**
 * Import so many saved pages of 100 kB, a text of 10 MB, our own articles, and 300 generated texts.
 * @param folder more pages with ground truth
 */
export async function benchImporting(count: number, folder?: string): Promise<void> {
  for (const folder of [pages, into]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(pages, `page-${i}.html`), savedPage(i));
  const cost = await measure(['src/commands/import.ts', '--into', into, pages], '.');
  say(
    `import of ${count} pages of 100 kB: ${cost.cpu.toFixed(1)} CPU s (goal ≤ ${((count * 60) / 1000).toFixed(0)}), peak ${cost.peak.toFixed(0)} MB (≤ 1000)`,
  );

  const text = join(benchFolder, 'long.txt');
  writeFileSync(text, longText(10_000_000));
  const long = await measure(['--input-type=module', '-e', draftOf(text)], '.');
  say(`draft of a text of 10 MB: ${long.wall.toFixed(1)} s (goal ≤ 5), peak ${long.peak.toFixed(0)} MB`);

  for (const each of [join(import.meta.dirname, '../importing/articles'), ...(folder === undefined ? [] : [folder])]) sayExtraction(each);
  const { cases, paragraphs, title, aside, lost, perfect } = noisyScores(noisyTexts(300, 1));
  say(
    `${cases} noisy texts: paragraphs F1 ${paragraphs.f1.toFixed(3)} (goal ≥ 0.97), title ${title.toFixed(3)} (≥ 0.95), set aside R ${aside.recall.toFixed(3)} (≥ 0.9) P ${aside.precision.toFixed(3)} (≥ 0.97), unrecorded words ${lost}, without a fault ${perfect.toFixed(2)}`,
  );
}

/** A document holds 4 MB at most, so the command refuses such a text after this. */
function draftOf(path: string): string {
  return `import { readFileSync } from 'node:fs'; import { fromText } from './src/importing/from-text.ts';
    fromText({ name: 'long.txt', bytes: readFileSync(${JSON.stringify(path)}) });`;
}
