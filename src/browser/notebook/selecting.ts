/**
 * Which words of the document are selected, and whether by the keyboard.
 */
import type { Span } from '../../core/model.ts';
import { partsOf } from '../../core/notebook.ts';
import { spanOf, type PageWords } from './page-words.ts';

export interface Selecting {
  /** The element with the document's words, and these. */
  readonly text: HTMLElement;
  readonly words: PageWords;
  /** Whether the last selection was made by the keyboard. */
  readonly byKey: boolean;
  /** Whether what is selected does not matter now. @param at where the selection begins */
  readonly isBusy: (at: Node | null) => boolean;
  /** Is called when the selection rests, with none where it has no words of the document. */
  readonly selected: (span: Span | undefined, byKey: boolean) => void;
}

/** Follow the selection from now on, the one that stands first. */
export function followSelection({ text, words, byKey: last, isBusy, selected }: Selecting): void {
  let [timer, pressed, byKey] = [0, false, last];
  const look = (): void => {
    const selection = getSelection();
    const range = selection?.type === 'Range' ? selection.getRangeAt(0) : undefined;
    if (pressed || isBusy(range?.startContainer ?? null)) return;
    const span = range && isIn(text, range) ? spanOf(range, words) : undefined;
    selected(span && partsOf(span, words).length > 0 ? span : undefined, byKey);
  };
  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(look, milliseconds);
  };
  document.addEventListener('selectionchange', () => wait(300));
  document.addEventListener('keydown', () => (byKey = true));
  let inCard = false;
  document.addEventListener('pointerdown', ({ target }) => {
    [pressed, byKey] = [true, false];
    inCard = (target as Element).closest('.card') !== null;
  });
  for (const type of ['pointerup', 'pointercancel']) {
    document.addEventListener(type, () => {
      pressed = false;
      // What is pressed in a card leaves the selection as it was.
      if (!inCard) wait(30);
    });
  }
  wait(60);
}

/** Words of notes are not the document's. */
function isIn(text: HTMLElement, { startContainer, endContainer }: Range): boolean {
  return [startContainer, endContainer].every((node) => {
    const at = node instanceof Element ? node : node.parentElement;
    return at !== null && text.contains(at) && !at.closest('.notes');
  });
}
