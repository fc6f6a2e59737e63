/**
 * `npm run import-annotations`: Web Annotations and exports of Hypothes.is to notes; out of an edition and in again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { WrittenNote } from '../../src/core/model.ts';
import { annotationPage, jsonText } from '../../src/core/web-annotation.ts';
import { readEdition } from '../../src/edition/read.ts';
import { Unreadable } from '../../src/importing/draft.ts';
import { importAnnotations, type AnnotationsImported } from '../../src/importing/import-annotations.ts';
import { editionOf, folderWith, term } from '../edition/editions.ts';

const head =
  '---\ntitle: The dues\ntext: original\nsource: { publisher: P, published: 1731, url: "https://gazette.example/dues" }\n---\n\n';
const body = `On the third of May the council set the keelage at forty crowns a ship.

Three masters refused; the camp was full. The camp was old.

The camp was old.

- one 😀 point
- two points
`;
const files = {
  'edition.yaml': 'title: T\ndescription: D.\nlanguage: en\nlicence: CC0-1.0\neditors: [The editors]\n',
  'documents/dues.mdx': head + body,
  'glossary/keelage.mdx': term('keelage'),
};

interface Run extends AnnotationsImported {
  readonly folder: string;
  /** The annotations file; undefined where there is none. */
  readonly yaml: string | undefined;
  readonly notes: readonly WrittenNote[];
  readonly reasons: readonly string[];
}

/** Import what a file would hold into a small edition, and read what was written. */
function run(
  content: unknown,
  more: Readonly<Record<string, string>> = {},
  options: { site?: string; base?: string; dryRun?: boolean } = {},
): Run {
  const folder = folderWith({ ...files, ...more, 'in.json': typeof content === 'string' ? content : JSON.stringify(content) });
  const imported = importAnnotations(join(folder, 'in.json'), { into: folder, document: 'dues', base: '/', ...options });
  const path = join(folder, 'annotations/dues.yaml');
  const yaml = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const reasons = imported.annotations.flatMap((each) => (each.status === 'refused' ? [each.reason] : []));
  return { ...imported, folder, yaml, notes: (parse(yaml ?? '[]') ?? []) as WrittenNote[], reasons };
}

function on(quote: string | object, more: object = {}): object {
  const selector = { type: 'TextQuoteSelector', ...(typeof quote === 'string' ? { exact: quote } : quote) };
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'Says so.', format: 'text/plain' },
    target: { source: 'https://gazette.example/dues', selector },
    ...more,
  };
}
const saying = (value: string, format = 'text/html'): object => ({ body: { type: 'TextualBody', value, format } });

