/**
 * `npm run quote -- DOCUMENT "words"`: the quote for an annotations file, ready to paste: the words, with context where they stand more
 * than once. Exit 1 where they do not stand there, 2 for a slip in the command.
 */
import { find, describe, nearest } from '../core/quote.ts';
import { blockAround } from '../core/tree.ts';
import { shortened, visible } from '../core/visible.ts';
import { openCache } from '../edition/cache.ts';
import { readFiles } from '../edition/files.ts';
import { readDocument } from '../edition/load-document.ts';
import { settings } from '../edition/settings.ts';
import { plainest } from '../reanchoring/rewrite.ts';
import { written } from '../reanchoring/yaml-cuts.ts';
import { argumentsOf, refuse } from './options.ts';

const usage = 'npm run quote -- DOCUMENT "words"';
const { positionals } = argumentsOf({}, usage, true);
const [id, ...rest] = positionals;
const exact = rest.join(' ').trim();
if (id === undefined || exact === '') refuse('Name a document and some of its words', usage);
const { content } = settings();
const source = readFiles(content).documents.find((document) => document.id === id);
if (!source) refuse(`There is no document “${id}” in ${content}`, usage);
const { flat, folded } = readDocument(source, 'en', openCache(undefined), []);

const most = 20;
const spans = find(folded, { exact }, most + 1);
const lines = spans.slice(0, most).map((span) => {
  const quote = describe(folded, flat.words, span);
  const number = blockAround(flat.blocks, span)?.number;
  const where = number ? `¶ ${number}` : 'the footnotes';
  if (!quote) return `quote: { paragraph: ${number} }   # ${where}: no context settles it`;
  return `quote: ${written(plainest(quote))}${spans.length > 1 ? `   # ${where}` : ''}`;
});
if (spans.length > most) lines.push(`# and more: take more words`);
if (spans.length === 0) {
  const span = nearest(folded, exact);
  const near = span ? ` Did you mean “${shortened(flat.words.slice(span.start, span.end))}”?` : '';
  process.stderr.write(visible(`“${shortened(exact)}” is not in ${id}.${near}\n`));
  process.exitCode = 1;
} else process.stdout.write(`${lines.join('\n')}\n`);
