/**
 * Where the words of a statement stand on the page of their document.
 */
import type { Statement } from './claim.ts';
import type { Reckoning } from './claims.ts';
import { fragmentOf } from './elsewhere.ts';
import { addressOf } from './references.ts';

/** The address of the marker of its passage, where it has one; else of its paragraph, or of the page. */
export function passageAddress(statement: Statement, reckoning: Reckoning, base: string): string {
  return addressOf({ kind: 'document', document: statement.passage.document }, base) + fragmentOf(statement, reckoning);
}
