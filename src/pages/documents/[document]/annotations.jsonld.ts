/**
 * The notes on one document, as other tools read them. A document without notes has no such file.
 */
import { published } from '../../../components/addresses.ts';
import { contentTypes } from '../../../core/content-types.ts';
import { annotationPage, hasNotes, jsonText } from '../../../core/web-annotation.ts';
import { documentsById, edition } from '../../../edition/current.ts';

export function getStaticPaths() {
  return edition()
    .documents.filter(hasNotes)
    .map(({ id }) => ({ params: { document: id } }));
}

export function GET({ params }: { params: { document: string } }): Response {
  const { document } = documentsById().get(params.document)!;
  return new Response(jsonText(annotationPage(document, edition(), published)), { headers: { 'Content-Type': contentTypes['.jsonld']! } });
}
