/**
 * The document that stands there already: what in it is the editor's own work, and stays.
 */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { splitHead } from '../edition/document.ts';
import { headKeys, keptKeys, type Aside, type Flag, type Found, type Head, type HeadKey } from './draft.ts';

/** A head as it is written: any keys, those of the source one level down. */
export type WrittenHead = { readonly [key: string]: unknown; readonly source?: { readonly [key: string]: unknown } };

export interface Former {
  readonly text: string;
  readonly head: WrittenHead;
  /** Whether the body is not what the last import wrote: the editor has worked on it, or there is no record. */
  readonly edited: boolean;
  /** What the last import found for each key of the head. */
  readonly found: { readonly [key in HeadKey]?: string };
}

/**
 * Read what stands there.
 * @param text the document's file
 * @param record the record of its import, if there is one. What cannot be read is taken for the editor's.
 */
export function formerOf(text: string, record: string | undefined): Former {
  const parts = splitHead(text);
  const { head, body_sha256: body } = objectOf(record ?? '') as { head?: Record<string, { value?: string }>; body_sha256?: string };
  return {
    text,
    head: objectOf(parts?.head ?? ''),
    edited: body !== digestOf(parts?.body ?? text),
    found: Object.fromEntries(Object.entries(head ?? {}).map(([key, each]) => [key, each?.value])),
  };
}

/** What a record keeps of a body, to tell later whether it was edited. */
export function digestOf(body: string): string {
  return createHash('sha256').update(body.trim()).digest('hex');
}

/**
 * The head of a new version, where the editor's values stay. What the source says instead is told; its words, where they stood in
 * the text, are set aside.
 */
export function reconcile(head: Head, former: Former): { head: Head; aside: Aside[]; flags: Flag[] } {
  const merged: { -readonly [key in HeadKey]?: Found | undefined } = { ...head };
  const aside: Aside[] = [];
  const flags: Flag[] = [];
  for (const key of headKeys) {
    const own = valueIn(former.head, key);
    const found = head[key];
    if (own === undefined || own === former.found[key] || own === found?.value) continue;
    merged[key] = { value: own, from: 'the document' };
    if (!found || found.derived) continue;
    flags.push({ message: `The file says ${key}: ${found.value}. The document keeps its own.`, at: found.from });
    if (found.kept !== undefined) aside.push({ text: found.kept, at: found.from, reason: 'metadata' });
  }
  return { head: merged, aside, flags };
}

function valueIn(head: WrittenHead, key: HeadKey): string | undefined {
  const top = (keptKeys as readonly string[]).includes(key) || key === 'language';
  const value = (top ? head : head.source)?.[key];
  return value === undefined || value === null ? undefined : String(value);
}

function objectOf(yaml: string): WrittenHead {
  try {
    const value: unknown = parse(yaml);
    return value !== null && typeof value === 'object' ? (value as WrittenHead) : {};
  } catch {
    return {};
  }
}
