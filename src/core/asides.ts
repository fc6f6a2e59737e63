/**
 * What stands in the margin of each block: its notes, what is said elsewhere, the dates of events; shortened where there is no room.
 */
import type { Element } from 'hast';
import { noteElement, type ResolvedReference } from './apparatus.ts';
import type { Event } from './claim.ts';
import type { Reckoning } from './claims.ts';
import { lettersShown, type Room } from './clamp.ts';
import { formatEdtf } from './edtf.ts';
import { datesElement, elsewhereElement, toldOf, type Elsewhere } from './elsewhere.ts';
import type { Destinations } from './links.ts';
import { crowded, drops, type Column } from './margin.ts';
import type { Annotation, Block } from './model.ts';
import { textOf } from './tree.ts';

/** What is said beside one block. */
export interface Beside {
  readonly notes: readonly Annotation[];
  readonly elsewhere: readonly Elsewhere[];
  readonly events: readonly Event[];
}

export interface Means {
  /** Of each annotation, by its id. */
  readonly references: ReadonlyMap<string, readonly ResolvedReference[]>;
  readonly reckoning: Reckoning;
  readonly to: Destinations;
}

/** The asides of each block, in the order of their passages' ends, events last; each with the lines that it keeps from what is above it. */
export function marginsOf(blocks: readonly Block[], beside: readonly Beside[], means: Means): Element[][] {
  const asides = beside.map((each) => asidesOf(each, means));
  const columns = (room: Room): Column[] => asides.map((each, i) => columnOf(blocks[i]!, each, room));
  const [ample, scant] = [columns('ample'), columns('scant')];
  const rooms = crowded(ample, scant).map((short): Room => (short ? 'scant' : 'ample'));
  const kept = drops(rooms.map((room, i) => (room === 'scant' ? scant : ample)[i]!));
  return asides.map((each, i) => each.map(({ element }, k) => dropped(element(rooms[i]!), kept[i]![k]!)));
}

interface Aside {
  readonly element: (room: Room) => Element;
  /** The offset at which its passage ends. */
  readonly end: number;
  /** How many letters it shows, closed. */
  readonly letters: (room: Room) => number;
}

function asidesOf({ notes, elsewhere, events }: Beside, { references, reckoning, to }: Means): Aside[] {
  const asides = notes.map((note): Aside => {
    const [body, around] = [textOf(note.body).length, `${note.number} ${note.kind} ${note.check?.verdict ?? ''} More …`.length];
    return {
      element: (room) => noteElement(note, references.get(note.id) ?? [], to, room),
      end: note.whole ? note.span.start : note.span.end,
      letters: (room) => around + lettersShown(body, room),
    };
  });
  const first = elsewhere[0];
  if (first) {
    asides.push({
      element: () => elsewhereElement(elsewhere, reckoning, to),
      end: first.statement.passage.end,
      letters: () => toldOf(elsewhere).length,
    });
    asides.sort((a, b) => a.end - b.end);
  }
  if (events.length > 0) {
    const letters = `Timeline ${events.map((event) => formatEdtf(event.date)).join(', ')}`.length;
    asides.push({ element: () => datesElement(events, to), end: asides.at(-1)?.end ?? 0, letters: () => letters });
  }
  return asides;
}

function columnOf(block: Block, asides: readonly Aside[], room: Room): Column {
  return {
    letters: block.end - block.start,
    notes: asides.map(({ end, letters }) => ({ at: Math.max(0, end - block.start), letters: letters(room) })),
  };
}

function dropped(element: Element, lines: number): Element {
  return lines > 0 ? { ...element, properties: { ...element.properties, dataDrop: String(lines) } } : element;
}
