/**
 * What a draft must have, and how much it may ask of who reads its report.
 */
import type { RootContent } from 'mdast';
import { Unreadable, type Draft, type Flag } from '../draft.ts';
import { wordsOf } from '../law.ts';
import { textOfTree } from '../to-mdx.ts';
import { endsSentence } from './furniture.ts';

/** @throws Unreadable for a draft whose body has no text but headings, and for one that is a single word */
export function refuseWordless({ body, head, aside }: Pick<Draft, 'body' | 'head' | 'aside'>): void {
  const texts = body.children.filter(isText).map((node) => textOfTree(node).trim());
  const titled = (head.title !== undefined && !head.title.derived) || body.children.some((node) => node.type === 'heading');
  if (texts.length > (titled ? 0 : 1) || (texts.length === 1 && !isOneWord(texts[0]!))) return;
  const others = [
    ...(texts.length === 1 ? ['one word'] : []),
    ...(head.title && !head.title.derived ? ['a title'] : []),
    ...(body.children.some((node) => node.type === 'heading') ? ['headings'] : []),
    ...(aside.length > 0 ? ['what stands around a text'] : []),
  ];
  throw new Unreadable(
    `It has no text${others.length > 0 ? ` besides ${others.join(', ').replace(/, ([^,]*)$/, ' and $1')}` : ''}.`,
    'Open it in a text editor: is it the right file, and whole?',
  );
}

function isText(node: RootContent): boolean {
  return node.type !== 'heading' && wordsOf(textOfTree(node)).length > 0;
}

/** One word that is no sentence; of scripts without spaces, no more signs than a word has. */
function isOneWord(text: string): boolean {
  const longest = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(text)
    ? 4
    : 30;
  return text.length <= longest && !endsSentence(text) && wordsOf(text).length === 1;
}

/** Flags of one kind beyond these say nothing more. */
const most = 20;

/** No more than twenty flags of one kind; the next says how many more there are. */
export function capped(flags: readonly Flag[]): Flag[] {
  const counts = new Map<string, number>();
  for (const flag of flags) counts.set(kindOf(flag), (counts.get(kindOf(flag)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return flags.flatMap((flag) => {
    const kind = kindOf(flag);
    const n = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, n);
    if (n <= most) return [flag];
    return n === most + 1 ? [{ message: `And ${counts.get(kind)! - most} more: ${flag.message}`, at: flag.at }] : [];
  });
}

function kindOf({ message }: Flag): string {
  return message.replace(/[“(].*$/, '');
}
