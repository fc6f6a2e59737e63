/**
 * Titles: whether a file's own is one, and what stands for want of one.
 */
import { wordsOf } from './law.ts';

/** True for a title that a person wrote, not a tool: no file name, no “Untitled”, no “Microsoft Word - x.doc”. */
export function isWritten(title: string): boolean {
  const words = title.trim();
  if (!/\p{L}/u.test(words) || words.length > 300) return false;
  if (
    /^Microsoft (?:Word|PowerPoint|Excel)\b/i.test(words) ||
    /\.(?:docx?|pdf|rtf|odt|pages|tex|dvi|indd|qxd|txt|md|html?|pptx?|xlsx?)$/i.test(words)
  )
    return false;
  if (/^(?:untitled|no title|document|dokument|documento|presentation|slide|title|template|about:blank)[\s\d]*$/i.test(words)) return false;
  // One word with the signs of a file name: “annual_report-v2”.
  return !/^\S+$/.test(words) || !/[_\\/\d]/.test(words);
}

/** Whether two texts are the same words, whatever divides them. */
export function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ').toLowerCase() === wordsOf(other).join(' ').toLowerCase();
}

/** A working title: the first sentence of a text, cut after a word before it is longer than a line. Empty for no words. */
export function workingTitle(text: string): string {
  const line = text
    .slice(0, 1000)
    .trim()
    .split(/[\r\n]/)[0]!
    .replace(/\s+/g, ' ');
  const sentence = /^.{15,90}?[\p{L}\p{N}”"’)](?=[.!?。](?: |$))/u.exec(line)?.[0] ?? line.replace(/[.。]$/, '');
  if (sentence.length <= 80) return sentence;
  const cut = sentence.slice(0, 80);
  const space = cut.lastIndexOf(' ');
  return `${space > 30 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')}…`;
}
