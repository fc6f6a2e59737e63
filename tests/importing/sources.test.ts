/**
 * The five sources of the project, as they were found, against the import that the issue calls ideal. They are other people's
 * texts: only line numbers, counts and reasons are told here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft, HeadKey, Reason } from '../../src/importing/draft.ts';
import { fromText } from '../../src/importing/from-text.ts';
import { breachOf } from '../../src/importing/law.ts';
import { keptTexts, textsOf } from './noisy-scores.ts';

const folder = resolve('../shared/sources');
const present = existsSync(folder);

interface Ideal {
  readonly head: Readonly<Partial<Record<HeadKey, readonly number[]>>>;
  /** The lines of the body, in order; a heading is negative. */
  readonly body: readonly number[];
  readonly aside: readonly (readonly [at: string, reasons: readonly Reason[]])[];
  /** Lines that a person is asked to look at. */
  readonly flagged: readonly string[];
}

const chrome: readonly Reason[] = ['navigation', 'player'];
const ideals: Readonly<Record<string, Ideal>> = {
  'how-to-prevent-the-re-emergence-of-isis-core': {
    head: { title: [5], standfirst: [9] },
    body: [7, 18, 20, 22, 24, 26, 28, 30, 32],
    aside: [1, 3, 11, 12, 14, 16].map((line) => [`line ${line}`, chrome] as const),
    flagged: ['line 7'],
  },
  'coalition-efforts-to-defeat-isis-continue': { head: {}, body: [1, 2, 3, 4, 5, 6, 7, 8, 9], aside: [], flagged: ['line 1'] },
  'iraq-and-the-west-havent-finished-the-job': {
    head: { title: [1] },
    body: [3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, -36, 38, 41],
    aside: [['lines 43–47', ['related']]],
    flagged: [],
  },
  'international-conference-on-imprisoned-isis-militants': {
    head: { section: [1, 5], title: [3], standfirst: [7] },
    body: [9, 11, 13, 15, 17, 19, 21],
    aside: [],
    flagged: [],
  },
  'the-return-of-isis': {
    head: {},
    body: [1, 2, 3, 4, 5],
    aside: [
      ['line 5', ['navigation']],
      ['line 6', ['navigation']],
    ],
    flagged: ['line 1', 'line 5'],
  },
};

describe.skipIf(!present)(`the sources in ${folder}${present ? '' : ' are not there: nothing of them is tested'}`, () => {
  test.each(Object.entries(ideals))('%s', (name, ideal) => {
    const bytes = readFileSync(join(folder, `${name}.txt`));
    // No editor's eye on the lines is needed: they are divided by LF alone.
    const lines = bytes.toString('utf8').split('\n');
    const draft = fromText({ name: `${name}.txt`, bytes });

    expect(draft.encoding).toContain('utf-8');
    expect(bodyLines(draft, lines)).toEqual(ideal.body);
    for (const key of ['title', 'section', 'standfirst', 'author', 'published'] as const) {
      const from = ideal.head[key];
      const found = draft.head[key];
      if (!from) expect(found === undefined || (key === 'title' && found.derived === true && found.kept === undefined), key).toBe(true);
      else {
        const words = from.map((line) => lines[line - 1]).join(' · ');
        expect(found?.kept === words && found.value === words, `${key} is not of lines ${from.join(', ')}`).toBe(true);
      }
    }
    expect(draft.aside.map(({ at }) => at)).toEqual(ideal.aside.map(([at]) => at));
    for (const [i, { reason }] of draft.aside.entries()) expect(ideal.aside[i]![1]).toContain(reason);
    expect(draft.flags.map(({ at }) => at)).toEqual(ideal.flagged);
    expect(breachOf(bytes.toString('utf8').replace(/^More info(?=\p{Lu})/mu, 'More info '), keptTexts(draft))).toBeUndefined();
    expect(breachOf(draft.visible, keptTexts(draft))).toBeUndefined();
  });

  test('the label that is glued to a sentence is recorded as split', () => {
    const name = 'the-return-of-isis.txt';
    const { repairs } = fromText({ name, bytes: readFileSync(join(folder, name)) });
    expect(repairs.map(({ at, why }) => [at, why])).toEqual([['line 5', 'split from the label “More info”']]);
  });
});

/** From which line each block of the body is, letter for letter; a heading's is negative, a line that was split counts by its end. */
function bodyLines(draft: Draft, lines: readonly string[]): number[] {
  let from = 0;
  return textsOf(draft).map((text, i) => {
    const at = lines.findIndex((line, n) => n >= from && (line === text || (line.startsWith('More info') && line.endsWith(text))));
    from = at + 1;
    return draft.body.children[i]!.type === 'heading' ? -(at + 1) : at + 1;
  });
}
