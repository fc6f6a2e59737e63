import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../src/edition/read.ts';
import { documentOf, editionOf, folderWith, good, read, termOf } from './editions.ts';
import { inShort } from '../core/trees.ts';

describe('a good edition', () => {
  const { edition, problems } = readEdition(good);
  const complaint = documentOf(edition!, 'complaint');
  const html = complaint.html;

  test('has no problems', () => expect(problems).toEqual([]));

  test('says what it is', () => {
    expect(edition).toMatchObject({
      title: 'The harbour',
      subtitle: 'Letters on the harbour dues',
      language: 'en',
      editors: ['A. Reader'],
      licence: 'CC0-1.0',
    });
    expect(complaint).toMatchObject({
      title: 'The complaint',
      text: 'original',
      language: 'en',
      source: { publisher: 'Harbour Office', published: '1731-05-04' },
    });
    expect(complaint.wordCount).toBe(68);
  });

  test('is in the order of its dates, a year before its months, unknown last', () => {
    expect(edition!.documents.map((document) => document.id)).toEqual(['answer', 'complaint', 'unknown']);
  });

  test('is in the order that is written, the rest after it by date', () => {
    const text = readFileSync(join(good, 'edition.yaml'), 'utf8');
    const ordered = read(folderWith({ 'edition.yaml': `${text}order: [unknown, complaint]\n` }, good));
    expect(ordered.documents.map((document) => document.id)).toEqual(['unknown', 'complaint', 'answer']);
  });

  test('has its notes across bold, links, marks of footnotes and line ends, nested and with one start, numbered by their ends', () => {
    expect(
      complaint.annotations.map(
        (note) => `${note.number} ${note.id} ${complaint.words.slice(note.span.start, note.span.end).replaceAll(/\s+/g, ' ')}`,
      ),
    ).toEqual([
      '1 inner growing',
      '2 same-start dues are a growing',
      '3 across-bold dues are a growing problem in',
      '4 across-link in the old town of Saint-Malo',
      '5 proven The dues',
      '6 picture The harbour, seen from the dues office.',
    ]);
    expect(inShort(html).replaceAll('\n', ' ')).toBe(
      'The {dues|harbour [same-start across-bold|dues]}[same-start across-bold| are a ]<strong>[inner same-start across-bold|growing]^inner^same-start[across-bold| problem]</strong>' +
        '[across-bold| ][across-bold across-link|in]^across-bold[across-link| the ]<a>[across-link|old town]</a><sup><a>*</a></sup>[across-link| of Saint-Malo]^across-link. ' +
        '[proven|The ](dues|[proven|dues])^proven were raised in May; nobody paid them.',
    );
  });

  test('links a term at its first mention in a section, and marks the later ones', () => {
    const mentions = [
      ...html
        .split('id="p2"')[1]!
        .split('</p>')[0]!
        .matchAll(/<(a|span)[^>]*data-term="dues"[^>]*>/g),
    ];
    expect(mentions.map((match) => match[1])).toEqual(['a', 'span']);
  });

  test('leaves the links of a document to terms as they are, and counts them as mentions', () => {
    expect(termOf(edition!, 'mole').mentions.map((mention) => mention.sentence.join('|'))).toEqual([
      'The mole is a mole, and |the mole| is a mole.',
      'The mole is a mole, and the mole is a |mole|.',
    ]);
    expect(html).toContain('<a href="/glossary/mole/" role="doc-glossref" data-term="mole">the mole</a>');
    expect(html).toContain('<span data-term="mole">mole</span>.');
  });

  test('finds a form whose case counts only in that case', () => {
    expect(termOf(edition!, 'office').mentions.map((mention) => mention.sentence[1])).toEqual(['IS']);
  });

  test('keeps the ids of headings off the addresses of blocks and notes', () => {
    expect(complaint.headings.map((heading) => heading.id)).toEqual(['p3_', 'note-a_']);
    expect([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]).filter((id, i, all) => all.indexOf(id) < i)).toEqual([]);
  });

  test('shows an image of its own, with a caption that notes can be on', () => {
    expect(html).toContain('<img src="/images/harbour.png" alt="The harbour">');
    expect(html).toMatch(/<div class="piece" id="p3"[^>]*data-notes="picture"/);
  });

  test('names the images that it shows, and no others', () => {
    expect(edition!.images).toEqual(['harbour.png']);
    const more = read(folderWith({ 'images/unused.png': '', 'images/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' }, good));
    expect(more.images).toEqual(['harbour.png']);
  });

  test('keeps the footnotes of the source apart from the notes', () => {
    expect(html).toMatch(/<section class="footnotes" role="doc-endnotes".*The town was old <em>then<\/em>\./s);
    expect(complaint.blocks.map((block) => block.number)).toEqual([1, 2, 3, 4, 0]);
  });

  test('writes a note with its references, verdict, author and longer text', () => {
    const note = html.slice(html.indexOf('id="note-across-link"')).split('</aside>')[0]!;
    expect(note).toContain('<li><i>disputes</i> <a href="/documents/answer/#p1">The answer, ¶\u00a01</a></li>');
    expect(note).toContain('<li><i>see</i> <a href="/documents/complaint/#p2">The complaint, ¶\u00a02</a></li>');
    expect(note).toContain('<li><i>explains</i> <a href="/glossary/dues/">dues</a></li>');
    expect(note).toContain('<li><i>supports</i> <a href="https://example.org/x">A source</a></li>');
    const check = html.slice(html.indexOf('id="note-proven"')).split('</aside>')[0]!;
    expect(check).toContain('<span class="verdict">Supported.</span>');
    expect(check).toContain('Checked November 2026. By A. Reader.');
    expect(check).toContain('<p>At length.</p>');
  });

  test('knows what links to each document and term from elsewhere, and how', () => {
    expect(documentOf(edition!, 'answer').backlinks).toEqual([
      { from: { kind: 'document', document: 'complaint', block: 2 }, relation: 'mentions', block: 1 },
      { from: { kind: 'note', document: 'complaint', note: 'across-link', number: 4, block: 1 }, relation: 'disputes', block: 1 },
    ]);
    expect(complaint.backlinks).toEqual([{ from: { kind: 'term', term: 'dues' }, relation: 'mentions', block: 1 }]);
    expect(termOf(edition!, 'dues').backlinks.map(({ from, relation }) => `${from.kind} ${relation}`)).toEqual([
      'note explains',
      'term mentions',
    ]);
    expect(termOf(edition!, 'mole').backlinks).toEqual([
      { from: { kind: 'document', document: 'complaint', block: 4 }, relation: 'mentions', block: undefined },
      { from: { kind: 'term', term: 'dues' }, relation: 'mentions', block: undefined },
    ]);
  });

  test('knows the links of one document to another, once for each block', () => {
    const second = '---\ntitle: B\ntext: original\nsource: { publisher: P, published: 1732, url: https://example.org }\n---\n\nWords.\n';
    const linking = editionOf(
      'A [b](doc:b#p1), [b](doc:b#p1), [here](#p2).\n\n- [b](doc:b).[^1]\n\n## To [b](doc:b)\n\nWords.\n\n## [B](doc:b#p1)\n\n[^1]: [b](doc:b#p1).\n',
      { 'documents/b.mdx': second },
    );
    expect(documentOf(linking, 'b').backlinks).toEqual([
      { from: { kind: 'document', document: 'dues', block: 1 }, relation: 'mentions', block: 1 },
      { from: { kind: 'document', document: 'dues', block: 2 }, relation: 'mentions', block: undefined },
      { from: { kind: 'document', document: 'dues', block: 3 }, relation: 'mentions', block: undefined },
      { from: { kind: 'document', document: 'dues', block: 0 }, relation: 'mentions', block: 1 },
    ]);
    expect(documentOf(linking).backlinks).toEqual([]);
  });

  test('has documents in other languages, found in their own script', () => {
    expect(documentOf(edition!, 'unknown')).toMatchObject({ language: 'ar', wordCount: 4 });
    expect(termOf(edition!, 'fees').mentions.map((mention) => mention.sentence)).toEqual([['دفعوا ', 'رسوم', ' الميناء كلها.']]);
  });

  test('has its terms by their headwords', () =>
    expect(edition!.terms.map((each) => each.term)).toEqual(['dues', 'mole', 'The Office', 'رسوم']));

  test('puts the base path into every address', () => {
    const under = read(good, { base: '/a/b/' });
    const articles = under.terms.map((each) => JSON.stringify([each.definition, each.article])).join();
    const addresses = [
      ...under.documents
        .map((document) => document.html)
        .join()
        .matchAll(/(?:href|src)="([^"]*)"/g),
    ]
      .map((match) => match[1]!)
      .concat([...articles.matchAll(/"href":"([^"]*)"/g)].map((match) => match[1]!));
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((address) => !/^(\/a\/b\/|#|https:\/\/example\.org)/.test(address))).toEqual([]);
  });

  test('gives the same HTML each time it is asked for', () => expect(complaint.html).toBe(html));
});

describe('documents', () => {
  test('one that begins with a heading of the first rank has it set below the title', () => {
    const edition = editionOf('# One\n\nWords.\n\n## Two\n');
    expect(documentOf(edition).headings).toEqual([
      { id: 'one', depth: 2, text: 'One' },
      { id: 'two', depth: 3, text: 'Two' },
    ]);
  });

  test('headings that would be addresses of blocks have free ids, whatever the other headings are', () => {
    const edition = editionOf('## p7\n\nWords.\n\n## p7_\n\n## p7_2\n\n## note-a_\n\n## note-a\n\n## p7\n');
    expect(documentOf(edition).headings.map((heading) => heading.id)).toEqual(['p7_3', 'p7_', 'p7_2', 'note-a__', 'note-a_2', 'p7-1']);
  });

  test.each([
    ['Windows', '\r\n'],
    ['old Macs', '\r'],
  ])('line ends of %s change nothing', (_, end) => {
    const files = Object.fromEntries(
      ['edition.yaml', 'documents/complaint.mdx', 'annotations/complaint.yaml', 'glossary/dues.mdx'].map((name) => [
        name,
        readFileSync(join(good, name), 'utf8').replaceAll('\n', end),
      ]),
    );
    expect(documentOf(read(folderWith(files, good)), 'complaint').html).toBe(documentOf(read(good), 'complaint').html);
  });

  test('a byte order mark changes nothing', () => {
    const name = 'documents/complaint.mdx';
    const edition = read(folderWith({ [name]: `\ufeff${readFileSync(join(good, name), 'utf8')}` }, good));
    expect(documentOf(edition, 'complaint').html).toBe(documentOf(read(good), 'complaint').html);
  });

  test('hidden files are no matter', () =>
    expect(readEdition(folderWith({ '.DS_Store': 'x', 'documents/.hidden.mdx': 'x' }, good)).problems).toEqual([]));
});
