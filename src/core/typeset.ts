/**
 * A document's tree with all that the edition adds to it, as HTML: the contract's `.text`.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { marker, numberLink, type ResolvedReference } from './apparatus.ts';
import type { Event, Passage, Statement } from './claim.ts';
import type { Reckoning } from './claims.ts';
import { elsewhereMarker, elsewhereOf } from './elsewhere.ts';
import type { Destinations } from './links.ts';
import type { Annotation, Block, Mention } from './model.ts';
import { marginsOf, type Beside } from './asides.ts';
import { addressOf } from './references.ts';
import { firstEndingAfter, h, isBlock, type Flat } from './tree.ts';
import { weave, type Link } from './weave.ts';

export interface Matter {
  readonly root: Root;
  readonly flat: Flat;
  readonly title: string;
  readonly annotations: readonly Annotation[];
  /** Of each annotation, by its id. */
  readonly references: ReadonlyMap<string, readonly ResolvedReference[]>;
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly events: readonly { readonly event: Event; readonly passage: Passage }[];
  readonly reckoning: Reckoning;
  readonly to: Destinations;
}

/** What the edition adds to one block. */
interface Added extends Beside {
  readonly links: readonly Link[];
}

/** The woven text of a document, without the element `.text` around it. */
export function typeset(matter: Matter): string {
  const notes = Map.groupBy(matter.annotations, (note) => note.block);
  const links = Map.groupBy(linksOf(matter), (link) => link.mention.block);
  const elsewhere = Map.groupBy(elsewhereOf(matter.statements, matter.reckoning), ({ statement }) => statement.passage.block);
  const events = Map.groupBy(firstInSection(matter.events), ({ passage }) => passage.block);
  const added = matter.flat.blocks.map((block): Added => ({
    notes: notes.get(block) ?? [],
    links: links.get(block) ?? [],
    elsewhere: elsewhere.get(block) ?? [],
    events: events.get(block)?.map(({ event }) => event) ?? [],
  }));
  const margins = marginsOf(matter.flat.blocks, added, matter);
  const places = new Map(matter.flat.blocks.map((block, i) => [block, i]));
  const blocks = new Map(matter.flat.blocks.map((block) => [block.element, block]));
  const children = matter.root.children.flatMap((child): ElementContent[] => {
    const block = isBlock(child) ? blocks.get(child) : undefined;
    if (!block) return [child as ElementContent];
    const i = places.get(block)!;
    return [typesetBlock(block, matter, added[i]!, margins[i]!)];
  });
  return toHtml({ type: 'root', children: children.flatMap((child) => [child, { type: 'text', value: '\n' } as const]) });
}

/** Of the passages that tell of an event, the first in each section. */
function firstInSection(told: Matter['events']): Matter['events'] {
  const seen = new Set<string>();
  return told.filter(({ event, passage }) => {
    const key = `${passage.block.section} ${event.id}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

/** A tree as HTML. */
export function html(root: Root): string {
  return toHtml(root);
}

function typesetBlock(block: Block, matter: Matter, { notes, links, elsewhere }: Added, asides: readonly Element[]): Element {
  const parallels = elsewhere.map((each) => ({ ...each, span: each.statement.passage, whole: each.statement.passage.whole }));
  const woven =
    notes.length + links.length + elsewhere.length === 0
      ? block.element
      : weave(block.element, matter.flat.pieces, {
          marks: [
            ...notes.flatMap(({ span, id, kind, whole }) => (whole ? [] : [{ start: span.start, end: span.end, note: id, kind }])),
            ...parallels.flatMap(({ span, id, whole }) => (whole ? [] : [{ start: span.start, end: span.end, note: id, kind: 'claim' }])),
          ],
          links,
          inserts: [
            ...notes.map((note) => ({ at: note.span.end, element: marker(note) })),
            ...parallels.map((each) => ({ at: each.span.end, element: elsewhereMarker(each) })),
          ],
        });
  const numbered = number(
    woven,
    block,
    matter.title,
    notes.filter((note) => note.whole),
  );
  if (asides.length === 0) return numbered;
  return h('div', { className: ['block'] }, numbered, h('div', { className: ['notes'], dataPagefindIgnore: '' }, ...asides));
}

/** A paragraph bears its number itself; any other block is wrapped, for a number cannot stand in a list or a table. */
function number(element: Element, block: Block, title: string, whole: readonly Annotation[]): Element {
  if (block.number === 0) return element;
  const address = { id: `p${block.number}`, dataPagefindTitle: `${title}, ¶ ${block.number}` };
  const passage =
    whole.length > 0
      ? { dataNotes: whole.map((note) => note.id).join(' '), dataKind: [...new Set(whole.map((note) => note.kind))].join(' ') }
      : {};
  if (element.tagName === 'p') return h('p', { ...address, ...passage }, numberLink(block.number), ...element.children);
  return h('div', { className: ['piece'], ...address, ...passage }, numberLink(block.number), scrolling(element, block.number));
}

/** What may be wider than the page scrolls by itself, by keyboard too. */
function scrolling(element: Element, number: number): Element {
  const name = { table: 'Table', pre: 'Code' }[element.tagName];
  return name
    ? h('div', { className: ['scroll'], role: 'region', ariaLabel: `${name} of paragraph ${number}`, tabIndex: 0 }, element)
    : element;
}

/**
 * A mention is a link at the first of its term in a section that can be one: whole in one text, outside links. A link of the
 * document's own to the term, before it in the section, is that link.
 */
function linksOf({ mentions, flat, to }: Matter): (Link & { mention: Mention })[] {
  const linked = new Set<string>();
  const pieces = [...flat.pieces.values()];
  return mentions.flatMap((mention) => {
    const { start, end, term, block, authored } = mention;
    const key = `${block.section} ${term}`;
    const piece = pieces[firstEndingAfter(pieces, start)];
    const can = piece !== undefined && piece.start <= start && end <= piece.end && piece.where !== 'link';
    const href = can && !authored && !linked.has(key) ? addressOf({ kind: 'term', term }, to.base) : undefined;
    if (authored || href !== undefined) linked.add(key);
    return authored ? [] : [{ start, end, term, href, mention }];
  });
}
