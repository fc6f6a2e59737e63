/**
 * PDF files with a text layer. A PDF knows no paragraphs: lines, columns, paragraphs and headings are rebuilt from where the
 * letters stand.
 */
import type { Root } from 'mdast';
import { hasText, treeOfParagraphs } from './clean-tree.ts';
import { Unreadable, type Aside, type Draft, type Flag, type Found, type Head, type Repair, type Source } from './draft.ts';
import { breachOf } from './law.ts';
import { isGlued, type Item } from './pdf/item.ts';
import { readPdf, type PdfText } from './pdf/items.ts';
import { linesOf } from './pdf/lines.ts';
import { measureOf, paragraphsOf, type Join, type Measure, type Paragraph } from './pdf/paragraphs.ts';
import { contentsIn, runningLines } from './pdf/running.ts';
import { treeOf } from './pdf/tree.ts';
import { isWritten, sameWords, workingTitle } from './titles.ts';
import { textOfTree } from './to-mdx.ts';

/** Throws `Unreadable` for what is no PDF, is locked or damaged, or has no text layer. */
export async function fromPdf(source: Source): Promise<Draft> {
  const file = await readPdf(source.bytes);
  const items = file.pages.flatMap((page) => page.items);
  if (items.length === 0) throw new Unreadable('It has no text, only pictures of pages.', 'Run text recognition (OCR) on it first.');

  const pages = file.pages.map((page) => ({ page, lines: linesOf(page) }));
  const running = runningLines(pages);
  const flowing = pages.flatMap((page) => page.lines).filter((line) => !running.has(line));
  for (const line of contentsIn(flowing)) running.set(line, 'navigation');
  const lines = flowing.filter((line) => !running.has(line));
  const plain = lines.filter((line) => !line.cell);
  const measure = measureOf(plain.length > 0 ? plain : lines);
  const next = new Map(items.map((item, i) => [item, items[i + 1]]));
  const { paragraphs, joins } = paragraphsOf(lines, measure, (item, other) => next.get(item) === other);
  const marks = new Map(paragraphs.flatMap(({ entry }) => (entry ? [[entry.item, entry.mark] as const] : [])));
  const visible = seenIn(items, joins, marks);

  const aside = [...asideOf(running), ...turnedIn(file)];
  const title = titleOf(paragraphs, measure, file);
  const flags = [...flagsOf(file), ...tablesOf(paragraphs)];
  const repairs = [...file.repairs, ...joins.map(repairOf), ...numbersOf(paragraphs)];
  const body = treeOf(title.kept ? paragraphs.filter((paragraph) => !title.from.includes(paragraph)) : paragraphs, measure);
  const head = { ...headOf(title.found, body), ...languageOf(file) };
  const draft = { head, body, aside, repairs, flags, visible };
  if (!hasText(body))
    throw new Unreadable(
      `It has no text besides ${title.kept ? 'its title' : body.children.length > 0 ? 'its headings' : 'its contents and the heads and feet of its pages'}.`,
      'If the rest is pictures of pages, run text recognition (OCR) on it first.',
    );
  const kept = [head.title?.kept ?? '', textOfTree(body), ...aside.map(({ text }) => text)];
  return breachOf(visible, kept) ? inDrawnOrder(file, draft) : draft;
}

/** Every word in the order in which it was drawn: words go on from item to item by their distance alone. */
function seenIn(items: readonly Item[], joins: readonly Join[], marks: ReadonlyMap<Item, string> = new Map()): string {
  const joined = new Set(joins.map((join) => join.item));
  const texts: string[] = [];
  let parts: string[] = [];
  items.forEach((item, i) => {
    const before = items[i - 1];
    const mark = marks.get(item);
    const own = mark === undefined ? item.text : item.text.trimStart().slice(mark.length);
    // Letters that run to the left are often drawn from left to right.
    const backwards = before?.rightToLeft && item.rightToLeft && item.x > before.x;
    if (before && joined.has(before)) parts.push(parts.pop()!.trimEnd().slice(0, -1), own.trimStart());
    else if (before && backwards && isGlued(item, before)) parts = [own + (parts.length === 1 ? parts[0]! : parts.join(''))];
    else if (before && !backwards && before.rightToLeft === item.rightToLeft && isGlued(before, item)) parts.push(own);
    else {
      texts.push(parts.join(''));
      parts = [own];
    }
  });
  return [...texts, parts.join('')].join(' ');
}

