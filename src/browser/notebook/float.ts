/**
 * A small panel beside words of the text, never over them; on a phone at the foot of the window. Previews give way to it. When it
 * closes, the focus comes back from it to where it was, or to where the words are.
 */
import { comeBack, comeBackNear, makeWay } from '../floating.ts';

export interface FloatOptions {
  /** Is called when it is closed, or shows something else. */
  readonly onClose?: () => void;
  /** What stands for the element that had the focus before, where that is gone. */
  readonly insteadOf?: () => HTMLElement | undefined;
}

export class Float {
  readonly element = document.createElement('div');
  #range: Range | undefined;
  #options: FloatOptions = {};
  /** What had the focus before it came here; null where nothing had. */
  #from: HTMLElement | SVGElement | null | undefined;
  /** Where Tab came from into the panel, and whether it has led through. */
  #way: HTMLElement | undefined;
  #passed = false;

  constructor() {
    this.element.className = 'notebook-float';
    this.element.setAttribute('role', 'group');
    if ('popover' in this.element) this.element.popover = 'manual';
    this.element.hidden = true;
    document.querySelector('main')!.append(this.element);
    addEventListener('resize', () => this.#place());
    this.element.addEventListener('focusin', ({ relatedTarget: from }) => {
      if (this.#from !== undefined) return;
      this.#from = from instanceof HTMLElement || from instanceof SVGElement ? from : null;
      if (from instanceof HTMLElement) this.#way ??= from;
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** Show content beside a range. The focus, where it is in what stood there before, goes to what stands there now. */
  open(name: string, content: readonly (Node | string)[], range: Range | undefined, options: FloatOptions = {}): void {
    const inside = this.hasFocus;
    this.#options.onClose?.();
    this.#options = options;
    this.#range = range;
    makeWay();
    this.#passed = false;
    this.element.setAttribute('aria-label', name);
    this.element.replaceChildren(...content);
    if (this.element.hidden) {
      // After what is pinned, which makes room at the foot of a phone.
      document.querySelector('main')!.append(this.element);
      this.element.hidden = false;
      if (this.element.popover) this.element.showPopover();
    }
    this.#place();
    if (inside) this.enter();
  }

  /** Take the focus. */
  enter(): void {
    this.element.querySelector<HTMLElement>('textarea, button, a, input:checked')?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    const inside = this.hasFocus;
    if (this.element.popover) this.element.hidePopover();
    this.element.hidden = true;
    this.element.replaceChildren();
    const [{ onClose, insteadOf }, from] = [this.#options, this.#from];
    this.#options = {};
    this.#from = undefined;
    this.#way = undefined;
    onClose?.();
    if (!inside) return;
    // A click on words gives the focus to whatever is around them.
    const around = from && this.#range && from.contains(this.#range.startContainer);
    const gone = from?.isConnected === false || !this.#range;
    const back = from?.isConnected && !around ? from : gone ? insteadOf?.() : undefined;
    if (back) comeBack(back);
    else if (this.#range) comeBackNear(blockAround(this.#range));
  }

  /** Tab leads from the words into the panel once, and out of it to what follows where it was entered; Shift+Tab leads back. */
  takeTab(event: KeyboardEvent): void {
    const at = document.activeElement;
    // A card stands right after its link, and comes first.
    if (event.defaultPrevented || at?.closest('.card, .previewed')) return;
    const stops = stopsIn(this.element);
    if (!this.hasFocus) {
      if (event.shiftKey || (this.#passed && at !== this.#way) || !stops[0]) return;
      this.#way = at instanceof HTMLElement && at.matches('main *') ? at : this.#lastBefore();
      for (const stop of stops) stop.tabIndex = 0;
      event.preventDefault();
      stops[0].focus();
    } else if (at === (event.shiftKey ? stops[0] : stops.at(-1)) && this.#way?.isConnected) {
      this.#passed = true;
      // Forward the browser goes on from there, and not in here again.
      if (event.shiftKey) event.preventDefault();
      this.#way.focus({ preventScroll: !event.shiftKey });
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

function blockAround({ startContainer: at }: Range): HTMLElement | null | undefined {
  return (at instanceof Element ? at : at.parentElement)?.closest<HTMLElement>('.text > :not(.block), .block > *');
}

function stopsIn(element: HTMLElement): HTMLElement[] {
  const all = element.querySelectorAll<HTMLElement>('a[href], button, summary, textarea, input');
  return [...all].filter((each) => each.getClientRects().length > 0 && each.matches(':not(:disabled)'));
}
