/**
 * Claims: questions that several documents answer, each statement proved by its quote.
 */
import type { Claim, Statement } from '../core/claim.ts';
import { sumOf } from '../core/claims.ts';
import type { Place } from '../core/model.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { valueInWords } from '../core/value-words.ts';
import type { ParseCache } from './cache.ts';
import { answerOf, valueOf } from './claim-values.ts';
import type { SourceFile } from './files.ts';
import type { Text } from './load-events.ts';
import { readMarkdown, type Room } from './markdown.ts';
import { passagesIn, type Known, type Passages } from './passages.ts';
import { claimSchema, statementSchema, type RawClaim, type RawStatement } from './schemas.ts';
import { validate } from './validate.ts';
import { voicesOf, type Voices } from './voices.ts';
import { readYaml, type Yaml } from './yaml.ts';

export interface LoadedClaim extends Omit<Claim, 'backlinks'> {
  /** What of it may hold links. */
  readonly texts: readonly Text[];
}

/** The claims in the order of their files' names. Faulty statements are left out, with a problem for each fault. */
export function readClaims(files: readonly SourceFile[], known: Known, cache: ParseCache, problems: Problem[]): LoadedClaim[] {
  const passages = passagesIn(known);
  const voices = voicesOf(known);
  const read = files.map((file) => {
    const yaml = readYaml(file.text, file.file, problems, 0, cache);
    return { file, yaml, raw: yaml && validate(claimSchema, yaml, problems) };
  });
  const units = new Map(read.map(({ file, raw }) => [file.id, raw ? raw.unit : 'unread']));
  return read.flatMap(({ file, yaml, raw }) =>
    yaml && raw ? [claimOf(file, raw, { yaml, known, passages, voices, units, problems })] : [],
  );
}

interface Around {
  readonly yaml: Yaml;
  readonly known: Known;
  readonly passages: Passages;
  readonly voices: Voices;
  /** What each claim counts, by its id. */
  readonly units: ReadonlyMap<string, string | undefined>;
  readonly problems: Problem[];
}

/** More than these are read, and warned of. */
const mostStatements = 200;

const note: Room = { holds: 'line', name: 'The note of a claim', instead: 'Put the rest into a note on the passage.' };

function claimOf({ id, file }: SourceFile, raw: RawClaim, around: Around): LoadedClaim {
  const { yaml, known, passages, problems } = around;
  if (raw.unit !== undefined && raw.positions)
    problems.push(
      problem('bad-position', yaml.placeOf(['positions']), `A claim counts something, here ${raw.unit}, or has positions, not both.`, {
        suggestion: 'Take out “unit” or “positions”.',
      }),
    );
  if (raw.statements.length > mostStatements)
    problems.push(
      problem(
        'many-statements',
        yaml.placeOf(['statements']),
        `This claim has ${raw.statements.length} statements: beyond ${mostStatements} nobody reads them side by side.`,
        { suggestion: 'Ask several narrower questions, a file each, or keep what one passage of each document says.' },
      ),
    );
  const texts: Text[] = [];
  const read = (text: string | undefined, place: () => Place): Text['root'] | undefined => {
    if (text === undefined) return undefined;
    const root = readMarkdown(text, note, place, problems);
    texts.push({ root, place });
    return root;
  };
  const placed = raw.statements.flatMap((_, index) => {
    const statement = validate(statementSchema, yaml, problems, ['statements', index]);
    return statement ? (statementOf(id, statement, raw, index, around, read) ?? []) : [];
  });
  const statements = withoutTwins(placed, problems)
    .sort((a, b) => passages.compare(a.statement.passage, b.statement.passage))
    .map(({ statement }, i): Statement => ({ ...statement, number: i + 1 }));
  const speaking = new Set(statements.map((statement) => statement.passage.document));
  return {
    id,
    file,
    question: raw.question,
    topic: raw.topic,
    unit: raw.unit,
    scope: raw.scope,
    positions: new Map(Object.entries(raw.positions ?? {})),
    note: read(raw.note, () => yaml.placeOf(['note'])),
    statements,
    silent: known.documents.flatMap((document) => (speaking.has(document.id) ? [] : [document.id])),
    texts,
  };
}

interface Placed {
  readonly statement: Omit<Statement, 'number'>;
  readonly place: () => Place;
}

function statementOf(
  claim: string,
  raw: RawStatement,
  of: RawClaim,
  index: number,
  { yaml, passages, voices, units, problems }: Around,
  read: (text: string | undefined, place: () => Place) => Text['root'] | undefined,
): Placed | undefined {
  const at = (...path: (string | number)[]): Place => yaml.placeOf(['statements', index, ...path]);
  const before = problems.length;
  const value = answerOf(raw, of, at, { id: claim, units }, problems);
  const said_by = raw.said_by === undefined ? undefined : voices.speaker(raw.said_by, () => at('said_by'), problems);
  const origin = raw.origin === undefined ? undefined : voices.origin(raw.origin, raw.document, () => at('origin'), problems);
  if (raw.quote === undefined) {
    problems.push(
      problem('claim-without-quote', at(), `This statement of ${raw.document} has no quote: nothing proves it.`, {
        suggestion: 'Add “quote: …”, the words of the document that say it.',
      }),
    );
    return undefined;
  }
  const passage = passages.find(raw.document, raw.quote, at, problems);
  const published = passages.published(raw.document);
  // A warning leaves the statement where it is.
  if (!passage || hasErrors(problems.slice(before))) return undefined;
  const parts = (raw.parts ?? []).map(({ label, value: part }) => ({ label, value: valueOf(part) }));
  const total = sumOf({ parts, value });
  if (total && !total.fits)
    problems.push(
      problem(
        'parts-do-not-add-up',
        at('parts'),
        `The parts come to ${valueInWords(total.sum)}, and the value is ${valueInWords(value!)}.`,
        { suggestion: 'If the document says so, let it stand and say so in a note; else mend the part that is wrong.' },
      ),
    );
  return {
    place: () => at(),
    statement: {
      claim,
      passage,
      value,
      position: raw.position,
      time: raw.as_of ?? (published === 'unknown' ? undefined : published),
      timed: raw.as_of !== undefined,
      scope: raw.scope ?? of.scope,
      said_by,
      origin,
      parts,
      note: read(raw.note, () => at('note')),
    },
  };
}

/** Statements without those that say again what stands there: of each of these a problem tells. */
function withoutTwins(placed: readonly Placed[], problems: Problem[]): Placed[] {
  const first = new Map<string, Placed>();
  for (const each of placed) {
    const { passage, said_by, origin, scope, position, value, time } = each.statement;
    const [speaker, from] = [said_by?.term ?? said_by?.name, origin?.term ?? origin?.document ?? origin?.name];
    const key = JSON.stringify([passage.document, passage.start, passage.end, speaker, from, scope, time, position, value]);
    const twin = first.get(key);
    if (!twin) first.set(key, each);
    else
      problems.push(
        problem('duplicate-statement', each.place(), `This claim has the same statement of ${passage.document} twice.`, {
          suggestion: 'Keep one of them.',
          related: [{ place: twin.place(), message: 'It stands here:' }],
        }),
      );
  }
  return [...first.values()];
}
