/**
 * What floats over the page: it gives way to what comes after it, and the focus comes back from it to where it was.
 */

let giveWay: (() => void) | undefined;
let comingBack = false;

/** @param close closes what floats and is not pinned */
export function whatGivesWay(close: () => void): void {
  giveWay = close;
}

/** Close what floats, for something else that opens. */
export function makeWay(): void {
  giveWay?.();
}

/** Bring the focus back to an element, which is nothing that the reader asks of it. */
export function comeBack(to: HTMLElement | SVGElement): void {
  comingBack = true;
  to.focus({ preventScroll: true });
  comingBack = false;
}

/** Bring it to an element that takes no focus of itself, from which Tab goes on. */
export function comeBackNear(block: HTMLElement | null | undefined): void {
  if (!block) return;
  if (!block.hasAttribute('tabindex')) {
    block.tabIndex = -1;
    block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
  }
  comeBack(block);
}

/** Whether the focus only comes back: in a listener to `focusin`. */
export function isComingBack(): boolean {
  return comingBack;
}
