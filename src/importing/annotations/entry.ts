/**
 * One annotation from elsewhere to one note as an editor writes it: its passage, its kind, its words and where they lead.
 */
import { fromHtml } from 'hast-util-from-html';
import { parseEdtf } from '../../core/edtf.ts';
import { toId } from '../../core/id.ts';
import { annotationKinds, type AnnotationKind, type Reference, type WrittenNote } from '../../core/model.ts';
import type { Words } from '../../core/passage.ts';
import type { Problem } from '../../core/problem.ts';
import { find } from '../../core/quote.ts';
import { blockAround, textOf } from '../../core/tree.ts';
import { motivations } from '../../core/web-annotation.ts';
import { html } from '../../core/typeset.ts';
import { readMarkdown } from '../../edition/markdown.ts';
import { annotationSchema } from '../../edition/schemas.ts';
import { anchor, covers, quoteFor, type Anchor, type Quote } from './anchor.ts';
import { saidIn } from './body.ts';
import type { Incoming, IncomingTarget } from './source.ts';
import { pageOf, type Page } from './page.ts';
import { sameWords } from '../titles.ts';

/** What the notes are to be on. */
export interface Surroundings {
  readonly words: Words;
  /** The title of the document, and its headings. */
  readonly headings?: readonly string[];
  /** The address of the source itself, where the document's head has it. */
  readonly url?: string | undefined;
  /** The origin of the published edition and its base path, where they are known. */
  readonly site?: string | undefined;
  readonly base: string;
  /** Names that stand for the edition: no note says that they are its author. */
  readonly editors: readonly string[];
}

/** A note to write; its id is not yet held against those that are there. */
export interface Entry {
  readonly note: WrittenNote;
  readonly paragraph: number;
  /** What could not be kept, a sentence each. */
  readonly remarks: readonly string[];
}

/** Make the entry of an annotation. Returns a sentence that says why, where there can be none. */
export function entryOf(incoming: Incoming, around: Surroundings): Entry | string {
  const at = targetHere(incoming.targets, around);
  if (typeof at === 'string') return at;
  const own = ownEntry(incoming, at.page, around);
  if (own?.note.lost && isWellFormed(own.note))
    return { ...own, paragraph: 0, remarks: [...own.remarks, 'It has no place, as it had none: its words are gone.'] };
  const found = anchor(at.target, around.words, around.headings);
  const quote = own ? ownQuote(own.note, found, around.words) : typeof found === 'string' ? undefined : quoteFor(found, around.words);
  if (!quote) return typeof found === 'string' ? found : 'Its words stand more than once, and no context tells which are meant.';
  const made = own ? { ...own, note: withQuote(own.note, quote) } : newEntry(incoming, at, quote, around);
  if (typeof made === 'string') return made;
  if (!isWellFormed(made.note)) return 'It holds half of a letter (a lone surrogate).';
  if (typeof found === 'string') return { ...made, paragraph: paragraphOf(quote, around.words) };
  const wider =
    typeof quote === 'object' && 'paragraph' in quote && !found.whole && !covers(found.span, found.block, around.words.flat.words);
  const remarks = [
    ...made.remarks,
    ...(wider ? ['No context tells its words from others like them: it is on the whole of its block.'] : []),
    ...(found.bare ? ['What stood around its words is not there: look whether it is the place.'] : []),
    ...dateRemarks(incoming),
  ];
  return { ...made, paragraph: found.block.number, remarks };
}

/** A note of what the annotation says by the model, where it is none of ours. */
function newEntry(incoming: Incoming, at: Here, quote: Quote, around: Surroundings): Omit<Entry, 'paragraph'> | string {
  const lead = at.page.lead;
  const said = saidIn(incoming.texts, at.page.base, lead);
  if (typeof said === 'string') return said;
  if (said.body === '') return 'It says nothing: it is a highlight without words.';
  const remarks: string[] = [];
  const kind = kindOf(incoming, remarks);
  const references = incoming.links.flatMap((link): Reference[] => {
    const to = lead(link.trim());
    if (to !== undefined) return [{ to, relation: 'see' }];
    remarks.push(`Its link to ${link.slice(0, 80)} was left out.`);
    return [];
  });
  const author = incoming.author?.replaceAll(/\s+/g, ' ').trim();
  const tags = incoming.tags.filter((tag) => tag.trim() !== '' && tag.trim().toLowerCase() !== kind);
  if (tags.length > 0) remarks.push(`Its tags were left out: ${tags.join(', ').slice(0, 200)}.`);
  const day = lastDay(incoming);
  const note = {
    id: idFor(incoming, said.body, at.target.quote?.exact),
    kind,
    quote,
    body: said.body,
    ...(said.more && { more: said.more }),
    ...(references.length > 0 && { references }),
    ...(kind === 'check' && incoming.verdict && day && { check: { verdict: incoming.verdict, checked: day } }),
    ...(author && author !== around.editors.join(', ') && { author }),
  };
  return { note, remarks };
}

interface Here {
  readonly target: IncomingTarget;
  readonly page: Page;
}

/** The first of its targets that is this document. */
function targetHere(targets: readonly IncomingTarget[], around: Surroundings): Here | string {
  let first: string | undefined;
  for (const target of targets) {
    const page = pageOf(target.source, around);
    if (typeof page !== 'string') return { target, page };
    first ??= page;
  }
  return first ?? 'It has no target.';
}

