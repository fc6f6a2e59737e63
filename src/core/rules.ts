/**
 * Every rule that content can break. Names are permanent: editors search for them.
 */
type Rule = { readonly severity: 'error' | 'warning'; readonly about: string };

export const rules = {
  'missing-file': { severity: 'error', about: 'A file that every edition needs is not there.' },
  'unknown-file': { severity: 'warning', about: 'A file stands where nothing reads it.' },
  'unreadable-file': { severity: 'error', about: 'A file is no UTF-8 text, or is too large.' },
  'bad-id': { severity: 'error', about: 'A file name is no id: lower case, digits, hyphens.' },
  'yaml-syntax': { severity: 'error', about: 'A file, or the head of one, is not valid YAML.' },
  'unknown-key': { severity: 'error', about: 'A key that means nothing here, most often a slip of the pen.' },
  'missing-key': { severity: 'error', about: 'A required key is not there.' },
  'wrong-type': { severity: 'error', about: 'A value is not of the kind that its key takes.' },
  'bad-date': { severity: 'error', about: 'A date is not in EDTF, or not in the calendar.' },
  'duplicate-id': { severity: 'error', about: 'Two things have one id.' },
  'unknown-document': { severity: 'error', about: 'A document is named that is not in the edition.' },
  'quote-not-found': { severity: 'error', about: 'A quote is not in its document.' },
  'quote-ambiguous': { severity: 'error', about: 'A quote is in its document more than once.' },
  'claim-without-quote': { severity: 'error', about: 'A statement has no quote, so nothing proves it.' },
  'unit-missing': { severity: 'error', about: 'A value is given, and the claim does not say what it counts.' },
  'bad-position': { severity: 'error', about: 'A statement has no answer, or one that its claim does not have.' },
  'parts-do-not-add-up': { severity: 'warning', about: 'The parts of a value come to another sum.' },
  'duplicate-statement': { severity: 'error', about: 'A claim has the same statement twice.' },
  'origin-derived': { severity: 'warning', about: 'The origin of a statement derives from another document, or is its own.' },
  'origin-unknown': { severity: 'warning', about: 'An origin is a name, and looks like the id of a document or a term.' },
  'many-statements': { severity: 'warning', about: 'A claim has more statements than anyone reads side by side.' },
  'said-by-unknown': { severity: 'error', about: 'What looks like the id of a term is none.' },
  'term-conflict': { severity: 'error', about: 'One spelling belongs to two terms.' },
  'unused-term': { severity: 'warning', about: 'A term is mentioned in no document.' },
  'reference-not-found': { severity: 'error', about: 'A link or reference leads nowhere, or none leads to a footnote.' },
  'unsafe-url': { severity: 'error', about: 'A link has a scheme that is not allowed.' },
  'code-in-document': { severity: 'error', about: 'Code, HTML or a component stands where only words may.' },
  'mdx-syntax': { severity: 'error', about: 'A document is not valid MDX.' },
  'empty-document': { severity: 'error', about: 'A document has no words.' },
  'image-not-allowed': { severity: 'error', about: 'An image is not in content/images, or has no alt text.' },
  'derived-cycle': { severity: 'error', about: 'Documents derive from one another in a circle.' },
  'shared-words': { severity: 'warning', about: 'Two documents share long runs of words, and neither derives from the other.' },
  'source-incomplete': { severity: 'warning', about: 'The publisher, date or address of a source is not known yet.' },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
