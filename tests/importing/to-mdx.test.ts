import * as fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { openCache } from '../../src/edition/cache.ts';
import { readDocument } from '../../src/edition/load-document.ts';
import { parseMdx } from '../../src/edition/parse-mdx.ts';
import type { Problem } from '../../src/core/problem.ts';
import { textOfTree, toMdx } from '../../src/importing/to-mdx.ts';

const hostile = [
  '{process.exit(3)}',
  '{1+1} {/* */} {"a"} ${x} {.class} exports rose {5}%',
  'a<b and a < b > c',
  '<script>alert(1)</script>',
  '<Foo/> </Foo> <Note id="a">',
  '<!-- a comment --> <!DOCTYPE html> <![CDATA[x]]> <?php ?>',
  '<https://example.org> <me@example.org>',
  'import duties rose',
  'import x from "y"',
  'export const a = 1',
  'export default',
  'important exports',
  '---',
  '+++',
  '***',
  '===',
  'title: not a head',
  '\\ \\{ \\\\ a\\',
  '[x](y) ![x](y) [x]: url [^1]: note [^1] [x][y]',
  '&amp; &lt; &#123; &nbsp;',
  '2019. It was',
  '1) One',
  '- item',
  '+ item',
  '* item',
  '#',
  '# head',
  '#hash',
  '>',
  '> quoted',
  '1.',
  '-',
  '```js',
  '~~~',
  '`tick` ``two``',
  '*x* _x_ **x** __init__.py ~one~ ~~two~~ H~2~O',
  '| a | b |',
  '|---|---|',
  ':--',
  '[ ] task',
  '[x] task',
  ':::note',
  '$x$ $$x$$',
  '==x== [[x]] ^x^',
  'https://example.org/a_b_c?d=e&f=*g*',
  'www.example.org/a_b',
  'me_you@example.org',
  '😀 👩‍👩‍👧 🇺🇸',
  '\u202bעברית\u202c العربية',
  'soft\u00adhyphen zero\u200bwidth no\u00a0break',
  '\u00a0begins with a no-break space',
  'a lone surrogate \ufffd',
  '    four spaces',
  '\ttab',
  'ends with two spaces  ',
  'ﬁ ligature',
  '"straight" “curly” ‘single’ it\'s',
  '…and — so – on',
  '\u3000ideographic',
  '% @ ! ? ; : , . / ( )',
];

const p = (value: string): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const inside: Record<string, (value: string) => RootContent[]> = {
  'a paragraph': (value) => [p(value)],
  'two paragraphs': (value) => [p(value), p(value)],
  'a heading': (value) => [{ type: 'heading', depth: 2, children: [{ type: 'text', value }] }],
  'a list': (value) => [
    { type: 'list', ordered: false, spread: false, children: [{ type: 'listItem', spread: false, children: [p(value) as never] }] },
  ],
  'a numbered list': (value) => [
    { type: 'list', ordered: true, start: 1, children: [{ type: 'listItem', spread: false, children: [p(value) as never] }] },
  ],
  'a quotation': (value) => [{ type: 'blockquote', children: [p(value) as never] }],
  'a table': (value) => {
    const cell = { type: 'tableCell' as const, children: [{ type: 'text' as const, value }] };
    return [
      {
        type: 'table',
        children: [
          { type: 'tableRow', children: [cell, cell] },
          { type: 'tableRow', children: [cell, cell] },
        ],
      },
    ];
  },
  'bold and a link': (value) => {
    const words: PhrasingContent[] = [{ type: 'text', value }];
    return [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'a ' },
          { type: 'strong', children: words },
          { type: 'text', value: ' b ' },
          { type: 'link', url: 'https://example.org/', children: words },
        ],
      },
    ];
  },
  'after a line break': (value) => [
    { type: 'paragraph', children: [{ type: 'text', value: 'a' }, { type: 'break' }, { type: 'text', value }] },
  ],
};

/** Spaces of ASCII at the ends of a block, and runs of them, are not words to Markdown. */
const squeezed = (text: string): string => text.replaceAll(/[ \t\n]+/g, ' ').trim();

function backAndForth(children: RootContent[]): void {
  const root: Root = { type: 'root', children };
  const mdx = toMdx(root);
  expect(squeezed(textOfTree(parseMdx(mdx))), mdx).toBe(squeezed(textOfTree(root)));
  const problems: Problem[] = [];
  readDocument({ file: 'x.mdx', id: 'x', text: `---\ntitle: T\ntext: original\n---\n\n${mdx}` }, 'en', openCache(undefined), problems);
  expect(
    problems.filter(({ severity, rule }) => severity === 'error' && rule !== 'empty-document'),
    mdx,
  ).toEqual([]);
}

describe.each(Object.entries(inside))('written in %s and read back', (_, build) => {
  test.each(hostile)('%j is itself', (text) => backAndForth(build(text)));
});

describe('10,000 random texts', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('import ', 'export ', '{', '<', '*', '_', '`', '\\', '[', ']', '|', '~', '#', ' ', 'a'),
  );
  const texts = fc
    .array(pieces, { minLength: 1, maxLength: 8 })
    .map((parts) =>
      parts
        .join('')
        .replaceAll(/[\p{Cc}\u2028\u2029\ufeff]/gu, ' ')
        .toWellFormed(),
    )
    .filter((text) => /[^ \t]/.test(text));
  test.each(Object.entries(inside))('in %s', { timeout: 120_000 }, (_, build) => {
    fc.assert(
      fc.property(texts, (text) => backAndForth(build(text))),
      { numRuns: Math.ceil(10_000 / Object.keys(inside).length) },
    );
  });
});
