/**
 * A draft to the two files of an import: the document, and the record of what became of every word.
 */
import { stringify } from 'yaml';
import { documentSchema } from '../edition/schemas.ts';
import { headKeys, type Draft, type Flag, type Found, type Head, type HeadKey } from './draft.ts';
import { textOfTree, toMdx } from './to-mdx.ts';

/** What is known of the file itself. */
export interface Provenance {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  readonly format: string;
}

/** The head of a document: its values as found, less those that a document may not have. */
export function usableHead(head: Head): { head: Head; flags: Flag[] } {
  const flags: Flag[] = [];
  const usable: { -readonly [key in HeadKey]?: Found } = {};
  for (const key of headKeys) {
    const found = head[key];
    if (!found?.value.trim()) continue;
    if (accepts(key, found.value)) usable[key] = found;
    else flags.push({ message: `Left out, for it is no ${key} that a document may have: ${found.value}`, at: found.from });
  }
  return { head: usable, flags };
}

const { source, ...plain } = documentSchema.shape;
const schemas = { ...plain, ...source.unwrap().shape };

function accepts(key: HeadKey, value: string): boolean {
  return schemas[key].safeParse(value).success;
}

/** What an editor wrote into the head of the document that stands there already. */
export type FormerHead = { readonly [key: string]: unknown; readonly source?: { readonly [key: string]: unknown } };

/**
 * The document's file. What is not known is not written: `npm run check` asks for it. What the editor wrote of the source stays;
 * the words of the source itself are those of the new file.
 */
export function composeDocument({ body }: Pick<Draft, 'body'>, head: Head, former: FormerHead = {}): string {
  const { publisher, author, published, url } = head;
  const found = { publisher: publisher?.value, author: author?.value, published: published?.value, url: url?.value };
  const known = Object.fromEntries(Object.entries({ ...found, ...former.source }).filter(([, value]) => value !== undefined));
  const title = head.title?.derived ? (former['title'] ?? head.title.value) : head.title?.value;
  const yaml = write({
    title,
    text: 'original',
    summary: former['summary'],
    section: head.section?.value,
    standfirst: head.standfirst?.value,
    source: Object.keys(known).length > 0 ? known : undefined,
    derived_from: former['derived_from'],
    language: former['language'] ?? head.language?.value,
  });
  return `---\n${yaml}---\n\n${toMdx(body)}`;
}

/** The record's file: where every word and every value came from, and what was set aside. */
export function composeRecord(from: Provenance, draft: Draft, head: Head, words: { kept: number; aside: number }): string {
  const values = Object.entries(head).map(([key, found]) => [key, { from: found!.from, ...(found!.derived ? { derived: true } : {}) }]);
  return write({
    ...from,
    encoding: draft.encoding,
    words,
    head: values.length > 0 ? Object.fromEntries(values) : undefined,
    repairs: notEmpty(draft.repairs),
    aside: notEmpty(draft.aside.map(({ at, reason, text }) => ({ at, reason, text }))),
    look: notEmpty(draft.flags),
  });
}

/** The values of a head whose words may have stood in the source's text. */
export const keptKeys = ['title', 'section', 'standfirst'] as const;

/** The texts that an import keeps, for the law: words of the head that stood in the source, and the body's. */
export function keptTexts(head: Head, body: Draft['body']): string[] {
  return [...keptKeys.flatMap((key) => head[key]?.kept ?? []), textOfTree(body)];
}

function notEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function write(value: Record<string, unknown>): string {
  return stringify(value, { lineWidth: 0, keepUndefined: false });
}
