/**
 * Addresses of pages, under the base path: the one place where paths are put together for templates.
 */
import { basePath } from '../core/references.ts';
import type { Published } from '../core/web-annotation.ts';

/** The base path, with a slash at each end. */
export const base = basePath(import.meta.env.BASE_URL);

/** Where the edition stands, for what is not HTML. */
export const published: Published = {
  base,
  site: import.meta.env.SITE,
  dates: (_document, { created, changed }) => ({ created: wholeDay(created), modified: wholeDay(changed) }),
};

/** The model has moments: of a month or a year there is none. */
function wholeDay(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}

/** The path of the page that is being made, as its readers will see it. */
export function here(url: URL): string {
  return url.pathname.endsWith('/') || url.pathname.endsWith('.html') ? url.pathname : `${url.pathname}/`;
}

/** A path as an absolute address, or undefined where the site's origin is not known. */
export function absolute(path: string): string | undefined {
  return import.meta.env.SITE ? new URL(path, import.meta.env.SITE).href : undefined;
}

export const documentPath = (id: string, fragment = ''): string => `${base}documents/${id}/${fragment}`;
export const notePath = (document: string, note: string): string => documentPath(document, `#note-${note}`);
export const termPath = (id: string): string => `${base}glossary/${id}/`;
export const claimPath = (id: string, fragment = ''): string => `${base}claims/${id}/${fragment}`;
export const eventPath = (id: string): string => `${base}timeline/#${id}`;
