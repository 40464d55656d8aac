import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtPages } from './manual/built-pages.ts';

/** What a phone can load and lay out without keeping its reader waiting. */
const most = { bytes: 400 * 1024, elements: 6000 };

const pages = builtPages();

test.each(['bytes', 'elements'] as const)('no page has more %s than it may', (what) => {
  const heavy = pages.filter((page) => page[what] > most[what]);
  expect(heavy.map((page) => `${page.path}: ${page[what]}`)).toEqual([]);
});

test('a page with folded examples shows one in full, which brings what the others need', () => {
  const lacking = pages.filter(({ hasExamples, hasPlayground }) => hasExamples && !hasPlayground);
  expect(lacking.map(({ path }) => path)).toEqual([]);
});

test('the script that other people’s pages load has 4 KiB at most, as they are told', () => {
  expect(readFileSync('dist/embed.js.br').length).toBeLessThanOrEqual(4096);
});
