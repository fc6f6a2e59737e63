/**
 * The beginning of a long note, and the rest, cut between words: what is too long for the margin opens.
 */
import type { ElementContent } from 'hast';
import { textOf } from './tree.ts';

/** Letters of a note that stand in the margin, with room and without; a note that is hardly longer is not cut. */
const rooms = { ample: { shown: 320, spare: 120 }, scant: { shown: 110, spare: 40 } } as const;
export type Room = keyof typeof rooms;

/** How many letters of a text of so many are shown, about. */
export function lettersShown(letters: number, room: Room): number {
  const { shown, spare } = rooms[room];
  return letters <= shown + spare ? letters : shown;
}

/**
 * Cut the content of a paragraph. Links, emphasis and the like are never cut: they belong to the rest as a whole.
 * @returns the rest empty where the paragraph is short enough. Together they have the letters of the whole, once, in order.
 */
export function clamp(
  children: readonly ElementContent[],
  room: Room = 'ample',
): { readonly head: ElementContent[]; readonly rest: ElementContent[] } {
  const { shown, spare } = rooms[room];
  const lengths = children.map((child) => (child.type === 'comment' ? 0 : textOf(child).length));
  if (lengths.reduce((sum, length) => sum + length, 0) <= shown + spare) return { head: [...children], rest: [] };
  let before = 0;
  for (const [i, child] of children.entries()) {
    if (before + lengths[i]! <= shown) {
      before += lengths[i]!;
      continue;
    }
    // At the last space before the border; a single word, or the first thing of all, is not cut.
    const border = child.type === 'text' ? child.value.lastIndexOf(' ', shown - before) + 1 : 0;
    if (border > 0 && child.type === 'text')
      return {
        head: [...children.slice(0, i), { type: 'text', value: child.value.slice(0, border) }],
        rest: [{ type: 'text', value: child.value.slice(border) }, ...children.slice(i + 1)],
      };
    if (i > 0) return { head: children.slice(0, i), rest: children.slice(i) };
    before += lengths[i]!;
  }
  return { head: [...children], rest: [] };
}
