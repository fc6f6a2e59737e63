/**
 * How a passage is cited, in five forms. Pages have the form without a paragraph; the script of a page makes the others, by the same
 * functions, when a reader asks.
 *
 * Chicago is a full note as The Chicago Manual of Style, 18th edition, has it for a part of an edited whole read online; APA is the
 * Publication Manual's 7th edition: what stands in the text, then the entry of the list. Neither asks for a day of access.
 */
import { formatEdtf, isoDate, parseEdtf } from './edtf.ts';

/** A person whose family name is known, or any other name as it is. Spelled as CSL-JSON has it. */
export type Name = { readonly family: string; readonly given: string } | { readonly literal: string };

/** What is cited: a page of the edition. */
export interface Citable {
  readonly id: string;
  readonly type: 'chapter' | 'entry';
  readonly title: string;
  /** Who wrote it, as far as it is known. */
  readonly authors: readonly Name[];
  /** Who published the source. */
  readonly publisher?: string | undefined;
  /** EDTF, or `unknown`; left out where nothing is said. */
  readonly date?: string | undefined;
  /** Between it and the edition: “in”, “restated in”. */
  readonly how: string;
  readonly edition: string;
  readonly editors: readonly Name[];
  readonly language: string;
}

/** Which part of it, and where that is found. */
export interface Cited {
  readonly address: string;
  readonly paragraph?: number | undefined;
  /** Words of the paragraph, as they are quoted. */
  readonly words?: string | undefined;
  /** The day of access, ISO 8601. */
  readonly accessed?: string | undefined;
}

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

function bibtex(what: Citable, at: Cited): string {
  const { leading, publisher } = leadOf(what);
  const date = what.date === undefined ? undefined : parseEdtf(what.date);
  const people = (names: readonly Name[]): string =>
    names.map((name) => ('family' in name ? `${forTex(name.family)}, ${forTex(name.given)}` : `{${forTex(name.literal)}}`)).join(' and ');
  const note = [
    what.how.endsWith(' in') && `${upper(what.how.slice(0, -3))}.`,
    publisher && `First published by ${publisher}.`,
    date?.qualifier && `Date: ${formatEdtf(what.date!)}.`,
    at.paragraph && `Paragraph ${at.paragraph}${at.words ? `: ${quoted(at.words)}` : '.'}`,
  ].filter(Boolean);
  const fields = {
    author: people(leading),
    // Braces within braces keep the capitals.
    title: `{${forTex(what.title)}}`,
    booktitle: `{${forTex(what.edition)}}`,
    editor: people(what.editors),
    year: date && String(date.year).padStart(4, '0'),
    month: date?.month && months[date.month - 1],
    url: at.address.replaceAll(/[{}\\]/g, (sign) => encodeURIComponent(sign)),
    urldate: at.accessed,
    note: forTex(note.join(' ')),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = ${name === 'month' ? value : `{${value}}`},`] : [],
  );
  return [`@incollection{${keyOf(what, at)},`, ...lines, '}'].join('\n');
}

/** Names that every style of BibTeX knows, in its own language. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function csl(what: Citable, at: Cited): string {
  const { leading, publisher } = leadOf(what);
  const date = what.date === undefined ? undefined : parseEdtf(what.date);
  const note = at.paragraph && `Paragraph ${at.paragraph}${at.words ? `: ${quoted(at.words)}` : ''}`;
  const item = {
    id: keyOf(what, at),
    type: what.type,
    title: what.title,
    ...(leading.length > 0 && { author: leading }),
    ...(publisher && { 'original-publisher': publisher }),
    ...(date && { issued: { 'date-parts': [[date.year, date.month, date.day].filter(Boolean)], ...(date.qualifier && { circa: true }) } }),
    ...(what.how.endsWith(' in') && { genre: upper(what.how.slice(0, -3)) }),
    'container-title': what.edition,
    ...(what.editors.length > 0 && { editor: what.editors }),
    language: what.language,
    URL: at.address,
    ...(at.accessed && { accessed: { 'date-parts': [at.accessed.split('-').map(Number)] } }),
    ...(note && { note }),
  };
  const lines = Object.entries(item).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `[\n  {\n${lines.join(',\n')}\n  }\n]`;
}

/** Words as a citation quotes them: one line, and of many their beginning, to the end of a sentence where there is one. */
export function quotedWords(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const start = line.slice(0, longest);
  const sentences = /^.*[.!?…。！？؟][”’"')\]»]*(?=\s)/.exec(start)?.[0];
  if (sentences && sentences.length > longest / 3) return sentences;
  return `${start.replace(/\s+\S*$|[\ud800-\udbff]$/, '')} …`;
}

const longest = 280;

/** Who leads the citation: the authors, or where none is known, who published it; who published it besides. */
function leadOf({ authors, publisher }: Citable): { leading: readonly Name[]; publisher?: string | undefined } {
  if (authors.length > 0) return { leading: authors, publisher };
  return { leading: publisher === undefined ? [] : [{ literal: publisher }] };
}

function keyOf({ id }: Citable, { paragraph }: Cited): string {
  return paragraph ? `${id}-p${paragraph}` : id;
}

function withWords({ words }: Cited, citation: string, between = '\n'): string {
  return words ? `${quoted(words)}${between}${citation}` : citation;
}

/** In double quotation marks; those within become single. */
function quoted(text: string): string {
  const inner = text.replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', "'");
  return `“${isolated(inner)}”`;
}

/** Among words that run from left to right, words from right to left keep to themselves what stands beside them. */
function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
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

function upper(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
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

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, escaped or not.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function forTex(text: string): string {
  return text.replaceAll(/[\\{}~^%&$#_]/g, (sign) => texSigns[sign] ?? `\\${sign}`).replaceAll(/[\s\u2066-\u2069]+/g, ' ');
}
