/**
 * Files that are replaced whole or not at all.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Write files whole: each beside its place, synced, and when all are written renamed over the old ones. Whatever happens, each is the old
 * one or the new one. Throws where one cannot be written, or does not hold what was written: then all are as they were.
 */
export function writeWhole(files: Readonly<Record<string, string>>): void {
  const written: [beside: string, path: string][] = [];
  try {
    for (const [name, text] of Object.entries(files)) {
      // What a link leads to is written, not the link; and who may read it stays.
      const path = existsSync(name) ? realpathSync(name) : name;
      const mode = existsSync(path) ? statSync(path).mode : 0o666;
      const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
      makeFolder(dirname(path));
      written.push([beside, path]);
      writeFileSync(beside, text, { flush: true, mode });
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
