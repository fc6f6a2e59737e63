/**
 * One block judged: the oracles' opinion, mended by what its elements and words say of themselves.
 */
import type { Head, Reason } from '../draft.ts';
import { addressesReader, endsSentence, furnitureOf, isPerhapsHeading, relatedLabelOf } from '../text/furniture.ts';
import { closest, isHeadline, isIn, isProse, isQuote, leadsOn, leadsWithin, start } from './blocks.ts';
import { readMetadataLine, saysDate, saysWhen } from './byline.ts';
import { headingAbove, keyOf } from './head.ts';
import { zoneOf, type Page } from './region.ts';
import { pathOf, type Block } from './tree.ts';
import type { Zone } from './zones.ts';

export function judge(block: Block, page: Page): Reason | 'body' {
  const found = zoneOf(block, page.zones);
  const doubted = found !== undefined && page.doubted.has(found.branch);
  const zone = doubted ? undefined : found;
  const verdict = judged(block, zone, page);
  if (doubted && verdict === 'body') doubt(page, block, `Kept, though its place is called ${found.reason}`);
  return verdict;
}

function judged(block: Block, zone: Zone | undefined, page: Page): Reason | 'body' {
  const { text } = block;
  const within = isWithin(block, page);
  // Before the text, or beside it; in its midst a name or a year is a signature or a sentence.
  if ((!within || zone) && (!zone || zone.reason === 'metadata' || zone.reason === 'unsure')) {
    const line = readMetadataLine(block, page.head, page.metadata.modified);
    if (line === 'the same') return 'metadata';
    if (line === 'another date' && zone?.reason !== 'unsure' && isNearTitle(block, page)) {
      doubt(page, block, 'Its date is not the one that the page itself states');
      return 'body';
    }
  }
  if (zone) return ofZone(block, zone, page);
  if (within && opensText(block, page)) {
    if (furnitureOf(text) !== undefined || relatedLabelOf(text) !== undefined)
      doubt(page, block, 'A heading was kept that could be the page’s own');
    return 'body';
  }
  const furniture = furnitureOf(text);
  if (furniture && !isText(block, furniture, page)) return furniture;
  if (isImage(block)) return ofImage(block, page);
  return page.opinion.has(block) ? ofArticle(block, page) : ofOthers(block, page);
}

function doubt(page: Page, block: Block, message: string): void {
  page.flags.push({ message: `${message}: ${start(block.text)}`, at: pathOf(block.owner) });
}

/** Whether a block stands where the text does: after its first paragraph, in the element that has nearly all of it. */
function isWithin(block: Block, page: Page): boolean {
  const { number, owner } = block;
  return number > page.opening && isIn(owner, page.core) && (number <= page.last || page.opinion.has(block));
}

/** Whether a block stands between the title and the text. */
function isNearTitle({ number, owner }: Block, page: Page): boolean {
  return page.title >= 0 && number > page.title && number <= page.opening && isIn(owner, page.around);
}

/** Whether a heading has sentences of the article under it. */
function opensText(block: Block, page: Page): boolean {
  if (!headingAbove(block.owner) || block.linked > 0) return false;
  const below = page.blocks.slice(block.number + 1, block.number + 3).find((each) => !headingAbove(each.owner));
  if (!below || !isWithin(below, page) || zoneOf(below, page.zones) || below.linked * 3 > below.text.length) return false;
  return endsSentence(below.text) && furnitureOf(below.text) === undefined && !addressesReader(below.text);
}

/** Whether what could be furniture is text: a heading of one word, or a sentence about players where no player is. */
function isText(block: Block, furniture: Reason, page: Page): boolean {
  if (!page.opinion.has(block)) return false;
  if (closest(block.owner, 'pre')) return true;
  if (headingAbove(block.owner)) return isPerhapsHeading(block.text);
  return furniture === 'player' && block.owner.tag === 'p' && endsSentence(block.text);
}

function ofZone(block: Block, zone: Zone, page: Page): Reason | 'body' {
  const { text } = block;
  const believed = page.opinion.has(block);
  const mayBeMistaken = !zone.sure && !/^(?:comment|share|advert)$/.test(zone.reason);
  if (believed && mayBeMistaken && isProse(block) && text.length >= 140 && furnitureOf(text) === undefined) {
    page.flags.push({ message: `Kept, though its place is called ${zone.reason}: ${start(text)}`, at: pathOf(block.owner) });
    return 'body';
  }
  // A class for metadata upon what is long is a class for something else.
  if (zone.reason === 'metadata') {
    if (!zone.sure && believed && isProse(block)) return 'body';
    if (text.length < 80 && saysDate(text, page.head.published?.value)) return 'metadata';
    return furnitureOf(text) ?? 'unsure';
  }
  const within = isWithin(block, page);
  if (zone.reason === 'unsure' && within && isProse(block) && text.length > 250 && !isQuote(block))
    doubt(page, block, 'A box beside the text was set aside');
  else if (within && !zone.sure && isProse(block) && furnitureOf(text) === undefined && !addressesReader(text))
    doubt(page, block, `Set aside, for its place is called ${zone.reason}`);
  return zone.reason === 'unsure' ? (furnitureOf(text) ?? 'unsure') : zone.reason;
}

