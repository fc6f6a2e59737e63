/**
 * What a reader can choose: which layers of a page show, and how it looks. `public/reader.js` keeps and applies the choice; it gets
 * these tables from the page (`components/Page.astro`), so that they stand here alone.
 */
import { annotationKinds } from './model.ts';

/** All that the edition adds to a text and that can be switched off. */
export const layers = [...annotationKinds, 'claim', 'event', 'terms', 'numbers'] as const;
export type Layer = (typeof layers)[number];

/** Each lens by the layers that it leaves out. */
export const lenses = {
  clean: layers,
  first: ['context', 'check', 'source', 'question', 'claim', 'event'],
  study: [],
  evidence: ['gloss', 'context', 'question', 'terms'],
} as const satisfies Record<string, readonly Layer[]>;
export type Lens = keyof typeof lenses;

export const lensNames: Record<Lens, string> = { clean: 'Clean', first: 'First reading', study: 'Study', evidence: 'Evidence' };

/** How a page looks and acts. The first value of each is the one without a choice, and has no attribute on `<html>`. */
export const choices = {
  theme: ['system', 'light', 'sepia', 'dark'],
  size: ['normal', 'small', 'large', 'larger', 'largest'],
  face: ['serif', 'sans'],
  measure: ['normal', 'narrow', 'wide'],
  spacing: ['normal', 'wide'],
  previews: ['on', 'off'],
  keys: ['on', 'off'],
} as const;
export type Choice = keyof typeof choices;

/** The colour of the paper in each theme, for the browser's own frame. `styles/type.css` has them too. */
export const papers = { light: '#fdfcf9', sepia: '#f3e9d2', dark: '#16171a' } as const;
