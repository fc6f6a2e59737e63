/**
 * Files that are replaced whole or not at all.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Write a file whole: beside it, synced, then renamed over it. Whatever happens, the old one or the new one is there.
 * Throws where it cannot be written, or what is read back is not what was written.
 */
export function writeWhole(path: string, text: string): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(beside, text, { flush: true });
    if (readFileSync(beside, 'utf8') !== text) throw new Error(`${beside} does not hold what was written.`);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
