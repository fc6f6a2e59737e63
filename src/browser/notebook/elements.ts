/**
 * What the notebook's parts are made of. Words of entries are only ever text.
 */

/** An element with text in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', '', label);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function link(label: string, address: string): HTMLAnchorElement {
  const made = element('a', '', label);
  made.href = address;
  return made;
}

/** A line that is read aloud when it changes. */
export function statusLine(): HTMLElement {
  const made = element('p', 'status');
  made.setAttribute('role', 'status');
  return made;
}

/** Words of a document, apart from those around them in direction and language. */
export function words(text: string, language?: string): HTMLElement {
  const made = element('bdi', '', text);
  if (language) made.lang = language;
  return made;
}

/** The beginning of words, for a name. */
export function short(text: string, most = 60): string {
  const line = text
    .slice(0, 2 * most)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most).replace(/\s\S*$/, '')} …` : line;
}

/** The field for a note. */
export function noteField(note: string, label: string): HTMLTextAreaElement {
  const field = element('textarea', '');
  field.value = note;
  field.rows = Math.min(12, Math.max(3, note.split('\n').length + 1));
  field.maxLength = 50_000;
  field.placeholder = 'A note, if you like';
  field.setAttribute('aria-label', label);
  return field;
}
