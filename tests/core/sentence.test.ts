import { describe, expect, test } from 'vitest';
import { sentenceAround } from '../../src/core/sentence.ts';

function around(words: string, mention: string, block?: [number, number]): string {
  const start = words.indexOf(mention);
  const [from, to] = block ?? [0, words.length];
  return sentenceAround(words, { start: from, end: to }, { start, end: start + mention.length }).join('|');
}

describe('sentenceAround', () => {
  test.each([
    ['the only sentence', 'They fled Baghuz in March.', 'They fled |Baghuz| in March.'],
    ['the one between two others', 'It fell. They fled Baghuz in March. It ended.', 'They fled |Baghuz| in March.'],
    ['questions and exclamations end sentences', 'Why? They fled Baghuz! It ended.', 'They fled |Baghuz|!'],
    ['a quotation mark belongs to the sentence it closes', 'He said: “They fled Baghuz.” It ended.', 'He said: “They fled |Baghuz|.”'],
    ['titles and initials end no sentence', 'Mr. A. Smith of the U.S. saw Baghuz. It ended.', 'Mr. A. Smith of the U.S. saw |Baghuz|.'],
    ['numbers with points end no sentence', 'About 10.5 per cent left Baghuz. It ended.', 'About 10.5 per cent left |Baghuz|.'],
    ['line ends are spaces', 'They\nfled Baghuz\nin March.', 'They fled |Baghuz| in March.'],
    ['full stops of Han', '他们来了。Baghuz陷落了。结束。', '|Baghuz|陷落了。'],
    ['the Arabic question mark', 'لماذا؟ سقطت Baghuz اليوم.', 'سقطت |Baghuz| اليوم.'],
    ['a mention at both ends', 'Baghuz', '|Baghuz|'],
  ])('%s', (_, words, sentence) => expect(around(words, 'Baghuz')).toBe(sentence));

  test('it stays within its block', () => {
    const words = 'One block\u2029They fled Baghuz\u2029another block.';
    expect(around(words, 'Baghuz', [10, 26])).toBe('They fled |Baghuz|');
  });

  test('what is too long is cut at a word', () => {
    const [before, , after] = around(`${'word '.repeat(200)}Baghuz${' word'.repeat(200)}.`, 'Baghuz').split('|');
    expect(before).toMatch(/^… (word )+$/);
    expect(after).toMatch(/^( word)+ …$/);
    expect(before!.length).toBeLessThan(190);
    expect(after!.length).toBeLessThan(190);
  });

  test('letters of two units are never halved', () => {
    for (const shift of ['', 'x'])
      expect(around(`${'😀'.repeat(300)}${shift}Baghuz${shift}${'😀'.repeat(300)}`, 'Baghuz').isWellFormed()).toBe(true);
  });

  test('a block of a megabyte is not walked for each mention', () => {
    const words = `${'a '.repeat(500_000)}Baghuz${' a'.repeat(500_000)}`;
    for (let i = 0; i < 100; i++) around(words, 'Baghuz');
  });
});
