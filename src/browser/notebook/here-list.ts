/**
 * At the end of a document: what the reader's notebook has on it. Whoever cannot see or point at a highlight finds it here.
 */
import type { Placed } from './draw.ts';
import { button, element, link, short, words } from './elements.ts';

export class HereList {
  readonly #section = element('section', 'from-notebook');
  readonly #list = element('ol', '');
  readonly #more = element('p', 'small');
  readonly #notebook: string;
  readonly #open: (placed: Placed) => void;

  /** @param notebook its address @param open is called with the entry that the reader chooses */
  constructor(notebook: string, open: (placed: Placed) => void) {
    [this.#notebook, this.#open] = [notebook, open];
    const head = element('h2', 'label', 'From your notebook');
    head.id = 'page-from-notebook';
    this.#section.setAttribute('aria-labelledby', head.id);
    this.#section.append(head, this.#list, this.#more);
  }

  /** The focus stays on the entry that has it. */
  show(placed: readonly Placed[]): void {
    const focused = this.#list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['entry'] : undefined;
    this.#list.replaceChildren(...placed.slice(0, most).map((each) => this.#item(each)));
    this.#more.replaceChildren(link(placed.length > most ? `All ${placed.length}, in your notebook` : 'Your notebook', this.#notebook));
    const end = document.querySelector<HTMLElement>('.after');
    if (placed.length === 0) this.#section.remove();
    else if (end && !this.#section.isConnected) unseen(end, () => end.append(this.#section));
    if (focused) this.buttonOf(focused)?.focus({ preventScroll: true });
  }

  buttonOf(entry: string): HTMLElement | undefined {
    return this.#list.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry)}"]`) ?? undefined;
  }

  /** The first entry. */
  get first(): HTMLElement | undefined {
    return this.#list.querySelector('button') ?? undefined;
  }

  #item(placed: Placed): HTMLElement {
    const { entry, range, changed } = placed;
    const item = element('li', '');
    const go = button('', () => this.#open(placed));
    go.dataset['entry'] = entry.id;
    go.append(words(short(entry.quote.exact, 90)));
    item.append(go);
    if (changed) item.append(element('span', 'aside', 'the text has changed'));
    if (!range) item.append(element('span', 'aside', 'without a place'));
    if (entry.note) item.append(element('p', 'own', short(entry.note, 300)));
    return item;
  }
}

/** A longer list is no help here. */
const most = 100;

/** Do something to the end of an element when that is out of sight, so that nothing moves; or when the reader does something. */
function unseen(end: HTMLElement, act: () => void): void {
  const still = (): boolean => end.getBoundingClientRect().bottom > innerHeight || end.getBoundingClientRect().bottom < 0;
  if (still()) {
    act();
    return;
  }
  const stop = new AbortController();
  const now = (): void => {
    stop.abort();
    watcher.disconnect();
    act();
  };
  const watcher = new IntersectionObserver(() => still() && now());
  watcher.observe(document.querySelector('.colophon') ?? end);
  for (const type of ['click', 'keydown']) addEventListener(type, now, { signal: stop.signal });
}
