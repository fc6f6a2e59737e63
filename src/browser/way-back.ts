/**
 * The way back from a jump: a quiet “Back to ¶ 3” at the foot of the window, which does what the browser's own Back does; and the
 * link that one came from, marked when one is back. In the order of focus it follows the block that one has come to; the first is
 * said aloud.
 */
import { element } from './dialog.ts';
import { comeBack, comeBackNear } from './floating.ts';
import { areKeysOff } from './keys.ts';
import { elementAt } from './passage.ts';
import type { Link } from './preview.ts';
import { say } from './say.ts';

interface Origin {
  readonly link: HTMLElement | SVGElement;
  readonly name: string;
  /** The origin that the place of the link had itself. */
  readonly before: number | undefined;
}

/** Each entry of the history that a jump has made has the number of its origin. */
const origins: Origin[] = [];
/** That of the entry that is shown. */
let current: number | undefined;
let shown: HTMLElement | undefined;

/** The page has moved. @param link that was followed; none where the reader went back or forth */
export function arrived(link: Link | undefined): void {
  if (link) return offer(link);
  const left = current === undefined ? undefined : origins[current];
  current = numberHere();
  hide();
  if (current !== undefined) show(origins[current]!);
  if (left && left.before === current) mark(left.link);
}

function offer(link: Link): void {
  // The link of a card that is gone is the one that had opened it.
  const lasting = link.closest('.card') ? (document.querySelector<HTMLElement>('main .previewed') ?? link) : link;
  const origin = { link: lasting, name: nameOf(lasting), before: current };
  current = origins.push(origin) - 1;
  try {
    history.replaceState({ ...history.state, origin: current }, '');
  } catch {
    // Some browsers refuse it when it is called very often: this way back ends with the next jump.
  }
  hide();
  show(origin);
  if (current > 0) return;
  const how = areKeysOff() ? 'follows in the order of Tab' : 'with the key b';
  say(`Back to ${origin.name}: ${how}.`, false);
}

function numberHere(): number | undefined {
  const number: unknown = (history.state as { origin?: unknown } | null)?.origin;
  return typeof number === 'number' && origins[number] ? number : undefined;
}

function show({ name }: Origin): void {
  const back = element('button', { type: 'button', textContent: `Back to ${name}` });
  const close = element('button', { type: 'button', textContent: '\u00d7', ariaLabel: 'Close' });
  back.addEventListener('click', () => history.back());
  close.addEventListener('click', hide);
  // In a text of another language it is still in the edition's.
  const { lang, dir } = document.documentElement;
  shown = element('nav', { className: 'way-back', ariaLabel: 'Way back', lang, dir });
  // It is none of the document's words, though it stands among them.
  shown.dataset['apparatus'] = '';
  shown.append(back, close);
  const block = elementAt(location.hash)?.closest('.block, .text > *');
  if (block && 'popover' in shown) {
    shown.popover = 'manual';
    block.after(shown);
    shown.showPopover();
  } else document.body.append(shown);
  addEventListener('keydown', dismiss);
}

function hide(): void {
  // The keyboard goes on from the block that it stood after.
  const before = shown?.previousElementSibling;
  if (shown?.contains(document.activeElement) && before instanceof HTMLElement) comeBackNear(before);
  shown?.remove();
  shown = undefined;
  removeEventListener('keydown', dismiss);
}

/** Escape closes what stands over the page first. */
function dismiss(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) hide();
}

/** Mark where one came from, until the reader does something, and let the keyboard go on from there. */
function mark(link: HTMLElement | SVGElement): void {
  for (const other of document.querySelectorAll('.came-from')) other.classList.remove('came-from');
  if (!link.isConnected) return;
  link.classList.add('came-from');
  comeBack(link);
  const unmark = (): void => {
    link.classList.remove('came-from');
    for (const type of ['pointerdown', 'keydown']) removeEventListener(type, unmark);
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, unmark);
}

/** Where a link stands, in words that follow “Back to”. */
function nameOf(link: Element): string {
  const note = link.closest('.note:not(.elsewhere)')?.querySelector('.n')?.textContent;
  if (note) return `note ${note}`;
  const paragraph = link.closest('.block, .text > *')?.querySelector('.number')?.textContent;
  if (paragraph) return `¶\u00a0${paragraph}`;
  const statement = link.closest('.statement')?.querySelector('.n')?.textContent;
  if (statement) return `statement ${statement}`;
  if (link.closest('.contents')) return 'the contents';
  if (link.closest('.backlinks')) return 'what links here';
  if (link.closest('.footnotes')) return 'the footnotes';
  return 'where you were';
}
