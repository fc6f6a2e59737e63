/**
 * A question to the search, asked in every spelling of the names in it.
 */
const mostQueries = 24;

/**
 * @param query what the reader typed
 * @param forms for each term, all of its forms
 * @returns the questions to ask, the reader's own first, and the words to mark in what is found
 */
export function spellings(query: string, forms: readonly (readonly string[])[]): { queries: string[]; words: string[] } {
  const found = longestForm(query, forms);
  if (!found) return { queries: [query], words: wordsOf(query) };
  const rest = [query.slice(0, found.start), query.slice(found.end)];
  const others = found.term.filter((form) => form.toLowerCase() !== found.form.toLowerCase());
  // A form of several words is a phrase: unquoted, “Battle of Baghuz” would find every “of”.
  const ask = (form: string): string => `${rest[0]}${/\s|-/.test(form) ? `"${form}"` : form}${rest[1]}`.replaceAll(/"{2,}/g, '"').trim();
  return {
    queries: [ask(query.slice(found.start, found.end)), ...others.map(ask)].slice(0, mostQueries),
    words: [...found.term, ...wordsOf(rest.join(' '))],
  };
}

/** The longest form of any term that stands in a question as whole words. */
function longestForm(
  query: string,
  forms: readonly (readonly string[])[],
): { term: readonly string[]; form: string; start: number; end: number } | undefined {
  const lower = lowerCase(query);
  let best: ReturnType<typeof longestForm>;
  for (const term of forms) {
    for (const form of term) {
      if (best && form.length <= best.form.length) continue;
      const start = wholeWord(lower, lowerCase(form));
      if (start !== undefined) best = { term, form, start, end: start + form.length };
    }
  }
  return best;
}

/** Where a form first stands with no letter beside it. */
function wholeWord(query: string, form: string): number | undefined {
  if (form === '') return undefined;
  for (let start = query.indexOf(form); start >= 0; start = query.indexOf(form, start + 1)) {
    if (!isLetter(query.charAt(start - 1)) && !isLetter(query.charAt(start + form.length))) return start;
  }
  return undefined;
}

/** Lower case, letter by letter, so that every offset stays: “İ” would become two. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replaceAll(/./gsu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}

function wordsOf(query: string): string[] {
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map((match) => match[1]!.trim()).filter(Boolean);
  return [
    ...phrases,
    ...query
      .replaceAll(/"[^"]*"/g, ' ')
      .split(/\s+/)
      .filter((word) => word.length > 1),
  ];
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