describe('out and in again', () => {
  test('every stand-off note of the shipped edition is the same YAML', { timeout: 60_000 }, () => {
    const { edition } = readEdition('content');
    for (const [i, document] of edition!.documents.entries()) {
      const at = i % 2 === 0 ? { base: '/' } : { base: '/reader/', site: 'https://example.org' };
      const shipped = parse(readFileSync(`content/annotations/${document.id}.yaml`, 'utf8')) as WrittenNote[];
      const folder = folderWith({ 'in.json': jsonText(annotationPage(document, edition!, at)) }, 'content');
      writeFileSync(join(folder, `annotations/${document.id}.yaml`), '');
      const imported = importAnnotations(join(folder, 'in.json'), { into: folder, document: document.id, ...at });
      const back = parse(readFileSync(imported.target, 'utf8')) as WrittenNote[];
      expect(imported.annotations.filter(({ status }) => status !== 'written')).toEqual([]);
      expect(back.toSorted(byId)).toEqual(shipped.toSorted(byId));
      if (i > 0) continue;
      const again = importAnnotations(join(folder, 'in.json'), { into: folder, document: document.id, ...at });
      expect(again.annotations.every(({ status }) => status === 'same')).toBe(true);
      expect(again.added).toEqual([]);
    }
  });

  const strange = `# Kept.
- id: whole
  kind: question
  quote: { paragraph: 2 }
  body: "- [ ] no list, says the \\"editor\\": 'yes'  # no comment"
- id: repeated
  kind: context
  quote: { exact: The camp, prefix: 'full. ', suffix: 'was  old' }
  body: |
    Two
    lines.
  more: "| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n- [x] done"
  author: "2021"
- { id: year, kind: check, quote: crowns, body: "2021", check: { verdict: outdated, checked: 2021 } }
`.replace('- [ ] no list', '*no list*');

  test('what editors write in other ways', () => {
    const edition = editionOf(body, { 'annotations/dues.yaml': strange });
    const out = annotationPage(edition.documents[0]!, edition, { base: '/' });
    const { notes, reasons } = run(out);
    expect(reasons).toEqual([]);
    expect(notes.toSorted(byId)).toEqual((parse(strange) as WrittenNote[]).toSorted(byId));
  });

  test('a note without a place has none again', () => {
    const lost = '- { id: a, kind: gloss, lost: { since: 2026-11-22, quote: the old quay }, body: B. }\n';
    const edition = editionOf(body, { 'annotations/dues.yaml': lost });
    const { notes, annotations } = run(annotationPage(edition.documents[0]!, edition, { base: '/' }));
    expect(notes).toEqual(parse(lost));
    expect(annotations[0]).toMatchObject({ status: 'written', remarks: ['It has no place, as it had none: its words are gone.'] });
  });

  test('a note in place is there already; without it in the text it becomes one that stands off', () => {
    const placed = body
      .replace('keelage at', 'keelage<Note id="k" kind="gloss">A *toll*.</Note> at')
      .replace('camp was old.\n\n-', 'camp<Note id="c" kind="context" quote="camp">C.</Note> was old.\n\n-');
    const edition = editionOf(placed);
    const out = annotationPage(edition.documents[0]!, edition, { base: '/' });
    const same = run(out, { 'documents/dues.mdx': head + placed });
    expect(same.annotations.map(({ status }) => status)).toEqual(['same', 'same']);
    expect(same.yaml).toBeUndefined();
    expect(run(out).notes).toEqual([
      { id: 'k', kind: 'gloss', quote: 'On the third of May the council set the keelage', body: 'A *toll*.' },
      { id: 'c', kind: 'context', quote: { paragraph: 3 }, body: 'C.' },
    ]);
  });

  test('by the model alone, without our own entry, keeps place, kind, words and links', () => {
    const edition = editionOf(
      body,
      {
        'annotations/dues.yaml':
          '- { id: a, kind: gloss, quote: keelage, body: "A *toll*, see [here](#p2), [it](term:keelage), [b](note:dues/b) and [out](https://example.org/)." }\n' +
          '- { id: b, kind: check, quote: { exact: The camp, suffix: "was old.", prefix: "full." }, body: B., more: "One.\\n\\n- Two\\n", check: { verdict: disputed, checked: 2026-11-22 }, references: [{ to: "#p1", relation: see }] }\n',
        'glossary/keelage.mdx': term('keelage'),
      },
      { base: '/reader/' },
    );
    const out = annotationPage(edition.documents[0]!, edition, {
      base: '/reader/',
      site: 'https://example.org',
      dates: () => ({ modified: '2026-11-22' }),
    });
    const items = out.items.map((item) => ({ ...item, 'variorum:note': undefined }));
    const { notes, reasons } = run(
      { ...out, items },
      { 'annotations/dues.yaml': '- { id: b, kind: gloss, quote: masters, body: B. }\n' },
      { site: 'https://example.org', base: '/reader/' },
    );
    expect(reasons).toEqual([]);
    expect(notes.slice(1)).toEqual([
      {
        id: 'a-toll-see-here-it',
        kind: 'gloss',
        quote: 'keelage',
        body: 'A *toll*, see [here](#p2), [it](term:keelage), [b](note:dues/b) and [out](https://example.org/).',
      },
      {
        id: 'b-2',
        kind: 'check',
        quote: { exact: 'The camp', prefix: 'full.' },
        body: 'B.',
        more: 'One.\n\n- Two\n',
        references: [{ to: '#p1', relation: 'see' }],
        check: { verdict: 'disputed', checked: '2026-11-22' },
      },
    ]);
  });

  test('words that another tool changed are taken, and the rest of the entry with them', () => {
    const edition = editionOf(body, {
      'annotations/dues.yaml': '- { id: a, kind: gloss, quote: keelage, body: A toll., references: [{ to: "#p2", relation: updates }] }\n',
    });
    const out = jsonText(annotationPage(edition.documents[0]!, edition, { base: '/' })).replace('<p>A toll.', '<p>A <b>tax</b>.');
    const { notes, annotations } = run(out);
    expect(notes).toEqual([
      { id: 'a', kind: 'gloss', quote: 'keelage', body: 'A **tax**.', references: [{ to: '#p2', relation: 'updates' }] },
    ]);
    expect(annotations[0]).toMatchObject({ remarks: ['Its words were changed in another tool.'] });
  });
});

