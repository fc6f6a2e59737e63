import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../src/edition/read.ts';

const project = join(import.meta.dirname, '../..');

/** Run the command on an edition, as `npm run check` does. */
function check(content: string, ...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const environment = { ...process.env, CONTENT: content, NODE_OPTIONS: '' };
  return spawnSync(process.execPath, ['src/commands/check.ts', ...options], { cwd: project, env: environment, encoding: 'utf8' });
}

describe('npm run check', { timeout: 30_000 }, () => {
  test('of a good edition says so, and exits with 0', () => {
    expect(check('tests/edition/good')).toEqual(expect.objectContaining({ status: 0, stdout: 'No problems.\n', stderr: '' }));
  });

  test('of an edition with errors reports them, and exits with 1', () => {
    const { status, stdout } = check('tests/edition/broken/quote-not-found/content');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^tests\/edition\/broken\/quote-not-found\/content\/annotations\/dues\.yaml:3:10 {2}quote-not-found\n {2}“a growing isue” is not in dues\.\n {2}Did you mean “a growing issue”\?\n/,
    );
    expect(stdout).toMatch(/\n\d+ errors in 2 files\.\n$/);
  });

  test('of an edition with warnings alone reports them, and exits with 0', () => {
    const { status, stdout } = check('tests/edition/broken/unused-term/content');
    expect(status).toBe(0);
    expect(stdout).toContain('unused-term (warning)');
  });

  test('of no edition at all reports that, and exits with 1', () => {
    const { status, stdout } = check('tests/edition/broken/no-such-folder');
    expect(status).toBe(1);
    expect(stdout).toContain('missing-file');
  });

  test('in JSON prints the problems and nothing else', () => {
    const content = 'tests/edition/broken/quote-ambiguous/content';
    const { status, stdout, stderr } = check(content, '--format', 'json');
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const expected: unknown = JSON.parse(JSON.stringify({ problems: readEdition(join(project, content)).problems }));
    expect(JSON.parse(stdout)).toEqual(expected);
    const { problems } = JSON.parse(stdout) as { problems: object[] };
    expect(Object.keys(problems[0]!)).toEqual(['rule', 'severity', 'place', 'message', 'suggestion', 'related']);
  });

  test('in JSON prints an empty list where there are none', () => {
    const { status, stdout } = check('tests/edition/good', '--format', 'json');
    expect([status, JSON.parse(stdout)]).toEqual([0, { problems: [] }]);
  });

  test('with an unknown format says which there are, and exits with 2', () => {
    expect(check('tests/edition/good', '--format', 'xml')).toEqual(
      expect.objectContaining({ status: 2, stdout: '', stderr: '--format is text or json.\n' }),
    );
  });

  test('with an unknown option checks nothing, and names it', () => {
    const { status, stdout, stderr } = check('tests/edition/good', '--fromat', 'json');
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('--fromat');
  });
});
