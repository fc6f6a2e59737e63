import { expect, test } from 'vitest';
import { isId, toId } from '../../src/core/id.ts';

test.each(['a', '1', 'a-b', 'coalition-efforts-2021'])('%s is an id', (text) => expect(isId(text)).toBe(true));

test.each(['', '-', 'a-', '-a', 'a--b', 'A', 'a_b', 'a.b', 'é', 'a\n', 'a/b'])('“%s” is no id', (text) => expect(isId(text)).toBe(false));

test.each([
  ['The_Peace Treaty', 'the-peace-treaty'],
  ['--a--b--', 'a-b'],
  ['é', ''],
])('“%s” becomes “%s”', (text, id) => expect(toId(text)).toBe(id));
