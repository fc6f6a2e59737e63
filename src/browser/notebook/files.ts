/**
 * The notebook to a file of the reader's, and from one. Both go in steps, so that a long notebook stops nothing.
 */
import { annotations, json, largestFile, markdown, readNotebook, type Known } from '../../core/notebook-files.ts';
import type { Entry } from '../../core/notebook.ts';
import { Store } from './store.ts';

const formats = { markdown, json, annotations };
const atOnce = 500;

/**
 * Write all entries to a file that the browser saves.
 * @param known what is known of a document; `order` is that of the edition's documents
 * @returns how many were written
 */
export async function exportNotebook(
  store: Store,
  name: keyof typeof formats,
  known: (id: string) => Known,
  order: readonly string[],
  tell: (written: number) => void,
): Promise<number> {
  const format = formats[name];
  const at = new Date().toISOString();
  const edition = document.documentElement.dataset['edition'] ?? '';
  // Parts are blobs, so that the browser may keep them out of memory.
  const parts: (Blob | string)[] = [format.begin({ edition, address: location.origin + location.pathname, at })];
  let written = 0;
  const kept = await store.documents();
  const places = new Map(order.map((id, i) => [id, i]));
  for (const id of kept.sort((a, b) => (places.get(a) ?? Infinity) - (places.get(b) ?? Infinity) || (a < b ? -1 : 1))) {
    const { address, title, citation } = known(id);
    parts.push(format.document({ address, title, citation }));
    const count = await store.countOf(id);
    for (let from = 0; from < count; from += atOnce) {
      const { entries } = await store.entriesOf(id, atOnce, from);
      parts.push(new Blob(entries.map((entry, i) => format.entry(entry, { address, title, citation }, written + i === 0))));
      written += entries.length;
      if (written > 5000) tell(written);
    }
  }
  parts.push(format.end);
  save(new Blob(parts, { type: format.type }), `notebook-${fileName(edition)}-${at.slice(0, 10)}.${format.extension}`);
  return written;
}

function fileName(edition: string): string {
  return (
    edition
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .toLowerCase()
      .slice(0, 40) || 'edition'
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** So many reasons are told one by one. */
const mostReasons = 10;

/**
 * Take in the entries of a file that was exported.
 * @param documents those of the edition
 * @returns what was done, in sentences; the first says all in short
 */
export async function importNotebook(
  store: Store,
  file: File,
  documents: ReadonlySet<string>,
  tell: (told: string) => void,
): Promise<string[]> {
  if (file.size > largestFile) return [`“${file.name}” is larger than ${largestFile / 1e6} MB. Nothing was imported.`];
  tell('Reading …');
  const read = readNotebook(await file.text());
  if (typeof read === 'string') return [`“${file.name}” could not be imported. ${read}`];
  const { items, toEntry, edition } = read;
  const refused: string[] = [];
  let [taken, known, strange, full, done] = [0, 0, 0, false, 0];
  for (; done < items.length && !full; done += atOnce) {
    const entries: Entry[] = [];
    for (const [i, item] of items.slice(done, done + atOnce).entries()) {
      const entry = toEntry(item);
      if (typeof entry === 'string') refused.push(`Entry ${done + i + 1} ${entry}.`);
      else entries.push(entry);
    }
    const result = await store.take(entries);
    ({ full } = result);
    taken += result.taken;
    if (!full) known += entries.length - result.taken;
    strange += entries.filter(({ document }) => !documents.has(document)).length;
    tell(`${(done + atOnce).toLocaleString('en')} of ${items.length.toLocaleString('en')} looked at …`);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const here = document.documentElement.dataset['edition'];
  return [
    `${number(taken, 'entry', 'entries')} imported from “${file.name}”.`,
    ...(known > 0 ? [`${number(known, 'was', 'were')} here already.`] : []),
    ...(edition !== undefined && edition !== here ? [`The file is from another edition, “${edition.slice(0, 200)}”.`] : []),
    ...(strange > 0 ? [`${number(strange, 'is', 'are')} on documents that this edition does not have; they are kept.`] : []),
    ...(full ? ['The notebook is full: what the file has besides was not taken, and is still in the file.'] : []),
    ...(refused.length > 0 ? [`${number(refused.length, 'was', 'were')} left out:`, ...refused.slice(0, mostReasons)] : []),
    ...(refused.length > mostReasons ? [`and ${number(refused.length - mostReasons, 'other', 'others')}.`] : []),
  ];
}

/** Take in the entries of another notebook, which keeps them. @returns how many were new */
export async function takeOver(store: Store, name: string): Promise<number> {
  const other = await Store.open(name);
  let all = 0;
  for (const id of await other.documents()) {
    const count = await other.countOf(id);
    for (let from = 0; from < count; from += atOnce) {
      const { entries } = await other.entriesOf(id, atOnce, from);
      const { taken, full } = await store.take(entries);
      all += taken;
      if (full) return all;
    }
  }
  return all;
}

function number(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
