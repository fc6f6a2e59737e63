/**
 * Bytes as text: in which encoding, how that is known, and what had to be mended on the way.
 */
import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import { withoutControls } from './controls.ts';
import type { Repair } from './draft.ts';
import { mendMojibake } from './mojibake.ts';

export interface Decoded {
  /** Without byte order mark, control characters and lone surrogates; line ends as they came. */
  readonly text: string;
  /** Its name, and how it was known: `utf-8`, `utf-8 (byte order mark)`, `windows-1252 (detected)`. */
  readonly encoding: string;
  readonly repairs: Repair[];
}

/**
 * Any bytes give a text. Tried in this order: byte order mark, zero bytes in the pattern of UTF-16, strict UTF-8, what the file
 * declares of itself, UTF-8 with few faults, what its letters are like, windows-1252.
 * @param declared a charset that the file names, as `<meta charset>` does; not believed where the bytes are not of it
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const { text: raw, encoding } = read(bytes, declared);
  const mended = mendMojibake(raw);
  const clean = withoutControls(mended.text);
  const repairs = [...brokenIn(raw, encoding), ...mended.repairs, ...clean.repairs];
  return { text: clean.text, encoding, repairs };
}

interface Reading {
  readonly text: string;
  readonly encoding: string;
}

function read(bytes: Uint8Array, declared: string | undefined): Reading {
  const marked = byMark(bytes);
  if (marked) return marked;
  const zeros = zeroPattern(bytes);
  // ASCII in UTF-16 is valid UTF-8, full of NULs.
  if (zeros.share > 0.3) return { text: inCharset(bytes, zeros.charset), encoding: `${zeros.charset} (by its zero bytes)` };
  const escapes = isEscaped(bytes);
  const strict = escapes ? undefined : strictly(bytes, 'utf-8');
  if (strict !== undefined) return { text: strict, encoding: 'utf-8' };
  const charset = declared === undefined ? undefined : charsetNamed(declared);
  if (charset !== undefined && charset !== 'utf-8') {
    const text = inCharset(bytes, charset);
    if (!text.includes('\ufffd')) return { text, encoding: `${charset} (declared)` };
  }
  if (zeros.share > 0.02) {
    const text = strictly(bytes, zeros.charset);
    if (text !== undefined) return { text, encoding: `${zeros.charset} (by its zero bytes)` };
  }
  return (escapes ? undefined : nearlyUtf8(bytes)) ?? detected(bytes);
}

const marks: readonly (readonly [charset: string, bytes: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function byMark(bytes: Uint8Array): Reading | undefined {
  for (const [charset, mark] of marks) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    const rest = bytes.subarray(mark.length);
    // A mark before what is not UTF-8 was put there by a tool that only meant well.
    if (charset === 'utf-8' && strictly(rest, charset) === undefined) return nearlyUtf8(rest) ?? detected(rest);
    return { text: inCharset(rest, charset), encoding: `${charset} (byte order mark)` };
  }
  return undefined;
}

/** Which of each two bytes are zero, where only one of them is, as a share of the pairs: UTF-16 of a text with Latin letters or spaces. */
function zeroPattern(bytes: Uint8Array): { charset: 'utf-16le' | 'utf-16be'; share: number } {
  const end = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const [more, less] = odd >= even ? [odd, even] : [even, odd];
  const share = end === 0 || less * 50 > more ? 0 : (more * 2) / end;
  return { charset: odd >= even ? 'utf-16le' : 'utf-16be', share };
}

/** True for ASCII bytes with the escapes of ISO-2022, which are valid UTF-8 and not meant to be. */
function isEscaped(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) && bytes.every((byte) => byte < 0x80);
}

function strictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 with a fault here and there, as a file that was cut: at least four letters beyond ASCII are sound for each that is not. */
function nearlyUtf8(bytes: Uint8Array): Reading | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) sound++;
  }
  return sound >= broken * 4 ? { text, encoding: 'utf-8 (with broken bytes)' } : undefined;
}

function detected(bytes: Uint8Array): Reading {
  const { encoding } = detect(sampleOf(bytes));
  const charset = encoding === null ? undefined : charsetNamed(encoding);
  if (charset === undefined || charset.startsWith('utf-'))
    return { text: inCharset(bytes, 'windows-1252'), encoding: 'windows-1252 (assumed)' };
  const text = inCharset(bytes, charset);
  if (/mac/.test(charset)) {
    // Windows' curly apostrophe is an accented letter on the Mac of old: a Mac's file must read better to be one.
    const windows = inCharset(bytes, 'windows-1252');
    if (oddities(windows) <= oddities(text)) return { text: windows, encoding: 'windows-1252 (detected)' };
  }
  return { text, encoding: `${charset} (detected)` };
}

/** Signs within words, capitals after small letters, what no set defines: the marks of a wrong reading. */
function oddities(text: string): number {
  return text.match(/\p{L}[\p{S}†‡•…]\p{L}|\p{Ll}(?![A-Z])\p{Lu}|[\u0080-\u009f]/gu)?.length ?? 0;
}

/** The first 64 kB from a little before the first byte beyond ASCII: what detection needs, in a time that does not grow. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
  const line = bytes.lastIndexOf(0x0a, Math.max(first, 0)) + 1;
  const start = first - line < 4096 ? line : first;
  return bytes.subarray(start, start + 65_536);
}

/** What the web reads under older names, so that signs that the older sets do not have are kept. */
const wider: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  cp874: 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  cp949: 'euc-kr',
  utf8: 'utf-8',
};

/** Under the name that this importer uses; undefined for one that nothing here can decode. */
function charsetNamed(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  const charset = Object.hasOwn(wider, plain) ? wider[plain]! : plain;
  return charset === 'utf-8' || iconv.encodingExists(charset) || /^iso-2022-(?:jp|kr)/.test(charset) ? charset : undefined;
}

function inCharset(bytes: Uint8Array, charset: string): string {
  // TextDecoder keeps the five bytes that windows-1252 does not define: mojibake cannot be mended without them.
  if (/^(?:utf-8|utf-16|windows-1252|iso-2022-jp)/.test(charset)) return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  if (!iconv.encodingExists(charset)) return new TextDecoder('windows-1252').decode(bytes);
  return iconv.decode(bytes, charset, { stripBOM: false });
}

/** One repair for all bytes that could not be read. A U+FFFD of the text's own in sound UTF-8 is none. */
function brokenIn(text: string, encoding: string): Repair[] {
  const first = text.indexOf('\ufffd');
  if (first < 0 || encoding === 'utf-8' || encoding === 'utf-8 (byte order mark)') return [];
  const count = text.split('\ufffd').length - 1;
  const line = text.slice(0, first).split(/\r\n|[\r\n]/).length;
  return [
    {
      was: 'bytes that are not of this encoding',
      is: '\ufffd',
      at: `line ${line}`,
      why: count > 1 ? `${count} broken bytes` : 'broken byte',
    },
  ];
}
