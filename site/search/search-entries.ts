import { byLikelihood, type CallFacts } from '../facts/call-schema.ts';
import { conditionSentence } from '../facts/condition-sentence.ts';
import type { CureFacts } from '../facts/cure-schema.ts';
import type { ErrnoFacts } from '../facts/errno-schema.ts';
import { errorGroups, type Shows } from '../facts/error-groups.ts';
import type { LibraryFacts } from '../facts/library-schema.ts';
import { inLanguage, type Lang } from '../facts/localized.ts';
import type { Message } from '../facts/message-schema.ts';
import { beginningOf, proseOf, proseUnder, type Passage } from '../facts/prose-of.ts';
import type { StructFacts } from '../facts/struct-schema.ts';
import { headingsOf } from '../facts/topics.ts';
import { pathTo, referenceTo } from '../facts/volumes.ts';
import type { SearchEntry } from './search-entry.ts';

/** Everything from which a language's index is made. */
export interface SearchFacts {
  /** In the order in which a reader meets them. */
  calls: CallFacts[];
  structs: StructFacts[];
  libraries: LibraryFacts[];
  errnos: ReadonlyMap<string, ErrnoFacts>;
  cures: ReadonlyMap<string, CureFacts>;
  messages: readonly Message[];
  /** The page that lists every errno, with its title; null if there is none. */
  errnoIndex: Page | null;
  /** The page that lists what programs log; null if there is none. */
  messageIndex: Page | null;
  /** The other pages, which have a title but no facts. */
  pages: Page[];
  /** What a page says of itself, in this language or in English. */
  descriptionOf: (path: string) => string;
  /** The MDX of a page in this language, or in English. */
  bodyOf: (path: string) => string;
}

interface Page {
  path: string;
  title: string;
}

/** Everything that has a place in the manual, in one language. */
export function searchEntries(facts: SearchFacts, lang: Lang): SearchEntry[] {
  return [
    ...errnoIndexEntries(facts, lang),
    ...messageEntries(facts, lang),
    ...facts.calls.flatMap((call) => callEntries(call, facts, lang)),
    ...facts.structs.flatMap((struct) => structEntries(struct, facts, lang)),
    ...facts.libraries.flatMap((library) => libraryEntries(library, facts, lang)),
    ...facts.pages.flatMap((page) => pageEntries(page, facts, lang)),
  ];
}

function errnoIndexEntries(facts: SearchFacts, lang: Lang): SearchEntry[] {
  const { calls, errnoIndex, errnos, bodyOf } = facts;
  if (!errnoIndex) return [];
  const { path, title } = errnoIndex;
  const given = new Set(calls.flatMap(({ conditions }) => conditions.map(({ errno }) => errno)));
  return [...given].map((errno) => ({
    ...errnoEntry(errno, errnos, lang),
    page: title,
    words: proseOf(bodyOf(path), 'ErrnoEntry', errno),
    href: `/${lang}/${path}/#${errno.toLowerCase()}`,
  }));
}

/** What programs log: found by their names, and by the lines as they are pasted. */
function messageEntries({ messages, messageIndex }: SearchFacts, lang: Lang): SearchEntry[] {
  if (!messageIndex) return [];
  const { path, title } = messageIndex;
  return messages.map(({ id, program, lines, condition, says }) => ({
    kind: 'message',
    name: program,
    page: title,
    about: lines[0] ?? '',
    words: [...lines.slice(1), condition.split('#')[0], inLanguage(says, lang)].join(' '),
    href: `/${lang}/${path}/#${id}`,
  }));
}

