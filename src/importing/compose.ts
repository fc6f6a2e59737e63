/**
 * A draft to the two files of an import: the document, and the record of what became of every word.
 */
import { stringify } from 'yaml';
import { documentSchema } from '../edition/schemas.ts';
import { headKeys, keptKeys, type Draft, type Flag, type Found, type Head, type HeadKey } from './draft.ts';
import { digestOf, type WrittenHead } from './former.ts';
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

/**
 * The document's file. What is not known is not written: `npm run check` asks for it.
 * @param former the head of the document that stands there: its other keys, and its order, stay
 */
export function composeDocument({ body }: Pick<Draft, 'body'>, head: Head, former: WrittenHead = {}): string {
  const { title, section, standfirst, language, publisher, author, published, url } = head;
  const known = withKnown(former.source ?? {}, { publisher, author, published, url });
  const { title: _, text = 'original', source: __, ...rest } = former;
  const yaml = write({
    title: title?.value,
    text,
    ...withKnown(rest, { section, standfirst }),
    ...(Object.keys(known).length > 0 ? { source: known } : {}),
    ...withKnown({}, { language }),
  });
  return `---\n${yaml}---\n\n${toMdx(body)}`;
}

function withKnown(former: WrittenHead, found: { readonly [key: string]: Found | undefined }): Record<string, unknown> {
  const values = Object.entries(found).flatMap(([key, each]) => (each ? [[key, each.value]] : []));
  return { ...former, ...Object.fromEntries(values) };
}

/** The record's file: where every word and every value came from, and what was set aside. */
export function composeRecord(from: Provenance, draft: Draft, head: Head, words: { kept: number; aside: number }): string {
  const values = Object.entries(head).map(([key, found]) => [
    key,
    { value: found!.value, from: found!.from, ...(found!.derived ? { derived: true } : {}) },
  ]);
  return write({
    ...from,
    encoding: draft.encoding,
    words,
    body_sha256: digestOf(toMdx(draft.body)),
    head: values.length > 0 ? Object.fromEntries(values) : undefined,
    repairs: notEmpty(draft.repairs),
    aside: notEmpty(draft.aside.map(({ at, reason, text }) => ({ at, reason, text }))),
    look: notEmpty(draft.flags),
  });
}

/** The texts that an import keeps, for the law: words of the head that stood in the source, and the body's. */
export function keptTexts(head: Head, body: Draft['body']): string[] {
  return [...keptKeys.flatMap((key) => head[key]?.kept ?? []), textOfTree(body)];
}

function notEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function write(value: Record<string, unknown>): string {
  // In quotation marks also what older readers of YAML take for something else: No, 1:30.
  return stringify(value, { lineWidth: 0, keepUndefined: false, compat: 'yaml-1.1' });
}
