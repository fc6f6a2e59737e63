/**
 * `<reader-notebook>`: all entries, by document, with their notes; to change, delete, export and import.
 */
import { unknownDocument } from '../../core/notebook-files.ts';
import { notebookName } from './begin.ts';
import { button, element, link, statusLine } from './elements.ts';
import { EntryItem, type Listed } from './entry-item.ts';
import { exportNotebook, importNotebook, takeOver } from './files.ts';
import { formerNotebooks, Refused, Store } from './store.ts';

const shownAtOnce = 100;

class ReaderNotebook extends HTMLElement {
  readonly #status = statusLine();
  readonly #tools = element('div', 'tools');
  readonly #list = element('div', '');
  readonly #documents = new Map<string, Listed>();
  #store!: Store;

  connectedCallback(): void {
    this.append(this.#tools, this.#status, this.#list);
    void this.#try(async () => {
      this.#store = await Store.open(notebookName()!);
      // What another tab has changed is shown, but not while something is written here.
      this.#store.onChange(() => {
        if (!this.querySelector('textarea')) void this.#try(() => this.#show());
      });
      await this.#readDocuments();
      await this.#show();
    });
  }

  async #readDocuments(): Promise<void> {
    try {
      const answer = await fetch(this.dataset['documents']!);
      for (const each of (await answer.json()) as Listed[])
        this.#documents.set(each.id, { ...each, address: each.address ?? new URL(each.path, location.href).href });
    } catch {
      this.#say('The titles of the documents could not be loaded: they are shown by their addresses.');
    }
  }

  #listed(id: string): Listed {
    const path = `${this.dataset['base']}documents/${id}/`;
    return this.#documents.get(id) ?? { id, path, ...unknownDocument(id, new URL(path, location.href).href) };
  }

  async #show(): Promise<void> {
    const kept = await this.#store.documents();
    const order = [...this.#documents.keys()];
    const inOrder = kept.sort((a, b) => (order.indexOf(a) + 1 || Infinity) - (order.indexOf(b) + 1 || Infinity) || (a < b ? -1 : 1));
    const sections: HTMLElement[] = [];
    let here = 0;
    for (const id of inOrder) {
      const { section, count } = await this.#section(this.#listed(id));
      sections.push(section);
      here += count;
    }
    const count = await this.#store.count();
    this.#showTools(count);
    this.#list.replaceChildren(...(count === 0 ? this.#empty() : sections));
    if (count > here) this.#list.append(unreadable(count - here));
    if (count === 0) this.#list.append(...(await this.#former()));
  }

  async #section(listed: Listed): Promise<{ section: HTMLElement; count: number }> {
    const count = await this.#store.countOf(listed.id);
    const section = element('section', '');
    const head = element('h2', '');
    const title = this.#documents.has(listed.id) ? link(listed.title, listed.path) : element('span', '', listed.title);
    if (listed.language) Object.assign(title, { lang: listed.language, dir: listed.direction });
    head.append(title);
    const items = element('ol', 'entries');
    section.append(head);
    if (!this.#documents.has(listed.id) && this.#documents.size > 0)
      section.append(element('p', 'small', 'This document is not in the edition, or no longer. What you wrote on it is kept.'));
    section.append(items);
    await this.#more(listed, items, 0, count);
    return { section, count };
  }

  /** So many more entries of a document, and a button for the rest. */
  async #more(listed: Listed, items: HTMLElement, from: number, count: number): Promise<void> {
    const { entries, unreadable: strange } = await this.#store.entriesOf(listed.id, shownAtOnce, from);
    const made = entries.map((entry) => new EntryItem(entry, listed, this.#store, (told, undo) => this.#say(told, undo)));
    items.append(...made.map(({ element }) => element));
    if (strange > 0) items.after(unreadable(strange));
    const rest = count - from - shownAtOnce;
    if (rest <= 0) return;
    const more = button(`${rest.toLocaleString('en')} more`, () => {
      more.remove();
      void this.#try(() => this.#more(listed, items, from + shownAtOnce, count));
    });
    items.after(more);
  }

  #showTools(count: number): void {
    const into = element('input', '');
    Object.assign(into, { type: 'file', accept: '.json,.jsonld,application/json,application/ld+json', hidden: true });
    into.addEventListener('change', () => {
      const [file] = into.files ?? [];
      if (file) void this.#import(file);
    });
    const out = (['markdown', 'json', 'annotations'] as const).map((format) =>
      button({ markdown: 'Markdown', json: 'JSON', annotations: 'Web Annotations' }[format], () => void this.#export(format)),
    );
    const exporting = element('span', 'group', count > 0 ? 'Export as ' : '');
    exporting.setAttribute('role', 'group');
    exporting.setAttribute('aria-label', 'Export');
    exporting.append(...out);
    this.#tools.replaceChildren(
      ...(count > 0 ? [element('span', 'count', count === 1 ? 'One entry' : `${count.toLocaleString('en')} entries`), exporting] : []),
      button('Import …', () => into.click()),
      ...(count > 0 ? [button('Delete all …', () => this.#confirm(count))] : []),
      into,
    );
  }

  async #export(format: Parameters<typeof exportNotebook>[1]): Promise<void> {
    await this.#try(async () => {
      const written = await exportNotebook(
        this.#store,
        format,
        (id) => this.#listed(id),
        [...this.#documents.keys()],
        (done) => this.#say(`${done.toLocaleString('en')} entries written …`),
      );
      this.#say(`${entries(written)} exported.`);
    });
  }

  async #import(file: File): Promise<void> {
    await this.#try(async () => {
      const report = await importNotebook(this.#store, file, new Set(this.#documents.keys()), (told) => this.#say(told));
      await this.#show();
      this.#say(report[0]!);
      if (report.length === 1) return;
      const list = element('ul', 'report');
      list.append(...report.slice(1).map((line) => element('li', '', line)));
      this.#status.append(list);
    });
  }

  #confirm(count: number): void {
    const dialog = element('dialog', 'notebook-dialog');
    const head = element('h2', '', `Delete ${count === 1 ? 'the entry' : `all ${count.toLocaleString('en')} entries`}?`);
    head.id = 'page-delete';
    dialog.setAttribute('aria-labelledby', head.id);
    const row = element('div', 'row');
    const stay = button('Keep them', () => dialog.close());
    row.append(
      stay,
      button('Delete all', () => {
        dialog.close();
        void this.#try(async () => {
          await this.#store.clear();
          await this.#show();
          this.#say('All is deleted.');
        });
      }),
    );
    dialog.append(head, element('p', '', 'They cannot be brought back. What you have exported can be imported again.'), row);
    dialog.addEventListener('close', () => dialog.remove());
    this.append(dialog);
    dialog.showModal();
    stay.focus();
  }

  #empty(): HTMLElement[] {
    const begin = element('p', '');
    begin.append(
      'Nothing is in it yet. Open a ',
      link('document', `${this.dataset['base']}documents/`),
      ' and select some words, with the pointer or the keyboard: a small bar beside them offers to highlight them, to write a note on them, to cite them, and to copy a link to them.',
    );
    return [begin];
  }

  /** Where the edition has been renamed, the notebook that was kept under its former title. */
  async #former(): Promise<HTMLElement[]> {
    const names = await formerNotebooks(notebookName()!);
    return names.map((name) => {
      const title = name.replace(/^variorum-notebook \S+ /, '');
      const line = element('p', 'small', 'At this address a notebook is kept for an edition with the title “');
      const bring = button('Take over what is in it', () => {
        void this.#try(async () => {
          const taken = await takeOver(this.#store, name);
          await this.#show();
          this.#say(`${entries(taken)} taken over. The other notebook is as it was.`);
        });
      });
      line.append(element('bdi', '', title), '”. ', bring);
      return line;
    });
  }

  #say(told: string, undo?: () => Promise<void>): void {
    this.#status.textContent = told;
    if (!undo) return;
    this.#status.append(
      ' ',
      button('Undo', () => {
        void this.#try(async () => {
          await undo();
          await this.#show();
          this.#say('It is back.');
        });
      }),
    );
  }

  async #try(call: () => Promise<void>): Promise<void> {
    try {
      await call();
    } catch (error) {
      this.#say(error instanceof Refused ? error.message : 'This could not be done. Reload the page, and try again.');
    }
  }
}

function entries(count: number): string {
  return count === 1 ? 'One entry' : `${count.toLocaleString('en')} entries`;
}

function unreadable(count: number): HTMLElement {
  const told = count === 1 ? 'One thing stored here is no entry' : `${count.toLocaleString('en')} things stored here are no entries`;
  return element('p', 'small', `${told}, and cannot be shown. It stays where it is until all is deleted.`);
}

customElements.define('reader-notebook', ReaderNotebook);
