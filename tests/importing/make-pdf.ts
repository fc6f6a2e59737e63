/**
 * PDF files for tests: words in Helvetica at places.
 */

export interface Placed {
  readonly text: string;
  readonly x: number;
  /** From the foot of the page. */
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Up the page. */
  readonly turned?: boolean;
}

export interface PdfOptions {
  readonly title?: string;
  readonly author?: string;
  /** A locked file: nobody knows the password. */
  readonly locked?: boolean;
}

/** A page is 612 by 792. */
export function makePdf(pages: readonly (readonly Placed[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const fonts = ['Helvetica', 'Helvetica-Bold'].map((name) =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
  );
  const tree = objects.length + pages.length * 2 + 1;
  const kids = pages.map((words) => {
    const stream = `BT\n${words.map(draw).join('\n')}\nET`;
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  add(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  const catalog = add(`<< /Type /Catalog /Pages ${tree} 0 R /Lang (en-GB) >>`);
  const { title, author, locked } = options;
  const info = add(`<< ${title ? `/Title ${literal(title)}` : ''} ${author ? `/Author ${literal(author)}` : ''} >>`);
  const hex = '00'.repeat(32);
  const key = locked ? add(`<< /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >>`) : undefined;

  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R${key ? ` /Encrypt ${key} 0 R /ID [<00> <00>]` : ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

/** Lines below each other. */
export function lines(texts: readonly string[], x: number, y: number, { size = 10, leading = 12, bold = false } = {}): Placed[] {
  return texts.map((text, i) => ({ text, x, y: y - i * leading, size, bold }));
}

function draw({ text, x, y, size = 10, bold, turned }: Placed): string {
  return `/F${bold ? 2 : 1} ${size} Tf ${turned ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`} Tm ${literal(text)} Tj`;
}

const outsideLatin: Readonly<Record<string, number>> = { '•': 0x95, '–': 0x96, '—': 0x97, '“': 0x93, '”': 0x94, '’': 0x92, '\u00ad': 0xad };

function literal(text: string): string {
  const bytes = Array.from(text, (sign) => String.fromCharCode(outsideLatin[sign] ?? (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 63)));
  return `(${bytes.join('').replace(/[\\()]/g, String.raw`\$&`)})`;
}
