/**
 * The notebook on the page of a document: words that are selected can be marked, noted, cited and linked to; what is kept is drawn,
 * and opens.
 */
import { partsOf, type Entry } from '../../core/notebook.ts';
import type { Span } from '../../core/model.ts';
import { fragmentFor } from '../../core/text-fragment.ts';
import { areKeysOff } from '../keys.ts';
import { copyText } from './copy.ts';
import { drawnAt, type Placed } from './draw.ts';
import { button, element, link, statusLine } from './elements.ts';
import { changeLine, entryPanel } from './entry-panel.ts';
import { Float } from './float.ts';
import { HereList } from './here-list.ts';
import { Kept, sentence } from './kept.ts';
import { entriesFor } from './mark.ts';
import { rangeOf, shownIn, spanOf, wordsOf } from './page-words.ts';
import { followSelection } from './selecting.ts';

const keptHere = 'It is kept in this browser, on this device, and nowhere else; your notebook shows, exports and deletes it.';

/** The notebook, opened on a page. */
export interface Opened {
  /** Keep the document's words in a range, and show the entry. @param write whether a note is to be written on it */
  readonly keep: (range: Range, write: boolean) => Promise<void>;
}

/**
 * Begin to follow what is selected, and to read what is kept: who keeps words meanwhile waits for it.
 * @param text the words of the page's document; `name` is the notebook's; `byKey` whether words were selected by keyboard
 */
export function openNotebook(text: HTMLElement, name: string, byKey: boolean): Opened {
  const page = new OnPage(text);
  page.follow(byKey);
  void page.read(name);
  return page;
}

class OnPage implements Opened {
  readonly #text: HTMLElement;
  readonly #words;
  readonly #document: string;
  readonly #float = new Float();
  readonly #notebook = document.querySelector<HTMLAnchorElement>('#page-notebook')!.href;
  readonly #list = new HereList(this.#notebook, (each) => this.#openEntry(each, true));
  readonly #kept: Kept;
  /** Says what only who sees would know. */
  readonly #said = statusLine();
  /** What is selected, or undefined where nothing is that could be kept. */
  #selected: Span | undefined;
  /** Whether words are being kept. */
  #marking = false;
  /** Whether an entry is open in the panel. */
  #open = false;

  constructor(text: HTMLElement) {
    this.#text = text;
    this.#words = wordsOf(text);
    this.#document = text.closest<HTMLElement>('[data-document]')!.dataset['document']!;
    this.#kept = new Kept(this.#words, this.#document, this.#list);
    this.#said.className = 'notebook-said';
    document.querySelector('main')!.append(this.#said);
  }

  follow(byKey: boolean): void {
    followSelection({
      text: this.#text,
      words: this.#words,
      byKey,
      isBusy: (at) => this.#open || this.#float.hasFocus || this.#float.element.contains(at),
      selected: (span, byKey) => this.#select(span, byKey),
    });
    document.addEventListener('pointerdown', (event) => {
      // What is pressed in a card leaves the selection, and so the bar, as it was.
      if (!(event.target as Element).closest('.notebook-float, .card')) this.#float.close();
    });
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('keydown', (event) => this.#key(event));
    // A press in the panel leaves the selection as it is.
    this.#float.element.addEventListener('mousedown', (event) => {
      if (!(event.target as Element).closest('textarea, input, label, a, .citation')) event.preventDefault();
    });
  }

  read(name: string): Promise<void> {
    return this.#kept.open(name);
  }

