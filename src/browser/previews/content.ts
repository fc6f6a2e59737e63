/**
 * What a link shows: what stands on this page, what was kept on it when it was built, else the piece of the site's own page that the
 * link leads to, fetched when it is asked for.
 */
import { citeCard } from '../cite.ts';
import { elementAt } from '../passage.ts';
import { addressOf, isNumber, type Link } from '../preview.ts';
import { partOf } from './part-of-page.ts';
import { copyOf, pieceOf, pieceOfPage } from './pieces.ts';

/** What a card shows; a promise where it has to be fetched; undefined where there is nothing to show. */
export type Content = Node | Promise<Node | undefined> | undefined;

const kept = new Map([...document.querySelectorAll<HTMLElement>('[data-preview]')].map((each) => [each.dataset['preview']!, each]));

/** What a link shows. */
export function contentFor(link: Link): Content {
  if (link instanceof HTMLAnchorElement && isNumber(link)) return citeCard(link);
  const address = addressOf(link);
  if (!address) return undefined;
  if (isHere(address)) {
    const target = address.hash.length > 1 ? elementAt(address.hash) : undefined;
    return target && pieceOf(target, { link, address });
  }
  const source = kept.get(link.getAttribute('href')!) ?? kept.get(address.pathname + address.hash);
  if (source) return source.contains(link) ? undefined : source instanceof HTMLTemplateElement ? cloned(source) : copyOf(source);
  return leadsToPiece.test(address.pathname) ? fetched(address) : undefined;
}

/** Have what a link shows at hand, if it has to be fetched. */
export function prepare(link: Link): void {
  void contentFor(link);
}

function isHere({ pathname, search }: URL): boolean {
  return pathname === location.pathname && (search === '' || search === location.search);
}

function cloned(source: HTMLTemplateElement): Node {
  return document.importNode(source.content, true);
}

const leadsToPiece = /\/(?:(?:documents|glossary|claims)\/[^/]+|timeline)\/$/;

/** Pages that were fetched, the latest last. Others can be fetched again. */
const pages = new Map<string, Promise<string | undefined>>();
const mostPages = 8;

async function fetched(address: URL): Promise<Node | undefined> {
  const path = address.pathname;
  const asked = pages.get(path) ?? pageAt(path);
  pages.delete(path);
  pages.set(path, asked);
  if (pages.size > mostPages) pages.delete(pages.keys().next().value!);
  const html = await asked;
  if (html === undefined) pages.delete(path);
  return html === undefined ? undefined : pieceOfPage(new DOMParser().parseFromString(partOf(html, address), 'text/html'), address);
}

async function pageAt(path: string): Promise<string | undefined> {
  try {
    const response = await fetch(path);
    return response.ok && response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
