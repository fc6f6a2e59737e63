/**
 * Files that are replaced whole or not at all.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Write files whole: each beside its place, synced, and when all are written renamed over the old ones. Whatever happens, each is the old
 * one or the new one. Throws where one cannot be written, or does not hold what was written: then all are as they were.
 */
export function writeWhole(files: Readonly<Record<string, string>>): void {
  const written: [beside: string, path: string][] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
      makeFolder(dirname(path));
      written.push([beside, path]);
      writeFileSync(beside, text, { flush: true });
      if (readFileSync(beside, 'utf8') !== text) throw new Error(`${beside} does not hold what was written.`);
    }
    for (const [beside, path] of written) renameSync(beside, path);
  } finally {
    for (const [beside] of written) rmSync(beside, { force: true });
  }
}

/** The folder of a file, and that above it: not more, for a slip in a path is not to grow a tree. */
function makeFolder(folder: string): void {
  for (const each of [dirname(folder), folder]) if (!existsSync(each)) mkdirSync(each);
}
