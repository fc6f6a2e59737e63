/**
 * What the environment says: which edition, and where it will stand.
 */
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { toId } from '../core/id.ts';
import { basePath } from '../core/references.ts';

export interface Settings {
  /** The folder of the edition. */
  readonly content: string;
  /** The origin of the published site, if it is known. */
  readonly site: string | undefined;
  /** With a slash at each end. */
  readonly base: string;
}

/** Where the parsed files of an edition are kept between runs: each edition has its own. */
export function parseCacheFile(content: string): string {
  const path = resolve(content);
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `.cache/parsed-${toId(basename(path)) || 'edition'}-${digest}.json`;
}

/** Read `CONTENT`, `SITE` and `BASE`. */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return { content: environment['CONTENT'] || 'content', site: environment['SITE'] || undefined, base: basePath(environment['BASE']) };
}