/** What the oracle holds to be the article's. */
function ofArticle(block: Block, page: Page): Reason | 'body' {
  const { text, linked, number, owner } = block;
  const label = relatedLabelOf(text);
  if (label === 'inline' && linked * 3 > text.length) return 'related';
  if (label === 'alone' && text.length < 60 && (linked > 0 || headingAbove(owner) || owner.tag !== 'p')) return 'related';
  const heading = headingAbove(owner);
  if (!heading && linked * 10 >= text.length * 9 && isHeadline(text) && leadsWithin(block, page.metadata.base)) return 'related';
  if (!heading && leadsOn(block) && leadsWithin(block, page.metadata.base)) return 'related';
  if (/^\d{1,3} ?(?:\/|of) ?\d{1,3}$/.test(text)) return 'navigation';
  if (number < page.title && text.length < 80) return 'navigation';
  if (number > page.last && !isProse(block) && linked * 2 > text.length && leadsWithin(block, page.metadata.base)) return 'related';
  if (number < page.first && !heading && text.length < 40 && !endsSentence(text)) {
    if (saysWhen(text)) return 'unsure';
    const sister = owner.tag === 'p' && owner.parent === page.blocks[page.opening]?.owner.parent;
    const stands = sister || closest(owner, 'figure');
    if (!stands || linked > 0 || number < page.title || !/\p{L}/u.test(text)) return 'navigation';
    doubt(page, block, 'A line before the text was kept');
  }
  return 'body';
}

/** What the oracle left out, or never saw. */
function ofOthers(block: Block, page: Page): Reason | 'body' {
  const { text, linked, number, owner } = block;
  const linky = linked * 2 > text.length;
  const heading = headingAbove(owner);
  if (number > page.first && number < page.last && isIn(owner, page.around)) {
    if (relatedLabelOf(text) !== undefined) return 'related';
    if (linky) return isHeadline(text) ? 'related' : 'navigation';
    if (heading && text.length < 200) return 'body';
    if (isProse(block)) return 'body';
    if (
      isIn(owner, page.core) &&
      /^(?:p|li|dd|dt|td|th|blockquote|pre|figcaption|caption|cite)$/.test(owner.tag) &&
      (endsSentence(text) || owner.tag !== 'p')
    )
      return 'body';
    if (closest(owner, 'blockquote') && isIn(owner, page.core)) return 'body';
    if (isIn(owner, page.core) && owner.tag === 'p' && /\p{L}/u.test(text)) return 'body';
    return 'unsure';
  }
  if (number > page.title && number < page.first && isIn(owner, page.around) && page.title >= 0) {
    if (closest(owner, 'figcaption')) return 'body';
    if (owner.tag === 'li' && !linky && text.split(' ', 4).length > 3) return 'body';
  }
  // Paragraphs before and after what the oracle found, in the same article.
  if (isProse(block) && (owner.tag === 'p' || hasSisters(block, page)) && isIn(owner, page.around)) {
    if (number < page.first && number > page.title && page.title >= 0) return 'body';
    if (number > page.last && (isIn(owner, page.core) || number - page.last < 12) && !isAboutAuthor(text, page.head)) {
      page.flags.push({ message: `Kept, though it may be no part of the article: ${start(text)}`, at: pathOf(owner) });
      return 'body';
    }
  }
  if (/^(?:©|\(c\)|copyright\b)/i.test(text)) return 'footer';
  if (linky) return number < page.first ? 'navigation' : 'related';
  return 'unsure';
}

function isImage(block: Block): boolean {
  return block.lines.every((line) => line.every(({ of, text }) => of === 'image' || !/\S/.test(text)));
}

/** An image's words are kept where the image stands in the article and nothing else says them. */
function ofImage(block: Block, page: Page): Reason | 'body' {
  const { text, number, owner } = block;
  if (/^[\w.-]+\.(?:jpe?g|png|gif|webp|svg|avif)$/i.test(text) || !/\p{L}{2}/u.test(text)) return 'unsure';
  if (page.head.title && keyOf(page.head.title.value) === keyOf(text)) return 'caption-duplicate';
  const figure = closest(owner, 'figure');
  const neighbours = [page.blocks[number - 1], page.blocks[number + 1], page.blocks[number + 2]].filter((each) => each !== undefined);
  if (
    neighbours.some(
      (each) => (figure !== undefined && closest(each.owner, 'figcaption') && isIn(each.owner, figure)) || includes(each.text, text),
    )
  )
    return 'caption-duplicate';
  if (page.head.author && keyOf(page.head.author.value) === keyOf(text)) return 'metadata';
  if (page.opinion.has(block) && number > page.title) return 'body';
  return number > page.title && number <= page.last && isIn(owner, page.core) ? 'body' : 'unsure';
}

function includes(text: string, part: string): boolean {
  const key = keyOf(part);
  return key.length >= 6 && text.length < 2000 && keyOf(text).includes(key);
}

/** Whether other prose of the article stands in the same element. */
function hasSisters(block: Block, page: Page): boolean {
  for (let n = block.number - 3; n <= block.number + 3; n++) {
    const other = page.blocks[n];
    if (
      other &&
      other !== block &&
      page.opinion.has(other) &&
      (other.owner === block.owner || other.owner.parent === block.owner.parent) &&
      isProse(other)
    )
      return true;
  }
  return false;
}

function isAboutAuthor(text: string, head: Head): boolean {
  const author = head.author?.value.split(', ')[0];
  return (author !== undefined && text.startsWith(author)) || furnitureOf(text) !== undefined;
}
