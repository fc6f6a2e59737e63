/**
 * HTML parsed once: the document that the oracles take apart, put into order where its frame is missing.
 */
import { parseHTML } from 'linkedom';
import { Unreadable } from '../draft.ts';

/** The charset that a page declares in its first 4 kB, or undefined. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  for (const [tag] of start.matchAll(/<(?:meta|\?xml)[ \t\r\n][^>]*/gi)) {
    const named = /(?:charset|encoding) *= *["']?([\w:.-]+)/i.exec(tag)?.[1];
    if (named !== undefined) return named;
  }
  return undefined;
}

const copyIt = 'Open it in a browser, copy its text and import that as a .txt file.';

/** Nested deeper than any page that people wrote: a parser's work grows with depth. */
const deepest = 20_000;

/** A page as a document with `html`, `head` and `body`, all that is seen in the body. */
export function parsePage(html: string): Document {
  if (depthOf(html) > deepest) throw new Unreadable('Its elements are nested too deeply.', copyIt);
  try {
    const { document } = parseHTML(html);
    if (document.documentElement?.localName !== 'html') return framed(html);
    putInOrder(document);
    return document;
  } catch (error) {
    throw new Unreadable(`It cannot be parsed as HTML: ${(error as Error).message}.`, copyIt);
  }
}

/** A page without a frame: what stands before the frame's beginning would be lost. */
function framed(html: string): Document {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  putInOrder(document);
  return document;
}

function putInOrder(document: Document): void {
  const root = document.documentElement;
  const strays = [...root.childNodes, ...[...document.childNodes].filter((node) => node !== root)];
  const head = [...root.children].find(({ localName }) => localName === 'head') ?? document.createElement('head');
  const body = [...root.children].find(({ localName }) => localName === 'body') ?? document.createElement('body');
  if (root.firstChild !== head) root.prepend(head);
  if (head.nextSibling !== body) head.after(body);
  const first = body.firstChild;
  let before = true;
  for (const node of strays) {
    if (node === body) before = false;
    if (node === head || node === body || (node.nodeType !== 1 && node.nodeType !== 3)) continue;
    if (node.nodeType === 3 && !node.nodeValue?.trim()) node.parentNode?.removeChild(node);
    else if (before) body.insertBefore(node, first);
    else body.append(node);
  }
}

const closedByOthers = new Set('p li dt dd td th tr thead tbody tfoot option optgroup rp rt colgroup'.split(' '));
const empty = new Set('area base br col embed hr img input link meta param source track wbr frame keygen basefont'.split(' '));

/** How deep tags are nested, about: those that others close are not counted. */
function depthOf(html: string): number {
  let depth = 0;
  let most = 0;
  let raw = '';
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    const tag = name!.toLowerCase();
    if (raw) {
      if (slash && tag === raw) raw = '';
      continue;
    }
    if (empty.has(tag) || closedByOthers.has(tag)) continue;
    if (!slash && (tag === 'script' || tag === 'style')) raw = tag;
    else if (slash) depth = Math.max(0, depth - 1);
    else most = Math.max(most, ++depth);
  }
  return most;
}
