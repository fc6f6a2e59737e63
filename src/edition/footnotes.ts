/**
 * The footnotes of a source that would not be shown: Markdown drops those that nothing refers to, and the second of one name.
 */
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Place } from '../core/model.ts';
import { problem, type Problem } from '../core/problem.ts';

/** A problem for each footnote of a document that its page would leave out. */
export function checkFootnotes(tree: Root, place: (line?: number, column?: number) => Place, problems: Problem[]): void {
  const notes = new Map<string, FootnoteDefinition>();
  const at = (note: FootnoteDefinition): Place => place(note.position?.start.line, note.position?.start.column);
  eachFootnote(tree, (note) => {
    const first = notes.get(note.identifier);
    if (!first) notes.set(note.identifier, note);
    else
      problems.push(
        problem('duplicate-id', at(note), `There are two footnotes “${nameOf(note)}”; this one would not be shown.`, {
          suggestion: 'Give it another name, there and in the text.',
          related: [{ place: at(first), message: 'The other is here:' }],
        }),
      );
  });
  if (notes.size === 0) return;
  // What only a footnote refers to is shown if that footnote is.
  const shown = new Set(referencesIn(tree));
  for (const id of shown) for (const other of referencesIn(notes.get(id)?.children ?? [])) shown.add(other);
  for (const [id, note] of notes) {
    if (shown.has(id)) continue;
    problems.push(
      problem('reference-not-found', at(note), `Nothing refers to the footnote “${nameOf(note)}”: it would not be shown.`, {
        suggestion: `Write [^${nameOf(note)}] where its mark stands in the source, or take it out.`,
      }),
    );
  }
}

function nameOf(note: FootnoteDefinition): string {
  return note.label ?? note.identifier;
}

function eachFootnote(node: Nodes, visit: (note: FootnoteDefinition) => void): void {
  if (node.type === 'footnoteDefinition') visit(node);
  if ('children' in node) for (const child of node.children) eachFootnote(child, visit);
}

/** The footnotes that a tree refers to, those that only its footnotes refer to left out. */
function referencesIn(nodes: Nodes | readonly Nodes[]): string[] {
  if (Array.isArray(nodes)) return nodes.flatMap((node: Nodes) => referencesIn(node));
  const node = nodes as Nodes;
  if (node.type === 'footnoteReference') return [node.identifier];
  if (node.type === 'footnoteDefinition' || !('children' in node)) return [];
  return referencesIn(node.children);
}
