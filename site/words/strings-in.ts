import {
  sourceLanguage,
  uiLanguageOf,
  type UiLanguage,
} from '../../playground-server/protocol/index.ts';
import { borrowEnglish, missingSentences } from './borrow-english.ts';
import { borrowed } from './sentence-key.ts';
import type { Strings } from './words.ts';

const files = import.meta.glob<Strings>('/content/i18n/*.json', { import: 'default', eager: true });

/** The UI strings of a language as written, without English ones for those that it lacks. */
export const ownStrings = (lang: string): Strings => files[`/content/i18n/${lang}.json`] ?? {};

/**
 * The UI strings of a language for createWords(), with English for those that it lacks.
 *
 * @param wanted matches the keys that a part of the site needs; by default all of them
 */
export function stringsIn(lang: string | undefined, wanted = /^/): Strings {
  const all = borrowEnglish(ownStrings(uiLanguageOf(lang)), ownStrings(sourceLanguage));
  const isWanted = (key: string) =>
    wanted.test(key.startsWith(borrowed) ? key.slice(borrowed.length) : key);
  return Object.fromEntries(Object.entries(all).filter(([key]) => isWanted(key)));
}

/** How many sentences of the interface a language lacks. */
export const missingWords = (lang: UiLanguage): number =>
  missingSentences(ownStrings(lang), ownStrings(sourceLanguage)).length;

/** The sentences of a playground in the browser. */
export const playgroundStrings =
  /^(playground|provoke|lane|ring|conditions|tools|outcome|fault|problem|verdict|limit|share|text)\./;
