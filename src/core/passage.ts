/**
 * Quotes led to their passages: each found exactly once, or a problem that says what to type instead. Nothing is placed by likeness.
 */
import type { Block, Place, Span } from './model.ts';
import { count, problem, type Problem } from './problem.ts';
import { describe, find, nearest, type TextQuote } from './quote.ts';
import { blockAround, type Flat } from './tree.ts';
import type { Folded } from './words.ts';

export interface Words {
  readonly document: string;
  readonly flat: Flat;
  readonly folded: Folded;
  /** The line and column of an offset in the document's file. */
  readonly placeOf: (offset: number) => Place;
}

/** Some words of a document, or one of its blocks as a whole. */
export type Selector = TextQuote | { readonly paragraph: number };

export interface Passage {
  readonly span: Span;
  readonly block: Block;
  readonly whole: boolean;
}

/** The passage of a quote; undefined, with a problem, where it is not there or is there more than once. */
export function findPassage(on: Selector, words: Words, quotePlace: () => Place, problems: Problem[]): Passage | undefined {
  if ('paragraph' in on) {
    const block = words.flat.blocks[on.paragraph - 1];
    if (block?.number === on.paragraph) return { span: block, block, whole: true };
    const last = words.flat.blocks.filter((each) => each.number > 0).length;
    problems.push(
      problem('quote-not-found', quotePlace(), `${words.document} has no paragraph ${on.paragraph}; it has ${count(last, 'paragraph')}.`),
    );
    return undefined;
  }
  const found = find(words.folded, on);
  if (found.length === 1) return passageAt(words, found[0]!);
  problems.push(found.length === 0 ? notFound(on, words, quotePlace(), reanchoring(words)) : ambiguous(on, found, words, quotePlace()));
  return undefined;
}

function passageAt(words: Words, span: Span): Passage | undefined {
  const block = blockAround(words.flat.blocks, span);
  return block && { span, block, whole: false };
}

/** What to say of words that are not there. @param mend the command that looks for them, on a line of its own; or nothing */
export function notFound(quote: TextQuote, words: Words, place: Place, mend = ''): Problem {
  const alone = quote.prefix || quote.suffix ? find(words.folded, { exact: quote.exact }) : [];
  if (alone.length > 0) {
    const span = alone[0]!;
    return problem(
      'quote-not-found',
      place,
      `“${short(quote.exact)}” is in ${words.document}, but not after this prefix and before this suffix.`,
      {
        suggestion: `Write ${choiceOf(words, span)}.${mend}`,
        related: [{ place: words.placeOf(span.start), message: 'The words stand here:' }],
      },
    );
  }
  const span = nearest(words.folded, quote.exact);
  const message = `“${short(quote.exact)}” is not in ${words.document}.`;
  if (!span)
    return problem('quote-not-found', place, message, {
      suggestion: `Nothing there is like it. A quote stands within one block, and headings are no blocks.${mend}`,
    });
  return problem('quote-not-found', place, message, {
    suggestion: `Did you mean “${words.flat.words.slice(span.start, span.end).replaceAll(/\s+/g, ' ')}”?${mend}`,
    related: [{ place: words.placeOf(span.start), message: 'The nearest words stand here:' }],
  });
}

/** The command that looks for words that were there once. */
function reanchoring({ document }: Words): string {
  return `\nWhere its words went: npm run reanchor -- ${document}`;
}

function ambiguous(quote: TextQuote, found: readonly Span[], words: Words, place: Place): Problem {
  const first = found.slice(0, 3);
  const choices = new Set(first.map((span) => `${choiceOf(words, span)}   for ${paragraphOf(words, span)}`));
  return problem('quote-ambiguous', place, `“${short(quote.exact)}” stands ${count(found.length, 'time')} in ${words.document}.`, {
    suggestion: `Write the one that you mean:\n${[...choices].map((choice) => `  quote: ${choice}`).join('\n')}${found.length > 3 ? `\n  … and ${found.length - 3} more` : ''}`,
    related: first.map((span) => ({ place: words.placeOf(span.start), message: 'It stands here:' })),
  });
}

/** What to type for this place: the quote with its context or, where no context settles it, its block as a whole. */
function choiceOf(words: Words, span: Span): string {
  const quote = describe(words.folded, words.flat.words, span);
  if (quote) return inYaml(quote);
  const number = passageAt(words, span)?.block.number;
  return number ? `{ paragraph: ${number} }` : '{ exact: … } with more words';
}

function paragraphOf(words: Words, span: Span): string {
  const number = passageAt(words, span)?.block.number;
  return number ? `¶ ${number}` : 'the footnotes';
}

function inYaml(quote: TextQuote): string {
  const parts = (['exact', 'prefix', 'suffix'] as const).flatMap((key) => (quote[key] ? [`${key}: ${JSON.stringify(quote[key])}`] : []));
  return `{ ${parts.join(', ')} }`;
}

/** The beginning of words, for a message. */
export function short(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > 90 ? `${plain.slice(0, 90).trimEnd()}…` : plain;
}
