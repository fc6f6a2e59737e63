/**
 * An edition of two documents to be read in: one of 5,000 words with 100 notes, one of 20,000 with 1,000 notes and 2,000 mentions. The
 * second also tells of what the first does, so that both have claims and events. Same bytes every time.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numbers } from './generate.ts';

export const longDocuments = [
  { id: 'middling', paragraphs: 50, notesEach: 2, termsEach: 5 },
  { id: 'long', paragraphs: 200, notesEach: 5, termsEach: 10 },
] as const;

const [claims, events, terms] = [40, 30, 80];

/** Write it. */
export function writeLongEdition(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['documents', 'annotations', 'glossary', 'claims']) mkdirSync(join(folder, name), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('edition.yaml', 'title: Long texts\ndescription: Made to be measured.\nlanguage: en\nlicence: CC0-1.0\n');
  write('about.mdx', '---\ntitle: About\n---\n\nMade to be measured.\n');
  const random = numbers(20260601);
  const vocabulary =
    'harbour orchard library lantern river bridge winter market stone garden letter window mountain silver copper baker'.split(' ');
  const words = (count: number): string =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)]!).join(' ');
  for (const { id, paragraphs, notesEach, termsEach } of longDocuments) {
    let text = `---\ntitle: The ${id} document\ntext: original\nsource:\n  publisher: Example Press\n  published: 2021\n---\n`;
    const notes: string[] = [];
    for (let p = 1; p <= paragraphs; p++) {
      if (p % 5 === 1) text += `\n## Part ${(p + 4) / 5}\n`;
      const pieces = [`Paragraph ${p} of ${id} says this`, `and it tells of that in ${p} ways`];
      for (let t = 0; t < termsEach; t++) pieces.push(`${words(2)} kelpie${Math.floor(random() * terms)}x`);
      for (let n = 1; n <= notesEach; n++) {
        pieces.push(`the noted words ${p} and ${n} ${words(2)}`);
        const other = longDocuments[(p + n) % 2]!;
        const to = `doc:${other.id}#p${1 + Math.floor(random() * other.paragraphs)}`;
        notes.push(
          `- id: note-${p}-${n}\n  kind: ${['gloss', 'context', 'source', 'question'][n % 4]}\n  quote: the noted words ${p} and ${n}\n  body: ${words(14)}\n  more: ${words(18)}\n  references: [{ to: '${to}', relation: see }]\n`,
        );
      }
      pieces.push(words(Math.max(0, 96 - pieces.join(' ').split(' ').length)));
      text += `\n${pieces.join(', ')}.\n`;
    }
    write(`documents/${id}.mdx`, text);
    write(`annotations/${id}.yaml`, notes.join(''));
  }
  for (let t = 0; t < terms; t++)
    write(`glossary/kelpie${t}x.mdx`, `---\nterm: kelpie${t}x\nkind: concept\ndefinition: ${words(20)}\n---\n\n${words(30)}\n`);
  for (let c = 1; c <= claims; c++) {
    const statements = longDocuments.map(
      ({ id }, i) => `  - { document: ${id}, quote: 'Paragraph ${c} of ${id} says this', value: ${c + i} }\n`,
    );
    write(`claims/claim-${c}.yaml`, `question: How many of the ${words(3)} ${c}?\nunit: people\nstatements:\n${statements.join('')}`);
  }
  const told = Array.from({ length: events }, (_, i) => {
    const passages = longDocuments.map(
      ({ id }) =>
        `    - { document: ${id}, quote: { exact: and it tells of that in ${i + 1} ways, prefix: 'Paragraph ${i + 1} of ${id} says this, ' } }\n`,
    );
    return `- id: event-${i + 1}\n  date: ${1900 + i}\n  title: The ${words(3)} ${i + 1}\n  passages:\n${passages.join('')}`;
  });
  write('timeline.yaml', told.join(''));
}
