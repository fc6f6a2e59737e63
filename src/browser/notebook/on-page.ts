/**
 * The notebook on the page of a document: words that are selected can be marked, noted, cited and linked to; what is kept is drawn,
 * and opens.
 */
import { partsOf, type Entry } from '../../core/notebook.ts';
import type { Span } from '../../core/model.ts';
import { fragmentFor } from '../../core/text-fragment.ts';
import { copyText } from './copy.ts';
import { draw, drawnAt, place, type Placed } from './draw.ts';
import { button, element, link, statusLine } from './elements.ts';
import { changeLine, entryPanel } from './entry-panel.ts';
import { Float } from './float.ts';
import { HereList } from './here-list.ts';
import { entriesFor } from './mark.ts';
import { rangeOf, shownIn, spanOf, wordsOf, type PageWords } from './page-words.ts';
import { Refused, Store } from './store.ts';

/** So many entries of one document are drawn; all are in the notebook. */
const mostDrawn = 2000;
const keptHere = 'It is kept in this browser, on this device, and nowhere else; your notebook shows, exports and deletes it.';

/** @param text the words of the page's document; `name` is the notebook's */
export async function openNotebook(text: HTMLElement, name: string): Promise<void> {
  const page = new OnPage(text);
  page.follow();
  await page.read(name);
}

class OnPage {
  readonly #text: HTMLElement;
  readonly #words: PageWords;
  readonly #document: string;
  readonly #float = new Float();
  readonly #list = new HereList((each) => this.#openEntry(each, true));
  readonly #notebook = document.querySelector<HTMLAnchorElement>('#page-notebook')!.href;
  #store: Store | undefined;
  #refusal = 'The notebook is still being opened. Try again.';
  #placed: readonly Placed[] = [];
  /** What is selected, or undefined where nothing is that could be kept. */
  #selected: Span | undefined;
  /** Whether an entry is open in the panel. */
  #open = false;
  #timer = 0;
  #pressed = false;

  constructor(text: HTMLElement) {
    this.#text = text;
    this.#words = wordsOf(text);
    this.#document = text.closest<HTMLElement>('[data-document]')!.dataset['document']!;
  }

