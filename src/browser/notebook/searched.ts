/**
 * The words of a page as a browser searches them for those that an address names: all of the page, notes, lists and menus too, of
 * which a document's words are a part.
 */
import type { Place } from '../../core/text-fragment.ts';
import { blockBorder } from '../../core/words.ts';

/** What is not shown, or was put there by this script. */
const unsearched =
  'script, style, template, noscript, title, dialog, [hidden], .card, .pins, .notebook-float, .notebook-said, .from-notebook, .way-back, .said';
/** Words do not run from one of these into another. */
const blocks =
  'p, li, dt, dd, th, td, pre, caption, figcaption, summary, blockquote, div, aside, section, article, nav, header, footer, main, fieldset, legend, label, button, h1, h2, h3, h4, h5, h6, body, .number';

/** What is searched before a range of a page, in it, and after it in its block. */
export function placeOnPage(range: Range): Place {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const place = { earlier: '', own: '', later: '' };
  let part: keyof Place = 'earlier';
  let last: Element | null | undefined;
  const { body } = startContainer.ownerDocument!;
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(unsearched) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) {
      if (node.nodeName === 'BR') place[part] += blockBorder;
      continue;
    }
    const block = node.parentElement!.closest(blocks);
    if (block !== last && part === 'later') break;
    if (block !== last) place[part] += blockBorder;
    last = block;
    const from = node === startContainer ? startOffset : 0;
    const to = node === endContainer ? endOffset : node.length;
    place[part] += node.data.slice(0, from);
    if (node === startContainer) part = 'own';
    place[part] += node.data.slice(from, to);
    if (node === endContainer) part = 'later';
    place[part] += node.data.slice(to);
  }
  return place;
}
