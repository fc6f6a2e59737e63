/**
 * Notes as other tools read them: the W3C Web Annotation Data Model in JSON-LD (https://www.w3.org/TR/annotation-model/, REC 2017).
 */
import type { Element, ElementContent, Root } from 'hast';
import { directionOf } from './direction.ts';
import type { AnnotationKind, Document, Edition, LostNote, Note, Reference, WrittenNote } from './model.ts';
import { addressOf, parseReference } from './references.ts';
import { html } from './typeset.ts';
import { codePoints, lostSelectors, selectorsOf, type Selector } from './web-selectors.ts';

/** Where an edition stands, and what is known besides it. */
export interface Published {
  /** With a slash at each end. */
  readonly base: string;
  /** The origin, where it is known: then every address is absolute, else it is a path. */
  readonly site?: string | undefined;
  /** When a note was made and changed, where that is known: `2026-11-22`, or with a time. */
  readonly dates?: ((document: Document, note: Note) => Dates) | undefined;
}

export interface Dates {
  readonly created?: string | undefined;
  readonly modified?: string | undefined;
}

/** Of the vocabulary (https://www.w3.org/TR/annotation-vocab/#motivation), what a note of each kind is for. */
export const motivations = {
  gloss: 'describing',
  context: 'commenting',
  check: 'assessing',
  source: 'linking',
  question: 'questioning',
} as const satisfies Record<AnnotationKind, string>;

/** The editor's own entry travels as `variorum:note`, which JSON-LD 1.1 keeps as it stands and other tools may pass over. */
const context = ['http://www.w3.org/ns/anno.jsonld', { variorum: 'urn:variorum:', 'variorum:note': { '@type': '@json' } }] as const;

type Body =
  | {
      readonly type: 'TextualBody';
      readonly value: string;
      readonly format: 'text/html' | 'text/plain';
      readonly language?: string;
      readonly textDirection?: 'rtl';
      readonly purpose: string;
    }
  | { readonly type: 'SpecificResource'; readonly source: string; readonly purpose: 'linking' };

export interface WebAnnotation {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: string;
  readonly creator?: object;
  readonly created?: string;
  readonly modified?: string;
  readonly rights?: string;
  readonly canonical?: string;
  readonly body: readonly Body[];
  readonly target: { readonly type: 'SpecificResource'; readonly source: string; readonly selector: readonly Selector[] };
  readonly 'variorum:note': WrittenNote;
}

export interface AnnotationPage {
  readonly '@context': typeof context;
  readonly id: string;
  readonly type: 'AnnotationPage';
  readonly partOf: { readonly id: string; readonly type: 'AnnotationCollection'; readonly label: string; readonly total: number };
  readonly startIndex: number;
  readonly next?: string;
  readonly prev?: string;
  readonly items: readonly WebAnnotation[];
}

export interface AnnotationCollection {
  readonly '@context': typeof context;
  readonly id: string;
  readonly type: 'AnnotationCollection';
  readonly label: string;
  readonly creator?: object;
  readonly rights?: string;
  readonly total: number;
  readonly first?: string;
  readonly last?: string;
}

/** All notes of an edition: how many, and where the first and the last page of them stand; neither where it has none. */
export function annotationCollection(edition: Edition, at: Published): AnnotationCollection {
  const noted = withNotes(edition);
  const [first, last] = [noted[0], noted.at(-1)];
  return {
    '@context': context,
    id: absolute(collectionPath(at.base), at),
    type: 'AnnotationCollection',
    label: edition.title,
    ...credit(undefined, edition),
    total: totalOf(edition),
    ...(first && { first: absolute(annotationsPath(first.id, at.base), at) }),
    ...(last && { last: absolute(annotationsPath(last.id, at.base), at) }),
  };
}

/** The notes of one document, in the order of their numbers, then those without a place. Neighbours are the documents before and after it that have notes. */
export function annotationPage(document: Document, edition: Edition, at: Published): AnnotationPage {
  const noted = withNotes(edition);
  const index = noted.indexOf(document);
  const [prev, next] = [noted[index - 1], noted[index + 1]];
  return {
    '@context': context,
    id: absolute(annotationsPath(document.id, at.base), at),
    type: 'AnnotationPage',
    partOf: {
      id: absolute(collectionPath(at.base), at),
      type: 'AnnotationCollection',
      label: edition.title,
      total: totalOf(edition),
    },
    startIndex: noted.slice(0, index).reduce((sum, each) => sum + countOf(each), 0),
    ...(next && { next: absolute(annotationsPath(next.id, at.base), at) }),
    ...(prev && { prev: absolute(annotationsPath(prev.id, at.base), at) }),
    items: webAnnotations(document, edition, at),
  };
}