describe('an export of Hypothes.is', () => {
  test('becomes notes: Markdown, tags that are kinds, names of accounts', () => {
    const rows = [
      row('third of May', 'A day in *spring*.\n\n- More\n- of it\n\n# Head', { tags: ['Gloss', 'calendar'] }),
      row('masters', 'Who?', { tags: ['question'], user_info: { display_name: 'Ann Reader' }, target: [{ ...targetOf('masters') }] }),
    ];
    const { notes, annotations } = run({ total: 2, rows });
    expect(notes).toEqual([
      {
        id: 'a-day-in-spring',
        kind: 'gloss',
        quote: 'third of May',
        body: 'A day in *spring*.',
        more: '- More\n- of it\n\n**Head**\n',
        author: 'ann_reader',
      },
      { id: 'who', kind: 'question', quote: 'masters', body: 'Who?', author: 'Ann Reader' },
    ]);
    expect(annotations[0]).toMatchObject({ index: 1, paragraph: 1, remarks: ['Its tags were left out: calendar.'] });
    for (const form of [rows, { annotations: rows }]) expect(run(form).notes).toEqual(notes);
  });

  test('tells of page notes, answers, highlights and other pages', () => {
    expect(
      run([
        row('masters', 'On the page.', { target: [{ source: 'http://gazette.example/dues' }] }),
        row('masters', 'I agree.', { references: ['x'] }),
        row('masters', '', { target: [targetOf('masters')] }),
        row('masters', 'Elsewhere.', { uri: 'https://other.example/', target: [targetOf('masters', 'https://other.example/')] }),
      ]).reasons,
    ).toEqual([
      'It stands on no words: it has no quote (TextQuoteSelector).',
      'It is an answer to another annotation, and stands on no words.',
      'It says nothing: it is a highlight without words.',
      'It is on another site: https://other.example/. If that is where the document comes from, write it into its head (source: url).',
    ]);
  });
});

function row(quote: string, text: string, more: object = {}): object {
  return {
    id: 'x',
    uri: 'http://www.gazette.example/dues/#top',
    text,
    tags: [],
    user: 'acct:ann_reader@hypothes.is',
    created: '2026-11-01T10:00:00.000000+00:00',
    target: [
      {
        source: 'http://www.gazette.example/dues/',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 4 },
          { type: 'TextPositionSelector', start: 1041, end: 1048 },
          { type: 'TextQuoteSelector', exact: quote, prefix: 'The dues\n\n1On the ', suffix: ' the council set the keelage at ' },
        ],
      },
    ],
    ...more,
  };
}

function targetOf(exact: string, source = 'http://gazette.example/dues'): object {
  return { source, selector: [{ type: 'TextQuoteSelector', exact }] };
}

