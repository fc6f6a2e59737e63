/**
 * A file of annotations to what it says of each: W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/), alone, in
 * lists, pages and collections; and exports of Hypothes.is. Nothing is fetched: `next`, `partOf` and contexts are never followed.
 */
import { verdicts, type Verdict } from '../../core/model.ts';
import type { TextQuote } from '../../core/quote.ts';
import { Unreadable } from '../draft.ts';
import { bare, hasType, idOf, isValues, listOf, textIn, type Values } from './nodes.ts';

/** One annotation, as its file has it; what it does not say is left out. */
export interface Incoming {
  readonly motivation?: string | undefined;
  /** Each page that it is on, with where on it; the first that is ours counts. */
  readonly targets: readonly IncomingTarget[];
  readonly texts: readonly IncomingText[];
  /** Addresses that it links to. */
  readonly links: readonly string[];
  readonly verdict?: Verdict | undefined;
  readonly tags: readonly string[];
  readonly author?: string | undefined;
  /** When it was made and when it was changed, in this order, be they dates or not. */
  readonly dates: readonly string[];
  /** The editor's entry, where it is one of ours: not yet known to be one. */
  readonly written?: unknown;
}

export interface IncomingTarget {
  /** An address; undefined where the file names none. */
  readonly source?: string | undefined;
  readonly quote?: TextQuote | undefined;
  /** In code points of the page's text, by whatever rule its tool makes that. */
  readonly position?: { readonly start: number; readonly end: number } | undefined;
  /** `p3`. */
  readonly fragment?: string | undefined;
}

export interface IncomingText {
  readonly text: string;
  readonly format: 'html' | 'markdown' | 'plain';
}

/** An annotation of which nothing can be made: a sentence that says why. */
export interface Malformed {
  readonly fault: string;
}

/** More than anyone writes on one document. */
const most = 20_000;
/** A page in a collection in a list. */
const deepest = 4;

/**
 * Read a file.
 * @returns in the order of the file
 * Throws `Unreadable` where it is no JSON, holds no annotation, or too many of them.
 */
export function readAnnotations(text: string): (Incoming | Malformed)[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Unreadable(`It is no JSON: ${(error as Error).message}.`, 'Export the annotations again, as JSON or JSON-LD.');
  }
  const found = annotationsIn(value, 0);
  if (found.length > most)
    throw new Unreadable(
      `It holds ${found.length.toLocaleString('en')} annotations; ${most.toLocaleString('en')} are read at once.`,
      'Divide it: those of one document are enough.',
    );
  if (found.length === 0) throw new Unreadable('It holds no annotation.', pagesOf(value) ?? 'Export the annotations again.');
  return found.map(incoming);
}

/** The annotations of lists, pages and collections, as they stand in each other. */
function annotationsIn(value: unknown, depth: number): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((each) => (isContainer(each) && depth < deepest ? annotationsIn(each, depth + 1) : [each]));
  if (!isContainer(value)) return [value];
  if (depth > deepest) return [];
  const lists = [value['rows'], value['annotations'], value['@graph'], value['items'], value['first'], value['last']];
  const [first, last] = [value['first'], value['last']];
  const twice = isValues(first) && isValues(last) && idOf(first) === idOf(last);
  return lists
    .slice(0, twice ? -1 : undefined)
    .filter((list) => typeof list === 'object' && list !== null)
    .flatMap((list) => annotationsIn(list, depth + 1));
}

function isContainer(value: unknown): value is Values {
  if (!isValues(value)) return false;
  if (hasType(value, 'AnnotationPage') || hasType(value, 'AnnotationCollection')) return true;
  return !('target' in value) && ['rows', 'annotations', '@graph', 'items'].some((key) => Array.isArray(value[key]));
}

/** What to do about a collection that only names its pages. */
function pagesOf(value: unknown): string | undefined {
  const first = isValues(value) ? value['first'] : undefined;
  return typeof first === 'string' ? `It only names its pages. Download them, and import each: ${first.slice(0, 200)}` : undefined;
}

function incoming(value: unknown): Incoming | Malformed {
  if (!isValues(value)) return { fault: 'It is no annotation: an object is expected.' };
  if ('uri' in value && !hasType(value, 'Annotation')) return fromHypothesis(value);
  if (!hasType(value, 'Annotation') && !('target' in value)) return { fault: 'It is no annotation: it has neither the type nor a target.' };
  return fromWebAnnotation(value);
}

function fromWebAnnotation(value: Values): Incoming | Malformed {
  const targets = listOf(value['target']).flatMap((target) => targetOf(target) ?? []);
  if (targets.length === 0) return { fault: 'It has no target.' };
  const bodies = listOf(value['body']).flatMap((body) => bodyOf(body, 0));
  const bodyValue = textIn(value, 'bodyValue');
  return {
    motivation: motivationOf(value),
    targets,
    texts: [...bodies.flatMap(({ text }) => text ?? []), ...(bodyValue ? [{ text: bodyValue, format: 'plain' } as const] : [])],
    links: bodies.flatMap(({ link }) => link ?? []),
    verdict: bodies.find(({ verdict }) => verdict)?.verdict,
    tags: bodies.flatMap(({ tag }) => tag ?? []),
    author: authorOf(value['creator']),
    dates: datesIn(value, ['created', 'modified']),
    written: value['variorum:note'],
  };
}

