/**
 * Whether an annotation is on a document of this edition, by the address that it gives for its page; and its links led back to what an
 * editor writes.
 */
import { idSource } from '../../core/id.ts';
import { decoded } from '../../core/links.ts';
import type { Lead } from './body.ts';

/** The page that an annotation is on. */
export interface Page {
  /** What relative links are resolved against. */
  readonly base: string;
  readonly lead: Lead;
}

interface Here {
  readonly words: { readonly document: string };
  readonly url?: string | undefined;
  readonly site?: string | undefined;
  readonly base: string;
}

/** Stands for an origin that is not known. */
const nowhere = 'http://edition.invalid';
const documentPath = new RegExp(`^(.*/)documents/(${idSource})/(?:index\\.html)?$`);
const within = new RegExp(`^(?:documents/(${idSource})/(?:index\\.html)?|glossary/(${idSource})/(?:index\\.html)?)$`);
const local = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The document's own page, or the page of its source. Its own page is at the origin and base path that are known (`SITE`, `--site`), on
 * this very machine, or a path without a host; a host that nobody has named is another site, whatever its path ends in. A target
 * without an address is taken at the editor's word.
 * @returns a sentence that says why, where it is another page
 */
export function pageOf(source: string | undefined, { words: { document }, url, site, base }: Here): Page | string {
  if (source === undefined) return { base: nowhere, lead: (address) => outside(address) };
  const address = addressOf(source);
  if (!address || !/^https?:$/.test(address.protocol)) return `It is on ${short(source)}, which is no page of this document.`;
  const [, root = '', id] = documentPath.exec(address.pathname) ?? [];
  const named = local.test(address.hostname) || (site !== undefined && address.origin === URL.parse(site)?.origin);
  if (id !== undefined && (address.origin === nowhere || (named && root === base))) {
    if (id !== document) return `It is on another document: ${id}.`;
    return { base: address.href, lead: (link) => leadBack(link, `${address.origin}${root}`, document) };
  }
  if (url !== undefined && samePage(url, address)) return { base: address.href, lead: (link) => outside(link) };
  const other = `It is on another site: ${short(source)}.`;
  if (id === document) return `${other} If this edition is published there, say so: --site ${short(`${address.origin}${root}`)}`;
  return `${other} If that is where the document comes from, write it into its head (source: url).`;
}

/** An address within the edition as its editors write it; others as they are. */
function leadBack(link: string, home: string, document: string): string | undefined {
  const address = addressOf(link);
  if (!address || !address.href.startsWith(home)) return outside(link);
  const [, to, term] = within.exec(address.pathname.slice(new URL(home).pathname.length)) ?? [];
  if (term !== undefined) return `term:${term}`;
  if (to === undefined) return outside(link);
  const fragment = decoded(address.hash.slice(1));
  const note = /^note-(.+)$/.exec(fragment)?.[1];
  if (note !== undefined) return `note:${to}/${note}`;
  return to === document && fragment !== '' ? `#${fragment}` : `doc:${to}${fragment && `#${fragment}`}`;
}

/** An address of the web; undefined where it leads nowhere outside its page. */
function outside(link: string): string | undefined {
  const address = addressOf(link);
  return address && /^(?:https?|mailto):$/.test(address.protocol) && address.origin !== nowhere ? address.href : undefined;
}

function addressOf(link: string): URL | undefined {
  return URL.parse(link.trim(), nowhere) ?? undefined;
}

/** The same page, whatever the protocol, `www.`, the slash at the end and the fragment. */
function samePage(one: string, other: URL): boolean {
  const url = URL.parse(one);
  return url !== null && plain(url) === plain(other);
}

function plain({ hostname, pathname, search }: URL): string {
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
}

function short(address: string): string {
  return (address.length > 80 ? `${address.slice(0, 80)}…` : address).toWellFormed();
}
