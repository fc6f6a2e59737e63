/**
 * The index of names, as the end of a good book has it: every headword with the documents that mention it, and every other form
 * at its own place in the alphabet, sending to the headword.
 */
import type { Term, TermKind } from './model.ts';
import { compare } from './problem.ts';

/** Events have dates, and a page of their own; concepts have words for them, with plurals and verbs, and no names. */
export const nameKinds = ['person', 'place', 'organisation'] as const satisfies readonly TermKind[];

/** A headword, where it stands by the alphabet. */
export interface Name {
  readonly kind: 'name';
  readonly term: Term;
  /** Its forms that would stand right beside it. */
  readonly also: readonly string[];
  /** Where it is mentioned, in the edition's order. */
  readonly documents: readonly InDocument[];
}

/** “Baghouz, Baghouz Fawqani, see Baghuz”: forms that follow one another and send to the same. */
export interface See {
  readonly kind: 'see';
  readonly forms: readonly string[];
  readonly terms: readonly Term[];
}

export interface InDocument {
  readonly document: string;
  readonly mentions: number;
  /** The number of the block of its first mention; 0 for footnotes. */
  readonly block: number;
}

export interface Letter {
  /** One letter, or “0–9”. */
  readonly letter: string;
  readonly entries: readonly (Name | See)[];
}

/** A form at its place in the alphabet. */
interface Listed {
  readonly text: string;
  /** What it is sorted by. */
  readonly by: string;
  readonly head: boolean;
  readonly terms: readonly Term[];
}

/**
 * The names among an edition's terms, by letter, sorted letter by letter as the edition's language sorts: spaces, hyphens and case
 * do not count. “al-Hol” stands under A, as in the glossary and for a reader who does not know the article; for one who does,
 * “Hol, al-” stands under H, where no form does already.
 * @param language BCP 47
 */
export function indexOfNames(terms: readonly Term[], language: string): Letter[] {
  const collator = new Intl.Collator(language, { ignorePunctuation: true, numeric: true });
  const letterOf = lettersOf(language);
  const listed = terms
    .filter(({ kind }) => nameKinds.some((each) => each === kind))
    .flatMap((term) => listedForms(term, language))
    .sort(
      (a, b) =>
        collator.compare(a.by, b.by) ||
        Number(b.head) - Number(a.head) ||
        compare(a.text, b.text) ||
        compare(a.terms[0]!.id, b.terms[0]!.id),
    );
  return [...Map.groupBy(listed, ({ by }) => letterOf(by))].map(([letter, here]) => ({ letter, entries: entriesOf(shared(here)) }));
}

/** The documents that mention a term, each with how often and where first. */
export function documentsOf({ mentions }: Pick<Term, 'mentions'>): InDocument[] {
  return [...Map.groupBy(mentions, ({ document }) => document)].map(([document, here]) => ({
    document,
    mentions: here.length,
    block: here[0]!.block,
  }));
}

/** Titles of courtesy and articles, by language: what nobody looks a name up by, where the rest of the form is a form as well. */
const before: Readonly<Record<string, string>> = {
  de: 'der|die|das|herr|frau|dr',
  en: 'the|mr|mrs|ms|miss|dr',
  es: 'el|la|los|las|don|doña|señor|señora|sr|sra|dr|dra',
  fr: 'le|la|les|m|mme|mlle|dr',
  it: 'il|lo|la|i|gli|le|signor|signora|dott',
  nl: 'de|het|heer|mevrouw|dr',
};
/** The Arabic article with its hyphen, also joined to the sun letters. */
const article = /^(?:al|el|ad|adh|an|ar|as|ash|at|ath|az)[-‐‑](?=\p{L})/iu;

