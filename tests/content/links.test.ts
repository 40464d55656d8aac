import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureFolder } from '../../playground-server/protocol/picture.ts';
import { languages } from '../../site/facts/localized.ts';
import type { SearchEntry } from '../../site/search/search-entry.ts';
import { builtPages, dist, isServed } from './manual/built-pages.ts';

const pages = builtPages();
const idsOf = new Map(pages.map(({ path, ids }) => [path, new Set(ids)]));
const canonical = new URL(process.env['LIVE_MAN_SITE'] ?? 'http://127.0.0.1:4321');

/** Addresses that the server answers without a file of the build. */
const answeredByServer: ReadonlySet<string> = new Set(['/oembed', '/api/v1/status']);

/** What is wrong with a link of a page; null if nothing is, or if it leaves the site. */
function fault(from: string, link: string): string | null {
  const { origin, pathname, hash } = new URL(link, new URL(from, canonical));
  // The page for what does not exist has no address of its own, whatever its head says.
  if (origin !== canonical.origin || pathname.endsWith('/404/')) return null;
  if (answeredByServer.has(pathname)) return null;
  if (!isServed(pathname)) return `${from} → ${link}: there is no such page`;
  const id = decodeURIComponent(hash.slice(1));
  const [, lang, framed] = /^\/(\w+)\/playground\/#e\.(.+)$/.exec(pathname + hash) ?? [];
  // The playground takes an example from the page of its frame.
  if (framed) return fault(from, `/${lang}/embed/${framed}/#${framed}`);
  // Or from the address itself.
  if (/^\/\w+\/playground\/#v1\./.test(pathname + hash)) return null;
  const known = idsOf.get(pathname);
  return id === '' || !known || known.has(id) ? null : `${from} → ${link}: no such place on it`;
}

const faultsOf = (from: string, links: string[]) =>
  [...new Set(links)].flatMap((link) => fault(from, link) ?? []);

test('the site has pages in every language', () => {
  for (const lang of languages) expect(idsOf.has(`/${lang}/`)).toBe(true);
});

test.each(pages)('every link of $path leads to a place', ({ path, links }) => {
  expect(faultsOf(path, links)).toEqual([]);
});

test.each(pages)('no id occurs twice on $path', ({ ids }) => {
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

test.each(pages)('no label of $path has a gap where a word belongs', ({ labels }) => {
  expect(labels.filter((label) => label.includes('{{'))).toEqual([]);
});

test.each(pages.filter(({ path }) => path.startsWith('/en/')))(
  'the ids of $path are those of its translations, in the same order',
  ({ path, ids }) => {
    for (const lang of languages) {
      const translated = pages.find((page) => page.path === path.replace('/en/', `/${lang}/`));
      expect(translated?.ids, lang).toEqual(ids);
    }
  },
);

test.each(languages)('every name that the search knows in %s leads to a place', (lang) => {
  const file = `/search/${lang}.json`;
  const entries = JSON.parse(readFileSync(join(dist, file), 'utf8')) as SearchEntry[];
  expect(entries.length).toBeGreaterThan(0);
  expect(
    faultsOf(
      file,
      entries.map(({ href }) => href),
    ),
  ).toEqual([]);
});

test('each page has a picture for other sites, which there is something to draw from', () => {
  const titled = pages.filter(({ metadata }) => metadata['og:title'] !== undefined);
  expect(titled.length).toBeGreaterThan(languages.length * 20);
  const lacking = titled.filter(({ metadata }) => {
    const { pathname } = new URL(metadata['og:image'] ?? 'nothing://');
    return !existsSync(join(dist, pictureFolder, pathname.replace(/png$/, 'svg')));
  });
  expect(lacking.map(({ path }) => path)).toEqual([]);
  const described = titled.filter(({ metadata }) => metadata['og:image:alt']);
  expect(described).toHaveLength(titled.length);
  expect(new Set(titled.map(({ metadata }) => metadata['twitter:card']))).toEqual(
    new Set(['summary_large_image']),
  );
});

test('each sign on those pictures has a glyph', () => {
  const folder = join(dist, pictureFolder);
  const drawn = globSync('**/*.svg', { cwd: folder });
  const blocks = drawn.filter((file) => readFileSync(join(folder, file), 'utf8').includes('▒'));
  expect(drawn.length).toBeGreaterThan(languages.length * 100);
  expect(blocks).toEqual([]);
});
