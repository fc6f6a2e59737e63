/**
 * A corpus of our own, for machines without the shared one: the same shape, simpler words. Same count, same bytes.
 */
export interface Corpus {
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  readonly terms: readonly {
    readonly id: string;
    readonly term: string;
    readonly aliases: readonly string[];
    readonly definition: string;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly doc: string;
    readonly quote: { readonly prefix: string; readonly exact: string; readonly suffix: string };
    readonly body: string;
  }[];
}

/** Make `count` documents of about 800 words, 200 terms, 8 notes a document. */
export function generate(count: number): Corpus {
  const random = numbers(20260101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const syllables = [
    'ba',
    'cor',
    'den',
    'fil',
    'gra',
    'hu',
    'ker',
    'lom',
    'mi',
    'nor',
    'pel',
    'qua',
    'ris',
    'sto',
    'tur',
    'ven',
    'wex',
    'yal',
    'zin',
    'oth',
  ];
  const make = (length: number): string => Array.from({ length }, () => pick(syllables)).join('');
  const vocabulary = [...new Set(Array.from({ length: 6000 }, () => make(1 + Math.floor(random() * 3))))];
  const word = (): string => vocabulary[Math.floor(vocabulary.length * random() ** 3)]!;
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => (random() < 1 / 45 ? pick(terms).term : word()));
    return `${words[0]!.charAt(0).toUpperCase()}${words.join(' ').slice(1)}.`;
  };
  const terms: Corpus['terms'][number][] = [];
  for (let i = 0; i < 200; i++)
    terms.push({
      id: `term-${i}`,
      term: `x${make(3)}${i}`,
      aliases: [`x${make(4)}${i}s`],
      definition: 'A term that was made to be found, again and again, in words that mean nothing.',
    });
  const notes: Corpus['notes'][number][] = [];
  const documents = Array.from({ length: count }, (_, i) => {
    const id = `doc-${String(i + 1).padStart(4, '0')}`;
    const paragraphs = Array.from({ length: 14 }, () => Array.from({ length: 4 }, sentence));
    for (let n = 0; n < 8; n++) {
      const words = paragraphs[n]![1]!.split(' ');
      const [before, exact, after] = [words.slice(0, 2).join(' '), words.slice(2, 5).join(' '), words.slice(5).join(' ')];
      notes.push({
        id: `n-${id}-${n + 1}`,
        doc: id,
        quote: { prefix: `${before} `, exact, suffix: ` ${after}`.slice(0, 32) },
        body: sentence(),
      });
    }
    const body = paragraphs.map((sentences, p) => `${p % 4 === 0 ? `## ${word()} ${word()}\n\n` : ''}${sentences.join(' ')}`).join('\n\n');
    return { id, text: `---\ntitle: "${word()} ${word()}"\ndate: 2001-01-01\npublisher: "Press"\n---\n\n${body}\n` };
  });
  return { documents, terms, notes };
}

/** mulberry32: the same numbers from the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
