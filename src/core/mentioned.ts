/**
 * What the mentions of a term tell beside their sentences: how each document writes it, where in each it stands, and what else
 * stands in the same paragraphs.
 */
import type { Document, Mention, Term } from './model.ts';

/** A mention, as its document has it. */
export interface MentionAt {
  readonly document: Document;
  /** Its place in `document.mentions`. */
  readonly at: number;
}

/** The mentions of every term, in the order of documents and words: once for an edition, so that no term walks through all. */
export function mentionsByTerm(documents: readonly Document[]): Map<string, MentionAt[]> {
  const byTerm = new Map<string, MentionAt[]>();
  for (const document of documents) {
    for (const [at, { term }] of document.mentions.entries()) {
      const list = byTerm.get(term) ?? [];
      byTerm.set(term, list);
      list.push({ document, at });
    }
  }
  return byTerm;
}

/** Documents that write a term alike. */
export interface Written {
  /** Most written first. */
  readonly forms: readonly string[];
  /** In the edition's order. */
  readonly documents: readonly string[];
}

/** How the documents write a term: those with the same forms stand together. A capital that begins a sentence is not the name's. */
export function writtenIn({ forms, mentions }: Pick<Term, 'forms' | 'mentions'>): Written[] {
  const total = new Map<string, number>();
  const byDocument = new Map<string, Set<string>>();
  for (const { document, sentence } of mentions) {
    const form = asInside(sentence[0], sentence[1], forms);
    total.set(form, (total.get(form) ?? 0) + 1);
    const here = byDocument.get(document) ?? new Set();
    byDocument.set(document, here.add(form));
  }
  const groups = new Map<string, { forms: string[]; documents: string[] }>();
  for (const [document, written] of byDocument) {
    const sorted = [...written].sort((a, b) => total.get(b)! - total.get(a)! || (a < b ? -1 : 1));
    const group = groups.get(sorted.join('\n')) ?? { forms: sorted, documents: [] };
    groups.set(sorted.join('\n'), group);
    group.documents.push(document);
  }
  return [...groups.values()];
}

/** A form as it would stand within a sentence. */
function asInside(before: string, form: string, forms: readonly string[]): string {
  const lower = form.charAt(0).toLowerCase() + form.slice(1);
  if (lower === form || forms.includes(form) || /[\p{L}\p{N}]/u.test(before)) return form;
  return forms.includes(lower) ? lower : form;
}

/** One document as a line on which every mention is a point. */
export interface Strip {
  readonly document: Document;
  readonly mentions: readonly Mention[];
}

/** In an edition of more documents than these, one that does not mention a term has no strip of its own. */
const mostWithSilent = 12;

/**
 * The strips of a term, in the edition's order.
 * @param most how many at most: of more, those with the most mentions
 * @returns the strips, and how many documents with how many mentions have none
 */
export function stripsOf(
  mentions: readonly MentionAt[],
  documents: readonly Document[],
  most: number,
): { strips: Strip[]; more: { documents: number; mentions: number } } {
  const byDocument = Map.groupBy(mentions, ({ document }) => document);
  const shown = documents.length <= mostWithSilent ? documents : [...byDocument.keys()];
  const all = shown.map((document) => ({
    document,
    mentions: (byDocument.get(document) ?? []).map(({ at }) => document.mentions[at]!),
  }));
  const strips = foremost(all, most, (strip) => strip.mentions.length);
  const drawn = strips.reduce((sum, strip) => sum + strip.mentions.length, 0);
  return { strips, more: { documents: all.length - strips.length, mentions: mentions.length - drawn } };
}

/** The greatest of a list, at most so many, in the order that they had; of equals the first. */
export function foremost<T>(items: readonly T[], most: number, size: (item: T) => number): T[] {
  if (items.length <= most) return [...items];
  const bySize = [...items.keys()].sort((a, b) => size(items[b]!) - size(items[a]!));
  const chosen = new Set(bySize.slice(0, most));
  return items.filter((_, i) => chosen.has(i));
}

export interface Company {
  readonly term: string;
  /** In how many paragraphs both are mentioned. */
  readonly paragraphs: number;
}

/** How many mentions before and after one in its paragraph are in its company: a table of all names is no company. */
const reach = 20;

/**
 * The other terms that stand in the paragraphs of a term, most paragraphs first; of equals the one that comes first. Footnotes are
 * no paragraph. Over all terms the cost is that of the mentions, however long a paragraph is.
 */
export function companyOf(mentions: readonly MentionAt[], most: number): Company[] {
  const paragraphs = new Map<string, number>();
  let [block, here]: [object | undefined, Set<string>] = [undefined, new Set()];
  for (const { document, at } of mentions) {
    const own = document.mentions[at]!;
    if (own.block.number === 0) continue;
    if (own.block !== block) [block, here] = [own.block, new Set([own.term])];
    const end = Math.min(at + reach + 1, document.mentions.length);
    for (let i = Math.max(0, at - reach); i < end; i++) {
      const other = document.mentions[i]!;
      if (other.block !== own.block || here.has(other.term)) continue;
      here.add(other.term);
      paragraphs.set(other.term, (paragraphs.get(other.term) ?? 0) + 1);
    }
  }
  return [...paragraphs]
    .map(([term, paragraphs]) => ({ term, paragraphs }))
    .sort((a, b) => b.paragraphs - a.paragraphs)
    .slice(0, most);
}
