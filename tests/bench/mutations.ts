/**
 * Ten ways in which a text is edited, at three severities, each letter keeping the offset that it came from.
 */
import { blockBorder } from '../../src/core/words.ts';

/** A text under edit. */
export interface Draft {
  readonly text: string;
  /** For each code unit the offset in the first text that it is, or stands in place of; -1 for what was added. */
  readonly from: Int32Array;
  /** Whether it is that letter still. */
  readonly same: Uint8Array;
}

export type Severity = 0 | 1 | 2;
type Random = () => number;
type Mutation = (draft: Draft, severity: Severity, random: Random) => Draft;

export function draftOf(text: string): Draft {
  return { text, from: Int32Array.from({ length: text.length }, (_, i) => i), same: new Uint8Array(text.length).fill(1) };
}

export const mutations: Readonly<Record<string, Mutation>> = {
  none: (draft) => draft,
  'typos mended': (draft, severity, random) => editWords(draft, [0.05, 0.15, 0.3][severity]!, random, misspelt),
  'sentences reworded': reworded,
  'insertions in passages': inserted,
  'paragraphs moved': moved,
  'paragraphs and sentences deleted': deleted,
  'phrases duplicated': duplicated,
  'signs and spaces normalised': normalised,
  'abbreviations written out': abbreviated,
  mixed: (draft, severity, random) => {
    let mixed = draft;
    const kinds: Mutation[] = [mutations['typos mended']!, reworded, inserted, moved, deleted, duplicated, normalised, divided];
    const lighter = Math.max(0, severity - 1) as Severity;
    for (const kind of kinds) if (random() < [0.4, 0.6, 0.8][severity]!) mixed = kind(mixed, lighter, random);
    return mixed;
  },
};

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** Replace parts of a text; what overlaps an earlier part is left out. What is put stands in place of what it replaces. */
function edit(draft: Draft, edits: readonly Edit[]): Draft {
  const pieces: Draft[] = [];
  let done = 0;
  for (const { start, end, put } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue;
    pieces.push(cut(draft, done, start), replacement(draft, start, end, put));
    done = end;
  }
  return glue([...pieces, cut(draft, done, draft.text.length)]);
}

function replacement(draft: Draft, start: number, end: number, put: string): Draft {
  const old = draft.text.slice(start, end);
  let [head, tail] = [0, 0];
  while (head < Math.min(old.length, put.length) && old[head] === put[head]) head++;
  while (tail < Math.min(old.length, put.length) - head && old.at(-1 - tail) === put.at(-1 - tail)) tail++;
  const middle = put.slice(head, put.length - tail);
  const gone = old.length - head - tail;
  const from = Int32Array.from({ length: middle.length }, (_, i) =>
    gone === 0 ? -1 : draft.from[start + head + Math.floor((i * gone) / middle.length)]!,
  );
  return glue([cut(draft, start, start + head), { text: middle, from, same: new Uint8Array(middle.length) }, cut(draft, end - tail, end)]);
}

function cut(draft: Draft, start: number, end: number): Draft {
  return { text: draft.text.slice(start, end), from: draft.from.subarray(start, end), same: draft.same.subarray(start, end) };
}

