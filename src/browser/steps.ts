/**
 * From note to note: the focus goes to the marker of the next or the one before, in the middle of the window. The marker's own name
 * is what is said, and light.ts lights its note. Where no note shows it is said why.
 */
import { layersOff } from './layers.ts';
import { reader } from './reader.ts';
import { say } from './say.ts';

/** Go to the next marker that shows (1), or the one before (-1); after the last comes the first. */
export function step(by: 1 | -1): void {
  const markers = [...document.querySelectorAll<HTMLElement>('.text .ref')].filter((marker) => marker.getClientRects().length > 0);
  const to = markers.at(by === 1 ? next(markers) % markers.length : previous(markers));
  if (!to) return say(whyNone());
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'center' });
}

function whyNone(): string {
  if (!document.querySelector('.text .ref')) return 'This document has no notes.';
  const off = layersOff();
  const clean = reader.lenses.clean.every((layer) => off.includes(layer));
  return clean ? 'Notes are hidden in this lens: c shows them.' : 'Notes are hidden: the switches at the head of the document show them.';
}

/** The first marker after where the reader is; their number where there is none. */
function next(markers: readonly HTMLElement[]): number {
  const from = place();
  const after = markers.findIndex((marker) => (from ? follows(marker, from) : marker.getBoundingClientRect().top >= 0));
  return after < 0 ? markers.length : after;
}

/** The last marker before where the reader is; -1 where there is none. */
function previous(markers: readonly HTMLElement[]): number {
  const from = place();
  return markers.findLastIndex((marker) =>
    from ? follows(from, marker) && !from.contains(marker) : marker.getBoundingClientRect().bottom < innerHeight,
  );
}

/** The element of the text that has the focus and is in sight; a note stands for its marker. */
function place(): Element | undefined {
  const at = document.activeElement?.closest('.text *');
  const { top, bottom } = at?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  if (!at || bottom < 0 || top > innerHeight) return undefined;
  const note = at.closest('.note');
  return (note && document.getElementById(note.id.replace(/^note-/, 'ref-'))) ?? at;
}

function follows(one: Element, other: Element): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}
