/**
 * What an editor may write, key by key. The descriptions are for the editor; `tests/edition` holds that each key has one.
 */
import { z } from 'zod';
import { parseEdtf, parseInterval } from '../core/edtf.ts';
import { idSource } from '../core/id.ts';
import { annotationKinds, relations, sourceTypes, termKinds, textRelations, verdicts } from '../core/model.ts';
import { hasWord } from '../core/terms.ts';

const text = z.string().trim().min(1, 'is empty');
const id = z.string().regex(new RegExp(`^${idSource}$`), 'must be an id: lower case, digits, hyphens');

const date = z.preprocess(
  (value) => (typeof value === 'number' ? String(value).padStart(4, '0') : value),
  z.string().refine((value) => parseEdtf(value) !== undefined, { params: { rule: 'bad-date' } }),
);
const dateOrUnknown = z.preprocess(
  (value) => (typeof value === 'number' ? String(value).padStart(4, '0') : value),
  z.string().refine((value) => value === 'unknown' || parseEdtf(value) !== undefined, { params: { rule: 'bad-date' } }),
);
const dateOrInterval = z.preprocess(
  (value) => (typeof value === 'number' ? String(value).padStart(4, '0') : value),
  z.string().refine((value) => parseEdtf(value) !== undefined || parseInterval(value) !== undefined, { params: { rule: 'bad-date' } }),
);
const webAddress = z.string().refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), { params: { rule: 'unsafe-url' } });
const language = z.string().refine(isLanguage, 'must be a language tag such as en, ar or pt-BR (BCP 47)');

export const editionSchema = z.strictObject({
  title: text.describe('The name of the edition.'),
  subtitle: text.optional().describe('A line under the name.'),
  description: text.describe('One or two sentences for the home page and for search engines.'),
  language: language.describe('The language of the notes and, where they do not say otherwise, of the documents.'),
  editors: z.array(text).optional().describe('Who made the notes, as they wish to be cited.'),
  licence: text.describe('The licence of the notes: an SPDX identifier.'),
  order: z.array(id).optional().describe('The documents in the order of reading; without it, by date.'),
});

export const documentSchema = z.strictObject({
  title: text.describe('The title, as the source prints it.'),
  text: z.enum(textRelations).describe('How these words relate to those of the source.'),
  summary: text.optional().describe('One sentence for lists and search results.'),
  section: text.optional().describe('The kicker that the publisher printed above the title.'),
  standfirst: text.optional().describe('The lines under the title.'),
  source: z
    .strictObject({
      publisher: text.optional().describe('Who published the source.'),
      author: text.optional().describe('Who wrote it; left out where it names no one.'),
      published: dateOrUnknown.optional().describe('When: 2021, 2021-04, 2021-04-05, 2021-04~ (approximate), or unknown (EDTF).'),
      published_note: text.optional().describe('How the date is known.'),
      url: webAddress.optional().describe('Where it can be read.'),
      type: z.enum(sourceTypes).optional().describe('What kind of text it is.'),
      rights: text.optional().describe('Who holds the rights, and what they allow.'),
    })
    .optional()
    .describe('Where the words come from.'),
  derived_from: id.optional().describe('The document of this edition that this one reprints, rewrites or translates.'),
  language: language.optional().describe('The language of the document (BCP 47).'),
});

export const aboutSchema = z.strictObject({ title: text.optional().describe('The heading of the page.') });

const reference = z.strictObject({
  to: z.string().min(1, 'is empty').describe('doc:…, #p…, term:…, note:…, or a web address.'),
  relation: z.enum(relations).describe('What the passage does to what it points to.'),
  title: text.optional().describe('How to name it; for web addresses.'),
});

const exactly = z.strictObject({
  exact: text.describe('The words, exactly as the reader sees them.'),
  prefix: z.string().optional().describe('The words right before them.'),
  suffix: z.string().optional().describe('The words right after them.'),
});
const quote = z.union([
  text,
  exactly,
  z.strictObject({ paragraph: z.number().int().positive().describe('The number of the block that the note is on as a whole.') }),
]);

export const annotationSchema = z
  .strictObject({
    id: id.describe('Unique in the document; part of an address, so permanent.'),
    kind: z.enum(annotationKinds).describe('What the note does.'),
    quote: quote.optional().describe('The words that it is on.'),
    body: text.describe('What stands in the margin: about 25 words, inline Markdown.'),
    more: text.optional().describe('Longer, any Markdown; opens under the note.'),
    references: z.array(reference).optional().describe('Typed links to passages, terms, notes and outside sources.'),
    check: z
      .strictObject({
        verdict: z.enum(verdicts).describe('What the check found.'),
        checked: date.describe('When it was made.'),
      })
      .optional()
      .describe('For kind check, and only there: { verdict: supported, checked: 2026-11-22 }.'),
    author: text.optional().describe('Who wrote the note, where it is not the editors.'),
    created: date.optional().describe('When it was written, where git does not know it.'),
    changed: date.optional().describe('When its words were last changed, where git does not know it.'),
    lost: z
      .strictObject({
        since: date.describe('When its words were found to be gone.'),
        quote: z.union([text, exactly]).describe('The words that it was on.'),
      })
      .optional()
      .describe('In place of quote, where its words are gone: { since: 2026-11-22, quote: the words }.'),
  })
  // Asked whatever else is wrong, so that every problem is told at once.
  .refine((value) => value.quote !== undefined || value.lost !== undefined, { path: ['quote'], params: { rule: 'missing-key' }, when })
  .refine((value) => value.quote === undefined || value.lost === undefined, {
    path: ['lost'],
    message: 'cannot stand beside “quote”: a note has its words, or has lost them',
    when,
  })
  .superRefine((value, context) => {
    if (value.kind === 'check' && !value.check) context.addIssue({ code: 'custom', path: ['check'], params: { rule: 'missing-key' } });
    if (value.kind !== 'check' && value.check)
      context.addIssue({ code: 'custom', path: ['check'], message: `belongs to kind check only, and this note is of kind ${value.kind}` });
  });

