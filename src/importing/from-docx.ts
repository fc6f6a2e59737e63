/**
 * Word files. Mammoth makes the text; the file's own XML says what mammoth left out, and every word of it is set aside.
 */
import type { Root } from 'mdast';
import { cleanTree, hasText, treeOfParagraphs } from './clean-tree.ts';
import { openDocx, type DocxPackage } from './docx/package.ts';
import { withPlainParts } from './docx/plain-parts.ts';
import { treeOfDocx, type DocxTree } from './docx/tree.ts';
import { wordsOfPart, type PartWords } from './docx/words.ts';
import { Unreadable, type Aside, type Draft, type Flag, type Found, type Head, type Reason, type Source } from './draft.ts';
import { breachOf, wordsOf, type Breach } from './law.ts';
import { isWritten, workingTitle } from './titles.ts';
import { textOfTree } from './to-mdx.ts';
import { tokensOf } from './docx/xml-tokens.ts';

/** Throws `Unreadable` for what is no Word file, is locked, damaged, or has no words. */
export async function fromDocx(source: Source): Promise<Draft> {
  const file = openDocx(source.bytes);
  const parts = wordedParts(file);
  const main = parts.filter((part) => part.reason === undefined);
  if (main.every(({ words }) => words.paragraphs.length === 0))
    throw new Unreadable('No words are in it.', 'If it holds pictures of pages, run text recognition (OCR) first.');
  const visible = parts.flatMap(({ words }) => [...words.paragraphs, ...words.deletions]).join('\n');
  const aside = parts.flatMap(asideOf);
  const flags = flagsOf(file);

  const tree = await converted(file);
  const drafted = tree && draftOf(tree, aside, visible, main);
  if (drafted && !hasText(drafted.body)) throw withoutText(drafted);
  if (drafted)
    return {
      ...drafted,
      head: { ...drafted.head, ...languageOf(file, drafted.head) },
      repairs: file.repairs,
      flags: [...flags, ...drafted.flags],
      visible,
    };

  // Without mammoth every paragraph is still there, as plain text.
  const body = treeOfParagraphs(main.flatMap(({ words }) => words.paragraphs.flatMap((text) => text.split('\n'))));
  const flag = { message: 'Its headings, lists, tables and links could not be read: all is plain paragraphs', at: file.main };
  const head = headOf(undefined, body, file);
  return { head: { ...head, ...languageOf(file, head) }, body, aside, repairs: file.repairs, flags: [...flags, flag], visible };

  function draftOf(
    from: DocxTree,
    before: readonly Aside[],
    all: string,
    texts: readonly WordedPart[],
  ): Pick<Draft, 'head' | 'body' | 'aside' | 'flags'> | undefined {
    const contents = from.contents
      .filter((text) => text !== '')
      .map((text): Aside => ({ text, at: `table of contents`, reason: 'navigation' }));
    const known = [...before, ...contents];
    const held = (root: Root): { found: Head; rest: Root; breach: Breach | undefined } => {
      const { head: found, body: rest } = titled(from, root, file);
      const kept = Object.values(found).flatMap((each) => each?.kept ?? []);
      return { found, rest, breach: breachOf(all, [...kept, textOfTree(rest), ...known.map(({ text }) => text)]) };
    };
    const root = cleanTree(from.root);
    let result = held(root);
    let plain: readonly string[] = [];
    if (result.breach && result.breach.added.length > 0) {
      const paragraphs = texts.flatMap(({ words }) => words.paragraphs);
      const elsewhere = [from.title ?? '', from.subtitle ?? '', ...contents.map(({ text }) => text)];
      const mended = withPlainParts(root, paragraphs, result.breach.added, elsewhere);
      plain = mended.plain;
      result = held(cleanTree(mended.root));
    }
    const { found, rest, breach } = result;
    if (breach && breach.added.length > 0) return undefined;
    const left = breach ? leftOut(breach.lost, texts) : [];
    const told = left.map(({ text, at }) => ({ message: `Set aside, for the conversion left it out: ${workingTitle(text)}`, at }));
    const simpler =
      plain.length > 0
        ? [{ message: `Here the paragraphs are plain, for they could not be read otherwise: ${workingTitle(plain[0]!)}`, at: file.main }]
        : [];
    const tables = from.flattened > 1 ? `${from.flattened} tables stand` : 'A table stands';
    const flat =
      from.flattened > 0 ? [{ message: `${tables} as paragraphs, row by row, for cells hold more than a line`, at: file.main }] : [];
    return { head: found, body: rest, aside: [...known, ...left], flags: [...flat, ...simpler, ...told] };
  }
}

