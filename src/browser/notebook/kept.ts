/**
 * What the notebook keeps of one document: read from the store, found on the page, drawn, listed; and again after every change.
 */
import type { Entry } from '../../core/notebook.ts';
import { draw, place, type Placed } from './draw.ts';
import type { HereList } from './here-list.ts';
import type { PageWords } from './page-words.ts';
import { Refused, Store } from './store.ts';

/** So many entries of one document are drawn; all are in the notebook. */
const mostDrawn = 2000;
/** Milliseconds that a reader waits for the store. */
const longestWait = 5000;

export class Kept {
  /** In the order of the page. */
  placed: readonly Placed[] = [];
  readonly #words: PageWords;
  readonly #document: string;
  readonly #list: HereList;
  #store: Store | undefined;
  #opening: Promise<void> | undefined;
  #turn = 0;
  #refusal = 'The notebook is still being opened. Try again.';

  constructor(words: PageWords, document: string, list: HereList) {
    [this.#words, this.#document, this.#list] = [words, document, list];
  }

  /** Open the store and draw what is in it. @param name the notebook's */
  async open(name: string): Promise<void> {
    this.#opening = this.#openStore(name);
    await this.#opening;
    await this.#redraw();
  }

  async #openStore(name: string): Promise<void> {
    try {
      this.#store = await Store.open(name);
      this.#store.onChange(() => void this.#redraw());
    } catch (error) {
      this.#refusal = sentence(error);
    }
  }

  /** Keep entries, and say whether they are the first of the notebook. Throws a sentence where that cannot be. */
  async put(entries: readonly Entry[]): Promise<boolean> {
    const store = await this.#opened();
    const first = (await store.count()) === 0;
    await store.put(entries);
    await this.#redraw();
    return first;
  }

  /** Throws a sentence where that cannot be. */
  async remove(id: string): Promise<void> {
    await (await this.#opened()).remove(id);
    await this.#redraw();
  }

  find(id: string): Placed | undefined {
    return this.placed.find(({ entry }) => entry.id === id);
  }

  /** Who is quick waits for it, but not for ever. */
  async #opened(): Promise<Store> {
    await Promise.race([this.#opening, new Promise((resolve) => setTimeout(resolve, longestWait))]);
    if (!this.#store) throw new Refused(this.#refusal);
    return this.#store;
  }

  /** Read what is kept, and show it; of several that are under way, the last does. */
  async #redraw(): Promise<void> {
    if (!this.#store) return;
    const turn = ++this.#turn;
    try {
      const { entries } = await this.#store.entriesOf(this.#document, mostDrawn);
      const placed = await place(entries, this.#words);
      if (turn !== this.#turn) return;
      this.placed = placed;
      draw(this.placed);
      this.#list.show(this.placed);
    } catch {
      // What cannot be read now stays as it was shown; who keeps more is told.
    }
  }
}

/** What to tell of an error. */
export function sentence(error: unknown): string {
  return error instanceof Refused ? error.message : 'The notebook could not be read.';
}
