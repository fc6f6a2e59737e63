/**
 * What Pandoc, Hugo and Notion write and CommonMark does not know: attributes behind headings, lines of properties.
 */
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { Repair } from '../draft.ts';
import { textOfTree } from '../to-mdx.ts';

/** At the end of a heading: `{-}`, `{#name .class key=value}`. */
const attributes = /[ \t]?\{(?:-|[#.][^\s{}]+)(?: [^\s{}]+){0,8} ?\}[ \t]*$/;

/** Take the attributes off the headings of a tree, which is changed. */
export function withoutAttributes(root: Root, above: number): Repair[] {
  const repairs: Repair[] = [];
  for (const node of root.children) {
    const last = node.type === 'heading' ? node.children.at(-1) : undefined;
    if (node.type !== 'heading' || last?.type !== 'text') continue;
    const found = attributes.exec(last.value.slice(-300));
    if (!found || (found[0].length === last.value.length && node.children.length === 1)) continue;
    last.value = last.value.slice(0, -found[0].length);
    const at = `line ${(node.position?.start.line ?? 1) + above}`;
    repairs.push({ was: found[0].trim(), is: '', at, why: 'attributes of a heading' });
  }
  return repairs;
}

/** Lines of properties below the first heading stay lines: `Created: …`, `Tags: …`. The tree is changed. */
export function keepPropertyLines(root: Root): void {
  const first = root.children.find((node) => node.type !== 'definition' && node.type !== 'heading');
  if (first?.type !== 'paragraph') return;
  const lines = textOfTree(first).trim().split('\n');
  if (lines.length < 2 || lines.length > 60 || !lines.every((line) => /^\p{Lu}[\p{L}\p{N} _-]{0,40}: \S/u.test(line))) return;
  first.children = first.children.flatMap(linesOf);
}

function linesOf(node: Paragraph['children'][number]): PhrasingContent[] {
  if (node.type !== 'text') return [node];
  return node.value
    .split('\n')
    .flatMap((value, i): PhrasingContent[] => [
      ...(i > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);
}
