/**
 * The head of a page: what its metadata says, and the visible words that say the same, which stand in the head instead of the body.
 */
import type { Found, Head } from '../draft.ts';
import { isSectionName } from '../text/furniture.ts';
import { linkOf } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import type { Opinion } from './oracles.ts';
import type { Block, Branch, Tree } from './tree.ts';
import { isCalled, kickerNames, standfirstNames, titleNames, type Zones } from './zones.ts';

/** Fill the head, and give the blocks that stand in it the verdict `head`. */
export function placeHead(tree: Tree, metadata: Metadata, opinion: Opinion, zones: Zones): Head {
  const blocks = tree.blocks;
  const first = blocks.findIndex((block) => opinion.has(block) && block.text.length >= 80);
  const title = placeTitle(blocks, metadata, zones, first < 0 ? blocks.length : first);
  const around = title ? { from: title.blocks[0]!.number, to: title.blocks.at(-1)!.number } : undefined;
  const section = around && placeSection(blocks, metadata, zones, around.from);
  const standfirst = around && placeStandfirst(blocks, metadata, zones, around.to);
  const { author, published, publisher, url, language } = metadata;
  return {
    title: title?.found ?? titleTold(metadata) ?? firstHeading(blocks, zones),
    section: section ?? metadata.section,
    standfirst,
    author,
    published,
    publisher,
    url,
    language,
  };
}

/** Letters and digits alone: what two titles are compared by. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Placed {
  readonly found: Found;
  readonly blocks: readonly Block[];
}

function placeTitle(blocks: readonly Block[], metadata: Metadata, zones: Zones, first: number): Placed | undefined {
  const titles = metadata.titles.map(({ value, from }) => ({ key: keyOf(value), from })).filter(({ key }) => key !== '');
  const site = keyOf(metadata.publisher?.value ?? '');
  const headings = headingsOf(blocks).filter((heading) => keyOf(heading.text) !== '' && heading.text.length < 400);
  const agreements = new Map(headings.map((heading) => [heading, agreementOf(heading)]));
  const agreed = (heading: Heading): Agreement | undefined => agreements.get(heading);
  function agreementOf(heading: Heading): Agreement | undefined {
    const key = keyOf(heading.text);
    if (key === site && titles.some((title) => title.key !== site)) return undefined;
    let best: Agreement | undefined;
    for (const title of titles) {
      const degree = agreement(key, title.key);
      if (degree > (best?.degree ?? 0)) best = { degree, from: title.from };
    }
    return best;
  }
  // Those that agree best, of these the highest, of these the last before the text.
  const rank = (heading: Heading): number =>
    (leadsHome(heading) ? 0 : isNamed(heading) ? 3 : (agreed(heading)?.degree ?? 0)) * 100 -
    heading.level * 10 +
    (heading.blocks[0]!.number <= first ? 5 : 0) -
    (zones.has(heading.branch) ? 4 : 0);
  const told = plainTitle(blocks, zones, first);
  const free = headings.filter(
    (heading) => !zones.has(heading.branch) && keyOf(heading.text) !== site && heading.level === 1 && !leadsHome(heading),
  );
  const pick =
    headings
      .filter(
        (heading) =>
          agreed(heading) &&
          (heading.level < 3 || agreed(heading)!.degree === 3 || isNamed(heading)) &&
          (heading.level === 1 || !zones.has(heading.branch)),
      )
      .reduce<Heading | undefined>((best, each) => (best && rank(best) > rank(each) ? best : each), undefined) ??
    (told ? undefined : free.findLast((heading) => heading.blocks[0]!.number <= first));
  if (pick) return placed(pick.blocks, pick.text, `h${pick.level}`, agreed(pick)?.from);
  // A title that is no heading, on pages without any.
  const plain = blocks.slice(0, first).find((block) => titles.some(({ key }) => key === keyOf(block.text)) && !zones.has(block.owner));
  if (plain) return placed([plain], plain.text, pathName(plain), titles.find(({ key }) => key === keyOf(plain.text))?.from);
  return told && placed([told], told.text, `p.${told.owner.attribute('class')}`, undefined);
}

/** A paragraph that a word processor calls the title. */
function plainTitle(blocks: readonly Block[], zones: Zones, first: number): Block | undefined {
  return blocks
    .slice(0, first)
    .find(
      ({ owner, text }) =>
        owner.tag === 'p' &&
        text.length < 300 &&
        /(?:^|\s)(?:MsoTitle|title)(?:\s|$)/i.test(owner.attribute('class') ?? '') &&
        !zones.has(owner),
    );
}

/** Whether a heading's class says that it is the title of what was written. */
function isNamed(heading: Heading): boolean {
  return isCalled(heading.branch, titleNames);
}

/** Whether a heading is a link to the site's first page: the site's own name. */
function leadsHome({ blocks }: Heading): boolean {
  const [block] = blocks;
  if (!block || block.linked < block.text.length * 0.9) return false;
  return /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?$/.test(linkOf(block) ?? '#');
}

function placed(blocks: readonly Block[], text: string, from: string, agreed: string | undefined): Placed {
  for (const block of blocks) block.verdict = 'head';
  const value = text.replaceAll('\n', ' ');
  return { blocks, found: { value, from: agreed === undefined ? from : `${from}, as ${agreed}`, kept: text } };
}

function pathName(block: Block): string {
  return `visible ${block.owner.tag}`;
}

interface Agreement {
  readonly degree: number;
  readonly from: string;
}

