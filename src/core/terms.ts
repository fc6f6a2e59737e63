/**
 * All mentions of all forms of all terms, in one pass over the words, longest first. The cost grows with the words, not with
 * words × terms: a trie of forms, word by word.
 */
import type { Span } from './model.ts';
import { blockBorder, fold, originOf, unfold, type Folded } from './words.ts';

export interface FormOwner {
  readonly term: string;
  readonly form: string;
  readonly caseSensitive: boolean;
}

export interface Found extends Span {
  readonly term: string;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: Form[];
}

interface Form extends FormOwner {
  /** The form folded. */
  readonly text: string;
  /** Signs before its first word and after its last, as in “C++”. */
  readonly lead: string;
  readonly trail: string;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** Scripts that are written without spaces: each letter is a word, so a form is found anywhere. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const latin = `(?=[^\\x00-\\x7f])(?![${unspaced}])[\\p{Script=Latin}\\p{N}\\p{M}]`;
const other = `(?=[^\\x00-\\x7f])(?![${unspaced}]|\\p{Script=Latin})[\\p{L}\\p{N}\\p{M}]`;
/** Words of Latin letters, letters of unspaced scripts, words of other scripts: a change of script is a border. */
const wordPattern = new RegExp(`(?:[A-Za-z0-9]+|${latin})+|[${unspaced}]\\p{M}*|(?:${other})+`, 'gu');
const latinLetter = new RegExp(`[A-Za-z0-9]|${latin}`, 'u');
const otherLetter = new RegExp(other, 'u');
const hyphenOrApostrophe = /[-‐‑'’ʼ]/;

/** Forms made ready for `findMentions`. */
export type FormTable = Node;

/** How a form is compared with others: two forms with one key are spelled alike. */
export function formKey(form: string): string {
  return fold(form).text.trim().toLowerCase();
}

/** Whether a form holds a letter or a digit, without which it cannot be found. */
export function hasWord(form: string): boolean {
  return /[\p{L}\p{N}]/u.test(form);
}

/** Build the table of forms. Forms without a word are left out: the schemas report them. */
export function formTable(forms: readonly FormOwner[]): FormTable {
  const root: Node = { next: new Map(), ends: [] };
  for (const owner of forms) {
    const text = fold(owner.form).text.trim();
    const words = wordsOf(text);
    const first = words[0];
    const last = words.at(-1);
    if (!first || !last) continue;
    let node = root;
    for (const step of steps(text, words)) {
      const next = node.next.get(step) ?? { next: new Map(), ends: [] };
      node.next.set(step, next);
      node = next;
    }
    node.ends.push({ ...owner, text, lead: text.slice(0, first.start), trail: text.slice(last.end) });
  }
  return root;
}

/**
 * Every mention, in order, none overlapping: at each word the longest form, and of forms spelled alike but for case the one
 * that is spelled like the text.
 */
export function findMentions(table: FormTable, folded: Folded): Found[] {
  const found: Found[] = [];
  const text = folded.text;
  const words = wordsOf(text);
  let done = 0;
  for (let i = 0; i < words.length; i++) {
    const match = longest(table, text, words, i);
    if (!match) continue;
    const start = words[i]!.start - match.form.lead.length;
    const end = words[match.last]!.end + match.form.trail.length;
    if (start < done || joinedBefore(folded, start)) continue;
    found.push({ ...unfold(folded, start, end), term: match.form.term });
    done = end;
    i = match.last;
  }
  return found;
}

function longest(table: Node, text: string, words: readonly Word[], first: number): { form: Form; last: number } | undefined {
  let best: { form: Form; last: number } | undefined;
  let node: Node | undefined = table;
  for (let i = first; i < words.length; i++) {
    const word = words[i]!;
    const gap = i === first ? '' : text.slice(words[i - 1]!.end, word.start);
    if (gap.length > 4 || gap.includes(blockBorder)) break;
    node = node.next.get(gap + text.slice(word.start, word.end).toLowerCase());
    if (!node) break;
    const form = endingHere(node.ends, text, words[first]!.start, word.end);
    if (form) best = { form, last: i };
  }
  return best;
}

/** Of the forms that have these words, the one with most signs around them; of such, the one that is spelled like the text. */
function endingHere(ends: readonly Form[], text: string, start: number, end: number): Form | undefined {
  let best: Form | undefined;
  let bestIsExact = false;
  for (const form of ends) {
    const from = start - form.lead.length;
    const to = end + form.trail.length;
    const words = text.slice(Math.max(0, from), to);
    const exact = words === form.text;
    if (!exact && (form.caseSensitive || words.toLowerCase() !== form.text.toLowerCase())) continue;
    if ((form.lead && isLetter(text.charAt(from - 1), form.text)) || (form.trail && isLetter(text.charAt(to), form.text))) continue;
    if (best && (form.text.length < best.text.length || (form.text.length === best.text.length && (bestIsExact || !exact)))) continue;
    [best, bestIsExact] = [form, exact];
  }
  return best;
}

/** Whether a sign is a letter, digit or mark that would make one word with the words of a form: *.NET* in *ASP.NET*. */
function isLetter(sign: string, form: string): boolean {
  const kind = [latinLetter, otherLetter].find((each) => each.test(sign));
  return kind !== undefined && kind.test(form);
}

/** Whether what stands before is part of a longer word: *Baghuz* in *al-Baghuz*. A dash or a quotation mark is a border. */
function joinedBefore(folded: Folded, start: number): boolean {
  if (start < 2) return false;
  const before = folded.original.charAt(originOf(folded, start - 1));
  return hyphenOrApostrophe.test(before) && /[\p{L}\p{N}\p{M}]/u.test(folded.text.charAt(start - 2));
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) words.push({ start: match.index, end: match.index + match[0].length });
  return words;
}

/** A form as the keys on its way through the table: each word with the signs between it and the word before. */
function steps(text: string, words: readonly Word[]): string[] {
  return words.map((word, i) => (i ? text.slice(words[i - 1]!.end, word.start) : '') + text.slice(word.start, word.end).toLowerCase());
}
