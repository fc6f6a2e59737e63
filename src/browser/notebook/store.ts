/**
 * Where entries are kept: in the reader's browser, in a database for each edition. What is read from it may be anything that some
 * script of this host has put there; what is no entry is passed over, and stays.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { entryOf, mostEntries, sameEntry, type Entry } from '../../core/notebook.ts';
import { flagOf } from './begin.ts';

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { place: [string, number] } };
}

/** Why nothing can be kept or read, as a sentence for the reader. */
export class Refused extends Error {}

const version = 1;

export class Store {
  readonly #name: string;
  readonly #database: IDBPDatabase<Schema>;
  readonly #channel: BroadcastChannel | undefined;

  /** Opens the notebook of an edition. @throws Refused */
  static async open(name: string): Promise<Store> {
    try {
      const database = await openDB<Schema>(name, version, {
        upgrade: (made) => void made.createObjectStore('entries', { keyPath: 'id' }).createIndex('place', ['document', 'block']),
        // Another tab with a later version shall not wait for this one.
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      });
      return new Store(name, database);
    } catch (error) {
      throw refused(error);
    }
  }

  private constructor(name: string, database: IDBPDatabase<Schema>) {
    this.#name = name;
    this.#database = database;
    this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  }

  /** Call a function when another tab has changed something. */
  onChange(call: () => void): void {
    let timer = 0;
    this.#channel?.addEventListener('message', () => {
      clearTimeout(timer);
      timer = window.setTimeout(call, 100);
    });
  }

  async count(): Promise<number> {
    return this.#try(() => this.#database.count('entries'));
  }

  /** How many stand on a document, be they entries or not. */
  async countOf(document: string): Promise<number> {
    return this.#try(() => this.#database.countFromIndex('entries', 'place', on(document)));
  }

  /** The documents that something is kept on. */
  async documents(): Promise<string[]> {
    return this.#try(async () => {
      const found: string[] = [];
      const index = this.#database.transaction('entries').store.index('place');
      let cursor = await index.openKeyCursor();
      while (cursor) {
        const [document, block]: readonly unknown[] = cursor.key;
        if (typeof document === 'string' && found.at(-1) !== document) found.push(document);
        // To the next document at once, where nothing strange stands between.
        cursor = await (typeof block === 'number' ? cursor.continue([document, []] as never) : cursor.continue());
      }
      return found;
    });
  }

  /** So many entries on a document, by their blocks, from one on; and how many there were of something else. */
  async entriesOf(document: string, most: number, from = 0): Promise<{ entries: Entry[]; unreadable: number }> {
    return this.#try(async () => {
      const entries: Entry[] = [];
      let unreadable = 0;
      let cursor = await this.#database.transaction('entries').store.index('place').openCursor(on(document));
      if (cursor && from > 0) cursor = await cursor.advance(from);
      for (; cursor && entries.length + unreadable < most; cursor = await cursor.continue()) {
        const entry = entryOf(cursor.value);
        if (typeof entry === 'string') unreadable++;
        else entries.push(entry);
      }
      return { entries: entries.sort((a, b) => a.block - b.block || (a.created < b.created ? -1 : 1)), unreadable };
    });
  }

  /** Keep entries, new or changed. @throws Refused where the notebook is full, the browser's room too, or storing is not allowed */
  async put(entries: readonly Entry[]): Promise<void> {
    await this.#try(async () => {
      const transaction = this.#database.transaction('entries', 'readwrite');
      const held = await transaction.store.count();
      const keys = await Promise.all(entries.map(({ id }) => transaction.store.getKey(id)));
      if (held + keys.filter((key) => key === undefined).length > mostEntries) throw full();
      await Promise.all([...entries.map((entry) => transaction.store.put(entry)), transaction.done]);
    });
    this.#changed(true);
  }

  /**
   * Take in entries from a file. One that is here already is passed over; one that is here and says something else stands beside it
   * afterwards: nothing is written over.
   * @returns how many were new
   */
  async take(entries: readonly Entry[]): Promise<{ taken: number; full: boolean }> {
    const result = await this.#try(async () => {
      const { store, done } = this.#database.transaction('entries', 'readwrite');
      const [held, first] = await Promise.all([store.count(), Promise.all(entries.map(({ id }) => store.get(id)))]);
      const taken = new Map<string, Entry>();
      let full = false;
      for (const [i, entry] of entries.entries()) {
        full = held + taken.size >= mostEntries;
        if (full) break;
        const beside = `${entry.id.slice(0, 160)}~${entry.changed}`;
        const id = await freeOf(entry, [
          [entry.id, () => taken.get(entry.id) ?? first[i]],
          [beside, async () => taken.get(beside) ?? (await store.get(beside))],
        ]);
        if (id !== undefined) taken.set(id, { ...entry, id });
      }
      await Promise.all([...Array.from(taken.values(), (entry) => store.put(entry)), done]);
      return { taken: taken.size, full };
    });
    if (result.taken > 0) this.#changed(true);
    return result;
  }

  async remove(id: string): Promise<void> {
    await this.#try(() => this.#database.delete('entries', id));
    this.#changed((await this.count()) > 0);
  }

  async clear(): Promise<void> {
    await this.#try(() => this.#database.clear('entries'));
    this.#changed(false);
  }

  #changed(some: boolean): void {
    try {
      if (some) localStorage.setItem(flagOf(this.#name), '1');
      else localStorage.removeItem(flagOf(this.#name));
    } catch {
      // The flag only spares pages a look.
    }
    this.#channel?.postMessage('changed');
  }

  async #try<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw refused(error);
    }
  }
}

/** The first id under which nothing is kept; undefined where the entry itself is kept under one, or all are taken. */
async function freeOf(entry: Entry, ids: readonly (readonly [string, () => unknown])[]): Promise<string | undefined> {
  for (const [id, get] of ids) {
    const held = await get();
    if (held === undefined) return id;
    const known = entryOf(held);
    if (typeof known !== 'string' && sameEntry(known, entry)) return undefined;
  }
  return undefined;
}

function on(document: string): IDBKeyRange {
  return IDBKeyRange.bound([document], [document, []]);
}

/**
 * Notebooks of this address under other titles: an edition that is renamed has a new one.
 * @returns their names; none where the browser does not tell
 */
export async function formerNotebooks(name: string): Promise<string[]> {
  try {
    const [prefix] = /^variorum-notebook \S+ /.exec(name) ?? [];
    const all = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return all.filter((other) => prefix !== undefined && other.startsWith(prefix) && other !== name);
  } catch {
    return [];
  }
}

function full(): Refused {
  return new Refused(`The notebook holds ${mostEntries.toLocaleString('en')} entries, and takes no more. Export it, and delete some.`);
}

function refused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new Refused('The browser has no room left: nothing was kept.');
  if (name === 'VersionError') return new Refused('A later version of this reader keeps the notebook in another way: reload the page.');
  if (name === 'InvalidStateError') return new Refused('The notebook was closed by another tab: reload the page.');
  return new Refused('This browser lets the page keep nothing, as in a private window: the notebook cannot be used here.');
}
