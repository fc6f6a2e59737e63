/**
 * What stands in a line: texts put together, spaces single and never at an edge, links to the web alone, no images, no HTML.
 */
import type { InlineCode, Nodes, PhrasingContent, Text } from 'mdast';

export interface Surroundings {
  readonly base: string | undefined;
  /** Addresses of reference links, by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Kinds of node that these children stand in: none stands in its like. */
  readonly within: ReadonlySet<string>;
  readonly depth: number;
}

/** @param oneLine where no line can be broken: headings, cells */
export function cleanPhrasing(nodes: readonly Nodes[], around: Surroundings, oneLine = false): PhrasingContent[] {
  const children = joined(nodes.flatMap((node) => cleanNode(node, around, oneLine)));
  spaceOut(children);
  return withoutEmpty(children);
}

/** The words of a line, spaces single: what may stand in a text node. */
export function plainWords(text: string): string {
  return text.replace(whiteSpace, ' ').replace(/^ | $/g, '');
}

/** Not the spaces that are signs of their own, as U+00A0 and U+3000. */
const whiteSpace = /[ \t-\r\u0085\u2028\u2029]+/g;

function cleanNode(node: Nodes, around: Surroundings, oneLine: boolean): PhrasingContent[] {
  if (around.depth > 80) return 'value' in node && node.type !== 'html' ? [{ type: 'text', value: node.value }] : textsIn(node);
  const inner = (nodes: readonly Nodes[], kind = ''): PhrasingContent[] => {
    const within = kind ? new Set([...around.within, kind]) : around.within;
    return nodes.flatMap((child) => cleanNode(child, { ...around, within, depth: around.depth + 1 }, oneLine));
  };
  const link = (url: string | undefined, children: PhrasingContent[]): PhrasingContent[] => {
    const address = url === undefined || around.within.has('link') ? undefined : webAddress(url, around.base);
    return address === undefined ? children : pulledOut('link', joined(children), address);
  };
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value.replace(whiteSpace, ' ') }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value.replace(whiteSpace, ' ') }];
    case 'break':
      return [oneLine ? { type: 'text', value: ' ' } : { type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = joined(inner(node.children, node.type));
      return around.within.has(node.type) ? children : pulledOut(node.type, children);
    }
    case 'link':
      return link(node.url, inner(node.children, 'link'));
    case 'linkReference':
      return link(around.definitions.get(node.identifier), inner(node.children, 'link'));
    case 'image':
      return link(node.url, alternative(node.alt));
    case 'imageReference':
      return link(around.definitions.get(node.identifier), alternative(node.alt));
    case 'footnoteReference':
      // In a link it would be a link within a link.
      return around.within.has('link')
        ? []
        : [{ type: 'footnoteReference', identifier: node.identifier, label: node.label ?? node.identifier }];
    case 'html':
      return /^<br\b/i.test(node.value) ? [oneLine ? { type: 'text', value: ' ' } : { type: 'break' }] : [];
    default:
      if ('children' in node) return inner(node.children);
      return 'value' in node ? [{ type: 'text', value: node.value.replace(whiteSpace, ' ') }] : [];
  }
}

function textsIn(root: Nodes): PhrasingContent[] {
  const texts: PhrasingContent[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'html' && 'value' in node) texts.push({ type: 'text', value: node.value.replace(whiteSpace, ' ') });
    if ('children' in node) waiting.push(...(node.children as Nodes[]).toReversed());
  }
  return texts;
}

function alternative(alt: string | null | undefined): PhrasingContent[] {
  return alt ? [{ type: 'text', value: plainWords(alt) }] : [];
}

/** The address where it is one that a document may link to. */
export function webAddress(url: string, base?: string): string | undefined {
  try {
    const address = new URL(url.trim(), base);
    // A link to a place of the page itself leads nowhere in the document.
    if (base !== undefined && url.trim().startsWith('#')) return undefined;
    return /^(?:https?|mailto):$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** A node around its children, the spaces and breaks at its edges put outside it; nothing but those where it is empty. */
function pulledOut(type: 'emphasis' | 'strong' | 'delete' | 'link', children: PhrasingContent[], url = ''): PhrasingContent[] {
  let start = 0;
  let end = children.length;
  while (start < end && isGap(children[start]!)) start++;
  while (end > start && isGap(children[end - 1]!)) end--;
  const before = children.slice(0, start);
  const inside = children.slice(start, end);
  const after = children.slice(end);
  if (inside.length === 0) return before;
  const first = inside[0]!;
  if (first.type === 'text' && first.value.startsWith(' ')) {
    before.push({ type: 'text', value: ' ' });
    inside[0] = { type: 'text', value: first.value.replace(/^ +/, '') };
  }
  const last = inside.at(-1)!;
  if (last.type === 'text' && last.value.endsWith(' ')) {
    after.unshift({ type: 'text', value: ' ' });
    inside[inside.length - 1] = { type: 'text', value: last.value.slice(0, spacesFrom(last.value)) };
  }
  const node: PhrasingContent = type === 'link' ? { type, url, children: inside } : { type, children: inside };
  return [...before, node, ...after];
}

function isGap(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && spacesFrom(node.value) === 0);
}

/** Where the spaces at the end begin. */
function spacesFrom(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end--;
  return end;
}

/** Texts that are neighbours made one, and neighbours of one emphasis or address. The nodes are our own, and may be changed. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  const add = (to: PhrasingContent[], node: PhrasingContent): void => {
    const last = to.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    else if (last && isAround(last) && isAround(node) && areOne(last, node)) for (const child of node.children) add(last.children, child);
    else to.push(node);
  };
  for (const node of nodes) add(result, node);
  return result;
}

type Around = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' }>;

function isAround(node: PhrasingContent): node is Around {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link';
}

function areOne(one: Around, other: Around): boolean {
  return one.type === 'link' ? other.type === 'link' && one.url === other.url : one.type === other.type;
}

/** Spaces of a line made single across its nodes, and none at its ends or at a break. Changes the nodes, which are our own. */
function spaceOut(nodes: readonly PhrasingContent[]): void {
  let last: Text | InlineCode | undefined;
  let gap = true;
  const trim = (): void => {
    if (last?.type === 'text') last.value = last.value.slice(0, spacesFrom(last.value));
  };
  const visit = (node: PhrasingContent): void => {
    if (node.type === 'text') {
      node.value = node.value.replace(/ +/g, ' ');
      if (gap && node.value.startsWith(' ')) node.value = node.value.slice(1);
      if (node.value === '') return;
      gap = node.value.endsWith(' ');
      last = node;
    } else if (node.type === 'break') {
      trim();
      gap = true;
    } else if (node.type === 'inlineCode') {
      gap = false;
      last = node;
    } else if ('children' in node) node.children.forEach(visit);
    else gap = false;
  };
  nodes.forEach(visit);
  trim();
}

function withoutEmpty(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return node.value === '' ? [] : [node];
    if (node.type === 'inlineCode') return /\S/.test(node.value) ? [node] : [];
    if (!('children' in node)) return [node];
    const children = withoutEmpty(node.children);
    return children.length > 0 ? [{ ...node, children } as PhrasingContent] : [];
  });
  while (kept[0]?.type === 'break') kept.shift();
  while (kept.at(-1)?.type === 'break') kept.pop();
  return kept;
}
