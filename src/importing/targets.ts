/**
 * Where an import is written: names that are safe on every machine, files that are replaced whole or not at all.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { isId, toId } from '../core/id.ts';
import { Unreadable } from './draft.ts';

export interface Target {
  readonly id: string;
  readonly document: string;
  readonly record: string;
  /** Where a document that was edited by hand is kept when it is replaced. */
  readonly former: string;
}

/** Names that some systems keep for devices, with or without an ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const longest = 80;

/**
 * The id and the two files of an import.
 * @param name the name of the source file
 * @param as the id that the editor wants; without it, the name of the file makes one
 * Throws `Unreadable` where no id can be had, or where writing would leave the edition's folder.
 */
export function targetOf(name: string, into: string, as?: string): Target {
  if (as !== undefined && !isId(as))
    throw new Unreadable(
      `“${as}” is no id: lower case, digits, hyphens.`,
      toId(as) ? `Write --as ${toId(as)}.` : 'Write --as harbour-dues.',
    );
  if (as !== undefined && as.length > longest)
    throw new Unreadable(`An id has ${longest} letters at most.`, `Write --as ${shortened(as)}.`);
  const id = as ?? shortened(toId(basename(name, extname(name)).normalize('NFKD').replaceAll(/\p{M}/gu, '')));
  if (id === '') throw new Unreadable('Its name has no letter that an id may have.', 'Give it one: --as harbour-dues.');
  if (reserved.test(id)) throw new Unreadable(`“${id}” is a name that Windows keeps for itself.`, `Give it another: --as ${id}-1.`);
  const imports = join(into, 'imports', id);
  const target = { id, document: join(into, 'documents', `${id}.mdx`), record: `${imports}.yaml`, former: `${imports}.former.mdx` };
  for (const path of [target.document, target.record, target.former]) refuseLinks(path, into);
  return target;
}

/** The text of a file that is there; undefined where there is none. */
export function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function shortened(id: string): string {
  return id.length <= longest
    ? id
    : id
        .slice(0, longest + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, longest);
}

/** A link could lead a file out of the edition. */
export function refuseLinks(path: string, into: string): void {
  for (const at of [path, dirname(path)]) {
    const link = lstatSync(at, { throwIfNoEntry: false });
    if (link?.isSymbolicLink()) {
      const leads = relative(realpathSync(into), realpathSync(at));
      if (at === path || leads.startsWith(`..${sep}`) || leads === '..')
        throw new Unreadable(
          `${at} is a symbolic link.`,
          'Put a real file or folder in its place, or import into another edition: --into DIR.',
        );
    }
    if (at === path && link && !link.isFile() && !link.isSymbolicLink())
      throw new Unreadable(`${at} is no file.`, 'Move it away, or give another id: --as ID.');
  }
}