  async keep(range: Range, write: boolean): Promise<void> {
    const span = spanOf(range, this.#words);
    if (span) await this.#mark(span, write);
    // From a button that was pressed by key, which is gone.
    if (this.#open && !this.#float.hasFocus && document.activeElement?.matches(':focus-visible')) this.#float.enter();
  }

  /** Show the bar beside what is selected. */
  #select(span: Span | undefined, byKey: boolean): void {
    if (span && span.start === this.#selected?.start && span.end === this.#selected.end && this.#float.isOpen) return;
    const had = this.#selected;
    this.#selected = span;
    if (span) this.#showBar(span);
    else if (had) this.#float.close();
    // Once, not for every word that is added.
    if (!span || !byKey) this.#said.textContent = '';
    else if (!had)
      this.#said.textContent = areKeysOff() ? 'Selected. Tab: highlight, note and more.' : 'Selected. H: highlight. Tab: note and more.';
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
    if (this.#marking) return;
    this.#marking = true;
    try {
      const selected = this.#selected;
      const first = await this.#kept.put(entries);
      // Unless other words were selected meanwhile.
      if (this.#selected === selected) {
        getSelection()?.removeAllRanges();
        this.#selected = undefined;
      }
      const made = this.#kept.find(entries[0]!.id);
      const told = entries.length > 1 ? `Highlighted, an entry for each of ${entries.length} paragraphs.` : 'Highlighted.';
      if (made) this.#openEntry(made, write, first ? `${told} ${keptHere}` : write ? '' : told);
      else this.#say(told);
    } catch (error) {
      this.#say(sentence(error));
    } finally {
      this.#marking = false;
    }
  }

  #say(told: string): void {
    if (!this.#float.isOpen) this.#float.open('The notebook', [statusLine()], undefined);
    const status = this.#float.element.querySelector('.status');
    if (status) status.textContent = told;
  }

  #openEntry(placed: Placed, write: boolean, told = ''): void {
    const { entry, range, changed, span } = placed;
    const line = element('p', 'told', told);
    line.setAttribute('role', 'status');
    const panel = entryPanel(entry, [...(told ? [line] : []), ...(changed || !range ? [changeLine(entry, !range)] : [])], {
      keep: async (next) => void (await this.#kept.put([next])),
      remove: () => this.#remove(entry.id, range),
      copyLink: (status) => void copyText(this.#addressOf(span, entry), status),
      close: () => this.#float.close(),
      notebook: this.#notebook,
    });
    if (range) reveal(range);
    this.#float.open(panel.name, panel.content, range, {
      onClose: () => {
        this.#open = false;
        panel.end();
      },
      insteadOf: () => this.#list.buttonOf(entry.id),
    });
    this.#open = true;
    if (write) panel.field.focus();
  }

  async #remove(id: string, range: Range | undefined): Promise<void> {
    const kept = this.#kept.find(id)?.entry;
    await this.#kept.remove(id);
    const row = element('div', 'row');
    const status = statusLine();
    const undo = button('Undo', () => {
      this.#float.close();
      if (kept) this.#kept.put([kept]).catch((error: unknown) => this.#say(sentence(error)));
    });
    row.append(status, undo);
    this.#float.open('Removed', [row], range, { insteadOf: () => this.#list.buttonOf(id) ?? this.#list.first });
    status.textContent = 'Removed.';
    undo.focus();
  }

  async #cite(span: Span): Promise<void> {
    const { citeCard } = await import('../cite.ts');
    const number = document.querySelector<HTMLAnchorElement>(`#p${partsOf(span, this.#words)[0]?.block.number} .number`);
    const card = number && citeCard(number, false);
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
    if (!this.#text.contains(at) || event.defaultPrevented || at.closest('a, button, summary, .notes') || getSelection()?.type === 'Range')
      return;
    const placed = drawnAt(event.clientX, event.clientY, this.#kept.placed);
    if (placed) this.#openEntry(placed, false);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#float.isOpen || document.querySelector('dialog:modal')) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = this.#float.hasFocus;
    if (event.key === 'Escape') {
      // A preview that was opened since is closed first.
      if (!inside && document.querySelector('.card:not(.pinned)')) return;
      event.preventDefault();
      this.#float.close();
    } else if (event.key === 'Tab') {
      this.#float.takeTab(event);
    } else if (event.key === 'h' && !inside && this.#selected && !areKeysOff()) {
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
