/**
 * What the words of a statement or of a passage prove: its answer, or its date, which nobody writes for the editor.
 */
import { fold } from '../core/words.ts';
import type { Misfit } from './subject.ts';

/**
 * A misfit that is left to its editor where a statement or a passage would have words with other numbers or names: the quote may be put
 * right, and the answer beside it is then another. Where the words prove a value without a figure, any other words may be of another one.
 */
export function withAnswerKept(misfit: Misfit): Misfit {
  const { of, found, sure, document } = misfit;
  if (of === 'note' || found.state !== 'changed' || !found.span || !sure) return misfit;
  const { start, end } = found.span;
  const [was, is] = [factsOf(formerWords(misfit)), factsOf(document.flat.words.slice(start, end))];
  const proves = misfit.valued && !was.some((word) => /\p{N}/u.test(word));
  return proves || was.join(' ') !== is.join(' ') ? { ...misfit, sure: false } : misfit;
}

function formerWords({ former, quote }: Misfit): string {
  if (former) return former.words.slice(former.span.start, former.span.end);
  return 'exact' in quote ? quote.exact : '';
}

/** Words with a figure, or that begin with a capital. */
function factsOf(words: string): string[] {
  return fold(words).text.match(/(?:\p{N}|(?<![\p{L}\p{M}])\p{Lu})[\p{L}\p{M}\p{N}]*(?:[.,:/][\p{L}\p{N}]+)*/gu) ?? [];
}
