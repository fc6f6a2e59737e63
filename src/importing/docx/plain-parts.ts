/**
 * Where the conversion of some blocks adds words, those blocks alone made anew from the paragraphs of the file.
 */
import type { Root, RootContent } from 'mdast';
import { treeOfParagraphs } from '../clean-tree.ts';
import { wordsOf } from '../law.ts';
import { textOfTree } from '../to-mdx.ts';

/**
 * Blocks with words that were added give way to the paragraphs that stand between their neighbours in the file.
 * @param paragraphs of the file, in order
 * @param elsewhere texts that stand in the head or were set aside
 * @returns the new tree, and the texts of the new paragraphs
 */
export function withPlainParts(
  root: Root,
  paragraphs: readonly string[],
  added: readonly string[],
  elsewhere: readonly string[],
): { root: Root; plain: string[] } {
  const unwanted = new Set(added);
  const taken = new Set(elsewhere.map(lettersOf));
  const units = paragraphs.flatMap((text) => text.split('\n')).filter((text) => wordsOf(text).length > 0);
  const letters = units.map(lettersOf);
  const places = Map.groupBy(letters.keys(), (i) => letters[i]!);
  const children: RootContent[] = [];
  const plain: string[] = [];
  /** The first unit that no block has yet. */
  let next = 0;
  let waiting = false;
  const settle = (until: number): void => {
    if (!waiting) return;
    waiting = false;
    const texts = units.slice(next, until).filter((_, i) => !taken.has(letters[next + i]!));
    plain.push(...texts);
    children.push(...treeOfParagraphs(texts).children);
  };
  for (const block of root.children) {
    const text = textOfTree(block);
    if (block.type !== 'footnoteDefinition' && wordsOf(text).some((word) => unwanted.has(word))) {
      waiting = true;
      continue;
    }
    const place = placeOf(text, letters, places, next);
    if (place) {
      settle(place.start);
      next = place.end;
    } else if (block.type === 'footnoteDefinition') settle(units.length);
    children.push(block);
  }
  settle(units.length);
  return { root: { type: 'root', children }, plain };
}

/** Where the lines of a block stand. */
function placeOf(
  text: string,
  letters: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  from: number,
): { start: number; end: number } | undefined {
  const whole = lettersOf(text);
  const first = text.split('\n').map(lettersOf).find(Boolean);
  const start = first === undefined ? undefined : firstFrom(places.get(first) ?? [], from);
  if (start === undefined) return undefined;
  let end = start;
  for (let length = 0; length < whole.length && end < letters.length; end++) {
    if (!whole.startsWith(letters[end]!, length)) return undefined;
    length += letters[end]!.length;
  }
  return { start, end };
}

/** The first of some rising numbers that is not below another. */
function firstFrom(rising: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return rising[low];
}

function lettersOf(text: string): string {
  return wordsOf(text).join('');
}
