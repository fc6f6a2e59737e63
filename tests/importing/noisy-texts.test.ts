import { describe, expect, test } from 'vitest';
import { noisyScores } from './noisy-scores.ts';
import { noisyTexts } from './noisy-texts.ts';

describe('the noisy texts', () => {
  test('are the same for the same seed', () => {
    expect(noisyTexts(20, 3)).toEqual(noisyTexts(20, 3));
    expect(noisyTexts(20, 3)).not.toEqual(noisyTexts(20, 4));
  });

  test.each([1, 2])('are imported well, seed %i', (seed) => {
    const scores = noisyScores(noisyTexts(300, seed));
    expect(scores.lost).toBe(0);
    expect(scores.paragraphs.f1).toBeGreaterThanOrEqual(0.97);
    expect(scores.title).toBeGreaterThanOrEqual(0.95);
    expect(scores.aside.recall).toBeGreaterThanOrEqual(0.9);
    expect(scores.aside.precision).toBeGreaterThanOrEqual(0.97);
    expect(scores.author).toBeGreaterThanOrEqual(0.97);
    expect(scores.published).toBeGreaterThanOrEqual(0.95);
    expect(scores.headings.f1).toBeGreaterThanOrEqual(0.93);
    expect(scores.perfect).toBeGreaterThanOrEqual(0.75);
  });
});
