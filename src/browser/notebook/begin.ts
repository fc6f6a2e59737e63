/**
 * The reader's notebook on a page: nothing of it is loaded before words are selected, or where nothing was ever kept.
 */
import { areKeysOff } from '../keys.ts';
import { say } from '../say.ts';
import type { Opened } from './on-page.ts';

/** Make the words of a document selectable for the notebook, and show what is kept of it. */
export function notebook(): void {
  const text = document.querySelector<HTMLElement>('.document > .text');
  const name = notebookName();
  if (!text || !name) return;
  let opening: Promise<Opened | undefined> | undefined;
  const open = (byKey = false): Promise<Opened | undefined> => {
    opening ??= import('./on-page.ts').then(({ openNotebook }) => openNotebook(text, name, byKey)).catch(() => (opening = undefined));
    return opening;
  };
  opens = open;
  const look = (event: Event): void => {
    const selection = getSelection();
    if (!pressed && selection?.type === 'Range' && text.contains(selection.anchorNode)) void open(event.type === 'selectionchange');
  };
  let pressed = false;
  document.addEventListener('selectionchange', look);
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    document.addEventListener(type, (event) => {
      pressed = type === 'pointerdown';
      look(event);
    });
  }
  // With the keyboard alone: from the number of a paragraph to its words.
  text.addEventListener('keydown', (event) => {
    const number = (event.target as Element).closest('.number');
    if (event.key !== 'h' || !number || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || areKeysOff()) return;
    // With the bar beside them it is pressed for what is selected.
    if (getSelection()?.type === 'Range' && document.querySelector('.notebook-float:not([hidden])')) return;
    event.preventDefault();
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(wordsBeside(number));
  });
  try {
    if (localStorage.getItem(flagOf(name))) setTimeout(() => void open(), 200);
  } catch {
    // Where storage is forbidden nothing is kept.
  }
}

/** How the notebook is opened on this page; undefined where it has none. */
let opens: (() => Promise<Opened | undefined>) | undefined;

/** Whether words of this page can be kept. */
export function canKeep(): boolean {
  return opens !== undefined;
}

/** Keep words of the document, as the bar beside them does. */
export async function keepWords(range: Range, write: boolean): Promise<void> {
  const opened = await opens?.();
  if (opened) await opened.keep(range, write);
  else say('The notebook could not be opened. Try again.');
}

/** The words of a paragraph, from its number on. */
export function wordsBeside(number: Element): Range {
  const range = new Range();
  range.selectNodeContents(number.parentElement!);
  range.setStartAfter(number);
  return range;
}

/** The name of this edition's notebook: two editions on one host have two. Undefined on a page without a way to it. */
export function notebookName(): string | undefined {
  const link = document.querySelector<HTMLAnchorElement>('#page-notebook');
  const { edition } = document.documentElement.dataset;
  return link && edition ? `variorum-notebook ${link.pathname.replace(/notebook\/$/, '')} ${edition}` : undefined;
}

/** The key that says in local storage whether a notebook has entries. */
export function flagOf(name: string): string {
  return name;
}
