/**
 * The sentence around a mention, for the page of its term.
 */
import type { Span } from './model.ts';

/** Longest context on either side, in UTF-16 code units; what is longer is cut at a word. */
const reach = 180;
const sentenceEnd =
  /(?<!(?:^|[\s(“"‘'])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|vol|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|\p{Lu}\.\p{Lu}|\p{Lu}\.\p{Lu}\.\p{Lu}))[.!?…。！？؟][”’"')\]»]*(?:\s+|$)|[。！？]/gu;

/**
 * Before, the mention itself, after: together the sentence that a span stands in.
 * @param block the bounds of the block that the span stands in
 */
export function sentenceAround(words: string, block: Span, span: Span): [string, string, string] {
  let start = block.start;
  let end = block.end;
  const from = Math.max(block.start, span.start - 2 * reach);
  for (const match of words.slice(from, span.start).matchAll(sentenceEnd)) start = from + match.index + match[0].length;
  const following = words.slice(span.end, Math.min(block.end, span.end + 2 * reach));
  sentenceEnd.lastIndex = 0;
  const close = sentenceEnd.exec(following);
  sentenceEnd.lastIndex = 0;
  if (close) end = span.end + close.index + close[0].length;
  let before = words.slice(start, span.start);
  let after = words.slice(span.end, end).trimEnd();
  // Where no space stands, the cut may fall within a letter: half of one is left out.
  if (before.length > reach) before = `… ${before.slice(-reach).replace(/^\S*\s+|^[\udc00-\udfff]/, '')}`;
  if (after.length > reach) after = `${after.slice(0, reach).replace(/\s+\S*$|[\ud800-\udbff]$/, '')} …`;
  return [before.replaceAll(/\s+/g, ' '), words.slice(span.start, span.end).replaceAll(/\s+/g, ' '), after.replaceAll(/\s+/g, ' ')];
}