function glue(pieces: readonly Draft[]): Draft {
  const text = pieces.map((piece) => piece.text).join('');
  const from = new Int32Array(text.length);
  const same = new Uint8Array(text.length);
  let at = 0;
  for (const piece of pieces) {
    from.set(piece.from, at);
    same.set(piece.same, at);
    at += piece.text.length;
  }
  return { text, from, same };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function matches(text: string, pattern: RegExp): Part[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

const paragraphsOf = (text: string): Part[] => matches(text, new RegExp(`[^${blockBorder}]+`, 'g'));
export const sentencesOf = (text: string): Part[] =>
  matches(text, new RegExp(`[^\\s${blockBorder}](?:[^.!?${blockBorder}]|[.!?](?!["”)]* ["“(]?[A-Z0-9]))*[.!?]*["”)]*`, 'g'));
export const wordsOf = (text: string): Part[] => matches(text, /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu);

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

function editWords(draft: Draft, share: number, random: Random, change: (word: string, random: Random) => string): Draft {
  const edits = wordsOf(draft.text)
    .filter(() => random() < share)
    .map(({ start, end }) => ({ start, end, put: change(draft.text.slice(start, end), random) }));
  return edit(draft, edits);
}

function misspelt(word: string, random: Random): string {
  if (word.length < 4) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [head, letter, next, tail] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  return pick(
    [
      head + next + letter + tail,
      head + next + tail,
      head + letter + letter + next + tail,
      `${head}${pick([...'aeinrst'], random)}${next}${tail}`,
    ],
    random,
  );
}

const otherWords =
  'another several certain former recent major former council region report official group public early final large small local number result effort question people matter story evening valley record agreement practice reason account notice letter journey subject village account made took gave held kept began turned showed brought claimed denied sought urged feared'.split(
    ' ',
  );
const additions = [
  'it was said',
  'on reflection',
  'as the paper later noted',
  'according to two people who were there',
  'not for the first time',
  'to put it mildly',
  'in so far as anyone could tell',
];
const newSentences = [
  'A correction was added to this paragraph later.',
  'Much of this has since been disputed, and the figures remain uncertain.',
  'No reply had been received at the time of writing.',
  'The editors asked for comment and were given none.',
  'Others who were present remember the afternoon differently, and have said so in letters to this paper.',
  'That view is not shared by everyone who studied the question in the years that followed.',
];

/** In some sentences many words are others, clauses change places, and remarks are put in. */
function reworded(draft: Draft, severity: Severity, random: Random): Draft {
  const edits: Edit[] = [];
  for (const { start, end } of sentencesOf(draft.text)) {
    if (random() >= [0.2, 0.5, 0.8][severity]!) continue;
    const share = [0.2, 0.35, 0.5][severity]!;
    for (const word of wordsOf(draft.text.slice(start, end)))
      if (word.end - word.start > 2 && random() < share)
        edits.push({ start: start + word.start, end: start + word.end, put: pick(otherWords, random) });
    const comma = draft.text.indexOf(', ', start);
    if (comma > start && comma < end && random() < 0.4) edits.push({ start: comma, end: comma, put: `, ${pick(additions, random)}` });
  }
  return edit(draft, edits);
}

/** Paragraphs divided between sentences, and joined. */
function divided(draft: Draft, severity: Severity, random: Random): Draft {
  const share = [0.1, 0.2, 0.3][severity]!;
  const edits: Edit[] = matches(draft.text, new RegExp(blockBorder, 'g'))
    .filter(() => random() < share)
    .map((border) => ({ ...border, put: ' ' }));
  for (const { end } of sentencesOf(draft.text))
    if (draft.text[end] === ' ' && random() < share / 4) edits.push({ start: end, end: end + 1, put: blockBorder });
  return edit(draft, edits);
}

/** Remarks within sentences, and sentences between them. */
function inserted(draft: Draft, severity: Severity, random: Random): Draft {
  const share = [0.1, 0.3, 0.6][severity]!;
  const edits: Edit[] = [];
  for (const { start, end } of sentencesOf(draft.text)) {
    if (random() < share) {
      const spaces = matches(draft.text.slice(start, end), / /g);
      if (spaces.length > 0) {
        const at = start + pick(spaces, random).start;
        edits.push({ start: at, end: at, put: ` (${pick(additions, random)})` });
      }
    }
    if (random() < share && draft.text[end] === ' ') edits.push({ start: end, end, put: ` ${pick(newSentences, random)}` });
  }
  return edit(draft, edits);
}

function moved(draft: Draft, severity: Severity, random: Random): Draft {
  const all = paragraphsOf(draft.text).map(({ start, end }) => cut(draft, start, end));
  const count = Math.ceil(all.length * [0.1, 0.3, 0.6][severity]!);
  for (let i = 0; i < count; i++) {
    const [paragraph] = all.splice(Math.floor(random() * all.length), 1);
    all.splice(Math.floor(random() * (all.length + 1)), 0, paragraph!);
  }
  const border: Draft = { text: blockBorder, from: Int32Array.of(-1), same: Uint8Array.of(0) };
  return glue(all.flatMap((paragraph, i) => (i === 0 ? [paragraph] : [border, paragraph])));
}

function deleted(draft: Draft, severity: Severity, random: Random): Draft {
  const { text } = draft;
  const edits = paragraphsOf(text)
    .filter(() => random() < [0.06, 0.15, 0.35][severity]!)
    .map(({ start, end }) => ({ start: start === 0 ? 0 : start - 1, end: start === 0 ? Math.min(end + 1, text.length) : end, put: '' }));
  for (const { start, end } of sentencesOf(text))
    if (random() < [0.06, 0.15, 0.3][severity]!) edits.push({ start, end: text[end] === ' ' ? end + 1 : end, put: '' });
  return edit(draft, edits);
}

/** Phrases and whole sentences of the text said again in other places of it. */
function duplicated(draft: Draft, severity: Severity, random: Random): Draft {
  const { text } = draft;
  const sentences = sentencesOf(text);
  const words = wordsOf(text);
  if (words.length < 2) return draft;
  const edits: Edit[] = [];
  for (let i = 0; i < Math.ceil(sentences.length * [0.15, 0.4, 0.8][severity]!); i++) {
    const first = Math.floor(random() * words.length);
    const last = Math.min(words.length - 1, first + 2 + Math.floor(random() * 12));
    const [sentence, at] = [pick(sentences, random), pick(sentences, random).end];
    const phrase = random() < 0.5 ? text.slice(sentence.start, sentence.end) : text.slice(words[first]!.start, words[last]!.end);
    edits.push({ start: at, end: at, put: ` ${phrase.replaceAll(blockBorder, ' ')}` });
  }
  return edit(draft, edits);
}

function replaced(draft: Draft, share: number, random: Random, pairs: readonly (readonly [RegExp, string])[]): Draft {
  let now = draft;
  for (const [pattern, put] of pairs)
    now = edit(
      now,
      matches(now.text, pattern)
        .filter(() => random() < share)
        .map((part) => ({ ...part, put })),
    );
  return now;
}

function normalised(draft: Draft, severity: Severity, random: Random): Draft {
  const signs = replaced(draft, 1, random, [
    [/[“”]/g, '"'],
    [/[‘’]/g, "'"],
  ]);
  if (severity === 0) return signs;
  const dashes = replaced(signs, 1, random, [
    [/ — /g, ' – '],
    [/(?<=\w)-(?=\w)/g, '\u2010'],
    [/ (?=\d)/g, '\u00a0'],
  ]);
  if (severity === 1) return dashes;
  return replaced(replaced(dashes, 0.3, random, [[/ /g, '  ']]), 0.2, random, [[/(?<=[a-z]{3})(?=[a-z]{3})/g, '\u00ad']]);
}

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bDr\./g, 'Doctor'],
  [/\bProf\./g, 'Professor'],
  [/\bGov\./g, 'Governor'],
  [/\bSen\./g, 'Senator'],
  [/\bCapt\./g, 'Captain'],
  [/\bCol\./g, 'Colonel'],
  [/\bRev\./g, 'Reverend'],
  [/\bMr\./g, 'Mister'],
  [/\bkm\b/g, 'kilometres'],
  [/\bkg\b/g, 'kilograms'],
  [/\be\.g\./g, 'for example'],
  [/\bi\.e\./g, 'that is'],
  [/\bper cent\b/g, 'percent'],
  [/(?<=\w)n[’']t\b/g, ' not'],
  [/\b[Ii]t[’']s\b/g, 'it is'],
  [/\btwo\b/g, '2'],
  [/\bthree\b/g, '3'],
  [/\btwelve\b/g, '12'],
  [/\b(?:and)\b/g, '&'],
];

function abbreviated(draft: Draft, severity: Severity, random: Random): Draft {
  return replaced(draft, [0.3, 0.6, 1][severity]!, random, abbreviations);
}
