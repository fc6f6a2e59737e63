/**
 * PDF files with a text layer. A PDF knows no paragraphs: lines, columns, paragraphs and headings are rebuilt from where the
 * letters stand.
 */
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { cleanTree, treeOfParagraphs } from './clean-tree.ts';
import { Unreadable, type Aside, type Draft, type Flag, type Found, type Head, type Repair, type Source } from './draft.ts';
import { breachOf } from './law.ts';
import { isGlued, readPdf, type Item, type PdfText } from './pdf/items.ts';
import { linesOf } from './pdf/lines.ts';
import { measureOf, paragraphsOf, type Join, type Measure, type Paragraph } from './pdf/paragraphs.ts';
import { contentsIn, runningLines } from './pdf/running.ts';
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
  const measure = measureOf(lines);
  const next = new Map(items.map((item, i) => [item, items[i + 1]]));
  const { paragraphs, joins } = paragraphsOf(lines, measure, (item, other) => next.get(item) === other);
  const visible = seenIn(items, joins);

  const aside = [...asideOf(running), ...turnedIn(file)];
  const title = titleOf(paragraphs, measure, file);
  const flags = flagsOf(file);
  const repairs = [...file.repairs, ...joins.map(repairOf)];
  const body = treeOf(title.kept ? paragraphs.filter((paragraph) => !title.from.includes(paragraph)) : paragraphs, measure);
  const head = { ...headOf(title.found, body), ...languageOf(file) };
  const draft = { head, body, aside, repairs, flags, visible };
  const kept = [head.title?.kept ?? '', textOfTree(body), ...aside.map(({ text }) => text)];
  return breachOf(visible, kept) ? inDrawnOrder(file, draft) : draft;
}

/** Every word in the order in which it was drawn: words go on from item to item by their distance alone. */
function seenIn(items: readonly Item[], joins: readonly Join[]): string {
  const joined = new Set(joins.map((join) => join.item));
  const texts: string[] = [];
  let text = '';
  items.forEach((item, i) => {
    const before = items[i - 1];
    // Letters that run to the left are often drawn from left to right.
    const backwards = before?.rightToLeft && item.rightToLeft && item.x > before.x;
    if (before && joined.has(before)) text = text.trimEnd().slice(0, -1) + item.text.trimStart();
    else if (before && backwards && isGlued(item, before)) text = item.text + text;
    else if (before && !backwards && before.rightToLeft === item.rightToLeft && isGlued(before, item)) text += item.text;
    else {
      texts.push(text);
      text = item.text;
    }
  });
  return [...texts, text].join(' ');
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
  const first = paragraphs.filter((paragraph) => paragraph.page === paragraphs[0]?.page).slice(0, 12);
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

/** Headings by size, from the largest; paragraphs that begin with a bullet as lists. */
function treeOf(paragraphs: readonly Paragraph[], measure: Measure): Root {
  const isHeading = (paragraph: Paragraph): boolean =>
    paragraph.size > measure.size * 1.1 && paragraph.text.length <= 200 && paragraph.lines.length <= 4 && /\p{L}/u.test(paragraph.text);
  const sizes = [...new Set(paragraphs.filter(isHeading).map((paragraph) => paragraph.size))].toSorted((one, other) => other - one);
  const children: RootContent[] = [];
  paragraphs.forEach((paragraph, i) => {
    const bullet = /^• ?/.exec(paragraph.text)?.[0];
    const words: PhrasingContent[] = [{ type: 'text', value: paragraph.text.slice(bullet?.length ?? 0) }];
    const last = children.at(-1);
    if (isHeading(paragraph)) {
      const depth = Math.min(sizes.indexOf(paragraph.size) + 2, 5) as Heading['depth'];
      children.push({ type: 'heading', depth, children: words });
    } else if (isSmallHeading(paragraph, paragraphs[i + 1], measure)) {
      children.push({ type: 'heading', depth: Math.min(sizes.length + 2, 6) as Heading['depth'], children: words });
    } else if (bullet) {
      const item: RootContent = { type: 'listItem', children: [{ type: 'paragraph', children: words }] };
      if (last?.type === 'list') last.children.push(item);
      else children.push({ type: 'list', ordered: false, spread: false, children: [item] });
    } else children.push({ type: 'paragraph', children: words });
  });
  return cleanTree({ type: 'root', children });
}

/** A line by itself in another font, before a paragraph of the text: a heading that is no larger. */
function isSmallHeading(paragraph: Paragraph, next: Paragraph | undefined, measure: Measure): boolean {
  return (
    paragraph.lines.length === 1 &&
    paragraph.font !== measure.font &&
    paragraph.size >= measure.size * 0.98 &&
    paragraph.text.length <= 80 &&
    /^[\p{Lu}\p{Lo}\d]/u.test(paragraph.text) &&
    !/[.!?:,;…]$/.test(paragraph.text) &&
    next?.font === measure.font &&
    next.text.length >= 80
  );
}

function repairOf({ was, is, page }: Join): Repair {
  return { was, is, at: `page ${page}`, why: 'hyphen at the end of a line' };
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
