import { getCollection, type CollectionEntry } from 'astro:content';
import { lacking, textsIn, type Lang } from './localized.ts';
import { shownFacts } from './shown-facts.ts';
import { staleTexts, type PageText } from './text-hashes.ts';

/** The state of a page's translation, compared with the English page. */
export type Translation = { kind: 'missing' } | { kind: 'written'; stale: PageText[] };

type Entry = CollectionEntry<'docs'>;

const entries = new Map((await getCollection('docs')).map((entry) => [entry.id, entry]));

/** Starlight's id for a page in a language: `fr/man2/io_setup`; a language's home page is `fr`. */
const idIn = (lang: Lang, path: string) => (path ? `${lang}/${path}` : lang);

/** Every page of the manual that exists in English, by its path below the language. */
export const englishPages: { path: string; entry: Entry }[] = [...entries.values()]
  .filter(({ id }) => id === 'en' || id.startsWith('en/'))
  .map((entry) => ({ path: entry.id.replace(/^en\/?/, ''), entry }))
  .sort((a, b) => a.path.localeCompare(b.path));

/** What a page is called in a language, or in English where that has no such page. */
export const titleIn = (lang: Lang, { path, entry }: (typeof englishPages)[number]): string =>
  (entries.get(idIn(lang, path)) ?? entry).data.title;

/** The state of a page's translation; English itself is never stale. */
export function translationOf(path: string, lang: Lang): Translation {
  const english = entries.get(idIn('en', path));
  const entry = entries.get(idIn(lang, path));
  if (!entry) return { kind: 'missing' };
  if (!english || lang === 'en') return { kind: 'written', stale: [] };
  const { title, description = '' } = english.data;
  const page = { title, description, body: english.body ?? '' };
  return { kind: 'written', stale: staleTexts(page, entry.data.renders) };
}

const texts = textsIn(Object.values(shownFacts).map((facts) => [...facts.values()]));

/** How many texts in the facts a language lacks. */
export const missingTexts = (lang: Lang): number => lacking(texts, lang).length;
