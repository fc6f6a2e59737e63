/**
 * What a page says of itself where no reader sees it: JSON-LD, Open Graph and other `meta` elements, microdata, `link`s.
 */
import type { Found } from '../draft.ts';
import { day } from './dates.ts';
import { articleOf, jsonLd } from './json-ld.ts';
import { clean } from './tree.ts';
import { isWritten } from '../titles.ts';

/** Values as found, none of them guessed. */
export interface Metadata {
  /** What the page calls itself, the best first. */
  readonly titles: readonly Found[];
  readonly section?: Found | undefined;
  readonly description?: string | undefined;
  readonly author?: Found | undefined;
  readonly published?: Found | undefined;
  readonly modified?: string | undefined;
  readonly publisher?: Found | undefined;
  readonly url?: Found | undefined;
  readonly language?: Found | undefined;
  /** Against what the page's addresses are resolved. */
  readonly base?: string | undefined;
  /** The article's words, where JSON-LD has them. */
  readonly articleBody?: string | undefined;
  /** True where the page says that its text is for subscribers. */
  readonly closed: boolean;
}

/** Read the metadata of a page, before anything takes it apart. */
export function readMetadata(document: Document, html: string): Metadata {
  const linked = articleOf(jsonLd(document));
  const meta = metaValues(document);
  const one = (...names: string[]): Found | undefined => {
    for (const name of names) {
      const value = meta.get(name);
      if (value) return { value, from: name };
    }
    return undefined;
  };
  const item = (name: string): Found | undefined => {
    const value = itemOf(document, name);
    return value ? { value, from: `itemprop ${name}` } : undefined;
  };
  const url = addressOf(document, meta, html);
  const titleText = clean(document.querySelector('title')?.textContent);
  return {
    titles: [
      json(linked.headline, 'headline'),
      one('og:title'),
      item('headline'),
      one('twitter:title', 'parsely-title', 'dc.title', 'citation_title', 'title'),
      titleText && isWritten(titleText) ? { value: titleText, from: 'title' } : undefined,
    ].filter((found) => found !== undefined),
    section: json(linked.section, 'articleSection') ?? one('article:section', 'parsely-section', 'og:article:section'),
    description: linked.description ?? meta.get('og:description') ?? meta.get('description'),
    author:
      json(linked.author, 'author') ??
      name(one('author', 'article:author', 'parsely-author', 'dc.creator', 'citation_author', 'sailthru.author', 'byl')) ??
      name(authorShown(document)),
    published:
      day(json(linked.published, 'datePublished')) ??
      day(one('article:published_time', 'og:article:published_time', 'og:published_time')) ??
      day(item('datePublished')) ??
      day(one('datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'date')) ??
      day(one('dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'citation_publication_date', 'citation_date')) ??
      day(timeShown(document)),
    modified: linked.modified ?? meta.get('article:modified_time') ?? meta.get('og:updated_time'),
    publisher: json(linked.publisher, 'publisher') ?? one('og:site_name', 'dc.publisher', 'citation_journal_title'),
    url,
    language: language(document, linked.language),
    base: webAddress(document.querySelector('base')?.getAttribute('href'), url?.value) ?? url?.value,
    articleBody: linked.body,
    closed: linked.closed || /^(?:locked|metered)$/i.test(meta.get('article:content_tier') ?? ''),
  };
}

function json(value: string | undefined, key: string): Found | undefined {
  return value ? { value, from: `JSON-LD ${key}` } : undefined;
}

/** An address of the web, resolved; undefined for what is none. */
export function webAddress(address: string | null | undefined, base: string | undefined): string | undefined {
  const trimmed = address?.trim();
  if (!trimmed || trimmed.length > 4000) return undefined;
  const url = URL.canParse(trimmed, base) ? new URL(trimmed, base) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

function metaValues(document: Document): Map<string, string> {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = clean(element.getAttribute('content'));
    if (!content || content.length > 5000) continue;
    for (const key of [element.getAttribute('property'), element.getAttribute('name')]) {
      const name = key?.trim().toLowerCase();
      if (!name) continue;
      const known = values.get(name);
      if (known === undefined) values.set(name, content);
      // Papers name each author by an element of its own.
      else if (/^(?:citation_author|dc\.creator|author)$/.test(name) && !known.split('; ').includes(content) && known.length < 400)
        values.set(name, `${known}${content.includes(',') || known.includes(',') ? '; ' : ', '}${content}`);
    }
  }
  return values;
}

function itemOf(document: Document, name: string): string | undefined {
  for (const element of document.querySelectorAll(`[itemprop~="${name}"]`)) {
    const value = clean(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent);
    if (value && value.length < 500) return value;
  }
  return undefined;
}

/** Who is named by an element that says so; not by a class. */
function authorShown(document: Document): Found | undefined {
  const named = document.querySelector('[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]');
  if (named && !named.closest('[itemprop~="comment"]')) {
    const value = clean(named.getAttribute('content') ?? named.textContent);
    if (value) return { value, from: 'itemprop author' };
  }
  const cards = cardNames(document);
  if (cards) return { value: cards, from: 'hCard fn' };
  const links = [...document.querySelectorAll('a[rel~="author"]')]
    .map((link) => clean(link.textContent))
    .filter((text) => text !== undefined);
  return links.length > 0 && links.length < 5 ? { value: [...new Set(links)].join(', '), from: 'rel author' } : undefined;
}

/** Names in cards (`.vcard .fn`) that say that they are the author's; those of comments are others'. */
function cardNames(document: Document): string | undefined {
  const found = new Set<string>();
  const cards = document.querySelectorAll('.author.vcard .fn, .vcard .author .fn, .post-author .fn, .byline .vcard .fn, .author.vcard.fn');
  for (const card of [...cards].slice(0, 50)) {
    const value = clean(card.textContent);
    if (value && value.length < 120 && !card.closest('[class*="comment"], [id*="comment"]')) found.add(value);
  }
  return found.size > 0 && found.size < 5 ? [...found].join(', ') : undefined;
}

function name(found: Found | undefined): Found | undefined {
  if (!found) return undefined;
  const value = found.value.replace(/^by /i, '').trim();
  return value.length < 120 && /\p{L}/u.test(value) && !/[@/<>{}]/.test(value) ? { ...found, value } : undefined;
}

/** The date of an element made for dates, where the page has one for its article. */
function timeShown(document: Document): Found | undefined {
  const marked = document.querySelector(
    'time[pubdate][datetime], time[itemprop~="datePublished"], time.published[datetime], time.entry-date[datetime]',
  );
  const times = document.querySelectorAll('article time[datetime], main time[datetime]');
  const element = marked ?? (times.length === 1 ? times[0] : undefined);
  const abbreviation = document.querySelector('.hentry abbr.published[title], .vevent abbr.published[title]');
  const value = clean(element?.getAttribute('datetime') ?? abbreviation?.getAttribute('title'));
  return value ? { value, from: 'time' } : undefined;
}

function addressOf(document: Document, meta: ReadonlyMap<string, string>, html: string): Found | undefined {
  const canonical = webAddress(
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    webAddress(meta.get('og:url'), undefined),
  );
  if (canonical) return { value: canonical, from: 'canonical' };
  const graph = webAddress(meta.get('og:url'), undefined);
  if (graph) return { value: graph, from: 'og:url' };
  const saved = webAddress(/<!-- saved from url=\(\d+\)([^\s>]+) -->/.exec(html.slice(0, 4096))?.[1], undefined);
  return saved ? { value: saved, from: 'saved from url' } : undefined;
}

function language(document: Document, linked: string | undefined): Found | undefined {
  const root = document.documentElement;
  const tries: readonly (readonly [string | null | undefined, string])[] = [
    [root.getAttribute('lang'), 'html lang'],
    [root.getAttribute('xml:lang'), 'html xml:lang'],
    [document.body.getAttribute('lang'), 'body lang'],
    [document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'), 'content-language'],
    [linked, 'JSON-LD inLanguage'],
  ];
  for (const [tag, from] of tries) {
    const value = languageTag(tag?.trim().replaceAll('_', '-'));
    if (value) return { value, from };
  }
  return undefined;
}

function languageTag(tag: string | undefined): string | undefined {
  if (!tag || !/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
