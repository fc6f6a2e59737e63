/**
 * One card that shows what a link leads to, from this page or kept on it. Hover, focus and tap open it; Escape closes it and leaves
 * the focus; the pointer and Tab can enter it; it stays until it is dismissed (WCAG 2.2, 1.4.13).
 */
import { citeCard } from './cite.ts';
import { passageCard, targetHere } from './passage.ts';

/** Milliseconds of rest before a card opens, and of absence before it closes. */
const openAfter = 350;
const closeAfter = 300;

/** Let every link whose content is on this page show it. */
export function previews(): void {
  const sources = new Map<string, Element>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-preview]')) sources.set(element.dataset['preview']!, element);
  new Card((link) => contentFor(link, sources)).listen();
}

type ContentFor = (link: HTMLAnchorElement) => Node | undefined;

function contentFor(link: HTMLAnchorElement, sources: ReadonlyMap<string, Element>): Node | undefined {
  if (link.classList.contains('number')) return citeCard(link);
  // The page's own contents are there to go, not to look.
  const target = link.closest('.contents') ? undefined : targetHere(link);
  // A note that is in sight beside its passage is lit there, not shown twice.
  if (target?.matches('.note')) return target.contains(link) || inMargin(target) ? undefined : copy(target);
  if (target) return passageCard(target, link);
  const source = sources.get(link.getAttribute('href')!);
  if (!source || source.contains(link)) return undefined;
  return source instanceof HTMLTemplateElement ? source.content.cloneNode(true) : copy(source);
}

function inMargin(note: Element): boolean {
  const block = note.closest('.block')?.firstElementChild?.getBoundingClientRect();
  const { left, top, bottom } = note.getBoundingClientRect();
  return block !== undefined && left >= block.right && top >= 0 && bottom <= innerHeight;
}

function copy(element: Element): DocumentFragment {
  const fragment = document.createDocumentFragment();
  // An entry of a list of definitions is a list of its own here.
  const into = element.parentElement?.localName === 'dl' ? fragment.appendChild(document.createElement('dl')) : fragment;
  for (const child of element.children) into.append(child.cloneNode(true));
  for (const named of fragment.querySelectorAll('[id]')) named.removeAttribute('id');
  for (const details of fragment.querySelectorAll('details')) details.open = true;
  return fragment;
}

class Card {
  readonly #contentFor: ContentFor;
  readonly #card = document.createElement('div');
  #trigger: HTMLAnchorElement | undefined;
  #timer = 0;
  #touch = false;
  /** Whether a scroll has put off what the pointer asked for. */
  #rested = false;

  constructor(contentFor: ContentFor) {
    this.#contentFor = contentFor;
    this.#card.className = 'card';
    this.#card.popover = 'manual';
    this.#card.setAttribute('role', 'group');
  }

  listen(): void {
    document.querySelector('main')!.append(this.#card);
    document.addEventListener('pointerover', (event) => this.#over(event));
    // After a scroll under a pointer at rest it is the pointer's next move that asks again.
    document.addEventListener('pointermove', (event) => this.#rested && (event.movementX || event.movementY) && this.#over(event));
    document.addEventListener('pointerdown', (event) => this.#down(event));
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('focusin', (event) => this.#focus(event.target as Element));
    document.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('scroll', () => this.#scrolled(), { passive: true });
    addEventListener('resize', () => this.#close());
  }

  #scrolled(): void {
    if (this.#trigger) return;
    clearTimeout(this.#timer);
    this.#rested = true;
  }

  #over(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.#rested = false;
    const at = event.target as Element;
    if (this.#card.contains(at) || (this.#trigger && this.#trigger === at.closest('a'))) return this.#wait(undefined);
    const link = linkAt(at);
    if (link) this.#wait(() => this.#open(link), openAfter);
    else if (this.#trigger) this.#wait(() => this.#close(), closeAfter);
    else this.#wait(undefined);
  }

  #down(event: PointerEvent): void {
    this.#touch = event.pointerType === 'touch';
    if (this.#trigger && !this.#card.contains(event.target as Node) && linkAt(event.target as Element) !== this.#trigger) this.#close();
  }

  /** The first tap shows, the second goes. */
  #click(event: MouseEvent): void {
    const link = linkAt(event.target as Element);
    if (!this.#touch || !link || link === this.#trigger || this.#card.contains(link)) return;
    if (this.#open(link)) event.preventDefault();
  }

  #focus(at: Element): void {
    if (this.#card.contains(at) || at === this.#trigger) return;
    if (this.#trigger) this.#close();
    const link = linkAt(at);
    if (link?.matches(':focus-visible')) this.#wait(() => this.#open(link), openAfter);
  }

  #key(event: KeyboardEvent): void {
    clearTimeout(this.#timer);
    if (!this.#trigger) return;
    const trigger = this.#trigger;
    const inside = this.#card.contains(document.activeElement);
    if (event.key === 'Escape') {
      this.#close();
      if (inside) trigger.focus();
      event.preventDefault();
    } else if (event.key === 'Tab') this.#tab(event, trigger, inside);
  }

  /** The card stands right after its link in the order of focus. */
  #tab(event: KeyboardEvent, trigger: HTMLElement, inside: boolean): void {
    const stops = [...this.#card.querySelectorAll<HTMLElement>('a[href], button, summary')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (!inside && document.activeElement === trigger && !event.shiftKey && stops[0]) {
      event.preventDefault();
      stops[0].focus();
    } else if (inside && event.shiftKey && at === 0) {
      event.preventDefault();
      trigger.focus();
    } else if (inside && !event.shiftKey && at === stops.length - 1) trigger.focus();
  }

  #open(link: HTMLAnchorElement): boolean {
    const content = this.#contentFor(link);
    if (!content) return false;
    this.#close();
    this.#card.replaceChildren(content);
    const name = link.getAttribute('aria-label') ?? link.textContent;
    this.#card.setAttribute('aria-label', link.classList.contains('number') ? name : `Preview of ${name}`);
    this.#card.showPopover();
    this.#trigger = link;
    link.classList.add('previewed');
    link.setAttribute('aria-expanded', 'true');
    this.#place(link);
    return true;
  }

  /** Under the last line of the link, or above its first where there is more room; never over it. */
  #place(link: HTMLElement): void {
    const lines = [...link.getClientRects()];
    const [first, last] = [lines[0] ?? link.getBoundingClientRect(), lines.at(-1) ?? link.getBoundingClientRect()];
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const edge = 12;
    const room = innerHeight - last.bottom;
    const below = room >= height + edge || room >= first.top;
    const left = Math.max(edge, Math.min((below ? last : first).left, document.documentElement.clientWidth - width - edge));
    const top = below ? last.bottom + 6 : first.top - height - 6;
    this.#card.style.left = `${left + scrollX}px`;
    this.#card.style.top = `${top + scrollY}px`;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#trigger?.classList.remove('previewed');
    this.#trigger?.removeAttribute('aria-expanded');
    this.#trigger = undefined;
    if (this.#card.matches(':popover-open')) this.#card.hidePopover();
  }

  #wait(then: (() => void) | undefined, milliseconds = 0): void {
    clearTimeout(this.#timer);
    if (then) this.#timer = window.setTimeout(then, milliseconds);
  }
}

function linkAt(at: Element): HTMLAnchorElement | undefined {
  const link = at.closest?.<HTMLAnchorElement>('main a[href]');
  return link && !link.closest('.card') ? link : undefined;
}
