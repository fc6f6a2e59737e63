/**
 * All notes of the edition, as other tools read them: how many, and the pages that hold them.
 */
import { published } from '../components/addresses.ts';
import { contentTypes } from '../core/content-types.ts';
import { annotationCollection, jsonText } from '../core/web-annotation.ts';
import { edition } from '../edition/current.ts';

export function GET(): Response {
  return new Response(jsonText(annotationCollection(edition(), published)), { headers: { 'Content-Type': contentTypes['.jsonld']! } });
}