describe('places', () => {
  test.each<[string, object, unknown]>([
    ['words that stand once', on('keelage'), 'keelage'],
    ['folded as readers see them', on('one 😀 point'), 'one 😀 point'],
    ['context where it is needed', on({ exact: 'The camp', prefix: 'full.' }), { exact: 'The camp', prefix: 'full.' }],
    ['context that runs over the block', on({ exact: 'The camp was old.', prefix: 'was old.\n\n', suffix: '\n\none' }), { paragraph: 3 }],
    [
      'a position in code points',
      on('x', {
        target: {
          source: '/documents/dues/',
          selector: [
            { type: 'TextQuoteSelector', exact: 'The camp' },
            { type: 'TextPositionSelector', start: 114, end: 122 },
          ],
        },
      }),
      { exact: 'The camp', prefix: 'full.' },
    ],
    [
      'a fragment that names the block',
      on('x', { target: { source: '/documents/dues/#p2', selector: [{ type: 'TextQuoteSelector', exact: 'camp was old' }] } }),
      { exact: 'camp was old', prefix: 'full. The' },
    ],
    ['a fragment alone', on('x', { target: 'http://localhost:4321/documents/dues/#p2' }), { paragraph: 2 }],
    ['no address at all', on('x', { target: { selector: { type: 'TextQuoteSelector', exact: 'masters' } } }), 'masters'],
    ['the document among several targets', on('x', { target: ['https://other.example/', targetOf('masters')] }), 'masters'],
    [
      'a selector that refines another',
      on('x', {
        target: {
          source: '/documents/dues/',
          selector: { type: 'FragmentSelector', value: 'p2', refinedBy: { type: 'TextQuoteSelector', exact: 'camp was old' } },
        },
      }),
      { exact: 'camp was old', prefix: 'full. The' },
    ],
  ])('%s', (_, annotation, quote) => {
    const { notes, reasons } = run([annotation]);
    expect(reasons).toEqual([]);
    expect(notes[0]?.quote).toEqual(quote);
  });

  test.each<[string, unknown, string | RegExp]>([
    ['words that are not there', on('keelaje'), '“keelaje” is not in dues.'],
    ['words between others', on({ exact: 'masters', prefix: 'Two ' }), '“masters” is in dues (¶ 2), but between other words than it was.'],
    ['words that stand twice', on('The camp was old.'), /stands 2 times in dues, with nothing to tell/],
    ['an empty quote', on('  '), 'Its quote is empty: it stands on no words.'],
    ['one letter', on('a'), /stands \d+ times/],
    ['half of a letter', on('one \ud83d'), /half of a letter/],
    ['a quote longer than the document', on('keelage '.repeat(5000)), /is not in dues/],
    ['words across blocks', on('old. The camp'), /is not in dues/],
    ['another document', on('keelage', { target: targetOf('keelage', '/documents/other/') }), 'It is on another document: other.'],
    ['another scheme', on('keelage', { target: targetOf('keelage', 'urn:x-pdf:1') }), /no page of this document/],
    ['no target', { type: 'Annotation', body: [] }, 'It has no target.'],
    ['no annotation', 7, 'It is no annotation: an object is expected.'],
    ['something else', { type: 'Person' }, /it has neither the type nor a target/],
    ['nothing said', on('keelage', saying('<script>alert(1)</script>')), 'It says nothing: it is a highlight without words.'],
    ['a body without end', on('keelage', saying('<div>'.repeat(9000) + 'x')), 'Its text is nested too deeply to be read.'],
    ['thousands of empty links', on('keelage', saying('<a href=x></a>'.repeat(3500))), 'It says nothing: it is a highlight without words.'],
    ['quotations without end', on('keelage', saying('> '.repeat(500) + 'x', 'text/markdown')), 'Its text is nested too deeply to be read.'],
    ['a book', on('keelage', saying('x '.repeat(60_000))), /longer than 50,000 letters/],
    ['half a letter in a name', on('keelage', { creator: { name: 'Ann \udc00' } }), /half of a letter/],
    [
      'a reference that leads nowhere',
      on('keelage', {
        target: targetOf('keelage', '/documents/dues/'),
        body: [
          { type: 'TextualBody', value: 'x' },
          { source: '/documents/nowhere/', purpose: 'linking' },
        ],
      }),
      /There is no document “nowhere”/,
    ],
  ])('%s: not imported, and the others are', (_, annotation, reason) => {
    const { notes, annotations, reasons } = run([on('masters'), annotation, on('third of May', saying('Another.'))]);
    expect(reasons).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
    expect(annotations[1]).toMatchObject({ index: 2, status: 'refused' });
    expect(notes.map(({ quote }) => quote)).toEqual(['masters', 'third of May']);
  });

  const telling = 'council set the keelage at forty crowns a ship.';
  test.each<[string, object, boolean, string[]]>([
    ['a wrong prefix, where the words begin the block', { exact: 'On the third', prefix: 'He went there ' }, false, []],
    ['a wrong suffix, where they end it', { exact: 'a ship.', suffix: ' He went there' }, false, []],
    ['a prefix that is the block before', { exact: 'Three masters', prefix: 'a ship. ' }, true, []],
    ['a prefix that is the block before and its number', { exact: 'Three masters', prefix: 'crowns a ship.\n\n2' }, true, []],
    ['a prefix that is the title', { exact: 'On the third', prefix: 'The dues\n' }, true, []],
    ['a suffix that is the block after', { exact: 'a ship.', suffix: '\n\nThree masters' }, true, []],
    ['a wrong prefix, with a suffix in the block', { exact: 'On the third', prefix: 'He went ', suffix: ' of May the' }, true, []],
    [
      'words that are many, with context of which nothing is there',
      { exact: telling, suffix: ' He went there' },
      true,
      ['What stood around its words is not there: look whether it is the place.'],
    ],
  ])('weigh their context: %s', (_, quote, taken, remarks) => {
    const { annotations, reasons } = run([on(quote)]);
    expect(annotations.map(({ status }) => status)).toEqual([taken ? 'written' : 'refused']);
    if (taken) expect(annotations[0]).toMatchObject({ remarks });
    else expect(reasons[0]).toMatch(/between other words than it was/);
  });

  test.each<[string, object, string[]]>([
    ['no date', { created: 'yesterday' }, ['Its date “yesterday” is no date, and was left out.']],
    ['a day that is none', { created: '2026-02-31T10:00:00Z' }, ['Its date “2026-02-31T10:00:00Z” is no date, and was left out.']],
    ['a number', { modified: 7 }, ['Its date “7” is no date, and was left out.']],
    ['a moment', { created: '2026-11-01T10:00:00Z' }, []],
  ])('tell of a date that is none: %s', (_, dates, remarks) => {
    expect(run([on('masters', dates)]).annotations[0]).toMatchObject({ status: 'written', remarks });
  });

  test.each<[string, string, { site?: string; base?: string }, boolean]>([
    ['a host that nobody has named', 'https://other.example/documents/dues/', {}, false],
    ['the site that is named', 'https://other.example/documents/dues/', { site: 'https://other.example' }, true],
    ['another path on it', 'https://other.example/b/documents/dues/', { site: 'https://other.example' }, false],
    ['its base path', 'https://other.example/b/documents/dues/', { site: 'https://other.example', base: '/b/' }, true],
    ['this machine', 'http://localhost:4321/documents/dues/', {}, true],
    ['this machine, another edition', 'http://localhost:4321/b/documents/dues/', {}, false],
    ['a path', '/b/documents/dues/', {}, true],
  ])('are on this edition or not: %s', (_, source, options, taken) => {
    const { reasons } = run([on('masters', { target: targetOf('masters', source) })], {}, options);
    expect(reasons.length === 0).toBe(taken);
    if (!taken && !options.site) expect(reasons[0]).toContain('--site');
  });

  test('on the published site are those of that origin and base alone', () => {
    const sources = [
      'https://other.example/reader/documents/dues/',
      'https://example.org/documents/dues/',
      'http://localhost/documents/dues/',
      'https://example.org/documents/dues/index.html',
    ];
    const { annotations } = run(
      sources.map((source) => on('x', { target: targetOf('masters', source) })),
      {},
      { site: 'https://example.org' },
    );
    expect(annotations.map(({ status }) => status)).toEqual(['refused', 'written', 'same', 'same']);
  });
});

