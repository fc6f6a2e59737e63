/**
 * Editions made to break the engine: what cannot be stored as text, or is too large to store. By name, the files of each.
 */
const edition = 'title: The harbour\ndescription: Letters on the harbour dues.\nlanguage: en\nlicence: CC0-1.0\n';
const head =
  '---\ntitle: The harbour dues\ntext: original\nsource: { publisher: Harbour Office, published: 1731-05-04, url: https://example.org/dues }\n---\n\n';
const sound = { 'edition.yaml': edition, 'documents/dues.mdx': `${head}The harbour dues are a growing issue 😀.\n` };

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Undefined files: there is no such folder at all. */
export const badInput: Readonly<Record<string, () => Files | undefined>> = {
  'input-missing': () => undefined,
  'input-empty-folder': () => ({}),
  'input-empty-files': () => ({
    'edition.yaml': '',
    'about.mdx': '',
    'documents/dues.mdx': '',
    'annotations/dues.yaml': '',
    'glossary/dues.mdx': '',
  }),
  'input-10-megabytes': () => ({
    ...sound,
    'documents/long.mdx': `${head}${'The dues. '.repeat(1024 * 1024)}`,
    'annotations/long.yaml': '- id: a\n  kind: gloss\n  quote: dues\n  body: A note.\n',
  }),
  'input-claims': () => ({
    ...sound,
    'claims/empty.yaml': '',
    'claims/list.yaml': '- question: Which?\n',
    'claims/none.yaml': 'question: How many?\nunit: boats\nstatements: []\n',
    'claims/words.yaml': 'question: How many?\nunit: boats\nstatements: some\n',
    'claims/nowhere.yaml': 'question: How many?\nunit: boats\nstatements:\n  - { document: due, quote: dues, value: 3 }\n  - 7\n',
    'claims/values.yaml': `question: How many?\nunit: boats\nstatements:\n${[
      '"10,000"',
      'many',
      '-3',
      '.nan',
      '.inf',
      '{}',
      '{ min: 5, max: 3 }',
      '{ percent: 120, of: values }',
      '{ percent: 20, of: value }',
      '{ around: 3 }',
      '[3]',
      '2021-02-30',
      '~',
      '{ about: 10,000 }',
      '{ min: 1,200,345, max: 2000000 }',
      '40,000',
    ]
      .map((value) => `  - { document: dues, quote: a growing issue, value: ${value} }\n`)
      .join('')}`,
    'claims/commas.yaml':
      'question: How many?\nunit: boats\nstatements:\n  - { document: dues, quote: a growing issue, value: { min: 1,200,000, max: 2,000,000 } }\n',
    'claims/dates.yaml':
      'question: When?\nunit: date\nstatements:\n  - { document: dues, quote: a growing issue, value: 2021-02-30 }\n  - { document: dues, quote: harbour dues, value: { about: 3 }, as_of: soon }\n',
    'claims/circle.yaml':
      'question: What share?\nunit: boats\nstatements:\n  - { document: dues, quote: a growing issue, value: { percent: 20, of: circle } }\n',
    'claims/many.yaml': `question: How many?\nunit: boats\nstatements:\n${Array.from({ length: 1000 }, (_, i) => `  - { document: dues, quote: a growing issue, value: ${i} }\n`).join('')}`,
    'timeline.yaml':
      '- { id: storm, date: 2021-02-30, title: The storm, passages: [{ document: dues, quote: dues }] }\n- { id: storm, date: 2021/2020, title: The storm, passages: [] }\n- { id: ebb, date: ../.., title: Ebb, place: quay, passages: [{ document: due, quote: dues }] }\n- { id: flood, date: 2021, title: Flood, passages: [{ document: dues, quote: a growing isue }] }\n- { id: flood, date: 1731-05/.., title: Flood, summary: "# Heading", passages: [{ document: dues, quote: a growing issue }] }\n- storm\n',
  }),
  'input-timeline-of-keys': () => ({ ...sound, 'timeline.yaml': 'storm: 2021\n' }),
  'input-binary': () => ({
    ...sound,
    'documents/picture.mdx': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    'annotations/dues.yaml': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  }),
  'input-wrong-encoding': () => ({
    ...sound,
    'documents/latin.mdx': Buffer.from(`${head}Le café.\n`, 'latin1'),
    'documents/utf-16.mdx': Buffer.from(`\ufeff${head}Words.\n`, 'utf16le'),
  }),
  'input-zero-byte': () => ({ ...sound, 'documents/zero.mdx': `${head}One\0two.\n` }),
  'input-broken-yaml': () => ({
    ...sound,
    'edition.yaml': 'title: "The harbour\nlanguage: [en\n',
    'annotations/dues.yaml': '- id: a\n  kind: {gloss\n',
    'glossary/dues.mdx': '---\nterm: *nobody\n---\n',
  }),
  'input-alias-bomb': () => ({ ...sound, 'annotations/dues.yaml': aliasBomb() }),
  'input-equal-words': () => ({
    ...sound,
    'documents/words.mdx': `${head}${'word '.repeat(800_000)}\n`,
    'annotations/words.yaml': '- id: a\n  kind: gloss\n  quote: word\n  body: A note.\n',
  }),
  'input-deep-yaml': () => ({
    ...sound,
    'annotations/dues.yaml': `${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    'glossary/dues.mdx': `---\nterm: ${'{a: '.repeat(5000)}b${'}'.repeat(5000)}\n---\n`,
  }),
  'input-script': () => ({
    ...sound,
    'documents/dues.mdx': `${head}The dues <script>alert(1)</script> are growing.\n\n<script>\nalert(1)\n</script>\n\n<img src="x" onerror="alert(1)" />\n`,
  }),
  'input-expression': () => ({
    ...sound,
    'documents/dues.mdx': `${head}The dues {process.exit()} are growing.\n\n{process.exit()}\n\n<Term id={process.exit()}>dues</Term>\n`,
  }),
  'input-import': () => ({
    ...sound,
    'documents/dues.mdx': `${head}import fs from 'node:fs'\n\nexport const dues = fs.rmSync('/')\n\nThe dues.\n`,
  }),
  'input-javascript-link': () => ({
    ...sound,
    'documents/dues.mdx': `${head}The [dues](javascript:alert(1)), [here](JAVASCRIPT:alert(1)), [there][x] and [so](&#106;avascript:alert(1)).\n\n[x]: javascript:alert(1)\n`,
    'annotations/dues.yaml':
      '- id: a\n  kind: gloss\n  quote: dues\n  body: A [note](javascript:alert(1)).\n  references:\n    - { to: "javascript:alert(1)", relation: see }\n',
  }),
  'input-nightmare-form': () => ({
    ...sound,
    'documents/dues.mdx': `${head}${'a'.repeat(50_000)}! The (a+)+$ dues.\n`,
    'glossary/nightmare.mdx': `---\nterm: (a+)+$\nkind: concept\ndefinition: A form that is a pattern.\nforms: ["(.*)*x", "[a", "${'z'.repeat(5000)}"]\n---\n`,
  }),
  'input-case-twins': () => ({
    ...sound,
    'documents/Dues.mdx': `${head}The dues.\n`,
    'glossary/dues.mdx': '---\nterm: Dues\nkind: concept\ndefinition: Money.\n---\n',
    'glossary/DUES.mdx': '---\nterm: Dues\nkind: concept\ndefinition: Money.\n---\n',
  }),
  'input-deep-quotation': () => ({
    ...sound,
    'documents/deep.mdx': `${head}Words.\n\n${'>'.repeat(20_000)} The dues.\n`,
    'annotations/dues.yaml': `- id: a\n  kind: gloss\n  quote: dues\n  body: "${'- '.repeat(20_000)} x"\n`,
  }),
  'input-deep-emphasis': () => ({
    ...sound,
    'documents/deep.mdx': `${head}${'**a *b '.repeat(200)}dues${'* **'.repeat(200)}\n\n${'*'.repeat(1000)}dues${'*'.repeat(1000)}\n`,
  }),
  'input-open-brackets': () => ({
    ...sound,
    'documents/deep.mdx': `${head}The dues.\n\n${'['.repeat(20_000)} dues ${'](#p1) '.repeat(100)}\n`,
  }),
  'input-middling-quotation': () => ({
    ...sound,
    'documents/deep.mdx': `${head}${Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- The dues`).join('\n')}\n`,
  }),
  'input-lone-surrogate': () => ({
    ...sound,
    'annotations/dues.yaml': '- id: a\n  kind: gloss\n  quote: "\\ud83d"\n  body: "A note \\ud83d."\n',
    'glossary/dues.mdx': '---\nterm: "\\ude00"\nkind: concept\ndefinition: Half a letter.\n---\n',
  }),
  'input-border-in-quote': () => ({
    ...sound,
    'annotations/dues.yaml': '- id: a\n  kind: gloss\n  quote: "The harbour\\u2029dues"\n  body: A note.\n',
  }),
  'input-folder-for-file': () => ({ 'edition.yaml/x': '', 'documents/dues.mdx/x': '', 'annotations/dues.yaml/x': '' }),
  'input-prototype': () => ({
    ...sound,
    'documents/constructor.mdx': `${head}The constructor: [there](term:constructor).\n`,
    'annotations/constructor.yaml': '- __proto__: { id: x }\n  constructor: x\n  id: a\n  kind: gloss\n  quote: The\n  body: A note.\n',
    'glossary/constructor.mdx': '---\nterm: constructor\nkind: concept\ndefinition: A word.\n---\n',
  }),
};

function aliasBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 10; i++) lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
}
