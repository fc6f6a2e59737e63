import { describe, expect, test } from 'vitest';
import { count, formatReport, hasErrors, problem, sortProblems } from '../../src/core/problem.ts';
import { rules } from '../../src/core/rules.ts';

const at = (file: string, line: number, column = 1): { file: string; line: number; column: number } => ({ file, line, column });

describe('formatReport', () => {
  test('nothing is one line', () => expect(formatReport([])).toBe('No problems.\n'));

  test('place and rule, message, suggestion line by line, what is related; then the count', () => {
    const problems = [
      problem('quote-not-found', at('a.yaml', 12, 10), '“x” is not in peace.', {
        suggestion: 'Did you mean “y”?',
        related: [{ place: at('peace.mdx', 17, 4), message: 'The nearest words stand here:' }],
      }),
      problem('source-incomplete', at('peace.mdx', 3), 'The date is not known yet.', { suggestion: 'Find it out:\n  published: …' }),
      problem('mdx-syntax', at('war.mdx', 1), 'This is not valid MDX.'),
    ];
    expect(formatReport(problems)).toBe(
      [
        'a.yaml:12:10  quote-not-found',
        '  “x” is not in peace.',
        '  Did you mean “y”?',
        '  The nearest words stand here:  peace.mdx:17:4',
        '',
        'peace.mdx:3:1  source-incomplete (warning)',
        '  The date is not known yet.',
        '  Find it out:',
        '    published: …',
        '',
        'war.mdx:1:1  mdx-syntax',
        '  This is not valid MDX.',
        '',
        '2 errors and 1 warning in 3 files.',
        '',
      ].join('\n'),
    );
  });

  test('warnings alone are counted alone', () => {
    expect(formatReport([problem('unused-term', at('a.mdx', 1), 'm')])).toMatch(/\n1 warning in 1 file\.\n$/);
    expect(hasErrors([problem('unused-term', at('a.mdx', 1), 'm')])).toBe(false);
    expect(hasErrors([problem('bad-id', at('a.mdx', 1), 'm')])).toBe(true);
  });
});

test('problems are in the order of files, lines, columns and rules', () => {
  const sorted = sortProblems([
    problem('wrong-type', at('b', 1), ''),
    problem('wrong-type', at('a', 10), ''),
    problem('wrong-type', at('a', 2, 5), ''),
    problem('bad-date', at('a', 2, 5), ''),
    problem('wrong-type', at('a', 2, 3), ''),
  ]);
  expect(sorted.map(({ place, rule }) => `${place.file}${place.line}:${place.column} ${rule}`)).toEqual([
    'a2:3 wrong-type',
    'a2:5 bad-date',
    'a2:5 wrong-type',
    'a10:1 wrong-type',
    'b1:1 wrong-type',
  ]);
});

test('rules have names that can be searched for, and say what they are about', () => {
  for (const [name, { about }] of Object.entries(rules)) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(about).toMatch(/^[A-Z].*\.$/);
  }
});

test.each([
  [1, 'error', '1 error'],
  [2, 'error', '2 errors'],
  [0, 'term', '0 terms'],
])('%d %s', (number, one, words) => expect(count(number, one)).toBe(words));
