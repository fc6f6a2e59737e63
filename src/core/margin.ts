/**
 * Where notes stand in the margin: each beside the line of its marker, as far as there is room. Lines are reckoned from numbers of
 * letters when the site is built, and become distances between notes; so a wrong guess is a line too high or too low, and never one
 * note on another.
 */

/** Letters in a line of the text, in one of a note, and lines of the text that a line of a note takes. */
const textLine = 68;
const noteLine = 46;
const noteHeight = 0.72;
/** The space under a note, and that between blocks, in lines of the text. */
const underNote = 0.45;
const betweenBlocks = 0.6;

/** A block of the document, with what stands beside it. */
export interface Column {
  /** How many letters it has; more lines than these make, such as in lists and tables, only leave more room. */
  readonly letters: number;
  readonly notes: readonly {
    /** How many letters of the block stand before the end of its passage. */
    readonly at: number;
    /** How many letters it shows, closed. */
    readonly letters: number;
  }[];
}

/** So many lines a note may stand under its block without being missed there. */
const bearable = 2;

/**
 * Which blocks have more beside them than there is room for until the next block that has notes: their notes are to be shortened.
 * @param ample the blocks with their notes as they would be with ample room
 * @param scant and as they are when shortened
 */
export function crowded(ample: readonly Column[], scant: readonly Column[]): boolean[] {
  let over = 0;
  return ample.map((block, i) => {
    const short = block.notes.length > 0 && over + sumOf(block) > roomOf(ample, i) + bearable;
    over = Math.max(0, over + sumOf(short ? scant[i]! : block) - heightOf(block) - betweenBlocks);
    return short;
  });
}

/** From the top of a block to the top of the next that has notes. */
function roomOf(blocks: readonly Column[], at: number): number {
  let room = heightOf(blocks[at]!) + betweenBlocks;
  for (let next = at + 1; next < blocks.length && blocks[next]!.notes.length === 0; next++) room += heightOf(blocks[next]!) + betweenBlocks;
  return room;
}

function heightOf({ letters }: Column): number {
  return Math.max(1, Math.ceil(letters / textLine));
}

function noteHeightOf(letters: number): number {
  return Math.ceil(letters / noteLine) * noteHeight + underNote;
}

function sumOf({ notes }: Column): number {
  return notes.reduce((sum, note) => sum + noteHeightOf(note.letters), 0);
}

/** More lines than these between two notes are of no use. */
export const furthest = 24;

/**
 * For each note of each block how many lines of text it keeps from the note before it, or from the beginning of its block. Where the
 * notes of a block need all its height, they keep none: what comes after is not to be pushed down.
 */
export function drops(blocks: readonly Column[]): number[][] {
  // How far the notes so far reach below the top of the block at hand.
  let over = 0;
  return blocks.map((block, i) => {
    const { notes } = block;
    const height = heightOf(block);
    const heights = notes.map((note) => noteHeightOf(note.letters));
    const wanted = notes.map((note) => Math.floor(note.at / textLine));
    const tops = placed(wanted, heights, Math.max(0, over), notes.length === 0 ? height : roomOf(blocks, i) + bearable);
    let at = Math.max(0, over);
    const kept = tops.map((top, i) => {
      const drop = Math.min(furthest, Math.max(0, Math.floor(top - at)));
      at += drop + heights[i]!;
      return drop;
    });
    over = (notes.length > 0 ? at : over) - height - betweenBlocks;
    return kept;
  });
}

/** Tops from above, each at its line or under the one before; then from below, so that the last ends where there is room. */
function placed(wanted: readonly number[], heights: readonly number[], from: number, room: number): number[] {
  const tops: number[] = [];
  for (const [i, line] of wanted.entries()) tops.push(Math.max(line, i === 0 ? from : tops[i - 1]! + heights[i - 1]!));
  let floor = room;
  for (let i = tops.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i]!, floor - heights[i]!);
    floor = tops[i]!;
  }
  return tops;
}
