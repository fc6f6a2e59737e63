/**
 * Spans in, the tree cut once and wrapped. Find everything first, cut then: collect the borders in each text node, slice, and
 * wrap each slice in what covers it. The words before are the words after.
 */
import type { Element, ElementContent, Text } from 'hast';
import type { Span } from './model.ts';
import { eachText, firstEndingAfter, h, textOf, type Piece } from './tree.ts';

/** A passage with a note on it. */
export interface Mark extends Span {
  readonly note: string;
  readonly kind: string;
}

/** A mention of a term. */
export interface Link extends Span {
  readonly term: string;
  /** Undefined for a mention after the first of its section: it becomes a plain span. */
  readonly href: string | undefined;
}

/** Something to put into the text after a character: the marker of a note. */
export interface Insert {
  readonly at: number;
  readonly element: Element;
}

export interface Threads {
  /** In the order of their numbers: pieces list their notes in this order. */
  readonly marks: readonly Mark[];
  /** In order, none overlapping. */
  readonly links: readonly Link[];
  /** In the order in which those at one place shall stand. */
  readonly inserts: readonly Insert[];
}

/**
 * A new block with marks, links and markers woven in. Marks are cut, links never; inserts stand outside links and code, right
 * after their place.
 */
export function weave(block: Element, pieces: ReadonlyMap<Text, Piece>, threads: Threads): Element {
  const woven = weaveChildren(block, shareOut(block, pieces, threads), false);
  // What ends inside a block that is all code stands at its end; so does what is on a block without words, such as an image.
  const wordless = threads.inserts.length > 0 && textOf(block) === '';
  const after = wordless ? threads.inserts.map((insert) => insert.element) : woven.late;
  return after.length > 0 ? { ...woven.element, children: [...woven.element.children, ...after] } : woven.element;
}

/** What of the threads falls on one text node. */
interface Share {
  readonly piece: Piece;
  /** In the order of their numbers. */
  readonly marks: Mark[];
  readonly links: Link[];
  /** In the order of their places. */
  readonly inserts: Insert[];
}

/** Each thread given to the text nodes that it falls on, so that the cost grows with the words and the threads, not with both multiplied. */
function shareOut(block: Element, pieces: ReadonlyMap<Text, Piece>, threads: Threads): ReadonlyMap<Text, Share> {
  const shares = new Map<Text, Share>();
  eachText(block, (text) => {
    const piece = pieces.get(text);
    if (piece) shares.set(text, { piece, marks: [], links: [], inserts: [] });
  });
  const list = [...shares.values()];
  const ordered = list.map((share) => share.piece);
  const under = (span: Span): Share[] => {
    const first = firstEndingAfter(ordered, span.start);
    let last = first;
    while (last < ordered.length && ordered[last]!.start < span.end) last++;
    return list.slice(first, last);
  };
  for (const mark of threads.marks) for (const share of under(mark)) share.marks.push(mark);
  for (const link of threads.links) for (const share of under(link)) share.links.push(link);
  // An insert belongs to the text that its last letter stands in.
  for (const insert of threads.inserts.toSorted((a, b) => a.at - b.at))
    for (const share of under({ start: insert.at - 1, end: insert.at })) share.inserts.push(insert);
  return shares;
}

interface Woven {
  readonly element: Element;
  /** Inserts that belong inside but must stand after. */
  readonly late: Element[];
}

function weaveChildren(parent: Element, shares: ReadonlyMap<Text, Share>, within: boolean): Woven {
  const children: ElementContent[] = [];
  const late: Element[] = [];
  const closed = within || parent.tagName === 'a' || parent.tagName === 'code' || parent.tagName === 'pre';
  for (const child of parent.children) {
    if (child.type === 'text') {
      const share = shares.get(child);
      if (share) weaveText(child, share, children, closed ? late : children);
      else children.push(child);
    } else if (child.type === 'element') {
      const woven = weaveChildren(child, shares, closed);
      children.push(woven.element);
      for (const each of woven.late) (closed ? late : children).push(each);
    } else children.push(child);
  }
  return { element: { ...parent, children }, late };
}

function weaveText(text: Text, { piece, marks, links, inserts }: Share, out: ElementContent[], outside: ElementContent[]): void {
  if (marks.length + links.length + inserts.length === 0) {
    out.push(text);
    return;
  }
  const linkOver = (start: number, end: number): Link | undefined => {
    const link = links[firstEndingAfter(links, start)];
    return link && link.start <= start && link.end >= end ? link : undefined;
  };
  const borders = new Set([piece.start, piece.end]);
  for (const span of [...marks, ...links]) {
    borders.add(Math.max(span.start, piece.start));
    borders.add(Math.min(span.end, piece.end));
  }
  for (const { at } of inserts) if (!linkOver(at - 1, at + 1)) borders.add(at);
  const cuts = [...borders].sort((a, b) => a - b);
  const marksOver = marksAlong(marks);

  let open: { link: Link; element: Element } | undefined;
  let done = 0;
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1]!;
    const link = linkOver(start, end);
    const slice = wrap(text.value.slice(start - piece.start, end - piece.start), marksOver(start));
    if (link) {
      if (open?.link !== link) out.push((open = { link, element: linkElement(link, piece) }).element);
      open.element.children.push(slice);
      // What ends within a link stands after it.
      if (end < Math.min(link.end, piece.end)) continue;
    } else out.push(slice);
    for (; done < inserts.length && inserts[done]!.at <= end; done++) outside.push(inserts[done]!.element);
  }
}

/** The marks over a place, in the order of their numbers, for places that are asked in order. */
function marksAlong(marks: readonly Mark[]): (start: number) => readonly Mark[] {
  const coming = marks.map((mark, number) => ({ mark, number })).sort((a, b) => a.mark.start - b.mark.start);
  let next = 0;
  let over: typeof coming = [];
  return (start) => {
    over = over.filter(({ mark }) => mark.end > start);
    for (; next < coming.length && coming[next]!.mark.start <= start; next++) if (coming[next]!.mark.end > start) over.push(coming[next]!);
    return over.sort((a, b) => a.number - b.number).map(({ mark }) => mark);
  };
}

function wrap(value: string, over: readonly Mark[]): ElementContent {
  if (over.length === 0) return { type: 'text', value };
  const kinds = [...new Set(over.map((mark) => mark.kind))];
  return h('mark', { className: ['passage'], dataNotes: over.map((mark) => mark.note).join(' '), dataKind: kinds.join(' ') }, value);
}

/** A link where the whole mention stands in one text node, outside the document's own links; else spans: links are never cut, never nested. */
function linkElement(link: Link, piece: Piece): Element {
  const whole = link.start >= piece.start && link.end <= piece.end;
  if (!whole || piece.where === 'link' || link.href === undefined) return h('span', { dataTerm: link.term });
  return h('a', { href: link.href, role: 'doc-glossref', dataTerm: link.term });
}
