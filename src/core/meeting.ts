/**
 * Where two documents meet, point by point: the questions that both answer, and how their answers stand to each other; the events
 * that both tell of; and the references from one to the other.
 */
import type { Claim, Event, Passage, Statement } from './claim.ts';
import { compareStatements, type Comparison, type Reckoning } from './claims.ts';
import type { Annotation, Backlink, Block, Document, Span } from './model.ts';
import { numberInWords } from './value-words.ts';

export interface Meeting {
  /** Those that differ first, then those that agree, then those that cannot be held against each other. */
  readonly claims: readonly SharedClaim[];
  readonly events: readonly SharedEvent[];
  readonly references: readonly SharedReference[];
}

/** The two sides, the earlier document first. */
export type Sides<T> = readonly [T, T];

/** How the answers of two documents stand to each other. */
export type Accord = 'differ' | 'agree' | 'apart';

export interface SharedClaim {
  readonly kind: 'claim';
  readonly claim: Claim;
  readonly sides: Sides<readonly Statement[]>;
  readonly accord: Accord;
  /** “say the same”, “differ by 1,000”. */
  readonly told: string;
}

export interface SharedEvent {
  readonly kind: 'event';
  readonly event: Event;
  readonly sides: Sides<readonly Passage[]>;
}

/** A note on one document, or a link of its own text, that leads to the other. */
export interface SharedReference {
  readonly kind: 'reference';
  readonly relation: Backlink['relation'];
  /** From which side it leads to the other. */
  readonly from: 0 | 1;
  readonly note: Annotation | undefined;
  /** Of each side the passage; undefined where it is the document as a whole. */
  readonly sides: Sides<(Span & { readonly block: Block; readonly whole: boolean }) | undefined>;
}

/** All points at which two documents meet, in the order in which a reader asks for them. */
export function meetingOf(a: Document, b: Document, reckoning: Reckoning): Meeting {
  return {
    claims: sharedClaims(a, b, reckoning),
    events: sharedEvents(a, b),
    references: [...referencesTo(a, b, 1), ...referencesTo(b, a, 0)],
  };
}

const order = ['differ', 'agree', 'apart'] as const;

function sharedClaims(a: Document, b: Document, reckoning: Reckoning): SharedClaim[] {
  const others = Map.groupBy(b.statements, ({ claim }) => claim);
  return [...Map.groupBy(a.statements, ({ claim }) => claim)]
    .flatMap(([id, one]): SharedClaim[] => {
      const [claim, other] = [reckoning.claims.get(id), others.get(id)];
      if (!claim || !other) return [];
      return [{ kind: 'claim', claim, sides: [one, other], ...accordOf(one, other, claim.unit, reckoning) }];
    })
    .sort((x, y) => order.indexOf(x.accord) - order.indexOf(y.accord));
}

/** How several statements of one document stand to several of another, on one claim. What cannot be compared counts where nothing can. */
export function accordOf(
  one: readonly Statement[],
  other: readonly Statement[],
  unit: string | undefined,
  reckoning: Reckoning,
): { readonly accord: Accord; readonly told: string } {
  const all = one.flatMap((a) => other.map((b) => compareStatements(a, b, reckoning)));
  const [agreeing, differing] = [all.filter(({ kind }) => kind === 'agrees'), all.filter(({ kind }) => kind === 'differs')];
  if (differing.length > 0)
    return { accord: 'differ', told: `${agreeing.length > 0 ? 'agree in part, and ' : ''}${differenceInWords(differing, unit)}` };
  if (agreeing.length > 0) {
    const exactly = agreeing.every((each) => each.kind === 'agrees' && each.exactly);
    return { accord: 'agree', told: exactly ? 'say the same' : 'agree, within what is left open' };
  }
  const times = all.every(({ kind }) => kind === 'other-time');
  return { accord: 'apart', told: times ? 'speak of different times' : 'speak of different things' };
}

function differenceInWords(differing: readonly Comparison[], unit: string | undefined): string {
  const by = differing.flatMap((each) => (each.kind === 'differs' && each.by !== undefined ? [each.by] : []));
  if (by.length === 0) return 'take different positions';
  const [least, most] = [Math.min(...by), Math.max(...by)];
  const words = least === most ? numberInWords(least) : `${numberInWords(least)} to ${numberInWords(most)}`;
  return `differ by ${words}${unit === 'date' ? (most === 1 ? ' day' : ' days') : ''}`;
}

function sharedEvents(a: Document, b: Document): SharedEvent[] {
  const others = Map.groupBy(b.events, ({ event }) => event);
  return [...Map.groupBy(a.events, ({ event }) => event)].flatMap(([event, one]): SharedEvent[] => {
    const other = others.get(event);
    return other ? [{ kind: 'event', event, sides: [one.map(({ passage }) => passage), other.map(({ passage }) => passage)] }] : [];
  });
}

/** What of the one document leads to the other. @param from the side of the one */
function referencesTo(to: Document, one: Document, from: 0 | 1): SharedReference[] {
  return to.backlinks.flatMap(({ from: source, relation, block }): SharedReference[] => {
    if ((source.kind !== 'note' && source.kind !== 'document') || source.document !== one.id) return [];
    const note = source.kind === 'note' ? one.annotations.find(({ id }) => id === source.note) : undefined;
    const there = note ? { ...note.span, block: note.block, whole: note.whole } : blockOf(one, source.block);
    const here = blockOf(to, block);
    return [{ kind: 'reference', relation, from, note, sides: from === 0 ? [there, here] : [here, there] }];
  });
}

function blockOf({ blocks }: Document, number: number | undefined): (Span & { block: Block; whole: true }) | undefined {
  const block = blocks.find((each) => each.number > 0 && each.number === number);
  return block && { start: block.start, end: block.end, block, whole: true };
}
