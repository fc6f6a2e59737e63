/**
 * The drawn overview of a timeline, laid out: events in lanes above an axis, documents in lanes below it. No mark and no name stands
 * on another. In the manner of Joseph Priestley's Chart of Biography (1765): what is sure is a full line, what is not a light one.
 */
import type { Event } from './claim.ts';
import { parseInterval, stretchOf, type Stretch } from './edtf.ts';
import type { Document } from './model.ts';
import { axisOf, type Axis } from './timeline-axis.ts';
import { dayOf, yearOf, type Entry, type Year } from './timeline.ts';

export interface Drawing<E = Event, D = Document> {
  readonly width: number;
  readonly height: number;
  /** Where the axis stands, from above. */
  readonly axis: number;
  readonly years: Axis['years'];
  readonly gaps: Axis['gaps'];
  readonly narrowed: boolean;
  readonly marks: readonly Mark<E, D>[];
}

export interface Mark<E = Event, D = Document> {
  /** More than one where documents stand at one place and are too many to be told apart. */
  readonly entries: readonly [Entry<E, D>, ...Entry<E, D>[]];
  /** From above. */
  readonly y: number;
  /** What it may cover; from and to in units of the drawing, as below. */
  readonly vague: readonly Line[];
  /** What it surely covers. */
  readonly sure: Line | undefined;
  /** One day; of a document the last that it may have been written on. */
  readonly day: number | undefined;
  /** Where it begins or ends nobody knows when: from there outwards. */
  readonly open: { readonly at: number; readonly to: number } | undefined;
  readonly label: Label | undefined;
  /** Of documents that are too many for a mark each: how many stand here, the most being 1. */
  readonly share: number | undefined;
}

export interface Line {
  readonly from: number;
  readonly to: number;
}

export interface Label {
  readonly x: number;
  readonly end: boolean;
  readonly text: string;
}

export interface DrawingOptions<E = Event, D = Document> {
  readonly width: number;
  /** What to write beside a mark; undefined where names are to be left out. */
  readonly nameOf?: ((entry: Entry<E, D>) => string) | undefined;
}

/** More marks than these get no names, and more documents no mark of their own. */
const [mostNames, mostDocuments] = [64, 40];
/** In units of the drawing, which are CSS pixels where it is drawn at its own width. */
const [namedLane, plainLane, letter, wideLetter, nameGap, markGap, tail, below] = [17, 8, 6.3, 12, 7, 5, 22, 24];
const [longestName, leastName] = [38, 8];

/** Lay out what a timeline holds. What has no date is not drawn. */
export function drawTimeline<E, D>(timeline: readonly Year<E, D>[], { width, nameOf }: DrawingOptions<E, D>): Drawing<E, D> {
  const entries = timeline.flatMap((year) => year.entries).filter(({ stretch }) => stretch);
  const inset = 8;
  const axis = axisOf(entries.flatMap(datedYears), width - 2 * inset);
  const at = (day: number): number => inset + axis.at(day);
  const name = entries.length <= mostNames ? nameOf : undefined;
  const lane = name ? namedLane : plainLane;

  const shapes = entries.map((entry): Shape<E, D> => ({
    entries: [entry],
    ...shapeOf(entry, at, width),
    name: name && shortened(name(entry)),
  }));
  const [events, written] = [shapes.filter(isEvent), shapes.filter((shape) => !isEvent(shape))];
  const above = inLanes(events, width);
  const under = written.length > mostDocuments ? merged(written) : inLanes(written, width);
  const lanesAbove = Math.max(0, ...above.map((each) => each.lane + 1));
  const lanesUnder = Math.max(0, ...under.map((each) => each.lane + 1));
  const axisAt = lanesAbove * lane + lane / 2 + 4;
  return {
    width,
    height: rounded(axisAt + below + lanesUnder * lane + 2),
    axis: axisAt,
    years: axis.years.map(({ from, to, ...year }) => ({ ...year, from: rounded(from + inset), to: rounded(to + inset) })),
    gaps: axis.gaps.map(({ from, to }) => ({ from: rounded(from + inset), to: rounded(to + inset) })),
    narrowed: axis.narrowed,
    marks: [
      // The first lanes are nearest to the axis.
      ...above.map((each) => markOf(each, axisAt - (each.lane + 0.75) * lane)),
      ...under.map((each) => markOf(each, axisAt + below + (each.lane + 0.5) * lane)),
    ],
  };
}

interface Shape<E, D> {
  readonly entries: Mark<E, D>['entries'];
  readonly vague: readonly Line[];
  readonly sure: Line | undefined;
  readonly day: number | undefined;
  readonly open: Mark<E, D>['open'];
  readonly name: string | undefined;
}

interface Laid<E, D> {
  readonly shape: Shape<E, D>;
  readonly lane: number;
  readonly label: Label | undefined;
  readonly share?: number;
}

function isEvent<E, D>({ entries: [entry] }: Shape<E, D>): boolean {
  return entry.kind === 'event';
}

/** What of the axis an entry needs: its ends, not what lies between. */
function datedYears<E, D>({ date, stretch, ...entry }: Entry<E, D>): number[] {
  const here = dayOf({ date, stretch, ...entry } as Entry<E, D>);
  const ends = [stretch!.first, stretch!.last].filter(Number.isFinite);
  const years = new Set([...(here === undefined ? [] : [here]), ...ends].map((day) => yearOf(day)!));
  return [...years];
}

