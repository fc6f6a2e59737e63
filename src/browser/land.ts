/**
 * Where an address or a link of this page leads is shown, folded or switched off though it may be, and stands where the eye is. Where
 * the reader came from is kept for the way back (way-back.ts).
 */
import { layersOff } from './layers.ts';
import { elementAt } from './passage.ts';
import { addressOf, isNumber, type Link } from './preview.ts';

/** The link that was just followed, until the page has moved. */
let followed: Link | undefined;
/** Whether a way back was ever offered. */
let jumped = false;

/** Show what the address names, now and whenever it changes. */
export function land(): void {
  if (location.search.includes('found=')) void import('./found.ts').then(({ markFound }) => markFound());
  arrive();
  // After every other listener: what they have prevented is no jump.
  addEventListener('click', follow);
  addEventListener('hashchange', () => {
    const origin = followed;
    followed = undefined;
    arrive();
    jumped ||= origin !== undefined;
    if (jumped) void import('./way-back.ts').then(({ arrived }) => arrived(origin));
  });
  document.addEventListener('toggle', offer, true);
}

/** Where what the address names could not be seen, the browser could not go there. */
function arrive(): void {
  const target = elementAt(location.hash);
  if (!target || isVisible(target)) return;
  uncover(target);
  whenLoaded(() => target.scrollIntoView());
}

/** Until a page is loaded the browser goes to what its address names, again and again. */
export function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act();
  else addEventListener('load', () => setTimeout(act), { once: true });
}

/** Let a link of the page lead to where it is seen, and move the page only where it has to. */
function follow(event: MouseEvent): void {
  followed = undefined;
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest<Link>('main a[href], dialog a[href]') : null;
  const address = link && addressOf(link);
  if (!address || isNumber(link) || address.href.split('#')[0] !== location.href.split('#')[0]) return;
  const target = elementAt(address.hash);
  if (!target) return;
  uncover(target);
  // What others say opens with the jump to it.
  if (target.matches('.elsewhere')) target.querySelector('details')?.setAttribute('open', '');
  const { top, bottom, height } = target.getBoundingClientRect();
  const inSight = top >= 48 && bottom <= innerHeight - 24;
  const heading = /^H\d$/.test(target.tagName);
  if (!inSight) place(target, heading ? innerHeight / 8 : Math.max((innerHeight - height) / 2, innerHeight / 6));
  else place(target, top);
  if (!inSight && address.hash !== location.hash) followed = link;
}

/** Open what folds an element, and show its layer for this visit: what the reader has chosen stays chosen. */
function uncover(target: Element): void {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement!.closest('details')) fold.open = true;
  if (isVisible(target)) return;
  const layers = target.closest('.terms') ? 'terms' : (target.closest<HTMLElement>('[data-kind]')?.dataset['kind'] ?? '');
  const off = layersOff().filter((layer) => !layers.split(' ').includes(layer));
  document.documentElement.dataset['off'] = off.join(' ');
}

function isVisible(target: Element): boolean {
  return target.checkVisibility?.() ?? target.getClientRects().length > 0;
}

/** Have the browser stop where an element stands so far from the top of the window. */
function place(target: HTMLElement, top: number): void {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  target.style.scrollMarginTop = `${top - padding}px`;
  // Others may scroll to it another time.
  setTimeout(() => (target.style.scrollMarginTop = ''), 1000);
}

/** “Cite this page”, opened. */
function offer({ target }: Event): void {
  if (target instanceof HTMLDetailsElement && target.open && target.matches('.cite'))
    void import('./cite.ts').then(({ offerForms }) => offerForms(target));
}
