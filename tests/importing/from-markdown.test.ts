import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unreadable, type Draft } from '../../src/importing/draft.ts';
import { fromMarkdown } from '../../src/importing/from-markdown.ts';
import { breachOf } from '../../src/importing/law.ts';
import { textOfTree, toMdx } from '../../src/importing/to-mdx.ts';

const read = (text: string): Draft => fromMarkdown({ name: 'a.md', bytes: new TextEncoder().encode(text) });
const breach = ({ head, body, aside, visible }: Draft): unknown =>
  breachOf(visible, [...Object.values(head).flatMap((found) => found?.kept ?? []), textOfTree(body), ...aside.map(({ text }) => text)]);

describe('the text', () => {
  it.each([
    [
      'headings begin at the second rank',
      '# Piers\n\n### Stone\n\ntext\n\n# Wood\n\n##### Oak\n',
      '## Stone\n\ntext\n\n## Wood\n\n### Oak\n',
    ],
    ['underlined headings', 'Piers\n=====\n\nStone\n-----\n\ntext\n', '## Stone\n\ntext\n'],
    ['lines are put together', '# T\n\none\ntwo  \nthree\\\nfour\n', 'one two\\\nthree\\\nfour\n'],
    [
      'links by reference',
      '# T\n\nSee [the quay][q] and [q].\n\n[q]: https://example.org/q "Quay"\n',
      'See [the quay](https://example.org/q) and [q](https://example.org/q).\n',
    ],
    [
      'links that lead nowhere',
      '# T\n\n[a](/b), [c](#d), [e](javascript:alert), [f](mailto:g@example.org)\n',
      'a, c, e, [f](mailto:g@example.org)\n',
    ],
    ['images', '# T\n\n![A boat](https://example.org/b.png) ![A gull](g.png) ![](h.png)\n', '[A boat](https://example.org/b.png) A gull\n'],
    ['an image that is a link', '# T\n\n[![A boat](b.png)](https://example.org/b)\n', '[A boat](https://example.org/b)\n'],
    [
      'footnotes',
      '# T\n\nOil[^a] burns.\n\n[^a]: Of olives.\n\n[^b]: Nobody refers to this.\n',
      'Oil[^a] burns.\n\nNobody refers to this.\n\n[^a]: Of olives.\n',
    ],
    ['tables and tasks', '# T\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n', '| a |  b |\n| - | -: |\n| 1 |  2 |\n\n- [x] done\n'],
    [
      'blocks of HTML',
      '# T\n\n<div class="x"><h2>Stone</h2><p>One <b>two</b></p></div>\n\n<!-- hidden -->\n\n<script>\nalert(1)\n</script>\n',
      '## Stone\n\nOne **two**\n',
    ],
    [
      'a table of HTML with its caption',
      '# T\n\n<table><caption>Hours</caption><tr><th>Lamp</th></tr><tr><td>North</td></tr></table>\n',
      'Hours\n\n| Lamp  |\n| ----- |\n| North |\n',
    ],
    ['HTML around Markdown', '# T\n\n<details><summary>More</summary>\n\n*Text*\n\n</details>\n', 'More\n\n*Text*\n'],
    [
      'tags in a line',
      '# T\n\nH<sub>2</sub>O, a<br>b, <kbd>Esc</kbd><!-- no --> <script>x()</script>end <img src="b.png" alt="A boat">\n',
      'H2O, a\\\nb, Esc end A boat\n',
    ],
    [
      'components and shortcodes stay as text',
      '# T\n\nimport X from \'./x\'\n\n<Figure src="a" />\n\n{{< youtube abc >}} {% include x %}\n',
      '&#x69;mport X from \'./x\'\n\n\\<Figure src="a" />\n\n\\{\\{\\< youtube abc >}} \\{% include x %}\n',
    ],
    ['code', '# T\n\n```js {1}\nlet a;\n\nlet b;\n```\n\n`a b`\n', '```js\nlet a;\n\nlet b;\n```\n\n`a b`\n'],
    ['emphasis with spaces at its edges', '# T\n\n**a **b <b> </b>c\n', '\\*\\*a \\*\\*b c\n'],
  ])('%s', (_, markdown, mdx) => {
    const draft = read(markdown);
    expect(toMdx(draft.body)).toBe(mdx);
    expect(breach(draft)).toBeUndefined();
  });
});

