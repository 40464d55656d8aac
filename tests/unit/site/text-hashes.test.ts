import { expect, test } from 'vitest';
import { staleTexts, textHashes, type Page } from '../../../site/facts/text-hashes.ts';
import { withRenders } from '../../../scripts/freshness/with-renders.ts';

const section = (id: string, text: string) => `<Section id="${id}">\n\n${text}\n\n</Section>\n\n`;
const page = (name: string, notes: string, rest = ''): Page => ({
  title: 'io_setup(2)',
  description: 'Create a context.',
  body: `import A from './A.astro';\n\n${rest}${section('name', name)}${section('notes', notes)}`,
});

test('only the section whose English text changed is stale', () => {
  const renders = textHashes(page('Create a context.', 'It is an address.'));
  expect(staleTexts(page('Create a context.', 'It is a number.'), renders)).toEqual(['notes']);
});

test('a line that is broken elsewhere makes nothing stale', () => {
  const renders = textHashes(page('Create a\ncontext.', 'It is an address.'));
  expect(staleTexts(page('Create\na context.', 'It is an address.'), renders)).toEqual([]);
});

test('what no section holds counts as the page, front matter included', () => {
  const renders = textHashes(page('a', 'b'));
  expect(staleTexts(page('a', 'b', 'A new introduction.\n\n'), renders)).toEqual(['page']);
  expect(staleTexts({ ...page('a', 'b'), title: 'io_setup' }, renders)).toEqual(['page']);
});

test('a translation that does not say what it renders is stale throughout', () => {
  expect(staleTexts(page('a', 'b'), {})).toEqual(['page', 'name', 'notes']);
});

test('hashes recorded again take the place of the old ones', () => {
  const source = '---\ntitle: A\n---\n\nText.\n';
  const once = withRenders(source, { page: '0123456789', name: '1111111111' });
  expect(once).toBe(
    "---\ntitle: A\nrenders:\n  page: '0123456789'\n  name: '1111111111'\n---\n\nText.\n",
  );
  expect(withRenders(once, { page: '2222222222' })).toBe(
    "---\ntitle: A\nrenders:\n  page: '2222222222'\n---\n\nText.\n",
  );
});
