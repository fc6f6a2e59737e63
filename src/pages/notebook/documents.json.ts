/** What the reader's notebook says of the documents that its entries are on: fetched by its page where it has any. */
import type { APIRoute } from 'astro';
import { absolute, documentPath } from '../../components/addresses.ts';
import { citation } from '../../components/source-lines.ts';
import { directionOf } from '../../core/direction.ts';
import { edition } from '../../edition/current.ts';

export const GET: APIRoute = () => {
  const current = edition();
  const documents = current.documents.map((document) => ({
    id: document.id,
    title: document.title,
    language: document.language,
    direction: directionOf(document.language),
    citation: citation(document, current),
    path: documentPath(document.id),
    address: absolute(documentPath(document.id)),
  }));
  return new Response(JSON.stringify(documents), { headers: { 'content-type': 'application/json' } });
};
