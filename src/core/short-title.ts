/**
 * Titles short enough for an index, with a sign where something is left out.
 */

/** In UTF-16 code units, without the ellipsis. */
const longest = 26;
/** A part of a title that is shorter says too little: “Iraq” of “Iraq—and the West—Haven’t …”. */
const shortest = 8;

/**
 * The short title of each document, by its id: up to a colon, a dash or the end of a sentence, else as many words as fit. One that
 * would be the same for two documents is not shortened.
 */
export function shortTitles(documents: readonly { readonly id: string; readonly title: string }[]): Map<string, string> {
  const short = documents.map(({ title }) => shortened(title));
  const alike = Map.groupBy(short, (title) => title);
  return new Map(documents.map(({ id, title }, i) => [id, alike.get(short[i]!)!.length === 1 ? short[i]! : title]));
}

function shortened(title: string): string {
  if (title.length <= longest) return title;
  for (const { index } of title.slice(0, longest + 1).matchAll(/[:;?!.](?=\s)|\s?[—–]|[。：！？]/gu))
    if (index >= shortest) return `${title.slice(0, index)}…`;
  const words = title.slice(0, longest + 1).split(/\s+/);
  // The last is cut, or is followed by a space that the cut has kept.
  words.pop();
  while (words.length > 1 && words.at(-1)!.length <= 3) words.pop();
  const whole = words.join(' ');
  return whole === '' ? `${title.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : `${whole.replace(/[,;:]$/, '')}…`;
}
