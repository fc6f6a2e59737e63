/**
 * A note that is opened in the margin takes no room from the text: it reaches over the space under it, and the notes below make way
 * in the margin alone. Without a script they push the blocks below down.
 */

/** Keep the text where it is, whatever opens beside it. */
export function openNotes(): void {
  const text = document.querySelector<HTMLElement>('.text');
  if (!text?.querySelector('.notes')) return;
  let settled = false;
  const again = (): void => {
    if (settled || text.querySelector('.notes details[open]')) settled = settle(text);
  };
  // Before anything is painted.
  text.addEventListener('click', (event) => {
    const details = (event.target as Element).closest('.notes summary')?.parentElement as HTMLDetailsElement | undefined;
    if (!details || event.defaultPrevented) return;
    event.preventDefault();
    details.open = !details.open;
    settled = settle(text);
  });
  // What is opened by a jump, and what has changed around them.
  text.addEventListener('toggle', (event) => (event as ToggleEvent).oldState !== (event as ToggleEvent).newState && again(), true);
  new ResizeObserver(again).observe(text);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-off'] });
}

/** Place all notes anew, and say whether any had to be. */
function settle(text: HTMLElement): boolean {
  const notes = [...text.querySelectorAll<HTMLElement>('.notes > .note')];
  for (const note of notes) note.classList.remove('over', 'pushed');
  text.style.removeProperty('--below');
  const open = notes.filter((note) => note.querySelector('details[open]') && getComputedStyle(note.parentElement!).float !== 'none');
  if (open.length === 0) return false;
  for (const note of open) leaveRoom(note);
  let floor = -Infinity;
  const pushes = notes.map((note) => {
    const { top, height } = note.getBoundingClientRect();
    const push = height > 0 ? Math.max(0, floor - top) : 0;
    if (height > 0) floor = top + push + height + gap;
    return push;
  });
  const below = floor - text.getBoundingClientRect().bottom;
  for (const [i, note] of notes.entries()) {
    note.classList.toggle('pushed', pushes[i]! > 0);
    note.style.setProperty('--push', `${pushes[i]}px`);
  }
  if (below > 0) text.style.setProperty('--below', `${below}px`);
  return true;
}

/** The least between two notes, in pixels. */
const gap = 5;

/** Let a note take as much room as when it is folded. */
function leaveRoom(note: HTMLElement): void {
  const room = note.parentElement!;
  const folds = note.querySelectorAll<HTMLDetailsElement>('details[open]');
  for (const fold of folds) fold.open = false;
  const folded = room.getBoundingClientRect().height;
  for (const fold of folds) fold.open = true;
  let under = Number.parseFloat(getComputedStyle(note).marginBottom);
  note.classList.add('over');
  // Twice, for margins that meet do not add up.
  for (let i = 0; i < 3; i++) {
    note.style.setProperty('--under', `${under}px`);
    under -= room.getBoundingClientRect().height - folded;
  }
}
