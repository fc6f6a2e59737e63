import { describe, expect, test } from 'vitest';
import { fold } from '../../src/core/words.ts';
import { textOf } from '../../src/core/tree.ts';
import { flatOf, treeOf } from './trees.ts';

/** The words of each block, as a reader would compare them. */
function blocks(markdown: string): string[] {
  const { words, blocks } = flatOf(markdown);
  return blocks.map(({ number, start, end }) => `${number} ${fold(words.slice(start, end)).text.trim()}`);
}

describe('flatten', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', 'One.\n\nTwo.', ['1 One.', '2 Two.']],
    ['a paragraph over two lines', 'One\ntwo.', ['1 One two.']],
    ['bold, italics, links and code are only their words', 'A **b** *c* [d](doc:x) `e` ~~f~~', ['1 A b c d e f']],
    ['letters in bold make no new word', 'un**break**able', ['1 unbreakable']],
    ['a line break is a space', 'One\\\ntwo', ['1 One two']],
    ['headings are no blocks', '# A\n\nOne.\n\n## B\n\nTwo.', ['1 One.', '2 Two.']],
    ['rules are no blocks', 'One.\n\n---\n\nTwo.', ['1 One.', '2 Two.']],
    ['a list is one block, its points divided by spaces', '- one\n- two\n  - three\n- four', ['1 one two three four']],
    ['a loose list is as well', '- one\n\n- two\n\n  more', ['1 one two more']],
    ['task boxes are no words', '- [x] one\n- [ ] two', ['1 one two']],
    ['a table is one block, its cells divided by spaces', '| a | b |\n|---|---|\n| c | d |', ['1 a b c d']],
    ['a quotation is one block', '> One.\n>\n> Two.', ['1 One. Two.']],
    ['a heading within a quotation is words of it', '> # A\n>\n> One.', ['1 A One.']],
    ['a code block keeps its lines', '```\na  b\nc\n```', ['1 a b c']],
    ['an image is a block, its alt text no words', '![alt](images/a.png)\n\nOne.', ['1 ', '2 One.']],
    ['the title of an image is a caption', '![alt](images/a.png "Cap.")', ['1 Cap.']],
    ['an image in a line is no words', 'a ![alt](images/a.png) b', ['1 a b']],
    ['a footnote stands last, its mark no words', 'One.[^1] Two.\n\nThree.\n\n[^1]: A note.', ['1 One. Two.', '2 Three.', '0 A note.']],
    ['character references are letters', 'a &amp; b &#105;mport', ['1 a & b import']],
    ['escapes are the letters they hide', '\\{a\\} \\<b \\*c\\*', ['1 {a} <b *c*']],
    [
      'notes in place are no words, terms in place are theirs',
      'a <Term id="b">b</Term>.<Note id="n" kind="gloss">N</Note> c',
      ['1 a b. c'],
    ],
    ['no words', '', []],
  ])('%s', (_, markdown, words) => expect(blocks(markdown)).toEqual(words));

  test('a block never reaches into the next', () => {
    const { words } = flatOf('- one\n- two\n\nThree.\n\n> four');
    expect(words.split('\u2029')).toHaveLength(3);
  });

  test('every piece is the text of its node', () => {
    const { words, pieces } = flatOf('A **b** `c`\\\nd [e](doc:x)\n\n| f | g |\n|---|---|\n| h | i |\n\n```\nj\n```');
    for (const [node, piece] of pieces) expect(words.slice(piece.start, piece.end)).toBe(node.value);
    expect([...pieces].map(([node, piece]) => `${node.value.trim()} ${piece.where}`)).toEqual(
      expect.arrayContaining(['A text', 'b text', 'c code', 'e link', 'f text', 'j code']),
    );
  });

  test('sections are counted by the headings before them', () => {
    const { blocks: found } = flatOf('One.\n\n## A\n\nTwo.\n\nThree.\n\n### B\n\nFour.');
    expect(found.map((block) => block.section)).toEqual([0, 1, 1, 2]);
  });

  test('places of notes, terms and links to terms are kept, in order', () => {
    const { words, anchors } = flatOf('a <Term id="b">b</Term> [c](term:c)<Note id="n" kind="gloss">N</Note> d');
    expect(anchors.map(({ element, start, end }) => `${element.tagName} ${words.slice(start, end)}`)).toEqual([
      'variorum-term b',
      'a c',
      'variorum-note ',
    ]);
    expect(words.slice(0, anchors[2]!.start)).toBe('a b c');
  });

  test('textOf leaves out what we add', () => {
    expect(textOf(treeOf('- [x] one[^1]\n\n[^1]: Note')).replaceAll(/\s+/g, ' ').trim()).toBe('one Note');
  });
});
