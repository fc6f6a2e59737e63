import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term, TermKind, TermMention } from '../../src/core/model.ts';
import { indexOfNames } from '../../src/core/names.ts';

type Given = readonly [headword: string, forms?: readonly string[], kind?: TermKind, mentions?: readonly (readonly [string, number])[]];

function termOf([term, forms = [], kind = 'place', mentions = []]: Given): Term {
  return {
    id: term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    file: '',
    term,
    kind,
    definition: { type: 'root', children: [] },
    forms: [term, ...forms],
    caseSensitive: false,
    same_as: [],
    see: [],
    article: { type: 'root', children: [] },
    mentions: mentions.map(([document, block]): TermMention => ({ document, block, sentence: ['', term, ''] })),
    backlinks: [],
  };
}

/** The index as lines of a book. */
function lines(terms: readonly Given[], language = 'en'): string[] {
  return indexOfNames(terms.map(termOf), language).flatMap(({ letter, entries }) => [
    `— ${letter}`,
    ...entries.map((entry) =>
      entry.kind === 'see'
        ? `${entry.forms.join(' | ')}, see ${entry.terms.map(({ term }) => term).join('; ')}`
        : [
            entry.term.term,
            ...(entry.also.length > 0 ? [`(${entry.also.join(' | ')})`] : []),
            ...entry.documents.map(({ document, mentions, block }) => `${document} ${mentions} ¶${block}`),
          ].join(' '),
    ),
  ]);
}

