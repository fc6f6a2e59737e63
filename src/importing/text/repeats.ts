/**
 * Texts that stand within another block too, as a pull quote does.
 */
import { fold } from '../../core/words.ts';
import type { Item } from './items.ts';
import type { Role } from './roles.ts';

/** How many words two texts must share from the first on before they are compared. */
const reach = 6;

/** Paragraphs whose words stand, all and in order, within another paragraph: their index, and where the other stands. */
export function repeatedIn(items: readonly Item[], roles: readonly Role[]): Map<number, string> {
  const wanted = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    if (roles[i]!.kind !== 'paragraph' || roles[i]!.flag !== undefined || item.key === '') continue;
    const words = item.key.split(' ');
    if (words.length < reach || item.text.length > 300) continue;
    const start = words.slice(0, reach).join(' ');
    const known = wanted.get(start);
    if (!known) wanted.set(start, [i]);
    // Of many that begin alike, a few are enough.
    else if (known.length < 4) known.push(i);
  }
  const found = new Map<number, string>();
  if (wanted.size === 0) return found;
  const firsts = new Set([...wanted.keys()].map((start) => start.slice(0, start.indexOf(' '))));
  for (const [i, item] of items.entries()) {
    if (roles[i]!.kind !== 'paragraph' || item.size <= reach) continue;
    search(item.text, i);
  }
  return found;

  function search(text: string, within: number): void {
    const words =
      fold(text)
        .text.toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+(?:['.-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
    for (let at = 0; at + reach < words.length; at++) {
      if (!firsts.has(words[at]!)) continue;
      for (const i of wanted.get(words.slice(at, at + reach).join(' ')) ?? []) {
        if (i === within || found.has(i)) continue;
        const key = items[i]!.key.split(' ');
        if (key.length < words.length && key.every((word, n) => words[at + n] === word)) found.set(i, items[within]!.block.at);
      }
    }
  }
}
