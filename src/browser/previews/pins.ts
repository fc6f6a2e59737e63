/**
 * Cards that stay in the corner while their reader reads on, until they are closed; at most three, in a narrow window one. Tab enters
 * one from its link; a skip link leads to all.
 */
import { areSheets, asPopover, type Card } from './card.ts';

const [most, mostSheets] = [3, 1];
/** Between what has the focus and what would cover it. */
const clear = 40;

export class Pins {
  #cards: Card[] = [];
  #corner: HTMLElement | undefined;
  #skip: HTMLElement | undefined;

  get cards(): readonly Card[] {
    return this.#cards;
  }

  /** Keep one more; where there is no room, the oldest goes. */
  add(card: Card): void {
    while (this.#cards.length >= (areSheets.matches ? mostSheets : most)) this.remove(this.#cards[0]!);
    this.#cards.push(card);
    this.#corner ??= this.#makeCorner();
    card.pinTo(this.#corner);
  }

  remove(card: Card): void {
    this.#cards = this.#cards.filter((each) => each !== card);
    card.close();
    if (this.#cards.length > 0) return;
    this.#corner?.remove();
    this.#skip?.remove();
    this.#corner = undefined;
  }

  /** What has the focus must not stand under them. */
  uncover(at: Element): void {
    if (!this.#corner || this.#corner.contains(at)) return;
    const [own, pins] = [at.getBoundingClientRect(), this.#corner.getBoundingClientRect()];
    if (own.left < pins.right && pins.left < own.right && own.top < pins.bottom && pins.top < own.bottom)
      scrollBy({ top: own.top - Math.max(clear, pins.top - own.height - clear), behavior: 'instant' });
  }

  #makeCorner(): HTMLElement {
    const corner = document.createElement('section');
    corner.className = 'pins';
    corner.id = 'page-pinned';
    corner.tabIndex = -1;
    corner.setAttribute('aria-label', 'Pinned previews');
    document.querySelector('main')!.append(corner);
    asPopover(corner);
    this.#skip = document.createElement('a');
    this.#skip.className = 'skip';
    this.#skip.setAttribute('href', '#page-pinned');
    this.#skip.textContent = 'Skip to the pinned previews';
    document.querySelector('.skip')?.after(this.#skip);
    return corner;
  }
}
