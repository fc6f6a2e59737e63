/**
 * Articles as they are copied off pages, with the truth of each: what is title, paragraph, heading, and what is furniture. Invented,
 * from a seed; the furniture is worded here and not taken from the importer's table, so that what that table does not know is
 * measured too.
 */
import { foreign, otherScripts } from './noisy-words-foreign.ts';
import { bank, type Bank } from './noisy-words.ts';

export interface Truth {
  readonly title: string | undefined;
  readonly section: readonly string[];
  readonly standfirst: string | undefined;
  readonly author: string | undefined;
  readonly published: string | undefined;
  /** With captions and pull quotes, and those of the appended article. */
  readonly paragraphs: readonly string[];
  readonly headings: readonly string[];
  /** The lines of what is no part of the article, each by itself. */
  readonly aside: readonly string[];
}

export interface NoisyText {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

type Layout = 'blank lines' | 'line ends' | 'wrapped' | 'ragged';
type Kind = 'title' | 'section' | 'standfirst' | 'paragraph' | 'heading' | 'aside';

interface Part {
  kind: Kind;
  text: string;
  /** Whether this one stands directly below the one before, whatever the layout. */
  close?: boolean;
  /** Words of an aside that are glued to the next part. */
  glued?: boolean;
}

/** As many texts as asked for; the same for the same seed. */
export function noisyTexts(count: number, seed: number): NoisyText[] {
  return Array.from({ length: count }, (_, i) => noisyText(i, seed));
}

function noisyText(index: number, seed: number): NoisyText {
  const dice = new Dice(seed * 100_003 + index);
  const words = dice.chance(0.08) ? dice.of(foreign) : bank;
  const layout = dice.of<Layout>(['blank lines', 'blank lines', 'line ends', 'wrapped', 'ragged']);
  const encoding = dice.of(['utf-8', 'utf-8', 'utf-8', 'utf-8', 'byte order mark', 'utf-16le', 'utf-16be', 'windows-1252', 'mojibake']);
  const { parts, author, published } = article(dice, words);
  const narrow = encoding === 'windows-1252' || encoding === 'mojibake';
  const noise = signs(dice, narrow);
  for (const part of parts) part.text = noise(part.text);
  const ofKind = (kind: Kind): string[] => parts.filter((part) => part.kind === kind).map((part) => part.text);
  const text = laidOut(dice, parts, layout).replaceAll('\n', dice.of(['\n', '\n', '\n', '\r\n', '\r']));
  const fits = encoding !== 'windows-1252' || [...text].every((sign) => sign < '\u0080' || cp1252.has(sign));
  return {
    name: `${index}: ${layout}, ${fits ? encoding : 'utf-8'}`,
    bytes: encoded(text, fits ? encoding : 'utf-8'),
    truth: {
      title: ofKind('title')[0],
      section: ofKind('section'),
      standfirst: ofKind('standfirst')[0],
      author,
      published,
      paragraphs: ofKind('paragraph'),
      headings: ofKind('heading'),
      aside: ofKind('aside'),
    },
  };
}

interface Article {
  readonly parts: Part[];
  readonly author: string | undefined;
  readonly published: string | undefined;
}

/** The parts of an article and of its page, from the top. */
function article(dice: Dice, words: Bank): Article {
  const parts: Part[] = [];
  const add = (kind: Kind, text: string, close = false): void => void parts.push({ kind, text, close });
  const aside = (texts: readonly string[], close = true): void => texts.forEach((text, i) => add('aside', text, close && i > 0));
  const bodies = Array.from({ length: dice.between(4, 9) }, () =>
    words === bank && dice.chance(0.03) ? dice.of(otherScripts) : paragraph(dice, words),
  );
  const titled = dice.chance(0.88);
  const title = titled ? fill(dice, words, words.titles) : '';
  let author: string | undefined;
  let published: string | undefined;

  if (dice.chance(0.25)) aside([dice.of(words.consent)]);
  if (dice.chance(0.3)) aside(dice.some(words.menu, 1, 5), dice.chance(0.6));
  if (titled) {
    if (dice.chance(0.1)) add('aside', `${title} ${dice.of(['|', '–'])} ${dice.of(words.sites)}`);
    if (dice.chance(0.35)) add('section', dice.of(words.kickers));
    add('title', title);
    if (dice.chance(0.12)) add('section', dice.of(words.regions));
    const standfirst = dice.chance(0.3) ? standfirstOf(dice, words, bodies) : undefined;
    if (standfirst !== undefined) add('standfirst', standfirst);
    if (dice.chance(0.4)) {
      author = dice.of(words.people);
      const day = dice.chance(0.25) ? dateOf(dice, words) : undefined;
      published = day?.edtf;
      add(
        'aside',
        `${dice.of(words.by)} ${author}${dice.chance(0.2) ? `, ${dice.of(words.offices)}` : ''}${day ? ` | ${day.text}` : ''}`,
        dice.chance(0.3),
      );
    }
    if (!published && dice.chance(0.4)) {
      const day = dateOf(dice, words);
      published = day.edtf;
      add('aside', `${dice.of(words.datePrefixes)}${day.text}${dice.chance(0.2) ? ', 10:32' : ''}`, dice.chance(0.3));
    }
    if (dice.chance(0.3)) aside(dice.some(words.share, 1, 3));
    if (dice.chance(0.35)) add('paragraph', captionOf(dice, words));
    if (dice.chance(0.25)) {
      if (dice.chance(0.5)) add('aside', title);
      aside(dice.some(words.player, 1, 4), dice.chance(0.5));
    }
  }
  const subheads = dice.chance(0.2);
  for (const [i, body] of bodies.entries()) {
    if (i > 1 && dice.chance(0.12)) aside([dice.of(words.adverts)]);
    if (i > 1 && dice.chance(0.05)) aside([dice.of(words.inlineLinks)]);
    if (i > 1 && i < bodies.length && subheads && dice.chance(0.3)) add('heading', dice.of(words.headings), dice.chance(0.3));
    if (i > 2 && dice.chance(0.05)) add('paragraph', bodies[1]!.split(/(?<=[.؟]) /)[0]!);
    if (words.glue.length > 0 && dice.chance(0.06)) parts.push({ kind: 'aside', text: dice.of(words.glue), glued: true });
    add('paragraph', body);
  }
  if (dice.chance(0.25)) {
    add('heading', dice.of(words.appended), dice.chance(0.6));
    for (let i = dice.between(1, 2); i > 0; i--) add('paragraph', paragraph(dice, words));
  }
  if (dice.chance(0.35)) aside(dice.some(words.share, 1, 4));
  if (dice.chance(0.2)) aside([dice.of(words.letters)]);
  if (dice.chance(0.4)) aside(relatedOf(dice, words), dice.chance(0.4));
  if (dice.chance(0.12)) aside(dice.some(words.comments, 1, 3));
  if (dice.chance(0.4)) aside(dice.some(words.footers, 1, 3), dice.chance(0.5));
  return { parts, author, published };
}

function paragraph(dice: Dice, words: Bank): string {
  const sentences = Array.from({ length: dice.chance(0.12) ? 1 : dice.between(2, 5) }, () => fill(dice, words, words.sentences));
  if (dice.chance(0.25)) sentences[dice.chance(0.5) ? 0 : sentences.length - 1] = dice.of(words.traps);
  return sentences.join(' ');
}

/** Words of the first paragraph again, or a sentence of its own. */
function standfirstOf(dice: Dice, words: Bank, bodies: string[]): string {
  const own = fill(dice, words, words.sentences);
  if (dice.chance(0.5)) bodies[dice.between(0, 2)] = `${own} ${paragraph(dice, words)} ${paragraph(dice, words)}`;
  return own;
}

function captionOf(dice: Dice, words: Bank): string {
  const what = fill(dice, words, words.captions);
  return dice.of(words.credits).replace('%', what);
}

function relatedOf(dice: Dice, words: Bank): string[] {
  const lines = [dice.of(words.relatedLabels)];
  for (let i = dice.between(1, 3); i > 0; i--) {
    lines.push(fill(dice, words, words.titles));
    if (dice.chance(0.5)) lines.push(`${fill(dice, words, words.sentences).split(' ').slice(0, dice.between(8, 14)).join(' ')} …`);
  }
  return lines;
}

function dateOf(dice: Dice, words: Bank): { text: string; edtf: string } {
  const [year, month, day] = [dice.between(1996, 2024), dice.between(1, 12), dice.between(1, 28)];
  const text = dice
    .of(words.dates)
    .replace('D', String(day))
    .replace('Y', String(year))
    .replace('N', words.months[month - 1]!);
  return { text, edtf: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

/** A template with its slots filled. */
function fill(dice: Dice, words: Bank, templates: readonly string[]): string {
  const text = dice
    .of(templates)
    .replaceAll(/\{(\w+)\}/g, (_, slot: string) => (slot === 'n' ? String(dice.between(3, 940)) : dice.of(words.slots[slot]!)));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Signs that copies have: no-break spaces, soft hyphens, ligatures, letters and marks apart. */
function signs(dice: Dice, narrow: boolean): (text: string) => string {
  const ways: ((text: string) => string)[] = [];
  const some =
    (pattern: RegExp, by: string): ((text: string) => string) =>
    (text) =>
      text.replaceAll(pattern, (found) => (dice.chance(0.1) ? by.replace('%', found) : found));
  if (dice.chance(0.5)) ways.push((text) => text.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll("'", '’'));
  if (dice.chance(0.15)) ways.push(some(/(?<=\p{L}) (?=\p{L})/gu, '\u00a0'));
  if (dice.chance(0.1)) ways.push(some(/(?<=\p{Ll}\p{Ll}\p{Ll})\p{Ll}(?=\p{Ll}\p{Ll})/gu, '\u00ad%'));
  if (!narrow && dice.chance(0.08)) ways.push(some(/(?<=\p{L}) (?=\p{L})/gu, ' \u200b'));
  if (!narrow && dice.chance(0.08)) ways.push((text) => text.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'));
  if (!narrow && dice.chance(0.08)) ways.push((text) => text.normalize('NFD'));
  return (text) => ways.reduce((so, way) => way(so), text);
}

function laidOut(dice: Dice, parts: readonly Part[], layout: Layout): string {
  let text = '';
  const border = (part: Part): string => {
    if (part.close) return '\n';
    if (layout === 'line ends') return '\n';
    return layout === 'ragged' ? '\n'.repeat(dice.between(1, 4)) : '\n\n';
  };
  for (const [i, part] of parts.entries()) {
    if (i > 0 && !parts[i - 1]!.glued) text += border(part);
    const glued = parts[i - 1]?.glued === true;
    text +=
      layout === 'wrapped'
        ? wrapped(glued ? parts[i - 1]!.text + part.text : part.text, 72).slice(glued ? parts[i - 1]!.text.length : 0)
        : part.text;
  }
  return text + (dice.chance(0.4) ? '\n' : '');
}

/** Lines of at most so many columns, broken at spaces and, where there are none, at any sign. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ |(?<=\p{L}-)(?=\p{Ll})|(?<=\p{Script=Han}|[。，])(?=\p{Script=Han})/u)) {
    const joint = line === '' || /\p{L}-$/u.test(line) || /[\p{Script=Han}。，]$/u.test(line) ? '' : ' ';
    if (columns(line + joint + word) > width && line !== '') {
      lines.push(line);
      line = word;
    } else line += joint + word;
  }
  return [...lines, line].join('\n');
}

function columns(text: string): number {
  return [...text.replaceAll(/[\p{M}\u00ad\u200b]/gu, '')].reduce((sum, sign) => sum + (/[\p{Script=Han}。，]/u.test(sign) ? 2 : 1), 0);
}

/** The signs of windows-1252 beyond Latin-1, by their bytes from 0x80; five of them are not defined. */
const beyond = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const cp1252 = new Map<string, number>([
  ...[...beyond].map((sign, i) => [sign, 0x80 + i] as const),
  ...Array.from({ length: 96 }, (_, i) => [String.fromCharCode(0xa0 + i), 0xa0 + i] as const),
]);

function encoded(text: string, encoding: string): Uint8Array {
  const utf8 = new TextEncoder().encode(text);
  if (encoding === 'byte order mark') return Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (sign) => cp1252.get(sign) ?? sign.charCodeAt(0));
  if (encoding === 'mojibake') {
    const wrong = [...utf8].map((byte) => (byte >= 0x80 && byte < 0xa0 ? beyond.charAt(byte - 0x80) : String.fromCharCode(byte)));
    return new TextEncoder().encode(wrong.join(''));
  }
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16le') return little;
  return encoding === 'utf-16be' ? little.swap16() : utf8;
}

/** Random choices from a seed (mulberry32). */
class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  of<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)]!;
  }
  /** Some of the choices, none twice. */
  some<T>(choices: readonly T[], low: number, high: number): T[] {
    const left = [...choices];
    return Array.from(
      { length: Math.min(left.length, this.between(low, high)) },
      () => left.splice(Math.floor(this.next() * left.length), 1)[0]!,
    );
  }
}
