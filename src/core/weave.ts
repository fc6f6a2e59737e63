/**
 * Spans in, the tree cut once and wrapped. Find everything first, cut then: collect the borders in each text node, slice, and
 * wrap each slice in what covers it. The words before are the words after.
 */
import type { Element, ElementContent, Text } from 'hast';
import type { Span } from './model.ts';
import { h, textOf, type Piece } from './tree.ts';

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
  const woven = weaveChildren(block, pieces, threads, false);
  // What ends inside a block that is all code stands at its end; so does what is on a block without words, such as an image.
  const wordless = threads.inserts.length > 0 && textOf(block) === '';
  const after = wordless ? threads.inserts.map((insert) => insert.element) : woven.late;
  return after.length > 0 ? { ...woven.element, children: [...woven.element.children, ...after] } : woven.element;
}

interface Woven {
  readonly element: Element;
  /** Inserts that belong inside but must stand after. */
  readonly late: Element[];
}

function weaveChildren(parent: Element, pieces: ReadonlyMap<Text, Piece>, threads: Threads, within: boolean): Woven {
  const children: ElementContent[] = [];
  const late: Element[] = [];
  const closed = within || parent.tagName === 'a' || parent.tagName === 'code' || parent.tagName === 'pre';
  for (const child of parent.children) {
    if (child.type === 'text') {
      const piece = pieces.get(child);
      if (piece) weaveText(child, piece, threads, children, closed ? late : children);
      else children.push(child);
    } else if (child.type === 'element') {
      const woven = weaveChildren(child, pieces, threads, closed);
      children.push(woven.element);
      (closed ? late : children).push(...woven.late);
    } else children.push(child);
  }
  return { element: { ...parent, children }, late };
}

function weaveText(text: Text, piece: Piece, threads: Threads, out: ElementContent[], outside: ElementContent[]): void {
  const overlaps = (span: Span): boolean => span.start < piece.end && span.end > piece.start;
  const marks = threads.marks.filter(overlaps);
  const links = threads.links.filter(overlaps);
  const inserts = threads.inserts.filter((insert) => insert.at > piece.start && insert.at <= piece.end);
  if (marks.length + links.length + inserts.length === 0) {
    out.push(text);
    return;
  }
  const borders = new Set([piece.start, piece.end]);
  for (const span of [...marks, ...links]) {
    borders.add(Math.max(span.start, piece.start));
    borders.add(Math.min(span.end, piece.end));
  }
  for (const { at } of inserts) if (!links.some((link) => link.start < at && at < link.end)) borders.add(at);
  const cuts = [...borders].sort((a, b) => a - b);

  let open: { link: Link; element: Element } | undefined;
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1]!;
    const link = links.find((each) => each.start <= start && each.end >= end);
    const slice = wrap(text.value.slice(start - piece.start, end - piece.start), marks, start, end);
    if (link) {
      if (open?.link !== link) out.push((open = { link, element: linkElement(link, piece) }).element);
      open.element.children.push(slice);
    } else out.push(slice);
    const reach = link && end < Math.min(link.end, piece.end) ? start : end;
    const since = link ? Math.max(link.start, piece.start) : start;
    if (reach === end) for (const insert of inserts) if (insert.at > since && insert.at <= end) outside.push(insert.element);
  }
}

function wrap(value: string, marks: readonly Mark[], start: number, end: number): ElementContent {
  const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
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
