/**
 * What an edition's links may lead to, and each link led there: addresses in trees become addresses of pages, and what leads
 * nowhere becomes a problem.
 */
import type { Root } from 'hast';
import type { Place, Target } from './model.ts';
import { suggestId } from './nearest.ts';
import { count, problem, type Problem } from './problem.ts';
import { addressOf, parseReference } from './references.ts';
import { eachElement } from './tree.ts';

/** What can be pointed at. */
export interface Destinations {
  readonly documents: ReadonlyMap<string, DocumentDestination>;
  /** Headwords by id. */
  readonly terms: ReadonlyMap<string, string>;
  /** Questions by id. */
  readonly claims: ReadonlyMap<string, string>;
  /** Titles by id. */
  readonly events: ReadonlyMap<string, string>;
  /** With a slash at each end. */
  readonly base: string;
}

export interface DocumentDestination {
  readonly title: string;
  /** Where it is not the edition's. */
  readonly language?: string | undefined;
  /** False where its text could not be read: nothing is said of what is in it. */
  readonly valid: boolean;
  readonly blocks: number;
  readonly headings: ReadonlySet<string>;
  /** Numbers of notes by id; undefined of those without a place. */
  readonly notes: ReadonlyMap<string, number | undefined>;
}

/**
 * Lead one address to its target.
 * @param here the document it is written in or about
 * @returns undefined with a problem added where it leads nowhere
 */
export function resolve(
  address: string,
  here: string | undefined,
  to: Destinations,
  place: () => Place,
  problems: Problem[],
): Target | undefined {
  const parsed = parseReference(address, here);
  if (parsed.kind === 'unsafe') {
    problems.push(
      problem('unsafe-url', place(), `“${shorten(decoded(address))}” is not a link that an edition may hold.`, {
        suggestion: withScheme(address, to) ?? parsed.reason,
      }),
    );
    return undefined;
  }
  const failure =
    parsed.kind === 'nowhere'
      ? { message: `“${address}” is not written as an address.`, suggestion: suggest(address, to) }
      : missing(parsed, address, to);
  if (failure) {
    problems.push(problem('reference-not-found', place(), failure.message, { suggestion: failure.suggestion }));
    return undefined;
  }
  return parsed as Target;
}

/** Lead every link of a tree, in place. Links that lead nowhere become their words. Returns the targets, in order. */
export function resolveLinks(
  root: Root,
  here: string | undefined,
  to: Destinations,
  place: (line?: number, column?: number) => Place,
  problems: Problem[],
): Target[] {
  const targets: Target[] = [];
  eachElement(root, (element) => {
    const href = element.properties['href'];
    if (element.tagName !== 'a' || typeof href !== 'string' || element.properties['dataApparatus'] !== undefined) return;
    const start = element.position?.start;
    const target = resolve(
      /^(doc|term|note|claim|event|#)/.test(href) ? decoded(href) : href,
      here,
      to,
      () => place(start?.line, start?.column),
      problems,
    );
    if (!target) {
      element.tagName = 'span';
      element.properties = {};
      return;
    }
    targets.push(target);
    element.properties['href'] = addressOf(target, to.base);
    if (target.kind === 'term') Object.assign(element.properties, { role: 'doc-glossref', dataTerm: target.term });
  });
  return targets;
}

/** What to call a target: “The harbour dues, ¶ 3”. */
export function nameOf(target: Target, to: Destinations): string {
  switch (target.kind) {
    case 'document':
      return `${to.documents.get(target.document)?.title ?? target.document}${target.block === undefined ? '' : `, ¶\u00a0${target.block}`}`;
    case 'heading':
      return to.documents.get(target.document)?.title ?? target.document;
    case 'term':
      return to.terms.get(target.term) ?? target.term;
    case 'claim':
      return to.claims.get(target.claim) ?? target.claim;
    case 'event':
      return to.events.get(target.event) ?? target.event;
    case 'note': {
      const { title = target.document, notes } = to.documents.get(target.document) ?? {};
      const number = notes?.has(target.note) ? notes.get(target.note) : target.note;
      return `${title}, ${number === undefined ? 'note without a place' : `note\u00a0${number}`}`;
    }
    case 'outside':
      return target.url.replace(/^(https?:\/\/(www\.)?|mailto:)/, '').replace(/\/$/, '');
  }
}

/** The address that is meant where only an id is written. */
function withScheme(id: string, to: Destinations): string | undefined {
  const scheme = (['doc', 'term', 'claim', 'event'] as const).find((each) => idsOf(each, to).includes(id));
  return scheme && `Did you mean ${scheme}:${id}?`;
}

function missing(target: Target, address: string, to: Destinations): { message: string; suggestion?: string | undefined } | undefined {
  if (target.kind === 'outside') return undefined;
  if (target.kind === 'term' || target.kind === 'claim' || target.kind === 'event') {
    const id = target.kind === 'term' ? target.term : target.kind === 'claim' ? target.claim : target.event;
    return idsOf(target.kind, to).includes(id)
      ? undefined
      : { message: `There is no ${target.kind} “${id}”.`, suggestion: suggest(address, to) };
  }
  const document = to.documents.get(target.document);
  if (!document) return { message: `There is no document “${target.document}”.`, suggestion: suggest(address, to) };
  if (!document.valid) return undefined;
  if (target.kind === 'document' && target.block !== undefined && target.block > document.blocks) {
    return { message: `${target.document} has no paragraph ${target.block}; it has ${count(document.blocks, 'paragraph')}.` };
  }
  if (target.kind === 'heading' && !document.headings.has(target.heading)) {
    return {
      message: `${target.document} has no heading “#${target.heading}”.`,
      suggestion: suggestId(target.heading, document.headings, (id) => `#${id}`),
    };
  }
  if (target.kind === 'note' && !document.notes.has(target.note)) {
    return {
      message: `${target.document} has no note “${target.note}”.`,
      suggestion: suggestId(target.note, document.notes.keys(), (id) => `note:${target.document}/${id}`),
    };
  }
  return undefined;
}

function suggest(address: string, to: Destinations): string | undefined {
  const scheme = /^(?:doc|term|claim|event)(?=:)/.exec(address)?.[0] as Scheme | undefined;
  if (!scheme) return 'Write doc:ID, doc:ID#p3, #p3, term:ID, note:DOCUMENT/NOTE, claim:ID, event:ID or a web address.';
  const [id, fragment] = address.slice(scheme.length + 1).split('#');
  return suggestId(id!, idsOf(scheme, to), (meant) => `${scheme}:${meant}${fragment ? `#${fragment}` : ''}`);
}

type Scheme = 'doc' | 'term' | 'claim' | 'event';

function idsOf(scheme: Scheme, to: Destinations): string[] {
  return [...{ doc: to.documents, term: to.terms, claim: to.claims, event: to.events }[scheme].keys()];
}

/** An address as it was written: remark-rehype encodes what stands in links and images. */
export function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
