/**
 * The search index: Pagefind over the built pages, and one page of notes for each document.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import * as pagefind from 'pagefind';
import { kindNames } from '../core/apparatus.ts';
import type { Document, Edition } from '../core/model.ts';
import { h, textOf } from '../core/tree.ts';

/** Index a built site. Returns how many pages are indexed; throws where Pagefind reports an error or finds nothing. */
export async function writeSearchIndex(edition: Edition, out: string): Promise<number> {
  try {
    const { index } = checked(await pagefind.createIndex());
    if (!index) throw new Error('Pagefind gave no index.');
    checked(await index.addDirectory({ path: out }));
    let expected = edition.documents.length + edition.terms.length;
    for (const document of edition.documents) {
      if (document.annotations.length === 0) continue;
      checked(await index.addHTMLFile({ url: `/documents/${document.id}/?kind=note`, content: notesPage(document, edition) }));
      expected++;
    }
    checked(await index.writeFiles({ outputPath: join(out, 'pagefind') }));
    const pages = pagesIn(join(out, 'pagefind'));
    if (pages !== expected)
      throw new Error(`The search index has ${pages} pages; ${expected} are to be found: each document, its notes, each term.`);
    return pages;
  } finally {
    await pagefind.close();
  }
}

/** The notes of a document as a page of their own: its address differs, for an address used twice is overwritten without a word. */
function notesPage(document: Document, edition: Edition): string {
  const notes = document.annotations.map((note) => {
    const passage = document.words.slice(note.span.start, note.span.end).replaceAll(/\s+/g, ' ');
    const title = `${kindNames[note.kind]}, note ${note.number}${note.whole ? '' : `, on “${passage.length > 60 ? `${passage.slice(0, 60).trimEnd()}…` : passage}”`}`;
    return h(
      'section',
      { id: `note-${note.id}`, dataPagefindTitle: title },
      [note.body, note.more].flatMap((root) => root?.children.map((child) => textOf(child)) ?? []).join(' '),
    );
  });
  const body = h(
    'body',
    { dataPagefindBody: '', dataPagefindFilter: 'kind:note' },
    h('h1', { dataPagefindIgnore: '', dataPagefindMeta: 'title' }, document.title),
    ...notes,
  );
  return `<!doctype html>${toHtml(h('html', { lang: edition.language }, body))}`;
}

/** How many pages a written index says it has. An empty index is silent otherwise. */
function pagesIn(bundle: string): number {
  const { languages } = JSON.parse(readFileSync(join(bundle, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(languages).reduce((sum, language) => sum + language.page_count, 0);
}

function checked<T extends { readonly errors: readonly string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
