/**
 * The language of what stands on a page of the edition and is in another language: for the attributes `lang` and `dir`.
 */
import { directionOf } from '../core/direction.ts';
import { edition } from '../edition/current.ts';

/** Attributes for the words of a document, on a page or in a part of one that is in the edition's language; none where that is theirs too. */
export function languageOf({ language }: { readonly language: string }): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const own = edition().language;
  if (language === own) return {};
  const direction = directionOf(language);
  return { lang: language, ...(direction !== directionOf(own) && { dir: direction }) };
}
