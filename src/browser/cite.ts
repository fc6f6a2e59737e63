/**
 * “Cite this passage”: in the form that the reader chooses, with the words, to copy.
 */
import { cite, formNames, type Form } from '../core/citation.ts';
import { quotedWords, type Citable, type Cited } from '../core/cited.ts';
import { element } from './dialog.ts';
import { canKeep, keepWords, wordsBeside } from './notebook/begin.ts';

/** The form chosen last, and whether the words are wanted, as long as the page lasts. */
let chosen: Form = 'plain';
let wordsWanted = true;
let panels = 0;

/**
 * The card for the number of a paragraph, or undefined on a page that cannot be cited so. Selected words of the paragraph are cited,
 * else all; and kept in the notebook, where it has one and there is a way to that from here alone.
 */
export function citeCard(number: HTMLAnchorElement, keeping = canKeep()): Node | undefined {
  const page = document.querySelector<HTMLElement>('#page-cite');
  const block = number.parentElement;
  if (!page || !block) return undefined;
  const card = document.createDocumentFragment();
  const address = new URL(number.hash, addressOf(page)).href;
  const selected = selectedIn(block);
  const [forms, copy, citation] = panel(citable(page), {
    address,
    paragraph: Number(number.textContent),
    words: quotedWords(wordsOf(selected?.cloneContents() ?? block).trim()),
  });
  card.append(
    element('p', { className: 'from', textContent: `Cite ¶\u00a0${number.textContent}` }),
    forms,
    copy,
    ...(keeping ? [keepRow(number, selected)] : []),
    citation,
  );
  return card;
}

/** To mark a paragraph, or what is selected of it, without a pointer and without single keys. */
function keepRow(number: HTMLAnchorElement, selected: Range | undefined): HTMLElement {
  const row = element('p');
  for (const name of ['Highlight', 'Note']) {
    const control = element('button', { type: 'button', textContent: name });
    control.setAttribute('aria-label', `${name}: ${selected ? 'the selected words' : 'this paragraph'}`);
    control.addEventListener('click', () => void keepWords(selected ?? wordsBeside(number), name === 'Note'));
    row.append(control);
  }
  return row;
}

/** Let “Cite this page” offer what the card of a paragraph does. */
export function offerForms(page: HTMLElement): void {
  if (page.querySelector('fieldset')) return;
  const body = element('div');
  body.append(...panel(citable(page), { address: addressOf(page) }));
  page.replaceChildren(page.querySelector('summary')!, body);
}

function citable(page: HTMLElement): Citable {
  return JSON.parse(page.dataset['cite']!) as Citable;
}

/** The permanent address where it is known, else the one that the reader is at. */
function addressOf(page: HTMLElement): string {
  return page.dataset['address'] ?? location.origin + location.pathname;
}

function panel(what: Citable, at: Cited): [forms: Node, copy: Node, citation: Node] {
  const citation = element('p', { className: 'citation', dir: 'ltr' });
  const status = element('p', { className: 'status', role: 'status' });
  const accessed = new Date().toISOString().slice(0, 10);
  const show = (): void => {
    citation.textContent = cite(chosen, what, { ...at, words: wordsWanted ? at.words : undefined, accessed });
    const data = chosen === 'bibtex' || chosen === 'csl';
    citation.classList.toggle('data', data);
    // Data may be long, and is scrolled by keys too.
    if (data) citation.tabIndex = 0;
    else citation.removeAttribute('tabindex');
    status.textContent = '';
  };
  const name = `cite-${++panels}`;
  const forms = element('fieldset', { className: 'forms' });
  forms.append(element('legend', { textContent: 'Form' }));
  for (const form of Object.keys(formNames) as Form[])
    forms.append(choice('radio', name, formNames[form], form === chosen, () => (chosen = form)));
  if (at.words) forms.append(choice('checkbox', '', 'with the words', wordsWanted, (checked) => (wordsWanted = checked)));
  forms.addEventListener('change', show);
  show();
  const copy = element('p', { className: 'copy' });
  copy.append(
    button('Copy citation', () => citation.textContent, status),
    button('Copy link', () => at.address, status),
    status,
  );
  // What copies stands before what may be long.
  return [forms, copy, citation];
}

function choice(
  type: 'radio' | 'checkbox',
  name: string,
  text: string,
  checked: boolean,
  take: (checked: boolean) => unknown,
): HTMLElement {
  const input = element('input', { type, name, checked });
  input.addEventListener('change', () => take(input.checked));
  const label = element('label');
  label.append(input, element('span', { className: 'name', textContent: text }));
  return label;
}

/** What is selected of a paragraph; undefined where that is nothing. */
function selectedIn(block: Element): Range | undefined {
  const selection = getSelection();
  if (selection?.type !== 'Range') return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(block)) return undefined;
  if (!block.contains(range.startContainer)) range.setStart(block, 0);
  if (!block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
  return wordsOf(range.cloneContents()).trim() ? range : undefined;
}

/** The words of a document, without what the edition adds to them. */
function wordsOf(part: Node): string {
  const copy = element('div');
  copy.append(part.cloneNode(true));
  for (const added of copy.querySelectorAll('.number, .notes, .ref, .source-ref, .back, template')) added.remove();
  return copy.textContent;
}

function button(label: string, text: () => string, status: HTMLElement): HTMLButtonElement {
  const control = element('button', { type: 'button', textContent: label });
  control.addEventListener('click', () => void copyText(text(), status));
  return control;
}

async function copyText(text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'Copied.';
  } catch {
    // No clipboard without a secure origin or a permission: the words are selected, one key from copied.
    const citation = status.parentElement?.parentElement?.querySelector('.citation');
    if (citation) {
      citation.textContent = text;
      getSelection()?.selectAllChildren(citation);
    }
    status.textContent = 'Selected: copy it with your usual key.';
  }
}
