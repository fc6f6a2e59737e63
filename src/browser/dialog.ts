/**
 * A dialog made when it is asked for, and gone when it is closed. The focus returns to where it was.
 */

/** Show content under a title; the Escape key, a button and a click beside it close it. */
export function showDialog(name: string, title: string, ...content: readonly (Node | string)[]): HTMLDialogElement {
  const dialog = element('dialog', { className: `page-dialog ${name}` });
  const heading = element('h2', { id: `page-${name}`, textContent: title });
  const close = element('button', { type: 'button', textContent: 'Close' });
  close.addEventListener('click', () => dialog.close());
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.addEventListener('close', () => dialog.remove());
  // A click on the dialog itself, not on what stands in it, is one beside it.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  const inner = element('div');
  const head = element('header');
  head.append(heading, close);
  inner.append(head, ...content);
  dialog.append(inner);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A new element with properties. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
