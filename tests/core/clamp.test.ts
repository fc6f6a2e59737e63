import * as fc from 'fast-check';
import type { ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { clamp } from '../../src/core/clamp.ts';
import { h, textOf } from '../../src/core/tree.ts';
import '../properties.ts';

const words = (count: number): ElementContent => ({ type: 'text', value: 'word '.repeat(count) });
const lettersOf = (children: readonly ElementContent[]): string =>
  children.map((child) => (child.type === 'comment' ? '' : textOf(child))).join('');

describe('the beginning of a long note', () => {
  test('a short one is left as it is', () => {
    const children = [words(20), h('em', {}, 'all'), words(60)];
    expect(clamp(children)).toEqual({ head: children, rest: [] });
  });

  test('a long one is cut between words', () => {
    const { head, rest } = clamp([words(200)]);
    expect(lettersOf(head)).toBe('word '.repeat(64));
    expect(lettersOf(rest)).toBe('word '.repeat(136));
  });

  test('a link is not cut', () => {
    const link = h('a', { href: '#p1' }, 'word '.repeat(80));
    expect(clamp([words(10), link, words(40)])).toEqual({ head: [words(10)], rest: [link, words(40)] });
  });

  test('one word without an end is not cut', () => {
    const children: ElementContent[] = [{ type: 'text', value: 'x'.repeat(900) }];
    expect(clamp(children)).toEqual({ head: children, rest: [] });
  });

  test('nothing is lost, nothing twice', () => {
    const piece = fc.string({ maxLength: 300 }).map((value): ElementContent => ({ type: 'text', value }));
    const wrapped = fc.string({ maxLength: 300 }).map((value): ElementContent => h('em', {}, value));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, wrapped), { maxLength: 8 }), (children) => {
        const { head, rest } = clamp(children);
        expect(lettersOf(head) + lettersOf(rest)).toBe(lettersOf(children));
      }),
    );
  });
});
