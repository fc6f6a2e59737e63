/**
 * `<filtered-list>`: a list of which a reader chooses a part. Each choice has a name, and each item, or something around it, says in
 * an attribute of that name what it is: `data-kind="check"`. The address keeps the choice; without a script the whole list shows.
 *
 * `data-items` and `data-groups` are selectors, of the items and of what stands around several of them; `data-noun` names the items.
 */
class FilteredList extends HTMLElement {
  readonly #choices = this.querySelector('.choose')!;
  readonly #fields = [...this.#choices.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  readonly #names = [...new Set(this.#fields.map(({ name }) => name))];
  readonly #status = this.querySelector<HTMLElement>('.status')!;
  readonly #groups = [...this.querySelectorAll<HTMLElement>(this.dataset['groups']!)].map((element) => ({
    element,
    items: [...element.querySelectorAll<HTMLElement>(this.dataset['items']!)].map((item) => ({
      item,
      is: this.#names.map((name) => item.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]),
    })),
  }));
  readonly #all = this.#status.textContent;

  connectedCallback(): void {
    this.#choices.addEventListener('change', () => {
      this.#remember();
      this.#show();
    });
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  #restore(): void {
    const asked = new URLSearchParams(location.search);
    for (const field of this.#fields) {
      const value = asked.get(field.name) ?? '';
      const chosen = this.#offered(field.name).has(value) ? value : '';
      if (field instanceof HTMLInputElement) field.checked = field.value === chosen;
      else field.value = chosen;
    }
    this.#show();
  }

  /** What can be chosen under a name; '' is everything. */
  #offered(name: string): Set<string> {
    const fields = this.#fields.filter((field) => field.name === name);
    return new Set(
      fields.flatMap((field) => (field instanceof HTMLInputElement ? field.value : [...field.options].map(({ value }) => value))),
    );
  }

  /** What is chosen under each name, in their order. */
  #chosen(): string[] {
    return this.#names.map(
      (name) => this.#fields.find((field) => field.name === name && (field instanceof HTMLSelectElement || field.checked))?.value ?? '',
    );
  }

  #remember(): void {
    const chosen = this.#chosen();
    const state = new URLSearchParams(this.#names.map((name, i) => [name, chosen[i]!]).filter(([, value]) => value !== ''));
    try {
      history.replaceState(null, '', `${location.pathname}${state.size > 0 ? `?${state}` : ''}`);
    } catch {
      // Some browsers refuse it when it is called very often: the list is right without.
    }
  }

  #show(): void {
    const chosen = this.#chosen();
    let [shown, all] = [0, 0];
    for (const { element, items } of this.#groups) {
      let here = 0;
      for (const { item, is } of items) {
        const wanted = chosen.every((value, i) => value === '' || is[i] === value);
        if (item.hidden === wanted) item.hidden = !wanted;
        if (wanted) here++;
      }
      element.hidden = here === 0;
      shown += here;
      all += items.length;
    }
    const noun = this.dataset['noun']!;
    const told = shown === all ? this.#all : shown === 0 ? `No such ${noun}` : `${shown} of ${all} ${noun}`;
    if (this.#status.textContent !== told) this.#status.textContent = told;
    delete document.documentElement.dataset['asked'];
  }
}

customElements.define('filtered-list', FilteredList);
