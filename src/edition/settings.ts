/**
 * What the environment says: which edition, and where it will stand.
 */
import { basePath } from '../core/references.ts';

export interface Settings {
  /** The folder of the edition. */
  readonly content: string;
  /** The origin of the published site, if it is known. */
  readonly site: string | undefined;
  /** With a slash at each end. */
  readonly base: string;
}

/** Where parsed files are kept between runs. */
export const parseCacheFile = '.cache/parsed.json';

/** Read `CONTENT`, `SITE` and `BASE`. */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return { content: environment['CONTENT'] || 'content', site: environment['SITE'] || undefined, base: basePath(environment['BASE']) };
}
