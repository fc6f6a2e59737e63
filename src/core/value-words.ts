/**
 * Values and comparisons in words, sober: “about 10,000”, “at least 300,000”, “differs by 1,000”.
 */
import type { Claim, Value } from './claim.ts';
import type { Comparison } from './claims.ts';
import { formatEdtf } from './edtf.ts';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** A number as it is read: `10,000`. */
export function numberInWords(number: number): string {
  return numbers.format(number);
}

/** A value as it is read, without its unit. */
export function valueInWords(value: Value): string {
  switch (value.kind) {
    case 'number':
      return numberInWords(value.number);
    case 'about':
      return `about ${numberInWords(value.number)}`;
    case 'range':
      if (value.min === undefined) return `at most ${numberInWords(value.max!)}`;
      return value.max === undefined
        ? `at least ${numberInWords(value.min)}`
        : `${numberInWords(value.min)} to ${numberInWords(value.max)}`;
    case 'share':
      return `${numberInWords(value.percent)} per cent`;
    case 'date':
      return formatEdtf(value.date);
  }
}

/** The answer of a statement, as its claim has it. */
export function answerInWords(
  { value, position }: { readonly value?: Value | undefined; readonly position?: string | undefined },
  claim: Pick<Claim, 'positions'>,
): string {
  if (position !== undefined) return claim.positions.get(position) ?? position;
  return value ? valueInWords(value) : '';
}

/** How one statement stands to another: “agrees”, “differs by 1,000”. */
export function comparisonInWords(comparison: Comparison, unit: string | undefined): string {
  switch (comparison.kind) {
    case 'agrees':
      return comparison.exactly ? 'says the same' : 'agrees, within what is left open';
    case 'differs': {
      if (comparison.by === undefined) return 'takes another position';
      return `differs by ${differenceInWords(comparison.by, unit)}`;
    }
    case 'other-time':
      return 'speaks of another time';
    case 'other-whole':
      return 'speaks of something else';
  }
}

/** By how much two answers differ: “1,000”, of dates “3 days”. */
export function differenceInWords(by: number, unit: string | undefined): string {
  const words = numberInWords(by);
  return unit === 'date' ? `${words} ${by === 1 ? 'day' : 'days'}` : words;
}
