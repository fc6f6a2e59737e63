/**
 * A Word file's main text as Markdown, by mammoth: its parts prepared so that mammoth keeps what it would drop, its HTML made a tree.
 */
import { zipSync, strToU8 } from 'fflate';
import type { Element, ElementContent, Root as Html } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import type { FootnoteDefinition, Root } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { withoutControls } from '../controls.ts';
import type { DocxPackage } from './package.ts';
import { loweredSign, raisedSign, symbolOf } from './symbols.ts';
import { settleTables } from './tables.ts';

export interface DocxTree {
  /** As it comes from the conversion: to be cleaned. */
  readonly root: Root;
  /** The paragraphs in the style Title that open the text. */
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  /** The lines of a table of contents. */
  readonly contents: readonly string[];
  /** How many tables stand as paragraphs, for they are no grid of plain cells. */
  readonly flattened: number;
}

const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='TOC Heading'] => p.contents:fresh",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => p.contents:fresh`),
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  "p[style-name='table of figures'] => p.contents:fresh",
];

/** Rejects where mammoth cannot read it. */
export async function treeOfDocx(source: DocxPackage): Promise<DocxTree> {
  const { value } = await mammoth.convertToHtml(
    { buffer: prepared(source) },
    { styleMap: styles, includeEmbeddedStyleMap: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  const html = fromHtml(withoutControls(value).text, { fragment: true });
  const notes = takeNotes(html);
  for (const root of [html, ...notes]) raise(root);
  const contents = takeAll(html, (element) => classOf(element) === 'contents');
  const opening = takeOpening(html);
  let flattened = settleTables(html);
  const footnotes = notes.map(({ id, children }): FootnoteDefinition => {
    const note: Html = { type: 'root', children };
    flattened += settleTables(note);
    const { children: blocks } = toMarkdownTree(note);
    return { type: 'footnoteDefinition', identifier: id, label: id, children: blocks as FootnoteDefinition['children'] };
  });
  const { children } = toMarkdownTree(html);
  return { root: { type: 'root', children: [...children, ...footnotes] }, ...opening, contents: contents.map(wordsOfHtml), flattened };
}

/** A new archive of the parts with words alone, so that nothing else in the old one is ever read. */
function prepared({ parts, main }: DocxPackage): Buffer {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const files: Record<string, Uint8Array> = {};
  for (const [name, xml] of parts) {
    if (/(?:^|\/)(?:comments|people)[^/]*\.xml$|^customXml\//.test(name)) continue;
    const worded = name === main || (name.startsWith(folder) && /(?:foot|end)notes[^/]*\.xml$/.test(name));
    files[name] = strToU8(worded ? prepare(withoutDangling(xml, name, parts)) : xml);
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

/** References that lead nowhere, over which mammoth would stumble, are taken out; the words that bore them stay. */
function withoutDangling(xml: string, name: string, parts: DocxPackage['parts']): string {
  const slash = name.lastIndexOf('/') + 1;
  const relations = parts.get(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`) ?? '';
  const known = new Set(Array.from(relations.matchAll(/\bId="([^"]*)"/g), (found) => found[1]!));
  const notes = new Set<string>();
  for (const [part, text] of parts) {
    if (!/(?:foot|end)notes[^/]*\.xml$/.test(part)) continue;
    for (const [, kind, id] of text.matchAll(/<w:(foot|end)note\b[^<>]*\bw:id="([^"<>]{0,40})"/g)) notes.add(`${kind} ${id}`);
  }
  return xml
    .replace(/\br:(?:id|embed|link)="([^"]*)"/g, (found, id: string) => (known.has(id) ? found : ''))
    .replace(/<w:(foot|end)noteReference\b([^<>]*)>/g, (found, kind: string, attributes: string) => {
      return notes.has(`${kind} ${/\bw:id="([^"<>]{0,40})"/.exec(attributes)?.[1]}`) ? found : '';
    });
}

/** What mammoth drops with its words unwrapped: simple fields, formulas, ruby, breaks of pages; signs of fonts made letters. */
function prepare(xml: string): string {
  return xml
    .replace(/<w:(?:br|cr)\b[^<>]*\/>/g, '<w:br/>')
    .replace(/<w:ptab\b[^<>]*\/>/g, '<w:tab/>')
    .replace(/<\/?w:(?:fldSimple|ruby|rubyBase|rt|dir|bdo)\b[^<>]*>/g, '')
    .replace(/<(\/?)m:(sup|sub|r|t)\b[^<>]*?(\/?)>/g, inFormula())
    .replace(/<\/?m:\w+\b[^<>]*>/g, '')
    .replace(/(<\/?w14:check)box\b/g, '$1ed-box')
    .replace(/<w:sym\b([^<>]*)\/>/g, (_, attributes: string) => {
      const sign = symbolOf(/w:font="([^"]*)"/.exec(attributes)?.[1], /w:char="([^"]*)"/.exec(attributes)?.[1]);
      return sign === undefined ? '' : `<w:t>${sign.replace(/[&<]/, (found) => (found === '&' ? '&amp;' : '&lt;'))}</w:t>`;
    });
}

/** Tags of formulas as those of text, what is raised or lowered marked as such. */
function inFormula(): (tag: string, end: string, name: string, empty: string) => string {
  const within: string[] = [];
  return (_, end, name, empty) => {
    if (name === 't') return `<${end}w:t${empty}>`;
    if (name === 'r') {
      const raised = end || empty || within.length === 0 ? '' : `<w:rPr><w:vertAlign w:val="${within.at(-1)}"/></w:rPr>`;
      return `<${end}w:r${empty}>${raised}`;
    }
    if (end) within.pop();
    else if (!empty) within.push(name === 'sup' ? 'superscript' : 'subscript');
    return '';
  };
}

function toMarkdownTree(html: Html): Root {
  const toMarkdown = unified().use(rehypeRemark, {
    handlers: {
      'note-reference': (_state, element: Element) => {
        const id = String(element.properties['id']);
        return { type: 'footnoteReference', identifier: id, label: id };
      },
      input: () => undefined,
      img: () => undefined,
    },
  });
  return toMarkdown.runSync(html) as Root;
}

/** Mammoth writes notes as a list at the end, and references as `sup`: taken out, and made elements of our own. */
function takeNotes(html: Html): { id: string; children: ElementContent[] }[] {
  const notes: { id: string; children: ElementContent[] }[] = [];
  const list = html.children.at(-1);
  if (
    list?.type !== 'element' ||
    list.tagName !== 'ol' ||
    !list.children.every((item) => item.type === 'element' && noteId(item.properties['id']))
  )
    return notes;
  html.children.pop();
  const ids = new Map<string, string>();
  for (const item of list.children as Element[]) {
    const own = noteId(item.properties['id'])!;
    // A note that is referred to twice comes twice.
    if (ids.has(own)) continue;
    const id = String(notes.length + 1);
    ids.set(own, id);
    takeAll(item, (element) => element.tagName === 'a' && /^#(?:foot|end)note-ref-/.test(String(element.properties['href'])));
    notes.push({ id, children: item.children });
  }
  const refer = (element: Element): void => {
    const link = element.tagName === 'sup' ? element.children[0] : undefined;
    if (link?.type === 'element' && /^(?:foot|end)note-ref-/.test(String(link.properties['id']))) {
      const id = ids.get(String(link.properties['href']).slice(1));
      element.tagName = 'note-reference';
      element.properties = { id: id ?? '' };
      element.children = [];
    }
  };
  for (const root of [html, ...(list.children as Element[])]) eachElement(root, refer);
  return notes;
}

function noteId(id: unknown): string | undefined {
  return typeof id === 'string' && /^(?:foot|end)note-/.test(id) ? id : undefined;
}

/** Raised and lowered digits as such: “10” and a raised “6” are not “106”. */
function raise(root: Pick<Element, 'children'> | Html): void {
  const visit = (nodes: readonly (ElementContent | Html['children'][number])[], signOf?: (sign: string) => string): void => {
    for (const node of nodes) {
      if (node.type === 'text' && signOf) node.value = Array.from(node.value, signOf).join('');
      else if (node.type === 'element')
        visit(node.children, node.tagName === 'sup' ? raisedSign : node.tagName === 'sub' ? loweredSign : signOf);
    }
  };
  visit(root.children);
}

function takeOpening(html: Html): { title: string | undefined; subtitle: string | undefined } {
  const titles: Element[] = [];
  let subtitle: Element | undefined;
  for (const node of html.children) {
    if (node.type !== 'element') continue;
    if (classOf(node) === 'title' && !subtitle) titles.push(node);
    else if (classOf(node) === 'subtitle' && titles.length > 0 && !subtitle) subtitle = node;
    else if (titles.length > 0) break;
  }
  const taken = new Set<unknown>([...titles, subtitle].filter((element) => element && !hasNote(element)));
  html.children = html.children.filter((node) => !taken.has(node));
  const title = titles
    .filter((element) => taken.has(element))
    .map(wordsOfHtml)
    .join(' ');
  return { title: title || undefined, subtitle: subtitle && taken.has(subtitle) ? wordsOfHtml(subtitle) : undefined };
}

function hasNote(root: Element): boolean {
  let found = false;
  eachElement(root, (element) => (found ||= element.tagName === 'note-reference'));
  return found;
}

/** Remove the elements that a test is true of, wherever they are. */
function takeAll(root: Html | Element, test: (element: Element) => boolean): Element[] {
  const taken: Element[] = [];
  const visit = (parent: Html | Element): void => {
    const kept = (parent.children as ElementContent[]).filter((child) => {
      if (child.type !== 'element' || !test(child)) return true;
      taken.push(child);
      return false;
    });
    if (kept.length < parent.children.length) parent.children = kept;
    for (const child of kept) if (child.type === 'element') visit(child);
  };
  visit(root);
  return taken;
}

function eachElement(root: Html | Element, visit: (element: Element) => void): void {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    visit(child);
    eachElement(child, visit);
  }
}

function classOf(element: Element): string {
  const { className } = element.properties;
  return Array.isArray(className) ? className.join(' ') : '';
}

function wordsOfHtml(element: Element): string {
  let text = '';
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') {
      if (node.tagName === 'br') text += ' ';
      node.children.forEach(visit);
    }
  };
  element.children.forEach(visit);
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
