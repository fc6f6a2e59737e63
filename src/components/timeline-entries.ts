/**
 * What the timeline and its drawing say of an entry, and where it stands on the page.
 */
import { formatEdtf } from '../core/edtf.ts';
import type { Entry } from '../core/timeline.ts';

/** The id of an entry on the page of the timeline. That of a document holds what no id of an event does. */
export function entryId(entry: Entry): string {
  return entry.kind === 'event' ? entry.event.id : `written_${entry.document.id}`;
}

/** “23 March 2019: ISIS loses Baghuz”, “Written about April 2021: Coalition Efforts”. */
export function entryName(entry: Entry): string {
  const date = formatEdtf(entry.date ?? 'unknown');
  if (entry.kind === 'event') return `${date[0]!.toUpperCase()}${date.slice(1)}: ${entry.event.title}`;
  return `Written ${date}: ${entry.document.title}`;
}
