import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Place } from '../../src/core/model.ts';
import { formatReport } from '../../src/core/problem.ts';
import { rules, type RuleName } from '../../src/core/rules.ts';
import { nameOf } from '../../src/edition/files.ts';
import { readEdition } from '../../src/edition/read.ts';
import { badInput } from './bad-input.ts';

const folder = join(import.meta.dirname, 'broken');

describe('every rule has a broken edition, and its whole report is expected', () => {
  test.each(Object.keys(rules) as RuleName[])('%s', async (rule) => {
    const content = join(folder, rule, 'content');
    expect(existsSync(content), `${nameOf(content)} is missing`).toBe(true);
    const { edition, problems } = readEdition(content);
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect(problems.filter((problem) => problem.severity !== rules[problem.rule].severity)).toEqual([]);
    // Only a warning lets an edition pass.
    expect(edition === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
    await expect(formatReport(problems)).toMatchFileSnapshot(join(folder, rule, 'report.txt'));
  });
});

test('a statement that is only warned of stays', () => {
  for (const rule of ['origin-derived', 'parts-do-not-add-up']) {
    const { edition, problems } = readEdition(join(folder, rule, 'content'));
    expect(problems.length).toBeGreaterThan(0);
    expect(edition?.claims.flatMap((claim) => claim.statements)).toHaveLength(2);
  }
});

describe('whatever stands in the folder, it is told in a moment, and nothing is thrown', () => {
  let temporary: string;
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'variorum-'));
  });
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  test.each(Object.keys(badInput))('%s', { timeout: 20_000 }, async (name) => {
    const content = join(temporary, name);
    const files = badInput[name]!();
    if (files) mkdirSync(content);
    for (const [file, text] of Object.entries(files ?? {})) {
      mkdirSync(join(content, dirname(file)), { recursive: true });
      writeFileSync(join(content, file), text);
    }
    const { edition, problems } = readEdition(content, { cache: join(temporary, `${name}.json`) });
    for (const document of edition?.documents ?? []) expect(document.html).not.toMatch(/<script|javascript:|onerror/i);
    const report = formatReport(problems).replaceAll(nameOf(content), `tests/edition/broken/${name}/content`);
    await expect(report.toWellFormed()).toMatchFileSnapshot(join(folder, name, 'report.txt'));
    // From the cache as from the file.
    expect(readEdition(content, { cache: join(temporary, `${name}.json`) }).problems).toEqual(problems);
  });
});

test.each([
  ['quote-not-found', '“a growing isue”', 'a growing isue', 'a growing issue'],
  ['quote-not-found', '“nobody paid them. Nobody asked”', 'nobody paid them. Nobody asked', 'nobody paid them.'],
  ['quote-not-found', '“and nobody wull”', 'and nobody wull', 'and nobody will'],
  ['quote-not-found', '“owed”', '<Note id="later"', 'owed.'],
  ['quote-ambiguous', '“Nobody”', '{ exact: Nobody', 'Nobody asked'],
  ['mdx-syntax', '<Note> is opened', '<Note id="a"', undefined],
  ['mdx-syntax', 'A “<”', '<10 paid', undefined],
  ['mdx-syntax', 'A “{”', '{this', undefined],
  ['mdx-syntax', 'no comments', '<!-- so', undefined],
  ['code-in-document', '{1 + 1}', '{1 + 1} are', undefined],
  ['code-in-document', '<Card>', '<Card />', undefined],
  ['code-in-document', 'a heading', '<Note id="a"', undefined],
  ['reference-not-found', '“duse”', '[there](doc:duse#p1)', undefined],
  ['reference-not-found', '“mole”', '<Term id="mole">', undefined],
  ['reference-not-found', '“aa”', '[here](note:dues/aa)', undefined],
  ['reference-not-found', '“letter”', '[the letter]', undefined],
  ['reference-not-found', 'paragraph 33', 'doc:dues#p33', undefined],
  ['reference-not-found', 'footnote “far”', '[^far]: Nor', undefined],
  ['duplicate-id', 'footnotes “1”', '[^1]: And', '[^1]: So'],
  ['image-not-allowed', 'mole.png', '![The mole]', undefined],
  ['unknown-key', '“qoute”', 'qoute: growing', undefined],
  ['unknown-key', '“checker”', 'checker: me', undefined],
  ['yaml-syntax', 'quotation mark', '"growing', undefined],
  ['yaml-syntax', 'a tab', '\tquote', undefined],
  ['yaml-syntax', 'twice', 'text: excerpt', undefined],
  ['bad-date', '“yesterday”', 'yesterday', undefined],
  ['duplicate-id', 'in the order', 'dues]', undefined],
])('a place is where the words stand: %s, %s', (rule, message, words, related) => {
  const { problems } = readEdition(join(folder, rule, 'content'));
  const found = problems.find((each) => each.message.includes(message))!;
  expect(wordsAt(found.place).startsWith(words), wordsAt(found.place)).toBe(true);
  if (related) expect(wordsAt(found.related![0]!.place).startsWith(related), wordsAt(found.related![0]!.place)).toBe(true);
});

function wordsAt({ file, line, column }: Place): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines[line - 1]!.slice(column - 1);
}

test('every folder is for a rule or an input', () => {
  const known = new Set([...Object.keys(rules), ...Object.keys(badInput)]);
  expect(readdirSync(folder).filter((name) => !known.has(name))).toEqual([]);
});
