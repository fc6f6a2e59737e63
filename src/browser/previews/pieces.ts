/**
 * Pieces of a page copied for a card: a paragraph, a section's beginning, a note, a footnote of the source, a term, a statement, an
 * event. Nothing of a copy has an id.
 */
import type { Link } from '../preview.ts';

interface Asked {
  /** The link that asks, on this page. */
  readonly link?: Link;
  readonly address: URL;
  /** The title of the page, where it is another. */
  readonly title?: HTMLElement | undefined;
}

/** The piece that an element of a page is or stands in, or undefined for what is none or can be seen where the link is. */
export function pieceOf(target: HTMLElement, asked: Asked): Node | undefined {
  const { link } = asked;
  if (link && target.contains(link)) return undefined;
  if (target.matches('.note')) return notePiece(target, asked);
  if (target.matches('.timeline li')) return eventPiece(target, asked);
  if (target.matches('.statement')) return statementPiece(target, asked);
  return passagePiece(target, asked);
}

/** The piece of another page that an address names: its passage, else the page as a whole. */
export function pieceOfPage(page: Document, address: URL): Node | undefined {
  const title = page.querySelector<HTMLElement>('main h1') ?? undefined;
  if (!title) return undefined;
  const target = address.hash.length > 1 ? named(page, address.hash) : undefined;
  const piece = (target && pieceOf(target, { address, title })) ?? wholePiece(page, title, address);
  if (piece instanceof DocumentFragment) fromItsPage(piece, address);
  return piece;
}

