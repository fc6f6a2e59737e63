/**
 * All claims side by side: a row for each question, a column for each document that says something on any of them. Where that
 * would be too wide or too long to read, there are cards in place of rows: of each claim the first statements alone.
 */
import type { Claim, Statement } from './claim.ts';
import { middleOf } from './edtf.ts';
import type { Document } from './model.ts';

export interface Matrix {
  /** By date; undefined where cards take the place of rows. */
  readonly columns: readonly Document[] | undefined;
  readonly topics: readonly Topic[];
  /** How many documents say something on any claim. */
  readonly documents: number;
}

export interface Topic {
  /** Undefined for the claims without one. */
  readonly name: string | undefined;
  readonly rows: readonly Row[];
}

interface Row {
  readonly claim: Claim;
  /** Statements by column. */
  readonly cells: readonly (readonly Statement[])[];
}

const mostColumns = 12;
const mostRows = 60;

/** Lay out an edition's claims, topic by topic in their order. */
export function matrixOf(claims: readonly Claim[], documents: readonly Document[]): Matrix {
  const speaking = new Set(claims.flatMap(({ statements }) => statements.map(({ passage }) => passage.document)));
  const wide = speaking.size > mostColumns || claims.length > mostRows;
  const columns = wide
    ? undefined
    : documents
        .filter(({ id }) => speaking.has(id))
        .map((document) => ({ document, time: middleOf(document.source.published) }))
        .sort((a, b) => (a.time === b.time ? 0 : a.time - b.time))
        .map(({ document }) => document);
  return {
    columns,
    documents: speaking.size,
    topics: [...Map.groupBy(claims, ({ topic }) => topic)].map(([name, own]) => ({
      name,
      rows: own.map((claim) => ({
        claim,
        cells: (columns ?? []).map(({ id }) => claim.statements.filter(({ passage }) => passage.document === id)),
      })),
    })),
  };
}
