/**
 * Where the words of an entry stand in its document as the edition has it now: its page is fetched, once, and read as it would be read
 * when it is opened.
 */
import type { Entry } from '../../core/notebook.ts';
import { partsOf } from '../../core/notebook.ts';
import { fragmentFor } from '../../core/text-fragment.ts';
import { place } from './draw.ts';
import { shownIn, wordsOf, type PageWords } from './page-words.ts';

/** `unknown` where the page could not be read, `lost` where the words are not on it. */
export type Place = 'unknown' | 'lost' | { readonly block: number; readonly fragment: string; readonly changed: boolean };

const pages = new Map<string, Promise<PageWords | undefined>>();
/** One at a time: a long notebook shall not ask for everything at once. */
let turn: Promise<unknown> = Promise.resolve();

/** @param path of the document's page, on this host */
export async function placeOf(entry: Entry, path: string): Promise<Place> {
  const page = await pageOf(path);
  if (!page) return 'unknown';
  const [placed] = await place([entry], page);
  const span = placed?.span;
  const block = span && partsOf(span, page)[0]?.block;
  if (!span || !block) return 'lost';
  return { block: block.number, fragment: fragmentFor(block.number, shownIn(span, page)), changed: placed.changed };
}

function pageOf(path: string): Promise<PageWords | undefined> {
  const known = pages.get(path) ?? after(() => read(path));
  pages.set(path, known);
  return known;
}

function after<T>(call: () => Promise<T>): Promise<T> {
  const next = turn.then(call);
  turn = next.catch(() => {});
  return next;
}

async function read(path: string): Promise<PageWords | undefined> {
  try {
    const answer = await fetch(path);
    if (!answer.ok) return undefined;
    const text = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.document > .text');
    return text ? wordsOf(text) : undefined;
  } catch {
    return undefined;
  }
}
