/**
 * `readEdition`: the one function that knows everything of an edition and reports every problem at once.
 */
import { join } from 'node:path';
import { edtfSortKey } from '../core/edtf.ts';
import { lostElement } from '../core/apparatus.ts';
import type { Destinations } from '../core/links.ts';
import type { Document, Edition, LostNote, Term } from '../core/model.ts';
import { compare, hasErrors, problem, sortProblems, type Problem } from '../core/problem.ts';
import { findMentions, formTable } from '../core/terms.ts';
import { told } from './told.ts';
import { html, typeset } from '../core/typeset.ts';
import { countWords } from '../core/words.ts';
import { openCache } from './cache.ts';
import { checkAbout, checkDerived, checkOrder, checkSee } from './checks.ts';
import { destinationsOf } from './destinations.ts';
import { nameOf, readFiles } from './files.ts';
import { datesIn } from './history.ts';
import { checkIndependence } from './independence.ts';
import { collectBacklinks, resolveAll, type Linked } from './linked.ts';
import { readDocument, type LoadedDocument } from './load-document.ts';
import { readClaims } from './load-claims.ts';
import { readEvents } from './load-events.ts';
import { readNotes } from './load-notes.ts';
import { checkForms, readTerm } from './load-term.ts';
import { mentionsIn, mentionSentences } from './mentions.ts';
import { editionSchema, type RawEdition } from './schemas.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

export interface EditionRead {
  /** Undefined where there are errors: nothing is built on a half. */
  readonly edition: Edition | undefined;
  /** In the order of files and lines. */
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** The base path of every address; default `/`. */
  readonly base?: string;
  /** Where parsed files are kept between runs; without it they are not. */
  readonly cache?: string | undefined;
  /** Ask git when the notes were written and changed. */
  readonly dated?: boolean;
}

/**
 * Read, check and weave an edition.
 * @param directory the folder of the contract (`content/`)
 */
