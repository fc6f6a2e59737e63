/**
 * One card: beside its link, or in a narrow window a sheet at the foot; or pinned, among those that stay.
 */
import { isNumber, type Link } from '../preview.ts';

/** Between a card and its link, and between a card and the edge of the window. */
const [gap, edge] = [6, 12];
/** A card that would have less room than this stands where there is more. */
const leastRoom = 96;

/** Where cards are sheets at the foot of the window, as the style sheet has it. */
export const areSheets = matchMedia('(max-width: 40rem), (max-height: 22rem)');

export interface CardOptions {
  /** The link of the page at the root of this card: its own, or that of the card that its own stands in. */
  readonly root: Link;
  /** Whether its links go, and show nothing. */
  readonly last: boolean;
  readonly pin: (card: Card) => void;
  readonly close: (card: Card) => void;
}

export class Card {
  readonly element = document.createElement('div');
  readonly link: Link;
  readonly root: Link;
  last: boolean;
  readonly #body = document.createElement('div');
  readonly #tools = document.createElement('div');

  constructor(link: Link, content: Node, { root, last, pin, close }: CardOptions) {
    [this.link, this.root, this.last] = [link, root, last];
    const name = link.getAttribute('aria-label') ?? link.querySelector('title')?.textContent ?? link.textContent;
    this.element.className = 'card';
    this.element.setAttribute('role', 'group');
    // A click on its words keeps the focus in it.
    this.element.tabIndex = -1;
    this.element.setAttribute('aria-label', isNumber(link) ? name : `Preview of ${name}`);
    this.#body.className = 'body';
    this.#body.append(content);
    this.#tools.className = 'tools';
    this.#tools.append(
      button('Pin', 'Pin: keep open while reading on', () => pin(this)),
      button('\u00d7', 'Close', () => close(this)),
    );
    this.element.append(this.#body, this.#tools);
  }

  /** What can have the focus in it, in order. */
  get stops(): HTMLElement[] {
    const all = this.element.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    // Of several radio buttons Tab goes to the chosen one.
    return [...all].filter(
      (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0 && !stop.matches('[type="radio"]:not(:checked)'),
    );
  }

  /** Open it beside its link. @param first the card that the link stands in */
  open(first?: Card): void {
    // All that changes styles stands before a popover shows, for which the browser works them out.
    this.link.classList.add('previewed');
    this.link.setAttribute('aria-expanded', 'true');
    document.querySelector('main')!.append(this.element);
    asPopover(this.element);
    if (areSheets.matches) this.#placeSheet(first);
    else this.#place(first);
    // What scrolls and holds nothing that can have the focus is scrolled by having it itself.
    if (!this.#body.querySelector('a, button') && this.#body.scrollHeight > this.#body.clientHeight) this.#body.tabIndex = 0;
  }

  /** Move it among those that stay. */
  pinTo(pins: HTMLElement): void {
    this.#unlink();
    this.element.removeAttribute('popover');
    this.element.removeAttribute('style');
    this.element.classList.add('pinned');
    this.element.setAttribute('aria-label', this.element.getAttribute('aria-label')!.replace(/^Preview of/, 'Pinned:'));
    this.#tools.firstElementChild!.remove();
    this.last = false;
    pins.append(this.element);
  }

  close(): void {
    this.#unlink();
    this.element.remove();
  }

  #unlink(): void {
    this.link.classList.remove('previewed');
    this.link.removeAttribute('aria-expanded');
  }

  /**
   * Under the last line of the link, or above its first where there is more room; a second card beside the first where it fits.
   * Never over the link: where there is less room than it has words, it scrolls.
   */
  #place(first: Card | undefined): void {
    const lines = [...this.link.getClientRects()];
    const [top, bottom] = [lines[0] ?? this.link.getBoundingClientRect(), lines.at(-1) ?? this.link.getBoundingClientRect()];
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const own = this.element.getBoundingClientRect();
    const beside = first?.element.getBoundingClientRect();
    const column = beside && [beside.right + gap, beside.left - gap - own.width].find((x) => x >= edge && x + own.width <= width - edge);
    if (column !== undefined) return this.#moveTo(column, clamp(top.top - edge, edge, height - own.height - edge), own);
    const [above, below] = [top.top - gap - edge, height - bottom.bottom - gap - edge];
    const under = below >= own.height || below >= above;
    const room = Math.max(under ? below : above, leastRoom);
    if (own.height > room) this.element.style.maxHeight = `${room}px`;
    const left = clamp((under ? bottom : top).left, edge, width - own.width - edge);
    return this.#moveTo(left, under ? bottom.bottom + gap : top.top - gap - Math.min(own.height, room), own);
  }

  /** From where it is, whatever it is placed in. */
  #moveTo(left: number, top: number, from: DOMRect): void {
    const { offsetLeft, offsetTop } = this.element;
    this.element.style.left = `${offsetLeft + left - from.left}px`;
    this.element.style.top = `${offsetTop + top - from.top}px`;
  }

  /** At the foot, over the first sheet if there is one; the text moves up by what is needed to leave the link and its line in sight. */
  #placeSheet(first: Card | undefined): void {
    if (first) {
      const { top, height } = first.element.getBoundingClientRect();
      const under = first.element.matches('.at-head') ? height : innerHeight - top;
      this.element.style.bottom = `${under}px`;
      this.element.style.maxHeight = `${Math.max(innerHeight * 0.78 - under, leastRoom)}px`;
    }
    const { top } = this.element.getBoundingClientRect();
    const { bottom } = (first?.root ?? this.link).getBoundingClientRect();
    const line = 28;
    if (bottom + line <= top) return;
    const before = scrollY;
    scrollBy({ top: bottom + line - top, behavior: 'instant' });
    // At the end of the page there is nothing to scroll.
    if (!first && bottom - (scrollY - before) > top) this.element.classList.add('at-head');
  }
}

/** Into the top layer, where the browser has one for popovers; else it stands over the page by its place in the order. */
export function asPopover(element: HTMLElement): void {
  if (!('showPopover' in element)) return;
  element.popover = 'manual';
  element.showPopover();
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const control = document.createElement('button');
  control.type = 'button';
  control.textContent = text;
  control.setAttribute('aria-label', label);
  control.addEventListener('click', act);
  return control;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
