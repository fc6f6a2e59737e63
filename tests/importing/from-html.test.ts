import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { walk } from '../../src/importing/clean-tree.ts';
import { keptTexts } from '../../src/importing/compose.ts';
import { Unreadable, type Draft } from '../../src/importing/draft.ts';
import { fromHtml } from '../../src/importing/from-html.ts';
import { breachOf } from '../../src/importing/law.ts';
import { textOfTree, toMdx } from '../../src/importing/to-mdx.ts';
import { evaluate, pagesIn, textOfDraft } from '../bench/extraction.ts';
import { scoreOf, tally } from '../bench/score.ts';

const folder = join(import.meta.dirname, 'articles');

function draftOf(html: string | Uint8Array): Draft {
  return fromHtml({ name: 'page.html', bytes: typeof html === 'string' ? new TextEncoder().encode(html) : html });
}

function breachIn({ visible, head, body, aside }: Draft): unknown {
  return breachOf(visible, [...keptTexts(head, body), ...aside.map(({ text }) => text)]);
}

function nodesOf(draft: Draft): Nodes[] {
  const nodes: Nodes[] = [];
  walk(draft.body, (node) => void nodes.push(node));
  return nodes;
}

const sentence = 'The harbour wall was built in three stages, and each of them, so the keeper says, was paid for by the herring boats. ';
const article = `<article><h1>The wall</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</article>`;

const around = (inner: string): string =>
  `<title>The wall</title><article><h1>The wall</h1><p>${sentence.repeat(5)}</p>${inner}<p>${sentence.repeat(4)}</p></article>`;

const page = (head: string, body = article): string => `<html><head>${head}</head><body>${body}</body></html>`;

const many = (text: string): string => text.repeat(Math.ceil(1_000_000 / text.length));

interface Truth {
  readonly title: string;
  readonly section?: string;
  readonly author?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
}

describe('the suite of articles', () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5));
  const result = evaluate(pagesIn(folder));

  it('has at least 25 layouts', () => expect(names.length).toBeGreaterThanOrEqual(25));

  it('scores above Readability, in precision and in recall', () => {
    expect(result.ours.f1).toBeGreaterThanOrEqual(0.99);
    expect(result.ours.precision).toBeGreaterThan(result.readability.precision);
    expect(result.ours.recall).toBeGreaterThan(result.readability.recall);
    expect(result.unrecorded).toBe(0);
  });

  it.each(names)('%s', (name) => {
    const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Truth;
    const draft = draftOf(readFileSync(join(folder, `${name}.html`)));
    const { title, section, author, published, publisher, url, language } = draft.head;
    expect(breachIn(draft)).toBeUndefined();
    expect(title?.value).toBe(truth.title);
    const found = { section, author, published, publisher, url, language };
    for (const [key, value] of Object.entries(found)) if (key in truth) expect(value?.value, key).toBe(truth[key as keyof Truth]);
    if (!('author' in truth)) expect(author).toBeUndefined();
    if (!('published' in truth)) expect(published).toBeUndefined();
    const { ours } = result.pages.find((page) => page.name === name)!;
    expect(scoreOf([ours]).f1).toBeGreaterThan(0.98);
    expect(draft.flags.filter(({ message }) => message.startsWith('Its structure'))).toEqual([]);
  });
});

