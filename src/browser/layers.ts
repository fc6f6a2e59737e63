/**
 * Switches for the layers of a page (kinds of notes, terms) and for the kinds of the glossary. The choice of layers is
 * remembered; `public/layers.js` applies it before the first paint.
 */
const storageKey = 'variorum:off';

/** Define `<layer-switches>`, and let the glossary's choice of a kind work. */
export function layers(): void {
  customElements.define('layer-switches', LayerSwitches);
  document.querySelector('.kinds')?.addEventListener('change', (event) => {
    const kind = (event.target as HTMLInputElement).value;
    for (const item of document.querySelectorAll<HTMLElement>('.terms-list > [data-kind]'))
      item.hidden = kind !== 'all' && item.dataset['kind'] !== kind;
    for (const letter of document.querySelectorAll<HTMLElement>('.letter'))
      letter.hidden = !letter.querySelector('[data-kind]:not([hidden])');
  });
}

class LayerSwitches extends HTMLElement {
  connectedCallback(): void {
    const off = new Set((document.documentElement.dataset['off'] ?? '').split(' ').filter(Boolean));
    for (const box of this.#boxes()) box.checked = !off.has(box.value);
    this.addEventListener('change', () => this.#apply(off));
  }

  /** Kinds that this page has no switch for keep what was chosen elsewhere. */
  #apply(off: Set<string>): void {
    for (const box of this.#boxes()) {
      if (box.checked) off.delete(box.value);
      else off.add(box.value);
    }
    const value = [...off].join(' ');
    document.documentElement.dataset['off'] = value;
    try {
      localStorage.setItem(storageKey, value);
    } catch {
      // Where storage is forbidden the choice lasts as long as the page.
    }
  }

  #boxes(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll<HTMLInputElement>('input');
  }
}
