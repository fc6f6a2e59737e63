import { describe, expect, test } from 'vitest';
import { duplicateNotes, placeNotes, type UnplacedNote } from '../../src/core/place-notes.ts';
import { formatReport, type Problem } from '../../src/core/problem.ts';
import { fold } from '../../src/core/words.ts';
import { flatOf } from './trees.ts';

const markdown = 'The camp is full. The camp is old.\n\n- one\n- two camp\n\nThe camp is **large**.[^1]\n\n[^1]: A foot note.';

function note(id: string, on: UnplacedNote['on'], line = 1): UnplacedNote {
  const place = () => ({ file: 'notes.yaml', line, column: 3 });
  const written = { id, kind: 'gloss', body: '' } as const;
  return {
    id,
    kind: 'gloss',
    on,
    body: { type: 'root', children: [] },
    references: [],
    written,
    place,
    quotePlace: place,
    partPlace: place,
  };
}

function place(...notes: UnplacedNote[]): { placed: string[]; report: string } {
  const flat = flatOf(markdown);
  const problems: Problem[] = [];
  const words = {
    document: 'peace',
    flat,
    folded: fold(flat.words),
    placeOf: (offset: number) => ({ file: 'peace.mdx', line: 1, column: offset + 1 }),
  };
  const placed = placeNotes(notes, words, problems);
  return {
    placed: placed.map(
      ({ id, number, span, block, whole }) =>
        `${number} ${id} ¶${block.number}${whole ? ' whole' : ''}: ${fold(flat.words.slice(span.start, span.end)).text.trim()}`,
    ),
    report: problems.length > 0 ? formatReport(problems) : '',
  };
}

describe('placeNotes', () => {
  test.each<[string, UnplacedNote['on'], string]>([
    ['a quote that stands once', { exact: 'two camp' }, '1 a ¶2: two camp'],
    ['a quote with its context', { exact: 'camp', prefix: 'The', suffix: 'is old' }, '1 a ¶1: camp'],
    ['a quote across bold', { exact: 'camp is large' }, '1 a ¶3: camp is large'],
    ['a quote across points of a list', { exact: 'one two' }, '1 a ¶2: one two'],
    ['a whole block', { paragraph: 2 }, '1 a ¶2 whole: one two camp'],
    ['a quote in the footnotes', { exact: 'foot note' }, '1 a ¶0: foot note'],
    ['in place, the nearest match before it', { before: 34, quote: 'camp' }, '1 a ¶1: camp'],
    ['in place, without a quote the block up to there', { before: 17 }, '1 a ¶1: The camp is full.'],
  ])('%s', (_, on, placed) => expect(place(note('a', on))).toEqual({ placed: [placed], report: '' }));

  test('notes are numbered by the ends of their passages; ends at one place in the order given', () => {
    expect(
      place(
        note('a', { exact: 'large' }),
        note('b', { exact: 'camp is full' }),
        note('c', { exact: 'full' }),
        note('d', { exact: 'The camp is full' }),
      ).placed,
    ).toEqual(['1 b ¶1: camp is full', '2 c ¶1: full', '3 d ¶1: The camp is full', '4 a ¶3: large']);
  });

  test.each<[string, UnplacedNote['on'], string[]]>([
    [
      'a slip of the pen',
      { exact: 'The camp is larje' },
      ['“The camp is larje” is not in peace.', 'Did you mean “The camp is large”?', 'The nearest words stand here:  peace.mdx:1:'],
    ],
    [
      'nonsense',
      { exact: 'qqqq zzzz' },
      ['“qqqq zzzz” is not in peace.', 'Nothing there is like it. A quote stands within one block, and headings are no blocks.'],
    ],
    [
      'several places',
      { exact: 'camp is' },
      [
        '“camp is” stands 3 times in peace.',
        'quote: { exact: "camp is", suffix: "full." }   for ¶ 1',
        'quote: { exact: "camp is", suffix: "old." }   for ¶ 1',
        'quote: { exact: "camp is", suffix: "large." }   for ¶ 3',
      ],
    ],
    [
      'a context that is nowhere',
      { exact: 'two camp', prefix: 'three' },
      [
        '“two camp” is in peace, but not after this prefix and before this suffix.',
        'Write { exact: "two camp" }.',
        'The words stand here:  peace.mdx:1:',
      ],
    ],
    ['a block that is not there', { paragraph: 4 }, ['peace has no paragraph 4; it has 3 paragraphs.']],
    [
      'in place, at the beginning of a block',
      { before: 0 },
      ['No words stand before this note in its block.', 'Put it right after the words that it is on.'],
    ],
    [
      'in place, a quote that stands after it',
      { before: 5, quote: 'full' },
      [
        '“full” is in peace, but not before this note in its block.',
        'Put the note right after the words that it is on.',
        'The words stand here:  peace.mdx:1:13',
      ],
    ],
  ])('%s is told, with what to type', (_, on, lines) => {
    const { placed, report } = place(note('a', on));
    expect(placed).toEqual([]);
    for (const line of lines) expect(report).toContain(line);
  });

  test('every suggestion for a quote that stands several times can be typed as it is', () => {
    const { report } = place(note('a', { exact: 'camp' }));
    const choices = [...report.matchAll(/exact: "(.*?)"(?:, prefix: "(.*?)")?(?:, suffix: "(.*?)")? \}/g)];
    expect(choices).toHaveLength(3);
    for (const [, exact, prefix, suffix] of choices) expect(place(note('a', { exact: exact!, prefix, suffix })).placed).toHaveLength(1);
    expect(report).toContain('… and 1 more');
  });
});

test('of notes with one id the first is kept, and a free name suggested for the other', () => {
  const problems: Problem[] = [];
  const kept = duplicateNotes(
    [note('a', { paragraph: 1 }, 1), note('a-2', { paragraph: 1 }, 2), note('a', { paragraph: 2 }, 9)],
    'peace',
    problems,
  );
  expect(kept.map((each) => each.id)).toEqual(['a', 'a-2']);
  expect(formatReport(problems)).toBe(
    'notes.yaml:9:3  duplicate-id\n  peace has another note “a”.\n  Name this one otherwise, as “a-3”.\n  It stands here:  notes.yaml:1:3\n\n1 error in 1 file.\n',
  );
});
