/**
 * Every link and reference of an edition led to its target; and, from the other end, what links to each page.
 */
import type { Root } from 'hast';
import type { ResolvedReference } from '../core/apparatus.ts';
import { decoded, resolve, resolveLinks, type Destinations } from '../core/links.ts';
import type { Annotation, Backlink, LostNote, Place, Target } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { eachElement } from '../core/tree.ts';
import type { LoadedClaim } from './load-claims.ts';
import type { LoadedDocument } from './load-document.ts';
import type { LoadedEvent } from './load-events.ts';
import type { LoadedTerm } from './load-term.ts';

export interface Linked {
  /** By document, then by note. */
  readonly references: ReadonlyMap<string, ReadonlyMap<string, readonly ResolvedReference[]>>;
  readonly links: readonly LinkMade[];
  /** Names of the images that documents show. */
  readonly images: ReadonlySet<string>;
}

interface LinkMade {
  readonly from: Backlink['from'];
  readonly relation: Backlink['relation'];
  readonly target: Target;
}

export interface Sources {
  readonly documents: readonly LoadedDocument[];
  readonly notes: ReadonlyMap<string, readonly Annotation[]>;
  /** Those without a place. */
  readonly lost?: ReadonlyMap<string, readonly LostNote[]>;
  readonly terms: readonly LoadedTerm[];
  readonly claims: readonly LoadedClaim[];
  readonly events: readonly LoadedEvent[];
  readonly images: ReadonlySet<string>;
}

/** Resolve everything; trees get the addresses of pages. */
export function resolveAll(
  { documents, notes, lost, terms, claims, events, images }: Sources,
  to: Destinations,
  problems: Problem[],
): Linked {
  const references = new Map<string, Map<string, ResolvedReference[]>>();
  const links: LinkMade[] = [];
  const shown = new Set<string>();
  for (const document of documents) {
    const inFile = (line = 1, column = 1): Place => ({ file: document.file, line, column });
    for (const [block, root] of partsOf(document)) {
      const from = { kind: 'document', document: document.id, block } as const;
      const targets = resolveLinks(root, document.id, to, inFile, problems);
      links.push(...targets.map((target) => ({ from, relation: 'mentions', target }) as const));
    }
    for (const name of resolveImages(document.root, to.base, images, inFile, problems)) shown.add(name);
    const ofNotes = new Map<string, ResolvedReference[]>();
    for (const note of [...(notes.get(document.id) ?? []), ...(lost?.get(document.id) ?? [])]) {
      const where = 'block' in note ? { number: note.number, block: note.block.number } : { number: undefined, block: 0 };
      const from = { kind: 'note', document: document.id, note: note.id, ...where } as const;
      const resolved = note.references.flatMap(({ relation, title, to: address }, i) => {
        const target = resolve(address, document.id, to, () => note.partPlace(['references', i, 'to']), problems);
        return target ? [{ target, relation, title }] : [];
      });
      ofNotes.set(note.id, resolved);
      links.push(...resolved.map(({ target, relation }) => ({ from, relation, target })));
      for (const [part, root] of [
        ['body', note.body],
        ['more', note.more],
      ] as const) {
        const targets = root ? resolveLinks(root, document.id, to, () => note.partPlace([part]), problems) : [];
        links.push(...targets.map((target) => ({ from, relation: 'mentions', target }) as const));
      }
    }
    references.set(document.id, ofNotes);
  }
  for (const term of terms) {
    const from = { kind: 'term', term: term.id } as const;
    const parts: [Root, LoadedTerm['articlePlace']][] = [
      [term.definition, () => term.yaml.placeOf(['definition'])],
      [term.article, term.articlePlace],
    ];
    for (const [root, place] of parts) {
      links.push(...resolveLinks(root, undefined, to, place, problems).map((target) => ({ from, relation: 'mentions', target }) as const));
    }
  }
  for (const [from, { texts }] of [
    ...claims.map((claim) => [{ kind: 'claim', claim: claim.id }, claim] as const),
    ...events.map((event) => [{ kind: 'event', event: event.id }, event] as const),
  ]) {
    for (const { root, place } of texts)
      links.push(...resolveLinks(root, undefined, to, place, problems).map((target) => ({ from, relation: 'mentions', target }) as const));
  }
  return { references, links, images: shown };
}

