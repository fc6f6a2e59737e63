/**
 * What is wrong with a file that is not valid YAML, told so that it can be mended: the place where the slip begins, not where
 * the parser gave up; and one problem for one slip.
 */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface ToldFailure {
  readonly message: string;
  readonly suggestion?: string;
  /** The offset in the text. */
  readonly at: number;
}

const quoteIt = 'Put the whole text in quotation marks.';

/** The failures of a parse. What follows the first is most often caused by it, and left out; keys that stand twice are not. */
export function tellFailures(failures: readonly Failure[], text: string): ToldFailure[] {
  const first = failures.findIndex((failure) => failure.code !== 'DUPLICATE_KEY');
  if (first < 0) return failures.map((failure) => tell(failure, text));
  const failure = failures[first]!;
  // Told as an indentation where it is one: the parser finds a colon too many first.
  const truer = failures.find((other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === failure.pos[0]);
  return [...failures.slice(0, first), truer ?? failure].map((each) => tell(each, text));
}

/** What is thrown when a parsed file is made into values: aliases without an anchor, or too many of them. */
export function tellThrown(error: Error, text: string): ToldFailure {
  const alias = /^Unresolved alias.*: (.+)$/.exec(error.message)?.[1];
  if (alias !== undefined)
    return {
      message: 'A text begins here with “*”, which YAML keeps for itself.',
      suggestion: quoteIt,
      at: Math.max(0, text.indexOf(`*${alias}`)),
    };
  if (/alias/i.test(error.message))
    return { message: 'The file repeats its own parts (“&” and “*”) more often than can be read.', suggestion: 'Write them out.', at: 0 };
  return tooDeep;
}

const tooDeep: ToldFailure = { message: 'Lists or brackets are nested too deeply to be read.', at: 0 };

function tell({ code, message, pos: [at] }: Failure, text: string): ToldFailure {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const tab = /^ *\t/.exec(text.slice(line, at + 1))?.[0];
  if (tab) return { message: 'A line is indented with a tab.', suggestion: 'Indent with spaces.', at: line + tab.length - 1 };
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  if (bracket)
    return {
      message: 'A bracket is opened here, and not closed.',
      suggestion: `Write ${bracket} where it ends.`,
      at: before(bracket === ']' ? '[' : '{', text, at),
    };
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote)
    return {
      message: `A quotation mark is opened here, and not closed.`,
      suggestion: `Write ${quote} where the text ends.`,
      at: before(quote, text, at),
    };
  switch (code) {
    case 'RESOURCE_EXHAUSTION':
      return tooDeep;
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: 'A line near here is indented otherwise than the lines that it belongs to.',
        suggestion: 'Indent equally, with spaces; put a text that holds “: ” in quotation marks.',
        at,
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { message: 'A text holds “: ”, which YAML takes for the end of a key.', suggestion: quoteIt, at };
    case 'DUPLICATE_KEY':
      if (/^\d{3}\s*[,}]/.test(text.slice(at, at + 8)))
        return {
          message: 'A number has commas: between braces each of them ends it.',
          suggestion: 'Write it without: 1200000, not 1,200,000.',
          at,
        };
      return { message: 'The same key stands here twice.', suggestion: 'Keep one of them.', at };
    case 'MISSING_CHAR':
      return {
        message: 'A key stands here without a colon and a value.',
        suggestion: 'Write “: ” after it; indent a text that goes on over several lines.',
        at,
      };
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      return { message: `A text begins here with “${text.charAt(at)}”, which YAML keeps for itself.`, suggestion: quoteIt, at };
    default:
      return { message: `This is not valid YAML: ${message.replace(/\.?$/, '.')}`, at };
  }
}

function before(sign: string, text: string, at: number): number {
  return Math.max(0, text.lastIndexOf(sign, at - 1));
}
