import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCacheFile } from '../../src/edition/settings.ts';
import { readEdition } from '../../src/edition/read.ts';
import { folderWith, good, read, term } from './editions.ts';

const htmlOf = (folder: string, cache: string): string[] => read(folder, { cache }).documents.map((document) => document.html);

describe('the cache', () => {
  test('a second read gives the same edition', () => {
    const cache = join(folderWith({}), 'sub/parsed.json');
    const first = htmlOf(good, cache);
    const kept = readFileSync(cache, 'utf8');
    expect(htmlOf(good, cache)).toEqual(first);
    expect(readFileSync(cache, 'utf8')).toBe(kept);
    expect(htmlOf(good, join(folderWith({}), 'other.json'))).toEqual(first);
  });

  test.each([
    ['empty', ''],
    ['no JSON', '{"engine":'],
    ['other JSON', '[1, 2]'],
    ['null', 'null'],
    ['of another engine', '{"engine":"x","kept":{"a":"b"}}'],
  ])('a file that is %s is ignored', (_, text) => {
    const folder = folderWith({ 'parsed.json': text });
    expect(htmlOf(good, join(folder, 'parsed.json'))).toEqual(htmlOf(good, join(folderWith({}), 'new.json')));
  });

  test('entries that are broken are ignored', () => {
    const cache = join(folderWith({}), 'parsed.json');
    const first = htmlOf(good, cache);
    const kept = JSON.parse(readFileSync(cache, 'utf8')) as { engine: string; kept: Record<string, string> };
    for (const broken of ['{', '', 'x']) {
      writeFileSync(
        cache,
        JSON.stringify({ engine: kept.engine, kept: Object.fromEntries(Object.keys(kept.kept).map((key) => [key, broken])) }),
      );
      expect(htmlOf(good, cache)).toEqual(first);
    }
  });

  test('a place where nothing can be written is no matter', () =>
    expect(htmlOf(good, join(folderWith({ file: '' }), 'file/parsed.json'))).toHaveLength(3));

  test('a changed file is never served as it was', () => {
    const folder = folderWith({}, good);
    const cache = join(folderWith({}), 'parsed.json');
    htmlOf(folder, cache);
    const file = join(folder, 'documents/answer.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Nobody is sorry', 'Everybody is sorry'));
    writeFileSync(join(folder, 'annotations/answer.yaml'), '- { id: new, kind: gloss, quote: Everybody, body: New. }\n');
    const notes = join(folder, 'annotations/complaint.yaml');
    writeFileSync(notes, readFileSync(notes, 'utf8').replace('body: Nested.', 'body: Nested deeply.'));
    writeFileSync(join(folder, 'glossary/sorrow.mdx'), term('sorry'));
    const changed = htmlOf(folder, cache);
    expect(changed).toEqual(htmlOf(folder, join(folderWith({}), 'new.json')));
    expect(changed.join()).toContain('Nested deeply.');
    expect(changed.join()).toContain('data-term="sorrow"');
    expect(changed.join()).toContain('data-notes="new"');
    expect(changed.join()).not.toContain('Nobody is sorry');
  });

  test('a file that moves to another document does not take its problems along', () => {
    const body = '---\ntitle: T\ntext: original\n---\n\nSee [x](doc:nowhere).\n';
    const cache = join(folderWith({}), 'parsed.json');
    const placesIn = (name: string): string[] =>
      readEdition(folderWith({ [`documents/${name}.mdx`]: body }, good), { cache }).problems.map((problem) =>
        problem.place.file.split('/').at(-1)!,
      );
    expect(placesIn('one')).toEqual(['one.mdx', 'one.mdx']);
    expect(placesIn('two')).toEqual(['two.mdx', 'two.mdx']);
  });
});

test('each edition has a cache of its own, wherever it is named from', () => {
  expect(parseCacheFile('content')).toMatch(/^\.cache\/parsed-content-[0-9a-f]{12}\.json$/);
  expect(parseCacheFile('./content/')).toBe(parseCacheFile('content'));
  expect(parseCacheFile('/a/content')).not.toBe(parseCacheFile('/b/content'));
});
