/**
 * What a screen reader is given: roles and names in their order, whole pages at a time. The expected text is read as a listener would
 * hear it; a change of it is a change of the page for those who do not see it.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit, type Visit } from './open.ts';

let site: Visit;
beforeAll(async () => void (site = await visit('said')));
afterAll(() => site.close());

test.each([
  ['a document', 'documents/gazette/'],
  ['a document in Arabic', 'documents/port/'],
  ['a claim', 'claims/ships/'],
  ['the claims', 'claims/'],
  ['the timeline', 'timeline/'],
  ['the names', 'names/'],
  ['a term', 'glossary/warden/'],
  ['two documents compared', 'compare/gazette/letter/'],
  ['the home page', ''],
])('%s', async (name, path) => {
  const { page } = await site.open(path);
  const heard = await page.locator('body').ariaSnapshot();
  await expect(`${heard}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'spoken', `${name.replaceAll(' ', '-')}.yaml`));
  await page.context().close();
});

test('every document is heard the same without a script, but for what only a script can do', async () => {
  const heard: string[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await site.open('documents/gazette/', { javaScriptEnabled });
    heard.push(await page.locator('.text').ariaSnapshot());
    await page.context().close();
  }
  expect(heard[1]).toBe(heard[0]);
});
