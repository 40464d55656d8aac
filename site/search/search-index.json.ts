import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { byPlaceIn } from '../facts/by-place-in.ts';
import { pageOrder } from '../facts/families.ts';
import { languages, type Lang } from '../facts/localized.ts';
import { pathTo } from '../facts/volumes.ts';
import { searchEntries, type SearchFacts } from './search-entries.ts';

const docs = new Map((await getCollection('docs')).map((entry) => [entry.id, entry]));
const hasPage = (path: string) => docs.has(`en/${path}`);

const byPlace = byPlaceIn(pageOrder);
const calls = (await getCollection('calls'))
  .map(({ data }) => data)
  .filter(({ page }) => hasPage(pathTo('call', page)))
  .sort((a, b) => byPlace(pathTo('call', a.page), pathTo('call', b.page)));
const structs = (await getCollection('structs'))
  .map(({ data }) => data)
  .filter(({ struct }) => hasPage(pathTo('struct', struct)));
const libraries = (await getCollection('libraries'))
  .map(({ data }) => data)
  .filter(({ library }) => hasPage(pathTo('library', library)));
const errnos = new Map((await getCollection('errnos')).map(({ id, data }) => [id, data]));
const cures = new Map((await getCollection('cures')).map(({ id, data }) => [id, data]));
const messages = (await getCollection('messages')).map(({ data }) => data);

/** A page in a language, or in English. */
const pageIn = (lang: Lang, path: string) => docs.get(`${lang}/${path}`) ?? docs.get(`en/${path}`);

/** The pages without facts, and what they are about. */
function otherPages(lang: Lang): SearchFacts['pages'] {
  const english = [...docs.values()].filter(({ id }) => id.startsWith('en/'));
  const plain = english.filter(({ data }) => !data.call && !data.struct && !data.library);
  return plain.map(({ id }) => {
    const path = id.replace(/^en\//, '');
    return { path, title: pageIn(lang, path)?.data.title ?? path };
  });
}

function titled(path: string, lang: Lang) {
  return hasPage(path) ? { path, title: pageIn(lang, path)?.data.title ?? path } : null;
}

export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang } }))) satisfies GetStaticPaths;

/** Everything that a reader may look for, in one language: /search/fr.json. */
export const GET: APIRoute = ({ params }) => {
  const lang = languages.find((known) => known === params['lang']) ?? 'en';
  const facts: SearchFacts = {
    calls,
    structs,
    libraries,
    errnos,
    cures,
    messages,
    errnoIndex: titled('errnos', lang),
    messageIndex: titled('messages', lang),
    pages: otherPages(lang),
    descriptionOf: (path) => pageIn(lang, path)?.data.description ?? '',
    bodyOf: (path) => pageIn(lang, path)?.body ?? '',
  };
  return Response.json(searchEntries(facts, lang));
};
