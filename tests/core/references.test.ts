import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/core/model.ts';
import { addressOf, basePath, parseReference, type Parsed } from '../../src/core/references.ts';

describe('parseReference', () => {
  test.each<[string, Parsed]>([
    ['doc:a-2', { kind: 'document', document: 'a-2' }],
    ['doc:a#p8', { kind: 'document', document: 'a', block: 8 }],
    ['doc:a#the-camp', { kind: 'heading', document: 'a', heading: 'the-camp' }],
    ['doc:a#p0', { kind: 'heading', document: 'a', heading: 'p0' }],
    ['doc:a#note-n', { kind: 'note', document: 'a', note: 'n' }],
    ['#p8', { kind: 'document', document: 'here', block: 8 }],
    ['#the-camp', { kind: 'heading', document: 'here', heading: 'the-camp' }],
    ['#note-n', { kind: 'note', document: 'here', note: 'n' }],
    ['term:sdf', { kind: 'term', term: 'sdf' }],
    ['note:a/n-1', { kind: 'note', document: 'a', note: 'n-1' }],
    ['https://example.org/x?y#z', { kind: 'outside', url: 'https://example.org/x?y#z' }],
    ['http://example.org', { kind: 'outside', url: 'http://example.org' }],
    ['mailto:a@example.org', { kind: 'outside', url: 'mailto:a@example.org' }],
    ['HTTPS://EXAMPLE.ORG', { kind: 'outside', url: 'HTTPS://EXAMPLE.ORG' }],
  ])('%s leads to its target', (address, target) => expect(parseReference(address, 'here')).toEqual(target));

  test.each(['doc:', 'doc:A', 'doc:a#', 'doc:a/b', 'doc:../a', 'term:', 'term:a#p1', 'note:a', 'note:a/', '#'])(
    '%s is an address written wrong',
    (address) => expect(parseReference(address, 'here')).toEqual({ kind: 'nowhere' }),
  );

  test('a fragment alone leads nowhere where there is no document', () => expect(parseReference('#p1')).toEqual({ kind: 'nowhere' }));

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://e.org',
    '//e.org',
    '/x',
    'x.html',
    '../a',
    '',
    ' ',
    'blob:x',
    'https:',
    'https://',
    'http://a b/',
    'about:blank',
  ])('“%s” is refused', (address) => expect(parseReference(address, 'here').kind).toBe('unsafe'));
});

describe('addressOf', () => {
  test.each<[Target, string]>([
    [{ kind: 'document', document: 'a' }, '/x/documents/a/'],
    [{ kind: 'document', document: 'a', block: 8 }, '/x/documents/a/#p8'],
    [{ kind: 'heading', document: 'a', heading: 'h' }, '/x/documents/a/#h'],
    [{ kind: 'term', term: 't' }, '/x/glossary/t/'],
    [{ kind: 'note', document: 'a', note: 'n' }, '/x/documents/a/#note-n'],
    [{ kind: 'outside', url: 'https://e.org' }, 'https://e.org'],
  ])('%o', (target, address) => expect(addressOf(target, '/x/')).toBe(address));
});

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['x', '/x/'],
  ['/x', '/x/'],
  ['x/', '/x/'],
  ['//x/y//', '/x/y/'],
])('the base path of %s is %s', (base, path) => expect(basePath(base)).toBe(path));
