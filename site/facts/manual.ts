import { getCollection } from 'astro:content';
import { examplePlaces } from './example-places.ts';
import { pageLinks, type PageSource } from './page-links.ts';
import { pagePath } from './page-reference.ts';
import { pathTo } from './volumes.ts';

// English is complete, and a test checks that the other languages have the same structure.
const english = await getCollection('docs', ({ id }) => id.startsWith('en/'));
const calls = (await getCollection('calls')).map(({ data }) => data);
const structs = (await getCollection('structs')).map(({ data }) => data);
const libraries = (await getCollection('libraries')).map(({ data }) => data);
const corrections = (await getCollection('corrections')).map(({ data }) => data);

const namedPages = /<SeeAlso pages="([^"]+)"/;

const pages: PageSource[] = english.map(({ id, body = '', data }) => ({
  path: id.replace(/^en\//, ''),
  body,
  references: [
    ...[
      ...calls.filter(({ page }) => page === data.call),
      ...structs.filter(({ struct }) => struct === data.struct),
      ...libraries.filter(({ library }) => library === data.library),
    ].flatMap(({ seeAlso }) => seeAlso.map(pagePath)),
    ...(namedPages.exec(body)?.[1]?.split(' ').map(pagePath) ?? []),
    ...(body.includes('<Corrections') ? corrections.map(({ page }) => pagePath(page)) : []),
    ...(body.includes('<ErrnoMatrix') ? calls.map(({ page }) => pathTo('call', page)) : []),
  ],
}));

const referrers = pageLinks(pages);
const places = examplePlaces(pages, calls);

/** Whether the manual has the page, named by its address without the language. */
export const hasPage = (path: string): boolean => referrers.has(path);

/** The pages that link to a page, by their addresses without the language. */
export const referrersOf = (path: string): string[] => referrers.get(path) ?? [];

/** The ids of all examples: those of a page in the order in which it shows them. */
export const exampleOrder: readonly string[] = [...places.keys()];

/** Whether a page, named by its address without the language, shows an example. */
export const showsExample = (path: string): boolean => [...places.values()].includes(path);

/** Id of the example that stands for a page, named by its address without the language, if it has any. */
export function firstExampleOn(path: string): string | undefined {
  const onPage = exampleOrder.filter((id) => places.get(id) === path);
  return onPage.find((id) => id.endsWith('-first')) ?? onPage[0];
}

/** Address, without the language, of the page that shows an example; throws if none does. */
export function pageOfExample(example: string): string {
  const page = places.get(example);
  if (!page) throw new Error(`No page shows the example ${example}.`);
  return page;
}

/**
 * Address of an example, or one of its variants, on the page that shows it; throws if none does.
 */
export const exampleHref = (lang: string, example: string, variant = example): string =>
  `/${lang}/${pageOfExample(example)}/#${variant}`;
