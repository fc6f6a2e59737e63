/**
 * Single keys (WCAG 2.2, 2.1.4): they can be switched off, never act while something is typed, and what they do is fetched when the
 * first is pressed. The buttons beside the switches do the same.
 */
import { layersOff, switchOff } from './layers.ts';
import { reader } from './reader.ts';

/** Listen for keys and for the buttons that stand for them. */
export function keys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (areKeysOff() || isTyping(event.target) || document.querySelector('dialog:modal')) return;
    if (act(event.key)) event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (key) act(key);
  });
}

/** Whether the reader has switched single keys off. */
export function areKeysOff(): boolean {
  return document.documentElement.dataset['keys'] === 'off';
}

function isTyping(at: EventTarget | null): boolean {
  const field = at instanceof HTMLElement && at.closest<HTMLElement>('input, textarea, select, [contenteditable]');
  return !!field && !field.matches('[type="radio"], [type="checkbox"], [contenteditable="false"]');
}

/** What was off before everything was. */
let before: ReturnType<typeof layersOff> = [];

/** Do what a key stands for, and say whether it stands for anything here. */
function act(key: string): boolean {
  const annotated = document.querySelector('layer-switches') !== null;
  if (key === '?') void import('./key-help.ts').then(({ showKeys }) => showKeys());
  else if (key === 'b') return goBack();
  else if (!annotated) return false;
  else if (key === 'n' || key === 'p') void import('./steps.ts').then(({ step }) => step(key === 'n' ? 1 : -1));
  else if (key === 'l') void import('./note-index.ts').then(({ showNotes }) => showNotes());
  else if (key === 'c') {
    const off = layersOff();
    const clean = reader.lenses.clean.every((layer) => off.includes(layer));
    switchOff(clean ? before : reader.lenses.clean);
    before = clean ? [] : off;
  } else return false;
  return true;
}

/** Where a way back is offered (way-back.ts). */
function goBack(): boolean {
  const button = document.querySelector<HTMLElement>('.way-back button');
  button?.click();
  return button !== null;
}
