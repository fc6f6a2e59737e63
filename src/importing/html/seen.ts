/**
 * What a reader of a page sees: which elements show nothing, which stand apart, and all visible words by a plain walk.
 */

/** Elements whose content is no text of the page, or is seen only where something else cannot be. */
const unseenTags = new Set(
  (
    'head script style template title meta link base noscript noembed noframes iframe frame object embed applet ' +
    'video audio canvas datalist rp source track param area annotation annotation-xml desc defs metadata symbol'
  ).split(' '),
);

const inlineTags = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label map mark math nobr output picture q rb rp rt rtc ruby ' +
    's samp small span strike strong sub sup svg time tt u var wbr ' +
    // A formula stands in its sentence.
    'mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom menclose mfenced maction msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts semantics'
  ).split(' '),
);

/** Gives an attribute's value, or null or undefined where the element has none. */
export type Attributes = (name: string) => string | null | undefined;

/**
 * True where neither an element nor what is in it is seen.
 * @param hiddenToo where what is hidden by an attribute counts as seen: on pages that show their text by scripts alone
 */
export function isUnseen(tag: string, attribute: Attributes, hiddenToo: boolean): boolean {
  if (unseenTags.has(tag)) return true;
  if (tag === 'input' && attribute('type')?.toLowerCase() === 'hidden') return true;
  if (hiddenToo) return false;
  if (tag === 'dialog' && !isSet(attribute('open'))) return true;
  const hidden = attribute('hidden');
  if (isSet(hidden) && hidden !== 'until-found') return true;
  const style = attribute('style');
  return Boolean(style) && /display *: *none|visibility *: *hidden/i.test(style!);
}

function isSet(value: string | null | undefined): boolean {
  return value !== null && value !== undefined;
}

/** True where words before and after an element's border are not one word. */
export function standsApart(tag: string, attribute: Attributes): boolean {
  if (!inlineTags.has(tag) && !tag.includes('-')) return true;
  const style = attribute('style');
  return Boolean(style) && /display *: *(?:block|flex|grid|table|list-item|inline-|flow-root)/i.test(style!);
}

const valueTypes = new Set([
  '',
  'text',
  'submit',
  'button',
  'reset',
  'search',
  'email',
  'url',
  'tel',
  'number',
  'date',
  'datetime-local',
  'time',
  'month',
]);

/** The words that an element shows without text nodes: an image's alternative text, what a field or button says. */
export function wordsOfElement(tag: string, attribute: Attributes): string {
  if (tag === 'img' || tag === 'amp-img') return attribute('alt') ?? '';
  if (tag === 'optgroup') return attribute('label') ?? '';
  if (tag !== 'input') return tag === 'textarea' ? (attribute('placeholder') ?? '') : '';
  const type = (attribute('type') ?? '').trim().toLowerCase();
  if (type === 'image') return attribute('alt') ?? '';
  return valueTypes.has(type) ? attribute('value') || attribute('placeholder') || '' : '';
}

/**
 * All visible words, in order; what stands apart is divided by line ends. This is what an import must account for, so it knows
 * nothing of articles, blocks or oracles.
 */
export function visibleText(root: Element, hiddenToo: boolean): string {
  const parts: string[] = [];
  let node: Node = root;
  let down = true;
  for (;;) {
    if (down && node.nodeType === 3) parts.push(node.nodeValue ?? '');
    if (node.nodeType === 1) down = tell(node as Element, down, hiddenToo, parts) && down;
    if (down && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (node === root) return parts.join('');
    down = node.nextSibling !== null;
    node = node.nextSibling ?? node.parentNode!;
  }
}

/** What an element itself puts among the words, on the way into it or out of it. False where what is in it is not seen. */
function tell(element: Element, down: boolean, hiddenToo: boolean, parts: string[]): boolean {
  const tag = element.localName.toLowerCase();
  const attribute = (name: string): string | null => element.getAttribute(name);
  if (down && isUnseen(tag, attribute, hiddenToo)) return false;
  if (tag === 'br' || standsApart(tag, attribute)) parts.push('\n');
  const words = down ? wordsOfElement(tag, attribute) : '';
  if (words) parts.push(' ', words, ' ');
  return true;
}
