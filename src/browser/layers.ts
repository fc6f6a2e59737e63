/**
 * The lenses and the switches of a document's layers, and the choice of kinds in the glossary. What is off stands in `data-off` of
 * `<html>`, whoever wrote it: `public/reader.js` before the first paint, a switch, or a jump to what was hidden.
 */
import type { Layer, Lens } from '../core/reader.ts';
import { keep, reader } from './reader.ts';

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

/** The layers that are off. */
export function layersOff(): Layer[] {
  return (document.documentElement.dataset['off'] ?? '').split(' ').filter(Boolean) as Layer[];
}

/** What the reader wants off, from now on: kept, and in the address, so that it can be shared. */
export function switchOff(off: readonly Layer[]): void {
  keep({ off });
  const address = new URL(location.href);
  const lens = lensOf(off);
  address.searchParams.delete(lens ? 'off' : 'lens');
  // A comma may stand in an address as it is.
  if (lens) address.searchParams.set('lens', lens);
  else address.searchParams.set('off', off.join(','));
  try {
    history.replaceState(history.state, '', address.href.replaceAll('%2C', ','));
  } catch {
    // Some browsers refuse it when it is called very often: what shows is right without.
  }
}

/** The lens that leaves out exactly these layers. */
function lensOf(off: readonly Layer[]): Lens | undefined {
  const lenses = Object.entries(reader.lenses) as [Lens, readonly Layer[]][];
  return lenses.find(([, out]) => out.length === off.length && out.every((layer) => off.includes(layer)))?.[0];
}

class LayerSwitches extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', (event) => this.#switch(event.target as HTMLInputElement));
    new MutationObserver(() => this.#show()).observe(document.documentElement, { attributeFilter: ['data-off'] });
    // A browser may put back what stood in the boxes.
    addEventListener('pageshow', () => this.#show());
    this.#show();
  }

  /** Layers that this page has no switch for stay as they were chosen elsewhere. */
  #switch({ name, value, checked }: HTMLInputElement): void {
    const off = layersOff().filter((layer) => layer !== value);
    switchOff(name === 'lens' ? reader.lenses[value as Lens] : checked ? off : [...off, value as Layer]);
  }

  #show(): void {
    const off = layersOff();
    const lens = lensOf(off);
    for (const box of this.querySelectorAll('input'))
      box.checked = box.name === 'lens' ? box.value === lens : !off.includes(box.value as Layer);
    silence(new Set<string>(off));
  }
}

/** What does not show is not said either: a mark is plain words again, and a term that is off is no link. */
function silence(off: ReadonlySet<string>): void {
  for (const mark of document.querySelectorAll<HTMLElement>('.text mark[data-kind]')) {
    const silent = mark.dataset['kind']!.split(' ').every((kind) => off.has(kind));
    if (silent) mark.setAttribute('role', 'none');
    else mark.removeAttribute('role');
  }
  const [from, to] = off.has('terms') ? ['href', 'data-href'] : ['data-href', 'href'];
  for (const link of document.querySelectorAll(`.text a[data-term][${from}]:not(.notes *)`)) {
    link.setAttribute(to, link.getAttribute(from)!);
    link.removeAttribute(from);
    if (to === 'href') link.setAttribute('role', 'doc-glossref');
    else link.removeAttribute('role');
  }
}
