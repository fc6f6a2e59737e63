import { describe, expect, test } from 'vitest';
import { toHtml } from 'hast-util-to-html';
import { decoded, nameOf, resolve, resolveLinks, type Destinations } from '../../src/core/links.ts';
import type { Problem } from '../../src/core/problem.ts';
import { treeOf } from './trees.ts';

const peace = { title: 'Peace', valid: true, blocks: 3, headings: new Set(['the-camp', 'größe']), notes: new Map([['why', 2]]) };
const to: Destinations = {
  documents: new Map([
    ['peace', peace],
    ['harbour', { ...peace, title: 'The harbour' }],
    ['broken', { title: 'broken', valid: false, blocks: 0, headings: new Set(), notes: new Map() }],
  ]),
  terms: new Map([['sdf', 'Syrian Democratic Forces']]),
  claims: new Map([['boats', 'How many boats lie there?']]),
  events: new Map([['storm', 'The great storm']]),
  base: '/x/',
};
const place = { file: 'a.yaml', line: 2, column: 3 };

function resolved(address: string): string {
  const problems: Problem[] = [];
  const target = resolve(address, 'peace', to, () => place, problems);
  return target ? target.kind : problems.map((each) => [each.rule, each.message, each.suggestion].filter(Boolean).join(' | ')).join();
}

describe('resolve', () => {
  test.each([
    ['doc:harbour', 'document'],
    ['doc:harbour#p3', 'document'],
    ['#p1', 'document'],
    ['#the-camp', 'heading'],
    ['doc:peace#größe', 'heading'],
    ['term:sdf', 'term'],
    ['note:peace/why', 'note'],
    ['#note-why', 'note'],
    ['https://example.org', 'outside'],
    ['doc:broken#p99', 'document'],
    ['note:broken/any', 'note'],
    ['doc:broken#any', 'heading'],
    ['doc:harbor#p3', 'reference-not-found | There is no document “harbor”. | Did you mean doc:harbour#p3?'],
    ['doc:zzzzzzzzz', 'reference-not-found | There is no document “zzzzzzzzz”. | Known are: peace, harbour, broken.'],
    ['doc:peace#p4', 'reference-not-found | peace has no paragraph 4; it has 3 paragraphs.'],
    ['#p4', 'reference-not-found | peace has no paragraph 4; it has 3 paragraphs.'],
    ['doc:peace#the-kamp', 'reference-not-found | peace has no heading “#the-kamp”. | Did you mean #the-camp?'],
    ['term:sdg', 'reference-not-found | There is no term “sdg”. | Did you mean term:sdf?'],
    ['note:peace/wyh', 'reference-not-found | peace has no note “wyh”. | Did you mean note:peace/why?'],
    ['doc:Peace', 'reference-not-found | “doc:Peace” is not written as an address. | Did you mean doc:peace?'],
    [
      'note:peace',
      'reference-not-found | “note:peace” is not written as an address. | Write doc:ID, doc:ID#p3, #p3, term:ID, note:DOCUMENT/NOTE, claim:ID, event:ID or a web address.',
    ],
    ['claim:boats', 'claim'],
    ['event:storm', 'event'],
    ['claim:boat', 'reference-not-found | There is no claim “boat”. | Did you mean claim:boats?'],
    ['event:strom', 'reference-not-found | There is no event “strom”. | Did you mean event:storm?'],
    ['boats', 'unsafe-url | “boats” is not a link that an edition may hold. | Did you mean claim:boats?'],
    [
      'javascript:alert(1)',
      'unsafe-url | “javascript:alert(1)” is not a link that an edition may hold. | Only doc:, #p…, term:, note:, claim:, event:, https:, http: and mailto: are allowed.',
    ],
    [
      'https://a b',
      'unsafe-url | “https://a b” is not a link that an edition may hold. | It is no whole web address: write it as the browser shows it, with no spaces.',
    ],
  ])('%s: %s', (address, outcome) => expect(resolved(address)).toBe(outcome));
});

describe('resolveLinks', () => {
  test('links get the addresses of pages; what leads nowhere becomes its words, with a problem at its place', () => {
    const root = treeOf('A [b](doc:harbour#p2) and [c](term:sdf), [d](javascript:x) [e](#größe) [f](#p9) g[^1].\n\n[^1]: F.');
    const problems: Problem[] = [];
    const targets = resolveLinks(root, 'peace', to, (line = 0, column = 0) => ({ file: 'peace.mdx', line, column }), problems);
    expect(targets.map((target) => target.kind)).toEqual(['document', 'term', 'heading']);
    expect(toHtml(root.children[0]!)).toBe(
      '<p>A <a href="/x/documents/harbour/#p2">b</a> and <a href="/x/glossary/sdf/" role="doc-glossref" data-term="sdf">c</a>, <span>d</span> <a href="/x/documents/peace/#größe">e</a> <span>f</span> g<sup><a href="#fn-1" id="fnref-1" role="doc-noteref" class="source-ref" aria-label="Footnote 1 of the source" data-apparatus="" data-pagefind-ignore="">*</a></sup>.</p>',
    );
    expect(problems.map((each) => `${each.rule} ${each.place.line}:${each.place.column}`)).toEqual([
      'unsafe-url 1:42',
      'reference-not-found 1:72',
    ]);
  });

  test.each([
    ['https://user@example.org/%E0%A4', 'https://user@example.org/%E0%A4'],
    ['größe', 'gr%C3%B6%C3%9Fe'],
    ['%E0%A4', '%E0%A4'],
  ])('decoded gives %s', (plain, encoded) => expect(decoded(encoded)).toBe(plain));
});

test.each([
  ['doc:peace', 'Peace'],
  ['doc:peace#p2', 'Peace, ¶\u00a02'],
  ['doc:peace#the-camp', 'Peace'],
  ['term:sdf', 'Syrian Democratic Forces'],
  ['note:peace/why', 'Peace, note\u00a02'],
  ['https://www.example.org/a/', 'example.org/a'],
  ['mailto:a@example.org', 'a@example.org'],
])('%s is called “%s”', (address, name) =>
  expect(
    nameOf(
      resolve(address, 'peace', to, () => place, [])!,
      to,
    ),
  ).toBe(name),
);
