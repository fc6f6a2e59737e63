/**
 * What a page says by the form of its elements, written out: raised and lowered figures, quotation marks, marks of notes, fractions.
 */
import type { Flag, Repair } from '../draft.ts';
import { clean } from './tree.ts';

const plainSigns = '0123456789+-−=()abcdefghijklmnoprstuvwxyz';
const raisedSigns = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'];
const raised = new Map([...plainSigns].map((sign, n) => [sign, raisedSigns[n]!]));
const lowered = new Map<string, string>([
  ...[...'0123456789+-−=()'].map((sign, n): [string, string] => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][n]!]),
  ...[...'aehijklmnoprstuvx'].map((sign, n): [string, string] => [sign, [...'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][n]!]),
]);

/** Raised letters that are read as letters: of numerals, titles and trade marks. */
const readPlain = /^(?:\p{L}{2,}|[eoaº°*†‡§]|\.)\.?$|^[^\p{L}\p{N}]*$/u;
/** What marks a note in a text. */
const noteMark = /^(?:\d{1,3}|[a-z]|[ivx]{1,6}|[*†‡§]{1,3})$/i;

/** Write out the signs of a page, in its document, before anything is read from it. */
export function writeSigns(body: Element): { repairs: Repair[]; flags: Flag[] } {
  const repairs: Repair[] = [];
  const doubtful: string[] = [];
  for (const element of body.querySelectorAll('q')) quote(element);
  for (const element of body.querySelectorAll('mfrac')) fraction(element);
  for (const element of body.querySelectorAll('a')) {
    markNote(element);
    divide(element);
  }
  // Asked for by tag alone: a place among siblings is looked for anew for each of them.
  const inFormulas = [...body.querySelectorAll('msup, msub, msubsup')].flatMap(({ children }) => [...children].slice(1, 3));
  for (const element of [...body.querySelectorAll('sup, sub'), ...inFormulas]) {
    const way = wayOf(element);
    if (way) write(element, way, repairs, doubtful);
  }
  const flags =
    doubtful.length === 0
      ? []
      : [{ message: `Raised or lowered letters stand on the line now: ${[...new Set(doubtful)].slice(0, 8).join(' ')}`, at: 'sup, sub' }];
  return { repairs, flags };
}

type Way = 'raised' | 'lowered';

function wayOf(element: Element): Way | undefined {
  const tag = element.localName;
  if (tag === 'sup' || tag === 'sub') return tag === 'sup' ? 'raised' : 'lowered';
  const of = element.parentElement?.localName;
  if (of === 'msup') return element.nextElementSibling ? undefined : 'raised';
  if (of === 'msub') return element.nextElementSibling ? undefined : 'lowered';
  if (!element.previousElementSibling) return undefined;
  return element.nextElementSibling ? 'lowered' : 'raised';
}

function write(element: Element, way: Way, repairs: Repair[], doubtful: string[]): void {
  const nodes = textsIn(element, 24);
  const text = clean(nodes?.map(({ nodeValue }) => nodeValue ?? '').join(''));
  if (!nodes || !text || text.length > 24 || /^\[.*\]$/.test(text)) return;
  const before = characterBefore(element);
  // A figure that nothing stands before is no power of anything: the number of a note at its head.
  if (before === undefined || element.closest('sup[data-note]')) return;
  const signs = way === 'raised' ? raised : lowered;
  const has = [...text].every((sign) => signs.has(sign) || sign === ' ');
  if (has && !(way === 'raised' && readPlain.test(text))) {
    for (const node of nodes) node.nodeValue = [...(node.nodeValue ?? '')].map((sign) => signs.get(sign) ?? sign).join('');
    repairs.push({ was: text, is: [...text].map((sign) => signs.get(sign) ?? sign).join(''), at: element.localName, why: way });
    return;
  }
  if (readPlain.test(text) && way === 'raised') return;
  doubtful.push(text);
  if (way === 'raised') nodes[0]!.nodeValue = `^${(nodes[0]!.nodeValue ?? '').trimStart()}`;
}

/** The last character before an element in its line, if it is no space. */
function characterBefore(element: Element): string | undefined {
  let at: Node | null = element;
  for (let n = 0; at && n < 6; n++) {
    if (at.previousSibling) {
      const last = (lastText(at.previousSibling) ?? '').at(-1);
      return last && /\S/.test(last) ? last : undefined;
    }
    at = at.parentElement;
    if (at && !/^(?:a|b|i|em|strong|span|sup|sub|var|m\w+)$/.test((at as Element).localName)) return undefined;
  }
  return undefined;
}

function lastText(node: Node): string | undefined {
  let at: Node | null = node;
  for (let n = 0; at && n < 12; n++) {
    if (at.nodeType === 3) return at.nodeValue ?? '';
    at = at.lastChild;
  }
  return undefined;
}

/** The text nodes of a small element; undefined where it holds more. */
function textsIn(element: Element, most: number): Node[] | undefined {
  const texts: Node[] = [];
  const waiting: Node[] = [element];
  let length = 0;
  for (let node = waiting.pop(), n = 0; node; node = waiting.pop()) {
    if (++n > 40) return undefined;
    if (node.nodeType === 3) {
      texts.push(node);
      length += node.nodeValue?.length ?? 0;
      if (length > most * 8) return undefined;
    }
    for (let child = node.lastChild; child; child = child.previousSibling) {
      waiting.push(child);
      if (waiting.length > 40) return undefined;
    }
  }
  return texts;
}

/** The mark of a note as a mark: “so it was.1” becomes “so it was. [1]”. */
function markNote(link: Element): void {
  const address = link.getAttribute('href') ?? '';
  if (!address.includes('#') || address.length > 2000) return;
  const nodes = textsIn(link, 8);
  const text = clean(nodes?.map(({ nodeValue }) => nodeValue ?? '').join(''));
  if (!nodes || !text || !noteMark.test(text)) return;
  const sup = link.closest('sup') ?? link.querySelector('sup');
  const called = /\b(?:footnote|endnote|noteref|fn|sdfootnoteanc|mso-footnote)/i.test(
    `${link.getAttribute('class') ?? ''} ${link.getAttribute('role') ?? ''} ${link.getAttribute('epub:type') ?? ''} ${link.getAttribute('style') ?? ''}`,
  );
  if (!sup && !called) return;
  const around = link.closest('sup');
  if (around && !(textsIn(around, 8)?.length === nodes.length)) return;
  const outer = around ?? link;
  const last = outer.previousSibling && lastText(outer.previousSibling)?.at(-1);
  if (!last || !/\S/.test(last)) {
    // At the head of a note, or already apart.
    sup?.setAttribute('data-note', '');
    return;
  }
  sup?.setAttribute('data-note', '');
  nodes[0]!.nodeValue = ` [${(nodes[0]!.nodeValue ?? '').trimStart()}`;
  nodes.at(-1)!.nodeValue = `${(nodes.at(-1)!.nodeValue ?? '').trimEnd()}]`;
}

/** Links that stand side by side without a space, and with no words of their own between them, are lines. */
function divide(link: Element): void {
  const next = link.nextSibling;
  if (next?.nodeType !== 1 || (next as Element).localName !== 'a') return;
  const [last, first] = [lastText(link)?.at(-1), firstText(next)?.at(0)];
  if (!last || !first || !/[\p{L}\p{N}]/u.test(last) || !/[\p{L}\p{N}]/u.test(first)) return;
  if (!/\p{Lu}/u.test(first) || /\p{Lu}/u.test(last)) return;
  next.before(link.ownerDocument.createElement('br'));
}

function firstText(node: Node): string | undefined {
  let at: Node | null = node;
  for (let n = 0; at && n < 12; n++) {
    if (at.nodeType === 3) return at.nodeValue ?? '';
    at = at.firstChild;
  }
  return undefined;
}

function quote(element: Element): void {
  const inner = element.parentElement?.closest('q');
  const document = element.ownerDocument;
  const text = [firstText(element)?.trimStart().at(0), lastText(element)?.trimEnd().at(-1)];
  if (text[0] !== undefined && /["“„«‘']/.test(text[0])) return;
  element.prepend(document.createTextNode(inner ? '‘' : '“'));
  element.append(document.createTextNode(inner ? '’' : '”'));
}

function fraction(element: Element): void {
  const [above, below] = element.children;
  if (!above || !below) return;
  for (const part of [above, below]) {
    const long = part.children.length > 1;
    if (long) part.prepend('(');
    if (long) part.append(')');
  }
  below.before('/');
}
