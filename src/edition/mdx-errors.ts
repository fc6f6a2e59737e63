/**
 * What is wrong with a text that is not valid MDX, told to an editor who has not heard of MDX.
 */
import type { Place } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { TooDeep } from './nesting.ts';

interface MdxError extends Error {
  readonly reason?: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

interface Slip {
  readonly pattern: RegExp;
  readonly message: string;
  readonly suggestion: string;
  /** The sign that the mistake begins with, where it stands before the place at which the parser gave up. */
  readonly sign?: string;
}

const slips: readonly Slip[] = [
  {
    pattern: /create a link in MDX/,
    message: 'A web address does not stand in < and > here.',
    suggestion: 'Write it without them, or as [words](address).',
    sign: '<',
  },
  {
    pattern: /create a comment in MDX/,
    message: 'A document holds no comments.',
    suggestion: 'Take it out; for a plain < write \\<.',
    sign: '<',
  },
  {
    pattern: /^Unexpected (?:character|end of file).*(?:name|attribute|tag|self-closing|`>`)/,
    message: 'A “<” is taken for the beginning of a tag, and none follows.',
    suggestion: 'For a plain < write \\<.',
    sign: '<',
  },
  {
    pattern: /import|export/,
    message: 'A line begins with “import” or “export”, and is taken for code.',
    suggestion: 'If it is a sentence, write its first letter as a character reference: &#105;mport, &#101;xport.',
  },
  {
    pattern: /expression|acorn|lazy line|brace/i,
    message: 'A “{” is taken for the beginning of code.',
    suggestion: 'A document holds no code: for a plain brace write \\{ or \\}.',
    sign: '{',
  },
];

/** The one problem of a text that cannot be parsed. */
export function syntaxProblem(thrown: unknown, text: string, place: (line?: number, column?: number) => Place): Problem {
  const error = thrown as MdxError;
  if (error instanceof TooDeep)
    return problem('mdx-syntax', place(error.line, error.column), `${error.message}.`, { suggestion: error.suggestion });
  const reason = (error.reason ?? error.message).split('\n')[0]!;
  const open = /closing tag for `<(\w*)>` \((\d+):(\d+)/.exec(reason);
  if (open) {
    return problem('mdx-syntax', place(Number(open[2]), Number(open[3])), `<${open[1]}> is opened here, and not closed in its paragraph.`, {
      suggestion: `Write </${open[1]}> where it ends; for a plain < write \\<.`,
    });
  }
  const closing = /^Unexpected clos\w+ (?:slash|tag) `<?\/(\w*)/.exec(reason);
  if (closing)
    return problem('mdx-syntax', place(error.line, error.column), 'A tag is closed here that is not open.', {
      suggestion: 'Take it out, or open it in the same paragraph; for a plain < write \\<.',
    });
  const slip = slips.find((each) => each.pattern.test(reason));
  if (!slip) return problem('mdx-syntax', place(error.line, error.column), `This is not valid MDX: ${reason.replace(/\.?$/, '.')}`);
  const [line, column] = slip.sign ? lastSign(slip.sign, text, error) : [error.line, error.column];
  return problem('mdx-syntax', place(line, column), slip.message, { suggestion: slip.suggestion });
}

function lastSign(sign: string, text: string, { line, column }: MdxError): [number | undefined, number | undefined] {
  if (line === undefined || column === undefined) return [line, column];
  const lines = text.split('\n').slice(0, line);
  lines[line - 1] = (lines[line - 1] ?? '').slice(0, column);
  for (let at = lines.length - 1; at >= 0; at--) {
    const found = lines[at]!.lastIndexOf(sign);
    if (found >= 0) return [at + 1, found + 1];
  }
  return [line, column];
}
