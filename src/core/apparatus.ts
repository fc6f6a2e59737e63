/**
 * What the edition adds to a text: numbers of paragraphs, markers, and notes. Roles are those of DPUB-ARIA 1.1.
 */
import type { Element, ElementContent, Root } from 'hast';
import { clamp, type Room } from './clamp.ts';
import { directionOf } from './direction.ts';
import { formatEdtf, isLater } from './edtf.ts';
import { nameOf, type Destinations } from './links.ts';
import type { Annotation, LostNote, Note, Relation, Target } from './model.ts';
import { addressOf } from './references.ts';
import { h } from './tree.ts';

export interface ResolvedReference {
  readonly target: Target;
  readonly relation: Relation;
  readonly title?: string | undefined;
}

export const kindNames = { gloss: 'Gloss', context: 'Context', check: 'Check', source: 'Source', question: 'Question' } as const;

export const verdictNames = {
  supported: 'Supported.',
  disputed: 'Disputed.',
  unsupported: 'Unsupported.',
  outdated: 'Outdated.',
  unverifiable: 'Unverifiable.',
} as const;

const relationNames: Record<Relation, string> = {
  supports: 'supports',
  disputes: 'disputes',
  repeats: 'repeats',
  updates: 'updates',
  explains: 'explains',
  see: 'see',
};

/** The number of a block: its own address, and where a script runs, what to cite it by. */
export function numberLink(number: number): Element {
  return h(
    'a',
    { className: ['number'], href: `#p${number}`, ariaLabel: `Cite paragraph ${number}`, dataPagefindIgnore: '' },
    String(number),
  );
}

/** The marker of a note, at the end of its passage. */
export function marker(note: Annotation): Element {
  return h(
    'a',
    {
      className: ['ref'],
      id: `ref-${note.id}`,
      href: `#note-${note.id}`,
      role: 'doc-noteref',
      ariaLabel: `Note ${note.number}: ${note.kind}`,
      dataKind: note.kind,
      dataPagefindIgnore: '',
    },
    String(note.number),
  );
}

/** A note as it stands after its block. */
export function noteElement(note: Annotation, references: readonly ResolvedReference[], to: Destinations, room?: Room): Element {
  const number = [
    h(
      'a',
      { className: ['n'], href: `#ref-${note.id}`, role: 'doc-backlink', ariaLabel: `Back to the passage of note ${note.number}` },
      String(note.number),
    ),
    { type: 'text', value: ' ' } as const,
  ];
  const name = `note ${note.number}`;
  const { shown, rest } = said(note, number, room);
  return h(
    'aside',
    {
      className: ['note'],
      id: `note-${note.id}`,
      role: 'doc-footnote',
      ariaLabel: `Note ${note.number}: ${note.kind}`,
      dataKind: note.kind,
    },
    ...shown,
    ...details(note, rest, name, references, to),
  );
}

/** A note without a place: the words that it was on, and what it says. */
export function lostElement(note: LostNote, language: string, references: readonly ResolvedReference[], to: Destinations): Element {
  const { shown, rest } = said(note, []);
  const words = h('bdi', { lang: language, dir: directionOf(language) }, note.quote);
  return h(
    'div',
    {
      className: ['note', 'lost'],
      id: `note-${note.id}`,
      role: 'note',
      ariaLabel: `Note without a place: ${note.kind}`,
      dataKind: note.kind,
    },
    h('p', { className: ['was'] }, 'On “', words, `”, gone since ${formatEdtf(note.since)}.`),
    ...shown,
    ...details(note, rest, 'this note without a place', references, to),
  );
}

/** The kind, the verdict and the words of a note, after what leads it in; and those of its words that are too many for the margin. */
function said(note: Note, lead: readonly ElementContent[], room?: Room): { readonly shown: ElementContent[]; readonly rest: Element[] } {
  const opening: ElementContent[] = [
    ...lead,
    h('b', { className: ['kind'] }, kindNames[note.kind]),
    { type: 'text', value: ' ' },
    ...(note.check ? [h('span', { className: ['verdict'] }, verdictNames[note.check.verdict]), { type: 'text', value: ' ' } as const] : []),
  ];
  // A body is one paragraph.
  const { head, rest } = clamp(inlineOf(note.body), room);
  return { shown: [h('p', {}, ...opening, ...head)], rest: rest.length > 0 ? [h('p', { className: ['on'] }, ...rest)] : [] };
}

/** What opens under a note: the longer text, the references, who checked and when, and whether it was changed since it was written. One thing to open, not three. */
function details(
  note: Note,
  rest: readonly Element[],
  name: string,
  references: readonly ResolvedReference[],
  to: Destinations,
): Element[] {
  const more = [...rest, ...((note.more?.children ?? []) as ElementContent[])];
  const small = [
    note.check && `Checked ${formatEdtf(note.check.checked)}.`,
    note.author && `By ${note.author}.`,
    note.created && note.changed && isLater(note.changed, note.created) && `Changed ${formatEdtf(note.changed)}.`,
  ]
    .filter(Boolean)
    .join(' ');
  const content = [
    ...more,
    ...(references.length > 0 ? [referenceList(references, to)] : []),
    ...(small ? [h('p', { className: ['small'] }, small)] : []),
  ];
  if (content.length === 0) return [];
  const label = more.length > 0 ? 'More' : references.length > 0 ? 'See' : 'When';
  return [h('details', { className: ['more'] }, h('summary', { ariaLabel: `${label} on ${name}` }, label), ...content)];
}

function referenceList(references: readonly ResolvedReference[], to: Destinations): Element {
  return h(
    'ul',
    { className: ['references'] },
    ...references.map(({ target, relation, title }) =>
      h(
        'li',
        {},
        h('i', {}, relationNames[relation]),
        ' ',
        h('a', { href: addressOf(target, to.base) }, ...(title ? [title] : named(target, to))),
      ),
    ),
  );
}

/** The name of a target, a title in its own language. */
function named(target: Target, to: Destinations): (Element | string)[] {
  const name = nameOf(target, to);
  const { title = '', language } = ('document' in target && to.documents.get(target.document)) || {};
  return language ? [h('bdi', { lang: language, dir: directionOf(language) }, title), name.slice(title.length)] : [name];
}

/** A tree of one paragraph as what stands in the paragraph; others as they are. */
export function inlineOf(root: Root): ElementContent[] {
  const only = root.children.length === 1 ? root.children[0] : undefined;
  return only?.type === 'element' && only.tagName === 'p' ? only.children : (root.children as ElementContent[]);
}
