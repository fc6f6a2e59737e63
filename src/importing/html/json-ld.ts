/**
 * What a page's JSON-LD says of its article.
 */
import { clean } from './tree.ts';

type Json = { readonly [key: string]: unknown };

interface LinkedArticle {
  readonly headline?: string | undefined;
  readonly section?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  readonly body?: string | undefined;
  readonly closed: boolean;
}

/** All objects of a page's JSON-LD, graphs and lists opened. What cannot be read is passed over. */
export function jsonLd(document: Document): Json[] {
  const found: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = (script.textContent ?? '').trim();
    let queue: unknown[] = [parsed(text) ?? parsed(text.replace(/[\u0000-\u001f]+/g, ' '))];
    // Lists and graphs within lists and graphs, a few levels deep.
    for (let level = 0; level < 5 && queue.length > 0; level++) {
      const next: unknown[] = [];
      for (const value of queue) {
        if (Array.isArray(value)) next.push(...value.slice(0, 200));
        else if (isObject(value)) {
          found.push(value);
          next.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
        }
      }
      queue = next;
    }
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function articleOf(objects: readonly Json[]): LinkedArticle {
  const article =
    objects.find((object) => isArticle(object) && object['headline']) ??
    objects.find((object) => isArticle(object) && (object['author'] || object['datePublished'])) ??
    objects.find(isArticle);
  if (!article) return { closed: false };
  const byId = new Map(objects.map((object) => [object['@id'], object]));
  const resolve = (value: unknown): unknown => (isObject(value) && !value['name'] ? (byId.get(value['@id']) ?? value) : value);
  const names = (value: unknown): string | undefined =>
    listOf(value)
      .map((one) => nameIn(resolve(one)))
      .filter((one) => one !== undefined && one.length < 120)
      .join(', ') || undefined;
  const author = names(article['author']);
  return {
    headline: wordsIn(article['headline']) ?? wordsIn(article['name']),
    section: wordsIn(listOf(article['articleSection'])[0]),
    description: wordsIn(article['description']),
    author: author && !/^https?:/.test(author) ? author : undefined,
    published: wordsIn(article['datePublished']),
    modified: wordsIn(article['dateModified']),
    publisher: nameIn(resolve(listOf(article['publisher'])[0])),
    language: wordsIn(article['inLanguage']),
    body: wordsIn(article['articleBody']),
    closed: String(article['isAccessibleForFree']).toLowerCase() === 'false',
  };
}

function isArticle(object: Json): boolean {
  return listOf(object['@type']).some(
    (type) =>
      typeof type === 'string' &&
      /(?:Article|Posting|Report|Review|Story|CreativeWork|Recipe|QAPage|FAQPage|HowTo|Question|Chapter|Thesis)$/.test(type),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function nameIn(value: unknown): string | undefined {
  return isObject(value) ? wordsIn(listOf(value['name'])[0]) : wordsIn(value);
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' };

function wordsIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return clean(
    value.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
    }),
  );
}
