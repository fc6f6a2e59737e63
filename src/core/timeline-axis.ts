/**
 * The axis of a drawn timeline: one scale, but years in which nothing is dated are left out, and years that stand nearly empty beside
 * such a gap are drawn narrow, so that a lone early date does not squash the rest.
 */
import { scaleLinear } from 'd3-scale';
import { newYear } from './timeline.ts';

export interface Axis {
  /** Where a day stands, from 0 to the width; what lies beyond the ends stands at the end. */
  readonly at: (day: number) => number;
  readonly years: readonly AxisYear[];
  /** From the end of a year to the beginning of the next that is drawn. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** Whether some years are drawn narrow. */
  readonly narrowed: boolean;
}

export interface AxisYear {
  readonly year: number;
  readonly from: number;
  readonly to: number;
  /** Where there is no room for the names of all, not every year has its name. */
  readonly named: boolean;
}

/** The widest that a gap is drawn, and the most of the width that all gaps take. */
const [gapWidth, mostGaps] = [22, 0.25];
/** What a narrow year is of another. */
const narrow = 0.35;
/** Two empty years are left out; one is not worth it. */
const leastGap = 2;
/** The least distance between the names of years. */
const nameWidth = 34;

/** Lay out the axis. @param dated the years in which something begins, ends or is dated, as often as it does */
export function axisOf(dated: readonly number[], width: number): Axis {
  const runs = runsOf(dated);
  const gap = Math.min(gapWidth, runs.length > 1 ? (width * mostGaps) / (runs.length - 1) : 0);
  const lone = runs.map(({ years, dates }) => dates <= 2 * years);
  const narrowed = lone.includes(true) && lone.includes(false);
  const weights = runs.map(({ years }, i) => years * (narrowed && lone[i] ? narrow : 1));
  const yearWidth =
    (width - gap * Math.max(0, runs.length - 1)) /
    Math.max(
      1,
      weights.reduce((sum, each) => sum + each, 0),
    );

  const domain: number[] = [];
  const range: number[] = [];
  let x = 0;
  for (const [i, { first, years }] of runs.entries()) {
    domain.push(newYear(first), newYear(first + years));
    range.push(x, x + weights[i]! * yearWidth);
    x = range.at(-1)! + gap;
  }
  const scale = scaleLinear(domain, range).clamp(true);
  return {
    at: (day) => (domain.length === 0 ? 0 : scale(day)),
    years: runs.flatMap(({ first, years }, i) => {
      const step = stepFor((weights[i]! * yearWidth) / years);
      return Array.from({ length: years }, (_, k) => {
        const year = first + k;
        return { year, from: scale(newYear(year)), to: scale(newYear(year + 1)), named: k === 0 || (year % step === 0 && k >= step) };
      });
    }),
    gaps: range.flatMap((end, i) => (i % 2 === 1 && range[i + 1] !== undefined ? [{ from: end, to: range[i + 1]! }] : [])),
    narrowed,
  };
}

interface Run {
  readonly first: number;
  readonly years: number;
  readonly dates: number;
}

/** Years that follow one another, empty ones between them counted where they are too few to leave out. */
function runsOf(dated: readonly number[]): Run[] {
  const runs: { first: number; years: number; dates: number }[] = [];
  for (const year of dated.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && year - (run.first + run.years) < leastGap) {
      run.years = Math.max(run.years, year - run.first + 1);
      run.dates++;
    } else runs.push({ first: year, years: 1, dates: 1 });
  }
  return runs;
}

/** Every how many years one is named. */
function stepFor(yearWidth: number): number {
  return [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((step) => step * yearWidth >= nameWidth) ?? 1000;
}
