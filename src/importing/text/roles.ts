/**
 * What each block of a plain text is: title, label of a section, paragraph, heading, or furniture.
 */
import type { Reason } from '../draft.ts';
import { bodyRoles } from './body.ts';
import { headRoles } from './head.ts';
import { itemOf, type Item } from './items.ts';
import type { Block } from './layout.ts';

export type Role =
  | { readonly kind: 'title' | 'section' | 'standfirst' | 'paragraph' | 'heading' | 'caption'; readonly flag?: string | undefined }
  | {
      readonly kind: 'aside';
      readonly reason: Reason;
      readonly flag?: string | undefined;
      /** Blocks with one number, one after the other, are one record. */
      readonly group?: number | undefined;
    };

/** A role for each block, in their order, and what is known of each. */
export function rolesOf(blocks: readonly Block[]): { readonly items: readonly Item[]; readonly roles: readonly Role[] } {
  const items = blocks.map(itemOf);
  const head = headRoles(items);
  return { items, roles: bodyRoles(items, head) };
}
