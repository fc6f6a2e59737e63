/**
 * The answers to a claim drawn: values across, time down. A row for each statement, under the date that it speaks of; what speaks of
 * another whole stands in a group of its own, with its own times.
 */
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import type { Claim, Statement } from './claim.ts';
import { reachOf, type Reach, type Reckoning } from './claims.ts';
import { echoesOf } from './claim-standing.ts';
import { formatEdtf } from './edtf.ts';
import { timesOf, type DateBand, type TimeSpan } from './plot-times.ts';
import { numberInWords } from './value-words.ts';

/** Lengths across are in per cent of the width, lengths down in rows. */
export interface Plot {
  readonly scale: 'linear' | 'log' | 'days';
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly groups: readonly Group[];
  readonly height: number;
  /** Statements that have no place on the scale, or no room. */
  readonly undrawn: number;
}

interface Group {
  /** The whole that its statements speak of, where there are several groups. */
  readonly whole: { readonly words: string; readonly at: number } | undefined;
  /** The dates from the first to the last, each with its rows, and the time between them. */
  readonly dates: readonly DateBand<Mark>[];
  readonly spans: readonly TimeSpan[];
}

export interface Mark {
  readonly statement: Statement;
  /** The bar from where to where the value may be; where it is one point, both are this. */
  readonly from: number;
  readonly to: number;
  /** The value itself, where it is one. */
  readonly point: number | undefined;
  /** Whether it goes on beyond the bar: at least, at most. */
  readonly open: 'down' | 'up' | undefined;
  /** Whether it only repeats another statement. */
  readonly echo: boolean;
}

const mostMarks = 40;
/** What is less than this, in per cent, is drawn as a point. */
const narrow = 1;
/** Between the edge and the outermost value, in per cent. */
const edge = 2;

/** Lay out a plot; undefined where there is nothing to compare: an opinion, one statement, one value. */
export function plotOf(claim: Claim, reckoning: Reckoning): Plot | undefined {
  if (claim.unit === undefined) return undefined;
  const reached = claim.statements.flatMap((statement) => {
    const reach = reachOf(statement, reckoning);
    return reach ? [{ statement, reach }] : [];
  });
  const [most = []] = [...Map.groupBy(reached, ({ reach }) => reach.measure).values()].sort((a, b) => b.length - a.length);
  const drawn = most.slice(0, mostMarks);
  if (new Set(drawn.map(({ reach }) => `${reach.first} ${reach.last}`)).size < 2) return undefined;
  const { scale, ticks, across } = scaleFor(drawn.map(({ reach }) => reach));
  const echoes = echoesOf(claim, reckoning);
  const wholes = [...Map.groupBy(drawn, ({ statement }) => reckoning.factsOf(statement).whole).values()].sort(
    (a, b) => Number(b[0]!.statement.scope === claim.scope) - Number(a[0]!.statement.scope === claim.scope),
  );
  let top = 0;
  const groups = wholes.map((group): Group => {
    const words = group[0]!.statement.scope ?? 'what the question asks of';
    const whole = wholes.length > 1 ? { words, at: top } : undefined;
    if (whole) top += linesOf(words).length * lineHeight;
    const marks = group.map(({ statement, reach }): Mark => ({ ...markOf(statement, reach, across), echo: echoes.has(statement) }));
    const { dates, spans, height } = timesOf(marks, ({ statement }) => statement.time, top);
    top += height + (wholes.length > 1 ? groupGap : 0);
    return { whole, dates, spans };
  });
  return { scale, ticks, groups, height: top, undrawn: claim.statements.length - drawn.length };
}

const groupGap = 0.35;
/** Of a line of a group's name, in rows. */
export const lineHeight = 0.5;
const lineLength = 44;