export const termSchema = z.strictObject({
  term: text.refine(hasWord, 'holds no letter and no digit').describe('The headword; a form itself.'),
  kind: z.enum(termKinds).describe('What it names.'),
  definition: text.describe('One or two sentences, inline Markdown: what the preview shows.'),
  forms: z.array(text.refine(hasWord, 'holds no letter and no digit')).optional().describe('Other spellings and names.'),
  match: z.enum(['auto', 'marked']).optional().describe('marked: only where a document says so with <Term>, or links to it.'),
  case: z.enum(['sensitive', 'insensitive']).optional().describe('sensitive for forms such as IS.'),
  same_as: z.array(webAddress).optional().describe('Addresses of the same thing elsewhere, verified.'),
  see: z.array(id).optional().describe('Ids of related terms.'),
});

const amount = z.number().min(0, 'must not be below 0');
const value = z.union([
  amount,
  z.strictObject({ about: amount.describe('About, some, roughly: compared within a tenth.') }),
  z.strictObject({
    min: amount.optional().describe('At least.'),
    max: amount.optional().describe('At most.'),
  }),
  z.strictObject({
    percent: amount.max(100, 'must not be over 100').describe('A share, in per cent.'),
    of: id.describe('The claim whose values it is a share of.'),
  }),
  z.string(),
]);

/** A claim but for its statements, which are read one by one. */
export const claimSchema = z.strictObject({
  question: text.describe('What is asked, as a question.'),
  topic: text.optional().describe('What it is about: claims of one topic stand together.'),
  unit: text.optional().describe('What is counted, in the plural; `date` where the answers are dates; left out where they are words.'),
  scope: text.optional().describe('The whole that is asked of, such as a region.'),
  positions: z.record(id, text).optional().describe('The possible answers, where there is no unit: labels by key.'),
  note: text.optional().describe('What a reader must bear in mind: inline Markdown.'),
  statements: z.array(z.unknown()).min(1, 'must have a statement: what one document says').describe('What each document says.'),
});

export const statementSchema = z.strictObject({
  document: id.describe('Which document says it.'),
  quote: quote.optional().describe('The words that say it.'),
  value: value.optional().describe('The answer, in the unit of the claim.'),
  position: id.optional().describe('The answer: a key of the positions of the claim.'),
  as_of: date.optional().describe('The time that it speaks of, where the document says so or it is plain.'),
  scope: text.optional().describe('The whole that it speaks of, where it is another than that of the claim.'),
  said_by: text.optional().describe('Who says so in the document: a term, or a name.'),
  origin: text.optional().describe('Where the speaker has it from: a document, a term, or a name. Equal origins are one witness.'),
  parts: z
    .array(z.strictObject({ label: text.describe('What the part is.'), value: value.describe('Its value.') }))
    .optional()
    .describe('What the value is made of; whether it adds up is computed.'),
  note: text.optional().describe('What a reader must bear in mind: inline Markdown.'),
});

export const eventSchema = z.strictObject({
  id: id
    .refine((value) => !value.startsWith('page-'), 'must not begin with “page-”: the page has its own such ids')
    .describe('Unique in the timeline; part of an address, so permanent.'),
  date: dateOrInterval.describe('When: a date, or an interval such as 2021-03-28/2021-04-02 or 2019-10-09/.. (EDTF).'),
  date_note: text.optional().describe('How the date is known, where the documents do not give it.'),
  title: text.describe('What happened, in a few words.'),
  summary: text.optional().describe('What a reader must know: inline Markdown.'),
  place: id.optional().describe('Where: a term.'),
  passages: z
    .array(z.strictObject({ document: id.describe('Which document tells of it.'), quote: quote.describe('The words that tell of it.') }))
    .min(1, 'must have a passage that tells of it')
    .describe('Every passage that tells of it.'),
});

export type RawClaim = z.infer<typeof claimSchema>;
export type RawStatement = z.infer<typeof statementSchema>;
export type RawValue = z.infer<typeof value>;
export type RawEvent = z.infer<typeof eventSchema>;
export type RawQuote = z.infer<typeof quote>;
export type RawEdition = z.infer<typeof editionSchema>;
export type RawDocument = z.infer<typeof documentSchema>;
export type RawAnnotation = z.infer<typeof annotationSchema>;
export type RawTerm = z.infer<typeof termSchema>;

function when({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}

function isLanguage(tag: string): boolean {
  try {
    // BCP 47 keeps room for languages of five letters and more; there are none, and “English” is a slip.
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
