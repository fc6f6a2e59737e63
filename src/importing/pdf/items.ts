/**
 * A PDF's texts with their places, page by page, as the file draws them.
 */
import { getDocumentProxy } from 'unpdf';
import { withoutControls } from '../controls.ts';
import { Unreadable, type Repair } from '../draft.ts';
import type { Item } from './item.ts';
import { readLetters } from './letters.ts';

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly top: number;
  readonly bottom: number;
  readonly items: readonly Item[];
}

export interface PdfText {
  readonly pages: readonly Page[];
  /** What the file says of itself: Title, Author, Language. */
  readonly info: Readonly<Record<string, unknown>>;
  readonly repairs: readonly Repair[];
}

const mostPages = 5000;

/** Throws `Unreadable` for what is no PDF, is locked, damaged or too long. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  if (bytes.length === 0) throw new Unreadable('The file is empty.', 'Look for a copy that is not.');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (!head.includes('%PDF-')) throw new Unreadable('It is no PDF file.', 'Look at what it is, and import it under its own ending.');
  try {
    // The bytes are taken away by the reader: it gets a copy.
    const file = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false });
    if (file.numPages > mostPages) throw new Unreadable(`It has ${file.numPages} pages.`, 'Divide it, and import the parts.');
    const repairs: Repair[] = [];
    const pages: Page[] = [];
    for (let number = 1; number <= file.numPages; number++) pages.push(await readPage(file, number, repairs));
    const { info } = (await file.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
    await file.loadingTask.destroy();
    return { pages, info, repairs };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Unreadable('It is locked by a password.', 'Open it with its password, print it to a new PDF, and import that.');
    throw new Unreadable('The file is cut short or damaged.', 'Fetch it again, or open it in a reader and print it to a new PDF.');
  }
}

async function readPage(file: Awaited<ReturnType<typeof getDocumentProxy>>, number: number, repairs: Repair[]): Promise<Page> {
  const page = await file.getPage(number);
  const content = await page.getTextContent();
  const [, bottom = 0, , top = 792] = page.view;
  const items: Item[] = [];
  // Nothing goes on from the page before within a word.
  let spaced = true;
  for (const found of content.items) {
    if (!('str' in found)) continue;
    const clean = withoutControls(lettersOf(found.str), `page ${number}`);
    repairs.push(...clean.repairs);
    if (!/\S/.test(clean.text)) {
      if (found.str !== '' || found.hasEOL) spaced = true;
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = found.transform as number[];
    const size = Math.hypot(c, d) || found.height || 1;
    const upright = Math.abs(b) < Math.abs(a) / 4;
    items.push({
      text: clean.text,
      x,
      y,
      width: found.width,
      size,
      font: found.fontName,
      rightToLeft: found.dir === 'rtl',
      upright,
      spaced,
      index: items.length,
    });
    spaced = found.hasEOL;
  }
  page.cleanup();
  const shapes = content.items.reduce((count, found) => count + ('str' in found && lettersOf(found.str) !== found.str ? 1 : 0), 0);
  if (shapes > 0) repairs.push({ was: 'shapes of Arabic letters', is: 'the letters', at: `page ${number}`, why: 'presentation forms' });
  const read = readLetters(items, `page ${number}`);
  repairs.push(...read.repairs);
  return { number, top, bottom, items: read.items };
}

/** Arabic letters as such, where the file names the shapes that they have within a word. */
function lettersOf(text: string): string {
  return text.replace(/[\ufb50-\ufdcf\ufe70-\ufefc]/g, (shape) => shape.normalize('NFKC'));
}