/** As its API and its export have it: https://h.readthedocs.io/en/latest/api-reference/ */
function fromHypothesis(value: Values): Incoming | Malformed {
  if (listOf(value['references']).length > 0) return { fault: 'It is an answer to another annotation, and stands on no words.' };
  const source = textIn(value, 'uri');
  const targets = listOf(value['target']).flatMap((target) => targetOf(target) ?? []);
  const text = textIn(value, 'text');
  const person = isValues(value['user_info']) ? textIn(value['user_info'], 'display_name') : undefined;
  return {
    targets: targets.length > 0 ? targets.map((target) => ({ ...target, source: target.source ?? source })) : [{ source }],
    texts: text ? [{ text, format: 'markdown' }] : [],
    links: [],
    tags: listOf(value['tags']).filter((tag) => typeof tag === 'string'),
    author: person?.trim() || authorOf(value['user']),
    dates: datesIn(value, ['created', 'updated']),
  };
}

function targetOf(target: unknown): IncomingTarget | undefined {
  if (typeof target === 'string') return withFragment(target);
  if (!isValues(target)) return undefined;
  const { source } = target;
  const address = typeof source === 'string' ? source : isValues(source) ? idOf(source) : idOf(target);
  const selectors = listOf(target['selector']).flatMap((selector) => selectorsIn(selector, 0));
  const quote = selectors.find((each) => hasType(each, 'TextQuoteSelector') && typeof each['exact'] === 'string');
  const position = selectors.find((each) => hasType(each, 'TextPositionSelector'));
  const fragment = selectors.find((each) => hasType(each, 'FragmentSelector'));
  const [start, end] = [position?.['start'], position?.['end']];
  return {
    ...withFragment(address),
    ...(quote && {
      quote: { exact: String(quote['exact']), prefix: textIn(quote, 'prefix'), suffix: textIn(quote, 'suffix') },
    }),
    ...(typeof start === 'number' && typeof end === 'number' && { position: { start, end } }),
    ...(fragment && { fragment: textIn(fragment, 'value')?.replace(/^#/, '') }),
  };
}

function withFragment(address: string | undefined): IncomingTarget {
  const [source, fragment] = address?.split('#') ?? [];
  return { source, ...(fragment && { fragment }) };
}

/** A selector, and those that refine it. */
function selectorsIn(selector: unknown, depth: number): Values[] {
  if (!isValues(selector) || depth > deepest) return [];
  return [selector, ...listOf(selector['refinedBy']).flatMap((each) => selectorsIn(each, depth + 1))];
}

interface Body {
  readonly text?: IncomingText;
  readonly link?: string;
  readonly verdict?: Verdict;
  readonly tag?: string;
}

function bodyOf(body: unknown, depth: number): Body[] {
  if (typeof body === 'string')
    return /^https?:/i.test(body) ? [{ link: body }] : body.trim() ? [{ text: { text: body, format: 'plain' } }] : [];
  if (!isValues(body) || depth > deepest) return [];
  if (hasType(body, 'Choice')) return bodyOf(listOf(body['items'])[0], depth + 1);
  const value = textIn(body, 'value');
  const purposes = listOf(body['purpose']).map(bare);
  if (value !== undefined) {
    const verdict = verdicts.find((each) => each === value.trim());
    if (purposes.includes('classifying') && verdict) return [{ verdict }];
    if (purposes.includes('tagging') || purposes.includes('classifying')) return [{ tag: value }];
    if (purposes.includes('linking') && /^https?:\S+$/i.test(value)) return [{ link: value }];
    return value.trim() ? [{ text: { text: value, format: formatOf(textIn(body, 'format')) } }] : [];
  }
  const { source } = body;
  if (isValues(source)) return bodyOf(source, depth + 1);
  const address = typeof source === 'string' ? source : idOf(body);
  return address ? [{ link: address }] : [];
}

function formatOf(format = ''): IncomingText['format'] {
  const type = format.split(';')[0]!.trim().toLowerCase();
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  return type === 'text/markdown' || type === 'text/x-markdown' ? 'markdown' : 'plain';
}

function motivationOf(value: Values): string | undefined {
  const all = listOf(value['motivation']).map(bare);
  return all.find((each) => each !== 'tagging' && each !== 'highlighting') ?? all[0];
}

/** A name, the names of several; of an account (`acct:ann@hypothes.is`) its first part. */
function authorOf(creator: unknown): string | undefined {
  const names = listOf(creator).flatMap((each) => {
    const name = isValues(each) ? (textIn(each, 'name') ?? textIn(each, 'nickname') ?? idOf(each)) : each;
    if (typeof name !== 'string') return [];
    const account = /^acct:([^@]+)@/.exec(name)?.[1];
    // An address names nobody.
    return account ? [account] : /^\w+:\S+$/.test(name) || name.trim() === '' ? [] : [name.trim()];
  });
  return names.length > 0 ? [...new Set(names)].join(', ') : undefined;
}

function datesIn(value: Values, keys: readonly string[]): string[] {
  return keys.flatMap((key) => listOf(value[key])).map((date) => (typeof date === 'string' ? date : (JSON.stringify(date) ?? '')));
}
