/**
 * `<Note>` and `<Term>` in a document's text: checked, and made placeholders that survive the way to HTML, where `lift` takes
 * them out again. Everything else that MDX brings is code, and refused.
 */
import type { Root as HastRoot } from 'hast';
import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { isId } from '../core/id.ts';
import { annotationKinds, type AnnotationKind, type Place, type WrittenNote } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { noteAnchor, termAnchor } from '../core/tree.ts';
import { readInline } from './markdown.ts';

/** A note that stands in the text. */
export interface InPlaceNote {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly quote?: string | undefined;
  readonly body: HastRoot;
  readonly written: WrittenNote;
  readonly place: Place;
}

type PlaceOf = (line?: number, column?: number) => Place;

/**
 * Check a document's tree and put placeholders for notes and terms.
 * @param body the text that the tree was parsed from
 * @returns the notes, in order; the placeholder of each carries its number in this list
 */
export function placeholders(tree: Root, body: string, placeOf: PlaceOf, problems: Problem[]): InPlaceNote[] {
  const notes: InPlaceNote[] = [];
  const at = (node: Nodes): Place => placeOf(node.position?.start.line, node.position?.start.column);
  const visit = (parent: Parents, inHeading: boolean): void => {
    for (const [index, node] of parent.children.entries()) {
      if (node.type === 'mdxJsxTextElement' && inHeading && (node.name === 'Note' || node.name === 'Term')) {
        problems.push(
          problem('code-in-document', at(node), `<${node.name}> stands in a heading, and headings have no notes and no terms.`, {
            suggestion: 'Put it into a paragraph.',
          }),
        );
      } else if (node.type === 'mdxJsxTextElement') {
        parent.children[index] = replace(node, body, at(node), notes, problems) as (typeof parent.children)[number];
      } else {
        const refusal = refuse(node);
        if (refusal) problems.push(problem('code-in-document', at(node), refusal.message, { suggestion: refusal.suggestion }));
      }
      const now = parent.children[index]!;
      if ('children' in now) visit(now, inHeading || now.type === 'heading');
    }
    // What has been refused has no way to HTML; nothing of it may reach a page.
    parent.children = parent.children.filter((node) => !node.type.startsWith('mdx')) as typeof parent.children;
  };
  visit(tree, false);
  return notes;
}

function refuse(node: Nodes): { message: string; suggestion: string } | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return {
        message: `A document holds no code, and this line is code: “${short(node.value)}”.`,
        suggestion: 'If it is a sentence, write its first letter as a character reference: &#105;mport, &#101;xport.',
      };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return {
        message: `A document holds no code, and “{${short(node.value)}}” is an expression.`,
        suggestion: 'For plain braces write \\{ and \\}.',
      };
    case 'mdxJsxFlowElement':
      return node.name === 'Note' || node.name === 'Term'
        ? {
            message: `<${node.name}> stands alone on its lines; it belongs within a paragraph.`,
            suggestion: node.name === 'Note' ? 'Put it right after the words that it is on.' : 'Put it around the words in their sentence.',
          }
        : {
            message: `A document holds no HTML and no components: <${node.name ?? ''}>.`,
            suggestion: 'Write it in Markdown, or leave it out; for a plain < write \\<.',
          };
    default:
      return undefined;
  }
}

/** The placeholder of an inline element, or a refused node where it may not stand. */
function replace(node: MdxJsxTextElement, body: string, place: Place, notes: InPlaceNote[], problems: Problem[]): Nodes {
  const fail = (message: string, suggestion: string): Nodes => {
    problems.push(problem('code-in-document', place, message, { suggestion }));
    return { type: 'mdxTextExpression', value: '' };
  };
  if (node.name !== 'Note' && node.name !== 'Term') {
    return fail(
      `A document holds no HTML and no components: <${node.name ?? ''}>.`,
      'Write it in Markdown, or leave it out; for a plain < write \\<.',
    );
  }
  const attributes = new Map<string, string>();
  for (const attribute of node.attributes) {
    if (!isPlain(attribute))
      return fail(
        `The attributes of <${node.name}> are plain strings.`,
        `Write ${attribute.type === 'mdxJsxAttribute' ? attribute.name : 'name'}="…" with no braces.`,
      );
    attributes.set(attribute.name, attribute.value);
  }
  const allowed = node.name === 'Note' ? ['id', 'kind', 'quote'] : ['id'];
  const unknown = [...attributes.keys()].find((name) => !allowed.includes(name));
  if (unknown) return fail(`<${node.name}> has no attribute “${unknown}”.`, `It takes: ${allowed.join(', ')}.`);
  const id = attributes.get('id') ?? '';
  if (!isId(id)) return fail(`<${node.name}> needs an id: lower case, digits, hyphens.`, `Write <${node.name} id="…">.`);
  if (node.name === 'Term') return term(node, id, fail);

  const kind = annotationKinds.find((each) => each === attributes.get('kind'));
  if (!kind)
    return fail('<Note> needs a kind.', `Write kind="…", one of: ${annotationKinds.filter((each) => each !== 'check').join(', ')}.`);
  if (kind === 'check')
    return fail('A note of kind check does not stand in place: it has a verdict.', 'Write it in the annotations file of the document.');
  if (node.children.length === 0) return fail('<Note> has no words.', 'Write them between <Note …> and </Note>.');
  if (hasMore(node.children))
    return fail('Nothing but words may stand in a <Note>.', 'Write links and emphasis in Markdown; notes have no notes and no footnotes.');
  const quote = attributes.get('quote');
  const written = { id, kind, ...(quote !== undefined && { quote }), body: markdownIn(node, body) };
  notes.push({ id, kind, quote, body: readInline([{ type: 'paragraph', children: node.children }]), written, place });
  return { type: 'emphasis', children: [], data: { hName: noteAnchor, hProperties: { index: notes.length - 1 } } };
}

/** What stands between the tags, as it is written; its further lines without the margin of lists and quotations. */
function markdownIn({ children }: MdxJsxTextElement, body: string): string {
  const [first, last] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  return body
    .slice(first ?? 0, last ?? 0)
    .replaceAll(/\n[ \t>]*/g, '\n')
    .trim();
}

function term(node: MdxJsxTextElement, id: string, fail: (message: string, suggestion: string) => Nodes): Nodes {
  if (!node.children.every((child) => child.type === 'text') || node.children.length === 0)
    return fail('<Term> stands around plain words.', 'Put emphasis around the <Term>, not within it.');
  return {
    type: 'emphasis',
    children: node.children,
    data: { hName: termAnchor, hProperties: { term: id, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 } },
  };
}

function isPlain(attribute: MdxJsxTextElement['attributes'][number]): attribute is MdxJsxAttribute & { value: string } {
  return attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
}

/** Whether anything but words, emphasis and links is in it. */
function hasMore(nodes: readonly Nodes[]): boolean {
  const more = /^(?:mdx|image|footnote)/;
  return nodes.some((node) => more.test(node.type) || ('children' in node && hasMore(node.children)));
}

function short(text: string): string {
  const line = text.split('\n')[0]!;
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
