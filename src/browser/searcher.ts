/**
 * Pagefind, asked for every spelling of what is sought.
 */
import { spellings, type Spelled } from '../core/spellings.ts';

/** A page that answers, best first. */
export interface Hit {
  readonly score: number;
  readonly load: () => Promise<FoundPage>;
}

export interface FoundPage {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly kind: string;
  /** Of the document, where it is not the edition's. */
  readonly language: string | undefined;
  readonly excerpt: string;
  readonly passages: readonly FoundPassage[];
}

export interface FoundPassage {
  readonly title: string;
  readonly url: string;
  /** Escaped HTML with `<mark>`. */
  readonly excerpt: string;
}

interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
  readonly sub_results: (FoundPassage & { readonly locations: number[] })[];
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string, options: object): Promise<{ results: { id: string; score: number; data(): Promise<PagefindData> }[] }>;
}

export class Searcher {
  readonly #base: string;
  #loading: Promise<{ pagefind: Pagefind; forms: Spelled[] }> | undefined;

  /** @param base the base path of the site, with a slash at each end */
  constructor(base: string) {
    this.#base = base;
  }

  /** Load the index, once. */
  load(): Promise<{ pagefind: Pagefind; forms: Spelled[] }> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Pages that answer a question, best first, and the words to mark in them. */
  async search(query: string, kind: string): Promise<{ hits: Hit[]; words: string[] }> {
    const { pagefind, forms } = await this.load();
    const asked = spellings(query, forms);
    const answers = await Promise.all(asked.queries.map((each) => pagefind.search(each, kind ? { filters: { kind } } : {})));
    const pages = new Map<string, { score: number; data: (() => Promise<PagefindData>)[] }>();
    for (const result of answers.flatMap((answer) => answer.results)) {
      const page = pages.get(result.id) ?? { score: 0, data: [] };
      pages.set(result.id, page);
      page.score = Math.max(page.score, result.score);
      page.data.push(() => result.data());
    }
    const hits = [...pages.values()]
      .sort((a, b) => b.score - a.score)
      .map(({ score, data }) => ({ score, load: async () => merge(await Promise.all(data.map((load) => load()))) }));
    return { hits, words: essential(asked.words) };
  }

  async #load(): Promise<{ pagefind: Pagefind; forms: Spelled[] }> {
    const address = `${this.#base}pagefind/pagefind.js`;
    const [pagefind, forms] = await Promise.all([
      import(/* @vite-ignore */ address) as Promise<Pagefind>,
      fetch(`${this.#base}search/forms.json`).then((answer) => answer.json() as Promise<Spelled[]>),
    ]);
    await pagefind.options({ baseUrl: this.#base, excerptLength: 28 });
    await pagefind.init();
    return { pagefind, forms };
  }
}

/** Words without those that hold another: where “Baghuz” is marked, “al-Baghuz” is. */
function essential(words: readonly string[]): string[] {
  const lower = words.map((word) => word.toLowerCase());
  return words.filter(
    (_, i) => !lower.some((other, j) => j !== i && lower[i]!.includes(other) && (other.length < lower[i]!.length || j < i)),
  );
}

/** One page as several spellings found it: each passage once, in the order of the page. */
function merge(answers: readonly PagefindData[]): FoundPage {
  const first = answers[0]!;
  const passages = new Map<string, PagefindData['sub_results'][number]>();
  for (const passage of answers.flatMap((answer) => answer.sub_results)) {
    const other = passages.get(passage.url);
    if (!other || passage.locations.length > other.locations.length) passages.set(passage.url, passage);
  }
  const inOrder = [...passages.values()].sort((a, b) => (a.locations[0] ?? 0) - (b.locations[0] ?? 0));
  return {
    url: first.url,
    meta: first.meta,
    kind: first.filters['kind']?.[0] ?? '',
    language: first.filters['language']?.[0],
    excerpt: first.excerpt,
    passages: inOrder.filter((passage) => passage.url.includes('#')),
  };
}
