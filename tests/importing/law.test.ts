import { describe, expect, test } from 'vitest';
import { breachOf, wordsOf } from '../../src/importing/law.ts';

describe('the law', () => {
  test.each([
    ['the same words', 'The harbour is old.', ['The harbour is old.']],
    ['words divided among head, body and what is set aside', 'Share\nDues\nThe harbour is old.', ['Dues', 'The harbour is old.', 'Share']],
    ['other spaces, quotation marks and dashes', 'a “b” — c\u00a0d', ['a "b" - c d']],
    ['what a reader does not see', 'har\u00adbour\u200b', ['harbour']],
    ['letters composed or not', 'Re\u0301sume\u0301', ['Résumé']],
    ['another order', 'b a', ['a', 'b']],
    ['punctuation alone', 'a · b', ['a', 'b']],
    ['nothing', '', []],
  ])('is kept by %s', (_, source, kept) => expect(breachOf(source, kept)).toBeUndefined());

  test.each([
    ['a lost word', 'The old harbour', ['The harbour'], { lost: ['old'], added: [] }],
    ['a word that stands once for two', 'to and to', ['to and'], { lost: ['to'], added: [] }],
    ['an added word', 'harbour', ['harbour new'], { lost: [], added: ['new'] }],
    ['words run together', 'More info', ['Moreinfo'], { lost: ['More', 'info'], added: ['Moreinfo'] }],
    ['another case', 'Harbour', ['harbour'], { lost: ['Harbour'], added: ['harbour'] }],
    ['a lost figure', '1,200 boats', ['1,20 boats'], { lost: ['200'], added: ['20'] }],
    ['a lost sign', '5 € ⚓', ['5 €'], { lost: ['⚓'], added: [] }],
  ])('is broken by %s', (_, source, kept, breach) => expect(breachOf(source, kept)).toEqual(breach));

  test('counts words of every script, with their marks', () => {
    expect(wordsOf('Café “x”, it’s 3.5% قِسد 沙漠 a\u0301')).toEqual(['Café', 'x', 'it', 's', '3', '5', 'قِسد', '沙漠', 'á']);
  });
});