describe('structure', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'lists',
      '<ul><li>one boat is enough here<ul><li>two</li></ul></li><li>three</li></ul>',
      '- one boat is enough here\n  - two\n- three',
    ],
    ['ordered lists', '<ol start="3"><li>first you dig</li><li>then you wait</li></ol>', '3. first you dig\n4. then you wait'],
    ['quotations', '<blockquote><p>It was not the wall.</p></blockquote>', '> It was not the wall.'],
    ['headings', '<h3>Behind it</h3><p>There is a road.</p>', '## Behind it\n\nThere is a road.'],
    ['emphasis', '<p>A <b>bold</b> and <i>idle</i> <code>boat()</code>.</p>', 'A **bold** and *idle* `boat()`.'],
    ['links', '<p>See <a href="https://example.org/a">the plan</a>, please.</p>', 'See [the plan](https://example.org/a), please.'],
    ['other links', '<p>See <a href="javascript:x()">the plan</a>, <a href="data:x">the data</a>.</p>', 'See the plan, the data.'],
    ['relative links', '<p>See <a href="/a">the plan</a>, please.</p>', 'See the plan, please.'],
    ['tables', '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>', '| A | B |\n| - | - |\n| 1 | 2 |'],
    ['code', '<pre><code>if (a)\n  b();</code></pre>', '```\nif (a)\n  b();\n```'],
    ['lines', '<p>A first line<br>a second line</p>', 'A first line\\\na second line'],
    ['paragraphs by two breaks', '<div>One harbour stood.<br><br>Another stood.</div>', 'One harbour stood.\n\nAnother stood.'],
    ['images', '<p><img src="https://example.org/a.png" alt="Two boats"></p>', '[Two boats](https://example.org/a.png)'],
    [
      'captions',
      '<figure><img src="https://example.org/a.png"><figcaption>Two boats at low water.</figcaption></figure>',
      '[Two boats at low water.](https://example.org/a.png)',
    ],
    ['neighbours in code', '<p>Call <code>a<span>b</span><i></i>c</code> now.</p>', 'Call `abc` now.'],
  ];
  it.each(cases)('%s', (_, html, markdown) => expect(toMdx(draftOf(around(html)).body)).toContain(`\n\n${markdown}\n\n`));

  it('resolves links against the page’s address', () => {
    const page = `<link rel="canonical" href="https://example.org/a/b">${around('<p>See <a href="../c">the plan</a>, please.</p>')}`;
    expect(toMdx(draftOf(page).body)).toContain('[the plan](https://example.org/c)');
  });
});

describe('the head', () => {
  const dates: readonly (readonly [string, string | undefined])[] = [
    ['2021-04-05T23:30:00-05:00', '2021-04-05'],
    ['2021-04', '2021-04'],
    ['20210405', '2021-04-05'],
    ['5 April 2021', '2021-04-05'],
    ['April 5, 2021 10:00', '2021-04-05'],
    ['2021-13-45', undefined],
    ['yesterday', undefined],
    ['1617580800', undefined],
  ];
  it.each(dates)('date %s', (text, value) => {
    expect(draftOf(page(`<meta property="article:published_time" content="${text}">`)).head.published?.value).toBe(value);
  });

  it('takes no author from a guess', () => {
    const draft = draftOf(page('', `<article><h1>The wall</h1><p class="byline">By Ada Fenn</p>${article}</article>`));
    expect(draft.head.author).toBeUndefined();
    expect(draft.aside.map(({ text }) => text)).toContain('By Ada Fenn');
  });

  it('sets a byline aside as metadata where the head has it', () => {
    const head = '<meta name="author" content="Ada Fenn"><meta property="article:published_time" content="2021-04-05">';
    const draft = draftOf(page(head, article.replace('</h1>', '</h1><div>By Ada Fenn, 5 April 2021</div>')));
    expect(draft.aside[0]).toMatchObject({ text: 'By Ada Fenn, 5 April 2021', reason: 'metadata' });
  });

  it('takes a site’s name off a title where the page says what it is', () => {
    const body = `<div>${`<p>${sentence.repeat(4)}</p>`.repeat(3)}</div>`;
    expect(draftOf(page('<title>The wall – Coast</title><meta property="og:site_name" content="Coast">', body)).head.title?.value).toBe(
      'The wall',
    );
    expect(draftOf(page('<title>The wall – Coast</title>', body)).head.title?.value).toBe('The wall – Coast');
  });

  it('derives a title from the first words, and says so', () => {
    expect(draftOf(`<p>${sentence.repeat(5)}</p>`).head.title).toMatchObject({ derived: true, from: 'first words' });
  });

  it('survives metadata that is none', () => {
    const head =
      '<script type="application/ld+json">{"@type":"Article","headline":{"a":1},"author":[[null]],"datePublished":7</script><script type="application/ld+json">[[[{"@graph":null}]]]</script><base href="::"><link rel="canonical" href="javascript:x">';
    expect(draftOf(page(head)).head).toMatchObject({ title: { value: 'The wall' }, url: undefined });
  });
});

