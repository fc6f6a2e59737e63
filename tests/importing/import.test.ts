/**
 * `npm run import` as an editor uses it: real files, a real edition, real processes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitHead } from '../../src/edition/document.ts';
import { parseMdx } from '../../src/edition/parse-mdx.ts';

const report = `Accessibility links

The harbour after the storm

The dues were raised in spring, and the boats stayed away until the summer was nearly over.

Nobody on the quay had asked for it. The clerk wrote it down {twice} in the book <of the year>, and left it there for others.

import duties rose as well, said the clerk, who had counted them every evening since the new year.
`;

let folder: string;
let into: string;
const at = (...parts: string[]): string => join(folder, ...parts);

function put(path: string, text: string | Uint8Array): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  return at(path);
}

function run(...args: string[]) {
  const done = spawnSync(process.execPath, ['src/commands/import.ts', '--into', into, ...args], { encoding: 'utf8' });
  return { status: done.status, out: done.stdout.replaceAll(folder, ''), error: done.stderr };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-import-'));
  into = at('edition');
  put('edition/edition.yaml', 'title: T\ndescription: D.\nlanguage: en\nlicence: CC-BY-4.0\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an import', () => {
  test('writes a document that check accepts, and the record of what was set aside', () => {
    const { status, out } = run(put('Harbour Report.txt', report));
    expect(status, out).toBe(0);
    expect(out).toContain('edition/documents/harbour-report.mdx  written');
    expect(out).toContain('“The harbour after the storm”, 3 paragraphs.');
    expect(out).toContain('2 set aside (navigation 1)');
    expect(out).toContain('The file does not say: author, published, publisher, url.');
    const record = parse(readFileSync(at('edition/imports/harbour-report.yaml'), 'utf8')) as Record<string, unknown>;
    expect(record).toMatchObject({
      file: 'Harbour Report.txt',
      size: report.length,
      format: 'text',
      encoding: 'utf-8',
      head: { title: { from: 'line 3' } },
      aside: [{ at: 'line 1', reason: 'navigation', text: 'Accessibility links' }],
    });
    expect(record['sha256']).toMatch(/^[0-9a-f]{64}$/);
    const check = spawnSync(process.execPath, ['src/commands/check.ts'], { encoding: 'utf8', env: { ...process.env, CONTENT: into } });
    expect(check.status, check.stdout).toBe(0);
    expect(check.stdout).toContain('source-incomplete (warning)');
  });

  test('of a folder takes every file of every format, and tells of those that are none', () => {
    put('in/one.txt', report);
    put('in/deep/two.md', '# The second\n\nWords of *it*.\n');
    put('in/three.html', '<!doctype html><title>The third</title><article><h1>The third</h1><p>Words of the third one.</p></article>');
    put('in/four.odt', 'x');
    put('in/.hidden.txt', 'x');
    const { status, out } = run(at('in'));
    expect(status).toBe(1);
    expect(readdirSync(at('edition/documents')).sort()).toEqual(['one.mdx', 'three.mdx', 'two.mdx']);
    expect(out).toMatch(/four\.odt {2}NOT IMPORTED\n.*\n {2}Save it as \.docx\./);
    expect(out).toContain('3 files imported, 1 not.');
  });

  test('of a folder passes over what browsers save beside a page, and what is no text', () => {
    put('in/page.html', '<!doctype html><title>The page</title><h1>The page</h1><p>Words of the page.</p>');
    put('in/page_files/frame.html', '<p>An advertisement.</p>');
    put('in/picture.png', 'x');
    put('in/style.css', 'x');
    put('in/notes.doc', 'x');
    put('in/notes.txt', report);
    const { status, out } = run(at('in'), at('in/page.html'));
    expect(readdirSync(at('edition/documents')).sort()).toEqual(['notes.mdx', 'page.mdx']);
    expect(out).toContain('Passed over, for they are of no format: .png 1, .css 1.');
    expect(out).toContain('Save it as .docx.');
    expect(status).toBe(1);
  });

  test('that is dry shows everything and writes nothing', () => {
    const { status, out } = run('--dry-run', put('harbour.txt', report));
    expect(status).toBe(0);
    expect(out).toContain('would be written');
    expect(out).toContain('Aside, line 1, navigation: Accessibility links');
    expect(out).toContain('title: The harbour after the storm');
    expect(existsSync(at('edition/documents'))).toBe(false);
    expect(existsSync(at('edition/imports'))).toBe(false);
  });

  test('tells tools the same as JSON', () => {
    const { out } = run('--json', put('harbour.txt', report), at('none.txt'));
    const { files } = JSON.parse(out) as { files: Record<string, unknown>[] };
    expect(files).toMatchObject([
      { status: 'new', target: { id: 'harbour' }, paragraphs: 3, words: { aside: 2 }, aside: [{ at: 'line 1' }] },
      { status: 'failed', message: 'There is no such file.' },
    ]);
  });
});

describe('a second import', () => {
  const noted = '- id: dues\n  kind: gloss\n  quote: raised in spring\n  body: It was in March.\n';

  test('of the same file changes nothing', () => {
    run(put('harbour.txt', report));
    const { status, out } = run(at('harbour.txt'));
    expect(status).toBe(0);
    expect(out).toContain('the same as before');
  });

  test('of a new version replaces nothing unless forced, and shows what changed and which notes it touches', () => {
    run(put('harbour.txt', report));
    const before = readFileSync(at('edition/documents/harbour.mdx'), 'utf8');
    put('edition/annotations/harbour.yaml', noted);
    put('harbour.txt', report.replace('raised in spring', 'doubled in spring'));
    const refused = run(at('harbour.txt'));
    expect(refused.status).toBe(1);
    expect(refused.out).toContain('NOT REPLACED');
    expect(refused.out).toContain('The dues were [-raised-]{+doubled+} in spring');
    expect(refused.out).toContain('Notes that would have no place: dues.');
    expect(readFileSync(at('edition/documents/harbour.mdx'), 'utf8')).toBe(before);
    const forced = run('--force', at('harbour.txt'));
    expect(forced.status).toBe(0);
    expect(forced.out).toContain('[-raised-]{+doubled+}');
    expect(readFileSync(at('edition/documents/harbour.mdx'), 'utf8')).toContain('doubled in spring');
  });

  test('keeps the title, the kind of text and the keys that the editor wrote, and sets the words of the source aside', () => {
    run(put('harbour.txt', report));
    const path = at('edition/documents/harbour.mdx');
    const edited = readFileSync(path, 'utf8')
      .replace('title: The harbour after the storm', 'title: After the storm')
      .replace('text: original', 'text: excerpt\nsection: Harbours');
    writeFileSync(path, edited);
    put('harbour.txt', report.replace('nearly over', 'over'));
    const { out } = run('--force', at('harbour.txt'));
    expect(readFileSync(path, 'utf8').split('\n\n')[0]).toBe('---\ntitle: After the storm\ntext: excerpt\nsection: Harbours\n---');
    expect(out).toContain('The file says title: The harbour after the storm. The document keeps its own.');
    expect(parse(readFileSync(at('edition/imports/harbour.yaml'), 'utf8'))).toMatchObject({
      aside: [{ reason: 'navigation' }, { at: 'line 3', reason: 'metadata', text: 'The harbour after the storm' }],
    });
    expect(existsSync(at('edition/imports/harbour.former.mdx'))).toBe(false);
  });

  test('keeps a copy of a text that was edited by hand, and names the notes in it', () => {
    run(put('harbour.txt', report));
    const path = at('edition/documents/harbour.mdx');
    const edited = readFileSync(path, 'utf8').replace(
      'the boats',
      'the boats<Note id="boats" kind="gloss" quote="boats">All of them.</Note>',
    );
    writeFileSync(path, edited);
    put('harbour.txt', report.replace('nearly over', 'over'));
    const refused = run(at('harbour.txt'));
    expect(refused.out).toContain('was edited by hand since it was imported');
    expect(refused.out).toContain('Notes that would have no place: boats.');
    expect(refused.out).not.toContain('All of them');
    expect(readFileSync(path, 'utf8')).toBe(edited);
    const forced = run('--force', at('harbour.txt'));
    expect(forced.out).toContain('is kept as');
    expect(readFileSync(at('edition/imports/harbour.former.mdx'), 'utf8')).toBe(edited);
  });

  test('keeps what the editor wrote of the source', () => {
    run(put('harbour.txt', report));
    const path = at('edition/documents/harbour.mdx');
    const edited = readFileSync(path, 'utf8').replace(
      'text: original\n',
      'text: original\nsummary: A line.\nsource:\n  publisher: The Quay\n  published: 2020-05\n  type: news\nlanguage: en-GB\n',
    );
    writeFileSync(path, edited);
    put('harbour.txt', report.replace('nearly over', 'over'));
    run('--force', at('harbour.txt'));
    expect(parse(splitHead(readFileSync(path, 'utf8'))!.head)).toEqual({
      title: 'The harbour after the storm',
      text: 'original',
      summary: 'A line.',
      source: { publisher: 'The Quay', published: '2020-05', type: 'news' },
      language: 'en-GB',
    });
  });
});

describe('what cannot be imported is told, and the rest is', () => {
  test.each<[string, () => string[], RegExp]>([
    ['two files of one id', () => [put('a/harbour.txt', report), put('b/Harbour.txt', report)], /would be the same document as/],
    ['a name without letters', () => [put('港.txt', report)], /--as harbour-dues/],
    ['a name that a system keeps', () => [put('con.txt', report)], /Windows keeps/],
    ['a file with nothing but a title', () => [put('title.md', '# Only a title\n')], /It has no text/],
    ['an empty file', () => [put('empty.txt', '')], /NOT IMPORTED/],
    [
      'a folder in the place of the document',
      () => (mkdirSync(at('edition/documents/harbour.mdx'), { recursive: true }), [put('harbour.txt', report)]),
      /is no file/,
    ],
    [
      'a link in the place of the document',
      () => (
        mkdirSync(at('edition/documents'), { recursive: true }),
        put('elsewhere.mdx', 'x'),
        symlinkSync(at('elsewhere.mdx'), at('edition/documents/harbour.mdx')),
        [put('harbour.txt', report)]
      ),
      /symbolic link/,
    ],
    ['a source that is a link', () => (symlinkSync(put('real.txt', report), at('link.txt')), [at('link.txt')]), /symbolic link/],
    ['a Word file that is none', () => [put('fake.docx', 'no zip')], /NOT IMPORTED/],
    ['a PDF that is none', () => [put('fake.pdf', '%PDF-1.4 broken')], /NOT IMPORTED/],
  ])('%s', (_, make, message) => {
    const files = make();
    const { status, out } = run(...files, put('good.md', '# Good\n\nIt is read all the same.\n'));
    expect(out).toMatch(message);
    expect(status).toBe(1);
    expect(out).toContain('1 file imported');
    if (existsSync(at('elsewhere.mdx'))) expect(readFileSync(at('elsewhere.mdx'), 'utf8')).toBe('x');
  });

  test.each([
    [[], 'Name the files to import.\nUsage'],
    [['--into', '', 'x.txt'], '--into names a folder'],
    [['--colour', 'x.txt'], "Unknown option '--colour'"],
    [['--as', 'one', 'a.txt', 'b.txt'], '--as names one document'],
  ])('%j is a slip in the command', (args, message) => {
    const { status, error } = run(...args);
    expect(status).toBe(2);
    expect(error).toContain(message);
    expect(error).toContain('npm run import -- FILE…');
  });

  test('a folder of documents that leads out of the edition', () => {
    mkdirSync(at('outside'));
    symlinkSync(at('outside'), at('edition/documents'));
    const { status, out } = run(put('harbour.txt', report));
    expect(status).toBe(1);
    expect(out).toContain('/edition/documents is a symbolic link.');
    expect(readdirSync(at('outside'))).toEqual([]);
  });

  test('an id that leads out of the edition', () => {
    const { status, out } = run('--as', '../../outside', put('harbour.txt', report));
    expect(status).toBe(1);
    expect(out).toContain('is no id');
    expect(out).toContain('Write --as outside.');
  });
});

/** The report as long as articles are, with one word of its own. */
function version(word: string): string {
  return report.replace('spring', word).concat(`\n${'More of the same was said on the quay. '.repeat(400)}\n`);
}

test('a kill at any moment leaves the old file or the new one', { timeout: 120_000 }, async () => {
  const names = Array.from({ length: 40 }, (_, i) => `file-${i}.txt`);
  const texts = ['spring', 'autumn'].map((word) => {
    for (const name of names) put(`in/${name}`, version(word));
    run('--force', at('in'));
    return new Map(names.map((name) => [name, readFileSync(at('edition/documents', name.replace('.txt', '.mdx')), 'utf8')]));
  });
  for (const [turn, delay] of [450, 600, 750, 900].entries()) {
    for (const name of names) put(`in/${name}`, version(turn % 2 === 0 ? 'spring' : 'autumn'));
    const child = spawn(process.execPath, ['src/commands/import.ts', '--into', into, '--force', at('in')], { stdio: 'ignore' });
    const gone = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill('SIGKILL');
    await gone;
    for (const name of names) {
      const path = at('edition/documents', name.replace('.txt', '.mdx'));
      expect(lstatSync(path).isFile()).toBe(true);
      const text = readFileSync(path, 'utf8');
      expect(
        texts.some((each) => each.get(name) === text),
        name,
      ).toBe(true);
      expect(parseMdx(splitHead(text)!.body).children.length).toBeGreaterThan(2);
    }
  }
});
