/**
 * “Cite this passage”: the card of a paragraph's number, with a full citation and its address to copy.
 */

/** The card for the number of a paragraph, or undefined on a page that cannot be cited so. */
export function citeCard(number: HTMLAnchorElement): Node | undefined {
  const template = document.querySelector<HTMLTemplateElement>('#page-cite');
  if (!template) return undefined;
  const address = new URL(number.hash, template.dataset['address'] ?? location.origin + location.pathname).href;
  const citation = `${template.dataset['citation']}, ¶ ${number.textContent}, ${address}`;
  const card = document.createDocumentFragment();
  const status = line('status', '');
  status.setAttribute('role', 'status');
  card.append(
    line('from', `Cite ¶ ${number.textContent}`),
    line('citation', citation),
    button('Copy citation', citation, status),
    button('Copy link', address, status),
    status,
  );
  return card;
}

function line(className: string, text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.textContent = text;
  return paragraph;
}

function button(label: string, text: string, status: HTMLElement): HTMLButtonElement {
  const control = document.createElement('button');
  control.type = 'button';
  control.textContent = label;
  control.addEventListener('click', () => void copyText(text, status));
  return control;
}

async function copyText(text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'Copied.';
  } catch {
    // No clipboard without a secure origin or a permission: the words are selected, one key from copied.
    const citation = status.parentElement?.querySelector('.citation');
    if (citation) {
      citation.textContent = text;
      getSelection()?.selectAllChildren(citation);
    }
    status.textContent = 'Selected: copy it with your usual key.';
  }
}
