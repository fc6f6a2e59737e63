/**
 * What it costs to compare all documents for shared runs of words: of the corpus as it is, and where every document shares much.
 */
import { sharedRuns } from '../../src/core/shared-runs.ts';
import { fold } from '../../src/core/words.ts';
import type { Corpus } from './generate.ts';
import { say } from './say.ts';

/** Compare the documents, the documents with one long notice at the end of each, and as many copies of one; say what each costs. */
export function benchSharedRuns({ documents }: Corpus): void {
  const bodies = documents.map(({ text }) => text.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const notice = bodies[0]!.split(/\s+/).slice(0, 90).join(' ');
  const cases: [string, string[]][] = [
    ['shared runs, the corpus', bodies],
    ['shared runs, a notice in each', bodies.map((body) => `${body}\n\n${notice}`)],
    ['shared runs, copies of one', bodies.map(() => bodies[0]!)],
  ];
  for (const [name, texts] of cases) {
    const folded = texts.map((text, i) => ({ id: String(i), folded: fold(text) }));
    const before = process.cpuUsage();
    const found = sharedRuns(folded);
    const { user, system } = process.cpuUsage(before);
    say(`${name.padEnd(34)}${((user + system) / 1e6).toFixed(2).padStart(8)} CPU s, ${found.length} pairs   goal < 5`);
  }
}
