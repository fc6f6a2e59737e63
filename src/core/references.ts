/**
 * The links of an edition: from what an editor writes (`doc:…#p8`, `term:…`, `note:…`, `claim:…`, `event:…`) to a target, and from a target to the
 * address of its page.
 */
import { idSource } from './id.ts';
import type { Target } from './model.ts';

export type Parsed = Target | { readonly kind: 'unsafe'; readonly reason: string } | { readonly kind: 'nowhere' };

const documentPattern = new RegExp(`^doc:(${idSource})(?:#(.+))?$`);
const termPattern = new RegExp(`^term:(${idSource})$`);
const claimPattern = new RegExp(`^(claim|event):(${idSource})$`);
const notePattern = new RegExp(`^note:(${idSource})/(${idSource})$`);

/**
 * Read an address as the contract has it. Whether the target exists is for the caller to say.
 * @param here the document that it is written in or about, for `#p8`
 */
export function parseReference(address: string, here?: string): Parsed {
  const document = documentPattern.exec(address);
  if (document) return inDocument(document[1]!, document[2]);
  if (address.startsWith('#') && address.length > 1 && here !== undefined) return inDocument(here, address.slice(1));
  const term = termPattern.exec(address);
  if (term) return { kind: 'term', term: term[1]! };
  const claim = claimPattern.exec(address);
  if (claim) return claim[1] === 'claim' ? { kind: 'claim', claim: claim[2]! } : { kind: 'event', event: claim[2]! };
  const note = notePattern.exec(address);
  if (note) return { kind: 'note', document: note[1]!, note: note[2]! };
  if (/^(https?:\/\/|mailto:)/i.test(address) && isUrl(address)) return { kind: 'outside', url: address };
  if (/^(doc|term|note|claim|event):|^#/.test(address)) return { kind: 'nowhere' };
  if (/^(https?|mailto):/i.test(address))
    return { kind: 'unsafe', reason: 'It is no whole web address: write it as the browser shows it, with no spaces.' };
  return {
    kind: 'unsafe',
    reason:
      address.trim() === ''
        ? 'An empty link leads nowhere.'
        : 'Only doc:, #p…, term:, note:, claim:, event:, https:, http: and mailto: are allowed.',
  };
}

/** The address of a target's page under a base path, with its fragment. */
export function addressOf(target: Target, base: string): string {
  switch (target.kind) {
    case 'document':
      return `${base}documents/${target.document}/${target.block === undefined ? '' : `#p${target.block}`}`;
    case 'heading':
      return `${base}documents/${target.document}/#${target.heading}`;
    case 'term':
      return `${base}glossary/${target.term}/`;
    case 'note':
      return `${base}documents/${target.document}/#note-${target.note}`;
    case 'claim':
      return `${base}claims/${target.claim}/`;
    case 'event':
      return `${base}timeline/#${target.event}`;
    case 'outside':
      return target.url;
  }
}

/** A base path with one slash at each end. */
export function basePath(base: string | undefined): string {
  const inner = (base ?? '').replaceAll(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

function inDocument(document: string, fragment: string | undefined): Target {
  if (fragment === undefined) return { kind: 'document', document };
  const block = /^p([1-9]\d*)$/.exec(fragment);
  if (block) return { kind: 'document', document, block: Number(block[1]) };
  const note = /^note-(.+)$/.exec(fragment);
  if (note) return { kind: 'note', document, note: note[1]! };
  return { kind: 'heading', document, heading: fragment };
}

function isUrl(text: string): boolean {
  return URL.canParse(text);
}
