/**
 * `npm run reanchor` on notes on whole blocks, in place, and without a place; and what git knows of them.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, commit, folder, git, head, leave, open, put, run } from './desk.ts';

const council = 'On the third of May the council of the town met behind closed doors and set the keelage at forty crowns a ship.';
const masters = 'Three masters refused to pay it, and lay in the roads until the summer was nearly over.';
const clerk = 'The clerk wrote in the margin that nobody had asked the pilots. It was the last entry of that year.';
const bread = 'Bread was dear in those years, and the mills stood still for want of grain from the islands.';
const text = (...blocks: string[]): void => put('documents/dues.mdx', `${head}${blocks.join('\n\n')}\n`);
const yaml = (): string => readFileSync(at('annotations/dues.yaml'), 'utf8');
const mdx = (): string => readFileSync(at('documents/dues.mdx'), 'utf8');
const note = (place: string, body = 'B.'): string => `- id: a\n  kind: gloss\n  ${place}   # why\n  body: ${body}\n`;
const tag = (quote: string, sign = '"'): string => `<Note id="k" kind="gloss" quote=${sign}${quote}${sign}>A toll.</Note>`;
const lost = (quote: string): string => note(`lost: { since: 2026-11-01, quote: ${quote} }`);

beforeEach(open);
afterEach(leave);

describe('a note on a paragraph as a whole', () => {
  beforeEach(() => {
    text(council, masters, clerk);
    put('annotations/dues.yaml', note('quote: { paragraph: 2 }'));
    commit();
  });

  test('moves with its paragraph', () => {
    text(bread, council, masters, clerk);
    const { status, out } = run('reanchor');
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/annotations\/dues\.yaml:3:10 {2}a {2}moved {2}1\.00$/m);
    expect(out).toMatch(/was {2}¶ 2 {2}“\[Three masters refused.*over\.\]” {2}\([0-9a-f]{7}\)/);
    expect(out).toMatch(/now {2}¶ 3 {2}“\[Three masters refused/);
    expect(out).toContain('quote: { paragraph: 3 }');
    expect(run('reanchor', '--write').status).toBe(0);
    expect(yaml()).toBe(note('quote: { paragraph: 3 }'));
    expect(run('reanchor')).toMatchObject({ status: 0, out: 'Every quote fits its text.\n' });
  });

  test('is told of after the text was committed, whatever else was', () => {
    text(bread, council, masters, clerk);
    put('annotations/dues.yaml', `${note('quote: { paragraph: 2 }', 'Another body.')}- { id: b, kind: gloss, quote: keelage, body: B. }\n`);
    commit();
    put('annotations/dues.yaml', `${yaml()}- { id: c, kind: gloss, quote: forty crowns, body: B. }\n`);
    commit();
    expect(run('reanchor').out).toMatch(/ a {2}moved/);
    expect(run('reanchor', '--write').status).toBe(0);
    expect(yaml()).toContain('paragraph: 3');
  });

  test('is right as it stands where its editor edits it, by itself, on the text as it is', () => {
    text(bread, council, clerk);
    commit();
    expect(run('reanchor').out).toMatch(/ a {2}lost/);
    put('annotations/dues.yaml', note('quote: { paragraph: 2 }', 'On the council.'));
    expect(run('reanchor').status).toBe(0);
    commit();
    expect(run('reanchor').status).toBe(0);
  });

  test('is changed where its paragraph has other words and another number', () => {
    text(bread, council, masters.replace('until the summer was nearly over', 'until October'), clerk);
    expect(run('reanchor', '--write').out).toMatch(/ a {2}changed {2}0\.\d\d\n.*\n {2}now {2}¶ 3/);
    expect(yaml()).toContain('paragraph: 3');
  });

  test('fits where words were changed in its paragraph', () => {
    text(council, masters.replace('Three', 'Four'), clerk);
    expect(run('reanchor').out).toBe('Every quote fits its text.\n');
  });

  test('is lost with its paragraph, though another has its number; its words are kept', () => {
    text(council, clerk, bread);
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(out).toMatch(/ a {2}lost/);
    expect(yaml()).toBe(note('quote: { paragraph: 2 }'));
    expect(run('reanchor', '--write', '--choose', 'a=lost').status).toBe(0);
    expect(yaml()).toMatch(/lost: \{ since: \d{4}-\d\d-\d\d, quote: "Three masters refused to pay it, .* over\." \} {3}# why\n/);
    expect(run('check').out).toContain('No problems');
    expect(run('reanchor').out).toBe('Every quote fits its text.\n');
  });

  test('is followed from text to text, where it was changed by little and little', () => {
    const steps = [
      'Three masters would not pay it, and lay in the roads until the summer was nearly over.',
      'Three masters would not pay it, and waited outside until the summer was nearly over.',
      'Three captains would not pay it, and waited outside until autumn had come.',
      'Captains would not pay, and waited outside while leaves were falling.',
      'Some captains, angry, waited outside while leaves were falling everywhere.',
    ];
    for (const step of steps) {
      text(bread, council, step, clerk);
      commit();
    }
    expect(run('reanchor', '--write').out).toMatch(/ a {2}changed.*\n.*\n {2}now {2}¶ 3/);
    expect(yaml()).toContain('paragraph: 3');
  });

  test('is told that it says so already, where its editor chooses the number that it has', () => {
    text(council, 'Three masters refused to pay it, and', 'lay in the roads until the summer was nearly over.', clerk);
    const { out } = run('reanchor');
    expect(out).toMatch(/ a {2}ambiguous/);
    const number = /^ {2}(\d) {2}0\.\d\d {2}¶ 2/m.exec(out)?.[1];
    const chosen = run('reanchor', '--write', '--choose', `a=${number}`);
    expect(chosen).toMatchObject({ status: 1, out: expect.stringContaining('It says so already.') as string });
    expect(yaml()).toBe(note('quote: { paragraph: 2 }'));
  });

  test('beyond the last paragraph', () => {
    text(masters);
    expect(run('reanchor', '--write').out).toMatch(/ a {2}moved.*\n.*\n {2}now {2}¶ 1/);
  });

  test('is left alone where there is no git', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    text(bread, council, masters, clerk);
    expect(run('reanchor')).toMatchObject({ status: 0, out: 'Every quote fits its text.\n', error: '' });
  });
});

describe('a note in place', () => {
  beforeEach(() => {
    text(council.replace(' at forty', `${tag('set the keelage')} at forty`), masters);
    commit();
  });

  test('has its words put right where it stands', () => {
    text(council.replace('set the keelage at', `fixed the "old" & new keelage${tag('set the keelage')} at`), masters);
    const { status, out } = run('reanchor');
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/documents\/dues\.mdx:7:\d+ {2}k {2}changed {2}0\.\d\d$/m);
    expect(out).toMatch(/line 7: write quote="fixed the &quot;old&quot; &amp; new keelage"/);
    const before = mdx();
    expect(run('reanchor', '--write').status).toBe(0);
    expect(mdx()).toMatch(/keelage<Note id="k" kind="gloss" quote="fixed the &quot;old&quot; &amp; new keelage">A toll/);
    expect(mdx().replace(/quote="[^"]*"/, '')).toBe(before.replace(/quote="[^"]*"/, ''));
    expect(run('check').out).toContain('No problems');
  });

  test('keeps line ends, and signs of its own', () => {
    text(council.replace('set the keelage at', `fixed the keelage${tag('set the keelage', "'")} at`), masters);
    writeFileSync(at('documents/dues.mdx'), mdx().replaceAll('\n', '\r\n'));
    const before = mdx();
    expect(run('reanchor', '--write').status).toBe(0);
    expect(mdx()).toBe(before.replace("quote='set the", "quote='fixed the"));
  });

  test('is not moved, but told where to stand', () => {
    text(
      `On the third of May the council met.${tag('set the keelage')}`,
      `${masters} Then the council set the keelage at forty crowns a ship.`,
    );
    const before = mdx();
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(out).toMatch(/k {2}(?:moved|changed)/);
    expect(out).toMatch(
      /not moved for you: put <Note id="k"> of line 7 right after “set the keelage”, content\/documents\/dues\.mdx:9:\d+/,
    );
    expect(mdx()).toBe(before);
  });

  test('is lost with its words', () => {
    text(`On the third of May the council met.${tag('set the keelage')}`, masters);
    const { status, out } = run('reanchor');
    expect(status).toBe(1);
    expect(out).toMatch(/k {2}lost/);
    expect(out).toContain('keep it in annotations/dues.yaml with lost: { since: …, quote: "set the keelage" }');
    expect(run('reanchor', '--write', '--choose', 'k=lost').error).toContain('stands in the text');
  });

  test('is told of where only a look-alike is left before it', () => {
    text(`They set the keelage once. ${council.replace('set the keelage at', `raised the toll${tag('set the keelage')} at`)}`, masters);
    expect(run('reanchor').out).toMatch(/k {2}(?:lost|changed)/);
  });

  test('without git by its words alone', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    text(
      council.replace(
        'closed doors and set the keelage at forty',
        `closed doors and set the keelages at forty${tag('set the keelage at forty')}`,
      ),
    );
    expect(JSON.parse(run('reanchor', '--json').out).quotes).toMatchObject([
      { note: 'k', kind: 'in place', state: 'changed', mend: { kind: 'quote', words: 'set the keelages at forty' }, outcome: { mend: {} } },
    ]);
  });
});

describe('a lost note whose words came back', () => {
  const back = 'nobody had asked the pilots';

  test('where they stood', () => {
    text(council, clerk);
    put('annotations/dues.yaml', note(`quote: ${back}`));
    commit();
    text(council);
    run('reanchor', '--write', '--choose', 'a=lost');
    expect(run('reanchor').out).toBe('Every quote fits its text.\n');
    commit();
    text(council, masters, clerk);
    const { status, out } = run('reanchor');
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/annotations\/dues\.yaml:3:9 {2}a {2}found again {2}[01]\.\d\d$/m);
    expect(out).toContain(`quote: ${back}`);
    expect(run('reanchor', '--write').status).toBe(0);
    expect(yaml()).toBe(note(`quote: ${back}`));
    expect(run('check').out).toContain('No problems');
  });

  test('where they stood, before the loss is committed', () => {
    text(council, clerk);
    put('annotations/dues.yaml', note('quote: the pilots'));
    commit();
    text(council);
    run('reanchor', '--write', '--choose', 'a=lost');
    text(council, clerk);
    expect(run('reanchor', '--write').out).toMatch(/a {2}found again/);
    expect(yaml()).toBe(note('quote: the pilots'));
  });

  test('of which git knows only that they were not there', () => {
    text(council);
    put('annotations/dues.yaml', lost(back));
    commit();
    text(council, clerk);
    expect(run('reanchor', '--write').out).toMatch(/a {2}found again/);
    expect(yaml()).toBe(note(`quote: ${back}`));
  });

  test('never to a look-alike that its editor has refused', () => {
    text(council, clerk);
    put('annotations/dues.yaml', note('quote: the pilots'));
    commit();
    text(council, `${bread} Then the pilots came.`);
    expect(run('reanchor').out).toMatch(/a {2}lost/);
    run('reanchor', '--write', '--choose', 'a=lost');
    expect(run('reanchor').out).toBe('Every quote fits its text.\n');
    commit();
    expect(run('reanchor').out).toBe('Every quote fits its text.\n');
  });

  test('is shown, and left to its editor, where there is no git', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    text(council, clerk);
    put('annotations/dues.yaml', lost(back));
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(0);
    expect(out).toMatch(/a {2}found again/);
    expect(out).toContain('1 lost note may have a place again');
    expect(yaml()).toBe(lost(back));
    run('reanchor', '--write', '--choose', 'a=1');
    expect(yaml()).toBe(note(`quote: ${back}`));
  });
});

describe('what git knows', () => {
  test('tells of no quote that stood in all texts, however much was changed around it', () => {
    text(council, masters, clerk);
    put('annotations/dues.yaml', note('quote: the keelage'));
    commit();
    text(`${council} ${bread}`.replace('met behind closed doors and set', 'set'), clerk);
    commit();
    text('In May they set the keelage at forty crowns a ship.', clerk);
    commit();
    text('In May, it is said, they had set the keelage too high.', clerk);
    expect(run('reanchor').out).toBe('Every quote fits its text.\n');
  });

  beforeEach(() => {
    text(council, masters, clerk);
    put('annotations/dues.yaml', note('quote: set the keelage at forty crowns'));
    commit();
  });
  const reworded = council.replace('set the keelage at forty crowns', 'laid a keelage of forty silver crowns');

  test.each<[string, () => void]>([
    ['renamed in the index, and edited', () => text(reworded, masters, clerk)],
    [
      'edited after the text was committed',
      () => {
        commit();
        text(reworded, masters, clerk);
      },
    ],
  ])('follows a document and its notes, %s', (_, change) => {
    git('mv', 'content/documents/dues.mdx', 'content/documents/harbour.mdx');
    git('mv', 'content/annotations/dues.yaml', 'content/annotations/harbour.yaml');
    change();
    rmSync(at('documents/dues.mdx'), { force: true });
    put('documents/harbour.mdx', `${head}${[reworded, masters, clerk].join('\n\n')}\n`);
    expect(run('reanchor').out).toContain('[laid a keelage of forty silver crowns]');
  });

  test('of a text holds for notes that were written on it later', () => {
    put('annotations/dues.yaml', `${yaml()}- { id: b, kind: gloss, quote: Three masters refused, body: B. }\n`);
    commit();
    text(reworded, masters.replace('Three masters refused', 'Three angry masters refused'), clerk);
    const { out } = run('reanchor');
    expect(out).toMatch(/ b {2}changed.*\n {2}was .*\([0-9a-f]{7}\)/);
    expect(out).toMatch(/ a {2}changed.*\n {2}was .*\([0-9a-f]{7}\)/);
  });

  test('of a document and notes that were begun as copies of others is their own alone', () => {
    put('annotations/dues.yaml', note('quote: the keelage'));
    commit();
    const other = [council.replace('set the keelage at forty crowns', 'did nothing'), masters, `${clerk} None spoke of the keelage.`];
    put('documents/harbour.mdx', `${head}${other.join('\n\n')}\n`);
    put('annotations/harbour.yaml', yaml());
    commit();
    put('documents/harbour.mdx', `${head}${[...other, bread].join('\n\n')}\n`);
    expect(run('reanchor')).toMatchObject({ status: 0, out: 'Every quote fits its text.\n' });
  });

  test('considers what was before the notes were renamed', () => {
    put('annotations/dues.yaml', note('quote: the keelage'));
    commit();
    text(council.replace('set the keelage at forty crowns', 'did nothing'), masters, `${clerk} Nobody paid the keelage.`);
    commit();
    git('mv', 'content/documents/dues.mdx', 'content/documents/harbour.mdx');
    git('mv', 'content/annotations/dues.yaml', 'content/annotations/harbour.yaml');
    commit();
    expect(run('reanchor').out).toMatch(/a {2}lost/);
  });
});

describe('without git', () => {
  test('no number is written over another, however like the words are', () => {
    const herring = 'In that autumn the port sold 2,000 barrels of herring to the islands, as the ledger has it.';
    rmSync(join(folder, '.git'), { recursive: true });
    text(council, herring.replace('2,000', '3,000'));
    put('annotations/dues.yaml', note('quote: { exact: "sold 2,000 barrels of herring", prefix: the port, suffix: to the islands }'));
    const before = yaml();
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(out).toMatch(/ a {2}(?:lost|ambiguous)/);
    expect(out).toMatch(/1 {2}0\.\d\d {2}¶ 2 {2}“.*3,000 barrels/);
    expect(yaml()).toBe(before);
  });
});

describe('what is shown', () => {
  test('numbers all places that can be chosen, also of what is found', () => {
    text(council, clerk);
    put('annotations/dues.yaml', note('quote: the last entry of that year'));
    commit();
    text(
      council.replace('ship.', 'ship. It was the last entry of that month.'),
      clerk.replace('the last entry of that', 'the last entry in that'),
    );
    const { out } = run('reanchor');
    const { quotes } = JSON.parse(run('reanchor', '--json').out);
    for (const { candidates } of quotes) for (const { score } of candidates) expect(score).toBeGreaterThanOrEqual(0.3);
    const numbered = [...out.matchAll(/^ {2}(\d) {2}\d\.\d\d {2}¶/gm)].map(([, n]) => Number(n));
    expect(numbered.length === 0 ? 1 : numbered.length).toBe(quotes[0].candidates.length);
  });

  test('lets nothing act on the terminal, nor the order of what is read', () => {
    const bad = 'the \u001b[31mred\u202e quay \u009b1m';
    text(council, clerk);
    put('annotations/dues.yaml', note(`quote: "${bad.replace('\u001b', '\\e').replace('\u009b', '\\x9b')}"`));
    for (const args of [[], ['--json']]) {
      const { out } = run('reanchor', ...args);
      expect(out).toContain('\\u001b[31mred\\u202e');
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
    expect(JSON.parse(run('reanchor', '--json').out).quotes[0].quote.exact).toBe(bad);
  });

  test('shortens what is long in the middle', () => {
    const long = Array.from({ length: 800 }, (_, i) => `word${i}`).join(' ');
    text(council, `${long}.`);
    put('annotations/dues.yaml', note(`quote: ${long}`));
    commit();
    text(council, `${long.replace('word400 ', 'ward400 ')}.`);
    const { out } = run('reanchor');
    expect(out).toMatch(/\[word0 word1 .* … .* word799\]/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(700);
    expect(run('reanchor', '--write').status).toBe(0);
    expect(run('check').out).toContain('No problems');
  });
});
