/**
 * The words of a part of a Word file, read from its XML alone: what the conversion is held against, and where what it drops is found.
 */
import { withoutControls } from '../controls.ts';
import { loweredSign, raisedSign, symbolOf } from './symbols.ts';
import { tokensOf, type XmlToken } from './xml-tokens.ts';

export interface PartWords {
  /** Paragraph by paragraph, without what was deleted under tracking. */
  readonly paragraphs: readonly string[];
  /** What was deleted or moved away under tracking, a piece for each paragraph. */
  readonly deletions: readonly string[];
}

/** Every word of a part. Of alternatives for old and new programs, the first that has words counts. */
export function wordsOfPart(xml: string): PartWords {
  const words = new Words();
  for (const token of tokensOf(xml)) words.take(token);
  return words.end();
}

interface Paragraph {
  text: string;
  deleted: string;
  /** True where the mark at its end was deleted: then the next one goes on in it. */
  open: boolean;
}

class Words {
  private readonly paragraphs: string[] = [];
  private readonly deletions: string[] = [];
  /** A text box stands within a paragraph, and has paragraphs. */
  private readonly stack: Paragraph[] = [];
  private carried = '';
  private readonly path: string[] = [];
  /** Characters found so far, by which an alternative is seen to have words. */
  private found = 0;
  private readonly alternatives: { taken: boolean; before: number }[] = [];
  /** The depth at which what is skipped began. */
  private skipped = -1;
  private gone = 0;
  /** How the letters of each open run stand: a run may hold a text box, with runs. */
  private readonly runs: (string | undefined)[] = [];
  /** Parts of formulas that are raised or lowered. */
  private readonly formula: string[] = [];

  take(token: XmlToken): void {
    if (token.kind === 'text') {
      const name = this.path.at(-1);
      if (this.skipped < 0 && (name === 't' || name === 'delText' || name === 'v')) this.add(this.placed(token.text), name === 'delText');
      return;
    }
    if (token.kind !== 'close') {
      this.path.push(token.name);
      if (this.skipped < 0) this.open(token);
    }
    if (token.kind !== 'open') {
      if (this.skipped === this.path.length) this.skipped = -1;
      else if (this.skipped < 0) this.close(this.path.at(-1) ?? '');
      this.path.pop();
    }
  }

  end(): PartWords {
    while (this.stack.length > 0) this.close('p');
    if (this.carried) this.paragraphs.push(this.carried);
    return { paragraphs: clean(this.paragraphs), deletions: clean(this.deletions) };
  }

  private open(token: Exclude<XmlToken, { kind: 'text' }>): void {
    const { name } = token;
    if (name === 'p') {
      const outermost = this.stack.length === 0;
      this.stack.push({ text: outermost ? this.carried : '', deleted: '', open: false });
      if (outermost) this.carried = '';
    } else if (name === 'r') this.runs.push(this.formula.at(-1));
    else if (name === 'vertAlign') {
      if (this.path.at(-2) === 'rPr' && this.path.at(-3) === 'r') this.runs[this.runs.length - 1] ??= token.attribute('val');
    } else if ((name === 'sup' || name === 'sub') && token.prefix === 'm') {
      this.formula.push(name === 'sup' ? 'superscript' : 'subscript');
    } else if (name === 'AlternateContent') this.alternatives.push({ taken: false, before: 0 });
    else if (name === 'Choice' || name === 'Fallback') {
      const alternative = this.alternatives.at(-1);
      if (alternative?.taken) this.skipped = this.path.length;
      else if (alternative) alternative.before = this.found;
    } else if (name === 'moveFrom') this.gone++;
    else if (name === 'del') {
      if (this.path.at(-2) === 'rPr' && this.path.at(-3) === 'pPr' && this.stack.length > 0) this.stack.at(-1)!.open = true;
      this.gone++;
    } else if (name === 'tab' || name === 'ptab') this.add(' ', false);
    else if (name === 'br' || name === 'cr') this.add('\n', false);
    else if (name === 'noBreakHyphen') this.add('\u2011', false);
    else if (name === 'softHyphen') this.add('\u00ad', false);
    else if (name === 'sym') this.add(symbolOf(token.attribute('font'), token.attribute('char')) ?? '', false);
  }

  private close(name: string): void {
    if (name === 'del' || name === 'moveFrom') this.gone--;
    else if (name === 'r') this.runs.pop();
    else if (name === 'sup' || name === 'sub') this.formula.pop();
    else if (name === 'AlternateContent') this.alternatives.pop();
    else if (name === 'Choice' || name === 'Fallback') {
      const alternative = this.alternatives.at(-1);
      if (alternative && this.found > alternative.before) alternative.taken = true;
    } else if (name === 'p') {
      const paragraph = this.stack.pop();
      if (!paragraph) return;
      if (paragraph.open && this.stack.length === 0) this.carried = paragraph.text;
      else this.paragraphs.push(paragraph.text);
      this.deletions.push(paragraph.deleted);
    }
  }

  /** Raised and lowered digits as such. */
  private placed(text: string): string {
    const place = this.runs.at(-1);
    if (place === 'superscript') return Array.from(text, raisedSign).join('');
    return place === 'subscript' ? Array.from(text, loweredSign).join('') : text;
  }

  private add(text: string, deleted: boolean): void {
    if (/\S/.test(text)) this.found += text.length;
    const paragraph = this.stack.at(-1);
    if (deleted || this.gone > 0) {
      if (paragraph) paragraph.deleted += text;
      else this.deletions.push(text);
      return;
    }
    if (paragraph) paragraph.text += text;
    else this.paragraphs.push(text);
  }
}

function clean(texts: readonly string[]): string[] {
  return texts.map((text) => withoutControls(text).text).filter((text) => /\S/.test(text));
}
