/**
 * Signs that do something to a terminal, or to the order of what is read, made signs that are read.
 */

/** Control characters but the line end; marks of direction; separators of lines; halves of letters. */
const acting =
  /[\0-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text in which what is not seen is written as `\u202e`, which JSON and YAML in quotation marks read back as itself. Line ends stay. */
export function visible(text: string): string {
  return text.replaceAll(acting, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whether anything of it would be written otherwise. */
export function hasUnseen(text: string): boolean {
  return text.search(acting) >= 0;
}

/** Words on one line; where they are many, their beginning and their end. */
export function shortened(text: string, most = 240): string {
  const plain = text.replaceAll(/\s+/g, ' ');
  if (plain.length <= most) return plain;
  const half = Math.floor(most / 2);
  const [head, tail] = [plain.slice(0, half), plain.slice(-half)];
  return `${head.slice(0, head.lastIndexOf(' ') + 1 || half).trimEnd()} … ${tail.slice(tail.indexOf(' ') + 1).trimStart()}`.toWellFormed();
}
