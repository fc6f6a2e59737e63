/**
 * The bare site that ours is measured against: the texts through Astro's content layer with remark-gfm and rehype-slug, and
 * Pagefind over the pages. No notes, no terms, no references.
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Write the site into a folder; its packages are the project's. */
export function writeBareSite(folder: string, project: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'src/pages/documents'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  rmSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  const files: Record<string, string> = {
    'package.json': '{ "name": "bare", "type": "module", "private": true }',
    'astro.config.mjs': `import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import * as pagefind from 'pagefind';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
const search = { name: 'search', hooks: { 'astro:build:done': async ({ dir }) => {
  const { index } = await pagefind.createIndex();
  await index.addDirectory({ path: fileURLToPath(dir) });
  await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind', dir)) });
  await pagefind.close();
} } };
export default defineConfig({
  cacheDir: './.astro-cache',
  markdown: { processor: unified({ remarkPlugins: [remarkGfm], rehypePlugins: [rehypeSlug], gfm: false, smartypants: false }), syntaxHighlight: false },
  integrations: [search],
});`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { documents: defineCollection({ loader: glob({ base: './texts', pattern: '*.md' }) }) };`,
    'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const documents = await getCollection('documents');
---
<html lang="en"><head><title>Bare</title></head><body><ul>{documents.map(({ id, data }) => <li><a href={\`/documents/\${id}/\`}>{data.title}</a></li>)}</ul></body></html>`,
    'src/pages/documents/[id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('documents')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="en"><head><title>{entry.data.title}</title></head><body><main data-pagefind-body><h1>{entry.data.title}</h1><Content /></main></body></html>`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
