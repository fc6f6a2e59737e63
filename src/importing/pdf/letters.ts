/**
 * Letters that are words only to the eye: digits that are raised or lowered, a large first letter, words that are spaced out.
 */
import type { Repair } from '../draft.ts';
import { loweredSign, raisedSign } from '../docx/symbols.ts';
import { wordsOf } from '../law.ts';
import { isLevel, type Item } from './item.ts';

/** The items of a page as they are read, in the order in which they are drawn, with what was changed. */
export function readLetters(items: readonly Item[], at: string): { items: Item[]; repairs: Repair[] } {
  const placed = withRaised(items);
  const joined = withoutSpacing(placed.items);
  const whole = withLargeLetters(joined.items);
  const changes = [...joined.changes, ...whole.changes].map((change): Repair => ({ ...change, at }));
  const signs: Repair[] =
    placed.count > 0
      ? [{ was: 'raised or lowered digits', is: 'signs of their own', at, why: `${placed.count} that are small and off the line` }]
      : [];
  return { items: whole.items, repairs: [...signs, ...changes] };
}

type Change = Omit<Repair, 'at'>;

/** “10” and a raised “6” are not “106”. */
function withRaised(items: readonly Item[]): { items: Item[]; count: number } {
  let count = 0;
  const placed = items.map((item, i) => {
    if (!/^[\d+\-−=(),]+$/.test(item.text) || !/\d/.test(item.text) || !item.upright) return item;
    const before = items[i - 1];
    const beside = before && isBeside(before, item) ? before : items[i + 1];
    if (!beside || !(beside === before || isBeside(item, beside))) return item;
    const rise = (item.y - beside.y) / beside.size;
    const smaller = item.size <= beside.size * 0.9 && item.size >= beside.size * 0.4;
    if (!smaller || (rise < 0.15 && !(rise < -0.08 && beside === before))) return item;
    count++;
    return { ...item, text: Array.from(item.text, rise > 0 ? raisedSign : loweredSign).join('') };
  });
  return { items: placed, count };
}

function isBeside(item: Item, next: Item): boolean {
  const gap = next.x - item.x - item.width;
  return (
    item.upright &&
    next.upright &&
    isLevel(item, next) &&
    /[\p{L}\p{N}\p{P}]/u.test(item.text) &&
    Math.abs(gap) < Math.max(item.size, next.size) * 0.4
  );
}

const spacedWord = /^\p{L}(?: \p{L})+$/u;

/** Four letters or more with one gap between them, as “C O S T S”: a word, and shorter ones that are spaced like it beside it. */
function withoutSpacing(items: readonly Item[]): { items: Item[]; changes: Change[] } {
  const changes: Change[] = [];
  const result: Item[] = [];
  const lines: Gathered[][] = [];
  for (const item of gathered(items)) {
    const line = lines.at(-1);
    if (line && isLevel(line[0]!, item) && item.x > line.at(-1)!.x) line.push(item);
    else lines.push([item]);
  }
  for (const line of lines) {
    const spaced = line.every(({ text }) => spacedWord.test(text.trim()) || /^[\p{P}\d]+$/u.test(text.trim()));
    if (!spaced || !line.some(({ text }) => isWord(text.trim()))) {
      result.push(...line.flatMap((item) => item.pieces));
      continue;
    }
    for (const item of line) {
      const text = item.text.trim();
      const is = text.replaceAll(' ', '');
      if (is !== text) changes.push({ was: text, is, why: 'letters that were spaced out' });
      result.push(is === text ? item : { ...item, text: is });
    }
  }
  return { items: result, changes };
}

interface Gathered extends Item {
  readonly pieces: readonly Item[];
}