/** The entry that our own export carries, with other words where they were changed since; undefined where there is none that is sound. */
function ownEntry(
  { written, texts }: Incoming,
  { base, lead }: Page,
  around: Surroundings,
): { note: WrittenNote; remarks: string[] } | undefined {
  // A note in place may have no quote: it stood right after its words.
  const placed = isValues(written) && !('lost' in written) ? { quote: { paragraph: 1 }, ...written } : written;
  const { data } = annotationSchema.safeParse(placed);
  // What is longer is no note of ours, and would take the parser long.
  if (!data || data.body.length + (data.more?.length ?? 0) > 200_000) return undefined;
  const note = written as WrittenNote;
  const problems: Problem[] = [];
  const place = () => ({ file: around.words.document, line: 1, column: 1 });
  const trees = [readMarkdown(data.body, room.body, place, problems), readMarkdown(data.more ?? '', room.more, place, problems)];
  if (problems.length > 0) return undefined;
  const there = texts.map(({ text, format }) => (format === 'html' ? seenIn(text) : text)).join(' ');
  if (texts.length === 0 || sameWords(trees.map((tree) => seenIn(html(tree))).join(' '), there)) return { note, remarks: [] };
  const said = saidIn(texts, base, lead);
  if (typeof said === 'string' || said.body === '') return { note, remarks: [] };
  const { more: _more, ...rest } = note;
  return {
    note: { ...rest, body: said.body, ...(said.more && { more: said.more }) },
    remarks: ['Its words were changed in another tool.'],
  };
}

const room = { body: { holds: 'line', name: 'The body' }, more: { holds: 'more', name: 'More' } } as const;

/** The words of HTML, without task boxes. */
function seenIn(text: string): string {
  return textOf(fromHtml(text, { fragment: true })).replaceAll(/[☐☑]/g, '');
}

/** The quote as the editor wrote it, where it still finds the passage; else another for the same passage. */
function ownQuote({ quote }: WrittenNote, found: Anchor | string, words: Words): Quote | undefined {
  if (quote !== undefined && typeof quote === 'object' && 'paragraph' in quote) {
    if (typeof found === 'string') return undefined;
    if (found.block.number > 0 && (found.whole || covers(found.span, found.block, words.flat.words)))
      return { paragraph: found.block.number };
    return quoteFor(found, words);
  }
  const [only, ...others] = quote === undefined ? [] : find(words.folded, typeof quote === 'string' ? { exact: quote } : quote, 2);
  const settled = only && others.length === 0;
  const there = typeof found === 'string' || (only?.start === found.span.start && only.end === found.span.end);
  if (settled && there) return quote as Quote;
  return typeof found === 'string' ? undefined : quoteFor(found, words);
}

/** The number of the block in which a quote of words stands; 0 in the footnotes. */
function paragraphOf(quote: Quote, { folded, flat }: Words): number {
  const exact = typeof quote === 'string' ? { exact: quote } : 'exact' in quote ? quote : undefined;
  const [span] = exact ? find(folded, exact, 1) : [];
  return (span && blockAround(flat.blocks, span)?.number) ?? 0;
}

/** Its quote where it stood, after id and kind where there was none. */
function withQuote(note: WrittenNote, quote: Quote): WrittenNote {
  if (note.quote !== undefined) return { ...note, quote };
  const { id, kind, quote: _none, ...rest } = note;
  return { id, kind, quote, ...rest };
}

/** By its motivation, else by a tag that is the name of a kind; a check needs what it found, and when. */
function kindOf(incoming: Incoming, remarks: string[]): AnnotationKind {
  const { motivation, tags, verdict } = incoming;
  const named = tags.map((tag) => tag.trim().toLowerCase());
  const kind =
    annotationKinds.find((each) => motivations[each] === motivation) ?? annotationKinds.find((each) => named.includes(each)) ?? 'context';
  if (kind !== 'check' || (verdict && lastDay(incoming))) return kind;
  remarks.push(`It is a check without ${verdict ? 'a date' : 'a verdict'}, and stands as context.`);
  return 'context';
}

/** A date that is none is said to be left out. */
function dateRemarks({ dates }: Incoming): string[] {
  return dates
    .filter((date) => dayOf(date) === undefined)
    .map((date) => `Its date “${date.slice(0, 40).toWellFormed()}” is no date, and was left out.`);
}

function lastDay({ dates }: Incoming): string | undefined {
  return dates.flatMap((date) => dayOf(date) ?? []).at(-1);
}

function dayOf(date: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(date)?.[0];
  return day && parseEdtf(day) ? day : undefined;
}

/** That of our own entry, else one made from its first words; those of the passage where it has none that an id may have. */
function idFor({ written }: Incoming, body: string, exact = ''): string {
  const own = isValues(written) ? annotationSchema.shape.id.safeParse(written['id']) : undefined;
  if (own?.success) return own.data;
  return [body, exact].map(slug).find((id) => id !== '') ?? 'note';
}

const mostWords = 5;

function slug(text: string): string {
  const plain = text
    .slice(0, 500)
    .replaceAll(/\]\([^)]*\)/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '');
  return toId(plain).split('-').slice(0, mostWords).join('-').slice(0, 60).replace(/-$/, '');
}

function isValues(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed);
}