/**
 * Each note of a document as an Annotation, without the context that their page has. One without a place quotes the words that it was
 * on, and says no more of where: nobody can find what is gone, and everybody can read it.
 */
export function webAnnotations(document: Document, edition: Edition, at: Published): WebAnnotation[] {
  const pointsBefore = codePoints(document.words);
  return [
    ...document.annotations.map((note) => webAnnotation(note, selectorsOf(note, document.words, pointsBefore), document, edition, at)),
    ...document.lost.map((note: LostNote) => webAnnotation(note, lostSelectors(note), document, edition, at)),
  ];
}

function webAnnotation(note: Note, selector: readonly Selector[], document: Document, edition: Edition, at: Published): WebAnnotation {
  const id = absolute(addressOf({ kind: 'note', document: document.id, note: note.id }, at.base), at);
  const { created, modified } = at.dates?.(document, note) ?? {};
  return {
    id,
    type: 'Annotation',
    motivation: motivations[note.kind],
    ...credit(note.author, edition),
    ...(created && { created: moment(created) }),
    ...(modified && { modified: moment(modified) }),
    // Without an origin no address is the note's for good.
    ...(at.site && { canonical: id }),
    body: bodiesOf(note, document.id, edition.language, at),
    target: {
      type: 'SpecificResource',
      source: absolute(addressOf({ kind: 'document', document: document.id }, at.base), at),
      selector,
    },
    'variorum:note': note.written,
  };
}

/** Whether a document has notes, be they without a place: a document without has no page of them. */
export function hasNotes(document: Document): boolean {
  return countOf(document) > 0;
}

function countOf({ annotations, lost }: Document): number {
  return annotations.length + lost.length;
}

/** Where the notes of a document stand. A document without notes has no such file. */
export function annotationsPath(document: string, base: string): string {
  return `${addressOf({ kind: 'document', document }, base)}annotations.jsonld`;
}

export function collectionPath(base: string): string {
  return `${base}annotations.jsonld`;
}

/** JSON with a line for each value, ended by a line end: the same values are the same bytes. */
export function jsonText(value: AnnotationCollection | AnnotationPage): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function withNotes(edition: Edition): Document[] {
  return edition.documents.filter(hasNotes);
}

function totalOf(edition: Edition): number {
  return edition.documents.reduce((sum, document) => sum + countOf(document), 0);
}

/** Who made it, and what may be done with it. Editors are named as the edition names them: persons, or no one by name. */
function credit(author: string | undefined, { editors, licence }: Edition): { creator?: object; rights?: string } {
  const names = editors.map((name) => ({ name }));
  const creator = author ? { type: 'Person', name: author } : names.length > 1 ? names : names[0];
  const known = /^[\w.+-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}` : undefined;
  return { ...(creator && { creator }), ...(known && { rights: known }) };
}

/** A day as the moment at which it began: the model asks for a time (xsd:dateTime). */
function moment(date: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : date;
}

function bodiesOf(note: Note, document: string, language: string, at: Published): Body[] {
  const purpose = motivations[note.kind];
  const text = (root: Root): Body => ({
    type: 'TextualBody',
    value: html(elsewhere(root, at)),
    format: 'text/html',
    language,
    ...(directionOf(language) === 'rtl' && { textDirection: 'rtl' }),
    purpose,
  });
  return [
    text(note.body),
    ...(note.more ? [text(note.more)] : []),
    ...(note.check ? [{ type: 'TextualBody', value: note.check.verdict, format: 'text/plain', purpose: 'classifying' } as const] : []),
    ...note.references.flatMap((reference) => linked(reference, document, at)),
  ];
}

function linked({ to }: Reference, document: string, at: Published): Body[] {
  const target = parseReference(to, document);
  // What leads nowhere has been told as a problem; there is no edition then.
  if (target.kind === 'unsafe' || target.kind === 'nowhere') return [];
  return [{ type: 'SpecificResource', source: absolute(addressOf(target, at.base), at), purpose: 'linking' }];
}

/** What a tree keeps of its properties where it stands on no page of ours. */
const kept = ['href', 'start', 'lang', 'dir'] as const;

/** A tree as it may stand anywhere: links absolute, nothing that only our pages understand. */
function elsewhere(root: Root, at: Published): Root {
  const copy = (element: Element): Element => ({
    ...element,
    properties: Object.fromEntries(
      kept.flatMap((name) => {
        const value = element.properties[name];
        return value === undefined ? [] : [[name, name === 'href' ? absolute(String(value), at) : value]];
      }),
    ),
    children: element.children.map((child): ElementContent => (child.type === 'element' ? copy(child) : child)),
  });
  return { type: 'root', children: root.children.map((child) => (child.type === 'element' ? copy(child) : child)) };
}

function absolute(path: string, { site }: Published): string {
  return site ? new URL(path, site).href : path;
}
