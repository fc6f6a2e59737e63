/**
 * Hover or focus on a passage, its marker or its note lights all three: which belongs to which is seen, not searched.
 */

/** Light what belongs together on this page. */
export function lightNotes(): void {
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => light(event.target as Element));
  document.addEventListener('focusout', () => light(undefined));
}

let [lit, shown]: [Element[], string] = [[], ''];

/** In a long text to look at every mark at every move would be felt: only what changes is touched. */
function light(at: Element | undefined): void {
  const wanted = notesOf(at);
  if (wanted.join(' ') === shown) return;
  shown = wanted.join(' ');
  for (const each of lit) each.classList.remove('lit', 'first');
  lit = wanted.flatMap((id) =>
    [
      document.getElementById(`note-${id}`),
      document.getElementById(`ref-${id}`),
      ...document.querySelectorAll(`.text [data-notes~="${CSS.escape(id)}"]`),
    ].filter((each) => each !== null),
  );
  for (const each of lit) each.classList.add('lit');
  for (const id of wanted) document.querySelector(`.text [data-notes~="${CSS.escape(id)}"]`)?.classList.add('first');
}

function notesOf(at: Element | undefined): string[] {
  const mark = at?.closest?.<HTMLElement>('mark[data-notes]');
  if (mark) return mark.dataset['notes']!.split(' ');
  const own = at?.closest?.('.text .note, .text .ref')?.id.replace(/^(note|ref)-/, '');
  return own ? [own] : [];
}
