/**
 * Source Serif 4 (SIL Open Font License), cut down to the characters of the edition. The files stand in `.cache/fonts`, where the
 * stylesheet names them; they are made anew when the characters change.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import type { Edition } from '../core/model.ts';
import { textOf } from '../core/tree.ts';

const family = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/source-serif-4/package.json'));

/** What the interface itself writes. */
const interfaceCharacters = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')}\u00a0“”‘’–—…¶·×«»§†‡°½`;

const faces = [
  { name: 'serif', style: 'normal', axes: { wght: { min: 400, max: 600 }, opsz: { min: 9, max: 40 } } },
  // Italics are for short lines at about one size: one weight, one optical size.
  { name: 'serif-italic', style: 'italic', axes: { wght: 400, opsz: 15 } },
] as const;

/** The package has a file for each; the stylesheet (`styles/fonts.css`) says which characters are looked for in which. */
const ranges = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const;

/**
 * Make the font files that the edition needs; without an edition, with the interface's characters alone.
 * @param about the source of the edition's own page
 */
export async function makeFonts(edition: Edition | undefined, about: string, folder: string): Promise<void> {
  const characters = [...new Set([...interfaceCharacters, ...about, ...(edition ? charactersOf(edition) : [])])].sort().join('');
  const key = createHash('sha256')
    .update(characters)
    .update(JSON.stringify([faces, ranges]))
    .update(readFileSync(join(family, 'package.json')))
    .digest('base64url');
  const keyFile = join(folder, 'key');
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return;
  mkdirSync(folder, { recursive: true });
  rmSync(keyFile, { force: true });
  for (const { name, style, axes } of faces) {
    for (const range of ranges) {
      const font = readFileSync(join(family, 'files', `source-serif-4-${range}-opsz-${style}.woff2`));
      const subset = await subsetFont(font, characters, { targetFormat: 'woff2', variationAxes: axes });
      writeFileSync(join(folder, `${name}${range === 'latin' ? '' : `-${range}`}.woff2`), subset);
    }
  }
  writeFileSync(keyFile, key);
}

function charactersOf({ documents, terms, ...head }: Edition): Set<string> {
  const characters = new Set<string>(JSON.stringify(head));
  const add = (text: string | undefined): void => {
    if (text === undefined) return;
    // A browser shows a letter and its mark as the one letter that Unicode has for both.
    for (const character of /\p{M}/u.test(text) ? text + text.normalize('NFC') : text) characters.add(character);
  };
  for (const document of documents) {
    for (const text of [
      document.words,
      document.title,
      document.standfirst,
      document.section,
      document.summary,
      JSON.stringify(document.source),
      ...document.headings.map((each) => each.text),
    ])
      add(text);
    for (const note of [...document.annotations, ...document.lost]) {
      for (const root of [note.body, note.more]) add(root && textOf(root));
      for (const text of [note.author, 'quote' in note ? note.quote : undefined, ...note.references.map((reference) => reference.title)])
        add(text);
    }
  }
  for (const term of terms) for (const text of [...term.forms, textOf(term.definition), textOf(term.article)]) add(text);
  return characters;
}
