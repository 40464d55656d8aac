import type { CallFacts } from '../facts/call-schema.ts';
import type { ErrnoFacts } from '../facts/errno-schema.ts';
import { errorGroups, type Shows } from '../facts/error-groups.ts';
import type { LibraryFacts } from '../facts/library-schema.ts';
import { inLanguage, type Lang } from '../facts/localized.ts';
import type { StructFacts } from '../facts/struct-schema.ts';
import { pathTo, referenceTo } from '../facts/volumes.ts';
import type { SearchEntry } from './search-entry.ts';

/** Everything from which a language's index is made. */
export interface SearchFacts {
  calls: CallFacts[];
  structs: StructFacts[];
  libraries: LibraryFacts[];
  errnos: ReadonlyMap<string, ErrnoFacts>;
  /** The page that lists every errno, with its title; null if there is none. */
  errnoIndex: Page | null;
  /** The other pages, which have a title but no facts. */
  pages: Page[];
}

interface Page {
  path: string;
  title: string;
}

/** Every name that has a place in the manual, in one language. */
export function searchEntries(facts: SearchFacts, lang: Lang): SearchEntry[] {
  return [
    ...errnoIndexEntries(facts, lang),
    ...facts.calls.flatMap((call) => callEntries(call, facts.errnos, lang)),
    ...facts.structs.flatMap((struct) => structEntries(struct, lang)),
    ...facts.libraries.flatMap((library) => libraryEntries(library, lang)),
    ...facts.pages.map(({ path, title }): SearchEntry => ({
      kind: 'page',
      name: title,
      page: title,
      href: `/${lang}/${path}/`,
    })),
  ];
}

function errnoIndexEntries({ calls, errnoIndex, errnos }: SearchFacts, lang: Lang): SearchEntry[] {
  if (!errnoIndex) return [];
  const { path, title } = errnoIndex;
  const given = new Set(calls.flatMap(({ conditions }) => conditions.map(({ errno }) => errno)));
  return [...given].map((errno) => ({
    ...errnoEntry(errno, errnos, lang),
    page: title,
    href: `/${lang}/${path}/#${errno.toLowerCase()}`,
  }));
}

function callEntries(call: CallFacts, errnos: SearchFacts['errnos'], lang: Lang): SearchEntry[] {
  const page = referenceTo('call', call.page);
  const href = `/${lang}/${pathTo('call', call.page)}/`;
  const about = inLanguage(call.summary, lang);
  const also = [String(call.numbers.x86_64), ...(call.call === call.page ? [] : [call.call])];
  return [
    { kind: 'page', name: call.page, also, page, about, href },
    ...(['return-value', 'event-res'] as const).flatMap((shows) =>
      errnoEntries(call, shows, errnos, { lang, page, href }),
    ),
    ...call.parameters.map(({ name }): SearchEntry => ({
      kind: 'parameter',
      name,
      page,
      href: `${href}#param-${name}`,
    })),
    ...call.conditions.map(({ id, errno }): SearchEntry => ({
      kind: 'condition',
      name: id,
      page,
      about: errno,
      href: `${href}#${id}`,
    })),
  ];
}

function errnoEntries(
  call: CallFacts,
  shows: Shows,
  errnos: SearchFacts['errnos'],
  { lang, page, href }: { lang: Lang; page: string; href: string },
): SearchEntry[] {
  return errorGroups(call, shows).map(({ errno, id }) => ({
    ...errnoEntry(errno, errnos, lang),
    page: shows === 'event-res' ? `${page}, io_event.res` : page,
    href: `${href}#${id}`,
  }));
}

function errnoEntry(errno: string, errnos: SearchFacts['errnos'], lang: Lang) {
  const facts = errnos.get(errno);
  if (!facts) throw new Error(`content/errnos has no ${errno}.`);
  const also = [String(facts.number)];
  return { kind: 'errno' as const, name: errno, also, about: inLanguage(facts.meaning, lang) };
}

function structEntries({ struct, summary, fields, constants }: StructFacts, lang: Lang) {
  const page = referenceTo('struct', struct);
  const href = `/${lang}/${pathTo('struct', struct)}/`;
  const inLibaio = (name: string | null) => (name ? { also: [name] } : {});
  return [
    { kind: 'page', name: struct, page, about: inLanguage(summary, lang), href },
    ...fields.map(({ name }): SearchEntry => ({
      kind: 'field',
      name,
      page,
      href: `${href}#field-${name}`,
    })),
    ...constants.map(({ name, libaio }): SearchEntry => ({
      kind: 'constant',
      name,
      ...inLibaio(libaio),
      page,
      href: `${href}#${name}`,
    })),
  ] satisfies SearchEntry[];
}

function libraryEntries({ library, summary, functions }: LibraryFacts, lang: Lang): SearchEntry[] {
  const page = referenceTo('library', library);
  const href = `/${lang}/${pathTo('library', library)}/`;
  return [
    { kind: 'page', name: library, page, about: inLanguage(summary, lang), href },
    ...functions.map(({ name }): SearchEntry => ({
      kind: 'function',
      name,
      page,
      href: `${href}#${name}`,
    })),
  ];
}
