/**
 * What pages say of statements, and where they lead.
 */
import type { Claim, Statement, Voice } from '../core/claim.ts';
import { formatEdtf } from '../core/edtf.ts';
import { passageAddress } from '../core/passage-address.ts';
import { edition } from '../edition/current.ts';
import { base, documentPath, termPath } from './addresses.ts';

/** Of the words of a statement, where many stand together. */
export const longestWords = 90;

/** The address of the words that a statement quotes. */
export function passagePath(statement: Statement): string {
  return passageAddress(statement, edition().reckoning, base);
}

/** Where more can be read of a voice. */
export function voicePath({ term, document }: Voice): string | undefined {
  if (term !== undefined) return termPath(term);
  return document === undefined ? undefined : documentPath(document);
}

/** Of whom, of what and of when it speaks, where that is not plain: “by the European Union; Iraq and Syria; as of June 2020”. */
export function aboutLine({ said_by, scope, timed, time }: Statement, claim: Claim): string {
  return [
    said_by && `by ${said_by.name}`,
    scope !== undefined && scope !== claim.scope && scope,
    timed && time !== undefined && `as of ${formatEdtf(time)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** What a claim counts, and of what: “people; north-east Syria”. */
export function measureLine({ unit, scope }: Claim): string {
  return [unit !== 'date' && unit, scope].filter(Boolean).join('; ');
}
