import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions, formKey, formTable, hasWord, type FormOwner } from '../../src/core/terms.ts';
import { blockBorder, fold } from '../../src/core/words.ts';

function mentions(words: string, forms: readonly (string | FormOwner)[]): string[] {
  const table = formTable(forms.map((form) => (typeof form === 'string' ? { term: form, form, caseSensitive: false } : form)));
  return findMentions(table, fold(words)).map(({ start, end, term }) => `${words.slice(start, end)}=${term}`);
}

const is: FormOwner = { term: 'isis', form: 'IS', caseSensitive: true };
const nightmare = '(a+)+$';
const long = 'x'.repeat(5000);

describe('findMentions', () => {
  test.each<[string, string, (string | FormOwner)[], string[]]>([
    ['a word', 'They fled Baghuz.', ['Baghuz'], ['Baghuz=Baghuz']],
    ['every mention', 'Baghuz, baghuz, BAGHUZ', ['Baghuz'], ['Baghuz=Baghuz', 'baghuz=Baghuz', 'BAGHUZ=Baghuz']],
    ['not within a word', 'Baghuzian prebaghuz Baghuz2', ['Baghuz'], []],
    [
      'the longest first',
      'the Global Coalition to Defeat ISIS',
      ['Coalition', 'Global Coalition', 'ISIS'],
      ['Global Coalition=Global Coalition', 'ISIS=ISIS'],
    ],
    [
      'a shorter one where the longer breaks off',
      'the Global Coalition to meet',
      ['Global Coalition', 'Global Coalition to Defeat ISIS'],
      ['Global Coalition=Global Coalition'],
    ],
    ['what follows a longer one that broke off', 'Small Group of Baghuz', ['Small Group of ISIS', 'Group'], ['Group=Group']],
    ['before a possessive', "Baghuz’s fall, Baghuz's end", ['Baghuz'], ['Baghuz=Baghuz', 'Baghuz=Baghuz']],
    ['before a hyphen', 'a Baghuz-born man', ['Baghuz'], ['Baghuz=Baghuz']],
    ['not after a hyphen', 'at al-Baghuz', ['Baghuz'], []],
    ['not after a no-break hyphen or an apostrophe', 'al‑Baghuz d’Iraq', ['Baghuz', 'Iraq'], []],
    ['after a hyphen only as a form of its own', 'al-Baghuz and Baghuz', ['Baghuz', 'al-Baghuz'], ['al-Baghuz=al-Baghuz', 'Baghuz=Baghuz']],
    ['a dash is a border', 'Iraq—Baghuz, Iraq–Baghuz', ['Baghuz', 'Iraq'], ['Iraq=Iraq', 'Baghuz=Baghuz', 'Iraq=Iraq', 'Baghuz=Baghuz']],
    ['quotation marks are borders', "‘Baghuz’ “Baghuz” 'Baghuz'", ['Baghuz'], ['Baghuz=Baghuz', 'Baghuz=Baghuz', 'Baghuz=Baghuz']],
    ['IS where case counts', 'what is IS? It is, IS said.', [is], ['IS=isis', 'IS=isis']],
    ['case counts or does not, term by term', 'Is IS', [is, { term: 'being', form: 'is', caseSensitive: false }], ['Is=being', 'IS=isis']],
    ['of forms alike but for case, the one spelled like the text', 'us US', ['us', 'US'], ['us=us', 'US=US']],
    ['across a line end and several spaces', 'Global\n  Coalition', ['Global Coalition'], ['Global\n  Coalition=Global Coalition']],
    ['across a soft hyphen', 'Bag\u00adhuz', ['Baghuz'], ['Bag\u00adhuz=Baghuz']],
    ['letters with marks apart, to the last mark', 'Raqqe\u0301.', ['Raqqé'], ['Raqqe\u0301=Raqqé']],
    ['another letter is another word', 'Raqqé Raqqe\u0301', ['Raqqe'], []],
    ['never across blocks', `Global${blockBorder}Coalition`, ['Global Coalition', `Global${blockBorder}Coalition`], []],
    ['Latin letters beside Kana', 'ISISの戦闘員', ['ISIS'], ['ISIS=ISIS']],
    ['Kana with its long mark', 'これはバグーズです', ['バグーズ'], ['バグーズ=バグーズ']],
    ['Han without spaces', '在伊斯兰国的沙漠', ['伊斯兰国', '沙漠'], ['伊斯兰国=伊斯兰国', '沙漠=沙漠']],
    ['the longest of Han', '伊斯兰国家', ['伊斯兰国', '伊斯兰国家'], ['伊斯兰国家=伊斯兰国家']],
    ['Arabic words', 'قالت قوات سوريا الديمقراطية إن', ['قوات سوريا الديمقراطية'], ['قوات سوريا الديمقراطية=قوات سوريا الديمقراطية']],
    ['not within an Arabic word', 'وداعش داعش', ['داعش'], ['داعش=داعش']],
    ['Cyrillic with an accent', 'в Сири\u0301и', ['Сири\u0301и'], ['Сири\u0301и=Сири\u0301и']],
    ['a form of signs as in regular expressions', `an ${nightmare} b`, [nightmare], [`${nightmare}=${nightmare}`]],
    ['no form is a pattern', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', [nightmare, '.*', 'a.*!'], []],
    ['5,000 letters', `a ${long} b ${long}x`, [long], [`${long}=${long}`]],
    ['signs after the word', 'in C++, not in C', ['C++'], ['C++=C++']],
    ['signs after the word: the longest, in any order', 'C++ and C', ['C', 'C++'], ['C++=C++', 'C=C']],
    ['signs after the word: the longest, in the other order', 'C++ and C', ['C++', 'C'], ['C++=C++', 'C=C']],
    ['signs before the word', 'in .NET, not in NET', ['.NET'], ['.NET=.NET']],
    ['not where a letter touches the signs', 'ASP.NET U.S.A C++x', ['.NET', 'U.S.', 'C++'], []],
    ['a letter of another script may touch them', 'C++の', ['C++'], ['C++=C++']],
    ['none overlap by their signs', 'C+沙', ['C+', '+沙'], ['C+=C+']],
    ['words with full stops', 'the U.S. forces', ['U.S.'], ['U.S.=U.S.']],
    ['a form without a word is no form', '++ -- x', ['++', '', ' ', '—'], []],
    ['numbers', 'the 1951 Convention, 21951', ['1951 Convention', '1951'], ['1951 Convention=1951 Convention']],
    ['no words', '', ['Baghuz'], []],
    ['no forms', 'Baghuz', [], []],
  ])('%s', (_, words, forms, found) => expect(mentions(words, forms)).toEqual(found));

  test('10,000 forms that begin alike, in a megabyte', () => {
    const forms = Array.from({ length: 10_000 }, (_, i) => `the harbour of ${i}`);
    expect(mentions('the harbour of the harbour of 77 '.repeat(30_000), forms)).toHaveLength(30_000);
  });
});

describe('findMentions, held against a plain search', () => {
  const word = fc.constantFrom('al', 'Baghuz', 'baghuz', 'IS', 'is', 'of', 'C', 'x1', '沙', '漠', 'داعش', 'é');
  const sign = fc.constantFrom(' ', '-', '—', '’', '+', '.', ', ', '');
  const phrase = (max: number): fc.Arbitrary<string> =>
    fc.array(fc.tuple(word, sign), { minLength: 1, maxLength: max }).map((parts) => parts.flat().join(''));
  const owner = fc.record({ form: phrase(3).map((form) => form.trim()), caseSensitive: fc.boolean() });
  const forms = fc.array(owner, { maxLength: 6 }).map((owners) => owners.map((each, i) => ({ ...each, term: `t${i}` })));

  test('they are in order, none overlaps, and each is what the plain search finds', () => {
    fc.assert(
      fc.property(phrase(14), forms, (words, owners) => {
        const found = findMentions(formTable(owners), fold(words));
        for (const [i, each] of found.entries()) if (i > 0) expect(each.start).toBeGreaterThanOrEqual(found[i - 1]!.end);
        expect(found).toEqual(plainSearch(words, owners));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The rule of the contract, letter by letter: at each word the longest form that stands there as a word. */
function plainSearch(words: string, owners: readonly FormOwner[]): { term: string; start: number; end: number }[] {
  const text = fold(words).text;
  const found: { term: string; start: number; end: number }[] = [];
  const wordStart = /[\p{L}\p{N}]/u;
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    if (!wordStart.test(text.charAt(at)) || touches(text.charAt(at - 1), text.charAt(at))) continue;
    const fits = owners.flatMap((owner) => {
      const form = fold(owner.form).text;
      const lead = form.search(wordStart);
      if (lead < 0) return [];
      const [start, end] = [at - lead, at - lead + form.length];
      const there = text.slice(Math.max(0, start), end);
      const exact = there === form;
      if (!exact && (owner.caseSensitive || there.toLowerCase() !== form.toLowerCase())) return [];
      if (touches(text.charAt(start - 1), form.charAt(0), form) || touches(text.charAt(end), form.slice(-1), form)) return [];
      return [{ owner, start, end, exact, core: form.replace(/[^\p{L}\p{N}]+$/u, '').length - lead }];
    });
    const best = fits.toSorted((a, b) => b.core - a.core || b.end - b.start - (a.end - a.start) || Number(b.exact) - Number(a.exact))[0];
    if (!best || best.start < done) continue;
    const before = words.charAt(best.start - 1);
    if (/[-’']/.test(before) && best.start > 1 && wordStart.test(text.charAt(best.start - 2))) continue;
    found.push({ term: best.owner.term, start: best.start, end: best.end });
    done = best.end;
    at = best.end - 1;
  }
  return found;
}

/** Whether a neighbour is of one word with the edge of a form; an edge that is a sign counts as any script of the form. */
function touches(neighbour: string, edge: string, form = ''): boolean {
  return [/[\p{Script=Latin}\p{N}]/u, /\p{Script=Arabic}/u].some(
    (script) => script.test(neighbour) && script.test(/[\p{L}\p{N}]/u.test(edge) ? edge : form),
  );
}

describe('formKey and hasWord', () => {
  test.each([
    ['al-Hol', 'Al–hol ', true],
    ['it’s', "it's", true],
    ['Global  Coalition', 'global coalition', true],
    ['Raqqé', 'Raqqe\u0301', true],
    ['Raqqé', 'Raqqe', false],
    ['al Hol', 'al-Hol', false],
  ])('“%s” and “%s” are spelled alike: %s', (a, b, alike) => expect(formKey(a) === formKey(b)).toBe(alike));

  test.each([
    ['a', true],
    ['7', true],
    ['沙', true],
    ['++', false],
    ['—', false],
    ['', false],
    ['\u0301', false],
  ])('“%s” holds a word: %s', (form, holds) => expect(hasWord(form)).toBe(holds));
});
