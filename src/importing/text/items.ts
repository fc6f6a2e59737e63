/**
 * What can be told of a block of plain text by itself.
 */
import type { Reason } from '../draft.ts';
import { addressesReader, endsSentence, furnitureOf, isPerhapsHeading, plainWords, relatedLabelOf } from './furniture.ts';
import { isSalutation, mailFieldOf } from './letter.ts';
import { isPlainName, metadataOf, type Metadata } from './metadata.ts';
import type { Block } from './layout.ts';
import { vocabularies } from './vocabulary.ts';

export interface Item {
  readonly block: Block;
  readonly text: string;
  readonly furniture: Reason | undefined;
  /** A label above links to other articles, or one with such a link. */
  readonly related: 'alone' | 'inline' | undefined;
  /** Furniture that between paragraphs may be a heading. */
  readonly perhapsHeading: boolean;
  readonly metadata: Metadata | undefined;
  readonly caption: boolean;
  /** A short text that ends no sentence: a title, a heading, a label. */
  readonly label: boolean;
  /** A teaser that was cut with “…”, or ends with the words of its link. */
  readonly teaser: boolean;
  /** A sentence that may be the page's own, to its reader. */
  readonly addressed: boolean;
  /** “Dear Per,”, with which the text of a letter begins. */
  readonly salutation: boolean;
  /** Sentences, verse, tables. */
  readonly prose: boolean;
  /** How many words it has; in scripts without spaces, half as many as signs. */
  readonly size: number;
  /** The same for texts that read the same; empty for long ones. */
  readonly key: string;
}

export function itemOf(block: Block): Item {
  const { text } = block;
  if (block.mail) return mailItem(block);
  const shaped = block.verse === true || block.cells !== undefined;
  const short = text.length <= 300;
  const furniture = block.label === undefined && !shaped ? furnitureOf(text) : undefined;
  const metadata = shaped ? undefined : metadataOf(text);
  const caption = !shaped && furniture === undefined && metadata === undefined && isCaption(text);
  const ended = endsSentence(text);
  const key = short ? plainWords(text).join(' ') : '';
  const known = furniture !== undefined || metadata !== undefined || caption;
  const salutation = !known && !shaped && isSalutation(text);
  const label = !known && !ended && !salutation && !shaped && text.length <= 200 && /\p{L}/u.test(text) && !isItem.test(text);
  return {
    block,
    text,
    furniture,
    related: shaped ? undefined : relatedLabelOf(text),
    perhapsHeading: furniture !== undefined && isPerhapsHeading(text),
    metadata,
    caption,
    label,
    teaser: !known && !shaped && text.length <= 400 && isTeaser(text),
    addressed: !known && !shaped && !salutation && addressesReader(text),
    salutation,
    prose: !known && !label && (ended || text.length > 60 || salutation || shaped),
    size: text.length > 2000 ? 400 : sizeOf(text, key),
    key,
  };
}

/** A line of a mail's head: its date, and its sender where that is plainly a name. */
function mailItem(block: Block): Item {
  const told = mailFieldOf(block.text);
  const name = told?.field === 'from' ? told.value.replace(/[<(][^<>()]*[>)]\s*$/, '').replace(/^["'“”\s]+|["'“”\s]+$/g, '') : '';
  const day =
    told?.field === 'date' ? metadataOf(told.value.replace(/^\p{L}{2,12}\.?, */u, '').replace(/\s*\([A-Z]{1,5}\)$/, '')) : undefined;
  return {
    block,
    text: block.text,
    furniture: undefined,
    related: undefined,
    perhapsHeading: false,
    metadata: { author: isPlainName(name) ? name : undefined, published: day?.published },
    caption: false,
    label: false,
    teaser: false,
    addressed: false,
    salutation: false,
    prose: false,
    size: 0,
    key: '',
  };
}

/** A line of a list. */
const isItem = /^(?:[-–—*•‣▪◦●■>]|\p{N}{1,3}[.)]) /u;

const words = (pick: (vocabulary: (typeof vocabularies)[number]) => readonly string[]): string =>
  vocabularies
    .flatMap(pick)
    .sort((a, b) => b.length - a.length)
    .join('|');
const beginning = new RegExp(`^[[(]?(?:${words((each) => each.captions)})(?: [\\p{L}]+)?\\s?[:：]\\s?\\S`, 'iu');
const credit = new RegExp(`^(?:${words((each) => each.credits ?? [])})(?![\\p{L}])`, 'iu');
const agency =
  /^(?:AP|AFP|EPA|PA|Reuters|Getty)\b|\/(?: ?\p{Lu})|\p{Lu}\p{L}+ (?:via|for) \p{Lu}|\b(?:photos?|fotos?|images?|archives?)$/iu;
const ending = new RegExp(
  `(?:^|[.!?)”’]\\s)[[(]?(?:${words((each) => each.captions)})s?(?:\\s(?:by|courtesy of|von|de|par|por)\\s|\\s?[:：/]\\s?)[^!?]{2,60}[\\])]?\\.?$`,
  'iu',
);

/** Whether a block is what stands under a picture: “The old quay. (File)”, “Photo: Jane Doe”. */
function isCaption(text: string): boolean {
  if (text.length > 450 || text.length < 6) return false;
  if (beginning.test(text)) return true;
  const bracket = /[([]([^()[\]]{2,80})[)\]]\.?$/.exec(text.slice(-90));
  // A long text with a bracket at its end is a paragraph.
  if (bracket && text.length <= 300 && (credit.test(bracket[1]!) || (/\p{Lu}/u.test(bracket[1]!) && agency.test(bracket[1]!)))) return true;
  return ending.test(text.slice(-120));
}

const links =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\])["'”’]?(?: ?(?:read more|more|continue reading|lire la suite|weiterlesen|leer más|اقرأ المزيد|קרא עוד)(?: ?[→»›>]{1,3})?)?$/iu;
const readMore = /(?:read more|continue reading|lire la suite|weiterlesen|leer más|اقرأ المزيد|קרא עוד) ?[→»›>…]{0,3}$/iu;

function isTeaser(text: string): boolean {
  const end = text.slice(-60);
  return links.test(end) || (text.length > 30 && readMore.test(end));
}

function sizeOf(text: string, key: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = key === '' ? (text.match(/[^ ]+/g)?.length ?? 0) : key.split(' ').length;
  return unspaced > text.length / 3 ? Math.ceil(unspaced / 2) : spaced;
}
