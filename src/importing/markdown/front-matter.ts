/**
 * What other tools write above a Markdown text, between `---` (YAML) or `+++` (TOML), or behind `%` (Pandoc): values for the head, and the rest verbatim.
 */
import { parse } from 'yaml';
import type { Aside, Flag, Found, Head, HeadKey } from '../draft.ts';
import { metadataOf } from '../text/metadata.ts';

export interface FrontMatter {
  readonly head: Head;
  /** What has no place in the head. It is not seen by a reader, and still not lost. */
  readonly aside: readonly Aside[];
  readonly flags: readonly Flag[];
  /** The text below it. */
  readonly body: string;
  /** How many lines stand above the text. */
  readonly lines: number;
}

/** The keys of Jekyll, Hugo, Pandoc and their like. */
const keys: ReadonlyMap<string, HeadKey> = new Map([
  ['title', 'title'],
  ['author', 'author'],
  ['authors', 'author'],
  ['date', 'published'],
  ['published', 'published'],
  ['publishdate', 'published'],
  ['pubdate', 'published'],
  ['lang', 'language'],
  ['language', 'language'],
  ['locale', 'language'],
  ['description', 'standfirst'],
  ['standfirst', 'standfirst'],
  ['subtitle', 'standfirst'],
  ['canonical', 'url'],
  ['canonical_url', 'url'],
  ['canonicalurl', 'url'],
  ['url', 'url'],
  ['link', 'url'],
  ['publisher', 'publisher'],
  ['section', 'section'],
]);

/** Read it; a text without it, or with a rule above it, is all body. */
export function frontMatterOf(text: string): FrontMatter {
  const fence = /^(?:---|\+\+\+)(?=[ \t]*\r?\n)/.exec(text)?.[0];
  const none = { head: {}, aside: [], flags: [], body: text, lines: 0 };
  if (fence === undefined) return titleBlockOf(text) ?? none;
  const lines = text.split('\n').map((line) => line.trimEnd());
  const end = lines.findIndex((line, i) => i > 0 && (line === fence || (fence === '---' && line === '...')));
  const inside = lines.slice(1, end);
  const assignment = fence === '---' ? /^[\w"'][^:]{0,80}:(?: |$)/ : /^[\w"'][^=]{0,80}=/;
  if (end < 0 || !inside.some((line) => assignment.test(line))) return none;
  const values = fence === '---' ? yamlValues(inside) : tomlValues(inside);
  const body = text
    .split('\n')
    .slice(end + 1)
    .join('\n');
  return { ...placed(inside, values, assignment), body, lines: end + 1 };
}

/** Pandoc's title block: up to three fields, title, authors and date, each from a line with `%` on, with what is indented below it. */
function titleBlockOf(text: string): FrontMatter | undefined {
  if (!/^%[ \t]+\S/.test(text)) return undefined;
  const lines = text.split('\n');
  const fields: { text: string; line: number }[] = [];
  let end = 0;
  for (; end < lines.length && end < 30; end++) {
    const line = lines[end]!.trimEnd();
    if (line.startsWith('%') && fields.length < 3) fields.push({ text: line.slice(1).trim(), line: end + 1 });
    else if (/^[ \t]+\S/.test(line)) fields.at(-1)!.text += `\n${line.trim()}`;
    else break;
  }
  const head: { [key in HeadKey]?: Found } = {};
  const aside: Aside[] = [];
  for (const [i, { text: field, line }] of fields.entries()) {
    if (field === '') continue;
    const key = (['title', 'author', 'published'] as const)[i]!;
    const value = usable(key, key === 'author' ? field.split(/[;\n]/).map((name) => name.trim()) : field);
    if (value !== undefined) head[key] = { value, from: `line ${line}` };
    else aside.push({ text: field, at: `line ${line}`, reason: 'metadata' });
  }
  return { head, aside, flags: [], body: lines.slice(end).join('\n'), lines: end };
}

function yamlValues(lines: readonly string[]): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = parse(lines.join('\n'), { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

/** Plain assignments before the first table: strings, dates, numbers. */
function tomlValues(lines: readonly string[]): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const line of lines) {
    if (line.startsWith('[')) break;
    const found = /^([\w-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w:.+-]+))[ \t]*(?:#.*)?$/.exec(line);
    if (!found) continue;
    const [, key, basic, literal, bare] = found;
    values.set(key!, literal ?? bare ?? basic!.replace(/\\(["\\])/g, '$1').replace(/\\[nt]/g, ' '));
  }
  return values;
}

/** Each key with its lines: into the head, or set aside. */
function placed(
  lines: readonly string[],
  values: ReadonlyMap<string, unknown>,
  assignment: RegExp,
): Pick<FrontMatter, 'head' | 'aside' | 'flags'> {
  const head: { [key in HeadKey]?: Found } = {};
  const aside: Aside[] = [];
  const flags: Flag[] = [];
  for (const { text, line } of entriesIn(lines, assignment)) {
    const key = /^["']?([\w-]+)/.exec(text)?.[1] ?? '';
    const place = keys.get(key.toLowerCase());
    const value = place && usable(place, values.get(key));
    if (place && value !== undefined && head[place] === undefined) head[place] = { value, from: `front matter ${key}` };
    else {
      aside.push({ text, at: `line ${line}`, reason: 'metadata' });
      if (place) flags.push({ message: `Not taken into the head: ${text.split('\n')[0]}`, at: `line ${line}` });
    }
  }
  return { head, aside, flags };
}

/** A key with what is indented below it. Comments and blank lines belong to none. */
function entriesIn(lines: readonly string[], assignment: RegExp): { text: string; line: number }[] {
  const entries: { text: string; line: number }[] = [];
  let within = false;
  lines.forEach((line, i) => {
    if (!/\S/.test(line) || (line.startsWith('#') && !within)) return;
    const last = entries.at(-1);
    if (last && !assignment.test(line) && !line.startsWith('[')) last.text += `\n${line}`;
    else entries.push({ text: line, line: i + 2 });
    within = true;
  });
  return entries;
}

function usable(key: HeadKey, value: unknown): string | undefined {
  const text = key === 'author' ? namesIn(value) : typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  if (!text) return undefined;
  if (key === 'published') return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])/.exec(text)?.[0] ?? metadataOf(text)?.published;
  if (key === 'url') return /^https?:\/\/\S+$/.test(text) ? text : undefined;
  if (key === 'language') return text.replace('_', '-');
  return text;
}

/** One name, a list of them, or of things that have one. */
function namesIn(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) {
    const names = value.map(namesIn);
    return names.every((name) => name !== '') ? names.join(', ') : '';
  }
  return typeof value === 'object' && value !== null && 'name' in value && Object.keys(value).length === 1 ? namesIn(value.name) : '';
}
