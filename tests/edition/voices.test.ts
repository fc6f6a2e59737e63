/**
 * Who speaks: a term by its id, its name or any of its forms, so that equal speakers are one witness.
 */
import { expect, test } from 'vitest';
import { answersOf } from '../../src/core/witnesses.ts';
import { editionOf, term } from './editions.ts';

const person = (name: string, more = ''): string => term(name, more).replace('concept', 'person');
const glossary = {
  'glossary/council.mdx': person('Harbour Council', 'forms: [HC, the board]\ncase: sensitive\n'),
  'glossary/warden.mdx': person('warden', 'forms: [the keeper, master]\n'),
  'glossary/pilot.mdx': person('pilot', 'forms: [master]\nmatch: marked\n'),
};

test.each([
  ['council', 'council', 'Harbour Council'],
  ['HC', 'council', 'HC'],
  ['the Harbour Council', 'council', 'the Harbour Council'],
  ['The board', 'council', 'The board'],
  ['harbour council', undefined, 'harbour council'],
  ['The Warden', 'warden', 'The Warden'],
  ['keeper', 'warden', 'keeper'],
  ['Master', undefined, 'Master'],
  ['A clerk', undefined, 'A clerk'],
])('%s is the term %s, named %s', (said, id, name) => {
  const edition = editionOf('Ten boats, said the warden, the master and HC. Ten, says the board.', {
    ...glossary,
    'documents/answer.mdx': '---\ntitle: An answer\ntext: original\nsource: { published: 1740 }\n---\n\nThe pilot counted ten.\n',
    'claims/boats.yaml': `question: How many boats?\nunit: boats\nstatements:
  - { document: dues, quote: Ten boats, value: 10, said_by: ${said} }
  - { document: answer, quote: counted ten, value: 10, origin: ${said} }
`,
  });
  const [claim] = edition.claims;
  expect(claim!.statements.map(({ said_by, origin }) => said_by ?? origin)).toEqual(
    Array.from({ length: 2 }, () => (id === undefined ? { name } : { name, term: id })),
  );
  expect(answersOf(claim!, edition.reckoning)[0]!.witnesses).toBe(1);
});
