/**
 * The edition's own pages, which may use components. Everything else of an edition is read by `edition/read.ts`.
 */
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { settings } from './edition/settings.ts';

export const collections = {
  pages: defineCollection({
    loader: glob({ base: settings().content, pattern: 'about.mdx' }),
    schema: z.object({ title: z.string().optional() }),
  }),
};
