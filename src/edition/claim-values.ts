/**
 * The answers of statements held against what their claim asks: numbers of what it counts, dates, or one of its positions.
 */
import type { Value } from '../core/claim.ts';
import { parseEdtf } from '../core/edtf.ts';
import type { Place } from '../core/model.ts';
import { suggestId } from '../core/nearest.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { RawClaim, RawStatement, RawValue } from './schemas.ts';

/** The claim that is read, among all. */
interface Claims {
  readonly id: string;
  /** What each claim counts. */
  readonly units: ReadonlyMap<string, string | undefined>;
}

/** The value of a statement, in the unit of its claim; what does not go together is a problem each. */
export function answerOf(
  { value, position, parts }: RawStatement,
  of: RawClaim,
  at: (...path: (string | number)[]) => Place,
  { id, units }: Claims,
  problems: Problem[],
): Value | undefined {
  if (parts && (of.unit === undefined || of.unit === 'date'))
    problems.push(
      problem(
        'wrong-type',
        at('parts'),
        `Parts are numbers that add up, and this claim asks for ${of.unit === undefined ? 'a position' : 'a date'}.`,
        {
          suggestion: 'Take them out.',
        },
      ),
    );
  if (of.unit === undefined) {
    if (value !== undefined)
      problems.push(
        problem('unit-missing', at('value'), 'A value is given, and the claim does not say what it counts.', {
          suggestion: 'Add “unit: people” to the claim, or whatever is counted; “unit: date” for dates.',
        }),
      );
    else checkPosition(position, of, at, problems);
    return undefined;
  }
  if (position !== undefined || value === undefined) {
    problems.push(
      problem(
        'bad-position',
        at(position === undefined ? 'document' : 'position'),
        `This claim asks for ${inUnit(of.unit)}: a statement on it has a value${position === undefined ? '' : ', and no position'}.`,
        {
          suggestion:
            of.unit === 'date'
              ? 'Write value: 2019-03-23.'
              : 'Write value: 10000, { about: 10000 }, { min: …, max: … } or { percent: …, of: CLAIM }.',
        },
      ),
    );
    return undefined;
  }
  const all = [
    { raw: value, place: () => at('value') },
    ...(of.unit === 'date' ? [] : (parts ?? [])).map((part, i) => ({ raw: part.value, place: () => at('parts', i, 'value') })),
  ];
  for (const { raw, place } of all) checkValue(raw, of.unit, place, { id, units }, problems);
  return valueOf(value, of.unit);
}

function inUnit(unit: string): string {
  return unit === 'date' ? 'a date' : `a number of ${unit}`;
}

function checkPosition(position: string | undefined, { positions }: RawClaim, at: (key: string) => Place, problems: Problem[]): void {
  const known = Object.keys(positions ?? {});
  if (position !== undefined && known.includes(position)) return;
  const suggestion =
    known.length > 0
      ? `Write ${known.map((key) => `position: ${key}`).join(' or ')}.`
      : 'Add to the claim what it asks: “unit: people” where something is counted, “positions: { yes: …, no: … }” where the answers are words.';
  const message = position === undefined ? 'This statement gives no answer.' : `“${position}” is not among the positions of this claim.`;
  problems.push(problem('bad-position', at(position === undefined ? 'document' : 'position'), message, { suggestion }));
}

function checkValue(raw: RawValue, unit: string, place: () => Place, { id, units }: Claims, problems: Problem[]): void {
  if (unit === 'date') {
    if (typeof raw === 'string' && parseEdtf(raw)) return;
    if (typeof raw === 'number' && parseEdtf(String(raw).padStart(4, '0'))) return;
    problems.push(
      problem('bad-date', place(), `${typeof raw === 'object' ? 'This' : `“${raw}”`} is not a date, and the claim asks for one.`, {
        suggestion: 'Write 2021, 2021-04, 2021-04-05, or 2021-04~ where it is approximate.',
      }),
    );
  } else if (typeof raw === 'string') {
    const plain = Number(raw.replaceAll(/[\s,.'’_]/g, ''));
    problems.push(
      problem('wrong-type', place(), `“${raw}” is not a number.`, {
        suggestion:
          raw.trim() !== '' && Number.isFinite(plain)
            ? `Write ${plain}.`
            : `What counts ${unit} is a number, { about: … }, { min: …, max: … } or { percent: …, of: CLAIM }.`,
      }),
    );
  } else if (typeof raw === 'object' && 'of' in raw && raw.of === id) {
    problems.push(
      problem('reference-not-found', place(), 'A claim is no share of itself.', {
        suggestion: 'Name the claim whose values it is a share of.',
      }),
    );
  } else if (typeof raw === 'object' && 'of' in raw && !units.has(raw.of)) {
    problems.push(
      problem('reference-not-found', place(), `There is no claim “${raw.of}” that this could be a share of.`, {
        suggestion: suggestId(raw.of, units.keys()),
      }),
    );
  } else if (typeof raw === 'object' && 'of' in raw && (units.get(raw.of) ?? 'date') === 'date') {
    problems.push(
      problem('reference-not-found', place(), `“${raw.of}” counts nothing that this could be a share of.`, {
        suggestion: 'Name a claim with a unit.',
      }),
    );
  } else if (typeof raw === 'object' && !('of' in raw) && !('about' in raw)) {
    if (raw.min === undefined && raw.max === undefined)
      problems.push(
        problem('wrong-type', place(), 'A range has “min”, “max” or both.', { suggestion: 'Write { min: 1000 } for at least 1000.' }),
      );
    else if (raw.min !== undefined && raw.max !== undefined && raw.min > raw.max)
      problems.push(
        problem('wrong-type', place(), 'This range ends before it begins.', { suggestion: `Write { min: ${raw.max}, max: ${raw.min} }.` }),
      );
  }
}

/** A value as it was written, once it has been checked. */
export function valueOf(raw: RawValue, unit?: string): Value {
  if (unit === 'date') return { kind: 'date', date: String(raw).padStart(4, '0') };
  if (typeof raw === 'string') return { kind: 'number', number: NaN };
  if (typeof raw === 'number') return { kind: 'number', number: raw };
  if ('about' in raw) return { kind: 'about', number: raw.about };
  return 'of' in raw ? { kind: 'share', percent: raw.percent, of: raw.of } : { kind: 'range', min: raw.min, max: raw.max };
}