/** A day is a point, an interval of days a full line; months and years, at its ends as well, are light. */
function shapeOf<E, D>(
  { kind, date, stretch }: Entry<E, D>,
  at: (day: number) => number,
  width: number,
): Omit<Shape<E, D>, 'entries' | 'name'> {
  const { first, last } = stretch!;
  const interval = parseInterval(date!);
  const line = ({ first, last }: Stretch): Line => ({ from: at(first), to: at(last + 1) });
  if (!interval) {
    if (first === last) return { vague: [], sure: undefined, day: at(first + 0.5), open: undefined };
    // By its last day a document had surely been written.
    return { vague: [line(stretch!)], sure: undefined, day: kind === 'document' ? at(last + 1) : undefined, open: undefined };
  }
  const ends = [interval.from, interval.to].map((end) => (end === undefined ? undefined : stretchOf(end)));
  const [from, to] = ends;
  const vague = ends.flatMap((end) => (end && end.first < end.last ? [line(end)] : []));
  if (from && to) {
    // Between two years or months that follow one another there is nothing.
    const first = from.first === from.last ? from.first : from.last + 1;
    const end = to.first === to.last ? to.last + 1 : to.first;
    return { vague, sure: end > first ? { from: at(first), to: at(end) } : undefined, day: undefined, open: undefined };
  }
  const known = (from ?? to)!;
  const day = known.first === known.last ? at(known.first + 0.5) : undefined;
  const edge = from ? at(known.last + 1) : at(known.first);
  const tip = Math.min(Math.max(edge + (from ? tail : -tail), 0), width);
  return { vague, sure: undefined, day, open: { at: day ?? edge, to: tip } };
}

/** Each shape in the first lane in which nothing is in its way, its name after it or, where there is no room, before. */
function inLanes<E, D>(shapes: readonly Shape<E, D>[], width: number): Laid<E, D>[] {
  const lanes: Line[][] = [];
  return shapes
    .map((shape) => ({ shape, extent: extentOf(shape) }))
    .sort((a, b) => a.extent.from - b.extent.from)
    .map(({ shape, extent }) => {
      const places = placesOf(shape.name, extent, width);
      for (let lane = 0; ; lane++) {
        const taken = (lanes[lane] ??= []);
        const place = places.find((each) => !taken.some((other) => each.from < other.to + markGap && other.from < each.to + markGap));
        if (!place) continue;
        taken.push(place);
        return { shape, lane, label: place.label };
      }
    });
}

interface Place extends Line {
  readonly label: Label | undefined;
}

function placesOf(name: string | undefined, extent: Line, width: number): Place[] {
  if (name === undefined) return [{ ...extent, label: undefined }];
  const long = lengthOf(name) + nameGap;
  const after = { from: extent.from, to: extent.to + long, label: { x: rounded(extent.to + nameGap), end: false, text: name } };
  const before = { from: extent.from - long, to: extent.to, label: { x: rounded(extent.from - nameGap), end: true, text: name } };
  const fitting = [...(after.to <= width ? [after] : []), ...(before.from >= 0 ? [before] : [])];
  if (fitting.length > 0) return fitting;
  // Beside a long line there may be room for the beginning of its name.
  const letters = Math.floor((Math.max(width - extent.to, extent.from) - nameGap) / wideLetter) - 1;
  return placesOf(letters < leastName ? undefined : shortened(name, letters), extent, width);
}

function extentOf<E, D>({ vague, sure, day, open }: Shape<E, D>): Line {
  const all = [...vague, ...(sure ? [sure] : [])].flatMap(({ from, to }) => [from, to]);
  if (day !== undefined) all.push(day - 3, day + 3);
  if (open) all.push(open.at, open.to);
  return { from: Math.min(...all), to: Math.max(...all) };
}

/** Documents that are drawn at one place are one mark, and all marks stand in one lane. */
function merged<E, D>(shapes: readonly Shape<E, D>[]): Laid<E, D>[] {
  const together = [...Map.groupBy(shapes, ({ day }) => Math.round(day! / markGap))];
  const most = Math.max(...together.map(([, each]) => each.length));
  return together.map(([place, each]) => {
    const [first, ...rest] = each.map(({ entries: [entry] }) => entry);
    const shape = { ...each[0]!, entries: [first!, ...rest] as const, vague: [], day: place * markGap };
    return { shape, lane: 0, label: undefined, share: each.length / most };
  });
}

function markOf<E, D>({ shape, label, share }: Laid<E, D>, y: number): Mark<E, D> {
  const { entries, vague, sure, day, open } = shape;
  return {
    entries,
    y: rounded(y),
    vague: vague.map(roundedLine),
    sure: sure && roundedLine(sure),
    day: day === undefined ? undefined : rounded(day),
    open: open && { at: rounded(open.at), to: rounded(open.to) },
    label,
    share,
  };
}

/** The beginning of a name, cut between words. */
function shortened(name: string, most = longestName): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—]+$/u, '')}…`.toWellFormed();
}

/** About how long a name is drawn: the build has no font to measure with. */
function lengthOf(name: string): number {
  let length = 0;
  for (const sign of name) length += sign >= '\u2e80' ? wideLetter : letter;
  return length;
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}

function roundedLine({ from, to }: Line): Line {
  return { from: rounded(from), to: rounded(to) };
}