describe('what is kept though it looks like furniture', () => {
  const other = 'The lamp was lit at dusk by whoever came last, and nobody wrote it down.';
  const cases: readonly (readonly [string, string, string])[] = [
    ...'discussion reply follow-up-question popular-culture related-work share-price rail-network votes player languages footer-note meta-analysis'
      .split(' ')
      .map((name): [string, string, string] => [name, `<div class="${name}"><h2>The third lamp</h2><p>${other}</p></div>`, other]),
    [
      'a recommendation',
      `<div class="box recommendation"><p>Recommendation 1: Paint the lamp.</p></div>`,
      'Recommendation 1: Paint the lamp.',
    ],
    ['a heading Menu', `<h2>Menu</h2><p>${other}</p>`, '## Menu'],
    ['a heading More about', `<h2>More about the lamp</h2><p>${other}</p>`, '## More about the lamp'],
    ['a refrain', `<p>${other}</p><p>He sang it.</p><p>${other}</p>`, `${other}\n\nHe sang it.\n\n${other}`],
    ['a year', '<p>2017</p>', '2017'],
    ['a note', `<p>It burned oil.<sup><a href="#n1">1</a></sup></p>`, 'It burned oil. \\[1]'],
    ['powers', '<p>It took 10<sup>6</sup> drops of CO<sub>2</sub>, on the 4<sup>th</sup>.</p>', '10⁶ drops of CO₂, on the 4th.'],
    ['formulas', '<p>So <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> it is.</p>', 'So E=mc² it is.'],
    ['quotation marks', '<p>She said <q>never</q>.</p>', 'She said “never”.'],
  ];
  it.each(cases)('%s', (_, html, markdown) => {
    const draft = draftOf(around(html));
    expect(toMdx(draft.body)).toContain(markdown);
    expect(breachIn(draft)).toBeUndefined();
  });

  it('the name and place below a letter', () => {
    const draft = draftOf(
      page('<meta name="author" content="Ada Fenn">', article.replace('</article>', '<p>Yours truly,</p><p>Ada</p></article>')),
    );
    expect(textOfTree(draft.body)).toContain('Yours truly,\nAda\n');
  });

  it('a date that is not the page’s own', () => {
    const head = '<meta property="article:published_time" content="2023-03-02">';
    const draft = draftOf(page(head, article.replace('</h1>', '</h1><p>Published 1 March 2023</p>')));
    expect(textOfTree(draft.body)).toContain('Published 1 March 2023');
    expect(draft.flags).toHaveLength(1);
  });

  it('leaves real furniture aside', () => {
    const html = '<div class="share-bar"><a href="/x">Share</a></div><div class="newsletter-box"><p>Sign up for our newsletter.</p></div>';
    expect(textOfTree(draftOf(around(html)).body)).not.toMatch(/Share|newsletter/);
  });
});

describe('text for scripts alone', () => {
  it('is refused, with what to do', () => {
    const data = JSON.stringify({ text: sentence.repeat(8) });
    expect(() => draftOf(`<div>Loading…</div><script id="__NEXT_DATA__" type="application/json">${data}</script>`)).toThrow(/scripts/);
  });
});

describe('titles', () => {
  it('takes a post’s heading before the site’s', () => {
    const html = `<title>Coast: The wall of stone</title><h1><a href="/">Coast</a></h1><div><h3 class="post-title">The wall of stone</h3><p>${sentence.repeat(6)}</p></div>`;
    expect(draftOf(html).head.title?.value).toBe('The wall of stone');
  });

  it('takes a word processor’s title, and leaves a lower heading in its place', () => {
    const draft = draftOf(`<p class=MsoTitle>The wall</p><p>${sentence.repeat(4)}</p><h1>Before it</h1><p>${sentence.repeat(4)}</p>`);
    expect(draft.head.title?.value).toBe('The wall');
    expect(toMdx(draft.body)).toContain('## Before it');
  });
});

