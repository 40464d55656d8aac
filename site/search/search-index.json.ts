import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { languages, type Lang } from '../facts/localized.ts';
import { pathTo } from '../facts/volumes.ts';
import { searchEntries, type SearchFacts } from './search-entries.ts';

const docs = await getCollection('docs');
const hasPage = (path: string) => docs.some(({ id }) => id === `en/${path}`);

const calls = (await getCollection('calls'))
  .map(({ data }) => data)
  .filter(({ page }) => hasPage(pathTo('call', page)));
const structs = (await getCollection('structs'))
  .map(({ data }) => data)
  .filter(({ struct }) => hasPage(pathTo('struct', struct)));
const libraries = (await getCollection('libraries'))
  .map(({ data }) => data)
  .filter(({ library }) => hasPage(pathTo('library', library)));
const errnos = new Map((await getCollection('errnos')).map(({ id, data }) => [id, data]));

/** The pages without facts, with their titles in this language, or in English. */
function otherPages(lang: Lang): SearchFacts['pages'] {
  const english = docs.filter(({ id }) => id.startsWith('en/'));
  const plain = english.filter(({ data }) => !data.call && !data.struct && !data.library);
  return plain.map(({ id }) => titled(id.replace(/^en\//, ''), lang));
}

function titled(path: string, lang: Lang): SearchFacts['pages'][number] {
  const ids = [`${lang}/${path}`, `en/${path}`];
  const [entry] = ids.flatMap((id) => docs.find((known) => known.id === id) ?? []);
  return { path, title: entry?.data.title ?? path };
}

export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang } }))) satisfies GetStaticPaths;

/** Every name that a reader may look for, in one language: /search/fr.json. */
export const GET: APIRoute = ({ params }) => {
  const lang = languages.find((known) => known === params['lang']) ?? 'en';
  const errnoIndex = hasPage('errnos') ? titled('errnos', lang) : null;
  const facts = { calls, structs, libraries, errnos, errnoIndex, pages: otherPages(lang) };
  return Response.json(searchEntries(facts, lang));
};
