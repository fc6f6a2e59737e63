/**
 * What a document's head says of its source, in words.
 */
import { citableDocument } from '../core/citable.ts';
import { cite } from '../core/citation.ts';
import { formatEdtf } from '../core/edtf.ts';
import type { Document, Edition } from '../core/model.ts';

/** Words a minute, as reading research has it for adults who read prose silently (Brysbaert 2019: 238). */
const wordsPerMinute = 238;

const textRelationNames = {
  original: 'the source’s own words',
  restated: 'restated in words of our own',
  excerpt: 'an excerpt of the source',
} as const;

/** How these words relate to those of the source. */
export function textLine(document: Document): string {
  return textRelationNames[document.text];
}

/** Who wrote it, who published it, when, as far as it is known: “A. Reader, VOA Editorials, about April 2021”. */
export function sourceLine({ source }: Document): string {
  return [source.author, source.publisher, source.published && formatEdtf(source.published)].filter(Boolean).join(', ');
}

/** “3 minutes, 1,607 words”. */
export function lengthLine(document: Document): string {
  const minutes = Math.max(1, Math.round(document.wordCount / wordsPerMinute));
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, ${document.wordCount.toLocaleString('en')} words`;
}

/** A citation of a document in this edition, without paragraph and address. */
export function citation(document: Document, edition: Edition): string {
  return cite('plain', citableDocument(document, edition), { address: '' });
}