/** Where the layout cannot be trusted: the words as they were drawn, a paragraph for each page. */
function inDrawnOrder(file: PdfText, draft: Draft): Draft {
  const texts = file.pages.map((page) => seenIn(page.items, []));
  const body = treeOfParagraphs(texts);
  const { title, ...rest } = draft.head;
  const found = title?.kept === undefined ? title : { value: title.value, from: title.from };
  const flag = { message: 'Its lines could not be put in order: there is a paragraph for each page', at: 'page 1' };
  return {
    ...draft,
    head: { ...rest, title: found },
    body,
    aside: [],
    repairs: file.repairs,
    flags: [...draft.flags, flag],
    visible: seenIn(
      file.pages.flatMap((page) => page.items),
      [],
    ),
  };
}

function asideOf(running: ReturnType<typeof runningLines>): Aside[] {
  return [...running].map(([line, reason]) => ({ text: line.text, at: `page ${line.page}`, reason }));
}

/** Text that runs up or down a page. */
function turnedIn(file: PdfText): Aside[] {
  return file.pages.flatMap((page) => {
    const turned = page.items.filter((item) => !item.upright);
    return turned.length > 0 ? [{ text: seenIn(turned, []).trim(), at: `page ${page.number}, turned`, reason: 'unsure' as const }] : [];
  });
}

interface Title {
  readonly found: Found | undefined;
  readonly kept: boolean;
  /** The paragraphs that it is made of. */
  readonly from: readonly Paragraph[];
}

/** The largest text of the first page, if it is larger than the rest; else what the file calls itself. */
function titleOf(paragraphs: readonly Paragraph[], measure: Measure, { info }: PdfText): Title {
  const told = typeof info['Title'] === 'string' && isWritten(info['Title']) ? info['Title'].trim().replace(/\s+/g, ' ') : undefined;
  const first = paragraphs.filter(({ page, cell, entry }) => page === paragraphs[0]?.page && !cell && !entry).slice(0, 12);
  const named = told === undefined ? undefined : first.find((paragraph) => sameWords(paragraph.text, told));
  if (named && paragraphs.length > 1)
    return { found: { value: named.text, from: 'PDF information Title, page 1', kept: named.text }, kept: true, from: [named] };
  const largest = Math.max(...first.map((paragraph) => paragraph.size));
  const big = first.filter((paragraph) => paragraph.size === largest);
  const text = big.map((paragraph) => paragraph.text).join(' ');
  const together = big.every((paragraph, i) => i === 0 || first.indexOf(paragraph) === first.indexOf(big[i - 1]!) + 1);
  if (largest > measure.size * 1.15 && together && text.length <= 250 && /\p{L}{2}/u.test(text) && big.length < paragraphs.length)
    return { found: { value: text, from: `page ${big[0]!.page}, largest letters`, kept: text }, kept: true, from: big };
  return { found: told === undefined ? undefined : { value: told, from: 'PDF information Title' }, kept: false, from: [] };
}

function headOf(title: Found | undefined, body: Root): Head {
  if (title) return { title };
  const value = workingTitle(textOfTree(body));
  return value === '' ? {} : { title: { value, from: 'first words', derived: true } };
}

function languageOf({ info }: PdfText): { language?: Found } {
  const tag = info['Language'];
  return typeof tag === 'string' && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(tag)
    ? { language: { value: tag, from: 'PDF catalogue Lang' } }
    : {};
}

function repairOf({ was, is, page }: Join): Repair {
  return { was, is, at: `page ${page}`, why: 'hyphen at the end of a line' };
}

/** Numbers that a list has of itself. */
function numbersOf(paragraphs: readonly Paragraph[]): Repair[] {
  const lists = Map.groupBy(
    paragraphs.filter(({ entry }) => entry?.ordered),
    ({ entry }) => entry!.list,
  );
  return [...lists.values()].map((items) => {
    const was = `${items[0]!.entry!.mark} … ${items.at(-1)!.entry!.mark}`;
    return { was, is: 'the numbers of a list', at: `page ${items[0]!.page}`, why: `${items.length} lines that are numbered` };
  });
}

function tablesOf(paragraphs: readonly Paragraph[]): Flag[] {
  const pages = new Set(paragraphs.filter(({ cell }) => cell).map(({ page }) => page));
  return [...pages].map((page) => ({
    message: 'The table was put together from where its words stand: compare it with the page',
    at: `page ${page}`,
  }));
}

function flagsOf({ pages, info }: PdfText): Flag[] {
  const flags: Flag[] = [];
  const empty = pages.filter((page) => page.items.length === 0).map((page) => page.number);
  if (empty.length > 0)
    flags.push({ message: 'No text on this page: if it is a picture of one, run text recognition (OCR)', at: `page ${empty.join(', ')}` });
  const author = info['Author'];
  if (typeof author === 'string' && /\S/.test(author))
    flags.push({ message: `Not taken as the author, for it is often the computer’s user: ${author}`, at: 'PDF information Author' });
  return flags;
}
