import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtPages, dist } from './manual/built-pages.ts';

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

/** A script of the build with all that it imports before it can begin. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const script = readFileSync(join(dist, '_astro', file), 'utf8');
  for (const [, name = ''] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    withImports(name, seen);
  return seen;
}

test('a playground does not bring what only links and forms need: the checks of requests', () => {
  const [element = ''] = globSync('playground-element.*.js', { cwd: join(dist, '_astro') });
  const brought = [...withImports(element)];
  expect(brought.length).toBeGreaterThan(1);
  const checking = brought.filter((file) =>
    readFileSync(join(dist, '_astro', file), 'utf8').includes('invalid_type'),
  );
  expect(checking).toEqual([]);
});
