/**
 * The kept blocks as Markdown: in the lists, quotations and tables that they stood in.
 */
import type { Blockquote, BlockContent, List, ListItem, Root, RootContent } from 'mdast';
import { cleanTree } from '../clean-tree.ts';
import { headingAbove } from './head.ts';
import { paragraphsOf, phrasing, space } from './phrasing.ts';
import { captionsOf, dataTables, tableOf } from './tables.ts';
import type { Block, Branch, Tree } from './tree.ts';

/** @param base the page's address, for relative links; without it they become plain words */
export function bodyOf(tree: Tree, base: string | undefined): Root {
  const root: Root = { type: 'root', children: [] };
  const kept = tree.blocks.filter((block) => block.verdict === 'body');
  const tables = dataTables(kept);
  const place = new Place(root);
  let heading: Branch | undefined;
  for (const block of kept) {
    const table = tables.get(block);
    if (table) {
      if (table.blocks[0] === block) place.put(table.branch, [...captionsOf(table), tableOf(table)]);
      heading = undefined;
      continue;
    }
    const own = headingAbove(block.owner);
    const nodes = own && block.text.length < 400 ? headingOf(own, block) : paragraphsOf(block);
    // A heading of several blocks is one.
    if (own && own === heading && place.extend(nodes[0])) continue;
    heading = own;
    place.put(block.owner, nodes);
  }
  return cleanTree(root, base);
}

type Container = Root | Blockquote | List | ListItem;

type Open = { readonly branch: Branch | undefined; readonly node: Container };

/** Where the next block goes: the containers that stand open around the last. */
class Place {
  readonly #open: Open[];
  #last: RootContent | undefined;

  constructor(root: Root) {
    this.#open = [{ branch: undefined, node: root }];
  }

  put(owner: Branch, nodes: readonly RootContent[]): void {
    const path = containersOf(owner);
    let same = 0;
    while (same < path.length && this.#open[same + 1]?.branch === path[same]) same++;
    this.#open.length = same + 1;
    for (const branch of path.slice(same)) this.#enter(branch);
    const into = this.#open.at(-1)!.node;
    // What stands in a list and in no item of it is an item.
    const parent = into.type === 'list' ? itemOf(into) : into;
    for (const node of nodes) (parent.children as RootContent[]).push(node);
    this.#last = nodes.at(-1);
  }

  /** Add a heading's further words to the heading before. */
  extend(node: RootContent | undefined): boolean {
    if (node?.type !== 'heading' || this.#last?.type !== 'heading') return false;
    this.#last.children.push({ type: 'text', value: ' ' }, ...node.children);
    return true;
  }

  #enter(branch: Branch): void {
    const into = this.#open.at(-1)!.node;
    let node: Container;
    if (branch.tag === 'blockquote') node = { type: 'blockquote', children: [] };
    else if (isItem(branch)) node = { type: 'listItem', spread: false, children: [] };
    else {
      const start = Number(branch.attribute('start') ?? 1);
      const ordered = branch.tag === 'ol' && branch.attribute('reversed') === undefined;
      node = {
        type: 'list',
        ordered,
        ...(ordered ? { start: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1 } : {}),
        children: [],
      };
    }
    if (node.type === 'listItem') {
      let list = into;
      if (list.type !== 'list') {
        list = { type: 'list', ordered: false, children: [] };
        (into.children as RootContent[]).push(list);
      }
      list.children.push(node);
    } else (into.type === 'list' ? itemOf(into) : into).children.push(node as BlockContent);
    this.#open.push({ branch, node });
  }
}

function itemOf(list: List): ListItem {
  const item: ListItem = { type: 'listItem', spread: false, children: [] };
  list.children.push(item);
  return item;
}

function isItem({ tag }: Branch): boolean {
  return tag === 'li';
}

/** The lists, items and quotations around a branch, outermost first. */
function containersOf(branch: Branch): Branch[] {
  const path: Branch[] = [];
  for (let at: Branch | undefined = branch; at; at = at.parent) {
    const list = at.tag === 'ul' || at.tag === 'ol';
    // An item outside of a list is a paragraph.
    const item = isItem(at) && /^[uo]l$/.test(at.parent?.tag ?? '');
    if (list || item || at.tag === 'blockquote') path.push(at);
  }
  return path.toReversed();
}

function headingOf(branch: Branch, block: Block): RootContent[] {
  const depth = Number(branch.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
  return [{ type: 'heading', depth, children: block.lines.flatMap((line, n) => [...(n > 0 ? [space()] : []), ...phrasing(line)]) }];
}
