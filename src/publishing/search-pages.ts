/**
 * What is searched, as pages for Pagefind: the words of a document, of its notes, of a term, a claim, the timeline, with the ids that hits lead to. The
 * finished pages hold the same words, but reading all their HTML again takes Pagefind half as long again.
 */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { kindNames } from '../core/apparatus.ts';
import type { Claim } from '../core/claim.ts';
import { formatEdtf } from '../core/edtf.ts';
import type { Document, Edition, Note, Term } from '../core/model.ts';
import { h, textOf } from '../core/tree.ts';
import { hasNotes } from '../core/web-annotation.ts';
import { answerInWords } from '../core/value-words.ts';

export interface SearchPage {
  /** The address within the site, without its base path. */
  readonly url: string;
  readonly content: string;
}

/** Every page that is searched. */
export function* searchPages(edition: Edition): Generator<SearchPage> {
  for (const document of edition.documents) {
    yield { url: `/documents/${document.id}/`, content: textPage(document, edition) };
    // An address of its own: Pagefind overwrites what has the same one, without a word.
    if (hasNotes(document)) yield { url: `/documents/${document.id}/?kind=note`, content: notesPage(document, edition) };
  }
  for (const term of edition.terms) yield { url: `/glossary/${term.id}/`, content: termPage(term, edition) };
  for (const claim of edition.claims) yield { url: `/claims/${claim.id}/`, content: claimPage(claim, edition) };
  if (edition.events.length > 0) yield { url: '/timeline/', content: timelinePage(edition) };
}

function textPage(document: Document, edition: Edition): string {
  const { title, language, words, headings } = document;
  const parts: Element[] = [];
  let section = 0;
  for (const { number, start, end, section: here, element } of document.blocks) {
    for (; section < here; section++) parts.push(h('h2', { id: headings[section]!.id }, headings[section]!.text));
    const id = number > 0 ? `p${number}` : element.properties['id'];
    parts.push(h('p', { id, dataPagefindTitle: number > 0 ? `${title}, ¶ ${number}` : undefined }, words.slice(start, end)));
  }
  for (const { id, text } of headings.slice(section)) parts.push(h('h2', { id }, text));
  return page(language, 'kind:text', ...languageFilter(document, edition), h('h1', { dataPagefindMeta: 'title' }, title), ...parts);
}

function notesPage(document: Document, edition: Edition): string {
  const notes = [
    ...document.annotations.map((note) => {
      const on = note.whole ? '' : `, ${onWords(document.words.slice(note.span.start, note.span.end))}`;
      return noteSection(note, `${kindNames[note.kind]}, note ${note.number}${on}`);
    }),
    ...document.lost.map((note) => noteSection(note, `${kindNames[note.kind]}, note without a place, ${onWords(note.quote)}`)),
  ];
  return page(
    edition.language,
    'kind:note',
    ...languageFilter(document, edition),
    h('h1', { dataPagefindIgnore: '', dataPagefindMeta: 'title' }, document.title),
    ...notes,
  );
}

function noteSection({ id, body, more }: Note, title: string): Element {
  const words = [body, more].flatMap((root) => root?.children.map((child) => textOf(child)) ?? []);
  return h('section', { id: `note-${id}`, dataPagefindTitle: title }, words.join(' '));
}

function onWords(words: string): string {
  const passage = words.replaceAll(/\s+/g, ' ');
  return `on “${passage.length > 60 ? `${passage.slice(0, 60).trimEnd()}…` : passage}”`;
}

function termPage({ term, forms, definition, article }: Term, edition: Edition): string {
  return page(
    edition.language,
    'kind:term',
    h('h1', { dataPagefindMeta: 'title' }, term),
    ...(forms.length > 1 ? [h('p', {}, `also ${forms.slice(1).join(', ')}`)] : []),
    h('p', {}, textOf(definition)),
    ...article.children.filter((child) => child.type === 'element'),
  );
}

function claimPage({ question, topic, note, statements, positions }: Claim, edition: Edition): string {
  const titles = new Map(edition.documents.map(({ id, title }) => [id, title]));
  return page(
    edition.language,
    'kind:claim',
    h('h1', { dataPagefindMeta: 'title' }, question),
    ...(topic ? [h('p', {}, topic)] : []),
    ...(note ? [h('p', {}, textOf(note))] : []),
    ...statements.map((statement) => {
      const { number, passage, said_by, origin } = statement;
      const words = [answerInWords(statement, { positions }), said_by?.name, origin?.name, `“${passage.words}”`].filter(Boolean).join('. ');
      return h('section', { id: `s${number}`, dataPagefindTitle: titles.get(passage.document) }, words);
    }),
  );
}

/** All events on one page, as the site has them: each hit leads to its event. */
function timelinePage({ language, events, terms }: Edition): string {
  const places = new Map(terms.map(({ id, term }) => [id, term]));
  return page(
    language,
    'kind:event',
    h('h1', { dataPagefindIgnore: '', dataPagefindMeta: 'title' }, 'Timeline'),
    ...events.map(({ id, date, title, summary, place, passages }) => {
      const words = [
        formatEdtf(date),
        title,
        place && places.get(place),
        summary && textOf(summary),
        ...passages.map((each) => each.words),
      ];
      return h('section', { id, dataPagefindTitle: `${formatEdtf(date)}: ${title}` }, words.filter(Boolean).join('. '));
    }),
  );
}

/** The language of a document, where it is not the edition's. An element of its own: Pagefind takes one value from each. */
function languageFilter({ language }: Document, edition: Edition): Element[] {
  return language === edition.language ? [] : [h('span', { dataPagefindFilter: `language:${language}` })];
}

function page(language: string, filter: string, ...children: Element[]): string {
  const body = h('body', { dataPagefindBody: '', dataPagefindFilter: filter }, ...children);
  return `<!doctype html>${toHtml(h('html', { lang: language }, body))}`;
}
