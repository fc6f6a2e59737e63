/**
 * `<search-panel>`: the search of the edition. Nothing of the index is loaded before the reader reaches for the field; the
 * address keeps the question.
 */
import { showResult } from './search-result.ts';
import { Searcher, type Hit } from './searcher.ts';

const shownAtOnce = 10;

class SearchPanel extends HTMLElement {
  readonly #searcher = new Searcher(this.dataset['base']!);
  readonly #form = this.querySelector('form')!;
  readonly #field = this.querySelector<HTMLInputElement>('input[type="search"]')!;
  readonly #status = this.querySelector<HTMLElement>('.status')!;
  readonly #results = this.querySelector<HTMLElement>('.results')!;
  #timer = 0;
  #asked = 0;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask();
    });
    this.#form.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#ask(), 180);
    });
    this.#field.addEventListener('focus', () => void this.#searcher.load().catch(() => {}), { once: true });
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  #restore(): void {
    const state = new URLSearchParams(location.search);
    this.#field.value = state.get('q') ?? '';
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>('input[name="kind"]'))
      radio.checked = radio.value === (state.get('kind') ?? '');
    if (this.#field.value) void this.#ask();
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const query = this.#field.value.trim();
    const kind = String(new FormData(this.#form).get('kind') ?? '');
    const asked = ++this.#asked;
    this.#remember(query, kind);
    if (query === '') return this.#show([], '', []);
    this.#status.textContent = 'Searching …';
    try {
      const { hits, words } = await this.#searcher.search(query, kind);
      // An older question that is answered late is no answer.
      if (asked === this.#asked) this.#show(hits, query, words);
    } catch {
      if (asked === this.#asked) this.#show([], query, [], 'The search index could not be loaded. It is made by a build of the site.');
    }
  }

  #remember(query: string, kind: string): void {
    const state = new URLSearchParams({ ...(query && { q: query }), ...(kind && { kind }) });
    try {
      history.replaceState(null, '', `${location.pathname}${state.size > 0 ? `?${state}` : ''}`);
    } catch {
      // Some browsers refuse it when it is called very often: the search goes on without.
    }
  }

  #show(hits: readonly Hit[], query: string, words: readonly string[], failure?: string): void {
    this.#results.replaceChildren();
    this.#status.textContent =
      failure ??
      (query === ''
        ? ''
        : hits.length === 0
          ? `Nothing is found for “${query}”. Fewer words, or the beginning of one, may find more.`
          : `${hits.length} ${hits.length === 1 ? 'page' : 'pages'} for “${query}”`);
    void this.#append(hits, words, 0, this.#asked);
  }

  async #append(hits: readonly Hit[], words: readonly string[], from: number, asked: number): Promise<void> {
    const pages = await Promise.all(hits.slice(from, from + shownAtOnce).map((hit) => hit.load()));
    if (asked !== this.#asked) return;
    const items = pages.map((page) => showResult(page, words));
    this.#results.append(...items);
    if (from > 0) items[0]?.querySelector('a')?.focus();
    if (hits.length > from + shownAtOnce) this.#results.append(this.#more(hits, words, from + shownAtOnce, asked));
  }

  #more(hits: readonly Hit[], words: readonly string[], from: number, asked: number): HTMLElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${hits.length - from} more`;
    button.addEventListener('click', () => {
      item.remove();
      void this.#append(hits, words, from, asked);
    });
    item.append(button);
    return item;
  }
}

customElements.define('search-panel', SearchPanel);
