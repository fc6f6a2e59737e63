/**
 * Everything that the links of an edition can lead to.
 */
import type { Destinations, DocumentDestination } from '../core/links.ts';
import type { Annotation, LostNote } from '../core/model.ts';
import type { EditionFiles } from './files.ts';
import type { Sources } from './linked.ts';
import type { LoadedDocument } from './load-document.ts';

/** Faulty documents and terms are there as well: what is wrong with them is told once, and not of every link to them. */
export function destinationsOf(
  files: Pick<EditionFiles, 'unreadable' | 'glossary' | 'claims'>,
  { documents, notes, lost, terms, claims, events }: Omit<Sources, 'images'>,
  { base, language }: { readonly base: string; readonly language: string },
): Destinations {
  const unread = { title: '', valid: false, blocks: 0, headings: new Set<string>(), notes: new Map<string, number | undefined>() };
  return {
    documents: new Map<string, DocumentDestination>([
      ...idsIn(files.unreadable, 'documents').map((id) => [id, unread] as const),
      ...documents.map(
        (document) =>
          [document.id, destination(document, [...(notes.get(document.id) ?? []), ...(lost?.get(document.id) ?? [])], language)] as const,
      ),
    ]),
    terms: new Map(
      [...idsIn(files.unreadable, 'glossary'), ...files.glossary.map((file) => file.id)]
        .map((id) => [id, id] as const)
        .concat(terms.map((term) => [term.id, term.raw.term])),
    ),
    claims: new Map(
      [...idsIn(files.unreadable, 'claims'), ...files.claims.map((file) => file.id)]
        .map((id) => [id, id] as const)
        .concat(claims.map((claim) => [claim.id, claim.question])),
    ),
    events: new Map(events.map((event) => [event.id, event.title])),
    base,
  };
}

function destination(document: LoadedDocument, notes: readonly (Annotation | LostNote)[], language: string): DocumentDestination {
  return {
    title: document.raw.title,
    language: document.raw.language === language ? undefined : document.raw.language,
    valid: document.valid,
    blocks: document.flat.blocks.filter((block) => block.number > 0).length,
    headings: new Set(document.headings.map((heading) => heading.id)),
    notes: new Map(notes.map((note) => [note.id, 'number' in note ? note.number : undefined])),
  };
}

function idsIn(names: ReadonlySet<string>, folder: string): string[] {
  return [...names].filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
}
