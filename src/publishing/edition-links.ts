/**
 * Links of the edition (`doc:…`, `term:…`) in its own MDX pages, led to their addresses. That they lead somewhere is checked when
 * the edition is read.
 */
import type { Root } from 'hast';
import { addressOf, parseReference } from '../core/references.ts';
import { eachElement } from '../core/tree.ts';

/** A rehype plugin: `[doc](doc:a#p1)` becomes a link to `/base/documents/a/#p1`. */
export function editionLinks(base: string) {
  return (tree: Root): void => {
    eachElement(tree, (element) => {
      const href = element.properties?.['href'];
      if (element.type !== 'element' || element.tagName !== 'a' || typeof href !== 'string' || href.startsWith('#')) return;
      const target = parseReference(/^(doc|term|note):/.test(href) ? decodeURI(href) : href);
      if (target.kind !== 'unsafe' && target.kind !== 'nowhere') element.properties['href'] = addressOf(target, base);
    });
  };
}
