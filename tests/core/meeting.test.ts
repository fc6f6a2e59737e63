import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement, Value } from '../../src/core/claim.ts';
import { reckon } from '../../src/core/claims.ts';
import { foldedText, type Point } from '../../src/core/collation.ts';
import { accordOf } from '../../src/core/meeting.ts';
import type { Backlink, Block } from '../../src/core/model.ts';
import { everyPair, pairsOf, partnersOf } from '../../src/core/pairs-of-documents.ts';
import { h } from '../../src/core/tree.ts';
import '../properties.ts';

const note = (document: string): Backlink => ({ from: { kind: 'note', document, note: 'n', number: 1, block: 1 }, relation: 'see' });
const text = (document: string): Backlink => ({ from: { kind: 'document', document, block: 1 }, relation: 'mentions' });
const document = (id: string, ...backlinks: Backlink[]) => ({ id, backlinks });
const claim = (...documents: string[]) => ({ statements: documents.map((each) => ({ passage: { document: each } })) });
const event = (...documents: string[]) => ({ passages: documents.map((each) => ({ document: each })) });
const named = (number: number): ReturnType<typeof document>[] => Array.from({ length: number }, (_, i) => document(`d${i}`));

describe('documents that meet', () => {
  type Given = readonly [
    documents: ReturnType<typeof document>[],
    claims?: ReturnType<typeof claim>[],
    events?: ReturnType<typeof event>[],
  ];
  test.each<[string, Given, string[]]>([
    ['a claim that two answer', [named(3), [claim('d0', 'd2')]], ['0-2 1c 0e 0r']],
    ['once, however often they do', [named(2), [claim('d0', 'd0', 'd1', 'd1')]], ['0-1 1c 0e 0r']],
    ['an event of three is three pairs', [named(3), [], [event('d0', 'd1', 'd2')]], ['0-1 0c 1e 0r', '0-2 0c 1e 0r', '1-2 0c 1e 0r']],
    [
      'a reference either way, of a note or of the text',
      [[document('d0', note('d1')), document('d1', text('d0')), document('d2', note('d2'))]],
      ['0-1 0c 0e 2r'],
    ],
    [
      'what terms and claims point to is no meeting of documents',
      [[document('d0', { from: { kind: 'term', term: 't' }, relation: 'mentions' })]],
      [],
    ],
    ['what is shared with no one', [named(2), [claim('d0')], [event('d1', 'd1')]], []],
    ['a document that is not there', [named(1), [claim('d0', 'gone')]], []],
    ['nothing', [[]], []],
  ])('%s', (_, [documents, claims = [], events = []], expected) =>
    expect(
      pairsOf(documents, claims, events).map(({ a, b, claims: c, events: e, references: r }) => `${a}-${b} ${c}c ${e}e ${r}r`),
    ).toEqual(expected),
  );

  test('of many documents the strongest pairs of each, with two points and not by references alone', () => {
    const documents = named(everyPair + 30);
    const ids = documents.map(({ id }) => id);
    const one = pairsOf(documents, [claim(...ids)], []);
    expect(one).toEqual([]);
    const two = pairsOf(documents, [claim(...ids), claim(...ids)], [event('d48', 'd49')]);
    // All equal: each document keeps the first eight, and these have no others.
    for (const { a, b } of two) expect(Math.min(a, b) < 9 || (a === 48 && b === 49)).toBe(true);
    expect(partnersOf(two).get(49)![0]).toMatchObject({ a: 48, b: 49, claims: 2, events: 1 });
    expect(two.length).toBeLessThanOrEqual(8 * documents.length);
    const referred = pairsOf([document('x', note('d0'), note('d0')), ...documents], [], []);
    expect(referred).toEqual([]);
  });

  test('a thousand documents with many claims are paired', () => {
    const documents = named(1000);
    const claims = Array.from({ length: 300 }, (_, i) => claim(...Array.from({ length: 40 }, (_, k) => `d${(i * 17 + k * k) % 1000}`)));
    const pairs = pairsOf(documents, claims, []);
    expect(pairs.length).toBeGreaterThan(100);
    expect(pairs.length).toBeLessThanOrEqual(8000);
    const places = pairs.map(({ a, b }) => a * 1000 + b);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });
});

const on = (date: string): { readonly value: Value } => ({ value: { kind: 'date', date } });

