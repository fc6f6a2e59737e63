/**
 * The corpus of the benchmark, twice: as an edition of ours, and as plain Markdown for a bare site.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { generate, type Corpus } from './generate.ts';

interface GeneratedTerm {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
  readonly definition: string;
}

interface GeneratedNote {
  readonly id: string;
  readonly doc: string;
  readonly quote: { readonly prefix: string; readonly exact: string; readonly suffix: string };
  readonly body: string;
}

const shared = join(import.meta.dirname, '../../../shared/corpus/corpus.mjs');

/** Make a corpus of 800 words a document, 200 terms, 8 notes a document. By the shared generator where it is found, else by our own. */
export function makeCorpus(count: number, folder: string): { corpus: Corpus; generator: string } {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!existsSync(shared)) return { corpus: generate(count), generator: 'our own generator' };
  execFileSync(process.execPath, [shared, '--docs', String(count), '--words', '800', '--terms', '200', '--notes', '8', '--out', folder], {
    stdio: 'ignore',
  });
  const documents = readdirSync(join(folder, 'docs'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ id: basename(name, '.md'), text: readFileSync(join(folder, 'docs', name), 'utf8') }));
  const terms = JSON.parse(readFileSync(join(folder, 'glossary.json'), 'utf8')) as GeneratedTerm[];
  const notes = JSON.parse(readFileSync(join(folder, 'annotations.json'), 'utf8')) as GeneratedNote[];
  return { corpus: { documents, terms, notes }, generator: 'the shared corpus' };
}

/** Write the corpus as an edition. */
export function writeEdition(corpus: Corpus, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['documents', 'annotations', 'glossary']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, 'edition.yaml'),
    'title: A corpus\ndescription: Documents that were made to be measured.\nlanguage: en\nlicence: CC0-1.0\n',
  );
  writeFileSync(join(folder, 'about.mdx'), '---\ntitle: About\n---\n\nMade to be measured.\n');
  for (const { id, text } of corpus.documents) {
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const value = (key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1] ?? '';
    const linked = body.replaceAll(/\]\(\.\.\/part-\d+\/(doc-\d+)\.md\)/g, '](doc:$1)');
    writeFileSync(
      join(folder, 'documents', `${id}.mdx`),
      `---\ntitle: ${value('title')}\ntext: original\nsource:\n  publisher: ${value('publisher')}\n  published: ${value('date')}\n  url: https://example.org/${id}\n---\n${linked}`,
    );
  }
  const kinds = ['gloss', 'context', 'source', 'question'];
  for (const [document, notes] of Map.groupBy(corpus.notes, (note) => note.doc)) {
    const list = notes.map(
      (note, i) =>
        `- id: ${note.id}\n  kind: ${kinds[i % kinds.length]}\n  quote: ${JSON.stringify(note.quote)}\n  body: ${JSON.stringify(note.body)}\n`,
    );
    writeFileSync(join(folder, 'annotations', `${document}.yaml`), list.join(''));
  }
  for (const term of corpus.terms) {
    writeFileSync(
      join(folder, 'glossary', `${term.id}.mdx`),
      `---\nterm: ${JSON.stringify(term.term)}\nkind: concept\ndefinition: ${JSON.stringify(term.definition)}\nforms: ${JSON.stringify(term.aliases)}\n---\n`,
    );
  }
}

/** Write the texts alone, as the content of a bare site. */
export function writeTexts(corpus: Corpus, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { id, text } of corpus.documents)
    writeFileSync(join(folder, `${id}.md`), text.replaceAll(/\]\(\.\.\/part-\d+\/(doc-\d+)\.md\)/g, '](/documents/$1/)'));
}