/** Single letters that are drawn one by one with equal gaps, put together. */
function gathered(items: readonly Item[]): Gathered[] {
  const result: Gathered[] = [];
  let run: Item[] = [];
  const settle = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length >= 4)
      result.push({ ...first, text: run.map(({ text }) => text.trim()).join(' '), width: last.x + last.width - first.x, pieces: run });
    else result.push(...run.map((item) => ({ ...item, pieces: [item] })));
    run = [];
  };
  for (const item of items) {
    const last = run.at(-1);
    const single = item.upright && !item.rightToLeft && /^\p{L}$/u.test(item.text.trim());
    const gap = last ? item.x - last.x - last.width : 0;
    const usual = run.length > 1 ? run[1]!.x - run[0]!.x - run[0]!.width : gap;
    const goesOn =
      single &&
      last !== undefined &&
      item.font === last.font &&
      item.size === last.size &&
      Math.abs(item.y - last.y) < 1 &&
      gap > item.size * 0.1 &&
      gap < item.size * 2 &&
      Math.abs(gap - usual) < item.size * 0.1;
    if (!goesOn) settle();
    if (single) run.push(item);
    else result.push({ ...item, pieces: [item] });
  }
  settle();
  return result;
}

/** No labels of columns or choices (“A B C D”), and no signs of a formula. */
function isWord(spaced: string): boolean {
  const letters = spaced.split(' ');
  if (letters.length < 4 || !spacedWord.test(spaced)) return false;
  const codes = letters.map((letter) => letter.codePointAt(0)!);
  return (
    !codes.every((code, i) => i === 0 || code === codes[i - 1]! + 1) &&
    new Set(letters).size > 1 &&
    letters.every((letter) => /\p{Lu}|\p{Lo}/u.test(letter))
  );
}

/** A large letter at the left of some lines is the beginning of the first of them. */
function withLargeLetters(items: readonly Item[]): { items: Item[]; changes: Change[] } {
  const changes: Change[] = [];
  const dropped = new Set<Item>();
  const begun = new Map<Item, string>();
  let words: Set<string> | undefined;
  for (const [i, cap] of items.entries()) {
    const letter = cap.text.trim();
    if (!/^[“"„«‘']?\p{Lu}$/u.test(letter) || !cap.upright || cap.rightToLeft) continue;
    // It is drawn before its lines, or straight after the first of them.
    const near = items.slice(Math.max(0, i - 4), i + 40).filter((item) => isBesideLarge(cap, item));
    const first = near.reduce(
      (one, other) => (one && one.y >= other.y - 1 && (one.y > other.y + 1 || one.x <= other.x) ? one : other),
      near[0],
    );
    const word = first ? /^[\p{L}\p{M}’']+/u.exec(first.text)?.[0] : undefined;
    const lines = new Set(near.map((item) => Math.round(item.y)));
    if (!first || begun.has(first) || word === undefined || lines.size < 2) continue;
    words ??= new Set(items.flatMap(({ text }) => wordsOf(text.toLowerCase())));
    const capital = letter.slice(-1);
    // “A dog”, not “Adog”: a letter can be a word.
    const alone =
      !words.has((capital + word).toLowerCase()) && /^[AIOÀÓYÉÅ]$/.test(capital) && words.has(word.toLowerCase()) && word.length > 1;
    const divider = alone || first.text.startsWith(' ') ? ' ' : '';
    dropped.add(cap);
    begun.set(first, letter + divider);
    changes.push({ was: `${letter} | ${word}`, is: letter + divider + word, why: 'a large first letter' });
  }
  if (dropped.size === 0) return { items: [...items], changes };
  const kept = items
    .filter((item) => !dropped.has(item))
    .map((item, index) => {
      const before = begun.get(item);
      return { ...item, index, ...(before === undefined ? {} : { text: before + item.text.trimStart(), spaced: true }) };
    });
  return { items: kept, changes };
}

/** Whether an item begins at the right side of a large letter, no higher and no lower than it. */
function isBesideLarge(cap: Item, item: Item): boolean {
  const gap = item.x - cap.x - cap.width;
  return (
    item !== cap &&
    item.upright &&
    cap.size >= item.size * 1.7 &&
    gap > -item.size * 0.3 &&
    gap < item.size &&
    item.y > cap.y - item.size * 0.4 &&
    item.y < cap.y + cap.size
  );
}
