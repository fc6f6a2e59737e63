/**
 * One page found, as an entry of an index: its title, and each passage with its place.
 */
import type { FoundPage } from './searcher.ts';

const kindLabels: Readonly<Record<string, string>> = { text: 'text', note: 'notes', term: 'term', claim: 'claim', event: 'events' };
const shownPassages = 4;

/** @param words what to mark on the page that is opened */
export function showResult(page: FoundPage, words: readonly string[]): HTMLElement {
  const item = element('li', 'result');
  const title = page.meta['title'] ?? page.url;
  // Titles and texts are in the language of their document, notes in the edition's.
  const excerptLanguage = page.kind === 'text' ? page.language : undefined;
  const entry = element('p', 'entry');
  entry.append(
    inLanguage(link(page.url, title, words), page.language),
    element('span', 'leader'),
    element('span', 'kind', kindLabels[page.kind] ?? page.kind),
  );
  item.append(entry);
  if (page.passages.length === 0) item.append(inLanguage(excerpt(page.excerpt), excerptLanguage));
  const passages = page.passages.map((passage) => {
    const line = element('li', '');
    const label = passage.title.startsWith(`${title}, `) ? passage.title.slice(title.length + 2) : passage.title;
    const at = link(passage.url, label, words, 'at');
    at.setAttribute('aria-label', `${label} of ${title}`.replace(/^¶\s*/, 'Paragraph '));
    line.append(at, inLanguage(excerpt(passage.excerpt), excerptLanguage));
    return line;
  });
  if (passages.length > 0) item.append(list(passages.slice(0, shownPassages)));
  if (passages.length > shownPassages) {
    const rest = element('details', 'rest');
    rest.append(element('summary', '', `${passages.length - shownPassages} more on this page`), list(passages.slice(shownPassages)));
    item.append(rest);
  }
  return item;
}

/** An excerpt is escaped HTML in which `<mark>` alone is markup; only that is carried over. */
function excerpt(html: string): HTMLElement {
  const line = element('p', 'excerpt');
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  for (const node of parsed.childNodes) {
    if (node instanceof Element && node.localName === 'mark') line.append(element('mark', '', node.textContent));
    else line.append(node.textContent ?? '');
  }
  return line;
}

/** The address of a page of notes is its document's with `?kind=note`, which is for the index alone. */
function link(address: string, text: string, words: readonly string[], className = ''): HTMLElement {
  const url = new URL(address, location.href);
  url.search = new URLSearchParams(words.map((word) => ['found', word])).toString();
  const anchor = element('a', className, text) as HTMLAnchorElement;
  anchor.href = url.pathname + url.search + url.hash;
  return anchor;
}

function inLanguage(made: HTMLElement, language: string | undefined): HTMLElement {
  if (language) Object.assign(made, { lang: language, dir: 'auto' });
  return made;
}

function list(items: readonly HTMLElement[]): HTMLElement {
  const found = element('ol', 'passages');
  found.append(...items);
  return found;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