describe('a file in brackets', () => {
  test.each<[string, string, string]>([
    [
      'on one line',
      '[{ id: b, kind: gloss, quote: masters, body: B. }]\n',
      '[{ id: b, kind: gloss, quote: masters, body: B. },\n  NEW\n]\n',
    ],
    [
      'on lines, with comments',
      '# All.\n[\n  { id: b, kind: gloss, quote: masters, body: B. }, # one\n  # end\n]\n',
      '# All.\n[\n  { id: b, kind: gloss, quote: masters, body: B. },\n  NEW, # one\n  # end\n]\n',
    ],
    [
      'with line ends of another kind',
      '[\r\n  { id: b, kind: gloss, quote: masters, body: B. }\r\n]\r\n',
      '[\r\n  { id: b, kind: gloss, quote: masters, body: B. },\r\n  NEW\r\n]\r\n',
    ],
  ])('stays one: %s', (_, before, after) => {
    const { yaml, reasons } = run([on('keelage', saying('So, [it] is: "x"'))], { 'annotations/dues.yaml': before });
    expect(reasons).toEqual([]);
    const note = '{ id: "so-it-is-x", kind: "context", quote: "keelage", body: "So, \\\\[it] is: \\"x\\"" }';
    expect(yaml).toBe(after.replace('NEW', () => note));
  });
});

