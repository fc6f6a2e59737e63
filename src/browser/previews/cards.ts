/**
 * Cards that show what links lead to. Hover, focus and tap open one; a link in it opens a second beside it, and a link in the second
 * goes. Escape closes the last and leaves the focus; pointer and Tab can enter; they stay until they are dismissed (WCAG 2.2, 1.4.13).
 * A card that is pinned stays while its reader reads on.
 */
import { comeBack, isComingBack, whatGivesWay } from '../floating.ts';
import { addressOf, isNumber, isTap, linkAt, mayShow, type Link } from '../preview.ts';
import { areSheets, Card } from './card.ts';
import { contentFor, prepare, type Content } from './content.ts';
import { Pins } from './pins.ts';
import { takeTab } from './tab-order.ts';

/** Milliseconds of rest before a card opens (and before its content is fetched), of absence before it closes, and that a tap waits. */
const [openAfter, prepareAfter, closeAfter, tapWaits] = [350, 120, 300, 2000];

/** Take over from the door. @param event the last sign of a reader who turns to a link @param touch whether a finger gave it */
export function listen(event: Event | undefined, touch: boolean): void {
  new Cards(touch).listen(event);
}

class Cards {
  /** The open card, and the second that a link in it has opened. */
  #open: Card[] = [];
  readonly #pins = new Pins();
  #timer = 0;
  #preparing = 0;
  /** The link that the pointer or the focus rests on, before its card is open. */
  #wanted: Link | undefined;
  /** The number that was clicked: the page moves to its paragraph, and it from under the pointer. */
  #clicked: Link | undefined;
  #touch: boolean;
  /** Whether a scroll has put off what the pointer asked for. */
  #rested = false;

  constructor(touch: boolean) {
    this.#touch = touch;
  }

