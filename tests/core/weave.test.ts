import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from '../../src/core/tree.ts';
import { weave } from '../../src/core/weave.ts';
import { fold } from '../../src/core/words.ts';
import { flatOf, inShort, readHtml, typesetOf, wordsOfPage, type TestMention, type TestNote } from './trees.ts';

/** Spans by their words: `a: words` is a note, `=t: words` a mention; a number after the id takes the nth place, from 1. */
function spans(markdown: string, given: readonly string[]): { notes: TestNote[]; mentions: TestMention[] } {
  const { words } = flatOf(markdown);
  const notes: TestNote[] = [];
  const mentions: TestMention[] = [];
  for (const each of given) {
    const [, term, id, nth, quote] = /^(=?)([a-z]+)(\d*): ([\s\S]*)$/.exec(each)!;
    let start = -1;
    for (let i = 0; i < Number(nth || 1); i++) start = words.indexOf(quote!, start + 1);
    if (start < 0) throw new Error(`“${quote}” is not in “${words}”`);
    const span = { start, end: start + quote!.length };
    if (term) mentions.push({ ...span, term: id! });
    else notes.push({ ...span, id: id! });
  }
  return { notes, mentions };
}

describe('weave', () => {
  test.each<[string, string, string[], string]>([
    ['a passage and its marker', 'one two three', ['a: two'], 'one [a|two]^a three'],
    ['a passage to the end', 'one two', ['a: two'], 'one [a|two]^a'],
    [
      'passages that overlap are flat neighbours',
      'one two three four',
      ['a: one two three', 'b: two three four'],
      '[a|one ][a b|two three]^a[b| four]^b',
    ],
    ['a passage within another', 'one two three', ['a: one two three', 'b: two'], '[a|one ][b a|two]^b[a| three]^a'],
    ['passages with one start', 'one two three', ['a: one two', 'b: one'], '[b a|one]^b[a| two]^a three'],
    ['passages with one end, in the order given', 'one two', ['a: two', 'b: one two'], '[b|one ][a b|two]^a^b'],
    ['two notes on the same words', 'one two', ['a: one', 'b: one'], '[a b|one]^a^b two'],
    ['into bold', 'one **two three** four', ['a: one two'], '[a|one ]<strong>[a|two]^a three</strong> four'],
    ['out of bold', 'one **two three** four', ['a: three four'], 'one <strong>two [a|three]</strong>[a| four]^a'],
    ['over bold and italics', 'a **b *c* d** e', ['n: b c d e'], 'a <strong>[n|b ]<em>[n|c]</em>[n| d]</strong>[n| e]^n'],
    [
      'the marker of what ends with a link stands after it',
      'one [two](https://e.org) three',
      ['a: one two'],
      '[a|one ]<a>[a|two]</a>^a three',
    ],
    [
      'the marker of what ends within a link stands after it',
      'one [two three](https://e.org) four',
      ['a: one two'],
      '[a|one ]<a>[a|two] three</a>^a four',
    ],
    ['after bold within a link as well', '[one **two** three](https://e.org)', ['a: two'], '<a>one <strong>[a|two]</strong> three</a>^a'],
    ['markers stand after code', 'one `two three` four', ['a: two'], 'one <code>[a|two] three</code>^a four'],
    ['across the mark of a footnote', 'one[^1] two\n\n[^1]: F', ['a: one two'], '[a|one]<sup><a>*</a></sup>[a| two]^a'],
    ['across a line break', 'one\\\ntwo', ['a: one \ntwo'], '[a|one]<br></br>[a|\ntwo]^a'],
    ['a mention is a link', 'one two three', ['=t: two'], 'one {t|two} three'],
    ['a later mention is not', 'one one', ['=t1: one', '=t2: one'], '{t|one} (t|one)'],
    ['a passage over a mention', 'one two three', ['a: one two three', '=t: two'], '[a|one ]{t|[a|two]}[a| three]^a'],
    [
      'a link is not cut by a passage that begins in it',
      'one two three four',
      ['a: three four', '=t: two three'],
      'one {t|two [a|three]}[a| four]^a',
    ],
    [
      'a link is not cut by a marker: it stands after',
      'one two three four',
      ['a: one two', '=t: two three'],
      '[a|one ]{t|[a|two] three}^a four',
    ],
    [
      'markers within and after a link stand in order',
      'one two three',
      ['a: two', 'b: three', '=t: two three'],
      'one {t|[a|two] [b|three]}^a^b',
    ],
    ['a mention over bold is no link, for it would be cut', 'one **two** three', ['=t: one two'], '(t|one )<strong>(t|two)</strong> three'],
    ['a mention in a link of the document is no link', '[one two](https://e.org)', ['=t: two'], '<a>one (t|two)</a>'],
    ['a link and the marker of a passage before it', 'one two', ['a: one', '=t: two'], '[a|one]^a {t|two}'],
    ['a passage over points of a list', '- one\n- two', ['a: one two'], '<ul><li>[a|one]</li><li>[a|two]^a</li></ul>'],
    [
      'a passage over cells',
      '| a | b |\n|---|---|\n| c | d |',
      ['n: b c'],
      '<table><thead><tr><th>a</th><th>[n|b]</th></tr></thead><tbody><tr><td>[n|c]^n</td><td>d</td></tr></tbody></table>',
    ],
    ['a passage in a code block', '```\none two\n```', ['a: one'], '<pre><code>[a|one] two\n</code>^a</pre>'],
    ['letters of two units', 'a 😀 b', ['n: 😀'], 'a [n|😀]^n b'],
  ])('%s', (_, markdown, given, woven) => {
    const { notes, mentions } = spans(markdown, given);
    const { html } = typesetOf(markdown, notes, mentions);
    const short = inShort(html);
    expect(markdown.startsWith('-') || markdown.startsWith('|') ? short.replaceAll(/\n| (?=<|\[)|(?<=>) /g, '') : short).toBe(woven);
  });

  test('kinds are listed once, in the order of the notes', () => {
    const { html } = typesetOf('one two', [
      { id: 'a', start: 0, end: 3, kind: 'context' },
      { id: 'b', start: 0, end: 3, kind: 'gloss' },
      { id: 'c', start: 0, end: 3, kind: 'context' },
    ]);
    expect(html).toContain('data-notes="a b c" data-kind="context gloss"');
  });

  test('a note on a whole block marks no words, but the block', () => {
    const { html } = typesetOf('one two', [{ id: 'a', start: 0, end: 7, whole: true }]);
    expect(html).toContain('<p id="p1" data-pagefind-title="Test, ¶ 1" data-notes="a" data-kind="gloss">');
    expect(inShort(html)).toBe('one two^a');
  });

  test('a note on a block without words has its marker', () => {
    const { html } = typesetOf('![alt](images/a.png)', [{ id: 'a', start: 0, end: 0, whole: true }]);
    expect(inShort(html)).toBe('<figure><img></img>^a</figure>');
  });

  test('a term is a link again in the next section', () => {
    const { html } = typesetOf(
      'one\n\ntwo one\n\n## H\n\none',
      [],
      [
        { term: 't', start: 0, end: 3 },
        { term: 't', start: 8, end: 11 },
        { term: 't', start: 12, end: 15 },
      ],
    );
    expect([...html.matchAll(/<(a|span)[^>]*data-term="t"/g)].map((match) => match[1])).toEqual(['a', 'span', 'a']);
  });

  test('a block of 4,000 lines with links and mentions is woven', () => {
    const markdown = 'Baghuz and [x](#p1) or\n'.repeat(4000);
    const { words } = flatOf(markdown);
    const mentions = [...words.matchAll(/Baghuz/g)].map(({ index }) => ({ term: 't', start: index, end: index + 6 }));
    const notes = [...words.matchAll(/or/g)].map(({ index }, i) => ({ id: `n${i}`, start: index, end: index + 2 }));
    const flat = flatOf(markdown);
    const woven = weave(flat.blocks[0]!.element, flat.pieces, {
      marks: notes.map(({ id, start, end }) => ({ note: id, kind: 'gloss', start, end })),
      links: mentions.map((mention) => ({ ...mention, href: '/t/' })),
      inserts: notes.map(({ end }) => ({ at: end, element: h('b', {}) })),
    });
    const html = toHtml(woven);
    for (const tag of ['data-term', '<mark', '<b>']) expect(html.split(tag)).toHaveLength(4001);
  });

  test('notes stand right after the block that they are on', () => {
    const { html } = typesetOf('one\n\ntwo', [{ id: 'a', start: 0, end: 3 }]);
    expect(html).toMatch(
      /^<div class="block"><p id="p1".*<\/p><div class="notes" data-pagefind-ignore=""><aside class="note" id="note-a".*<\/aside><\/div><\/div>\n<p id="p2"/,
    );
  });
});

describe('the words-law', () => {
  const word = fc.constantFrom(
    'one',
    'two',
    'al-Hol',
    'it’s',
    '“so”',
    'cafe\u0301',
    '😀',
    '沙漠',
    'داعش',
    'a&b',
    'x<',
    '\u00adsoft',
    '10,000',
  );
  const plain = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ').replaceAll(/[<&]/g, '\\$&'));
  const inline = fc.oneof(
    { weight: 4, arbitrary: plain },
    plain.map((text) => `**${text}**`),
    plain.map((text) => `*${text}*`),
    plain.map((text) => `***${text}***`),
    plain.map((text) => `[${text}](https://example.org)`),
    plain.map((text) => `[a **${text}** b](https://example.org)`),
    fc.constantFrom('`code x`', 'a\\\nb', 'new\nline', 'f[^1]', 'un**break**able', '![alt](images/a.png)', '&amp;'),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
  const oneLine = line.map((text) => text.replaceAll(/\\?\n/g, ' '));
  const block = fc.oneof(
    { weight: 4, arbitrary: line },
    fc
      .array(oneLine, { minLength: 1, maxLength: 4 })
      .map((points) => points.map((point, i) => `${i % 3 === 2 ? '  ' : ''}- ${point}`).join('\n')),
    fc.array(oneLine, { minLength: 2, maxLength: 3 }).map((points) => points.map((point) => `1. ${point}`).join('\n\n')),
    fc.tuple(oneLine, oneLine).map(([a, b]) => `| ${a} | b |\n|---|:-:|\n| c | ${b} |`),
    fc.tuple(oneLine, oneLine).map(([a, b]) => `> ${a}\n>\n> ${b}`),
    fc.constantFrom('```\ncode  one\ntwo\n```', '![alt](images/a.png "one two")', '---', '## one two', '- [x] one\n- [ ] two'),
  );
  const markdown = fc
    .array(block, { minLength: 1, maxLength: 5 })
    .map((blocks) => `${blocks.join('\n\n')}\n\nEnd[^1].\n\n[^1]: The *foot* note.\n`);
  const numbers = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 });

  test('the words of a page are the words of its document, once, in order, letter for letter; links are never nested', () => {
    fc.assert(
      fc.property(markdown, numbers, numbers, (text, ofNotes, ofMentions) => {
        const flat = flatOf(text);
        const notes = ofNotes.map(([a, b, whole], i): TestNote => ({
          id: `n${i}`,
          ...spanIn(flat, a, b, whole),
          whole,
          kind: i % 2 ? 'gloss' : 'context',
        }));
        const mentions: TestMention[] = [];
        for (const span of ofMentions.map(([a, b]) => spanIn(flat, a, b % 12, false)).toSorted((a, b) => a.start - b.start)) {
          if (span.start >= (mentions.at(-1)?.end ?? 0)) mentions.push({ ...span, term: `t${mentions.length % 3}` });
        }
        const { html } = typesetOf(text, notes, mentions);
        const page = readHtml(html);
        expect(plainly(wordsOfPage(page))).toBe(plainly(flat.words));
        // A link within a link, or any other element where it may not stand, would be read otherwise than it was written.
        expect(toHtml(page)).toBe(html);
        for (const note of notes) {
          expect(html.split(`id="ref-${note.id}"`)).toHaveLength(2);
          expect(html.split(`id="note-${note.id}"`)).toHaveLength(2);
          if (!note.whole) expect(markedWords(page, note.id)).toBe(solid(flat.words.slice(note.start, note.end)));
        }
        const links = [...html.matchAll(/<a href="[^"]*" role="doc-glossref"/g)].length;
        expect(links).toBeLessThanOrEqual(mentions.length);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

function spanIn({ blocks, words }: ReturnType<typeof flatOf>, a: number, b: number, whole: boolean): { start: number; end: number } {
  const numbered = blocks.filter((block) => block.number > 0 && (whole || words.slice(block.start, block.end).trim() !== ''));
  const { start: from, end: to } = numbered.length > 0 ? numbered[a % numbered.length]! : blocks.at(-1)!;
  if (whole) return { start: from, end: to };
  const letters = [...words.slice(from, to).matchAll(/\P{M}\p{M}*/gsu)]
    .filter((each) => each[0].trim() !== '')
    .map((each) => ({ start: from + each.index, end: from + each.index + each[0].length }));
  const first = b % letters.length;
  const last = first + ((a >> 3) % (letters.length - first));
  return { start: letters[first]!.start, end: letters[last]!.end };
}

/** Runs of spaces, and borders of blocks, as one space. */
function plainly(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function solid(words: string): string {
  return fold(words).text.replaceAll(/\s+/g, '');
}

function markedWords(node: Root | RootContent, id: string): string {
  const marked = (each: Root | RootContent): string => {
    if (each.type === 'element' && each.tagName === 'mark' && notesOf(each).includes(id)) return wordsOfPage(each);
    return 'children' in each ? each.children.map(marked).join('') : '';
  };
  return solid(marked(node));
}

function notesOf(element: Element): string[] {
  return String(element.properties['dataNotes'] ?? '').split(' ');
}
