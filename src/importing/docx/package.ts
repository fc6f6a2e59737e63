/**
 * A Word file's parts: an archive that is not trusted, opened as far as words are in it.
 */
import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import { withoutControls } from '../controls.ts';
import { Unreadable, type Repair } from '../draft.ts';
import { tokensOf } from './xml-tokens.ts';

export interface DocxPackage {
  /** The XML parts by name, without control characters. */
  readonly parts: ReadonlyMap<string, string>;
  /** The name of the main part: `word/document.xml`. */
  readonly main: string;
  /** The main part's relations: what kind each is of, and the part that it leads to. */
  readonly relations: readonly { readonly kind: string; readonly part: string }[];
  /** How many pictures are in it. */
  readonly pictures: number;
  readonly repairs: readonly Repair[];
}

const mostBytes = 200 * 1024 * 1024;
const mostXml = 64 * 1024 * 1024;
const mostEntries = 20_000;

/** Throws `Unreadable` for what is no Word file, or one that would fill the memory. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  refuseOthers(bytes);
  let files: Record<string, Uint8Array>;
  const seen = { bytes: 0, xml: 0, entries: 0, pictures: 0 };
  try {
    files = unzipSync(bytes, { filter: (entry) => isWanted(entry, seen) });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged();
  }
  const repairs: Repair[] = [];
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(files)) {
    const clean = withoutControls(textOf(content), name);
    if (/<!(?:DOCTYPE|ENTITY)/.test(clean.text))
      throw new Unreadable('Its parts define entities, which no Word file does.', 'Open it in a word processor, and save it as .docx.');
    parts.set(name, clean.text);
    repairs.push(...clean.repairs);
  }
  const main = mainPart(parts);
  if (main === undefined) throw new Unreadable('It is an archive, but no Word document is in it.', suggestionFor(parts, files));
  return { parts, main, relations: relationsOf(parts, main), pictures: seen.pictures, repairs };
}

function refuseOthers(bytes: Uint8Array): void {
  const begins = (...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) throw new Unreadable('The file is empty.', 'Look for a copy that is not.');
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable(
      'It is an old Word file (.doc), or one that is locked by a password.',
      'Open it in a word processor, take the password off, and save it as .docx.',
    );
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66))
    throw new Unreadable('It is a file in Rich Text Format.', 'Open it in a word processor, and save it as .docx.');
  if (!begins(0x50, 0x4b))
    throw new Unreadable('It is no Word file: it is not an archive.', 'Open it in a word processor, and save it as .docx.');
}

/** Counts each entry against the limits. What an entry says of its size is what is unpacked at most. */
function isWanted(entry: UnzipFileInfo, seen: { bytes: number; xml: number; entries: number; pictures: number }): boolean {
  const wanted = /\.(?:xml|rels)$/i.test(entry.name);
  seen.entries++;
  seen.bytes += entry.originalSize;
  if (wanted) seen.xml += entry.originalSize;
  if (/\/media\/[^/]+$/.test(entry.name)) seen.pictures++;
  const swollen = entry.originalSize > 10 * 1024 * 1024 && entry.originalSize > entry.size * 200;
  if (seen.bytes > mostBytes || seen.xml > mostXml || seen.entries > mostEntries || swollen)
    throw new Unreadable(
      'Unpacked, it would be far larger than a document.',
      'Do not trust it. If you do, copy its text into a new document.',
    );
  return wanted;
}

function damaged(): Unreadable {
  return new Unreadable('The file is cut short or damaged.', 'Fetch it again, or open it in a word processor and save it anew.');
}

function suggestionFor(parts: ReadonlyMap<string, string>, files: Record<string, Uint8Array>): string {
  if (parts.has('content.xml')) return 'It is an OpenDocument file: open it in a word processor, and save it as .docx.';
  return Object.keys(files).some((name) => /^(?:xl|ppt)\//.test(name))
    ? 'Copy the text that you want into a Word document.'
    : damaged().suggestion;
}

function textOf(content: Uint8Array): string {
  const charset =
    content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : undefined;
  return charset ? new TextDecoder(charset).decode(content) : strFromU8(content).replace(/^\ufeff/, '');
}

function mainPart(parts: ReadonlyMap<string, string>): string | undefined {
  const named = relationsOf(parts, '').find((relation) => relation.kind === 'officeDocument')?.part;
  const main = [named, 'word/document.xml'].find((name) => name !== undefined && parts.has(name));
  return main !== undefined && /<(?:\w+:)?body\b/.test(parts.get(main)!) ? main : undefined;
}

function relationsOf(parts: ReadonlyMap<string, string>, part: string): { kind: string; part: string }[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations: { kind: string; part: string }[] = [];
  for (const token of tokensOf(parts.get(`${folder}_rels/${part.slice(slash)}.rels`) ?? '')) {
    if (token.kind === 'text' || token.name !== 'Relationship' || token.attribute('TargetMode') === 'External') continue;
    const target = token.attribute('Target') ?? '';
    const kind = token.attribute('Type') ?? '';
    relations.push({ kind: kind.slice(kind.lastIndexOf('/') + 1), part: target.startsWith('/') ? target.slice(1) : folder + target });
  }
  return relations;
}
