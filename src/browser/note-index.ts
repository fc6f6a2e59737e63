/**
 * The notes of this document in a list, and where other documents say the same or another thing: to see them at once, and to go to
 * one. The way back is the browser's own.
 */
import { element, showDialog } from './dialog.ts';
import { layersOff } from './layers.ts';

/** Show the list in a dialog. */
export function showNotes(): void {
  const notes = [...document.querySelectorAll<HTMLElement>(".text .note[id]:not([data-kind='event']), .lost-notes .note")];
  const off = new Set<string>(layersOff());
  const list = element('ol');
  list.append(...notes.map((note) => entry(note, off.has(note.dataset['kind']!))));
  const dialog = showDialog(
    'notes',
    'Notes of this document',
    ...(notes.length > 0 ? [list] : [element('p', { textContent: 'It has none.' })]),
  );
  // A kind that is off shows again for this visit (land.ts).
  list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) dialog.close();
  });
}

function entry(note: HTMLElement, off: boolean): HTMLElement {
  const id = note.id.replace(/^note-/, '');
  const lost = note.classList.contains('lost');
  const link = element('a', { href: `#${lost ? 'note' : 'ref'}-${id}` });
  link.append(
    element('span', { className: 'n', textContent: note.querySelector('.n')?.textContent ?? '' }),
    element('b', { className: 'kind', textContent: isElsewhere(note) ? 'Elsewhere' : (note.querySelector('.kind')?.textContent ?? '') }),
    ' ',
    wordsOf(note),
  );
  const item = element('li');
  item.append(link);
  const aside = [lost && 'without a place', off && 'switched off'].filter(Boolean).join(', ');
  if (aside) item.append(' ', element('span', { className: 'aside', textContent: aside }));
  return item;
}

function isElsewhere(note: HTMLElement): boolean {
  return note.dataset['kind'] === 'claim';
}

/** The first words of a note, without its number and kind; how others stand to a statement, and on what. */
function wordsOf(note: HTMLElement): string {
  if (isElsewhere(note)) return ['summary', '.question'].map((part) => note.querySelector(part)?.textContent).join(': ');
  const copy = note.cloneNode(true) as HTMLElement;
  for (const other of copy.querySelectorAll('.n, .kind, .was, details')) other.remove();
  const words = copy.textContent.replaceAll(/\s+/g, ' ').trim();
  return words.length > 120 ? `${words.slice(0, 120).replace(/\s\S*$/, '')} …` : words;
}
