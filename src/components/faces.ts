/**
 * The files of the text face that a page needs besides the Latin ones: fetched with the page, so that no word of it is set half in
 * one face and half in another. What is in which the stylesheet says, and it alone.
 */
import stylesheet from '../styles/fonts.css?raw';

const addresses = import.meta.glob<string>('../../.cache/fonts/serif-*.woff2', { query: '?url', import: 'default', eager: true });

const faces = [...stylesheet.matchAll(/(serif-(?!italic)[\w-]+\.woff2)[^}]*?unicode-range:([^;]*);/g)].map((face) => ({
  address: addresses[`../../.cache/fonts/${face[1]}`]!,
  characters: charactersIn(face[2]!),
}));

/** The addresses of the upright faces that a page's HTML has letters of. */
export function facesOf(html: string): string[] {
  return faces.filter(({ characters }) => characters.test(html)).map(({ address }) => address);
}

/** “U+0100-0130, U+2113” as a class of characters. */
function charactersIn(ranges: string): RegExp {
  const parts = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)];
  return new RegExp(`[${parts.map(([, from, to = from]) => `\\u{${from}}-\\u{${to}}`).join('')}]`, 'u');
}
