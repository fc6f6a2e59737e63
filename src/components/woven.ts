/**
 * The woven text of a document as its pages show it.
 */
import { directionOf } from '../core/direction.ts';
import type { Document } from '../core/model.ts';
import { edition } from '../edition/current.ts';

/** The HTML of a document's text. Notes are in the edition's language, whatever the document's. */
export function wovenOf(document: Document): string {
  const { language } = edition();
  if (document.language === language) return document.html;
  return document.html.replaceAll('<div class="notes"', `<div class="notes" lang="${language}" dir="${directionOf(language)}"`);
}