describe('the title', () => {
  it.each<readonly [string, string, string, string, boolean]>([
    ['the first heading', '# On *Piers*\n\nText.\n\n# Wood\n', 'On Piers', 'line 1', true],
    ['no heading below text', 'Stone lasts longer than oak.\n\n# References {-}\n', 'Stone lasts longer than oak', 'first words', false],
    ['the first heading below a picture', '![](boat.png)\n\n# On Piers\n\nText.\n', 'On Piers', 'line 3', true],
    ['the title block of Pandoc', '% On Piers\n% Ada Quay; Tom Pear\n% April 5, 2021\n\nText.\n', 'On Piers', 'line 1', false],
    ['the front matter', '---\ntitle: On Piers\n---\n\nText.\n', 'On Piers', 'front matter title', false],
    ['both, the same', '---\ntitle: On Piers\n---\n\n# On piers\n\nText.\n', 'On piers', 'front matter title', true],
    ['both, another', '---\ntitle: On Piers\n---\n\n# Stone\n\nText.\n', 'On Piers', 'front matter title', false],
    ['the first words', 'The pier was built in a year. It stands.\n', 'The pier was built in a year', 'first words', false],
    [
      'the first words, not one of several headings',
      'The pier stands alone.\n\n# A\n\n# B\n',
      'The pier stands alone',
      'first words',
      false,
    ],
  ])('%s', (_, markdown, value, from, kept) => {
    const draft = read(markdown);
    expect([draft.head.title?.value, draft.head.title?.from, draft.head.title?.kept !== undefined]).toEqual([value, from, kept]);
    expect(breach(draft)).toBeUndefined();
  });
});

describe('dialects', () => {
  it('Pandoc: title block, attributes of headings', () => {
    const draft = read('% On Piers\n% Ada Quay; Tom Pear\n% April 5, 2021\n\nText.\n\n# Sources {-}\n\n# Oak {#oak .wide}\n');
    expect([draft.head.author?.value, draft.head.published?.value]).toEqual(['Ada Quay, Tom Pear', '2021-04-05']);
    expect(toMdx(draft.body)).toBe('Text.\n\n## Sources\n\n## Oak\n');
    expect(draft.repairs.map(({ was, at }) => [was, at])).toEqual([
      ['{-}', 'line 7'],
      ['{#oak .wide}', 'line 9'],
    ]);
    expect(breach(draft)).toBeUndefined();
  });

  it('Notion: lines of properties stay lines', () => {
    const draft = read('# On Piers\n\nCreated: April 5, 2021\nTags: stone, *oak*\n\nText: one\ntwo\n');
    expect(toMdx(draft.body)).toBe('Created: April 5, 2021\\\nTags: stone, *oak*\n\nText: one two\n');
    expect(breach(draft)).toBeUndefined();
  });

  it('Obsidian: links and comments are told of', () => {
    const draft = read('# On Piers\n\nSee [[Oak|the oak]].\n\nIt stands. %%Does it?%%\n');
    expect(draft.flags.map(({ at }) => at)).toEqual(['line 3', 'line 5']);
    expect(breach(draft)).toBeUndefined();
  });

  it.each(['# On Piers\n', '---\ntitle: On Piers\n---\n', '---\n'])('no text: %j', (text) =>
    expect(() => read(text)).toThrow(/^It has no text/),
  );
});

