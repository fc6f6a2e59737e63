/**
 * A document folded to what is asked of it: the paragraphs that hold a point stand open, with their words marked; the others are
 * folded away, run by run.
 */
import type { Block, Document } from './model.ts';

/** Words of a document, or one of its blocks as a whole, under a number. */
export interface Point {
  readonly number: number;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

export type Fold =
  | { readonly kind: 'open'; readonly block: Block; readonly pieces: readonly Piece[]; readonly whole: readonly number[] }
  | { readonly kind: 'folded'; readonly blocks: readonly { readonly block: Block; readonly words: string }[] };

/** A run of words, marked or not, and the numbers of the points that end with it. */
export interface Piece {
  readonly words: string;
  readonly marked: boolean;
  readonly ends: readonly number[];
}

/** Fold a document, in its order; nothing of its words is lost. */
export function foldedText({ blocks, words }: Pick<Document, 'blocks' | 'words'>, points: readonly Point[]): Fold[] {
  const here = Map.groupBy(points, ({ block }) => block);
  const folds: Fold[] = [];
  let run: { block: Block; words: string }[] | undefined;
  for (const block of blocks) {
    const own = here.get(block);
    if (own) {
      run = undefined;
      const whole = numbersOf(own.filter((point) => point.whole));
      folds.push({
        kind: 'open',
        block,
        pieces: piecesOf(
          block,
          words,
          own.filter((point) => !point.whole),
        ),
        whole,
      });
    } else {
      if (!run) folds.push({ kind: 'folded', blocks: (run = []) });
      run.push({ block, words: words.slice(block.start, block.end) });
    }
  }
  return folds;
}

function piecesOf(block: Block, words: string, points: readonly Point[]): Piece[] {
  const cuts = [...new Set([block.start, block.end, ...points.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    return {
      words: words.slice(start, end),
      marked: points.some((point) => point.start <= start && end <= point.end),
      ends: numbersOf(points.filter((point) => point.end === end)),
    };
  });
}

function numbersOf(points: readonly Point[]): number[] {
  return [...new Set(points.map(({ number }) => number))].sort((a, b) => a - b);
}