describe('hostile pages', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['scripts and styles', `<script>alert("words")</script><style>p { color: red }</style>${article}<template><p>unseen</p></template>`],
    ['handlers', article.replaceAll('<p>', '<p onclick="x()" onmouseover=\'y("</p>")\'>')],
    [
      'frames and forms',
      `${article}<iframe src="https://example.org">inside</iframe><form action="x"><input name="a" value="typed"><select><option>one</option></select></form>`,
    ],
    ['drawings', `${article}<svg><title>unseen</title><text>seen</text><script>x()</script></svg>`],
    ['unclosed', article.replaceAll(/<\/\w+>/g, '')],
    ['closed twice', article.replaceAll(/(<\/\w+>)/g, '$1$1')],
    ['no frame', `words before ${article} words after`],
    ['after the end', `<html><body>${article}</body></html>trailing words<p>more`],
    ['two bodies', `<html><body>${article}</body><body><p>second</p></body></html>`],
    ['control characters', article.replaceAll(' ', '&#8; &#x2028;\u0007 ')],
    ['10,000 deep', `${'<div>'.repeat(10_000)}${article}`],
    ['10,000 deep in line', `${'<span>'.repeat(10_000)}${article}`],
    ['nested tables', `${'<table><tr><td>x'.repeat(1_000)}${article}`],
    ['nested lists', `${'<ul><li>x'.repeat(2_000)}${article}`],
    ['nested quotations', `${'<blockquote>x'.repeat(2_000)}${article}`],
    ['wide tables', `<table>${'<tr><td colspan=1000 rowspan=1000>x<td>y'.repeat(200)}</table>${article}`],
  ];
  it.each(cases)('%s', (_, html) => {
    const draft = draftOf(html);
    expect(breachIn(draft)).toBeUndefined();
    expect(nodesOf(draft).filter(({ type }) => type === 'html' || type === 'image')).toEqual([]);
    for (const node of nodesOf(draft)) {
      if (node.type === 'link') expect(node.url).toMatch(/^(?:https?|mailto):/);
      if (node.type === 'text') expect(node.value).not.toMatch(/[\n\r]/);
      if (node.type === 'heading') expect(node.depth).toBeGreaterThan(1);
    }
    expect(textOfTree(draft.body)).toContain(sentence.trim());
    expect(`${textOfTree(draft.body)}`).not.toMatch(/alert|unseen|color/);
  });

  it.each([
    ['empty', ''],
    ['no words', '<html><body><img src="a.png"><br></body></html>'],
    ['too deep', '<div>'.repeat(100_000)],
    ['half a tag', '<p title="'],
  ])('refuses %s', (_, html) => expect(() => draftOf(html)).toThrow(Unreadable));
});

