/**
 * Plain text, as it is copied off a page: from bytes to a draft.
 */
import { decode } from './decode.ts';
import { Unreadable, type Aside, type Draft, type Flag, type Found, type Source } from './draft.ts';
import type { Item } from './text/items.ts';
import { blocksOf, placeOf, visibleOf, type Line } from './text/layout.ts';
import { refuseBinary } from './text/binary.ts';
import { capped, refuseWordless } from './text/refuse.ts';
import { mailFieldOf } from './text/letter.ts';
import { rolesOf, type Role } from './text/roles.ts';
import { treeOf } from './text/tree.ts';

/** @throws Unreadable for a file without words */
export function fromText(source: Source): Draft {
  const { text, encoding, repairs } = decode(source.bytes);
  refuseBinary(source.bytes, encoding);
  if (!/[\p{L}\p{N}\p{S}]/u.test(text)) throw new Unreadable('The file has no words.', 'Open it in a text editor: is it the right file?');
  const draft = draftOfLines(text.split(lineEnd).map((line, i) => ({ text: line, at: `line ${i + 1}` })));
  refuseWordless(draft);
  return { ...draft, encoding, flags: capped(draft.flags), repairs: [...repairs, ...draft.repairs] };
}

/** CR LF, which some tools write as CR CR LF; LF, CR, and what Unicode has beside them. */
const lineEnd = /\r\r?\n|[\n\r\v\f\x85\u2028\u2029]/;

/**
 * The heart: the lines of any format that has no more than lines, as a draft without an encoding. Where paragraphs begin and end,
 * and what each is, is told from the lines; their words are not touched but for what the repairs say.
 */
export function draftOfLines(lines: readonly Line[]): Draft {
  const layout = blocksOf(lines);
  const { items, roles } = rolesOf(layout.blocks);
  const { children, marks, repairs } = treeOf(lines, items, roles);
  const title = keptAs('title', items, roles) ?? subjectOf(items) ?? derivedTitle(items, roles);
  const { author, published, flags } = metadataIn(items, roles);
  return {
    head: { title, section: keptAs('section', items, roles), standfirst: keptAs('standfirst', items, roles), author, published },
    body: { type: 'root', children },
    aside: asidesOf(lines, items, roles),
    repairs: [...layout.repairs, ...repairs],
    flags: [...flagsOf(items, roles, title, lines), ...flags],
    visible: visibleOf(lines, { ...layout, marks }),
  };
}

/** The blocks of one role as a value of the head, their words kept there. */
function keptAs(kind: 'title' | 'section' | 'standfirst', items: readonly Item[], roles: readonly Role[]): Found | undefined {
  const found = items.filter((_, i) => roles[i]!.kind === kind);
  if (found.length === 0) return undefined;
  const value = found.map((item) => item.text).join(' · ');
  return { value, from: found.map((item) => item.block.at).join(', '), kept: value };
}

/** What a mail is about, by its own head. */
function subjectOf(items: readonly Item[]): Found | undefined {
  for (const { block } of items) {
    const told = block.mail ? mailFieldOf(block.text) : undefined;
    if (told?.field === 'subject' && /\p{L}/u.test(told.value)) return { value: told.value, from: block.at };
  }
  return undefined;
}

/** The longest title that is made of first words, in signs. */
const longestTitle = 70;

/** The first clause of the first paragraph, cut at a word; its words stay where they are. */
function derivedTitle(items: readonly Item[], roles: readonly Role[]): Found | undefined {
  const paragraphs = items.filter((item, i) => roles[i]!.kind === 'paragraph' && !item.salutation);
  const first = (paragraphs.find((item) => item.prose) ?? paragraphs[0])?.text.split('\n')[0];
  if (first === undefined || !/[\p{L}\p{N}]/u.test(first)) return undefined;
  const start = first.slice(0, longestTitle + 1);
  const clause = /^.{15,}?(?=[,;:–—](?: |$)|[.!?…。！？؟،](?:["”’»]?(?: |$)|[^\d\s]))/u.exec(start)?.[0];
  let value = clause ?? start;
  if (clause === undefined && first.length > longestTitle) {
    const border = start.lastIndexOf(' ');
    value = `${(border > 20 ? start.slice(0, border) : start.slice(0, 40)).replace(/[\ud800-\udbff]$|[\s,;:–—-]+$/, '')}…`;
  }
  return { value: value.trim(), from: 'first sentence', derived: true };
}

/** The first author and the first day of publication that lines of their own tell. */
function metadataIn(items: readonly Item[], roles: readonly Role[]): { author?: Found; published?: Found; flags: Flag[] } {
  let author: Found | undefined;
  let published: Found | undefined;
  const flags: Flag[] = [];
  for (const [i, role] of roles.entries()) {
    const item = items[i]!;
    if (role.kind !== 'aside' || role.reason !== 'metadata' || !item.metadata) continue;
    const told = item.metadata;
    const from = item.block.at;
    if ((told.author && author && author.value !== told.author) || (told.published && published && published.value !== told.published)) {
      flags.push({ message: 'Another author or date was set aside', at: from });
    }
    if (told.author) author ??= { value: told.author, from };
    if (told.published) published ??= { value: told.published, from };
  }
  return { ...(author && { author }), ...(published && { published }), flags };
}

/** A record for each block that was set aside; one for a run that belongs together. */
function asidesOf(lines: readonly Line[], items: readonly Item[], roles: readonly Role[]): Aside[] {
  const asides: Aside[] = [];
  for (let i = 0; i < roles.length; i++) {
    const role = roles[i]!;
    if (role.kind !== 'aside') continue;
    let end = i + 1;
    if (role.group !== undefined) while (end < roles.length && sameGroup(roles[end]!, role.group)) end++;
    const text = items
      .slice(i, end)
      .map((item) => item.text)
      .join('\n');
    asides.push({ text, at: placeOf(lines, items[i]!.block.first, items[end - 1]!.block.last), reason: role.reason });
    i = end - 1;
  }
  return asides;
}

function sameGroup(role: Role, group: number): boolean {
  return role.kind === 'aside' && role.group === group;
}

function flagsOf(items: readonly Item[], roles: readonly Role[], title: Found | undefined, lines: readonly Line[]): Flag[] {
  const flags: Flag[] = [];
  if (title === undefined) flags.push({ message: 'There is no title', at: lines[0]?.at ?? 'the file' });
  else if (title.derived) flags.push({ message: 'There is no title; one was made of the first words', at: lines[0]?.at ?? 'the file' });
  for (const [i, { flag }] of roles.entries()) if (flag !== undefined) flags.push({ message: flag, at: items[i]!.block.at });
  return flags;
}
