/**
 * A saved page to a draft: parsed once, judged by oracles and by rules of our own, and every visible word accounted for.
 */
import type { Root } from 'mdast';
import { treeOfParagraphs } from './clean-tree.ts';
import { keptTexts } from './compose.ts';
import { decode } from './decode.ts';
import { Unreadable, type Aside, type Draft, type Flag, type Head, type Source } from './draft.ts';
import { bodyOf } from './html/body.ts';
import { weigh } from './html/blocks.ts';
import { choose } from './html/choose.ts';
import { placeHead } from './html/head.ts';
import { readMetadata } from './html/metadata.ts';
import { decide } from './html/opinion.ts';
import { declaredCharset, parsePage } from './html/page.ts';
import { visibleText } from './html/seen.ts';
import { writeSigns } from './html/signs.ts';
import { pathOf, readTree, type Block, type Branch, type Tree } from './html/tree.ts';
import { zonesOf, type Zones } from './html/zones.ts';
import { breachOf } from './law.ts';
import { workingTitle } from './titles.ts';
import { textOfTree } from './to-mdx.ts';

/** Import a page. Throws `Unreadable` where it has no words, or is nested deeper than pages are. */
export function fromHtml(source: Source): Draft {
  const { text: html, encoding, repairs } = decode(source.bytes, declaredCharset(source.bytes));
  const document = parsePage(html);
  const data = [...document.querySelectorAll('script[type="application/json" i], script#__NEXT_DATA__')];
  const signs = writeSigns(document.body);
  const { visible, hiddenToo } = seen(document.body);
  const tree = readTree(document.body, hiddenToo);
  if (tree.blocks.length === 0 && wordsForScripts(data, readMetadata(document, html).articleBody) > 500)
    throw new Unreadable(inData, openIt);
  if (tree.blocks.length === 0)
    throw new Unreadable(
      'No words can be seen on it.',
      'Save the page again when its text has appeared, or copy the text into a .txt file.',
    );
  const metadata = readMetadata(document, html);
  const unseen = wordsForScripts(data, metadata.articleBody) - tree.blocks.reduce((sum, { text }) => sum + text.length, 0) * 2;
  if (unseen > 500 && visible.trim().length < 400) throw new Unreadable(inData, openIt);
  const { opinion, flags } = decide(document, html, tree, metadata);
  flags.push(...signs.flags);
  const zones = zonesOf(tree, weigh(tree, opinion));
  const head = placeHead(tree, metadata, opinion, zones);
  flags.push(...choose(tree, opinion, zones, head, metadata));
  if (hiddenToo) flags.push({ message: 'The page hides its text until its scripts have run: what it hides was read.', at: 'body' });
  if (unseen > 1000 && visible.length < 3000)
    flags.push({ message: 'The page has more of its text in data for scripts than it shows.', at: 'script' });
  if (metadata.closed) flags.push({ message: 'The page says that its text is for subscribers: it may be cut short.', at: 'JSON-LD' });
  const aside = setAside(tree, zones);
  const body = lawful(bodyOf(tree, metadata.base), tree, head, aside, visible, flags);
  return { encoding, head: titled(head, body), body, aside, repairs: [...repairs, ...signs.repairs, ...tree.repairs], flags, visible };
}

const inData = 'Its text stands in data for scripts, not on the page.';
const openIt = 'Open it in a browser, wait until the text is shown, and save it again.';

/** How many letters of sentences a page has in data that only its scripts read. */
function wordsForScripts(data: readonly Element[], articleBody: string | undefined): number {
  let most = articleBody?.length ?? 0;
  for (const script of data) {
    let length = 0;
    // Long runs with many spaces and without the signs of data: sentences, not settings.
    for (const [text] of (script.textContent ?? '').matchAll(/[^"\\<>{}[\]]{60,}/g))
      if ((text.match(/[\p{L},.] \p{L}/gu)?.length ?? 0) * 12 > text.length) length += text.length;
    most = Math.max(most, length);
  }
  return most;
}

/** A page without any title gets a working title from its first words. */
function titled(head: Head, body: Root): Head {
  const value = head.title ? '' : workingTitle(textOfTree(body));
  return value ? { ...head, title: { value, from: 'first words', derived: true } } : head;
}

/** What is seen; with what is hidden where next to nothing else is there. */
function seen(body: Element): { visible: string; hiddenToo: boolean } {
  const shown = visibleText(body, false);
  const length = shown.replace(/\s+/g, '').length;
  if (length > 1000) return { visible: shown, hiddenToo: false };
  const all = visibleText(body, true);
  const hiddenToo = all.replace(/\s+/g, '').length > Math.max(length * 4, length + 600) || length === 0;
  return { visible: hiddenToo ? all : shown, hiddenToo };
}

/** What is not kept, in order; neighbours of one place and reason are one. */
function setAside(tree: Tree, zones: Zones): Aside[] {
  const aside: { text: string; at: string; reason: Aside['reason'] }[] = [];
  let last: { block: Block; place: Branch } | undefined;
  for (const block of tree.blocks) {
    const { verdict, text } = block;
    if (verdict === 'body' || verdict === 'head' || verdict === undefined) continue;
    const place = zones.get(block.owner)?.branch ?? listAround(block.owner);
    const before = aside.at(-1);
    if (before && last && last.block.number === block.number - 1 && before.reason === verdict && last.place === place)
      before.text += `\n${text}`;
    else aside.push({ text, at: pathOf(block.owner), reason: verdict });
    last = { block, place };
  }
  return aside;
}

function listAround(branch: Branch): Branch {
  for (let at: Branch | undefined = branch; at; at = at.parent) if (/^(?:ul|ol|dl|table)$/.test(at.tag)) return at;
  return branch;
}

/** The body; plain paragraphs of the same blocks where its making lost or added a word. */
function lawful(body: Root, tree: Tree, head: Head, aside: readonly Aside[], visible: string, flags: Flag[]): Root {
  const others = aside.map(({ text }) => text);
  if (!breachOf(visible, [...keptTexts(head, body), ...others])) return body;
  const plain = treeOfParagraphs(tree.blocks.filter(({ verdict }) => verdict === 'body').flatMap(({ text }) => text.split('\n')));
  flags.push({ message: 'Its structure could not be kept: the text is in plain paragraphs.', at: 'body' });
  return plain;
}
