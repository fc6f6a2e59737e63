/**
 * The files of an edition's folder, read once. What cannot be read as text is a problem, never an exception.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isId, toId } from '../core/id.ts';
import { compare, problem, type Problem } from '../core/problem.ts';

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** The file name without its extension. */
  readonly id: string;
  /** With `\n` for every line end, and no byte order mark. */
  readonly text: string;
}

export interface EditionFiles {
  readonly edition: SourceFile | undefined;
  readonly about: SourceFile | undefined;
  readonly documents: readonly SourceFile[];
  readonly annotations: readonly SourceFile[];
  readonly glossary: readonly SourceFile[];
  readonly claims: readonly SourceFile[];
  readonly timeline: SourceFile | undefined;
  /** Relative to `images/`, with forward slashes: those that may be shown. */
  readonly images: ReadonlySet<string>;
  /** Documents, terms and claims that are there but could not be read, as `documents/ID`, `glossary/ID` and `claims/ID`. */
  readonly unreadable: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** In bytes. Larger than any document that a person reads; what is larger is a file in the wrong place. */
export const largest = 4 * 1024 * 1024;
/** What this engine reads; and `imports`, the record of what was imported, which nothing needs to read. */
const known = new Set([
  'edition.yaml',
  'about.mdx',
  'documents',
  'annotations',
  'glossary',
  'claims',
  'timeline.yaml',
  'images',
  'imports',
]);

/** Read every file of an edition. Files are in the order of their names, whatever the machine's. */
export function readFiles(directory: string): EditionFiles {
  const problems: Problem[] = [];
  const unreadable = new Set<string>();
  const names = list(directory);
  const top = (name: string): SourceFile | undefined => (names.includes(name) ? readText(join(directory, name), problems) : undefined);

  const edition = top('edition.yaml');
  if (!names.includes('edition.yaml')) {
    const place = { file: nameOf(join(directory, 'edition.yaml')), line: 1, column: 1 };
    problems.push(
      problem('missing-file', place, 'An edition needs this file: it says what the edition is.', {
        suggestion: 'title: …\ndescription: …\nlanguage: en\nlicence: CC-BY-4.0',
      }),
    );
  }
  for (const name of names) if (!known.has(name)) problems.push(unread(join(directory, name), 'Nothing reads this file.'));
  return {
    edition,
    about: top('about.mdx'),
    documents: readFolder(join(directory, 'documents'), '.mdx', problems, unreadable),
    annotations: readFolder(join(directory, 'annotations'), '.yaml', problems),
    glossary: readFolder(join(directory, 'glossary'), '.mdx', problems, unreadable),
    claims: readFolder(join(directory, 'claims'), '.yaml', problems, unreadable),
    timeline: top('timeline.yaml'),
    unreadable,
    images: readImages(join(directory, 'images'), problems),
    problems,
  };
}

function readFolder(folder: string, extension: string, problems: Problem[], unreadable = new Set<string>()): SourceFile[] {
  const files: SourceFile[] = [];
  const names = list(folder);
  for (const name of names) {
    const path = join(folder, name);
    if (!name.endsWith(extension)) {
      problems.push(unread(path, `Only ${extension} files are read here.`));
      continue;
    }
    const id = name.slice(0, -extension.length);
    if (!isId(id)) {
      const twin = names.find((other) => other !== name && other.toLowerCase() === name.toLowerCase());
      const wanted = toId(id);
      problems.push(
        problem(
          'bad-id',
          { file: nameOf(path), line: 1, column: 1 },
          `A file name is an id and an address: lower case, digits and hyphens only.${twin ? ` ${twin} differs from it in case only, which many machines cannot tell apart.` : ''}`,
          {
            suggestion: wanted ? `Rename it to ${wanted}${twin ? '-2' : ''}${extension}.` : undefined,
          },
        ),
      );
      continue;
    }
    const file = readText(path, problems);
    if (file) files.push(file);
    else unreadable.add(`${basename(folder)}/${id}`);
  }
  return files;
}

const imageName = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;
/** A drawing is a document of its own: opened by itself, what is code in it would run. */
const codeInDrawing = /<(?:[\w.-]+:)?script|[\s"'/]on[a-z]+\s*=|javascript:/i;

function readImages(folder: string, problems: Problem[]): Set<string> {
  const images = new Set<string>();
  for (const name of listDeep(folder)) {
    const path = join(folder, name);
    if (!imageName.test(name)) {
      problems.push(unread(path, 'Images are .png, .jpg, .jpeg, .webp, .avif, .gif or .svg files.'));
      continue;
    }
    const drawing = /\.svg$/i.test(name) ? readText(path, problems) : undefined;
    if (/\.svg$/i.test(name) && !drawing) continue;
    const code = drawing && codeInDrawing.exec(drawing.text);
    if (code) {
      const before = drawing.text.slice(0, code.index + code[0].search(/\S/)).split('\n');
      const place = { file: nameOf(path), line: before.length, column: before.at(-1)!.length + 1 };
      problems.push(
        problem('code-in-document', place, `This drawing holds code: “${code[0].trim()}”.`, {
          suggestion: 'Take it out, or save the drawing again without scripts.',
        }),
      );
    } else images.add(name);
  }
  return images;
}

function readText(path: string, problems: Problem[]): SourceFile | undefined {
  const fail = (message: string, suggestion: string, at = { line: 1, column: 1 }): undefined => {
    problems.push(problem('unreadable-file', { file: nameOf(path), ...at }, message, { suggestion }));
    return undefined;
  };
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return fail('This is a folder, and a file is expected here.', 'Move it, or rename it.');
    const { size } = stats;
    if (size > largest)
      return fail(
        `The file has ${Math.ceil(size / 1024 / 1024)} MB; at most ${largest / 1024 / 1024} MB are read.`,
        'Divide it into several documents.',
      );
    bytes = readFileSync(path);
  } catch (error) {
    return fail(`The file cannot be read: ${(error as Error).message}.`, 'Look at its permissions, and at whether it is a file.');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero >= 0) {
      const before = text.slice(0, zero).split('\n');
      return fail('The file holds a zero byte here, which is no text.', 'Take it out; images belong in images/.', {
        line: before.length,
        column: before.at(-1)!.length + 1,
      });
    }
    const name = basename(path);
    return { file: nameOf(path), id: name.slice(0, name.lastIndexOf('.')), text: text.replaceAll(/\r\n?/g, '\n') };
  } catch {
    return fail('The file is not in UTF-8.', 'Save it again as UTF-8.');
  }
}

function unread(path: string, message: string): Problem {
  return problem('unknown-file', { file: nameOf(path), line: 1, column: 1 }, message, {
    suggestion: 'Rename it, or move it out of the edition.',
  });
}

/** The visible names in a folder, in order; none where there is no such folder. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort(compare);
  } catch {
    return [];
  }
}

/** The visible files in a folder and those in it, in order. */
function listDeep(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((name) => !/(?:^|\/)\./.test(name))
      .sort(compare);
  } catch {
    return [];
  }
}

/** A path as problems name it: relative to the project, with forward slashes. */
export function nameOf(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/');
}
