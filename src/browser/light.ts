/**
 * Hover or focus on a passage, its marker or its note lights all three: which belongs to which is seen, not searched.
 */

/** Light what belongs together on this page. */
export function lightNotes(): void {
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => light(event.target as Element));
  document.addEventListener('focusout', () => light(undefined));
}

function light(at: Element | undefined): void {
  const wanted = new Set(notesOf(at));
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  if (wanted.size === 0) return;
  for (const id of wanted) {
    document.getElementById(`note-${id}`)?.classList.add('lit');
    document.getElementById(`ref-${id}`)?.classList.add('lit');
  }
  for (const mark of document.querySelectorAll<HTMLElement>('.text [data-notes]')) {
    if (mark.dataset['notes']!.split(' ').some((id) => wanted.has(id))) mark.classList.add('lit');
  }
}

function notesOf(at: Element | undefined): string[] {
  const mark = at?.closest?.<HTMLElement>('mark[data-notes]');
  if (mark) return mark.dataset['notes']!.split(' ');
  const own = at?.closest?.('.text .note, .text .ref')?.id.replace(/^(note|ref)-/, '');
  return own ? [own] : [];
}
