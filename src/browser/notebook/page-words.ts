/**
 * The words of a document read from its page, exactly as the edition has them: the page's tree, less what the edition added to it,
 * goes through the same `flatten`. With the way from a selection to a span, and back.
 */
import type { ElementContent, Root, Text as Leaf } from 'hast';
import type { Span } from '../../core/model.ts';
import type { Words } from '../../core/notebook.ts';
import type { Shown } from '../../core/text-fragment.ts';
import { firstEndingAfter, flatten } from '../../core/tree.ts';
import { fold } from '../../core/words.ts';
import { placeOnPage } from './searched.ts';

/** A text of the page and the words that it holds. */
interface Piece extends Span {
  readonly node: Text;
  /** Whether something stands between it and the piece before: a marker, another line, another cell. */
  readonly apart: boolean;
  /** Whether the number of a marker stands right after it. */
  readonly glued: boolean;
}

export interface PageWords extends Words {
  readonly pieces: readonly Piece[];
}

/** What the edition adds to a text. */
const apparatus = '.notes, .number, .ref, [data-apparatus], template';
/** Elements that the edition puts around those of a document. */
const wrapping = '.block, .piece, .scroll';

/** @param text the element `.text` of a document's page */
export function wordsOf(text: Element): PageWords {
  const nodes = new Map<Leaf, Text>();
  const broken = new Set<Leaf>();
  const glued = new Set<Leaf>();
  let last: Leaf | undefined;
  let interrupted = false;
  const copy = (node: Node): ElementContent[] => {
    if (node instanceof Text) {
      const leaf: Leaf = { type: 'text', value: node.data };
      nodes.set(leaf, node);
      if (interrupted) broken.add(leaf);
      interrupted = false;
      last = leaf;
      return [leaf];
    }
    if (!(node instanceof Element)) return [];
    if (node.matches(apparatus)) {
      if (last && !interrupted && node.matches('.ref') && /^[\p{L}\p{N}]/u.test(node.textContent)) glued.add(last);
      interrupted = true;
      return [];
    }
    const children = [...node.childNodes].flatMap(copy);
    if (node.matches(wrapping)) return children.filter(({ type }) => type === 'element');
    return [{ type: 'element', tagName: node.localName, properties: {}, children }];
  };
  const root: Root = { type: 'root', children: [...text.childNodes].flatMap(copy) };
  const { words, blocks, pieces } = flatten(root);
  const list: Piece[] = [];
  for (const [leaf, { start, end }] of pieces) {
    if (start === end) continue;
    const apart = broken.has(leaf) || start > (list.at(-1)?.end ?? -1);
    list.push({ start, end, node: nodes.get(leaf)!, apart, glued: glued.has(leaf) });
  }
  return { words, folded: fold(words), blocks, pieces: list };
}

/** The words between the ends of a selection; undefined where there are none. */
export function spanOf(range: Range, { pieces }: PageWords): Span | undefined {
  // The first piece that ends after the beginning, and the last that begins before the end.
  const first = firstWhere(pieces, ({ node }) => range.comparePoint(node, node.length) >= 0);
  const after = firstWhere(pieces, ({ node }) => range.comparePoint(node, 0) > 0);
  const [from, to] = [pieces[first], pieces[after - 1]];
  if (!from || !to || first >= after) return undefined;
  const start = from.node === range.startContainer ? from.start + range.startOffset : from.start;
  const end = to.node === range.endContainer ? to.start + range.endOffset : to.end;
  return start < end ? { start, end } : undefined;
}

/** A span as a range of the page. */
export function rangeOf({ start, end }: Span, { pieces }: PageWords): Range {
  const range = new Range();
  const first = pieces[firstEndingAfter(pieces, start)]!;
  const last = pieces[firstEndingAfter(pieces, end - 1)]!;
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.max(0, end - last.start));
  return range;
}

/** The words of a span as the page shows them, and what stands beside them with nothing between. */
export function shownIn(span: Span, page: PageWords): Shown {
  const { start, end } = span;
  const { pieces, words } = page;
  const first = firstEndingAfter(pieces, start);
  const last = firstEndingAfter(pieces, end - 1);
  const runs: { words: string; glued: boolean }[] = [];
  for (let at = first; at <= last; at++) {
    const piece = pieces[at]!;
    const before = at > first && !piece.apart ? (runs.pop()?.words ?? '') : '';
    const part = words.slice(Math.max(start, piece.start), Math.min(end, piece.end));
    runs.push({ words: before + part, glued: piece.glued && end >= piece.end });
  }
  let from = first;
  while (from > 0 && !pieces[from]!.apart) from--;
  let to = last;
  while (to + 1 < pieces.length && !pieces[to + 1]!.apart) to++;
  const after = words.slice(end, pieces[to]!.end);
  return {
    before: words.slice(pieces[from]!.start, start),
    runs,
    // The word before a marker's number is none to a browser.
    after: pieces[to]!.glued ? withoutLast(after) : after,
    place: placeOnPage(rangeOf(span, page)),
  };
}

function withoutLast(text: string): string {
  let end = text.length;
  while (end > 0 && /[\p{L}\p{N}\p{M}]/u.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function firstWhere(pieces: readonly Piece[], is: (piece: Piece) => boolean): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(pieces[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
