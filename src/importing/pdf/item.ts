/**
 * A run of letters on a page, and how two of them stand to each other.
 */

/** A run of letters that was drawn at once. */
export interface Item {
  readonly text: string;
  readonly x: number;
  /** The baseline, upwards from the foot of the page. */
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  readonly font: string;
  readonly rightToLeft: boolean;
  /** Whether it runs along the line of the page, as nearly all text does. */
  readonly upright: boolean;
  /** Whether a space was drawn before it. */
  readonly spaced: boolean;
  /** Its place in the order in which the page is drawn. */
  readonly index: number;
}

/** Whether an item goes on in the word of the one before it in reading: on one line, with no space between. */
export function isGlued(item: Item, next: Item): boolean {
  const later = item.index > next.index ? item : next;
  if (later.spaced || /\s$/.test(item.text) || /^\s/.test(next.text) || !item.upright || !next.upright) return false;
  const size = Math.max(item.size, next.size);
  if (!isLevel(item, next)) return false;
  const rightwards = next.x - (item.x + item.width);
  const leftwards = item.x - (next.x + next.width);
  // What is no word can stand on either side.
  const either = item.rightToLeft !== next.rightToLeft;
  if (either && hasWords(item) && hasWords(next)) return false;
  const gap = either ? Math.max(rightwards, leftwards) : item.rightToLeft ? leftwards : rightwards;
  return gap > -size / 2 && gap < size * 0.15;
}

function hasWords({ text }: Item): boolean {
  return /[\p{L}\p{N}\p{M}\p{S}]/u.test(text);
}

/** Whether two items stand on one line, raised and lowered signs with it. */
export function isLevel(item: Pick<Item, 'y' | 'size'>, other: Pick<Item, 'y' | 'size'>): boolean {
  return Math.abs(item.y - other.y) < Math.max(item.size, other.size) * 0.45;
}
