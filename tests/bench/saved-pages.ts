/**
 * Pages as browsers save them: an article of some 1,200 words, and around it what a news site has, 100 kB in all.
 */
import { numbers } from './generate.ts';

const words =
  'harbour quay keel toll ledger clerk boat master crown council spring storm pilot rope barrel salt herring market wall tower bell'.split(
    ' ',
  );

/** One page of 100 kB; the number decides its words. */
export function savedPage(number: number): string {
  const next = numbers(number);
  const sentence = (): string => {
    const picked = Array.from({ length: 8 + Math.floor(next() * 14) }, () => words[Math.floor(next() * words.length)]!);
    return `The ${picked.join(' ')}, and ${picked[0]!} ${Math.floor(next() * 1000)}.`;
  };
  const paragraph = (): string =>
    `<p>${Array.from({ length: 3 }, sentence).join(' ')} <a href="/tag/${words[number % words.length]}">${sentence()}</a></p>`;
  const link = (): string =>
    `<li class="item"><a href="/story/${Math.floor(next() * 1e6)}.html"><img src="/img/${number}.jpg" alt=""><span>${sentence()}</span></a></li>`;
  const title = `The ${words[number % words.length]} of ${1500 + (number % 400)}`;
  const list = (length: number): string => `<ul>${Array.from({ length }, link).join('')}</ul>`;
  const body = `<body><header class="site-header"><nav class="menu">${list(30)}</nav></header>
<div class="wrap"><main><article><h1>${title}</h1><p class="byline">By the clerk</p>
${Array.from({ length: 16 }, paragraph).join('\n')}<div class="share"><a href="#">Share</a><a href="#">Print</a></div>
${Array.from({ length: 4 }, paragraph).join('\n')}</article></main>
<aside class="sidebar"><h2>Most read</h2>${list(25)}</aside></div><section class="comments"><h2>Comments</h2>${list(20)}</section>
<footer><p>All rights reserved.</p>${list(10)}</footer></body>`;
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><script>`;
  const rest = `</script></head>${body}</html>`;
  return `${head}${'var a = { "b": 1 };'.repeat(Math.max(0, Math.ceil((100_000 - head.length - rest.length) / 19)))}${rest}`;
}

/** A text of so many characters, a paragraph a line. */
export function longText(length: number): string {
  const next = numbers(1);
  const lines: string[] = ['The long ledger', ''];
  for (let size = 0; size < length;) {
    const line = Array.from({ length: 120 }, () => words[Math.floor(next() * words.length)]!).join(' ');
    lines.push(`The ${line}.`, '');
    size += line.length + 7;
  }
  return lines.join('\n');
}