/** What is said of a file that has words, and no text. */
function withoutText({ head, body, aside }: Pick<Draft, 'head' | 'body' | 'aside'>): Unreadable {
  const suggestion = 'Look whether it is the right file: its text may be in pictures.';
  if (head.title?.kept !== undefined) return new Unreadable('It has no text besides its title.', suggestion);
  if (body.children.some(({ type }) => type === 'heading')) return new Unreadable('It has no text besides its headings.', suggestion);
  return new Unreadable(aside.length > 0 ? 'It has no text besides its contents, headers and footers.' : 'No words are in it.', suggestion);
}

interface WordedPart {
  readonly name: string;
  readonly words: PartWords;
  /** Why its words are set aside; undefined for those that belong to the text. */
  readonly reason: Reason | undefined;
}

const reasonOf: ReadonlyMap<string, Reason> = new Map([
  ['header', 'navigation'],
  ['footer', 'footer'],
  ['comments', 'comment'],
  ['chart', 'unsure'],
  ['diagramData', 'unsure'],
]);

/** The parts that have words, in the order of a reader: text, notes, then what stands around it. */
function wordedParts({ parts, main, relations }: DocxPackage): WordedPart[] {
  const names = (test: (kind: string) => boolean): string[] => [
    ...new Set(relations.filter(({ kind }) => test(kind)).map(({ part }) => part)),
  ];
  const text = [main, ...names((kind) => kind === 'footnotes' || kind === 'endnotes')];
  const first = new Set(text);
  const around = names((kind) => reasonOf.has(kind)).filter((name) => !first.has(name));
  const kindOf = new Map(relations.map(({ kind, part }) => [part, kind]));
  return [...text, ...around.toSorted()].flatMap((name) => {
    const xml = parts.get(name);
    const reason = first.has(name) ? undefined : reasonOf.get(kindOf.get(name)!);
    return xml === undefined ? [] : [{ name, words: wordsOfPart(xml), reason }];
  });
}

/** What never belongs to the text: comments one by one, headers and footers as a whole, and what was deleted under tracking. */
function asideOf({ name, words, reason }: WordedPart): Aside[] {
  const deleted = words.deletions.map((text): Aside => ({ text, at: `${name}, deleted with changes tracked`, reason: 'unsure' }));
  if (reason === undefined || words.paragraphs.length === 0) return deleted;
  const texts = reason === 'comment' ? words.paragraphs : [words.paragraphs.join('\n')];
  return [...texts.map((text): Aside => ({ text, at: name, reason })), ...deleted];
}

async function converted(file: DocxPackage): Promise<DocxTree | undefined> {
  try {
    return await treeOfDocx(file);
  } catch {
    return undefined;
  }
}

/** Words that the conversion left out: whole paragraphs where it did so, and at last the words one by one. */
function leftOut(lost: readonly string[], parts: readonly WordedPart[]): Aside[] {
  const missing = new Map<string, number>();
  for (const word of lost) missing.set(word, (missing.get(word) ?? 0) + 1);
  const aside: Aside[] = [];
  for (const { name, words } of parts) {
    for (const text of words.paragraphs) {
      const own = new Map<string, number>();
      for (const word of wordsOf(text)) own.set(word, (own.get(word) ?? 0) + 1);
      if (own.size === 0 || [...own].some(([word, count]) => (missing.get(word) ?? 0) < count)) continue;
      for (const [word, count] of own) missing.set(word, missing.get(word)! - count);
      aside.push({ text, at: name, reason: 'unsure' });
    }
  }
  const rest = [...missing].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  if (rest.length > 0) aside.push({ text: rest.join(' '), at: `${parts[0]!.name}, single words`, reason: 'unsure' });
  return aside;
}