function named(page: Document, hash: string): HTMLElement | undefined {
  try {
    return page.getElementById(decodeURIComponent(hash.slice(1))) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Addresses of a copy lead where they led on its own page. */
function fromItsPage(piece: DocumentFragment, address: URL): void {
  for (const link of piece.querySelectorAll('a[href]')) {
    const to = URL.canParse(link.getAttribute('href')!, address) && new URL(link.getAttribute('href')!, address);
    if (to && to.origin === address.origin) link.setAttribute('href', to.pathname + to.search + to.hash);
  }
}

function wholePiece(page: Document, title: HTMLElement, address: URL): Node | undefined {
  const own = page.querySelector<HTMLTemplateElement>(`template[data-preview="${CSS.escape(address.pathname)}"]`);
  if (own) return document.importNode(own.content, true);
  const term = page.querySelector('.term .definition');
  const words = term ? copied(term, 'dd') : element('p', page.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '');
  if (!term) return fragment(fromLine(address, copied(title, 'bdi')), words);
  const head = element(
    'dt',
    linkTo(address, title.textContent),
    ' ',
    element('span', page.querySelector('.term .section')?.textContent ?? ''),
  );
  head.lastElementChild!.className = 'aside';
  return fragment(element('dl', head, words));
}

/** A note. One that can be read beside its passage is lit there, not shown twice. */
function notePiece(note: HTMLElement, { link, address, title }: Asked): Node | undefined {
  const folded = note.matches('.elsewhere') && note.querySelector('details:not([open])');
  if (link && !folded && inMargin(note)) return undefined;
  const copy = copyOf(note);
  return title ? fragment(fromLine(address, copied(title, 'bdi')), copy) : copy;
}

function inMargin(note: Element): boolean {
  const block = note.closest('.block')?.firstElementChild?.getBoundingClientRect();
  const { left, right, top, bottom, height } = note.getBoundingClientRect();
  return block !== undefined && height > 0 && (left >= block.right || right <= block.left) && top >= 0 && bottom <= innerHeight;
}

/** An event of the timeline: when, what, and the first words that tell of it. */
function eventPiece(event: HTMLElement, { address }: Asked): Node | undefined {
  const [when, what] = [event.querySelector('.when'), event.querySelector('h3')];
  if (!when || !what) return undefined;
  const gist = event.querySelector('.gist');
  const told = event.querySelector('.tellers li');
  return fragment(
    fromLine(address, `${when.textContent.trim()}: ${what.textContent.trim()}`),
    gist && copied(gist, 'p'),
    told && copied(told, 'p'),
  );
}

function statementPiece(statement: HTMLElement, { address, title }: Asked): Node {
  const parts = [...statement.querySelectorAll(':scope > :is(.answer, .quote, .from)')].map((part) => copied(part, 'p'));
  return fragment(title && fromLine(address, title.textContent), ...parts);
}

/** A paragraph, a heading with the block after it, a footnote of the source; of a marker, the paragraph that it stands in. */
function passagePiece(target: HTMLElement, { link, address, title }: Asked): Node | undefined {
  const heading = /^H[1-6]$/.test(target.tagName);
  const marker = target.matches('.ref, .source-ref');
  const block = heading ? blockAfter(target) : marker ? target.closest<HTMLElement>('.text > *, .block > *') : target;
  if (!block || !(marker || target.matches('.text > *, .block > *, .footnotes li'))) return undefined;
  // What the link stands in or beside is in sight.
  if (link && (block.contains(link) || (marker && block.parentElement?.matches('.block') && block.parentElement.contains(link))))
    return undefined;
  const place = heading && !title ? [copied(target, 'bdi')] : [heading ? `“${target.textContent}”` : numberOf(block)];
  return fragment(
    fromLine(address, ...(title ? [copied(title, 'bdi'), ', '] : []), ...place),
    copied(block, block.localName === 'p' ? 'p' : 'div'),
  );
}

/** The first block under a heading, be there other headings between. */
function blockAfter(heading: HTMLElement): HTMLElement | undefined {
  let next = heading.nextElementSibling;
  while (next && /^H[1-6R]$/.test(next.tagName)) next = next.nextElementSibling;
  const block = next?.matches('.block') ? next.firstElementChild : next;
  return block && !block.matches('.footnotes') ? (block as HTMLElement) : undefined;
}

function numberOf(block: Element): string {
  const number = block.querySelector(':scope > .number')?.textContent;
  return number ? `\u00b6\u00a0${number}` : 'Footnote of the source';
}

/** What an element holds, opened: what was folded stands there, and what opened it is gone. */
export function copyOf(source: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  // An entry of a list of definitions is a list of its own here; what others say has a style of its own.
  const around = source.parentElement?.localName === 'dl' ? 'dl' : source.matches('.elsewhere') ? 'div' : undefined;
  const into = around ? copy.appendChild(document.createElement(around)) : copy;
  for (const child of source.children) into.append(document.importNode(child, true));
  if (around === 'div') (into as HTMLElement).className = 'elsewhere';
  for (const details of copy.querySelectorAll('details')) {
    const summary = details.querySelector('summary');
    if (summary && around === 'div') {
      // What others say is told in the summary alone.
      summary.replaceWith(element('p', `${summary.textContent}:`));
      details.previousElementSibling?.remove();
    } else summary?.remove();
    details.replaceWith(...details.childNodes);
  }
  for (const marked of copy.querySelectorAll('[id]')) marked.removeAttribute('id');
  return copy;
}

/** The words of an element, in their language, without what the edition adds to them. */
function copied(source: Element, name: string): HTMLElement {
  const copy = document.createElement(name);
  const spoken = source.closest<HTMLElement>('[lang]');
  if (spoken && spoken.lang !== document.documentElement.lang) {
    copy.lang = spoken.lang;
    copy.dir = spoken.dir;
  }
  copy.append(...[...source.childNodes].map((child) => document.importNode(child, true)));
  for (const added of copy.querySelectorAll('.number, .ref, sup:has(> .source-ref), .back')) added.remove();
  for (const mark of copy.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  for (const each of copy.querySelectorAll('[id], [role="region"]'))
    for (const attribute of ['id', 'role', 'aria-label', 'tabindex']) each.removeAttribute(attribute);
  if (name === 'bdi') for (const each of copy.querySelectorAll('a')) each.replaceWith(...each.childNodes);
  return copy;
}

function fromLine(address: URL, ...words: (Node | string)[]): HTMLElement {
  const line = element('p', linkTo(address, ...words));
  line.className = 'from';
  return line;
}

function linkTo({ pathname, hash }: URL, ...words: (Node | string)[]): HTMLElement {
  const link = element('a', ...words);
  link.setAttribute('href', pathname === location.pathname && hash ? hash : pathname + hash);
  return link;
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function fragment(...children: (Node | string | null | undefined)[]): DocumentFragment {
  const made = document.createDocumentFragment();
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
