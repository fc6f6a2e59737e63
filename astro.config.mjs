// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import { settings } from './src/edition/settings.ts';
import { editionLinks } from './src/publishing/edition-links.ts';
import { variorum } from './src/publishing/variorum.ts';

const { site, base } = settings();

// Documents do not pass through here: src/edition reads them. What does is the edition's own pages, as content/about.mdx.
export default defineConfig({
  ...(site && { site }),
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // As prettier writes templates: a line end is no space, {' '} is one.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  markdown: {
    processor: unified({ remarkPlugins: [remarkGfm], rehypePlugins: [rehypeSlug, [editionLinks, base]], gfm: false, smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [variorum(), mdx(), ...(site ? [sitemap({ filter: (page) => !page.endsWith('/print/') })] : [])],
  vite: { build: { assetsInlineLimit: 0 } },
});