/** How far a heading is what a page calls itself: 3 the same, 2 with something behind it (often the site's name), 1 with something before. */
function agreement(heading: string, title: string): 0 | 1 | 2 | 3 {
  if (heading === title) return 3;
  const [part, whole] = heading.length < title.length ? [heading, title] : [title, heading];
  if (part.length < 4 || part.length * 5 < whole.length) return 0;
  return whole.startsWith(part) ? 2 : part.length >= 8 && whole.endsWith(part) ? 1 : 0;
}

interface Heading {
  readonly branch: Branch;
  readonly level: number;
  readonly blocks: readonly Block[];
  readonly text: string;
}

/** The headings of a page, each with all its blocks. */
function headingsOf(blocks: readonly Block[]): Heading[] {
  const found = new Map<Branch, Block[]>();
  for (const block of blocks) {
    const heading = headingAbove(block.owner);
    if (!heading) continue;
    const known = found.get(heading);
    if (known) known.push(block);
    else found.set(heading, [block]);
  }
  return [...found].map(([branch, own]) => ({
    branch,
    level: Number(branch.tag.slice(1)),
    blocks: own,
    text: own.map(({ text }) => text).join('\n'),
  }));
}

/** The heading that a block is in, or undefined. A paragraph in a heading is in one that was left open. */
export function headingAbove(branch: Branch): Branch | undefined {
  let at: Branch | undefined = branch;
  for (let n = 0; at && n < 6; at = at.parent, n++) {
    if (/^h[1-6]$/.test(at.tag)) return at;
    if (/^(?:p|li|td|blockquote|pre)$/.test(at.tag)) return undefined;
  }
  return undefined;
}

/** A title from metadata alone. A site's name is taken off `title` where the page says what that name is. */
function titleTold({ titles, publisher }: Metadata): Found | undefined {
  const best = titles[0];
  if (!best || best.from !== 'title' || !publisher) return best;
  const parts = best.value.split(/ [|–—·:»-] /);
  const site = keyOf(publisher.value);
  if (parts.length < 2) return best;
  if (keyOf(parts.at(-1)!) === site) return { ...best, value: best.value.slice(0, best.value.lastIndexOf(parts.at(-1)!) - 3).trim() };
  if (keyOf(parts[0]!) === site) return { ...best, value: best.value.slice(parts[0]!.length + 3).trim() };
  return best;
}

/** For want of any other: the first heading of the highest rank, which stays where it is. */
function firstHeading(blocks: readonly Block[], zones: Zones): Found | undefined {
  const heading = headingsOf(blocks).find(({ branch, level, text }) => level === 1 && text.length < 300 && !zones.has(branch));
  return heading && { value: heading.text.replaceAll('\n', ' '), from: 'h1' };
}

/** A kicker right above the title. */
function placeSection(blocks: readonly Block[], metadata: Metadata, zones: Zones, title: number): Found | undefined {
  for (let n = title - 1; n >= Math.max(0, title - 4); n--) {
    const block = blocks[n]!;
    if (block.verdict || block.text.length > 60 || zones.get(block.owner)?.reason === 'navigation') continue;
    const same = metadata.section && keyOf(metadata.section.value) === keyOf(block.text);
    const called = near(block, 3).some((branch) => isCalled(branch, kickerNames));
    if (!same && !called && !(n === title - 1 && isSectionName(block.text) && !zones.has(block.owner))) continue;
    block.verdict = 'head';
    return { value: block.text.replaceAll('\n', ' '), from: same ? `kicker, as ${metadata.section!.from}` : 'kicker', kept: block.text };
  }
  return undefined;
}

/** Lines between the title and the text that are marked as such, or that the page's description repeats. */
function placeStandfirst(blocks: readonly Block[], metadata: Metadata, zones: Zones, title: number): Found | undefined {
  const description = keyOf(metadata.description ?? '');
  for (let n = title + 1; n < Math.min(blocks.length, title + 9); n++) {
    const block = blocks[n]!;
    const { length } = block.text;
    if (block.verdict || length < 25 || length > 700 || block.linked * 2 > length) continue;
    const zone = zones.get(block.owner);
    if (zone && zone.reason !== 'metadata') continue;
    const called = near(block, 2).some(
      (branch) => isCalled(branch, standfirstNames) || /^(?:description|alternativeheadline)$/i.test(branch.attribute('itemprop') ?? ''),
    );
    const heading = headingAbove(block.owner)?.tag === 'h2' && n === title + 1 && length >= 40;
    const repeated = description.length > 30 && keyOf(block.text) === description && block.owner.tag !== 'p';
    if (!called && !heading && !repeated) {
      if (length > 160) return undefined;
      continue;
    }
    block.verdict = 'head';
    return {
      value: block.text.replaceAll('\n', ' '),
      from: called ? 'standfirst' : heading ? 'h2 under the title' : 'as description',
      kept: block.text,
    };
  }
  return undefined;
}

/** A block's owner and what is around it, as far as it holds little else. */
function near(block: Block, levels: number): Branch[] {
  const found: Branch[] = [];
  // What is in a line may be called so, too.
  const leaf = block.lines.flat().find(({ text }) => /\S/.test(text))?.parent;
  for (let at = leaf; at && at !== block.owner; at = at.parent) found.push(at);
  let at: Branch | undefined = block.owner;
  for (let n = 0; at?.parent && n < levels; at = at.parent, n++) {
    if (n > 0 && at.children.filter((child) => 'children' in child).length > 3) break;
    found.push(at);
  }
  return found;
}