/** The name of a group in lines that fit a small window. */
export function linesOf(words: string): string[] {
  const lines = [''];
  for (const word of words.split(/\s+/)) {
    const line = `${lines.at(-1)!} ${word}`.trim();
    if (line.length <= lineLength || lines.at(-1) === '') lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

/** The marks of a plot, from top to bottom. */
export function marksOf({ groups }: Plot): Mark[] {
  return groups.flatMap(({ dates }) => dates.flatMap(({ rows }) => rows.map(({ of }) => of)));
}

type Across = (value: number) => number;

function markOf(statement: Statement, { measure, first, last }: Reach, across: Across): Omit<Mark, 'echo'> {
  const { value } = statement;
  // A day lasts until the next.
  const end = measure === 'days' ? last + 1 : last;
  const [from, to] = [Number.isFinite(first) ? across(first) : 0, Number.isFinite(end) ? across(end) : 100];
  const open = !Number.isFinite(last) ? 'up' : !Number.isFinite(first) ? 'down' : undefined;
  const own = value?.kind === 'number' || value?.kind === 'about' ? across(value.number) : undefined;
  const point = own ?? (!open && to - from < narrow ? (from + to) / 2 : undefined);
  return { statement, from: rounded(from), to: rounded(to), point: point === undefined ? undefined : rounded(point), open };
}

/** Above this ratio of the greatest value to the least, equal steps across are equal ratios. */
const mostLinear = 40;

function scaleFor(reaches: readonly Reach[]): { scale: Plot['scale']; ticks: Plot['ticks']; across: Across } {
  const ends = reaches.flatMap(({ first, last }) => [first, last]).filter(Number.isFinite);
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
  const openUp = reaches.some(({ last }) => !Number.isFinite(last));
  if (reaches[0]!.measure === 'days') return days(least, greatest, openUp || reaches.some(({ first }) => !Number.isFinite(first)));
  const scale = least > 0 && greatest / least > mostLinear ? ('log' as const) : ('linear' as const);
  const range = [edge, 100 - edge];
  if (scale === 'log') {
    const numbers = scaleLog([least / 1.3, greatest * (openUp ? 2 : 1.3)], range);
    const begin = (digits: readonly string[]): number[] =>
      numbers.ticks().filter((tick) => digits.includes(tick.toExponential(0).split('e')[0]!));
    const powers = begin(['1']);
    const shown = powers.length > 1 ? powers : begin(['1', '2', '5']);
    return { scale, ticks: few(() => shown).map((tick) => ({ at: rounded(numbers(tick)), label: numberInWords(tick) })), across: numbers };
  }
  // From nothing, so that twice as far is twice as many.
  const numbers = scaleLinear([Math.min(0, least), Math.max(0, greatest * (openUp ? 1.2 : 1))], range).nice(4);
  return {
    scale,
    ticks: few(
      (count) => numbers.ticks(count),
      5,
      (all) => all.map(numberInWords).join('').length <= mostLetters,
    ).map((tick) => ({
      at: rounded(numbers(tick)),
      label: numberInWords(tick),
    })),
    across: numbers,
  };
}

const dayLength = 86_400_000;

function days(least: number, greatest: number, open: boolean): ReturnType<typeof scaleFor> {
  const margin = open ? Math.max(1, (greatest - least) / 8) : 0;
  const dates = scaleUtc([new Date((least - margin) * dayLength), new Date((greatest + 1 + margin) * dayLength)], [edge, 100 - edge]);
  const across: Across = (day) => dates(new Date(day * dayLength));
  const whole = (count: number): Date[] => dates.ticks(count).filter((tick) => tick.getTime() % dayLength === 0);
  // Days have longer names than months and years.
  const ticks = few(whole, greatest - least > 60 ? 5 : 4).map((tick) => ({ at: rounded(dates(tick)), label: dateLabel(tick) }));
  return { scale: 'days', ticks, across };
}

/** In the names of ticks: more stand too close in a small window. */
const mostLetters = 26;

/** As many ticks as have room for their labels in a small window. */
function few<T>(ticks: (count: number) => readonly T[], most = 5, fit: (all: readonly T[]) => boolean = () => true): readonly T[] {
  for (let count = most - 1; count > 1; count--) if (ticks(count).length <= most && fit(ticks(count))) return ticks(count);
  const all = ticks(2);
  return all.filter((_, i) => i % Math.ceil(all.length / most) === 0);
}

/** As much of a date as a tick needs: “2019”, “Mar 2019”, “23 Mar 2019”. */
function dateLabel(date: Date): string {
  const [day] = date.toISOString().split('T');
  return shortDate(day!.endsWith('-01-01') ? day!.slice(0, 4) : day!.endsWith('-01') ? day!.slice(0, 7) : day!);
}

/** A date as there is room for it: “about Apr 2021”. */
export function shortDate(edtf: string): string {
  return formatEdtf(edtf).replaceAll(/([A-Z][a-z]{2})[a-z]+/g, '$1');
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
