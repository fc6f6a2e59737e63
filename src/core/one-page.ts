/**
 * Several pages of the edition brought onto one, to be printed: every id stays the only one of its kind, and a link between pages
 * leads on within the one.
 *
 * An element with `data-page="documents/harbour/"` holds what stands on that page. Its id becomes `documents--harbour`, the id `p7`
 * in it `documents--harbour--p7`. Ids of the edition hold no two hyphens, so that no two become the same. What stands outside of all
 * pages keeps its ids.
 */
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

/** Attributes that name ids: one, or several with spaces between. hast has some as lists. */
const naming = [
  'ariaActiveDescendant',
  'ariaControls',
  'ariaDescribedBy',
  'ariaDetails',
  'ariaErrorMessage',
  'ariaFlowTo',
  'ariaLabelledBy',
  'ariaOwns',
  'form',
  'headers',
  'htmlFor',
  'list',
];

/** What scripts look for on a page of one document. */
const ofScripts = new Set(['dataPage', 'dataNotes', 'dataPagefindBody', 'dataPagefindFilter', 'dataPagefindMeta', 'dataPagefindIgnore']);

/** The id on the one page of what had one on its own; without one, that of the page as a whole. */
export function idOnOnePage(page: string, id = ''): string {
  const whole = page.split('/').filter(Boolean).join('--');
  return id === '' ? whole : `${whole}--${id}`;
}

/**
 * The tree as it is to be shown. A link to a page that is here, but to a part of it that is not, leads to the page; headings in a page
 * stand one deeper, for the one page has a title of its own.
 * @param base the path that addresses of the edition begin with
 */
export function onOnePage(root: Root, base: string): Root {
  const ids = new Set<string>();
  const pages = new Set<string>();
  const collect = (node: Root | RootContent, page: string | undefined): void => {
    if (!('children' in node)) return;
    const inside = (node.type === 'element' && pageOf(node)) || page;
    if (node.type === 'element') {
      const id = node.properties['id'];
      if (pageOf(node) !== undefined) pages.add(idOnOnePage(inside!));
      else if (typeof id === 'string' && inside !== undefined) ids.add(idOnOnePage(inside, id));
    }
    for (const child of node.children) collect(child, inside);
  };
  collect(root, undefined);

  const linkOf = (href: string, page: string | undefined): string => {
    const [path = '', fragment = ''] = cut(href, '#');
    const own = path === '' ? page : path.startsWith(base) ? path.slice(base.length).split('?')[0]! : undefined;
    // The home page is nowhere here, nor is what stands outside.
    if (own === undefined || idOnOnePage(own) === '') return href;
    const id = idOnOnePage(own, decoded(fragment));
    if (ids.has(id) || pages.has(id)) return `#${encodeURIComponent(id)}`;
    return pages.has(idOnOnePage(own)) ? `#${encodeURIComponent(idOnOnePage(own))}` : href;
  };
  const moved = (element: Element, page: string | undefined): Element => {
    const own = pageOf(element);
    const inside = own ?? page;
    const properties: Properties = {};
    for (const [name, value] of Object.entries(element.properties)) {
      if (inside !== undefined && ofScripts.has(name)) continue;
      properties[name] =
        name === 'href' && typeof value === 'string'
          ? linkOf(value, inside)
          : inside === undefined
            ? value
            : name === 'id'
              ? idOnOnePage(inside, String(value))
              : naming.includes(name)
                ? renamed(value, inside)
                : value;
    }
    if (own !== undefined) properties['id'] = idOnOnePage(own);
    return {
      ...element,
      tagName: inside === undefined ? element.tagName : nameOnOnePage(element),
      properties,
      children: element.children.map((child) => into(child, inside)),
    };
  };
  const into = <T extends ElementContent | RootContent>(node: T, page: string | undefined): T =>
    node.type === 'element' ? (moved(node, page) as T) : node;
  return { ...root, children: root.children.map((child) => into(child, undefined)) };
}

/** A note that says what it is needs not be an aside, of which there would be many with one name. */
function nameOnOnePage({ tagName, properties }: Element): string {
  if (tagName === 'aside' && properties['role'] !== undefined) return 'div';
  return tagName.replace(/^h([1-5])$/, (_, depth) => `h${Number(depth) + 1}`);
}

function pageOf({ properties }: Element): string | undefined {
  return typeof properties['dataPage'] === 'string' ? properties['dataPage'] : undefined;
}

function renamed(value: Properties[string], page: string): Properties[string] {
  const names = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
  const all = names.filter(Boolean).map((name) => idOnOnePage(page, name));
  return Array.isArray(value) ? all : all.join(' ');
}

function cut(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)];
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
