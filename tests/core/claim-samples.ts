/**
 * Claims for tests, made from what of each statement matters.
 */
import type { Claim, Passage, Statement, Value } from '../../src/core/claim.ts';
import { h } from '../../src/core/tree.ts';

export type Said = Partial<Omit<Statement, 'passage' | 'value'>> & {
  readonly document?: string;
  /** A number, an EDTF date, or any value. */
  readonly value?: Value | number | string | undefined;
  readonly words?: string;
  /** The number of its block. */
  readonly block?: number;
};

/** A claim in boats; with positions where its statements have one. */
export function claimOf(said: readonly Said[], rest: Partial<Claim> = {}): Claim {
  const opinion = said.some(({ position }) => position !== undefined);
  const id = rest.id ?? 'boats';
  return {
    id,
    file: `claims/${id}.yaml`,
    question: 'How many boats?',
    unit: opinion ? undefined : said.some(({ value }) => typeof value === 'string') ? 'date' : 'boats',
    positions: new Map([
      ['yes', 'They may land'],
      ['no', 'They may not land'],
    ]),
    statements: said.map((each, i) => statementOf(each, id, i + 1)),
    silent: [],
    backlinks: [],
    ...rest,
  };
}

export const about = (number: number): Value => ({ kind: 'about', number });
export const range = (min?: number, max?: number): Value => ({ kind: 'range', min, max });
export const said = (name: string): { readonly said_by: { readonly name: string } } => ({ said_by: { name } });

function statementOf(
  { document = 'a', value, words = 'words', block: blockNumber = 1, ...rest }: Said,
  claim: string,
  number: number,
): Statement {
  const block = { number: blockNumber, start: 0, end: 9, element: h('p', {}), section: 0 };
  const passage: Passage = { document, block, start: 0, end: 5, whole: false, words };
  return {
    claim,
    number,
    passage,
    value:
      typeof value === 'number' ? { kind: 'number', number: value } : typeof value === 'string' ? { kind: 'date', date: value } : value,
    time: undefined,
    timed: false,
    scope: undefined,
    parts: [],
    ...rest,
  };
}