describe('how the answers of two documents stand to each other', () => {
  const block = { number: 1, start: 0, end: 9, element: h('p', {}), section: 0 };
  type Said = Partial<Omit<Statement, 'value'>> & { readonly value?: Value | number };
  const said = (document: string, { value, ...rest }: Said): Statement => ({
    claim: 'boats',
    number: 1,
    passage: { document, block, start: 0, end: 5, whole: false, words: 'words' },
    value: typeof value === 'number' ? { kind: 'number', number: value } : value,
    time: undefined,
    timed: false,
    scope: undefined,
    parts: [],
    ...rest,
  });

  test.each<[string, readonly Said[], readonly Said[], string | undefined, string, string]>([
    ['one value', [{ value: 3 }], [{ value: 3 }], 'boats', 'agree', 'say the same'],
    ['within a hedge', [{ value: 100 }], [{ value: { kind: 'about', number: 95 } }], 'boats', 'agree', 'agree, within what is left open'],
    ['by how much', [{ value: 3000 }], [{ value: 2000 }], 'boats', 'differ', 'differ by 1,000'],
    ['from the least to the most', [{ value: 10 }, { value: 15 }], [{ value: 20 }], 'boats', 'differ', 'differ by 5 to 10'],
    ['a day', [on('1731-05-04')], [on('1731-05-05')], 'date', 'differ', 'differ by 1 day'],
    ['days', [on('1731-05-04')], [on('1731-05-14')], 'date', 'differ', 'differ by 10 days'],
    ['positions', [{ position: 'pay' }], [{ position: 'refuse' }], undefined, 'differ', 'take different positions'],
    [
      'both',
      [{ position: 'pay' }, { position: 'refuse' }],
      [{ position: 'pay' }],
      undefined,
      'differ',
      'agree in part, and take different positions',
    ],
    [
      'other times',
      [{ value: 3, time: '1730', timed: true }],
      [{ value: 4, time: '1731', timed: true }],
      'boats',
      'apart',
      'speak of different times',
    ],
    ['other wholes', [{ value: 3, scope: 'harbour' }], [{ value: 4, scope: 'river' }], 'boats', 'apart', 'speak of different things'],
    [
      'what can be compared counts, what cannot does not',
      [{ value: 3, scope: 'harbour' }, { value: 9 }],
      [
        { value: 3, scope: 'harbour' },
        { value: 7, scope: 'river' },
      ],
      'boats',
      'agree',
      'say the same',
    ],
  ])('%s', (_, one, other, unit, accord, told) => {
    const [a, b] = [one.map((each) => said('a', each)), other.map((each) => said('b', each))];
    expect(accordOf(a, b, unit, reckon([]))).toEqual({ accord, told });
    expect(accordOf(b, a, unit, reckon([]))).toEqual({ accord, told });
  });
});

describe('a folded document', () => {
  const words = 'Three masters refused.\u2029One left.\u2029Nobody asked the pilots.\u2029A footnote.';
  const blocks = words.split('\u2029').map((part, i): Block => {
    const start = words.indexOf(part);
    return { number: i < 3 ? i + 1 : 0, start, end: start + part.length, element: h('p', {}), section: 0 };
  });
  const point = (number: number, exact: string, whole = false): Point => {
    const start = words.indexOf(exact);
    return { number, start, end: start + exact.length, whole, block: blocks.find((block) => block.start <= start && start < block.end)! };
  };
  const shown = (points: readonly Point[]): string[] =>
    foldedText({ blocks, words }, points).map((fold) =>
      fold.kind === 'folded'
        ? `(${fold.blocks.map(({ block }) => block.number).join(' ')})`
        : `${fold.whole.map((number) => `#${number} `).join('')}${fold.pieces
            .map(({ words: piece, marked, ends }) => `${marked ? `[${piece}]` : piece}${ends.join(',')}`)
            .join('')}`,
    );

  test.each<[string, Point[], string[]]>([
    ['without a point, all of it', [], ['(1 2 3 0)']],
    ['open where a point is', [point(1, 'left')], ['(1)', 'One [left]1.', '(3 0)']],
    ['two points of one passage', [point(2, 'left'), point(1, 'left')], ['(1)', 'One [left]1,2.', '(3 0)']],
    [
      'points that overlap are cut once',
      [point(1, 'Three masters'), point(2, 'masters refused')],
      ['[Three ][masters]1[ refused]2.', '(2 3 0)'],
    ],
    ['a block as a whole is not marked', [point(4, 'Nobody asked the pilots.', true)], ['(1 2)', '#4 Nobody asked the pilots.', '(0)']],
    ['one point twice in a block', [point(1, 'Three'), point(1, 'refused')], ['[Three]1 masters [refused]1.', '(2 3 0)']],
    ['in the footnotes', [point(1, 'footnote')], ['(1 2 3)', 'A [footnote]1.']],
  ])('%s', (_, points, expected) => expect(shown(points)).toEqual(expected));

  test('loses no word', () => {
    const span = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 30 }), fc.nat({ max: 30 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const points = spans.map(([at, from, length, whole], i): Point => {
          const block = blocks[at]!;
          const start = Math.min(block.start + from, block.end - 1);
          return { number: i + 1, block, start, end: Math.min(start + length + 1, block.end), whole };
        });
        const kept = foldedText({ blocks, words }, points).flatMap((fold) =>
          fold.kind === 'folded' ? fold.blocks.map((each) => each.words) : [fold.pieces.map((piece) => piece.words).join('')],
        );
        expect(kept.join('\u2029')).toBe(words);
      }),
    );
  });
});
