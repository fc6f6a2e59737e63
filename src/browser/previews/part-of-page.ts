/**
 * As much of a page's HTML as a card needs. To parse the whole of a long document would be felt by who reads on meanwhile.
 */

/** In UTF-16 code units: more than a paragraph with its notes, or an entry of a list. */
const enough = 40_000;

/**
 * The head of a page, up to its title, and with it the block that the address names; without one what the page keeps for previews of
 * itself, else what follows the title.
 */
export function partOf(html: string, { pathname, hash }: URL): string {
  const title = html.indexOf('</h1>') + '</h1>'.length;
  const head = html.slice(0, title);
  const at = hash.length > 1 ? html.indexOf(` id="${decoded(hash)}"`) : -1;
  if (at < 0) {
    const own = html.indexOf(`<template data-preview="${pathname}"`);
    return head + from(html, own < 0 ? title : own);
  }
  const element = html.lastIndexOf('<', at);
  // What stood open around it, as far as it matters.
  if (html.startsWith('<li', element)) return `${head}<section class="footnotes"><ol>${from(html, element)}`;
  const heading = /^<h\d/.test(html.slice(element, element + 3));
  return `${head}<div class="text">${from(html, heading ? element : startOfBlock(html, element))}`;
}

function from(html: string, start: number): string {
  return html.slice(start, start + enough);
}

/** Of what stands in a paragraph or beside it, where the paragraph begins. */
function startOfBlock(html: string, element: number): number {
  const start = Math.max(html.lastIndexOf('<p id="p', element), html.lastIndexOf('<div class="piece"', element));
  return start < 0 ? element : start;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
