/**
 * The search index: Pagefind over the words of the edition, written beside the built pages.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Edition } from '../core/model.ts';
import { searchPages } from './search-pages.ts';

/** Index an edition. Returns how many pages are indexed; throws where Pagefind reports an error or finds nothing. */
export async function writeSearchIndex(edition: Edition, out: string): Promise<number> {
  try {
    // A document in another language has else an index of its own, which no page of the edition asks.
    const { index } = checked(await pagefind.createIndex({ forceLanguage: edition.language }));
    if (!index) throw new Error('Pagefind gave no index.');
    let expected = 0;
    for (const page of searchPages(edition)) {
      checked(await index.addHTMLFile(page));
      expected++;
    }
    checked(await index.writeFiles({ outputPath: join(out, 'pagefind') }));
    const pages = pagesIn(join(out, 'pagefind'));
    if (pages !== expected)
      throw new Error(
        `The search index has ${pages} pages; ${expected} are to be found: each document, its notes, each term, each claim, the timeline.`,
      );
    return pages;
  } finally {
    await pagefind.close();
  }
}

/** How many pages of a written index can be found. An empty index is silent otherwise. */
function pagesIn(bundle: string): number {
  const { languages } = JSON.parse(readFileSync(join(bundle, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  // The search asks the index of the edition's language alone.
  const [only, ...others] = Object.values(languages);
  return only && others.length === 0 ? only.page_count : 0;
}

function checked<T extends { readonly errors: readonly string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
