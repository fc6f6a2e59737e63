import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../src/core/problem.ts';
import {
  annotationSchema,
  claimSchema,
  documentSchema,
  editionSchema,
  eventSchema,
  statementSchema,
  termSchema,
} from '../../src/edition/schemas.ts';
import { validate } from '../../src/edition/validate.ts';
import { readYaml } from '../../src/edition/yaml.ts';
import { documentOf, editionOf, term, termOf } from './editions.ts';

/** Every key of a schema, with those within it: `source.url`. */
function keys(schema: z.ZodType, path = ''): { path: string; description: string | undefined }[] {
  if (schema instanceof z.ZodOptional) return keys(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return keys(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keys(option as z.ZodType, path));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, value]) => [
    { path: path + key, description: value.description },
    ...keys(value, `${path}${key}.`),
  ]);
}

describe('every key says what it is for', () => {
  test.each([
    ['edition', editionSchema, 7],
    ['document', documentSchema, 15],
    ['annotation', annotationSchema, 17],
    ['term', termSchema, 8],
    ['claim', claimSchema, 7],
    ['statement', statementSchema, 10],
    ['event', eventSchema, 7],
  ] as const)('%s', (_, schema, count) => {
    const found = keys(schema);
    expect(found.length).toBeGreaterThanOrEqual(count);
    for (const { path, description } of found) expect(description, path).toMatch(/^[A-Za-z…#].{5,}[.)]$/);
  });
});

/** The examples of the contract, each as it stands there. */
const examples = {
  edition: `title: After Baghuz
subtitle: Five documents on the prisoners of the fight against ISIS     # optional
description: One or two sentences for the home page and for search engines.
language: en
editors: [The editors of this edition]                                  # optional
licence: CC-BY-4.0                                                      # of the notes; SPDX
order: [conference-2019, coalition-efforts-2021]                        # optional; default: by source.published, then id; unknown last
`,
  document: `title: Coalition Efforts to Defeat ISIS Continue
text: restated                # original | restated | excerpt: how these words relate to the source's
summary: One sentence for lists and search results.        # optional
section: Editorial            # optional: the kicker the publisher printed above it
standfirst: …                 # optional: the lines under the title
source:                       # optional keys all; missing publisher, published or url is a warning
  publisher: VOA Editorials
  author: Name                # left out when the document names none
  published: 2021-04          # EDTF: 2021, 2021-04, 2021-04-05, 2021-04~ (approximate), or \`unknown\`
  published_note: Inferred from the meeting it reports.
  url: https://example.org/
  type: editorial             # editorial | analysis | news | synopsis | report | speech | letter | other
  rights: …
derived_from: other-document  # optional: this is a reprint, rewrite or translation of another document
language: en                  # optional; BCP 47; right-to-left scripts work
`,
  annotation: `id: detention-strain             # unique in the document, in-place notes included
kind: check                      # gloss | context | check | source | question
quote: a growing problem         # the words, exactly as the reader sees them, within one block; once in the document, else:
body: "Short: what stands in the margin, about 25 words. Inline Markdown and links."
more: |                          # optional: longer, any Markdown; opens under the note
  …
references:                      # optional
  - { to: doc:iraq-unfinished-2022#p8, relation: supports }      # supports | disputes | repeats | updates | explains | see
  - { to: https://example.org/, title: …, relation: see }
check:                           # required for kind: check, only there
  verdict: supported             # supported | disputed | unsupported | outdated | unverifiable
  checked: 2026-11-22
author: …                        # optional
created: 2024-05-03              # optional: git knows it else
changed: 2025-06                 # optional
`,
  term: `term: Baghuz
kind: place                        # concept | person | place | organisation | event
definition: "One or two sentences, inline Markdown: what the preview shows."
forms: [Baghouz, al-Baghuz Fawqani, Battle of Baghuz]    # optional: other spellings and names; \`term\` itself is a form
match: auto                        # optional: auto (default) | marked: only where a document says <Term id="baghuz"> or [words](term:baghuz)
case: sensitive                    # optional, for forms such as IS; default insensitive
same_as: [https://www.wikidata.org/wiki/Q1]              # optional, only what has been verified
see: [isis]                        # optional
`,
};

describe('the examples of the contract are valid', () => {
  test.each([
    ['edition', editionSchema, examples.edition],
    ['document', documentSchema, examples.document],
    ['annotation', annotationSchema, examples.annotation],
    ['term', termSchema, examples.term],
  ] as const)('%s', (_, schema, yaml) => {
    const problems: Problem[] = [];
    validate<unknown>(schema, readYaml(yaml, 'example.yaml', problems)!, problems);
    expect(problems).toEqual([]);
    // Nothing in the contract that no schema knows, nothing in a schema that the contract does not show.
    const shown = Object.keys(parse(yaml) as object);
    expect(shown.toSorted()).toEqual(
      keys(schema)
        .map((key) => key.path)
        // What stands in place of `quote` has its own example below.
        .filter((path) => !path.includes('.') && path !== 'lost')
        .toSorted(),
    );
  });

  test.each(['quote: a growing problem', 'quote: { exact: a, prefix: b, suffix: c }', 'quote: { paragraph: 3 }'])('%s', (quote) => {
    expect(annotationSchema.safeParse(parse(`id: a\nkind: gloss\nbody: B.\n${quote}\n`)).success).toBe(true);
  });

  test.each([
    ['lost: { since: 2026-11-22, quote: a growing problem }', true],
    ['lost: { since: 2026, quote: { exact: a, prefix: b, suffix: c } }', true],
    ['lost: { since: 2026-11-22, quote: { paragraph: 3 } }', false],
    ['quote: a\nlost: { since: 2026-11-22, quote: a }', false],
    ['author: A. Reader', false],
  ])('in place of the quote, %s: %s', (lines, good) => {
    expect(annotationSchema.safeParse(parse(`id: a\nkind: gloss\nbody: B.\n${lines}\n`)).success).toBe(good);
  });

  test('a note and a term in place', () => {
    const edition = editionOf(
      'The camp <Term id="al-hol">al-Hol</Term> is the largest.<Note id="largest-camp" kind="context" quote="the largest">Body in *Markdown*.</Note>\n',
      { 'glossary/al-hol.mdx': term('al-Hol') },
    );
    const { words, annotations } = documentOf(edition);
    expect(annotations.map(({ span }) => words.slice(span.start, span.end))).toEqual(['the largest']);
    expect(termOf(edition, 'al-hol').mentions).toHaveLength(1);
  });
});

describe('values that fit', () => {
  test.each([
    ['a year as a number', 'published: 2021'],
    ['a day', 'published: 2021-04-05'],
    ['an approximate month', 'published: 2021-04~'],
    ['unknown', 'published: unknown'],
  ])('%s', (_, line) => expect(documentSchema.safeParse(parse(`title: T\ntext: original\nsource:\n  ${line}\n`)).success).toBe(true));

  test.each(['en', 'ar', 'pt-BR', 'zh-Hant', 'grc', 'sr-Latn-RS'])('the language %s', (language) => {
    expect(documentSchema.safeParse({ title: 'T', text: 'original', language }).success).toBe(true);
  });

  test.each(['English', 'e', '', 'en_GB', 'x'])('not the language “%s”', (language) => {
    expect(documentSchema.safeParse({ title: 'T', text: 'original', language }).success).toBe(false);
  });
});
