import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeQuote, find, nearest, type TextQuote } from '../../src/core/quote.ts';
import { blockBorder, fold } from '../../src/core/words.ts';

const text = ['He said: “It’s a growing problem”—a growing', 'problem, he wrote.'].join('\n');
const blocks = ['The camp is full.', 'The camp is the largest; the camp is old.'].join(blockBorder);

function found(words: string, quote: TextQuote | string): string[] {
  return find(fold(words), typeof quote === 'string' ? { exact: quote } : quote).map(
    ({ start, end }) => `${start}:${words.slice(start, end)}`,
  );
}

describe('find', () => {
  test.each<[string, string, TextQuote | string, string[]]>([
    ['once', 'one two three', 'two', ['4:two']],
    ['several times', 'one two two', 'two', ['4:two', '8:two']],
    ['places that overlap', 'anana', 'ana', ['0:ana', '2:ana']],
    ['not at all', 'one two', 'three', []],
    ['not in another case', 'one two', 'Two', []],
    ['nothing for an empty quote', 'one two', '', []],
    ['nothing for a quote of spaces', 'one two', ' \n ', []],
    ['spaces around the quote do not count', 'one two', ' two ', ['4:two']],
    ['across a line end', text, 'a growing problem,', ['34:a growing\nproblem,']],
    ['straight for curly quotes', text, '"It\'s a growing problem"', ['9:“It’s a growing problem”']],
    ['curly for straight quotes', 'the "Caliphate"', '“Caliphate”', ['4:"Caliphate"']],
    ['a hyphen for a dash', text, 'problem"-a', ['25:problem”—a']],
    ['a dash for a hyphen', 'north-east', 'north–east', ['0:north-east']],
    ['letters with marks apart', 'cafe\u0301 society', 'café', ['0:cafe\u0301']],
    ['through soft hyphens', 'the har\u00adbour', 'harbour', ['4:har\u00adbour']],
    ['never across blocks', blocks, 'full. The', []],
    ['never across blocks, whatever is written', blocks, `full.${blockBorder}The`, []],
    ['never half of a letter', 'a 😀 b', '\ud83d', []],
    ['signs of regular expressions are letters', 'a (b+)+$ c', '(b+)+$', ['2:(b+)+$']],
    ['after a prefix', blocks, { exact: 'camp is', prefix: 'largest; the' }, ['47:camp is']],
    ['after a prefix that touches', 'one-two one–three', { exact: 'three', prefix: 'one-' }, ['12:three']],
    ['before a suffix', blocks, { exact: 'camp is', suffix: 'the largest' }, ['22:camp is']],
    ['between prefix and suffix', 'a b c, a b d, e b c', { exact: 'b', prefix: 'a', suffix: 'd' }, ['9:b']],
    ['a prefix across a line end', text, { exact: 'problem', prefix: 'a growing', suffix: ',' }, ['44:problem']],
    ['a prefix of another block is none', blocks, { exact: 'The camp', prefix: 'full.' }, []],
    ['a prefix that stands nowhere', 'one two', { exact: 'two', prefix: 'three' }, []],
    ['an empty prefix and suffix are none', 'one two', { exact: 'two', prefix: '', suffix: ' ' }, ['4:two']],
  ])('%s', (_, words, quote, places) => expect(found(words, quote)).toEqual(places));
});

describe('describe', () => {
  test.each<[string, string, string, number, TextQuote]>([
    ['words that stand once need nothing', 'one two three', 'two', 0, { exact: 'two' }],
    ['one word before settles it', 'one two, three two', 'two', 1, { exact: 'two', prefix: 'three' }],
    ['the first of all has nothing before it', 'two a, two b', 'two', 0, { exact: 'two', suffix: 'a,' }],
    ['line ends are written as spaces', 'a\nb', 'a\nb', 0, { exact: 'a b' }],
    ['not across blocks', `x two y${blockBorder}two y`, 'two', 0, { exact: 'two', prefix: 'x' }],
  ])('%s', (_, words, part, nth, quote) => {
    let start = -1;
    for (let i = 0; i <= nth; i++) start = words.indexOf(part, start + 1);
    expect(describeQuote(fold(words), words, { start, end: start + part.length })).toEqual(quote);
  });

  test('words that twelve words on each side do not settle are not described', () => {
    const words = 'word '.repeat(200_000);
    const folded = fold(words);
    expect(describeQuote(folded, words, { start: 500_000, end: 500_004 })).toBeUndefined();
  });

  test('words near an end of a block are settled from that end by nothing that ends there', () => {
    const words = `${'word '.repeat(30)}end`;
    expect(describeQuote(fold(words), words, { start: 125, end: 129 })).toEqual({ exact: 'word', suffix: 'word word word word end' });
  });

  const word = fc.constantFrom('a', 'b', 'the', 'camp', 'it’s', '“so”', 'e\u0301t', 'al-Hol', 'Iraq—Syria', '沙', 'קול', '😀');
  const words = fc
    .array(fc.array(word, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 })
    .map((paragraphs) => paragraphs.map((paragraph) => paragraph.join(' ')).join(blockBorder));

  test('what is described is found at its place alone; what is not described is told apart by nothing', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (original, a, b) => {
        const tokens = [...original.matchAll(/[^\s\u2029]+/g)];
        const first = tokens[a % tokens.length]!;
        const block = original.indexOf(blockBorder, first.index);
        const within = tokens.filter((each) => each.index >= first.index && (block < 0 || each.index < block));
        const last = within[b % within.length]!;
        const span = { start: first.index, end: last.index + last[0].length };
        const folded = fold(original);
        const described = describeQuote(folded, original, span);
        if (described) expect(find(folded, described)).toEqual([span]);
        else {
          // Its whole block stands there twice.
          const whole = original.slice(original.lastIndexOf(blockBorder, span.start) + 1, block < 0 ? undefined : block);
          expect(fold(original).text.split(fold(whole).text).length).toBeGreaterThan(2);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function near(words: string, quote: string): string | undefined {
  const span = nearest(fold(words), quote);
  return span && words.slice(span.start, span.end);
}

describe('nearest', () => {
  test.each<[string, string, string, string | undefined]>([
    ['a slip of the pen', 'They said it is a growing issue in the camps.', 'a growing isue', 'a growing issue'],
    ['another case', 'The Global Coalition met.', 'the global coalition', 'The Global Coalition'],
    ['a word changed', 'about 10,000 ISIS fighters are held', 'about 10,000 ISIS prisoners', 'about 10,000 ISIS fighters'],
    ['whole words are suggested', 'the harbour dues', 'harbou', 'harbour'],
    ['within one block', blocks, 'camp is ful The camp', 'camp is full.'],
    ['nothing for nonsense', 'The camp is full.', 'qqq zzz xxx jjj', undefined],
    ['nothing for an empty quote', 'The camp is full.', ' ', undefined],
    ['nothing in no words', '', 'camp', undefined],
    ['letters that are longer in lower case', 'İİİ the camp', 'the kamp', 'the camp'],
  ])('%s', (_, words, quote, suggestion) => expect(near(words, quote)).toBe(suggestion));

  test('a quote of 5,000 letters in 200,000 has its nearest words', () => {
    nearest(fold('the harbour of the camp is full '.repeat(6000)), 'the harbor of a camp was full '.repeat(170));
  });
});