describe('what is said', () => {
  test.each<[string, object, Partial<WrittenNote>]>([
    [
      'HTML',
      saying('<p>A <b>bold</b> &amp; <i>fine</i> one.</p><ul><li>x<li>y</ul>'),
      { body: 'A **bold** & *fine* one.', more: '- x\n- y\n' },
    ],
    [
      'scripts, handlers and frames go',
      saying('<p onclick="x()">So<script>alert(1)</script>.</p><iframe src="https://x.example">f</iframe><style>p{}</style>'),
      { body: 'So.' },
    ],
    [
      'scripts in Markdown go',
      saying('So <script>alert(1)</script> it <b onmouseover=x>is</b>.', 'text/markdown'),
      { body: 'So it **is**.' },
    ],
    ['unsafe links are words', saying('<a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a>'), { body: 'a b' }],
    [
      'plain text is not Markdown',
      saying('1 < 2 *and* <b>no</b>\n\n# head', 'text/plain'),
      { body: '1 < 2 \\*and\\* \\<b>no\\</b>', more: '\\# head\n' },
    ],
    ['a list first is also a line', saying('- x\n- y', 'text/markdown'), { body: 'x y', more: '- x\n- y\n' }],
    [
      'images become links',
      saying('See <img src="https://x.example/a.png" alt="the map">.'),
      { body: 'See [the map](https://x.example/a.png).' },
    ],
    ['a bare string', { body: undefined, bodyValue: 'Plain.' }, { body: 'Plain.' }],
    [
      'text that looks like code',
      saying('import x; export {y} <Note id="z"/>', 'text/plain'),
      { body: 'import x; export {y} \\<Note id="z"/>' },
    ],
  ])('%s', (_, more, wanted) => {
    const { notes, reasons } = run(on('keelage', more));
    expect(reasons).toEqual([]);
    expect({ body: notes[0]?.body, more: notes[0]?.more }).toEqual({ more: undefined, ...wanted });
  });

  test.each<[string, object, Partial<WrittenNote>, readonly string[]]>([
    ['a motivation', { motivation: 'questioning' }, { kind: 'question' }, []],
    ['a motivation by its address', { motivation: ['http://www.w3.org/ns/oa#describing'] }, { kind: 'gloss' }, []],
    ['none is context', { motivation: 'replying' }, { kind: 'context' }, []],
    [
      'a check without its verdict',
      { motivation: 'assessing' },
      { kind: 'context' },
      ['It is a check without a verdict, and stands as context.'],
    ],
    ['a person', { creator: { type: 'Person', name: 'Ann' } }, { author: 'Ann' }, []],
    ['an address names nobody', { creator: 'https://orcid.example/1' }, { author: undefined }, []],
    ['the editors are no author', { creator: { name: 'The editors' } }, { author: undefined }, []],
    [
      'links in bodies',
      {
        body: [
          { value: 'x', type: 'TextualBody' },
          'https://a.example/',
          { id: 'https://b.example/', type: 'Text' },
          { source: 'urn:c', purpose: 'linking' },
        ],
      },
      {
        references: [
          { to: 'https://a.example/', relation: 'see' },
          { to: 'https://b.example/', relation: 'see' },
        ],
      },
      ['Its link to urn:c was left out.'],
    ],
  ])('%s', (_, more, wanted, remarks) => {
    const { notes, annotations } = run(on('keelage', more));
    expect(notes[0]).toMatchObject(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
    for (const [key, value] of Object.entries(wanted)) if (value === undefined) expect(notes[0]).not.toHaveProperty(key);
    expect(annotations[0]).toMatchObject({ remarks });
  });
});

describe('the annotations file', () => {
  const there = `# These are ours.\n\n-   id:   says-so   # an id\n    kind: gloss\n    quote: 'masters'\n    body: >-\n      Folded\n      here.\n\n\n# The end.`;

  test('keeps all that stands there, to the letter', () => {
    const { yaml, notes } = run([on('keelage'), on('crowns'), on('keelage')], { 'annotations/dues.yaml': there });
    expect(yaml?.startsWith(`${there}\n`)).toBe(true);
    expect(notes.map(({ id, quote }) => [id, quote])).toEqual([
      ['says-so', 'masters'],
      ['says-so-2', 'keelage'],
      ['says-so-3', 'crowns'],
    ]);
  });

  test.each([
    ['empty', ''],
    ['comments alone', '# Nothing yet.\n'],
    ['an empty list', '[]\n'],
    ['in brackets', '[{ id: b, kind: gloss, quote: masters, body: B. }] # ours\n'],
    ['indented', '  - id: b\n    kind: gloss\n    quote: masters\n    body: B.\n'],
    ['with Windows line ends', '- id: b\r\n  kind: gloss\r\n  quote: masters\r\n  body: B.\r\n'],
    ['ended', '---\n- id: b\n  kind: gloss\n  quote: masters\n  body: B.\n...\n'],
    ['with text that keeps its end', '- id: b\n  kind: gloss\n  quote: masters\n  body: B.\n  more: |+\n    X.\n'],
  ])('may be %s', (_, before) => {
    const { notes, yaml, folder } = run([on('keelage')], { 'annotations/dues.yaml': before });
    expect(notes.slice(0, -1)).toEqual(parse(before) ?? []);
    expect(notes.at(-1)).toEqual({ id: 'says-so', kind: 'context', quote: 'keelage', body: 'Says so.' });
    expect(yaml).not.toMatch(/[^\r]\n.*\r\n/);
    expect(readEdition(folder).edition).toBeDefined();
  });

  test('that has errors is not touched', () => {
    const broken = '- { id: b, kind: gloss, quote: nowhere at all, body: B. }\n';
    const folder = folderWith({ ...files, 'annotations/dues.yaml': broken, 'in.json': JSON.stringify(on('keelage')) });
    expect(() => importAnnotations(join(folder, 'in.json'), { into: folder, document: 'dues', base: '/' })).toThrow(/has 1 error already/);
    expect(readFileSync(join(folder, 'annotations/dues.yaml'), 'utf8')).toBe(broken);
  });

  test('that leads out of the edition is not written', () => {
    const folder = folderWith({ ...files, 'in.json': JSON.stringify(on('keelage')), 'elsewhere.txt': 'x' });
    mkdirSync(join(folder, 'annotations'));
    symlinkSync(join(folder, 'elsewhere.txt'), join(folder, 'annotations/dues.yaml'));
    expect(() => importAnnotations(join(folder, 'in.json'), { into: folder, document: 'dues', base: '/' })).toThrow(/symbolic link/);
    expect(readFileSync(join(folder, 'elsewhere.txt'), 'utf8')).toBe('x');
  });

  test('is not made by a dry run', () => expect(run([on('keelage')], {}, { dryRun: true }).yaml).toBeUndefined());
});

describe('files', () => {
  test.each<[string, unknown, number]>([
    ['one annotation', on('keelage'), 1],
    ['a list', [on('keelage'), on('crowns')], 2],
    ['a page', page([on('keelage')]), 1],
    ['a list of pages', [page([on('keelage')]), page([on('crowns')])], 2],
    [
      'a collection with its page in it',
      { type: ['AnnotationCollection'], total: 1, first: page([on('keelage')]), last: 'https://example.org/9' },
      1,
    ],
    [
      'a first page that is the last',
      { type: 'AnnotationCollection', first: { ...page([on('keelage')]), id: 'u:1' }, last: { ...page([on('keelage')]), id: 'u:1' } },
      1,
    ],
    ['a graph', { '@graph': [on('keelage')] }, 1],
    ['names of JSON-LD', { '@type': 'oa:Annotation', '@id': 'x', bodyValue: 'B.', target: targetOf('masters') }, 1],
  ])('%s', (_, content, count) => expect(run(content).notes).toHaveLength(count));

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /no JSON/],
    ['nothing', '[]', /holds no annotation/],
    ['a collection that only names its pages', '{"type":"AnnotationCollection","first":"https://example.org/1"}', /holds no annotation/],
    ['more than can be read', `[${'{},'.repeat(1_000_000)}{}]`, /holds 1,000,001 annotations/],
    [
      'more than a file may have',
      JSON.stringify(Array.from({ length: 120 }, (_, i) => on('keelage', saying(`${i} ${'word '.repeat(9000)}`, 'text/plain')))),
      /larger than 4 MB/,
    ],
  ])('%s: one clear problem, and nothing written', (_, text, message) => {
    const folder = folderWith({ ...files, 'in.json': text });
    const attempt = () => importAnnotations(join(folder, 'in.json'), { into: folder, document: 'dues', base: '/' });
    expect(attempt).toThrow(Unreadable);
    expect(attempt).toThrow(message);
    expect(existsSync(join(folder, 'annotations'))).toBe(false);
  });

  test('whatever values stand in it, an annotation is a note or a sentence', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('#', '%E0%A4', '/documents/dues/#%E0', 'keelage', 'http://[', '\ud83d', { toString: 1 }),
    );
    const keys = [
      'type',
      'target',
      'body',
      'bodyValue',
      'creator',
      'motivation',
      'modified',
      'variorum:note',
      'uri',
      'tags',
      'user',
      'references',
    ];
    const target = fc.dictionary(fc.constantFrom('source', 'id', 'selector', 'type'), odd);
    const annotation = fc
      .tuple(fc.dictionary(fc.constantFrom(...keys), odd), target, odd, fc.integer({ min: 0, max: 7 }))
      .map(([each, where, value, which]) => ({
        ...on('keelage'),
        ...(which & 1 && { target: where }),
        ...(which & 2 && { body: { type: 'TextualBody', value, format: value, purpose: value } }),
        ...(which & 4 && each),
      }));
    fc.assert(
      fc.property(fc.array(annotation, { minLength: 20, maxLength: 40 }), (all) => {
        const { annotations, folder } = run(all);
        expect(annotations).toHaveLength(all.length);
        expect(readEdition(folder).edition).toBeDefined();
      }),
      { numRuns: 15 },
    );
  });

  test('brackets without end are no annotation', () =>
    expect(run('['.repeat(100_000) + ']'.repeat(100_000)).reasons).toEqual(['It is no annotation: an object is expected.']));
});

