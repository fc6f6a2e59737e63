/**
 * What is put aside before a parse and put back after it changes nothing: the tree and its places are those of the plain parse.
 */
import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMdx } from '../../src/edition/parse-mdx.ts';

const plain = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

function told(node: Nodes): unknown {
  const { position, ...rest } = node;
  return {
    ...rest,
    at: position && [position.start.line, position.start.column],
    ...('children' in node && { children: node.children.map(told) }),
  };
}

function attempt(parse: (text: string) => Root, text: string): unknown {
  try {
    return told(parse(text));
  } catch (error) {
    return (error as Error).message;
  }
}

const words = fc.constantFrom(
  'the council met behind closed doors and set the keelage',
  'Three masters refused, and said so; nobody heard',
  'a word',
  'x',
  'one-two three-four five-six',
  'it’s the “best” of all possible — worlds',
  'import duties rose',
  'export of grain fell in that year',
  'Zürich Ελλάδα العربية 東京 mixed in one line',
);
const signs = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '. ',
  '*',
  '**',
  '_',
  '`',
  '``',
  '~~',
  '[',
  ']',
  '](doc:a)',
  '](https://example.org/a-long-path-of-words)',
  '[^1]',
  '\n\n[^1]: ',
  '\n\n[the label of it]: doc:somewhere "a long title of words"\n\n',
  '[the label of it]',
  '![an image of a harbour](images/a.png "with a caption of words")',
  '\n- ',
  '\n1. ',
  '\n> ',
  '\n# ',
  '\n## ',
  '\n| a cell of words | b |\n| --- | --- |\n| some words in a cell | c |\n',
  '\n---\n',
  '\n===\n',
  '\n```js title of the code\n',
  '\n```\n',
  '    ',
  '\t',
  '\\',
  '&amp;',
  'www.example.org/some-words',
  'https://example.org',
  'someone@example.org',
  ' {',
  '}',
  '<',
  '>',
  '<Note id="a" kind="gloss">',
  '</Note>',
  '- [x] ',
  '  \n',
  '!',
  '(',
  ')',
  ':',
  '\ue000',
  '\u00ad',
);

const quietSigns = signs.filter((sign) => !/[<>{}\t\ue000]| {4}/.test(sign));

test.each([
  ['texts of any sort', signs],
  ['texts without tags and braces', quietSigns],
])('%s are parsed as the plain parsers do', (_name, between) => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: between }), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(attempt(parseMdx, text)).toEqual(attempt((source) => plain.parse(source), text));
    }),
    { numRuns: 1000 },
  );
});
