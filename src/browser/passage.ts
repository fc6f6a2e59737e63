/**
 * What the fragment of an address names on this page.
 */

/** The element that the fragment of an address names, or undefined. */
export function elementAt(hash: string): HTMLElement | undefined {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1))) ?? undefined;
  } catch {
    return undefined;
  }
}
