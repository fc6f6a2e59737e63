import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowded, drops, furthest, type Column } from '../../src/core/margin.ts';
import '../properties.ts';

const line = 68;
const block = (lines: number, ...notes: [atLine: number, letters: number][]): Column => ({
  letters: lines * line,
  notes: notes.map(([at, letters]) => ({ at: at * line, letters })),
});

const short = (...blocks: Column[]): boolean[] =>
  crowded(
    blocks,
    blocks.map((each) => ({ ...each, notes: each.notes.map((note) => ({ ...note, letters: Math.min(110, note.letters) })) })),
  );

describe('how far a note keeps from the one above', () => {
  test.each<[string, Column[], number[][]]>([
    ['beside the first line', [block(10, [0, 40])], [[0]]],
    ['beside the sixth', [block(10, [6, 40])], [[6]]],
    ['beside its last line', [block(10, [9, 40])], [[9]]],
    ['each beside its own', [block(20, [2, 40], [12, 40])], [[2, 8]]],
    ['two of one line, one under the other', [block(20, [5, 40], [5, 40])], [[5, 0]]],
    ['no room: from the top', [block(3, [2, 400], [2, 400])], [[0, 0]]],
    ['what reaches over from before takes of the drop', [block(2, [0, 400]), block(12, [8, 40])], [[0], [3]]],
    ['a block without notes gives its room', [block(2, [0, 400]), block(10), block(12, [8, 40])], [[0], [], [8]]],
    ['never so far that it is lost', [block(400, [300, 40])], [[furthest]]],
    ['an empty block', [{ letters: 0, notes: [{ at: 0, letters: 0 }] }], [[0]]],
  ])('%s', (_, blocks, expected) => expect(drops(blocks)).toEqual(expected));

  test('notes that would push others down are shortened, and only they', () => {
    expect(short(block(3, [0, 300]), block(3, [0, 300]))).toEqual([false, true]);
    expect(short(block(3, [0, 300]), block(9), block(3, [0, 300]))).toEqual([false, false, false]);
    expect(short(block(2, [0, 300], [0, 300]), block(2, [0, 40]))).toEqual([true, false]);
  });

  test('is a whole number of lines, one for each note', () => {
    const note = fc.record({ at: fc.nat(5000), letters: fc.nat(600) });
    const any = fc.array(fc.record({ letters: fc.nat(5000), notes: fc.array(note, { maxLength: 40 }) }));
    fc.assert(
      fc.property(any, (blocks) => {
        const kept = drops(blocks);
        expect(kept.map((each) => each.length)).toEqual(blocks.map((each) => each.notes.length));
        for (const drop of kept.flat()) expect(Number.isInteger(drop) && drop >= 0 && drop <= furthest).toBe(true);
      }),
    );
  });
});
