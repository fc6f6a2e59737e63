/**
 * The roles of the blocks below a plain text's head: paragraphs, headings of sections, captions, and what is furniture.
 */
import type { Reason } from '../draft.ts';
import { endsSentence } from './furniture.ts';
import type { Head } from './head.ts';
import type { Item } from './items.ts';
import { relatedRun, tailOf } from './related.ts';
import { repeatedIn } from './repeats.ts';
import type { Role } from './roles.ts';

/** A role for every block; those of the head are given. */
export function bodyRoles(items: readonly Item[], head: Head): readonly Role[] {
  const roles: Role[] = [];
  const lastProse = items.findLastIndex((item) => item.prose && !item.addressed);
  const title = head.title === undefined ? undefined : items[head.title]!;
  const isDiary = items.filter((item, i) => i >= head.body && item.metadata?.published && !item.metadata.author).length > 1;
  const firstProse = items.findIndex((item) => item.prose && !item.addressed);
  const tail = tailOf(items);
  const captions = new Set<string>();
  let group = 0;
  // Below this block no more readers' comments are looked for.
  let compared = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const given = head.roles.get(i);
    if (given) {
      roles.push(given);
      continue;
    }
    const run = item.related === undefined || i < head.body ? 0 : relatedRun(items, i, lastProse, tail);
    if (run > 0) {
      group++;
      for (let n = 0; n < run; n++) roles.push({ kind: 'aside', reason: 'related', group });
      i = roles.length - 1;
      continue;
    }
    if (item.furniture === 'comment' && i > lastProse / 2 && i >= compared) {
      const readers = readersComments(items, i);
      compared = i + readers.blocks;
      if (readers.sure && readers.blocks > 1) {
        group++;
        for (let n = 0; n < readers.blocks; n++) {
          roles.push({ kind: 'aside', reason: 'comment', group, flag: n === 0 ? 'Readers’ comments were set aside' : undefined });
        }
        i = roles.length - 1;
        continue;
      }
    }
    roles.push(roleOf(items, i, { head, title, isDiary, captions, firstProse, lastProse, before: roles.at(-1) }));
  }
  for (const [i, place] of repeatedIn(items, roles))
    roles[i] = { kind: 'paragraph', flag: `Its words stand in another paragraph too (${place}): a pull quote?` };
  return roles;
}

interface Context {
  readonly head: Head;
  readonly title: Item | undefined;
  readonly isDiary: boolean;
  readonly captions: Set<string>;
  readonly firstProse: number;
  readonly lastProse: number;
  readonly before: Role | undefined;
}

function roleOf(items: readonly Item[], i: number, context: Context): Role {
  const item = items[i]!;
  const { title, head, lastProse } = context;
  const [before, after] = [items[i - 1], items[i + 1]];
  const inBody = i >= head.body && i < lastProse;
  if (title && i !== head.title && item.key === title.key && item.key !== '' && repeatsTitle(items, i, context)) {
    const player = after?.furniture === 'player' || before?.furniture === 'player';
    return { kind: 'aside', reason: player ? 'player' : 'navigation' };
  }
  if (item.metadata) {
    const inHead = i < head.body || (head.body === i && !endsSentence(item.text));
    const atEnd = i > lastProse;
    if ((inHead && !context.isDiary) || atEnd) {
      return {
        kind: 'aside',
        reason: 'metadata',
        flag: item.metadata.updated ? `The day of an update, ${item.metadata.updated}, was set aside` : undefined,
      };
    }
    return { kind: 'paragraph', flag: 'An author or a date within the text' };
  }
  if (item.furniture !== undefined) {
    if (inBody && isSpoken(items, i)) return { kind: 'paragraph', flag: 'One word: of the text, or furniture?' };
    if (item.perhapsHeading && inBody && before?.prose && after?.prose) return { kind: 'heading', flag: 'A heading, or furniture?' };
    return { kind: 'aside', reason: item.furniture };
  }
  const near = nearFurniture(item, before, after);
  if (near) return { kind: 'aside', reason: near };
  if (item.caption) {
    if (context.captions.has(item.key) && item.key !== '') return { kind: 'aside', reason: 'caption-duplicate' };
    context.captions.add(item.key);
    return { kind: 'caption', flag: 'A caption, kept as a paragraph' };
  }
  if (item.block.label !== undefined)
    return { kind: 'paragraph', flag: `Split from the label “${item.block.label}”: is it of this article?` };
  if (context.before?.kind === 'aside' && context.before.reason === 'advert' && isAdvertising(item)) {
    return { kind: 'aside', reason: 'advert', flag: 'Set aside with the advertisement above it' };
  }
  if (item.addressed && isAtEdge(items, i, context))
    return { kind: 'aside', reason: 'unsure', flag: 'Set aside: the page’s own word to its reader?' };
  if (item.label) return labelRole(items, i, context);
  if (item.teaser && i > lastProse - 1 && before?.label) return { kind: 'paragraph', flag: 'A teaser that was cut short?' };
  return { kind: 'paragraph' };
}