export function readEdition(directory: string, options: ReadOptions = {}): EditionRead {
  const problems: Problem[] = [];
  const files = readFiles(directory);
  problems.push(...files.problems);

  const yaml = files.edition && readYaml(files.edition.text, files.edition.file, problems);
  const head = yaml && validate(editionSchema, yaml, problems);
  const language = head?.language ?? 'en';

  const cache = openCache(options.cache);
  const documents = files.documents.flatMap((file) => readDocument(file, language, cache, problems));
  const terms = files.glossary.flatMap((file) => readTerm(file, problems) ?? []);
  const forms = checkForms(terms, problems);
  const dates = options.dated ? datesIn(join(directory, 'annotations')) : undefined;
  const { notes, lost } = readNotes(files, documents, cache, problems, dates);
  const known = { documents: head ? inOrder(documents, head) : documents, terms, unreadable: files.unreadable };
  const claims = readClaims(files.claims, known, cache, problems);
  const events = readEvents(files.timeline, known, cache, problems);
  cache.save();
  if (files.documents.length === 0 && files.unreadable.size === 0) {
    problems.push(
      problem('missing-file', { file: nameOf(join(directory, 'documents')), line: 1, column: 1 }, 'An edition has at least one document.', {
        suggestion: 'Put one into documents/, as ID.mdx.',
      }),
    );
  }

  const to = destinationsOf(files, { documents, notes, lost, terms, claims, events }, { base: options.base ?? '/', language });
  checkAbout(files.about, to, files.images, problems);
  if (yaml && head) checkOrder(head, yaml, to, problems);
  for (const document of documents) checkDerived(document, to, problems);
  checkIndependence(documents, problems);
  for (const term of terms) checkSee(term, to, problems);
  const linked = resolveAll({ documents, notes, lost, terms, claims, events, images: files.images }, to, problems);

  const table = formTable(forms);
  const mentions = new Map(
    documents.map((document) => [document.id, mentionsIn(document, findMentions(table, document.folded), to, problems)]),
  );
  const sentences = mentionSentences(documents, mentions);
  for (const term of terms) {
    if (!sentences.has(term.id))
      problems.push(
        problem('unused-term', term.yaml.placeOf(['term']), `No document mentions “${term.raw.term}”, in any of its forms.`, {
          suggestion:
            term.raw.match === 'marked'
              ? `It is \`match: marked\`: write <Term id="${term.id}">…</Term> in a document.`
              : 'Add the spelling that the documents use to its forms, or leave the term out.',
        }),
      );
  }
  const sorted = sortProblems(problems);
  if (!head || hasErrors(sorted)) return { edition: undefined, problems: sorted };

  const backlinks = collectBacklinks(linked);
  const said = told({ claims, events, documents: known.documents }, backlinks);
  const edition: Edition = {
    title: head.title,
    subtitle: head.subtitle,
    description: head.description,
    language,
    editors: head.editors ?? [],
    licence: head.licence,
    documents: known.documents.map((document): Document => {
      const annotations = notes.get(document.id) ?? [];
      const found = mentions.get(document.id) ?? [];
      const { raw, flat } = document;
      return {
        id: document.id,
        file: document.file,
        title: raw.title,
        text: raw.text,
        summary: raw.summary,
        section: raw.section,
        standfirst: raw.standfirst,
        source: raw.source ?? {},
        derived_from: raw.derived_from,
        language: raw.language ?? language,
        words: flat.words,
        wordCount: countWords(flat.words, raw.language ?? language),
        blocks: flat.blocks,
        headings: document.headings,
        annotations,
        lost: (lost.get(document.id) ?? []).map((note) => shown(note, document, linked, raw.language ?? language, to)),
        mentions: found,
        statements: said.statements.get(document.id) ?? [],
        events: said.passages.get(document.id) ?? [],
        backlinks: backlinks.documents.get(document.id) ?? [],
        get html() {
          return typeset({
            root: document.root,
            flat,
            title: raw.title,
            annotations,
            references: linked.references.get(document.id) ?? new Map(),
            mentions: found,
            statements: said.statements.get(document.id) ?? [],
            events: said.passages.get(document.id) ?? [],
            reckoning: said.reckoning,
            to,
          });
        },
      };
    }),
    terms: terms
      .map((term): Term => ({
        id: term.id,
        marked: term.raw.match === 'marked',
        file: term.file,
        term: term.raw.term,
        kind: term.raw.kind,
        definition: term.definition,
        forms: [...new Set([term.raw.term, ...(term.raw.forms ?? [])])],
        caseSensitive: term.raw.case === 'sensitive',
        same_as: term.raw.same_as ?? [],
        see: term.raw.see ?? [],
        article: term.article,
        mentions: sentences.get(term.id) ?? [],
        backlinks: backlinks.terms.get(term.id) ?? [],
      }))
      .sort((a, b) => new Intl.Collator(language).compare(a.term, b.term) || compare(a.id, b.id)),
    claims: said.claims,
    events: said.events,
    reckoning: said.reckoning,
    images: [...linked.images].sort(compare),
  };
  return { edition, problems: sorted };
}

/** A note without a place, as its page shows it. */
function shown(note: LostNote, { id }: LoadedDocument, linked: Linked, language: string, to: Destinations): Document['lost'][number] {
  return {
    ...note,
    get html() {
      const element = lostElement(note, language, linked.references.get(id)?.get(note.id) ?? [], to);
      return html({ type: 'root', children: [element] });
    },
  };
}

function inOrder(documents: readonly LoadedDocument[], head: RawEdition): LoadedDocument[] {
  const place = new Map(head.order?.map((id, i) => [id, i]));
  const rank = (document: LoadedDocument): number => place.get(document.id) ?? place.size;
  return documents.toSorted(
    (a, b) =>
      rank(a) - rank(b) || compare(edtfSortKey(a.raw.source?.published), edtfSortKey(b.raw.source?.published)) || compare(a.id, b.id),
  );
}
