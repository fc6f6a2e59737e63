/**
 * How much of an article's text was extracted, and how much else: precision, recall and F1 of 4-grams of words, as
 * scrapinghub/article-extraction-benchmark defines them.
 */

/** Shares of one page's 4-grams, so that long pages count no more than short ones. */
export interface Tally {
  readonly both: number;
  readonly added: number;
  readonly missed: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Compare the 4-grams of what is there with those of what was extracted, each as often as it occurs. */
export function tally(truth: string, extracted: string): Tally {
  const wanted = shingles(truth);
  let both = 0;
  let added = 0;
  for (const [shingle, count] of shingles(extracted)) {
    const there = wanted.get(shingle) ?? 0;
    both += Math.min(there, count);
    added += Math.max(0, count - there);
  }
  let missed = -both;
  for (const count of wanted.values()) missed += count;
  const all = both + added + missed || 1;
  return { both: both / all, added: added / all, missed: missed / all };
}

/** Precision and recall averaged over the pages that have any; F1 of these averages. */
export function scoreOf(tallies: readonly Tally[]): Score {
  const precision = mean(tallies.filter(({ both, added }) => both + added > 0).map(({ both, added }) => both / (both + added)));
  const recall = mean(tallies.filter(({ both, missed }) => both + missed > 0).map(({ both, missed }) => both / (both + missed)));
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

const size = 4;

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - size + 1); i++) {
    const shingle = words.slice(i, i + size).join(' ');
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
