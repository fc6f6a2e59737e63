/**
 * One entry in the notebook: its words with the way to them, its note to be changed, and a button to delete it. When it comes into
 * sight its place is looked up in its document as it is now.
 */
import { formatEdtf } from '../../core/edtf.ts';
import type { Known } from '../../core/notebook-files.ts';
import type { Entry } from '../../core/notebook.ts';
import { fragmentFor, shownOf } from '../../core/text-fragment.ts';
import { button, element, link, noteField, short } from './elements.ts';
import { placeOf } from './look-up.ts';
import { Refused, type Store } from './store.ts';

/** A document of the edition, as `documents.json` has it. */
export interface Listed extends Known {
  readonly id: string;
  readonly language?: string;
  readonly direction?: string;
  /** On this host. */
  readonly path: string;
}

/** Says what was done, and offers to undo it. */
type Say = (told: string, undo?: () => Promise<void>) => void;

export class EntryItem {
  readonly element = element('li', 'entry-of');
  readonly #listed: Listed;
  readonly #store: Store;
  readonly #say: Say;
  readonly #state = element('span', 'aside');
  readonly #address: HTMLAnchorElement;
  #entry: Entry;

  constructor(entry: Entry, listed: Listed, store: Store, say: Say) {
    this.#entry = entry;
    this.#listed = listed;
    this.#store = store;
    this.#say = say;
    this.#address = link(placeName(entry.block), listed.path + fragmentFor(entry.block, shownOf(entry.quote)));
    this.#address.setAttribute('aria-label', `${placeName(entry.block)}: “${short(entry.quote.exact)}”`);
    this.#show();
    // What the edition does not have cannot be looked at.
    if (listed.language) soon(this.element, () => void this.#lookUp());
  }

  #show(): void {
    const { quote, note, changed } = this.#entry;
    const words = element('blockquote', '');
    const text = element('bdi', '', quote.exact.replaceAll(/\s+/g, ' ').trim());
    if (this.#listed.language) text.lang = this.#listed.language;
    words.append(text);
    const row = element('div', 'row');
    const edit = button(note ? 'Change the note' : 'Write a note', () => this.#edit());
    const remove = button('Delete', () => void this.#remove());
    for (const each of [edit, remove]) each.setAttribute('aria-label', `${each.textContent}: “${short(quote.exact)}”`);
    const when = element('time', '', formatEdtf(changed.slice(0, 10)));
    when.dateTime = changed;
    row.append(this.#address, this.#state, when, edit, remove);
    this.element.replaceChildren(words, ...(note ? [element('p', 'own', note)] : []), row);
  }

  #edit(): void {
    const field = noteField(this.#entry.note, `Your note on “${short(this.#entry.quote.exact)}”`);
    const row = element('div', 'row');
    const done = button('Done', () => void this.#keep(field));
    row.append(
      done,
      button('Leave it as it was', () => {
        this.#show();
        this.element.querySelector('button')?.focus();
      }),
    );
    this.element.replaceChildren(this.element.firstElementChild!, field, row);
    field.focus();
  }

  async #keep(field: HTMLTextAreaElement): Promise<void> {
    const next = { ...this.#entry, note: field.value, changed: new Date().toISOString() };
    try {
      await this.#store.put([next]);
      this.#entry = next;
      this.#show();
      this.#say('Kept.');
      this.element.querySelector('button')?.focus();
    } catch (error) {
      this.#say(error instanceof Refused ? error.message : 'The note could not be kept.');
    }
  }

  async #remove(): Promise<void> {
    try {
      await this.#store.remove(this.#entry.id);
      const next = (this.element.nextElementSibling ?? this.element.previousElementSibling)?.querySelector('a');
      this.element.remove();
      this.#say('Deleted.', () => this.#store.put([this.#entry]));
      next?.focus();
    } catch (error) {
      this.#say(error instanceof Refused ? error.message : 'It could not be deleted.');
    }
  }

  async #lookUp(): Promise<void> {
    const found = await placeOf(this.#entry, this.#listed.path);
    if (found === 'unknown') return;
    if (found === 'lost') {
      this.#state.textContent = 'without a place: these words are no longer in the text';
      this.#address.href = this.#listed.path;
      return;
    }
    if (found.changed) this.#state.textContent = 'the text has changed';
    this.#address.textContent = placeName(found.block);
    this.#address.href = this.#listed.path + found.fragment;
  }
}

function placeName(block: number): string {
  return block > 0 ? `¶\u00a0${block}` : 'Footnotes of the source';
}

const calls = new WeakMap<Element, () => void>();
const watcher = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      calls.get(target)?.();
    }
  },
  { rootMargin: '200px' },
);

/** Do something when an element comes near. */
function soon(element: Element, act: () => void): void {
  calls.set(element, act);
  watcher.observe(element);
}