/** The top-level elements of a document, each with the number of its block; a heading has that of the block after it. */
function partsOf(document: LoadedDocument): [number, Root][] {
  const numbers = new Map(document.flat.blocks.map((block) => [block.element, block.number]));
  let next = 0;
  return document.root.children
    .toReversed()
    .map((child): [number, Root] => {
      if (child.type === 'element') next = numbers.get(child) ?? next;
      return [next, { type: 'root', children: [child] }];
    })
    .toReversed();
}

/** What links to each page, from elsewhere; of several links from one place to one, the typed one. */
export interface Backlinks {
  readonly documents: ReadonlyMap<string, readonly Backlink[]>;
  readonly terms: ReadonlyMap<string, readonly Backlink[]>;
  readonly claims: ReadonlyMap<string, readonly Backlink[]>;
  readonly events: ReadonlyMap<string, readonly Backlink[]>;
}

/** Collect what links to each page. */
export function collectBacklinks(linked: Linked): Backlinks {
  const made = { documents: new Map(), terms: new Map(), claims: new Map(), events: new Map() } satisfies Record<string, Pages>;
  const pageOf = (target: Exclude<Target, { kind: 'outside' }>): readonly [pages: Pages, page: string] => {
    switch (target.kind) {
      case 'term':
        return [made.terms, target.term];
      case 'claim':
        return [made.claims, target.claim];
      case 'event':
        return [made.events, target.event];
      default:
        return [made.documents, target.document];
    }
  };
  for (const { from, relation, target } of linked.links) {
    if (target.kind === 'outside' || isOwn(from, target)) continue;
    const [pages, page] = pageOf(target);
    const block = target.kind === 'document' ? target.block : undefined;
    const key = JSON.stringify([from, block]);
    const here = pages.get(page) ?? new Map<string, Backlink>();
    pages.set(page, here);
    if (relation !== 'mentions' || !here.has(key)) here.set(key, { from, relation, block });
  }
  return { documents: listed(made.documents), terms: listed(made.terms), claims: listed(made.claims), events: listed(made.events) };
}

type Pages = Map<string, Map<string, Backlink>>;

/** Whether a link stays on its page. */
function isOwn(from: Backlink['from'], target: Exclude<Target, { kind: 'outside' }>): boolean {
  switch (from.kind) {
    case 'term':
      return target.kind === 'term' && from.term === target.term;
    case 'claim':
      return target.kind === 'claim' && from.claim === target.claim;
    case 'event':
      return target.kind === 'event' && from.event === target.event;
    default:
      return 'document' in target && from.document === target.document;
  }
}

function listed(pages: Pages): Map<string, Backlink[]> {
  return new Map([...pages].map(([page, links]) => [page, [...links.values()]]));
}

/** Images are files of the edition, with words for those who do not see them. Returns the names of those that are shown. */
function resolveImages(
  root: Root,
  base: string,
  images: ReadonlySet<string>,
  place: (line?: number, column?: number) => Place,
  problems: Problem[],
): string[] {
  const shown: string[] = [];
  eachElement(root, (element) => {
    if (element.tagName !== 'img') return;
    const start = element.position?.start;
    const source = String(element.properties['src'] ?? '');
    const name = checkImage(source, element.properties['alt'], images, () => place(start?.line, start?.column), problems);
    if (name === undefined) return;
    shown.push(name);
    element.properties['src'] = `${base}images/${encodeURI(name)}`;
  });
  return shown;
}

/** The name of an image of the edition; undefined, with a problem, where it is none. One without words is a problem as well. */
export function checkImage(
  source: string,
  alt: unknown,
  images: ReadonlySet<string>,
  place: () => Place,
  problems: Problem[],
): string | undefined {
  const fail = (message: string, suggestion: string): void =>
    void problems.push(problem('image-not-allowed', place(), message, { suggestion }));
  const name = decoded(/^(?:\.\.?\/)?images\/([^?#]+)$/.exec(source)?.[1] ?? '');
  const known = images.has(name);
  if (!known)
    fail(
      `The image “${source}” is not among the edition's own.`,
      `Put the file into images/ and write images/${source.split('/').at(-1) || 'NAME'}.`,
    );
  if (String(alt ?? '').trim() === '') fail('The image has no alt text.', 'Say between the brackets what it shows: ![…](…).');
  return known ? name : undefined;
}
