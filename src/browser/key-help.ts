/**
 * Which keys do what.
 */
import { element, showDialog } from './dialog.ts';

const keys = [
  ['n', 'next note'],
  ['p', 'previous note'],
  ['l', 'list of the notes'],
  ['c', 'clean text, and back'],
  ['b', 'back to where you came from'],
  ['h', 'highlight the selected words; on the number of a paragraph, select it'],
  ['?', 'these keys'],
  ['Esc', 'close what is open'],
] as const;

/** Show the keys in a dialog. */
export function showKeys(): void {
  const list = element('dl');
  for (const [key, does] of keys) {
    const entry = element('div');
    const term = element('dt');
    term.append(element('kbd', { textContent: key }));
    entry.append(term, element('dd', { textContent: does }));
    list.append(entry);
  }
  const off = document.documentElement.dataset['keys'] === 'off';
  const how = off ? 'Single keys are switched off. ' : 'They act on the page of a document, and never while you type. ';
  showDialog(
    'keys',
    'Keys',
    list,
    element('p', { className: 'small', textContent: `${how}“Aa”, at the head of every page, switches them off and on.` }),
  );
}