describe('npm run import-annotations', () => {
  const folder = folderWith({
    ...files,
    'in.json': JSON.stringify([on('keelage'), on('zebra')]),
    'good.json': JSON.stringify(on('keelage')),
  });
  const command = (...args: string[]) => {
    const run = spawnSync(process.execPath, ['src/commands/import-annotations.ts', '--into', folder, ...args], { encoding: 'utf8' });
    return { status: run.status, out: run.stdout.replaceAll(folder, ''), error: run.stderr };
  };

  test('tells what became of each annotation; exit 1 where one was not imported, 0 where all are notes', () => {
    const dry = command(join(folder, 'in.json'), '--document', 'dues', '--dry-run');
    expect(dry.out).toContain('1 note would be written, 1 not imported.');
    expect(dry.out).toContain('quote: keelage');
    const { status, out } = command(join(folder, 'in.json'), '--document', 'dues');
    expect(status).toBe(1);
    expect(out).toBe(
      '/in.json → /annotations/dues.yaml\n  annotation 1  says-so, ¶ 1\n  annotation 2  NOT IMPORTED  “zebra” is not in dues.\n1 note written, 1 not imported.\n',
    );
    const again = command(join(folder, 'good.json'), '--document', 'dues', '--json');
    expect(again.status).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ annotations: [{ index: 1, status: 'same', id: 'says-so' }], added: [] });
  });

  test.each([
    ['no file', ['--document', 'dues'], 2],
    ['no document', ['in.json'], 2],
    ['a document that is not there', ['in.json', '--document', 'nowhere'], 2],
    ['a path for a document', ['in.json', '--document', '../dues'], 2],
    ['an option that there is not', ['in.json', '--document', 'dues', '--fast'], 2],
    ['a file that is not there', ['nowhere.json', '--document', 'dues'], 1],
  ])('%s', (_, args, status) => expect(command(...args).status).toBe(status));
});

function page(items: unknown[]): object {
  return {
    type: 'AnnotationPage',
    partOf: 'https://example.org/all',
    next: 'https://example.org/2',
    items,
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