  listen(event: Event | undefined): void {
    document.addEventListener('pointerover', (each) => this.#over(each));
    document.addEventListener('pointermove', (each) => this.#move(each));
    document.addEventListener('pointerdown', (each) => this.#down(each));
    document.addEventListener('click', (each) => this.#click(each));
    document.addEventListener('focusin', (each) => this.#focus(each.target as Element));
    document.addEventListener('keydown', (each) => this.#key(each));
    whatGivesWay(() => this.#close(0));
    addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // On a phone the height changes whenever the browser's bars come and go.
    let width = innerWidth;
    addEventListener('resize', () => {
      if (innerWidth !== width) this.#close(0);
      width = innerWidth;
    });
    // Who follows a link of a card to a place on this page has left the card.
    addEventListener('hashchange', () => this.#open[0]?.link.matches('.number') || this.#close(0));
    if (event?.type === 'click') this.#late(event);
    else if (event?.type === 'focusin') this.#focus(event.target as Element);
    else if (event instanceof PointerEvent) this.#over(event);
  }

  #scrolled(): void {
    if (this.#open.length > 0 && !this.#wanted) return;
    this.#rested = true;
    // To bring a link into view that has the focus is no reading on.
    if (this.#wanted !== document.activeElement) this.#wait(undefined);
  }

  #over(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.#rested = false;
    const at = event.target as Element;
    const link = linkAt(at);
    if (link && link === this.#wanted) return;
    if (link && mayShow(link) && this.#canShow(link)) this.#want(link);
    else this.#leave(at);
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !(event.movementX || event.movementY)) return;
    // After a scroll under a pointer at rest it is the pointer's next move that asks again.
    if (this.#rested) this.#over(event);
    // On its way from the first card to the second a pointer does not rest.
    else if (this.#open.length > 1 && !this.#wanted) this.#leave(event.target as Element);
  }

  /** Close, after a while, what the pointer is not in; what the keyboard is in stays, and a number that was clicked. */
  #leave(at: Element): void {
    const focused = document.activeElement;
    const held = focused?.matches(':focus-visible') ? focused : this.#clicked;
    const keep = Math.max(this.#kept(at), held ? this.#kept(held) : 0);
    // A sheet is far from its link: no pointer gets there in time.
    if (keep < this.#open.length && !areSheets.matches) this.#wait(() => this.#close(keep), closeAfter);
    else this.#wait(undefined);
  }

  #down(event: PointerEvent): void {
    this.#touch = event.pointerType === 'touch';
    this.#close(this.#kept(event.target as Element));
  }

  /** The first tap shows, the second goes. */
  #click(event: MouseEvent): void {
    const link = linkAt(event.target);
    if (link && isNumber(link)) this.#clicked = link;
    if (!link || event.defaultPrevented || !mayShow(link, event) || !this.#canShow(link)) return;
    if (isTap(event, this.#touch)) {
      if (this.#tap(link)) event.preventDefault();
    } else if (isNumber(link)) this.#tap(link);
  }

  /** A click that came before this script did: the door has kept a tap from going. */
  #late(event: Event): void {
    const link = linkAt(event.target)!;
    this.#clicked = link;
    if (!this.#tap(link) && event.defaultPrevented) location.assign(addressOf(link)!);
  }

  /** Show what a link leads to, or where that takes too long or fails, go there; false where there is nothing to show. */
  #tap(link: Link): boolean {
    const content = contentFor(link);
    if (!(content instanceof Promise)) return this.#show(link, content);
    const go = (): void => location.assign(addressOf(link)!);
    this.#wait(go, tapWaits, link);
    void content.then((node) => this.#wanted === link && (this.#show(link, node) || go()));
    return true;
  }

  #focus(at: Element): void {
    const link = linkAt(at);
    this.#pins.uncover(at);
    this.#close(this.#kept(at));
    if (!isComingBack() && link?.matches(':focus-visible') && mayShow(link) && this.#canShow(link)) this.#want(link);
  }

  #key(event: KeyboardEvent): void {
    this.#wait(undefined);
    if (this.#clicked && !this.#kept(event.target as Element)) this.#clicked = undefined;
    if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
    if (event.key === 'Escape') this.#escape(event);
    else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) takeTab(event, this.#all);
  }

  #escape(event: KeyboardEvent): void {
    const card = this.#pins.cards.find(({ element }) => element.contains(document.activeElement)) ?? this.#open.at(-1);
    if (!card) return;
    event.preventDefault();
    this.#dismiss(card);
  }

  #dismiss(card: Card): void {
    const at = this.#open.indexOf(card);
    if (at >= 0) this.#close(at);
    else this.#unpin(card);
  }

  /** The focus goes back to the link of a card: where that was in a card that is closed, to the link of the page. */
  #comeBack({ link, root }: Card): void {
    comeBack(link.isConnected ? link : root);
    this.#wait(undefined);
  }

  get #all(): Card[] {
    return [...this.#open, ...this.#pins.cards];
  }

  #canShow(link: Link): boolean {
    const around = this.#cardAt(link);
    const address = addressOf(link)?.href;
    return (
      !around?.last &&
      !this.#all.some((card) => card.link === link) &&
      // What a card shows already, its heading does not show again.
      !(around && [around.link, around.root].some((shown) => addressOf(shown)?.href === address))
    );
  }

  /** Show it after a rest, and fetch what has to be fetched before. */
  #want(link: Link): void {
    this.#wait(() => this.#arrive(link, contentFor(link)), openAfter, link);
    this.#preparing = window.setTimeout(() => prepare(link), prepareAfter);
  }

  #arrive(link: Link, content: Content): void {
    if (content instanceof Promise) void content.then((node) => this.#wanted === link && this.#show(link, node));
    else this.#show(link, content);
  }

  #show(link: Link, content: Node | undefined): boolean {
    this.#wait(undefined);
    const around = this.#cardAt(link);
    const level = around ? this.#open.indexOf(around) + 1 : 0;
    this.#close(level);
    if (!content || !link.isConnected) return false;
    const card = new Card(link, content, {
      root: around?.root ?? link,
      last: around !== undefined,
      pin: (each) => this.#pin(each),
      close: (each) => this.#dismiss(each),
    });
    card.open(this.#open[level - 1]);
    this.#open.push(card);
    return true;
  }

  /** How many of the open cards stay while the pointer or the focus is there: those that it is in, and the one that it opens. */
  #kept(at: Element | null): number {
    return this.#open.findLastIndex(({ element, link }) => element.contains(at) || link.contains(at)) + 1;
  }

  #cardAt(at: Element | null): Card | undefined {
    return at ? this.#all.find(({ element }) => element.contains(at)) : undefined;
  }

  /** Close the open cards from one on. The focus, if it was in them, goes back to where the first of them came from. */
  #close(from: number): void {
    if (from === 0 || from < this.#open.length) this.#wait(undefined);
    const closing = this.#open.splice(from);
    if (closing.some(({ link }) => link === this.#clicked)) this.#clicked = undefined;
    const left = closing.some(({ element }) => element.contains(document.activeElement));
    for (const card of closing) card.close();
    if (left) this.#comeBack(closing[0]!);
  }

  #pin(card: Card): void {
    const at = this.#open.indexOf(card);
    this.#close(at + 1);
    this.#open.splice(at, 1);
    this.#pins.add(card);
    this.#comeBack(card);
  }

  #unpin(card: Card): void {
    const left = card.element.contains(document.activeElement);
    this.#pins.remove(card);
    if (left) this.#comeBack(card);
  }

  #wait(then: (() => void) | undefined, milliseconds = 0, wanted?: Link): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#preparing);
    this.#wanted = wanted;
    if (then) this.#timer = window.setTimeout(then, milliseconds);
  }
}
