/**
 * The door of the previews: on the first sign that a reader turns to a link, the script that shows previews is fetched and takes over.
 */
import { isComingBack } from './floating.ts';

/** A link of the page, or of a drawing in it. */
export type Link = HTMLAnchorElement | SVGAElement;

/** Links that are there to go, not to look: the page's own parts, and entries whose content stands right beside them. */
const toGo = 'nav, .contents, .neighbours, .entry, .listing :is(h1, h2, h3, th)';

/** The link of this site at an element, or undefined where there is none that could show where it leads. */
export function linkAt(at: EventTarget | null): Link | undefined {
  const link = at instanceof Element ? at.closest<Link>('main a[href]') : undefined;
  return link && !link.closest(toGo) && addressOf(link)?.origin === location.origin ? link : undefined;
}

/** Where a link leads; undefined where its address is none. */
export function addressOf(link: Link): URL | undefined {
  try {
    return new URL(link.getAttribute('href')!, document.baseURI);
  } catch {
    return undefined;
  }
}

/** Whether a link may show anything. Where previews are switched off a click on a number still opens what cites it. */
export function mayShow(link: Link, event?: Event): boolean {
  return document.documentElement.dataset['previews'] !== 'off' || (event?.type === 'click' && isNumber(link));
}

/** Whether a link is the number of a paragraph, which shows how to cite it. */
export function isNumber(link: Link): boolean {
  return link.matches('.number');
}

/** Whether a click is the plain tap of a finger. */
export function isTap(event: MouseEvent, touch: boolean): boolean {
  return touch && event.detail > 0 && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** Let links show where they lead. */
export function previews(): void {
  const signs = ['pointerover', 'pointerdown', 'focusin', 'click'] as const;
  let [loading, touch] = [false, false];
  let last: Event | undefined;
  const sign = (event: Event): void => {
    if (event.type === 'pointerdown') touch = (event as PointerEvent).pointerType === 'touch';
    // What moves under the pointer after a click does not undo it.
    if (last?.type === 'click' && event.type === 'pointerover') return;
    if (event.type === 'focusin' && isComingBack()) return;
    const link = linkAt(event.target);
    last = link && mayShow(link, event) ? event : undefined;
    // A tap waits for the script; other clicks go.
    if (last?.type === 'click') {
      if (isTap(event as MouseEvent, touch)) event.preventDefault();
      else if (!isNumber(link!)) last = undefined;
    }
    if (last && !loading) void load();
  };
  const load = async (): Promise<void> => {
    loading = true;
    try {
      const { listen } = await import('./previews/cards.ts');
      for (const type of signs) document.removeEventListener(type, sign);
      listen(last, touch);
    } catch {
      // Without the script a link is a link.
      loading = false;
      if (last?.defaultPrevented) location.assign(addressOf(linkAt(last.target)!)!);
    }
  };
  for (const type of signs) document.addEventListener(type, sign);
  // Whoever presses a key meanwhile turns to something else.
  document.addEventListener('keydown', () => (last = undefined));
}
