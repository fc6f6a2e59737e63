/**
 * XML as a row of tags and texts: enough to read the words of an office document, in a time that grows with its length alone.
 */

export type XmlToken =
  | {
      readonly kind: 'open' | 'close' | 'empty';
      /** Without its prefix. */
      readonly name: string;
      readonly prefix: string;
      readonly attribute: (name: string) => string | undefined;
    }
  | { readonly kind: 'text'; readonly text: string };

/** Tags that do not end are the end of it. */
export function* tokensOf(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag > at || tag < 0) yield { kind: 'text', text: unescaped(xml.slice(at, tag < 0 ? xml.length : tag)) };
    if (tag < 0) return;
    const special = specials.find(([opening]) => xml.startsWith(opening, tag));
    const end = special ? xml.indexOf(special[1], tag) : endOfTag(xml, tag);
    if (end < 0) return;
    if (special) {
      if (special[0] === '<![CDATA[') yield { kind: 'text', text: xml.slice(tag + 9, end) };
      at = end + special[1].length;
      continue;
    }
    yield tagToken(xml.slice(tag + 1, end));
    at = end + 1;
  }
}

const specials = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** The `>` that is in no quotation marks; -1 for none. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let i = from; i < xml.length; i++) {
    const sign = xml[i]!;
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '>') return i;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

function tagToken(inside: string): XmlToken {
  const kind = inside.startsWith('/') ? 'close' : inside.endsWith('/') ? 'empty' : 'open';
  const named = /^\/?([^\s/:]*)(?::([^\s/]*))?/.exec(inside)!;
  const [, first = '', second] = named;
  const attributes = inside.slice(named[0].length);
  return {
    kind,
    name: second ?? first,
    prefix: second === undefined ? '' : first,
    attribute: (name) => {
      const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
      return found ? unescaped(found[1] ?? found[2]!) : undefined;
    },
  };
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,4}));/g, (found, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : found;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
