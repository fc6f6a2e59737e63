/**
 * A small panel beside words of the text, never over them; on a phone at the foot of the window.
 */

export class Float {
  readonly element = document.createElement('div');
  #range: Range | undefined;
  #onClose: (() => void) | undefined;
  /** What had the focus before the panel, and whether Tab has led through it. */
  #from: HTMLElement | undefined;
  #passed = false;

  constructor() {
    this.element.className = 'notebook-float';
    this.element.setAttribute('role', 'group');
    if ('popover' in this.element) this.element.popover = 'manual';
    this.element.hidden = true;
    document.querySelector('main')!.append(this.element);
    addEventListener('resize', () => this.#place());
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** Show content beside a range. @param onClose is called when it is closed, or shows something else */
  open(name: string, content: readonly (Node | string)[], range: Range | undefined, onClose?: () => void): void {
    this.#onClose?.();
    this.#onClose = onClose;
    this.#range = range;
    this.#passed = false;
    this.element.setAttribute('aria-label', name);
    this.element.replaceChildren(...content);
    if (this.element.hidden) {
      this.element.hidden = false;
      if (this.element.popover) this.element.showPopover();
    }
    this.#place();
  }

  close(): void {
    if (!this.isOpen) return;
    if (this.element.popover) this.element.hidePopover();
    this.element.hidden = true;
    this.element.replaceChildren();
    const ended = this.#onClose;
    this.#onClose = undefined;
    ended?.();
  }

  /** Tab leads from the words into the panel once, and out of it to what follows where it was entered; Shift+Tab leads back. */
  takeTab(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const stops = stopsIn(this.element);
    const at = document.activeElement;
    if (!this.hasFocus) {
      if (event.shiftKey || (this.#passed && at !== this.#from) || !stops[0]) return;
      this.#from = at instanceof HTMLElement && at.matches('main *') ? at : this.#lastBefore();
      for (const stop of stops) stop.tabIndex = 0;
      event.preventDefault();
      stops[0].focus();
    } else if (at === (event.shiftKey ? stops[0] : stops.at(-1)) && this.#from?.isConnected) {
      this.#passed = true;
      // Forward the browser goes on from there, and not in here again.
      if (event.shiftKey) event.preventDefault();
      this.#from.focus({ preventScroll: !event.shiftKey });
      for (const stop of stops) stop.tabIndex = -1;
    }
  }

  /** The last stop of Tab before the words. */
  #lastBefore(): HTMLElement | undefined {
    const range = this.#range;
    return range && stopsIn(document.body).findLast((stop) => !this.element.contains(stop) && range.comparePoint(stop, 0) < 0);
  }

  /** Under the last line of the words, or above the first where there is more room. */
  #place(): void {
    if (!this.isOpen) return;
    const lines = [...(this.#range?.getClientRects() ?? [])].filter(({ width }) => width > 0);
    const edge = 12;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) {
      this.#at(edge, innerHeight - height - edge);
      return;
    }
    const below = innerHeight - last.bottom >= height + edge || innerHeight - last.bottom >= first.top;
    const beside = below ? last : first;
    const left = Math.max(edge, Math.min(beside.right - width / 2, document.documentElement.clientWidth - width - edge));
    this.#at(left, below ? last.bottom + 8 : first.top - height - 8);
  }

  #at(left: number, top: number): void {
    // Words that are longer than the window leave no room on either side.
    const within = Math.max(12, Math.min(top, innerHeight - this.element.offsetHeight - 12));
    this.element.style.left = `${left + scrollX}px`;
    this.element.style.top = `${within + scrollY}px`;
  }
}

function stopsIn(element: HTMLElement): HTMLElement[] {
  const all = element.querySelectorAll<HTMLElement>('a[href], button, summary, textarea, input');
  return [...all].filter((each) => each.getClientRects().length > 0 && each.matches(':not(:disabled)'));
}