describe('the law', () => {
  const word = fc.constantFrom(
    'harbour',
    'boats',
    'The',
    'wall',
    'Share this',
    'By',
    '2021',
    'Read more',
    'e\u0301t',
    '\u0301x',
    'שלום',
    'مرفأ',
    '港口',
    '&amp;',
    '&#8364;',
    '&shy;',
    '👩‍🌾',
    ' ',
    '\n',
    '. ',
    sentence,
  );
  const tags =
    'div p span b i em a ul ol li table tr td th caption h1 h2 h4 blockquote pre code nav aside footer header article section figure figcaption dl dt dd form ' +
    'button select option textarea svg title text noscript template script style iframe x-y ruby rt rp q sup details summary font center label math body html ' +
    'head main video object frameset noframes plaintext dialog time';
  const openings = [
    ...tags.split(' '),

    'a href="/x"',
    'a href="javascript:x()"',
    'span style="display:none"',
    'div hidden',
    'span style="display: block"',
    'div class="share"',
    'div class="byline"',
    'p class="kicker"',
  ];
  const alone = fc.constantFrom(
    '<br>',
    '<br><br>',
    '<img alt="A boat" src="/a.jpg">',
    '<img alt="">',
    '<img alt="😀">',
    '<input value="Send" type=submit>',
    '<input placeholder="Search">',
    '<hr>',
    '<wbr>',
    '<!-- c -->',
    '</p>',
    '</div>',
    '<p>',
    '<li>',
    '<td>',
    '<',
    '</b>',
    '<![CDATA[x]]>',
    '<?php echo ?>',
  );
  const { list: markup } = fc.letrec<{ node: string; list: string }>((tie) => ({
    list: fc.array(tie('node'), { maxLength: 6 }).map((parts) => parts.join('')),
    node: fc.oneof(
      { maxDepth: 7 },
      word,
      alone,
      fc.tuple(fc.constantFrom(...openings), tie('list')).map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    ),
  }));

  it('holds for any markup', () => {
    fc.assert(
      fc.property(markup, fc.boolean(), (html, withArticle) => {
        try {
          const draft = draftOf(withArticle ? `${html}${article}${html}` : html);
          expect(breachIn(draft)).toBeUndefined();
          expect(draft.flags.filter(({ message }) => message.startsWith('Its structure'))).toEqual([]);
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('holds for pages of other tools, where this machine has some', (context) => {
    const docs = '/usr/share/doc';
    const pages = ['nodejs/api/fs.html', 'valgrind/html/manual-core.html', 'libxslt1-dev/html/xsltproc.html']
      .map((file) => join(docs, file))
      .filter(existsSync);
    if (pages.length === 0) context.skip('this machine has no pages of other tools');
    for (const page of pages) expect(breachIn(draftOf(readFileSync(page))), page).toBeUndefined();
  });

  it('can fail: what is visible is found on a way of its own', () => {
    const draft = draftOf(article);
    expect(breachIn({ ...draft, body: { type: 'root', children: [] } })).toBeDefined();
  });
});

describe('time', () => {
  it.each([
    ['one line', `<p>${many('word ')}`],
    ['spaces', `<p>a${many(' ')}b`],
    ['colons', `<p>${many(': ')}`],
    ['a title of dashes', `<title>${many(' - ')}</title><meta property="og:site_name" content="x">${article}`],
    ['a date of digits', `<meta name="date" content="${many('2')}">${article}`],
    ['a style', `<div style="display${many(' ')}:none">${article}</div>`],
    ['a class', `<div class="${many('share-')}">${article}</div>`],
    ['a declaration', `<meta ${many('charset=')}>${article}`],
    ['JSON-LD', `<script type="application/ld+json">${many('[')}</script>${article}`],
    ['entities in JSON-LD', `<script type="application/ld+json">{"@type":"Article","headline":"${many('&#')}"}</script>${article}`],
    ['preformatted', `<pre>${many('some text; {\n')}</pre>`],
    ['angle brackets', `<p>${many('&lt;')}`],
  ])(
    '1 MB of %s',
    (_, html) => {
      draftOf(html);
    },
    60_000,
  );
});

describe('the scorer', () => {
  it.each([
    ['a b c d e', 'a b c d e', 1, 1],
    ['a b c d e', 'a b c d', 1, 0.5],
    ['a b c d', 'a b c d e', 0.5, 1],
    ['a b', 'a b', 1, 1],
    ['a b c d', 'x', 0, 0],
  ])('%s / %s', (truth, extracted, precision, recall) => {
    const score = scoreOf([tally(truth, extracted)]);
    expect([score.precision, score.recall]).toEqual([precision, recall]);
  });

  it('has the standfirst in the text', () => {
    expect(textOfDraft(draftOf(article.replace('</h1>', '</h1><p class="standfirst">It took eleven years, and a dog.</p>')))).toContain(
      'eleven years',
    );
  });
});