function callEntries(call: CallFacts, facts: SearchFacts, lang: Lang): SearchEntry[] {
  const page = referenceTo('call', call.page);
  const path = pathTo('call', call.page);
  const href = `/${lang}/${path}/`;
  const about = inLanguage(call.summary, lang);
  const also = [String(call.numbers.x86_64), ...(call.call === call.page ? [] : [call.call])];
  return [
    { kind: 'page', name: call.page, also, page, about, words: pageWords(path, facts), href },
    ...(['return-value', 'event-res'] as const).flatMap((shows) =>
      errnoEntries(call, shows, facts.errnos, { lang, page, href }),
    ),
    ...call.parameters.map(({ name }): SearchEntry => ({
      kind: 'parameter',
      name,
      page,
      words: proseOf(facts.bodyOf(path), 'Param', name),
      href: `${href}#param-${name}`,
    })),
    ...call.conditions.toSorted(byLikelihood).map(({ id, errno, cure, met }): SearchEntry => ({
      kind: 'condition',
      name: id,
      also: [errno],
      page,
      about: conditionSentence(facts.bodyOf(path), id)?.replaceAll('`', '') ?? errno,
      isLikely: met === 'often',
      words: [proseOf(facts.bodyOf(path), 'ErrorCondition', id), cureText(cure, facts, lang)].join(
        ' ',
      ),
      href: `${href}#${id}`,
    })),
  ];
}

/** What a page says of itself, and how its description begins. */
const pageWords = (path: string, { descriptionOf, bodyOf }: SearchFacts): string =>
  `${descriptionOf(path)} ${beginningOf(bodyOf(path), 'description')}`;

function cureText(name: string | undefined, { cures }: SearchFacts, lang: Lang): string {
  const steps = cures.get(name ?? '')?.steps ?? [];
  return steps
    .flatMap(({ says, commands = [] }) => [inLanguage(says, lang), ...commands])
    .join(' ');
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
    words: Object.keys(call.conventions).join(' '),
    href: `${href}#${id}`,
  }));
}

function errnoEntry(errno: string, errnos: SearchFacts['errnos'], lang: Lang) {
  const facts = errnos.get(errno);
  if (!facts) throw new Error(`content/errnos has no ${errno}.`);
  return {
    kind: 'errno' as const,
    name: errno,
    also: [String(facts.number)],
    phrases: facts.printed,
    about: inLanguage(facts.meaning, lang),
  };
}

function structEntries(
  { struct, summary, fields, constants }: StructFacts,
  facts: SearchFacts,
  lang: Lang,
) {
  const page = referenceTo('struct', struct);
  const path = pathTo('struct', struct);
  const href = `/${lang}/${path}/`;
  const said = (passage: Passage, name: string) => proseOf(facts.bodyOf(path), passage, name);
  const inLibaio = (name: string | null) => (name ? { also: [name] } : {});
  return [
    {
      kind: 'page',
      name: struct,
      page,
      about: inLanguage(summary, lang),
      words: pageWords(path, facts),
      href,
    },
    ...fields.map(({ name }): SearchEntry => ({
      kind: 'field',
      name,
      page,
      words: said('Field', name),
      href: `${href}#field-${name}`,
    })),
    ...constants.map(({ name, libaio }): SearchEntry => ({
      kind: 'constant',
      name,
      ...inLibaio(libaio),
      page,
      words: said('Flag', name),
      href: `${href}#${name}`,
    })),
    ...topicEntries(path, page, facts, lang),
  ] satisfies SearchEntry[];
}

function libraryEntries(
  { library, summary, functions }: LibraryFacts,
  facts: SearchFacts,
  lang: Lang,
): SearchEntry[] {
  const page = referenceTo('library', library);
  const path = pathTo('library', library);
  const href = `/${lang}/${path}/`;
  return [
    {
      kind: 'page',
      name: library,
      page,
      about: inLanguage(summary, lang),
      words: pageWords(path, facts),
      href,
    },
    ...functions.map(({ name }): SearchEntry => ({
      kind: 'function',
      name,
      page,
      words: proseOf(facts.bodyOf(path), 'Wrapper', name),
      href: `${href}#${name}`,
    })),
    ...topicEntries(path, page, facts, lang),
  ];
}

function pageEntries({ path, title }: Page, facts: SearchFacts, lang: Lang): SearchEntry[] {
  const href = `/${lang}/${path}/`;
  return [
    { kind: 'page', name: title, page: title, words: pageWords(path, facts), href },
    ...topicEntries(path, title, facts, lang),
  ];
}

function topicEntries(
  path: string,
  page: string,
  { bodyOf }: SearchFacts,
  lang: Lang,
): SearchEntry[] {
  const body = bodyOf(path);
  return headingsOf(body).map(({ id, title }) => ({
    kind: 'topic',
    name: title,
    page,
    words: proseUnder(body, id),
    href: `/${lang}/${path}/#${id}`,
  }));
}
