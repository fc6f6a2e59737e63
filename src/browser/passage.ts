/**
 * What a link of this page to this page leads to, copied for a card: a paragraph, a section's beginning, a note, a footnote of the
 * source.
 */

/** The element that the fragment of an address names, or undefined. */
export function elementAt(hash: string): HTMLElement | undefined {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1))) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The element of this page that a link leads to, or undefined. */
export function targetHere(link: HTMLAnchorElement): HTMLElement | undefined {
  const here = link.origin === location.origin && link.pathname === location.pathname && (!link.search || link.search === location.search);
  return here && link.hash.length > 1 ? elementAt(link.hash) : undefined;
}

/** The card for a paragraph, a heading with the block after it, or a footnote of the source; undefined for what is none. */
export function passageCard(target: HTMLElement, link: HTMLAnchorElement): Node | undefined {
  const heading = /^H[1-6]$/.test(target.tagName);
  const block = heading ? blockAfter(target) : target;
  if (!block || !target.matches('.text > *, .block > *, .footnotes li') || target.contains(link) || block.contains(link)) return undefined;
  const card = document.createDocumentFragment();
  const address = document.createElement('a');
  address.href = link.hash;
  if (heading) address.append(copyOf(target, 'bdi'));
  else address.textContent = numberOf(block);
  const from = document.createElement('p');
  from.className = 'from';
  from.append(address);
  card.append(from, copyOf(block, block.localName === 'p' ? 'p' : 'div'));
  return card;
}

/** The first block under a heading, be there other headings between. */
function blockAfter(heading: HTMLElement): HTMLElement | undefined {
  let next = heading.nextElementSibling;
  while (next && /^H[1-6R]$/.test(next.tagName)) next = next.nextElementSibling;
  const block = next?.matches('.block') ? next.firstElementChild : next;
  return block instanceof HTMLElement && !block.matches('.footnotes') ? block : undefined;
}

function numberOf(block: Element): string {
  const number = block.querySelector(':scope > .number')?.textContent;
  return number ? `\u00b6\u00a0${number}` : 'Footnote of the source';
}

/** The words of an element, in their language, without what the edition adds to them: nothing has an id twice. */
function copyOf(element: HTMLElement, name: string): HTMLElement {
  const copy = document.createElement(name);
  const spoken = element.closest<HTMLElement>('[lang]');
  if (spoken && spoken.lang !== document.documentElement.lang) {
    copy.lang = spoken.lang;
    copy.dir = spoken.dir;
  }
  copy.append(...[...element.childNodes].map((child) => child.cloneNode(true)));
  for (const added of copy.querySelectorAll('.number, .ref, sup:has(> .source-ref), .back')) added.remove();
  for (const mark of copy.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  for (const each of copy.querySelectorAll('[id], [role="region"]'))
    for (const attribute of ['id', 'role', 'aria-label']) each.removeAttribute(attribute);
  if (name === 'bdi') for (const each of copy.querySelectorAll('a')) each.replaceWith(...each.childNodes);
  return copy;
}
