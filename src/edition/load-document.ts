/**
 * A document's file to what can be searched, proved and woven.
 */
import type { Element, ElementContent, Root, Text } from 'hast';
import type { Heading, Place, Span } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { flatten, noteAnchor, termAnchor, type Flat } from '../core/tree.ts';
import { fold, type Folded } from '../core/words.ts';
import type { ParseCache } from './cache.ts';
import { parseBody, splitHead, type ParsedBody } from './document.ts';
import type { SourceFile } from './files.ts';
import type { InPlaceNote } from './in-place.ts';
import { documentSchema, type RawDocument } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

export interface LoadedDocument {
  readonly id: string;
  readonly file: string;
  readonly raw: RawDocument;
  readonly yaml: Yaml | undefined;
  readonly root: Root;
  readonly headings: readonly Heading[];
  readonly flat: Flat;
  readonly folded: Folded;
  /** The notes in place, each with the offset at which it stands. */
  readonly notes: readonly (InPlaceNote & { readonly offset: number })[];
  /** Mentions that the document itself marks. */
  readonly terms: readonly MarkedTerm[];
  /** False where the body could not be parsed: nothing is said of its quotes. */
  readonly valid: boolean;
  /** Where an offset of the flat words stands in the file. */
  readonly placeOf: (offset: number) => Place;
}

export interface MarkedTerm extends Span {
  readonly term: string;
  readonly place: Place;
  /** True for a link to a term, which stays the link it is. */
  readonly link: boolean;
}

/** Read one document, with a problem for each thing that is wrong in it. What can be used of a faulty one is given back. */
export function readDocument(source: SourceFile, language: string, cache: ParseCache, problems: Problem[]): LoadedDocument {
  const parts = splitHead(source.text);
  const top: Place = { file: source.file, line: 1, column: 1 };
  if (!parts) {
    problems.push(
      problem('missing-key', top, 'A document begins with its head: title, text and source between two lines of “---”.', {
        suggestion: `---\ntitle: …\ntext: original\nsource: { publisher: …, published: ${language === 'en' ? '2021-04' : '…'}, url: … }\n---`,
      }),
    );
  }
  const yaml = parts && readYaml(parts.head, source.file, problems, 1, cache);
  const raw = yaml && validate(documentSchema, yaml, problems);
  if (raw) checkSource(raw, yaml, problems);

  const body = parts?.body ?? source.text;
  const offset = (parts?.bodyLine ?? 1) - 1;
  const parsed = cache.of<ParsedBody>(source.file, source.text, () => parseBody(source, body, offset));
  problems.push(...parsed.problems);
  const flat = flatten(parsed.root);
  if (parsed.valid && flat.words.trim() === '') {
    problems.push(problem('empty-document', top, 'The document has no words.', { suggestion: 'Write its text below the head.' }));
  }
  const anchors = flat.anchors.map(({ element, start, end }) => ({ element, start, end, ...element.properties }) as Anchor);
  lift(parsed.root);
  return {
    id: source.id,
    file: source.file,
    raw: raw ?? { title: source.id, text: 'original' },
    yaml,
    root: parsed.root,
    headings: parsed.headings,
    flat,
    folded: fold(flat.words),
    notes: anchors.flatMap((anchor) =>
      anchor.element.tagName === noteAnchor ? [{ ...parsed.notes[Number(anchor.index)]!, offset: anchor.start }] : [],
    ),
    terms: anchors.flatMap((anchor) => markedTerm(anchor, source.file, offset)),
    valid: parsed.valid,
    placeOf: (at) => placeOf(flat, at, source),
  };
}

interface Anchor extends Span {
  readonly element: Element;
  readonly index?: unknown;
  readonly term?: unknown;
  readonly line?: unknown;
  readonly column?: unknown;
}

function markedTerm(anchor: Anchor, file: string, lineOffset: number): MarkedTerm[] {
  const { element, start, end } = anchor;
  if (element.tagName === 'a') {
    const at = element.position?.start;
    return [
      {
        term: String(element.properties['href']).slice('term:'.length),
        start,
        end,
        link: true,
        place: { file, line: at?.line ?? 1, column: at?.column ?? 1 },
      },
    ];
  }
  if (element.tagName !== termAnchor) return [];
  return [
    {
      term: String(anchor.term),
      start,
      end,
      link: false,
      place: { file, line: Number(anchor.line) + lineOffset, column: Number(anchor.column) },
    },
  ];
}

/** Take the placeholders out of the tree. Text nodes stay the ones that the flat words know. */
function lift(parent: Root | Element): void {
  const has = parent.children.some((child) => child.type === 'element' && (child.tagName === noteAnchor || child.tagName === termAnchor));
  if (has) {
    parent.children = parent.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element' || (child.tagName !== noteAnchor && child.tagName !== termAnchor)) return [child as ElementContent];
      return child.tagName === termAnchor ? child.children : [];
    });
  }
  for (const child of parent.children) if (child.type === 'element') lift(child);
}

function placeOf(flat: Flat, offset: number, { file, text }: SourceFile): Place {
  let best: { node: Text; start: number } | undefined;
  for (const [node, piece] of flat.pieces)
    if (piece.start <= offset && (!best || piece.start >= best.start)) best = { node, start: piece.start };
  const start = best?.node.position?.start;
  if (!best || !start) return { file, line: 1, column: 1 };
  const before = best.node.value.slice(0, offset - best.start).split('\n');
  const last = before.at(-1)!.length;
  if (before.length === 1) return { file, line: start.line, column: start.column + last };
  // A line after the first of a text has lost what stands before it in lists and quotations.
  const line = start.line + before.length - 1;
  return { file, line, column: last + 1 + margin(text.split('\n')[line - 1]) - margin(best.node.value.split('\n')[before.length - 1]) };
}

function margin(line: string | undefined): number {
  return /^[\s>]*/.exec(line ?? '')![0].length;
}

function checkSource(raw: RawDocument, yaml: Yaml, problems: Problem[]): void {
  const source = raw.source ?? {};
  const missing = (['publisher', 'published', 'url'] as const).filter((key) => source[key] === undefined);
  if (missing.length === 0) return;
  problems.push(
    problem(
      'source-incomplete',
      yaml.placeOf(raw.source ? ['source'] : []),
      `The source's ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not known yet.`,
      {
        suggestion: `Find out, and add to source: ${missing.map((key) => `${key}: …`).join(', ')}${missing.includes('published') ? ' (published: unknown, where it cannot be found out)' : ''}.`,
      },
    ),
  );
}

/** “a, b and c”. */
function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');
}
