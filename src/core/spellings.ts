/**
 * A question to the search, asked in every spelling of the names in it.
 */
const mostQueries = 24;

/** All forms of one term. */
export interface Spelled {
  readonly forms: readonly string[];
  /** True where the case counts: *IS* is a name, *is* is not. */
  readonly exact?: boolean | undefined;
}

/**
 * @param query what the reader typed
 * @param terms every term that has several forms
 * @returns the questions to ask, the reader's own first, and the words to mark in what is found
 */
export function spellings(query: string, terms: readonly Spelled[]): { queries: string[]; words: string[] } {
  const names = namesIn(query, terms);
  const rest = names.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, query);
  return { queries: questions(query, names), words: [...names.flatMap(({ term }) => term.forms), ...wordsOf(rest)] };
}

/** A name that stands in a question. */
interface Name {
  readonly term: Spelled;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Every spelling of every name with every other, the reader's own first, up to the limit. */
function questions(query: string, names: readonly Name[]): string[] {
  let asked: string[][] = [[]];
  for (const { term, form, start, end } of names) {
    const own = query.slice(start, end);
    const spelled = [own, ...term.forms.filter((other) => other.toLowerCase() !== form.toLowerCase())];
    asked = spelled.flatMap((each) => asked.map((before) => [...before, each])).slice(0, mostQueries);
  }
  return asked.map((forms) => {
    let text = '';
    let from = 0;
    for (const [i, { start, end }] of names.entries()) {
      text += query.slice(from, start) + quoted(forms[i]!);
      from = end;
    }
    return (text + query.slice(from)).replaceAll(/"{2,}/g, '"').trim();
  });
}

/** A form of several words is a phrase: unquoted, “Battle of Baghuz” would find every “of”. */
function quoted(form: string): string {
  return /\s|-/.test(form) ? `"${form}"` : form;
}

/** The names in a question, none within another, in order. */
function namesIn(query: string, terms: readonly Spelled[]): Name[] {
  const lower = lowerCase(query);
  const found = terms.flatMap((term) =>
    term.forms.flatMap((form): Name[] => {
      const start = term.exact ? wholeWord(query, form) : wholeWord(lower, lowerCase(form));
      return start === undefined ? [] : [{ term, form, start, end: start + form.length }];
    }),
  );
  const names: Name[] = [];
  for (const name of found.sort((a, b) => b.form.length - a.form.length)) {
    if (!names.some((other) => other.start < name.end && name.start < other.end)) names.push(name);
  }
  return names.sort((a, b) => a.start - b.start);
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