describe('front matter', () => {
  it('YAML: what the head can have, and the rest verbatim', () => {
    const draft = read(
      '---\nlayout: post\ntitle: "Piers: a history"\ndate: 2021-04-05 10:00:00 +0100\nauthor: [A. Mason, B. Wright]\nlang: en_GB\ntags:\n  - stone\n  - wood\ncanonical: https://example.org/piers\ndescription: >-\n  Of stone,\n  of wood.\n# a comment\n---\nText.\n',
    );
    expect(Object.fromEntries(Object.entries(draft.head).map(([key, found]) => [key, found!.value]))).toEqual({
      title: 'Piers: a history',
      published: '2021-04-05',
      author: 'A. Mason, B. Wright',
      language: 'en-GB',
      url: 'https://example.org/piers',
      standfirst: 'Of stone, of wood.',
    });
    expect(draft.aside).toEqual([
      { text: 'layout: post', at: 'line 2', reason: 'metadata' },
      { text: 'tags:\n  - stone\n  - wood', at: 'line 7', reason: 'metadata' },
    ]);
    expect(toMdx(draft.body)).toBe('Text.\n');
    expect(breach(draft)).toBeUndefined();
  });

  it('TOML', () => {
    const draft = read('+++\ntitle = "On \\"Piers\\""\ndate = 2021-04-05T10:00:00Z\ndraft = true\n[params]\nkey = "x"\n+++\nText.\n');
    expect(draft.head.title?.value).toBe('On "Piers"');
    expect(draft.head.published?.value).toBe('2021-04-05');
    expect(draft.aside.map(({ text }) => text)).toEqual(['draft = true', '[params]', 'key = "x"']);
    expect(breach(draft)).toBeUndefined();
  });

  it.each([
    ['a rule is none', '---\n\nText.\n\n---\n\nMore.\n', '---\n\nText.\n\n---\n\nMore.\n'],
    ['what is not closed is none', '---\ntitle: x\n\nText.\n', '---\n\ntitle: x\n\nText.\n'],
    ['what cannot be parsed is set aside', '---\ntitle: [x\nb: c\n---\nText.\n', 'Text.\n'],
  ])('%s', (_, markdown, mdx) => {
    const draft = read(markdown);
    expect(toMdx(draft.body)).toBe(mdx);
    expect(breach(draft)).toBeUndefined();
  });

  it('a date that is none is left, and told of', () => {
    const draft = read('---\ndate: last spring\n---\nText.\n');
    expect(draft.head.published).toBeUndefined();
    expect(draft.flags).toEqual([{ message: 'Not taken into the head: date: last spring', at: 'line 2' }]);
    expect(breach(draft)).toBeUndefined();
  });
});

describe('the law', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '\n',
      '\n\n',
      '    ',
      '```\n',
      '`',
      '*',
      '**',
      '_',
      '~~',
      '[',
      ']',
      '](',
      ')',
      '![',
      '[^1]',
      '\n[^1]: ',
      '\n[q]: https://example.org\n',
      '[q]',
      '|',
      '\n|-|-|\n',
      '<b>',
      '</b>',
      '<br>',
      '<div>',
      '</div>',
      '\n<table><tr><td>',
      '</td></tr></table>\n',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<Foo bar="b">',
      '<svg><text>',
      '</svg>',
      '<select><option>',
      '<q>',
      '<details><summary>',
      '<textarea>',
      '<img alt="gull" src="https://example.org/g.png">',
      '<p>',
      '<ul><li>',
      '<h1>',
      '&amp;',
      '&lt;',
      '\\',
      '---\n',
      'https://example.org/a_b',
      '==',
      '{x}',
      '$',
      '<video>',
      '<ruby>港<rt>みなと</rt></ruby>',
      '<input value="v">',
      '<dialog>',
      '<a href="https://example.org">',
    ),
    fc.constantFrom('lamp', 'quay ', ' of ', '2019. ', 'été', 'ميناء ', '港', '😀', 'import '),
    fc.string({ maxLength: 4 }),
  );
  it('holds for every text', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let draft: Draft;
        try {
          draft = read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
          return;
        }
        expect(breach(draft)).toBeUndefined();
        const look = (node: { type: string; value?: string; depth?: number; children?: never[] }): void => {
          expect(['html', 'image', 'imageReference', 'linkReference', 'definition']).not.toContain(node.type);
          if (node.type === 'text') expect(node.value).not.toMatch(/[\n\r]/);
          if (node.type === 'heading') expect(node.depth).toBeGreaterThan(1);
          node.children?.forEach(look);
        };
        look(draft.body as never);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});

describe('hostile files', () => {
  it.each([
    ['nothing', ''],
    ['spaces', ' \n\n'],
    ['quotations in each other', '>'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['lists in each other', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['elements in each other', `${'<div>'.repeat(20_000)}x`],
    ['emphasis', '*a _b '.repeat(20_000)],
    ['stars', '*'.repeat(200_000)],
    ['backticks', Array.from({ length: 1000 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['tags that do not end', '<a '.repeat(50_000)],
    ['entities', '&'.repeat(200_000)],
    [
      'front matter with aliases',
      `---\na: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a,*a]`).join('\n')}\n---\nText.`,
    ],
  ])(
    '%s',
    (_, text) => {
      try {
        expect(breach(read(text))).toBeUndefined();
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    },
    30_000,
  );

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(breach(fromMarkdown({ name: 'a.md', bytes }))).toBeUndefined();
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
      { numRuns: 500 },
    );
  });
});