/** What two forms have in common that are looked up as one. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}]/gu, '')
    .replace(/^(?:the|ms)+(?=.)/, '');

describe('the index of names', () => {
  test.each<[string, readonly Given[], string[]]>([
    ['a form sends to its headword', [['Leghorn', ['Livorno']]], ['— L', 'Leghorn (Livorno)']],
    [
      'from another letter as well, and from the same letter where other names stand between',
      [['Smyrna', ['Izmir', 'Samyrna']], ['Seville']],
      ['— I', 'Izmir, see Smyrna', '— S', 'Samyrna, see Smyrna', 'Seville', 'Smyrna'],
    ],
    [
      'a form before its headword has a line; those after it, and those that begin with its first word, stand in its entry',
      [['Harbour of Ostia', ['Habour of Ostia', 'Harbour', 'Harbour quay', 'Harbourside']]],
      ['— H', 'Habour of Ostia, see Harbour of Ostia', 'Harbour of Ostia (Harbour | Harbour quay | Harbourside)'],
    ],
    [
      'forms that follow one another are one line',
      [['Ragusa', ['Dubrovnik', 'Dubrownik']]],
      ['— D', 'Dubrovnik | Dubrownik, see Ragusa', '— R', 'Ragusa'],
    ],
    [
      'forms that differ in case, spaces and punctuation are one',
      [['Port Office', ['port-office', 'PORT OFFICE', 'P.O.', 'PO', 'Port Office'], 'organisation']],
      ['— P', 'P.O., see Port Office', 'Port Office'],
    ],
    [
      'the Arabic article sorts with its name; the name without it sends to it',
      [['al-Mina', ['al Mina', 'El-Mina']]],
      ['— A', 'al-Mina', '— E', 'El-Mina, see al-Mina', '— M', 'Mina, al-, see al-Mina'],
    ],
    [
      'the name is not turned round where it is a form by itself',
      [['Basra', ['al-Basra']]],
      ['— A', 'al-Basra, see Basra', '— B', 'Basra'],
    ],
    [
      'a title of courtesy or an article is nothing to look a name up by',
      [
        ['Ann Reader', ['Ms Reader', 'Mrs. Reader', 'Reader', 'Keeper Reader'], 'person'],
        ['Levant', ['the Levant']],
      ],
      ['— A', 'Ann Reader', '— K', 'Keeper Reader, see Ann Reader', '— L', 'Levant', '— R', 'Reader, see Ann Reader'],
    ],
    [
      'but stays where there is no name without it',
      [
        ['Nora Quill', ['Ms Quill'], 'person'],
        ['The Hague', []],
      ],
      ['— M', 'Ms Quill, see Nora Quill', '— N', 'Nora Quill', '— T', 'The Hague'],
    ],
    [
      'a form of two names sends to both',
      [
        ['Newport (Isle)', ['Port']],
        ['Old Port', ['Port']],
      ],
      ['— N', 'Newport (Isle)', '— O', 'Old Port', '— P', 'Port, see Newport (Isle); Old Port'],
    ],
    [
      'concepts and events are no names',
      [
        ['quay', ['quays'], 'concept'],
        ['great frost', ['frost of 1731'], 'event'],
        ['Library', [], 'organisation'],
      ],
      ['— L', 'Library'],
    ],
    [
      'counts by document and the first mention, in the order they came in; footnotes are 0',
      [
        [
          'Genoa',
          [],
          'place',
          [
            ['b', 4],
            ['b', 9],
            ['a', 0],
          ],
        ],
      ],
      ['— G', 'Genoa b 2 ¶4 a 1 ¶0'],
    ],
    [
      'numbers sort as numbers, under one heading',
      [
        ['Pier 10', ['10th pier']],
        ['Pier 9', ['9th pier']],
      ],
      ['— 0–9', '9th pier, see Pier 9', '10th pier, see Pier 10', '— P', 'Pier 9', 'Pier 10'],
    ],
    ['signs before a name have no letter', [['‘Amman'], ['ʿAden'], ['“Anchor”']], ['— A', 'ʿAden', '‘Amman', '“Anchor”']],
    ['nothing', [], []],
  ])('%s', (_, terms, expected) => expect(lines(terms)).toEqual(expected));

  test.each<[string, readonly Given[], string[]]>([
    ['en', [['Zeebrugge'], ['Ålesund'], ['Aachen'], ['Élan']], ['— A', 'Aachen', 'Ålesund', '— E', 'Élan', '— Z', 'Zeebrugge']],
    ['nb', [['Ålesund'], ['Zeebrugge'], ['Bergen']], ['— B', 'Bergen', '— Z', 'Zeebrugge', '— Å', 'Ålesund']],
    ['de', [['Hafen', ['der Hafen', 'Herr Hafen']]], ['— H', 'Hafen']],
    ['tr', [['istasyon'], ['Iğdır']], ['— I', 'Iğdır', '— İ', 'istasyon']],
    ['el', [['Ύδρα'], ['Αίγινα']], ['— Α', 'Αίγινα', '— Υ', 'Ύδρα']],
    ['ar', [['ميناء']], ['— م', 'ميناء']],
    ['zh', [['𠮷野']], ['— 𠮷', '𠮷野']],
  ])('letters of %s', (language, terms, expected) => expect(lines(terms, language)).toEqual(expected));

  test('every form can be looked up, and every heading stands once', () => {
    const word = fc.constantFrom('Quay', 'al-Mina', 'Port', 'harbour', 'Élan', 'U.N.', '9', 'the', 'Ms', 'Ostia');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.array(name, { maxLength: 5 })), { selector: ([head]) => plain(head), maxLength: 6 }),
        (given) => {
          const letters = indexOfNames(given.map(termOf), 'en');
          expect(new Set(letters.map(({ letter }) => letter)).size).toBe(letters.length);
          const entries = letters.flatMap((each) => each.entries);
          expect(entries.filter(({ kind }) => kind === 'name')).toHaveLength(given.length);
          for (const [headword, forms] of given) {
            const here = entries.flatMap((entry) =>
              entry.kind === 'name'
                ? entry.term.term === headword
                  ? [headword, ...entry.also]
                  : []
                : entry.terms.some(({ term }) => term === headword)
                  ? entry.forms
                  : [],
            );
            const listed = new Set(here.map(plain));
            for (const form of forms) expect(listed).toContain(plain(form));
          }
        },
      ),
    );
  });
});