/** Whether the title's words are furniture where they stand again: above the text, beside other furniture; elsewhere they may be signed. */
function repeatsTitle(items: readonly Item[], i: number, { head, lastProse }: Context): boolean {
  const beside = [items[i - 1], items[i + 1]];
  return (
    i < head.body + 2 || beside.some((each) => each?.furniture !== undefined) || (i > lastProse && beside.some((each) => each?.related))
  );
}

/** Single words that a page says and nobody else. */
const unmistakable =
  /^(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|flipboard|bluesky|mastodon|tumblr|viber|tweet|retweet|adchoices|homepage|epaper|login|newsletters?|fullscreen|autoplay|rss|unmute|פייסבוק|טוויטר|וואטסאפ|فيسبوك|تويتر|واتساب)$/;

/** Sentences, and what leads into one: “He read it twice, and said:”. */
function isText(item: Item | undefined): boolean {
  return item !== undefined && (item.prose || (item.label && (item.text.length > 60 || /[,:;]$/.test(item.text))));
}

/** Whether one word of furniture stands alone between two paragraphs of the text, as a line of a dialogue does. */
function isSpoken(items: readonly Item[], i: number): boolean {
  const { furniture, key } = items[i]!;
  if (furniture === 'advert' || furniture === 'related' || key.includes(' ') || !/^\p{L}+$/u.test(key) || unmistakable.test(key))
    return false;
  return isText(items[i - 1]) && isText(items[i + 1]);
}

/** Whether a block stands above the first paragraph or below the last, beside furniture or at the end. */
function isAtEdge(items: readonly Item[], i: number, { firstProse, lastProse, before }: Context): boolean {
  if (firstProse < i && i < lastProse) return false;
  const after = items[i + 1];
  return before?.kind === 'aside' || (after ? after.furniture !== undefined : items[i]!.text.length <= 120);
}

/** A short line that ends no sentence: above a paragraph a heading, elsewhere unsure. */
function labelRole(items: readonly Item[], i: number, context: Context): Role {
  const { head, lastProse } = context;
  const item = items[i]!;
  const [before, after] = [items[i - 1], items[i + 1]];
  const below = items.slice(i + 1, i + 6).find((each) => each.furniture === undefined);
  const isShort = item.text.length <= 100 && item.size <= 14 && !/^\p{Ll}/u.test(item.text) && !/[,;:]$/.test(item.text);
  if (i >= head.body && isShort && below && (below.prose || below.caption || below.metadata) && !(before?.label && items[i - 2]?.label)) {
    return { kind: 'heading', flag: before?.label ? 'A heading under another short line' : undefined };
  }
  if (i > lastProse && context.before?.kind === 'aside' && (after === undefined || after.furniture !== undefined)) {
    return { kind: 'aside', reason: 'unsure', flag: 'Set aside since furniture stands above and below it' };
  }
  return isShort ? { kind: 'paragraph', flag: 'A short line that is no sentence: is it of the article?' } : { kind: 'paragraph' };
}

/** Numbers and single times beside the furniture that they belong to. */
function nearFurniture(item: Item, before: Item | undefined, after: Item | undefined): Reason | undefined {
  if (item.text.length > 20 || !/^[\d\s.,:/|+k–-]+$/i.test(item.text)) return undefined;
  const kinds = [before?.furniture, after?.furniture];
  return kinds.find((kind) => kind === 'player' || kind === 'share' || kind === 'comment');
}

const offers = /%|[£$€]\s?\d|\b(?:www\.|buy|shop|order|save|discount|offer|sale|free|today|now|book|call|visit|win|subscribe|try)\b/i;

/** Below the word “Advertisement”: a short line that sells. */
function isAdvertising(item: Item): boolean {
  return item.text.length <= 160 && (item.label || item.text.endsWith('!')) && offers.test(item.text);
}

/** How many blocks from here may be readers' comments, the label included, and whether something shows that they are. */
function readersComments(items: readonly Item[], start: number): { readonly blocks: number; readonly sure: boolean } {
  let end = start + 1;
  let shown = false;
  let long = false;
  while (end < items.length && items[end]!.furniture !== 'footer' && items[end]!.related === undefined) {
    const { text, furniture } = items[end]!;
    shown ||= furniture === 'comment' || isSpeaker(text);
    long ||= text.length > 600;
    end++;
  }
  return { blocks: end - start, sure: shown && !long };
}

/** “Ada · 2 days ago”, “Ada says:”. */
function isSpeaker(text: string): boolean {
  return text.length <= 80 && /\bago$|\b(?:says|wrote|writes):?$|^\S+(?: \S+)? (?:says|wrote|writes):/.test(text);
}
