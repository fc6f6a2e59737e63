/**
 * Where a bench writes: to the terminal, and to a log that stays.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const benchFolder = resolve('.cache/bench');

export function say(line: string): void {
  mkdirSync(benchFolder, { recursive: true });
  appendFileSync(join(benchFolder, 'log.txt'), `${line}\n`);
  process.stdout.write(`${line}\n`);
}
