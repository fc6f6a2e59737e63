/**
 * What one file says of others, held against them: the order, the origin of a document, the terms to see, the links of the
 * edition's own pages.
 */
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { resolve, type Destinations } from '../core/links.ts';
import type { Place } from '../core/model.ts';
import { suggestId } from '../core/nearest.ts';
import { problem, type Problem } from '../core/problem.ts';
import { splitHead } from './document.ts';
import type { SourceFile } from './files.ts';
import type { LoadedDocument } from './load-document.ts';
import type { LoadedTerm } from './load-term.ts';
import { syntaxProblem } from './mdx-errors.ts';
import { refuseDeepText } from './nesting.ts';
import { checkImage } from './linked.ts';
import { aboutSchema, type RawEdition } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** Each document in `order` exists, and stands there once. */
export function checkOrder(head: RawEdition, yaml: Yaml, to: Destinations, problems: Problem[]): void {
  for (const [i, id] of (head.order ?? []).entries()) {
    if (!to.documents.has(id)) problems.push(unknownDocument(id, to.documents.keys(), yaml.placeOf(['order', i])));
    else if (head.order!.indexOf(id) < i)
      problems.push(
        problem('duplicate-id', yaml.placeOf(['order', i]), `“${id}” stands twice in the order.`, { suggestion: 'Keep one of them.' }),
      );
  }
}

/** The document that another derives from exists, and is another. */
export function checkDerived(document: LoadedDocument, to: Destinations, problems: Problem[]): void {
  const { yaml, raw } = document;
  if (!yaml || raw.derived_from === undefined) return;
  const place = yaml.placeOf(['derived_from']);
  if (raw.derived_from === document.id)
    problems.push(
      problem('unknown-document', place, 'A document does not derive from itself.', {
        suggestion: 'Name the other document, or leave the key out.',
      }),
    );
  else if (!to.documents.has(raw.derived_from)) problems.push(unknownDocument(raw.derived_from, to.documents.keys(), place));
}

/** The terms to see exist. */
export function checkSee(term: LoadedTerm, to: Destinations, problems: Problem[]): void {
  for (const [i, id] of (term.raw.see ?? []).entries()) resolve(`term:${id}`, undefined, to, () => term.yaml.placeOf(['see', i]), problems);
}

/** The head, links and images of about.mdx. It is the editors' own page: components may stand in it. */
export function checkAbout(file: SourceFile | undefined, to: Destinations, images: ReadonlySet<string>, problems: Problem[]): void {
  if (!file) return;
  const parts = splitHead(file.text);
  const yaml = parts && readYaml(parts.head, file.file, problems, 1);
  if (yaml) validate(aboutSchema, yaml, problems);
  const body = parts?.body ?? file.text;
  const offset = (parts?.bodyLine ?? 1) - 1;
  const place = (line = 1, column = 1): Place => ({ file: file.file, line: line + offset, column });
  const visit = (node: Nodes): void => {
    const start = node.position?.start;
    const here = (): Place => place(start?.line, start?.column);
    if (node.type === 'link' || node.type === 'definition') {
      // Its headings are its own affair: a fragment alone stays within the page.
      if (!node.url.startsWith('#')) resolve(node.url, undefined, to, here, problems);
    } else if (node.type === 'image') checkImage(node.url, node.alt, images, here, problems);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const href = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'href')?.value;
      if (typeof href === 'string' && /^(?:doc|term|note|claim|event):/.test(href)) resolve(href, undefined, to, here, problems);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  try {
    refuseDeepText(body);
    visit(unified().use(remarkParse).use(remarkMdx).use(remarkGfm).parse(body));
  } catch (error) {
    problems.push(syntaxProblem(error, body, place));
  }
}

/** A document is named that the edition does not have. */
export function unknownDocument(id: string, documents: Iterable<string>, place: Place): Problem {
  return problem('unknown-document', place, `There is no document “${id}”.`, { suggestion: suggestId(id, documents) });
}
