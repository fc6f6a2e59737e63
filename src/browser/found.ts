/**
 * A reader who comes from the search sees the words that were found, in the passage that the address names.
 */

/** Mark the words of `?found=` by the CSS Custom Highlight API, and open what holds them; where there is none, the passage alone is marked. */
export function markFound(): void {
  const words = new URLSearchParams(location.search).getAll('found').filter(Boolean);
  const target = location.hash
    ? document.getElementById(decodeURIComponent(location.hash.slice(1)))
    : document.querySelector('.text, .term');
  if (words.length === 0 || !target || !('highlights' in CSS)) return;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})[\\p{L}\\p{M}]*`,
    'giu',
  );
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.textContent!.matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  for (const range of ranges) range.startContainer.parentElement?.closest('details')?.setAttribute('open', '');
  CSS.highlights.set('found', new Highlight(...ranges));
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
}
