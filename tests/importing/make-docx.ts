/**
 * Word files for tests: the least of each part that a reader needs.
 */
import { strToU8, zipSync } from 'fflate';

export interface DocxParts {
  /** The children of `w:body`. */
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly headers?: readonly string[];
  readonly footers?: readonly string[];
  /** The children of `cp:coreProperties`. */
  readonly core?: string;
  /** The children of `w:docDefaults`. */
  readonly defaults?: string;
  /** Targets of hyperlinks `rIdL1`, `rIdL2`, … */
  readonly links?: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const styleNames: readonly (readonly [id: string, name: string])[] = [
  ['Title', 'Title'],
  ['Subtitle', 'Subtitle'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Heading3', 'heading 3'],
  ['Quote', 'Quote'],
  ['Caption', 'caption'],
  ['TOC1', 'toc 1'],
];

export function makeDocx(parts: DocxParts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(docxFiles(parts)).map(([name, text]) => [name, strToU8(text)])));
}

export function docxFiles(parts: DocxParts): Record<string, string> {
  const files: Record<string, string> = {};
  const relations: string[] = [];
  const relate = (kind: string, target: string, id = `rId${relations.length + 1}`): void =>
    void relations.push(`<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}"/>`);
  const part = (kind: string, name: string, root: string, inner: string | undefined): void => {
    if (inner === undefined) return;
    files[`word/${name}`] = `${declaration}<w:${root} ${namespaces}>${inner}</w:${root}>`;
    relate(kind, name);
  };
  part('footnotes', 'footnotes.xml', 'footnotes', parts.footnotes);
  part('endnotes', 'endnotes.xml', 'endnotes', parts.endnotes);
  part('comments', 'comments.xml', 'comments', parts.comments);
  parts.headers?.forEach((inner, i) => part('header', `header${i + 1}.xml`, 'hdr', inner));
  parts.footers?.forEach((inner, i) => part('footer', `footer${i + 1}.xml`, 'ftr', inner));
  const styles = styleNames
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  part('styles', 'styles.xml', 'styles', `<w:docDefaults>${parts.defaults ?? ''}</w:docDefaults>${styles}`);
  const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>';
  part(
    'numbering',
    'numbering.xml',
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  );
  parts.links?.forEach((target, i) =>
    relations.push(`<Relationship Id="rIdL${i + 1}" Type="${types}/hyperlink" Target="${target}" TargetMode="External"/>`),
  );
  files['word/document.xml'] = `${declaration}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`;
  files['word/_rels/document.xml.rels'] =
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
  files['_rels/.rels'] =
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${types}/officeDocument" Target="word/document.xml"/></Relationships>`;
  files['[Content_Types].xml'] =
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
  if (parts.core !== undefined)
    files['docProps/core.xml'] = `${declaration}<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">${parts.core}</cp:coreProperties>`;
  return { ...files, ...parts.more };
}

/** A paragraph of runs, or of a text. */
export function p(inner: string, style?: string): string {
  const runs = inner.startsWith('<') ? inner : r(inner);
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${t(text)}</w:r>`;
}

export function t(text: string, name = 't'): string {
  return `<w:${name} xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:${name}>`;
}
