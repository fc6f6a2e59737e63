import { describe, expect, test } from 'vitest';
import { reanchorBlocks } from '../../src/core/reanchor-blocks.ts';
import { fold } from '../../src/core/words.ts';
import { flatOf } from './trees.ts';

const camp = 'Nobody in the camp had counted the children before the winter came, and nobody wished to know.';
const harbour = 'The harbour was closed for nine years after the second flood; the ledgers of Dr. Yarrow say why.';
const council = 'A council of twelve sat on Mondays to settle quarrels over water, and it rarely agreed.';
const text = [camp, harbour, council].join('\n\n');
const figure = '![A chart](images/chart.png)';

/** The state of a block of the former text and, where it has a place, its number now. */
function found(number: number, after: string, before: string): string {
  const [old, now] = [before, after].map((markdown) => {
    const flat = flatOf(markdown);
    return { folded: fold(flat.words), blocks: flat.blocks };
  }) as [Parameters<typeof reanchorBlocks>[1], Parameters<typeof reanchorBlocks>[1]];
  const [{ state, span }] = reanchorBlocks([old.blocks[number - 1]!], now, old) as [ReturnType<typeof reanchorBlocks>[number]];
  return span ? `${state}: ${now.blocks.find(({ start, end }) => start === span.start && end === span.end)?.number}` : state;
}

describe('a whole block', () => {
  test.each<[string, number, string, string, string]>([
    ['nothing changed', 2, text, text, 'exact: 2'],
    ['words were changed in it', 2, text.replace('nine', 'ten'), text, 'exact: 2'],
    ['a block was put before it', 2, `New words stand here.\n\n${text}`, text, 'moved: 3'],
    ['one before it was cut', 3, [camp, council].join('\n\n'), text, 'moved: 2'],
    ['it moved, and a word was changed', 2, [harbour.replace('nine', 'ten'), camp, council].join('\n\n'), text, 'changed: 1'],
    ['it was cut', 2, [camp, council].join('\n\n'), text, 'lost'],
    ['it was cut, and another came in its place', 2, [camp, 'Bread was dear that year.', council].join('\n\n'), text, 'lost'],
    ['it was joined to the one before', 2, [`${camp} ${harbour}`, council].join('\n\n'), text, 'changed: 1'],
    ['it was divided evenly', 2, text.replace('years after the', 'years after.\n\nThe'), text, 'ambiguous'],
    ['it was divided unevenly', 1, `New.\n\n${text.replace('came, and', 'came.\n\nAnd')}`, text, 'changed: 2'],
    ['a heading was put in', 2, text.replace(harbour, `## The flood\n\n${harbour}`), text, 'exact: 2'],
    ['equal blocks keep their order', 3, 'Yes.\n\nNo.\n\nYes.\n\nYes.', 'Yes.\n\nYes.\n\nYes.', 'moved: 4'],
    ['a figure', 2, [camp, harbour, figure].join('\n\n'), [camp, figure, harbour].join('\n\n'), 'moved: 3'],
    ['a figure that is gone', 2, [camp, harbour].join('\n\n'), [camp, figure, harbour].join('\n\n'), 'lost'],
    [
      'one of two figures that are the same is gone',
      2,
      [camp, figure].join('\n\n'),
      [camp, figure, harbour, figure].join('\n\n'),
      'exact: 2',
    ],
    ['the other of the two', 4, [camp, figure].join('\n\n'), [camp, figure, harbour, figure].join('\n\n'), 'ambiguous'],
    ['nothing is left', 2, '', text, 'lost'],
  ])('%s', (_, number, after, before, expected) => expect(found(number, after, before)).toBe(expected));
});
