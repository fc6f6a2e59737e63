/**
 * What a page of the edition is cited as.
 */
import type { Citable, Name } from './cited.ts';
import { isoDate } from './edtf.ts';
import type { Document, Edition } from './model.ts';

type Around = Pick<Edition, 'title' | 'language' | 'editors'>;

const relations = { original: 'in', restated: 'restated in', excerpt: 'excerpted in' } as const;

/** A document of the edition: the source, as the edition has it. */
export function citableDocument({ id, title, text, source, language }: Document, edition: Around): Citable {
  return {
    id,
    type: 'chapter',
    title,
    authors: source.author === undefined ? [] : namesIn(source.author),
    publisher: source.publisher,
    date: source.published,
    how: relations[text],
    language,
    ...within(edition),
  };
}

/** A page that the editors wrote: of a claim, or, as an entry of the glossary, of a term. */
export function citablePage(type: Citable['type'], id: string, title: string, edition: Around): Citable {
  const how = type === 'entry' ? 'in the glossary of' : 'in';
  return { id, type, title, authors: [], how, language: edition.language, ...within(edition) };
}

const particles = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|zu|al|el|bin|ibn|bint|abu)$/;

/**
 * What reference managers read in the head of a page (the names of Highwire Press, as Zotero knows them): a part of a book. A name that
 * may be an office is left out: they would make a family name of its last word.
 */
export function metaOf({ title, authors, publisher, date, edition, language }: Citable, address: string | undefined): [string, string][] {
  const people = authors.flatMap((name) => ('family' in name ? [`${name.family}, ${name.given}`] : []));
  const day = isoDate(date)?.replaceAll('-', '/');
  return [
    ['citation_title', title],
    ...people.map((person): [string, string] => ['citation_author', person]),
    ['citation_book_title', edition],
    ...(publisher === undefined ? [] : [['citation_publisher', publisher] as [string, string]]),
    ...(day === undefined ? [] : [['citation_publication_date', day] as [string, string]]),
    ['citation_language', language],
    ...(address === undefined ? [] : [['citation_public_url', address] as [string, string]]),
  ];
}

function within({ title, editors }: Around): Pick<Citable, 'edition' | 'editors'> {
  return { edition: title, editors: editors.map((editor) => personIn(editor) ?? { literal: editor }) };
}

/** The names in a line: several only where each is surely a person. */
export function namesIn(line: string): Name[] {
  const people = line.split(/\s*;\s*|\s+(?:and|&)\s+/).map(personIn);
  return people.every((person) => person !== undefined) ? people : [{ literal: line }];
}

/**
 * A person's two names, where the spelling tells them: “A. Reader”, “Jane M. van Reader”, “Reader, Jane”. Everything else may as well
 * be the name of a paper or an office, and is left as it is.
 */
function personIn(text: string): Name | undefined {
  const [family, given, ...more] = text.split(/\s*,\s*/);
  if (family && given && more.length === 0 && /^(?:\p{Ll}\S* )*\p{Lu}\S*$/u.test(family) && /^\p{Lu}\S*(?: \p{Lu}\S*)?$/u.test(given))
    return { family, given };
  const words = text.trim().split(/\s+/);
  const before = words.slice(0, -1);
  const isPerson =
    !given &&
    words.length <= 5 &&
    before.some((word) => /^\p{Lu}\.(?:-?\p{Lu}\.)?$/u.test(word) && !/^[UE]\.[SUK]\.$/.test(word)) &&
    before.every((word) => (/^\p{Lu}/u.test(word) && word !== 'The') || particles.test(word)) &&
    /^\p{Lu}.*\p{L}$|^\p{Ll}+[-’']\p{Lu}.*\p{L}$/u.test(words.at(-1)!) &&
    !/^(?:Jr|Sr|[IVX]+)$/.test(words.at(-1)!);
  if (!isPerson) return undefined;
  let at = words.length - 1;
  while (at > 1 && /^\p{Ll}/u.test(words[at - 1]!)) at--;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
