/**
 * Notes followed from each text of a document to the next: much may change by little and little, so that the first text and the last
 * have no longer enough in common.
 */
import type { Block } from '../core/model.ts';
import { find, type TextQuote } from '../core/quote.ts';
import { reanchorBlocks } from '../core/reanchor-blocks.ts';
import { reanchor } from '../core/reanchor.ts';
import { formerTexts } from '../edition/history.ts';
import type { LoadedDocument } from '../edition/load-document.ts';
import type { Subject } from './subject.ts';

/** The texts of a document from a former one to that of today, in this order; undefined where git does not know all of them. */
export function textsSince(former: string, { source, history }: Subject): string[] | undefined {
  const texts = [source.text];
  for (const { text } of formerTexts(history())) {
    if (text !== texts.at(-1)) texts.push(text);
    if (text === former) return texts.toReversed();
  }
  return undefined;
}

/** Whether a quote stood once in all of the texts, and each time where it had stood before. */
export function stoodThroughout(quote: TextQuote, texts: readonly string[], { former }: Subject): boolean {
  return texts.slice(1).every((text, i) => {
    const [before, after] = [former(texts[i]!).folded, former(text).folded];
    const [was, other] = find(before, quote, 2);
    return was && !other && reanchor([{ quote, was }], after, before)[0]!.state === 'exact';
  });
}

/** The block that one of the first text is in the last; undefined where it was lost on the way. */
export function blockThroughout(number: number, texts: readonly string[], { former }: Subject): Block | undefined {
  let block = former(texts[0]!).flat.blocks[number - 1];
  for (const [i, text] of texts.slice(1).entries()) {
    if (!block) return undefined;
    const [before, after] = [former(texts[i]!), former(text)];
    const [found] = reanchorBlocks([block], blockText(after), blockText(before));
    block = found?.span && after.flat.blocks.find(({ start, end }) => start === found.span!.start && end === found.span!.end);
  }
  return block;
}

/** A document as its blocks are looked for. */
export function blockText({ folded, flat }: LoadedDocument): Parameters<typeof reanchorBlocks>[1] {
  return { folded, blocks: flat.blocks };
}
