/**
 * How a passage is cited, in five forms. Pages have the form without a paragraph; the script of a page makes the others, by the same
 * functions, when a reader asks.
 *
 * Chicago is a full note as The Chicago Manual of Style, 18th edition, has it for a part of an edited whole read online; APA is the
 * Publication Manual's 7th edition: what stands in the text, then the entry of the list. Neither asks for a day of access.
 */
import { bibtex, csl } from './citation-records.ts';
import { isolated, leadOf, quoted, upper, type Citable, type Cited, type Name } from './cited.ts';
import { formatEdtf, isoDate, parseEdtf } from './edtf.ts';

const forms = { plain, chicago, apa, bibtex, csl } as const;
export type Form = keyof typeof forms;
export const formNames: Readonly<Record<Form, string>> = {
  plain: 'Plain',
  chicago: 'Chicago',
  apa: 'APA',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
};

/** The citation of a passage in one form. */
export function cite(form: Form, what: Citable, at: Cited): string {
  return forms[form](what, at);
}

/** “A. Reader, “The harbour dues”, The Port Gazette, 4 May 1731, restated in The Harbour Papers, ed. B. Writer, ¶ 3, https://…”. */
function plain(what: Citable, at: Cited): string {
  const editors = what.editors
    .map(named)
    .join(', ')
    .replace(/^The editors/, 'the editors');
  const parts = [
    what.authors.map(named).join(', '),
    quoted(what.title),
    what.publisher && isolated(what.publisher),
    what.date && formatEdtf(what.date),
    `${what.how} ${isolated(what.edition)}`,
    editors && `ed. ${editors}`,
    at.paragraph && `¶\u00a0${at.paragraph}`,
    at.address,
  ];
  return withWords(at, parts.filter(Boolean).join(', '));
}

/** “A. Reader, “The harbour dues,” The Port Gazette, May 4, 1731, restated in The Harbour Papers, ed. B. Writer, para. 3, https://….” */
function chicago(what: Citable, at: Cited): string {
  const { leading, publisher } = leadOf(what);
  const [first, second, third] = leading.map(named);
  // Of more than two authors the note names the first.
  const authors = third ? `${first} et al.` : second ? `${first} and ${second}` : first;
  const editors = listed(what.editors.map(named)).replace(/^The editors/, 'the editors');
  const parts = [
    authors && `${authors}, `,
    `${quoted(`${what.title.replace(/(?<![\p{Lu}.])\.$/u, '')},`)} `,
    publisher && `${isolated(publisher)}, `,
    what.date && `${american(what.date)}, `,
    `${what.how} ${isolated(what.edition)}`,
    editors && `, ed. ${editors}`,
    at.paragraph && `, para.\u00a0${at.paragraph}`,
    `, ${at.address}.`,
  ];
  return withWords(at, parts.filter(Boolean).join(''));
}

/** “(Reader, 1731, para. 3)”, and under it “Reader, A. (1731). The harbour dues. In B. Writer (Ed.), The Harbour Papers. https://…”. */
function apa(what: Citable, at: Cited): string {
  const { leading, publisher } = leadOf(what);
  const year = yearOf(what.date);
  const heads = leading.map((name) => ('family' in name ? isolated(name.family) : isolated(name.literal)));
  const who = heads.length > 2 ? `${heads[0]} et al.` : heads.join(' & ') || quoted(`${what.title},`);
  const inText = `(${who}${heads.length > 0 ? ',' : ''} ${[year, at.paragraph && `para.\u00a0${at.paragraph}`].filter(Boolean).join(', ')})`;
  const made = what.how.endsWith(' in') ? ` [${upper(what.how.slice(0, -3))}]` : '';
  const authors = withAmpersand(leading.map(inverted));
  const title = `${isolated(what.title)}${made}`;
  // “The editors” is no name to look for.
  const editors = what.editors.filter((name) => !('literal' in name && /^the editors\b/i.test(name.literal)));
  const by = editors.length > 0 ? `${withAmpersand(editors.map(initialled), false)} (${editors.length > 1 ? 'Eds' : 'Ed'}.), ` : '';
  const entry = [
    ...(authors ? [stopped(authors), `(${year}).`, stopped(title)] : [stopped(title), `(${year}).`]),
    stopped(`In ${by}${isolated(what.edition)}`),
    at.address,
    publisher && `(Original work published by ${isolated(publisher)})`,
  ];
  return `${withWords(at, inText, ' ')}\n${entry.filter(Boolean).join(' ')}`;
}

function withWords({ words }: Cited, citation: string, between = '\n'): string {
  return words ? `${quoted(words)}${between}${citation}` : citation;
}

function named(name: Name): string {
  return isolated('family' in name ? `${name.given} ${name.family}` : name.literal);
}

function inverted(name: Name): string {
  return isolated('family' in name ? `${name.family}, ${initials(name.given)}` : name.literal);
}

function initialled(name: Name): string {
  return isolated('family' in name ? `${initials(name.given)} ${name.family}` : name.literal);
}

/** “Jean-Paul M.” is “J.-P. M.”. */
function initials(given: string): string {
  return given
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ');
}

function listed(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

function withAmpersand(names: readonly string[], comma = true): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}${comma || names.length > 2 ? ',' : ''} & ${names.at(-1)}`;
}

/** A sentence ends once. */
function stopped(text: string): string {
  return /[.!?][\u2069]?$/.test(text) ? text : `${text}.`;
}

function yearOf(edtf: string | undefined): string {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  return date ? `${date.qualifier ? 'ca. ' : ''}${date.year}` : 'n.d.';
}

/** “May 4, 1731”, “ca. April 2021”, “[2022?]”, “n.d.”. */
function american(edtf: string): string {
  const date = parseEdtf(edtf);
  if (!date) return 'n.d.';
  const [month] = date.month === undefined ? [] : formatEdtf(isoDate(edtf)!).match(/\p{L}+/u)!;
  const words = [month, date.day && `${date.day},`, date.year].filter(Boolean).join(' ');
  if (date.qualifier === '') return words;
  return date.qualifier === '?' ? `[${words}?]` : `ca. ${words}`;
}