  /** Follow the selection from now on, the one that stands first. */
  follow(): void {
    document.addEventListener('selectionchange', () => this.#wait(300));
    document.addEventListener('pointerdown', (event) => {
      this.#pressed = true;
      if (!this.#float.element.contains(event.target as Node)) this.#float.close();
    });
    for (const type of ['pointerup', 'pointercancel']) {
      document.addEventListener(type, () => {
        this.#pressed = false;
        this.#wait(30);
      });
    }
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('keydown', (event) => this.#key(event));
    // A press in the panel leaves the selection as it is.
    this.#float.element.addEventListener('mousedown', (event) => {
      if (!(event.target as Element).closest('textarea, input, label, a, .citation')) event.preventDefault();
    });
    this.#wait(60);
  }

  /** Open the store and draw what is in it. */
  async read(name: string): Promise<void> {
    try {
      this.#store = await Store.open(name);
      this.#store.onChange(() => void this.#redraw());
    } catch (error) {
      this.#refusal = sentence(error);
    }
    await this.#redraw();
  }

  async #redraw(): Promise<void> {
    try {
      if (!this.#store) return;
      const { entries } = await this.#store.entriesOf(this.#document, mostDrawn);
      this.#placed = await place(entries, this.#words);
      draw(this.#placed);
      this.#list.show(this.#placed, this.#notebook);
    } catch (error) {
      this.#refusal = sentence(error);
    }
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#look(), milliseconds);
  }

  /** Show the bar beside what is selected. */
  #look(): void {
    const selection = getSelection();
    const range = selection?.type === 'Range' ? selection.getRangeAt(0) : undefined;
    if (this.#pressed || this.#open || this.#float.hasFocus || this.#float.element.contains(range?.startContainer ?? null)) return;
    const span = range && this.#isOurs(range) ? spanOf(range, this.#words) : undefined;
    if (span && span.start === this.#selected?.start && span.end === this.#selected.end && this.#float.isOpen) return;
    const had = this.#selected;
    this.#selected = span && partsOf(span, this.#words).length > 0 ? span : undefined;
    if (this.#selected) this.#showBar(this.#selected);
    else if (had) this.#float.close();
  }

  /** Words of notes are not the document's. */
  #isOurs({ startContainer, endContainer }: Range): boolean {
    return [startContainer, endContainer].every((node) => {
      const at = node instanceof Element ? node : node.parentElement;
      return at !== null && this.#text.contains(at) && !at.closest('.notes');
    });
  }

  #showBar(span: Span): void {
    const status = statusLine();
    const row = element('div', 'row');
    row.append(
      button('Highlight', () => void this.#mark(span, false)),
      button('Note', () => void this.#mark(span, true)),
      button('Cite', () => void this.#cite(span)),
      button('Copy link', () => void copyText(this.#addressOf(span), status)),
      link('Notebook', this.#notebook),
    );
    this.#float.open('The selected words', [row, status], rangeOf(span, this.#words));
  }

  /** Keep the words, an entry for each block; and open the first, to write on it. */
  async #mark(span: Span, write: boolean): Promise<void> {
    const entries = entriesFor(span, this.#words, this.#document);
    if (typeof entries === 'string') return this.#say(entries);
    try {
      const store = this.#opened();
      const first = (await store.count()) === 0;
      await store.put(entries);
      await this.#redraw();
      getSelection()?.removeAllRanges();
      this.#selected = undefined;
      const made = this.#placed.find(({ entry }) => entry.id === entries[0]!.id);
      const told = entries.length > 1 ? `Highlighted, an entry for each of ${entries.length} paragraphs.` : 'Highlighted.';
      if (made) this.#openEntry(made, write, first ? `${told} ${keptHere}` : write ? '' : told);
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  #opened(): Store {
    if (!this.#store) throw new Refused(this.#refusal);
    return this.#store;
  }

  #say(told: string): void {
    const status = this.#float.element.querySelector('.status');
    if (status) status.textContent = told;
  }

  #openEntry(placed: Placed, write: boolean, told = ''): void {
    const { entry, range, changed, span } = placed;
    const from = document.activeElement;
    const line = element('p', 'told', told);
    line.setAttribute('role', 'status');
    const panel = entryPanel(entry, [...(told ? [line] : []), ...(changed || !range ? [changeLine(entry, !range)] : [])], {
      keep: async (next) => {
        await this.#opened().put([next]);
        await this.#redraw();
      },
      remove: () => this.#remove(entry.id, range),
      copyLink: (status) => void copyText(this.#addressOf(span, entry), status),
      close: () => this.#float.close(),
      notebook: this.#notebook,
    });
    if (range) reveal(range);
    this.#float.open(panel.name, panel.content, range, () => {
      const inside = this.#float.hasFocus || document.activeElement === document.body;
      this.#open = false;
      panel.end();
      if (inside && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    });
    this.#open = true;
    if (write) panel.field.focus();
  }

  async #remove(id: string, range: Range | undefined): Promise<void> {
    const store = this.#opened();
    const kept = this.#placed.find(({ entry }) => entry.id === id)?.entry;
    await store.remove(id);
    await this.#redraw();
    const row = element('div', 'row');
    const status = statusLine();
    const undo = button('Undo', () => {
      this.#float.close();
      if (kept) void store.put([kept]).then(() => this.#redraw());
    });
    row.append(status, undo);
    this.#float.open('Removed', [row], range);
    status.textContent = 'Removed.';
    undo.focus();
  }

  async #cite(span: Span): Promise<void> {
    const { citeCard } = await import('../cite.ts');
    const number = document.querySelector<HTMLAnchorElement>(`#p${partsOf(span, this.#words)[0]?.block.number} .number`);
    const card = number && citeCard(number);
    if (card) this.#float.open('Cite the selected words', [card], rangeOf(span, this.#words));
    else this.#say('The footnotes of a source have no number to cite.');
  }

  #addressOf(span: Span | undefined, entry?: Entry): string {
    const address = document.querySelector<HTMLElement>('#page-cite')?.dataset['address'] ?? location.origin + location.pathname;
    if (!span) return `${address}#p${entry?.block}`;
    return address + fragmentFor(partsOf(span, this.#words)[0]?.block.number ?? 0, shownIn(span, this.#words));
  }

  #click(event: MouseEvent): void {
    const at = event.target as Element;
    if (!this.#text.contains(at) || at.closest('a, button, summary, .notes') || getSelection()?.type === 'Range') return;
    const placed = drawnAt(event.clientX, event.clientY, this.#placed);
    if (placed) this.#openEntry(placed, false);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#float.isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = this.#float.hasFocus;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#float.close();
    } else if (event.key === 'Tab') {
      this.#float.takeTab(event);
    } else if (event.key === 'h' && !inside && this.#selected && document.documentElement.dataset['keys'] !== 'off') {
      event.preventDefault();
      void this.#mark(this.#selected, false);
    }
  }
}

/** Open what holds a range, and bring it into sight. */
function reveal(range: Range): void {
  const at = range.startContainer.parentElement;
  for (let details = at?.closest('details'); details; details = details.parentElement?.closest('details')) details.open = true;
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight - 60) at?.scrollIntoView({ block: 'center' });
}

function sentence(error: unknown): string {
  return error instanceof Refused ? error.message : 'The notebook could not be read.';
}
