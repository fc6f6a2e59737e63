/**
 * Citations as records for reference managers.
 */
import { keyOf, leadOf, quoted, upper, type Citable, type Cited, type Name } from './cited.ts';
import { formatEdtf, parseEdtf } from './edtf.ts';

/** An entry for BibTeX, whatever signs its words hold. */
export function bibtex(what: Citable, at: Cited): string {
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

/** An item of CSL-JSON, in a list of one. */
export function csl(what: Citable, at: Cited): string {
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

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, escaped or not.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function forTex(text: string): string {
  return text
    .replaceAll(/[\\{}~^%&$#_]/g, (sign) => texSigns[sign] ?? `\\${sign}`)
    .replaceAll(/[\u2066-\u2069]+/g, '')
    .replaceAll(/\s+/g, ' ');
}