/** The head, and the body less what stands in the head. */
function titled(tree: DocxTree, root: Root, file: DocxPackage): { head: Head; body: Root } {
  if (tree.title !== undefined) return { head: headOf(tree, root, file), body: root };
  const [first, ...others] = root.children;
  const headings = root.children.filter((node) => node.type === 'heading' && node.depth === 2);
  if (first?.type !== 'heading' || headings.length !== 1 || others.length === 0) return { head: headOf(tree, root, file), body: root };
  const text = textOfTree(first).trim();
  const body = cleanTree({ type: 'root', children: others });
  // A heading that refers to a note keeps its place: the note would be lost.
  if (first.children.some((child) => child.type === 'footnoteReference')) return { head: headOf(tree, root, file), body: root };
  return { head: { title: { value: text, from: `first heading of ${file.main}`, kept: text } }, body };
}

function headOf(tree: Pick<DocxTree, 'title' | 'subtitle'> | undefined, body: Root, file: DocxPackage): Head {
  const standfirst: Head = tree?.subtitle ? { standfirst: { value: tree.subtitle, from: 'style Subtitle', kept: tree.subtitle } } : {};
  if (tree?.title !== undefined) return { title: { value: tree.title, from: 'style Title', kept: tree.title }, ...standfirst };
  const told = propertyOf(file, 'title');
  if (told !== undefined && isWritten(told)) return { title: { value: told, from: 'docProps/core.xml dc:title' }, ...standfirst };
  const value = workingTitle(textOfTree(body));
  return value === '' ? standfirst : { title: { value, from: 'first words', derived: true }, ...standfirst };
}

function propertyOf({ parts }: DocxPackage, name: string): string | undefined {
  let inside = false;
  let value = '';
  for (const token of tokensOf(parts.get('docProps/core.xml') ?? '')) {
    if (token.kind === 'text') value += inside ? token.text : '';
    else if (token.name === name) inside = token.kind === 'open';
  }
  return value.trim().replace(/\s+/g, ' ') || undefined;
}

/** The language that the properties name, else that of the default style, where the letters could be of it. */
function languageOf(file: DocxPackage, head: Head): { language?: Found } {
  const told = propertyOf(file, 'language');
  if (told !== undefined && isTag(told)) return { language: { value: told, from: 'docProps/core.xml dc:language' } };
  let inDefaults = false;
  for (const token of tokensOf(file.parts.get('word/styles.xml') ?? '')) {
    if (token.kind === 'text') continue;
    if (token.name === 'docDefaults') inDefaults = token.kind === 'open';
    const value = inDefaults && token.name === 'lang' ? token.attribute('val') : undefined;
    if (value === undefined || !isTag(value)) continue;
    const latin = /\p{Script=Latin}/u.test(head.title?.value ?? 'a');
    const forLatin = !/^(?:ar|fa|ur|he|ru|uk|bg|el|zh|ja|ko|th|hi|ka|hy)\b/.test(value);
    return latin === forLatin ? { language: { value, from: 'w:lang of the default style' } } : {};
  }
  return {};
}

function isTag(value: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(value);
}

/** What no word tells of: pictures, the name in the properties. */
function flagsOf(file: DocxPackage): Flag[] {
  const flags: Flag[] = [];
  const xml = file.parts.get(file.main)!;
  if (file.pictures > 0)
    flags.push({ message: file.pictures > 1 ? `${file.pictures} pictures are left out` : 'A picture is left out', at: file.main });
  const author = propertyOf(file, 'creator');
  if (author !== undefined)
    flags.push({ message: `Not taken as the author, for it is often the computer’s user: ${author}`, at: 'docProps/core.xml dc:creator' });
  if (/<m:oMath\b/.test(xml)) flags.push({ message: 'Formulas are kept as plain letters', at: file.main });
  if (/<w:vanish\/>/.test(xml)) flags.push({ message: 'Text that was hidden in Word is kept', at: file.main });
  if (/\bFORMCHECKBOX\b/.test(xml)) flags.push({ message: 'Boxes to tick are left out', at: file.main });
  if (/<w:altChunk\b/.test(xml))
    flags.push({ message: 'A file within the file is left out: save it anew in a word processor to have its words', at: file.main });
  return flags;
}
