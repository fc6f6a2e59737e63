/**
 * `node tests/bench/extraction.ts FOLDER [--worst N]`: the HTML import scored on pages with ground truth, and beside it Readability
 * alone. A folder holds NAME.html (or NAME.html.gz) with NAME.json, or `ground-truth.json` with `html/ID.html.gz` as
 * scrapinghub/article-extraction-benchmark has them. A truth is `{ title?, text }`, `{ paragraphs }` or `{ articleBody }`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { keptTexts } from '../../src/importing/compose.ts';
import { decode } from '../../src/importing/decode.ts';
import type { Draft } from '../../src/importing/draft.ts';
import { fromHtml } from '../../src/importing/from-html.ts';
import { declaredCharset, parsePage } from '../../src/importing/html/page.ts';
import { visibleText } from '../../src/importing/html/seen.ts';
import { breachOf } from '../../src/importing/law.ts';
import { textOfTree } from '../../src/importing/to-mdx.ts';
import { say } from './say.ts';
import { scoreOf, tally, type Score, type Tally } from './score.ts';

export interface Page {
  readonly name: string;
  readonly html: Uint8Array;
  readonly title?: string | undefined;
  readonly text: string;
}

/** The pages of a folder with their truths. Pages without one are passed over. */
export function pagesIn(folder: string): Page[] {
  const all = join(folder, 'ground-truth.json');
  if (existsSync(all)) {
    const truths = JSON.parse(readFileSync(all, 'utf8')) as Record<string, Truth>;
    return Object.entries(truths).map(([name, truth]) => ({ name, html: htmlAt(join(folder, 'html', name)), text: textOf(truth) }));
  }
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5));
  return names.map((name) => {
    const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Truth;
    return { name, html: htmlAt(join(folder, name)), title: truth.title, text: textOf(truth) };
  });
}

interface Truth {
  readonly title?: string;
  readonly text?: string;
  readonly paragraphs?: readonly string[];
  readonly articleBody?: string;
}

function textOf({ text, paragraphs, articleBody }: Truth): string {
  return text ?? paragraphs?.join('\n') ?? articleBody ?? '';
}

function htmlAt(path: string): Uint8Array {
  return existsSync(`${path}.html`) ? readFileSync(`${path}.html`) : gunzipSync(readFileSync(`${path}.html.gz`));
}

/** The text that an import keeps as the article's: the standfirst and the body. */
export function textOfDraft({ head, body }: Draft): string {
  return [head.standfirst?.kept ?? '', textOfTree(body)].join('\n');
}

export interface Result {
  readonly ours: Score;
  readonly readability: Score;
  /** Visible words that are nowhere in the draft, and words that the page does not have. */
  readonly unrecorded: number;
  readonly pages: readonly { readonly name: string; readonly ours: Tally; readonly readability: Tally; readonly ms: number }[];
}

/** Import every page. A page that cannot be imported has no text. */
export function evaluate(pages: readonly Page[]): Result {
  let unrecorded = 0;
  const rows = pages.map(({ name, html, text }) => {
    const start = performance.now();
    const draft = draftOf({ name: `${name}.html`, html });
    const ms = performance.now() - start;
    if (draft) {
      const breach = breachOf(draft.visible, [...keptTexts(draft.head, draft.body), ...draft.aside.map((each) => each.text)]);
      unrecorded += (breach?.lost.length ?? 0) + (breach?.added.length ?? 0);
    }
    return { name, ms, ours: tally(text, draft ? textOfDraft(draft) : ''), readability: tally(text, byReadability(html)) };
  });
  return {
    ours: scoreOf(rows.map(({ ours }) => ours)),
    readability: scoreOf(rows.map(({ readability }) => readability)),
    unrecorded,
    pages: rows,
  };
}

function draftOf({ name, html }: { name: string; html: Uint8Array }): Draft | undefined {
  try {
    return fromHtml({ name, bytes: html });
  } catch {
    return undefined;
  }
}

/** What Readability finds on the same words, its blocks divided. */
function byReadability(html: Uint8Array): string {
  try {
    const document = parsePage(decode(html, declaredCharset(html)).text);
    const content = new Readability(document, { serializer: (node: Node) => node }).parse()?.content;
    return content ? visibleText(content as Element, false) : '';
  } catch {
    return '';
  }
}

/** Say how well it does on a folder of pages, beside Readability, and on which pages worst. */
export function sayExtraction(folder: string, worst = 0): void {
  const { ours, readability, unrecorded, pages } = evaluate(pagesIn(folder));
  const times = pages.map(({ ms }) => ms).toSorted((a, b) => a - b);
  say(`${pages.length} pages of ${relative('.', folder)}, by 4-grams`);
  say(`  ours         ${line(ours)}`);
  say(`  Readability  ${line(readability)}`);
  say(
    `  unrecorded words ${unrecorded} (goal 0); ms a page: median ${times[times.length >> 1]?.toFixed(1)}, most ${times.at(-1)?.toFixed(1)}`,
  );
  for (const page of pages.toSorted((a, b) => a.ours.both - b.ours.both).slice(0, worst))
    say(`  ${page.name}: ours ${line(scoreOf([page.ours]))}; Readability ${line(scoreOf([page.readability]))}`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { worst: { type: 'string', default: '5' } } });
  sayExtraction(positionals[0] ?? join(import.meta.dirname, '../importing/articles'), Number(values.worst));
}

function line({ precision, recall, f1 }: Score): string {
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
}
