/**
 * The reader's notebook on a page: nothing of it is loaded before words are selected, or where nothing was ever kept.
 */

/** Make the words of a document selectable for the notebook, and show what is kept of it. */
export function notebook(): void {
  const text = document.querySelector<HTMLElement>('.document > .text');
  const name = notebookName();
  if (!text || !name) return;
  let opening: Promise<unknown> | undefined;
  const open = (): void => {
    opening ??= import('./on-page.ts').then(({ openNotebook }) => openNotebook(text, name)).catch(() => (opening = undefined));
  };
  const look = (): void => {
    const selection = getSelection();
    if (!pressed && selection?.type === 'Range' && text.contains(selection.anchorNode)) open();
  };
  let pressed = false;
  document.addEventListener('selectionchange', look);
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    document.addEventListener(type, () => {
      pressed = type === 'pointerdown';
      look();
    });
  }
  // With the keyboard alone: from the number of a paragraph to its words.
  text.addEventListener('keydown', (event) => {
    const number = (event.target as Element).closest('.number');
    if (
      event.key !== 'h' ||
      !number ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      document.documentElement.dataset['keys'] === 'off'
    )
      return;
    event.preventDefault();
    getSelection()?.selectAllChildren(number.parentElement!);
  });
  try {
    if (localStorage.getItem(flagOf(name))) setTimeout(open, 200);
  } catch {
    // Where storage is forbidden nothing is kept.
  }
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
