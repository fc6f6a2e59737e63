/**
 * `npm run reanchor` and `npm run quote` as an editor uses them: a real edition, real git.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, folder, git, head, leave, open, put, run } from './desk.ts';

const body = `On the third of May the council of the town met behind closed doors and set the keelage at forty crowns a ship.

Three masters refused to pay it, and lay in the roads until the summer was nearly over.

The clerk wrote in the margin that nobody had asked the pilots. It was the last entry of that year.
`;
const notes = `# The dues
- id: keelage
  kind: gloss
  quote: set the keelage at forty crowns   # the sum
  body: A toll.
- id: pilots
  kind: question
  quote: nobody had asked the pilots
  body: Why not?
- id: masters
  kind: context
  quote: Three masters
  body: Two, by the ledger.
`;

const change = (from: string, to: string): void => put('documents/dues.mdx', head + body.replace(from, to));

beforeEach(() => {
  open();
  put('documents/dues.mdx', head + body);
  put('annotations/dues.yaml', notes);
  git('add', '.');
  git('commit', '-qm', 'The dues');
});
afterEach(leave);

describe('npm run reanchor', () => {
  test('says so where every quote fits', () => {
    expect(run('reanchor')).toMatchObject({ status: 0, out: 'Every quote fits its text.\n' });
  });

  test('shows the old words and the new, and writes nothing by itself', () => {
    change('set the keelage at forty crowns', 'fixed the keelage at fifty crowns');
    const { status, out } = run('reanchor');
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/annotations\/dues\.yaml:4:10 {2}keelage {2}changed {2}[01]\.\d\d$/m);
    expect(out).toMatch(/was {2}“.*closed doors and \[set the keelage at forty crowns\] a ship\.”  \([0-9a-f]{7}\)/);
    expect(out).toMatch(/now {2}¶ 1 {2}“.*closed doors and \[fixed the keelage at fifty crowns\] a ship\.”/);
    expect(out).toContain('1 quote can be put right');
    expect(readFileSync(at('annotations/dues.yaml'), 'utf8')).toBe(notes);
  });

  test('puts right what is plain, and else leaves the file to the letter', () => {
    change('set the keelage at forty crowns', 'fixed the keelage at fifty crowns');
    expect(run('reanchor', '--write').status).toBe(0);
    expect(readFileSync(at('annotations/dues.yaml'), 'utf8')).toBe(
      notes.replace('set the keelage at forty crowns', 'fixed the keelage at fifty crowns'),
    );
    expect(run('check').out).toContain('No problems');
  });

  test('finds the words by a text of long ago, many commits back', () => {
    for (const year of ['1732', '1733']) {
      change('forty crowns a ship', `forty crowns a ship, until ${year}`);
      git('commit', '-qam', year);
    }
    change('set the keelage at forty crowns', 'laid a keelage of forty silver crowns');
    git('commit', '-qam', 'reworded');
    const { out } = run('reanchor');
    expect(out).toContain('[laid a keelage of forty silver crowns]');
  });

  test('never moves the note of a deleted sentence to one that is like it', () => {
    put('documents/dues.mdx', head + body.replace(/The clerk wrote.*pilots\. /, '') + '\nIn another year nobody asked the masters.\n');
    const { status, out } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(out).toMatch(/pilots {2}lost/);
    expect(out).toContain('--choose dues/pilots=lost');
    expect(readFileSync(at('annotations/dues.yaml'), 'utf8')).toBe(notes);
  });

  test('tells of a note whose own words are gone, though a look-alike stands elsewhere', () => {
    put(
      'documents/dues.mdx',
      head +
        body
          .replace('Three masters refused to pay it', 'They refused to pay it')
          .replace('It was the last entry', 'Three masters signed the last entry'),
    );
    const { status, out } = run('reanchor', '--write');
    expect(out).toMatch(/masters {2}(?:lost|changed)/);
    expect(status === 1 || /quote: They/.test(out)).toBe(true);
  });

  test('keeps line ends, the byte order mark and the mode of the file', () => {
    const windows = `\ufeff${notes.replaceAll('\n', '\r\n')}`;
    put('annotations/dues.yaml', windows);
    git('commit', '-qam', 'line ends');
    change('set the keelage at forty crowns', 'fixed the keelage at fifty crowns');
    expect(run('reanchor', '--write').status).toBe(0);
    expect(readFileSync(at('annotations/dues.yaml'), 'utf8')).toBe(
      windows.replace('set the keelage at forty crowns', 'fixed the keelage at fifty crowns'),
    );
  });

  test('says what it could not look at', () => {
    put('annotations/dues.yaml', '- id: a\n quote: [');
    put('annotations/gone.yaml', notes);
    const { status, error } = run('reanchor');
    expect(status).toBe(1);
    expect(error).toContain('yaml-syntax');
    expect(error).toContain('There is no document “gone”');
  });

  test('writes no file that it would damage, and the others all the same', () => {
    put('annotations/dues.yaml', notes);
    put('documents/letter.mdx', head + body);
    put('annotations/letter.yaml', '- id: shared\n  kind: gloss\n  quote: &b set the keelage\n  body: *b\n');
    git('add', '.');
    git('commit', '-qm', 'two');
    for (const id of ['dues', 'letter']) put(`documents/${id}.mdx`, head + body.replace('set the keelage', 'fixed the keelage'));
    const { status, error } = run('reanchor', '--write');
    expect(status).toBe(1);
    expect(error).toContain('content/annotations/letter.yaml  NOT WRITTEN');
    expect(readFileSync(at('annotations/letter.yaml'), 'utf8')).toContain('&b set the keelage');
    expect(readFileSync(at('annotations/dues.yaml'), 'utf8')).toContain('fixed the keelage');
  });

  test('follows a document through another name', () => {
    git('mv', 'content/documents/dues.mdx', 'content/documents/harbour.mdx');
    git('mv', 'content/annotations/dues.yaml', 'content/annotations/harbour.yaml');
    git('commit', '-qam', 'renamed');
    put('documents/harbour.mdx', head + body.replace('set the keelage at forty crowns', 'fixed the keelage at fifty crowns'));
    expect(run('reanchor').out).toContain('[fixed the keelage at fifty crowns]');
  });

  test('keeps a lost note in the file, when the editor says so', () => {
    put('documents/dues.mdx', head + body.replace(/The clerk wrote.*pilots\. /, ''));
    const { status, out } = run('reanchor', '--write', '--choose', 'pilots=lost');
    expect(status, out).toBe(0);
    expect(readFileSync(at('annotations/dues.yaml'), 'utf8')).toMatch(
      /lost: \{ since: \d{4}-\d\d-\d\d, quote: "nobody had asked the pilots" \}\n  body: Why not\?/,
    );
  });

  test('leaves equal places to the editor, who chooses by number', () => {
    put('annotations/dues.yaml', notes.replace('Three masters', 'Four masters'));
    put('documents/dues.mdx', `${head}${body}\nThree masters came. Three masters went.\n`);
    const { out } = run('reanchor');
    expect(out).toMatch(/masters {2}(?:ambiguous|lost)/);
    expect(run('reanchor', '--write', '--choose', 'dues/masters=9').error).toContain('and no 9');
    run('reanchor', '--write', '--choose', 'dues/masters=1');
    expect(run('check').out).toContain('No problems');
  });

  test('works where there is no git, by the quote alone', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    change('nobody had asked the pilots', 'no one had asked the pilots');
    const { out } = run('reanchor', '--json');
    expect(JSON.parse(out).quotes).toMatchObject([
      { document: 'dues', note: 'pilots', state: 'changed', outcome: { quote: { exact: expect.stringContaining('asked the pilots') } } },
    ]);
  });

  test.each([
    [['nowhere'], 'There is no document “nowhere”'],
    [['--choose', 'masters=1'], '--choose goes with --write'],
    [['--write', '--choose', 'x'], '--choose is NAME=NUMBER or NOTE=lost'],
    [['--write', '--choose', 'masters=1'], 'No quote of “masters” is to be mended'],
    [['--wrong'], "Unknown option '--wrong'"],
  ])('%j is a slip in the command', (args, message) => {
    const { status, error } = run('reanchor', ...args);
    expect(status).toBe(2);
    expect(error).toContain(message);
  });
});

describe('npm run quote', () => {
  test.each([
    [['dues', 'keelage'], 'quote: keelage\n'],
    [['dues', 'forty', 'crowns'], 'quote: forty crowns\n'],
  ])('%j gives the YAML to paste', (args, yaml) => expect(run('quote', ...args)).toMatchObject({ status: 0, out: yaml }));

  test('tells words that stand more than once apart', () => {
    const { out } = run('quote', 'dues', 'the');
    expect(out.split('\n').length).toBeGreaterThan(2);
    expect(out).toMatch(/^quote: \{ exact: "the", (?:prefix|suffix): ".*" \} {3}# ¶ \d$/m);
  });

  test('suggests the nearest words', () => {
    expect(run('quote', 'dues', 'the keelige at')).toMatchObject({
      status: 1,
      error: '“the keelige at” is not in dues. Did you mean “the keelage at”?\n',
    });
  });

  test('needs a document and words', () => {
    expect(run('quote', 'dues').status).toBe(2);
    expect(run('quote', 'nowhere', 'words').error).toContain('There is no document “nowhere”');
  });
});
