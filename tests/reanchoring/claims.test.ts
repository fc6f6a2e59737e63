/**
 * `npm run reanchor` on the statements of claims and the passages of events: proved like notes, and mended like them.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, commit, folder, git, head, leave, open, put, run } from './desk.ts';

const council = 'On the third of May the council of the town met behind closed doors and set the keelage at 40 crowns a ship.';
const masters = 'Three masters refused to pay it, and lay in the roads until the summer was nearly over.';
const clerk = 'The clerk wrote in the margin that nobody had asked the pilots. It was the last entry of that year.';
const bread = 'Bread was dear in those years, and the mills stood still for want of grain from the islands.';
const claim = `# How much it was.
question: How high was the keelage?
unit: crowns
statements:
  - document: dues   # the roll
    quote: set the keelage at 40 crowns   # the sum
    value: 40
  - { document: letter, quote: 'paid 38 crowns', value: 38 }   # and the letter
`;
const timeline = `- id: strike   # theirs
  date: 1731
  title: The masters refuse
  passages:
    - { document: letter, quote: we lay in the roads }
    - document: dues
      quote: >-
        refused to pay it,
        and lay in the roads
`;
const text = (...blocks: string[]): void => put('documents/dues.mdx', `${head}${blocks.join('\n\n')}\n`);
const letter = 'That year we paid 38 crowns, and we lay in the roads for it.';
const yaml = (file = 'claims/keelage'): string => readFileSync(at(`${file}.yaml`), 'utf8');

beforeEach(() => {
  open();
  text(council, masters, clerk);
  put('documents/letter.mdx', `${head}${letter}\n`);
  put('claims/keelage.yaml', claim);
  put('timeline.yaml', timeline);
  commit();
});
afterEach(leave);

describe('the quotes of statements and of passages', () => {
  test('are told of with their document, and put right, and else not a letter is changed', () => {
    text(bread, council.replace('set the keelage', 'fixed the keelage'), masters.replace('refused to pay it', 'would not pay it'), clerk);
    const { status, out } = run('reanchor');
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/claims\/keelage\.yaml:6:12 {2}claims\/keelage#1 {2}changed {2}0\.\d\d$/m);
    expect(out).toMatch(/was {2}“.*closed doors and \[set the keelage at 40 crowns\] a ship\.” {2}\([0-9a-f]{7}\)/);
    expect(out).toMatch(/now {2}dues ¶ 2 {2}“.*closed doors and \[fixed the keelage at 40 crowns\] a ship\.”/);
    expect(out).toMatch(/^content\/timeline\.yaml:7:14 {2}timeline\/strike#2 {2}changed/m);
    expect(out).not.toContain('=lost');
    expect(run('reanchor', 'letter').status).toBe(0);
    expect(run('reanchor', '--write').status).toBe(0);
    expect(yaml()).toBe(claim.replace('set the keelage', 'fixed the keelage'));
    expect(yaml('timeline')).toBe(timeline.replace('refused to pay it,\n        and', 'would not pay it, and'));
    expect(run('check').out).toContain('No problems');
  });

  test('within braces, with line ends of Windows, and for tools', () => {
    for (const file of ['claims/keelage', 'timeline']) writeFileSync(at(`${file}.yaml`), yaml(file).replaceAll('\n', '\r\n'));
    commit();
    put('documents/letter.mdx', `${head}In May we had paid 38 silver crowns, and we lay in those roads for it.\n`);
    const { quotes } = JSON.parse(run('reanchor', '--json').out) as { quotes: { state: string }[] };
    expect(quotes).toMatchObject([
      { document: 'letter', statement: 'claims/keelage#2', kind: 'words', state: 'changed', outcome: { quote: {} } },
      { document: 'letter', passage: 'timeline/strike#1', kind: 'words', state: 'changed', outcome: { quote: {} } },
    ]);
    expect(run('reanchor', '--write').status).toBe(0);
    expect(yaml()).toBe(claim.replace('paid 38 crowns', 'paid 38 silver crowns').replaceAll('\n', '\r\n'));
    expect(yaml('timeline')).toBe(timeline.replace('we lay in the roads', 'we lay in those roads').replaceAll('\n', '\r\n'));
  });

  test('are left to the editor with their words gone, and cannot be kept without a place', () => {
    text(council.replace(/ and set .*/, '.'), clerk, bread);
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(out).toMatch(/claims\/keelage#1 {2}lost/);
    expect(out).toMatch(/timeline\/strike#2 {2}lost/);
    expect(out).toContain('take the statement out of the claim, or quote the words that do');
    expect(out).toContain('take the passage out of the event, or quote the words that do');
    expect(out).not.toContain('=lost');
    const refused = run('reanchor', '--write', '--choose', 'claims/keelage#1=lost');
    expect(refused).toMatchObject({ status: 2, error: expect.stringContaining('Only a note can be kept') as string });
    expect(yaml()).toBe(claim);
    expect(yaml('timeline')).toBe(timeline);
  });

  test('are chosen by number', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    text(`${council} Others refused to pay it, and lay in the roads.`, masters, clerk);
    const { out } = run('reanchor');
    expect(out).toMatch(/timeline\/strike#2 {2}ambiguous/);
    expect(out).toMatch(/^ {2}2 {2}1\.00 {2}dues ¶ 2 /m);
    expect(run('reanchor', '--write', '--choose', 'timeline/strike#2=2').status).toBe(0);
    expect(yaml('timeline')).toContain('quote: { exact: "refused to pay it, and lay in the roads", prefix: "masters" }');
    expect(run('check').out).toContain('No problems');
    expect(run('reanchor', '--write', '--choose', 'timeline/strike#1=1').error).toContain('No quote of “timeline/strike#1”');
  });

  test('that stand once, but are a look-alike, are told of; until the editor has looked', () => {
    put('timeline.yaml', timeline.replace(/>-\n.*\n.*/, 'the keelage'));
    commit();
    text(council.replace('set the keelage at 40 crowns a ship', 'did nothing'), masters, `${clerk} Nobody paid the keelage.`);
    commit();
    expect(run('reanchor').out).toMatch(/timeline\/strike#2 {2}lost/);
    put('timeline.yaml', yaml('timeline').replace('The masters refuse', 'Nobody pays'));
    expect(run('reanchor').out).not.toContain('timeline/strike#2');
    commit();
    expect(run('reanchor').out).not.toContain('timeline/strike#2');
  });

  test('keep their numbers: where those are others, the answer is looked at first', () => {
    text(council.replace('40', '50'), masters, clerk);
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(out).toMatch(/claims\/keelage#1 {2}changed/);
    expect(out).toContain('see first whether its value or position');
    expect(yaml()).toBe(claim);
    expect(run('reanchor', '--write', '--choose', 'claims/keelage#1=1').status).toBe(0);
    expect(yaml()).toBe(claim.replace('at 40', 'at 50'));
  });

  test('a value without a figure is looked at first, whatever changed', () => {
    text(council.replace('40', 'forty'), masters, clerk);
    put('claims/keelage.yaml', claim.replace('at 40', 'at forty'));
    commit();
    text(council.replace('40', 'fifty'), masters, clerk);
    expect(run('reanchor', '--write').status).toBe(1);
    expect(yaml()).toBe(claim.replace('at 40', 'at forty'));
  });

  test('go with a whole paragraph', () => {
    put('timeline.yaml', timeline.replace(/>-\n.*\n.*/, '{ paragraph: 2 } # all'));
    commit();
    text(bread, council, masters, clerk);
    const { out } = run('reanchor', '--write');
    expect(out).toMatch(/timeline\/strike#2 {2}moved.*\n {2}was {2}dues ¶ 2 .*\n {2}now {2}dues ¶ 3/);
    expect(yaml('timeline')).toBe(timeline.replace(/>-\n.*\n.*/, '{ paragraph: 3 } # all'));
  });

  test('are known again where others were put before them', () => {
    put('claims/keelage.yaml', claim.replace('statements:\n', 'statements:\n  - { document: dues, quote: a ship, value: 40 }\n'));
    commit();
    text(bread, council.replace('set the keelage', 'fixed the keelage'), masters, clerk);
    commit();
    const { out } = run('reanchor');
    expect(out).toMatch(/claims\/keelage#2 {2}changed.*\n {2}was .*\([0-9a-f]{7}\)/);
    expect(out).not.toContain('claims/keelage#1 ');
  });

  test('follow a document and a claim through other names', () => {
    git('mv', 'content/documents/dues.mdx', 'content/documents/roll.mdx');
    git('mv', 'content/claims/keelage.yaml', 'content/claims/toll.yaml');
    put('claims/toll.yaml', claim.replace('document: dues', 'document: roll'));
    put('documents/roll.mdx', `${head}${council.replace('set the keelage', 'laid a new keelage')}\n\n${clerk}\n`);
    const { out, error } = run('reanchor');
    expect(out).toMatch(/claims\/toll#1 {2}changed.*\n {2}was .*\([0-9a-f]{7}\)/);
    expect(error).toMatch(/content\/timeline\.yaml:7:14.*\n.*There is no document “dues”/);
  });

  test('are found by themselves where there is no git', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    text(council.replace('set the keelage', 'set a keelage'), masters, clerk);
    expect(run('reanchor', '--write').status).toBe(0);
    expect(yaml()).toBe(claim.replace('set the keelage', 'set a keelage'));
  });
});

test('what is no claim, no timeline and no statement is left to the check', () => {
  put('claims/odd.yaml', 'statements: [~, 3, { document: 4, quote: x }, { document: dues }, { document: dues, quote: [] }]\n');
  put('claims/list.yaml', '- document: dues\n  quote: nowhere\n');
  put('claims/broken.yaml', 'statements: [\n');
  put('timeline.yaml', `3: 4\npassages: [{ document: dues, quote: nowhere }]\n`);
  const { status, out, error } = run('reanchor');
  expect(status).toBe(1);
  expect(out).toBe('Every quote fits its text.\n');
  expect(error).toContain('content/claims/broken.yaml');
  expect(error).not.toContain('at Object');
});
