/**
 * What is searched, as pages for Pagefind: the words of a document, of its notes, of a term, with the ids that hits lead to. The
 * finished pages hold the same words, but reading all their HTML again takes Pagefind half as long again.
 */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { kindNames } from '../core/apparatus.ts';
import type { Document, Edition, Term } from '../core/model.ts';
import { h, textOf } from '../core/tree.ts';

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
    if (document.annotations.length > 0) yield { url: `/documents/${document.id}/?kind=note`, content: notesPage(document, edition) };
  }
  for (const term of edition.terms) yield { url: `/glossary/${term.id}/`, content: termPage(term, edition) };
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
  const notes = document.annotations.map((note) => {
    const passage = document.words.slice(note.span.start, note.span.end).replaceAll(/\s+/g, ' ');
    const on = note.whole ? '' : `, on “${passage.length > 60 ? `${passage.slice(0, 60).trimEnd()}…` : passage}”`;
    const words = [note.body, note.more].flatMap((root) => root?.children.map((child) => textOf(child)) ?? []);
    return h('section', { id: `note-${note.id}`, dataPagefindTitle: `${kindNames[note.kind]}, note ${note.number}${on}` }, words.join(' '));
  });
  return page(
    edition.language,
    'kind:note',
    ...languageFilter(document, edition),
    h('h1', { dataPagefindIgnore: '', dataPagefindMeta: 'title' }, document.title),
    ...notes,
  );
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

/** The language of a document, where it is not the edition's. An element of its own: Pagefind takes one value from each. */
function languageFilter({ language }: Document, edition: Edition): Element[] {
  return language === edition.language ? [] : [h('span', { dataPagefindFilter: `language:${language}` })];
}

function page(language: string, filter: string, ...children: Element[]): string {
  const body = h('body', { dataPagefindBody: '', dataPagefindFilter: filter }, ...children);
  return `<!doctype html>${toHtml(h('html', { lang: language }, body))}`;
}
