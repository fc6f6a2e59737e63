/**
 * Files that are named as text and are none.
 */
import { Unreadable } from '../draft.ts';

interface Kind {
  readonly begins: string;
  readonly what: string;
  readonly suggestion: string;
}

/** What other files begin with, a byte for each sign. */
const kinds: readonly Kind[] = [
  { begins: '%PDF-', what: 'a PDF', suggestion: 'Name it .pdf, and import it again.' },
  { begins: 'PK\x03\x04', what: 'a packed file, as .docx is one', suggestion: 'If Word wrote it, name it .docx; else unpack it.' },
  { begins: '{\\rtf', what: 'rich text (RTF)', suggestion: 'Open it in a word processor, and save it as .docx.' },
  { begins: '\xd0\xcf\x11\xe0', what: 'an old Word or Office file', suggestion: 'Open it in a word processor, and save it as .docx.' },
  { begins: '%!PS', what: 'PostScript', suggestion: 'Convert it to PDF, and import that.' },
  { begins: '\x7fELF', what: 'a program', suggestion: 'Look for the right file.' },
  { begins: '\x89PNG', what: 'a picture', suggestion: 'Type out its words, and import those.' },
  { begins: '\xff\xd8\xff', what: 'a picture', suggestion: 'Type out its words, and import those.' },
  { begins: 'GIF8', what: 'a picture', suggestion: 'Type out its words, and import those.' },
  { begins: '\x1f\x8b', what: 'a packed file', suggestion: 'Unpack it, and import what is in it.' },
  { begins: 'Rar!', what: 'a packed file', suggestion: 'Unpack it, and import what is in it.' },
  { begins: '7z\xbc\xaf', what: 'a packed file', suggestion: 'Unpack it, and import what is in it.' },
  { begins: 'ID3', what: 'a sound file', suggestion: 'Write down its words, and import those.' },
  { begins: 'SQLite format', what: 'a database', suggestion: 'Export its texts, and import those.' },
];

/**
 * Refuse what begins as another kind of file, and what is full of control characters.
 * @param encoding in which the bytes were read; in UTF-16 and UTF-32 a NUL is half of a letter
 * @throws Unreadable, saying what the file is
 */
export function refuseBinary(bytes: Uint8Array, encoding: string): void {
  const kind = kinds.find(({ begins }) => [...begins].every((sign, i) => bytes[i] === sign.charCodeAt(0)));
  if (kind) throw new Unreadable(`It is no text but ${kind.what}.`, kind.suggestion);
  if (/utf-?(?:16|32)/i.test(encoding)) return;
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  if (controls >= fewest && controls > bytes.length * mostShare)
    throw new Unreadable(
      'It is no text: too many of its signs are none that can be read.',
      'Open it in a text editor: is it the right file?',
    );
}

/** Texts have stray control characters, but not these many. */
const fewest = 8;
const mostShare = 0.03;
