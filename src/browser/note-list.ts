/**
 * `<note-list>`: all notes of the edition, of which a reader chooses those of a kind, a document or a state. The address keeps the
 * choice; without a script all notes show.
 */
class NoteList extends HTMLElement {
  readonly #choices = this.querySelector('.choose')!;
  readonly #fields = [...this.#choices.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  readonly #status = this.querySelector<HTMLElement>('.status')!;
  readonly #groups = [...this.querySelectorAll<HTMLElement>('.notes-of')].map((element) => ({
    element,
    notes: [...element.querySelectorAll<HTMLElement>('li[data-kind]')],
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

  #chosen(): { kind: string; state: string; document: string } {
    const of = (name: string): string =>
      this.#fields.find((field) => field.name === name && (field instanceof HTMLSelectElement || field.checked))?.value ?? '';
    return { kind: of('kind'), state: of('state'), document: of('document') };
  }

  #remember(): void {
    const state = new URLSearchParams(Object.entries(this.#chosen()).filter(([, value]) => value !== ''));
    try {
      history.replaceState(null, '', `${location.pathname}${state.size > 0 ? `?${state}` : ''}`);
    } catch {
      // Some browsers refuse it when it is called very often: the list is right without.
    }
  }

  #show(): void {
    const { kind, state, document: only } = this.#chosen();
    let [shown, all] = [0, 0];
    for (const { element, notes } of this.#groups) {
      let here = 0;
      for (const note of notes) {
        const wanted =
          (only === '' || element.dataset['document'] === only) &&
          (kind === '' || note.dataset['kind'] === kind) &&
          (state === '' || note.dataset['state'] === state);
        if (note.hidden === wanted) note.hidden = !wanted;
        if (wanted) here++;
      }
      element.hidden = here === 0;
      shown += here;
      all += notes.length;
    }
    const told = shown === all ? this.#all : shown === 0 ? 'No such notes' : `${shown} of ${all} notes`;
    if (this.#status.textContent !== told) this.#status.textContent = told;
    delete document.documentElement.dataset['asked'];
  }
}

customElements.define('note-list', NoteList);
