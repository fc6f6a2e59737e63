/**
 * The panel of one entry: its note, kept as it is written; and what else can be done with it.
 */
import type { Entry } from '../../core/notebook.ts';
import { button, element, link, noteField, short, statusLine } from './elements.ts';

/** What a panel asks of the page. Both throw a sentence for the reader where they cannot. */
export interface Acts {
  readonly keep: (entry: Entry) => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly copyLink: (status: HTMLElement) => void;
  readonly close: () => void;
  /** The address of the notebook. */
  readonly notebook: string;
}

export interface Panel {
  readonly name: string;
  readonly content: readonly Node[];
  readonly field: HTMLTextAreaElement;
  /** Keep what is written and not kept yet: when the panel is closed. */
  readonly end: () => void;
}

/** @param told what the reader should know first */
export function entryPanel(entry: Entry, told: readonly Node[], acts: Acts): Panel {
  const name = `Your note on “${short(entry.quote.exact)}”`;
  const field = noteField(entry.note, name);
  const status = statusLine();
  const closed = new AbortController();
  let [kept, timer, removed] = [entry, 0, false];
  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    if (removed || field.value === kept.note) return;
    const next = { ...kept, note: field.value, changed: new Date().toISOString() };
    try {
      await acts.keep(next);
      kept = next;
      status.textContent = 'Kept.';
    } catch (error) {
      status.textContent = `${(error as Error).message} Copy your note before you close the page.`;
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), 500);
  });
  addEventListener('pagehide', () => void keep(), { signal: closed.signal });
  const remove = async (): Promise<void> => {
    await keep();
    removed = true;
    try {
      await acts.remove();
    } catch (error) {
      removed = false;
      status.textContent = (error as Error).message;
    }
  };
  const row = element('div', 'row');
  row.append(
    button('Done', acts.close),
    button('Remove', () => void remove()),
    button('Copy link', () => acts.copyLink(status)),
    link('Notebook', acts.notebook),
  );
  return {
    name,
    content: [...told, field, row, status],
    field,
    end: () => {
      void keep();
      closed.abort();
    },
  };
}

/** What to say of an entry whose words have changed or are gone. */
export function changeLine({ quote }: Entry, lost: boolean): HTMLElement {
  const line = element('p', 'was', lost ? 'Its words are no longer in this text: ' : 'The text has changed. Your words were: ');
  line.append(element('bdi', '', short(quote.exact, 200)));
  return line;
}