/** The headword, its other forms but those that say nothing new, and those turned round by which they may be looked up. */
function listedForms(term: Term, language: string): Listed[] {
  const titles = new RegExp(`^(?:${before[language.split('-')[0]!] ?? '(?!)'})[.]? +(?=\\S)`, 'iu');
  const known = new Set([term.term, ...term.forms].map(keyOf));
  const taken = new Set<string>();
  const listed: Listed[] = [];
  const add = (text: string, by: string, head = false): void => {
    const key = keyOf(by);
    if (taken.has(key)) return;
    taken.add(key);
    listed.push({ text, by: sortedBy(by), head, terms: [term] });
  };
  add(term.term, term.term, true);
  for (const form of term.forms) {
    const rest = form.replace(titles, '');
    if (rest === form || !known.has(keyOf(rest))) add(form, form);
    const [found] = article.exec(form) ?? [];
    if (!found) continue;
    const turned = form.slice(found.length);
    // “Hol camp, al-” says no more than “Hol, al-” beside it.
    if (!/\s/.test(turned) && !known.has(keyOf(turned))) add(`${turned}, ${found}`, turned);
  }
  return listed;
}

/** Forms that differ in case, spaces and punctuation alone are one. */
function keyOf(form: string): string {
  return form
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\p{Cf}\u02b0-\u02ff]/gu, '');
}

/** Without the half rings of scholars' Arabic and the like, which no alphabet has a place for. */
function sortedBy(form: string): string {
  return form.replaceAll(/[\u02b0-\u02ff]/gu, '').replace(/^[^\p{L}\p{N}]+/u, '');
}

/** The letter that a name stands under: “É” under E where the language takes it for an E, under É where it does not. */
function lettersOf(language: string): (text: string) => string {
  const base = new Intl.Collator(language, { sensitivity: 'base' });
  const known = new Map<string, string>();
  return (text) => {
    const first = /[\p{L}\p{N}]\p{M}*/u.exec(text)?.[0] ?? '';
    const letter = known.get(first) ?? (/\p{N}/u.test(first) ? '0–9' : plainLetter(first, base, language));
    known.set(first, letter);
    return letter;
  };
}

function plainLetter(letter: string, base: Intl.Collator, language: string): string {
  const bare = /\p{L}/u.exec(letter.normalize('NFD'))?.[0] ?? letter;
  const own = base.compare(bare, letter) === 0 ? bare : letter.normalize('NFC');
  return [...own.toLocaleUpperCase(language)][0] ?? own;
}

/** A form of several terms is listed once, and sends to each. */
function shared(listed: readonly Listed[]): Listed[] {
  const once: Listed[] = [];
  for (const each of listed) {
    const last = once.at(-1);
    if (last && !last.head && !each.head && keyOf(last.text) === keyOf(each.text))
      once[once.length - 1] = { ...last, terms: [...last.terms, ...each.terms] };
    else once.push(each);
  }
  return once;
}

/**
 * Forms of one term that follow one another are one line. Those right beside the headword stand in its entry: all that come after
 * it, and those before it that begin with the same word. Any other comes before it as a line of its own, for who reads down.
 */
function entriesOf(listed: readonly Listed[]): (Name | See)[] {
  return runsOf(listed).flatMap((run): (Name | See)[] => {
    const terms = run[0]!.terms;
    const term = terms[0]!;
    const head = run.findIndex((each) => each.head);
    const beside = (each: Listed, i: number): boolean => head >= 0 && (i > head || firstWord(each.text) === firstWord(term.term));
    const forms = run.filter((each, i) => !each.head && !beside(each, i)).map(({ text }) => text);
    const also = run.filter((each, i) => !each.head && beside(each, i)).map(({ text }) => text);
    return [
      ...(forms.length > 0 ? [{ kind: 'see' as const, forms, terms }] : []),
      ...(head >= 0 ? [{ kind: 'name' as const, term, also, documents: documentsOf(term) }] : []),
    ];
  });
}

function runsOf(listed: readonly Listed[]): Listed[][] {
  const runs: Listed[][] = [];
  for (const each of listed) {
    const run = runs.at(-1);
    const same = run?.[0]!.terms;
    if (run && same?.length === each.terms.length && each.terms.every((term, i) => term === same[i])) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function firstWord(form: string): string {
  return keyOf(form.split(/\s/, 1)[0]!);
}
