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

  test.each([
    ['an unknown format', ['--format', 'xml'], '--format is text or json, not “xml”.'],
    ['an unknown option', ['--fromat', 'json'], "Unknown option '--fromat'."],
    ['an option without its value', ['--format'], "Option '--format <value>' argument missing."],
    ['words that are no option', ['content.d'], "Unexpected argument 'content.d'."],
  ])('with %s checks nothing, says so in a sentence, and exits with 2', (_, options, sentence) => {
    expect(check('tests/edition/good', ...options)).toEqual(
      expect.objectContaining({ status: 2, stdout: '', stderr: `${sentence}\nUsage: npm run check [-- --format text|json]\n` }),
    );
  });
});

describe('npm run serve', { timeout: 30_000 }, () => {
  test.each([
    [['--prot', '80'], "Unknown option '--prot'."],
    [['--port', 'http'], 'A port is a number up to 65535, not “http”.'],
    [['--port', '65536'], 'A port is a number up to 65535, not “65536”.'],
  ])('with %j serves nothing, says so in a sentence, and exits with 2', (options, sentence) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/serve.ts', ...options], {
      cwd: project,
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([2, '', `${sentence}\nUsage: npm run serve [-- --port 4321]\n`]);
  });
});
