/**
 * Parsed bodies kept from one run to the next. Only what a file's bytes and the engine decide is kept, so nothing can be stale:
 * a change of the bytes, of these sources or of a package gives another key.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ParseCache {
  /** What was kept for this text of this file, else what is made now. */
  readonly of: <T>(file: string, text: string, make: () => T) => T;
  /** Write what was used, if anything is new. */
  readonly save: () => void;
}

/** A cache in one file; one that cannot be read is empty, one that cannot be written is no matter. */
export function openCache(path: string | undefined): ParseCache {
  if (path === undefined) return { of: (_file, _text, make) => make(), save: () => {} };
  const engine = engineKey();
  const kept = readKept(path, engine);
  const used: Record<string, string> = {};
  let fresh = false;
  return {
    of: <T>(file: string, text: string, make: () => T): T => {
      const key = createHash('sha256').update(file).update('\0').update(text).digest('base64url');
      // What is used now may be changed by its user: the kept form stays a string until it is wanted.
      const found = kept[key];
      const value = found === undefined ? undefined : parsed<T>(found);
      if (value) {
        used[key] = found!;
        return value.value;
      }
      fresh = true;
      const made = make();
      used[key] = JSON.stringify(made) ?? 'null';
      return made;
    },
    save: () => {
      if (!fresh && Object.keys(used).length === Object.keys(kept).length) return;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.${process.pid}`, JSON.stringify({ engine, kept: used }));
        renameSync(`${path}.${process.pid}`, path);
      } catch {
        // A machine without a place to write builds as well, only slower.
      }
    },
  };
}

/** What was kept, in a box; undefined where it is broken. */
function parsed<T>(kept: string): { value: T } | undefined {
  try {
    return { value: JSON.parse(kept) as T };
  } catch {
    return undefined;
  }
}

function readKept(path: string, engine: string): Record<string, string> {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as { engine?: unknown; kept?: unknown };
    return file.engine === engine && typeof file.kept === 'object' && file.kept !== null ? (file.kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** A digest of everything but the content that a parse depends on: this engine's sources and the packages it stands on. */
function engineKey(): string {
  const source = dirname(dirname(fileURLToPath(import.meta.url)));
  const hash = createHash('sha256').update(process.version);
  for (const room of ['core', 'edition']) {
    for (const name of readdirSync(join(source, room)).sort()) hash.update(name).update(readFileSync(join(source, room, name)));
  }
  try {
    hash.update(readFileSync(join(dirname(source), 'package-lock.json')));
  } catch {
    hash.update('no lock file');
  }
  return hash.digest('base64url');
}
