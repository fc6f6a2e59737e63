/**
 * What is typed after the name of a command.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The values of a command's options, and what stands besides them where it takes that. What it has not is told in one sentence,
 * with how it is called: the process ends with 2.
 * @param usage as it is typed: `npm run check [-- --format json]`
 */
export function argumentsOf<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string, allowPositionals = false) {
  try {
    return parseArgs({ options, allowPositionals });
  } catch (error) {
    // Node adds advice on positional arguments after the first sentence.
    return refuse((error as Error).message.split(/\.?(?:\s*\n|\. |$)/)[0]!, usage);
  }
}

/** Say what cannot be done, and how the command is called; end with 2. */
export function refuse(reason: string, usage: string): never {
  process.stderr.write(`${reason}.\nUsage: ${usage}\n`);
  process.exit(2);
}
