/**
 * Mentions of terms: those that a document marks itself, and those that are found in its words.
 */
import { sentenceAround } from '../core/sentence.ts';
import { resolve, type Destinations } from '../core/links.ts';
import type { Mention, Span, TermMention } from '../core/model.ts';
import type { Problem } from '../core/problem.ts';
import type { Found } from '../core/terms.ts';
import type { LoadedDocument } from './load-document.ts';

/** The mentions of a document in order: none overlaps another, none stands in a link of the document's own or in code. */
export function mentionsIn(document: LoadedDocument, found: readonly Found[], to: Destinations, problems: Problem[]): Mention[] {
  const { flat } = document;
  const blockAt = blockFinder(document);
  const marked = document.terms.flatMap((each): Mention[] => {
    if (!to.terms.has(each.term)) {
      // A link that leads nowhere is told of with the other links.
      if (!each.link) resolve(`term:${each.term}`, document.id, to, () => each.place, problems);
      return [];
    }
    const block = blockAt(each.start);
    return block ? [{ term: each.term, start: each.start, end: each.end, block, authored: each.link }] : [];
  });
  const closed = [...flat.pieces.values()].filter((piece) => piece.where !== 'text');
  const free = apart(found, [...marked, ...closed]);
  const all = [
    ...marked,
    ...free.flatMap((each): Mention[] => {
      const block = blockAt(each.start);
      return block ? [{ ...each, block, authored: false }] : [];
    }),
  ];
  return all.sort((a, b) => a.start - b.start);
}

/** Those of a list of spans, in order, that overlap none of others: one walk along both. */
function apart<T extends Span>(spans: readonly T[], others: readonly Span[]): T[] {
  const taken: { start: number; end: number }[] = [];
  for (const { start, end } of others.toSorted((a, b) => a.start - b.start)) {
    const last = taken.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else taken.push({ start, end });
  }
  let at = 0;
  return spans.filter((span) => {
    while (at < taken.length && taken[at]!.end <= span.start) at++;
    return at === taken.length || taken[at]!.start >= span.end;
  });
}

/** Every mention of each term in its sentence, by term, in the order of documents and words. */
export function mentionSentences(
  documents: readonly LoadedDocument[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
): Map<string, TermMention[]> {
  const byTerm = new Map<string, TermMention[]>();
  for (const document of documents) {
    for (const mention of mentions.get(document.id) ?? []) {
      const list = byTerm.get(mention.term) ?? [];
      byTerm.set(mention.term, list);
      list.push({
        document: document.id,
        block: mention.block.number,
        sentence: sentenceAround(document.flat.words, mention.block, mention),
      });
    }
  }
  return byTerm;
}

/** The block at an offset, for offsets that are asked in order or nearly so. */
function blockFinder(document: LoadedDocument): (offset: number) => Mention['block'] | undefined {
  const { blocks } = document.flat;
  let at = 0;
  return (offset) => {
    while (at > 0 && blocks[at]!.start > offset) at--;
    while (at < blocks.length - 1 && blocks[at]!.end < offset) at++;
    return blocks[at];
  };
}
