/**
 * All claims of the edition as data: what each document says, in its words, and how the statements stand to each other.
 */
import { published } from '../components/addresses.ts';
import { claimsData } from '../core/claims-data.ts';
import { contentTypes } from '../core/content-types.ts';
import { edition } from '../edition/current.ts';

export function GET(): Response {
  return new Response(`${JSON.stringify(claimsData(edition(), published), undefined, 1)}\n`, {
    headers: { 'Content-Type': contentTypes['.json']! },
  });
}
