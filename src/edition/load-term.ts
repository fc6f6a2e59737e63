/**
 * A glossary file to a term; and the forms of all terms, each spelled by one of them only.
 */
import type { Root } from 'hast';
import type { Place } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';
import { formKey, type FormOwner } from '../core/terms.ts';
import { fold } from '../core/words.ts';
import { splitHead } from './document.ts';
import type { SourceFile } from './files.ts';
import { readMarkdown, type Room } from './markdown.ts';
import { termSchema, type RawTerm } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

export interface LoadedTerm {
  readonly id: string;
  readonly file: string;
  readonly raw: RawTerm;
  readonly yaml: Yaml;
  readonly definition: Root;
  readonly article: Root;
  /** Where a line and column of the article stand in the file. */
  readonly articlePlace: (line?: number, column?: number) => Place;
}

const definition: Room = { holds: 'line', name: 'A definition', instead: 'Put the rest into the article, below the head.' };

/** Read one term, or undefined with the problems of its head added. */
export function readTerm(source: SourceFile, problems: Problem[]): LoadedTerm | undefined {
  const parts = splitHead(source.text);
  if (!parts) {
    problems.push(
      problem(
        'missing-key',
        { file: source.file, line: 1, column: 1 },
        'A glossary file begins with its head: term, kind and definition between two lines of “---”.',
        { suggestion: '---\nterm: …\nkind: concept\ndefinition: …\n---' },
      ),
    );
    return undefined;
  }
  const yaml = readYaml(parts.head, source.file, problems, 1);
  const raw = yaml && validate(termSchema, yaml, problems);
  if (!raw) return undefined;
  const article = parts.body.trimStart();
  const above = parts.bodyLine - 1 + parts.body.slice(0, parts.body.length - article.length).split('\n').length - 1;
  const articlePlace = (line = 1, column = 1): Place => ({ file: source.file, line: line + above, column });
  return {
    id: source.id,
    file: source.file,
    raw,
    yaml,
    definition: readMarkdown(raw.definition, definition, () => yaml.placeOf(['definition']), problems),
    article: readMarkdown(article, { holds: 'article', name: 'An article' }, articlePlace, problems),
    articlePlace,
  };
}

/** The forms to find in documents. Spelled alike by two terms that are found by themselves is a problem. */
export function checkForms(terms: readonly LoadedTerm[], problems: Problem[]): FormOwner[] {
  const owners: FormOwner[] = [];
  const seen = new Map<string, { form: FormOwner; place: () => Place }[]>();
  for (const term of terms) {
    if (term.raw.match === 'marked') continue;
    const caseSensitive = term.raw.case === 'sensitive';
    const forms = [{ form: term.raw.term, path: ['term'] }, ...(term.raw.forms ?? []).map((form, i) => ({ form, path: ['forms', i] }))];
    for (const { form, path } of forms) {
      const owner: FormOwner = { term: term.id, form, caseSensitive };
      const others = seen.get(formKey(form)) ?? [];
      const other = others.find((each) => each.form.term !== term.id && alike(each.form, owner));
      if (other) {
        problems.push(
          problem('term-conflict', term.yaml.placeOf(path), `“${form}” is a form of two terms: ${other.form.term} and ${term.id}.`, {
            suggestion: 'Leave it to one of them, or write `match: marked` in one and mark its mentions.',
            related: [{ place: other.place(), message: 'The other is here:' }],
          }),
        );
      }
      seen.set(formKey(form), [...others, { form: owner, place: () => term.yaml.placeOf(path) }]);
      owners.push(owner);
    }
  }
  return owners;
}

/** Whether two forms cannot be told apart in a text: where one heeds the case, only if they are spelled the same. */
function alike(a: FormOwner, b: FormOwner): boolean {
  return !(a.caseSensitive || b.caseSensitive) || fold(a.form).text.trim() === fold(b.form).text.trim();
}
