/**
 * What `public/reader.js` keeps of the reader's choices and applies to every page, as attributes of `<html>`.
 */
import type { Choice, Layer, Lens } from '../core/reader.ts';

/** The values chosen; what is not among them is as without a choice. */
type Chosen = { readonly [name in Choice]?: string } & { readonly off: readonly Layer[] };

interface Reader {
  /** Each lens by the layers that it leaves out. */
  readonly lenses: Readonly<Record<Lens, readonly Layer[]>>;
  readonly chosen: () => Chosen;
  readonly keep: (change: Partial<Chosen>) => boolean;
}

export const reader = (globalThis as unknown as { reader: Reader }).reader;

/** Take a change, show it, and say whether this browser keeps it. */
export function keep(change: Partial<Chosen>): boolean {
  return reader.keep(change);
}
