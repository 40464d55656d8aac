import { readFileSync } from 'node:fs';
import { sourceLanguage, type UiLanguage } from '../../playground-server/protocol/index.ts';
import { borrowEnglish } from './borrow-english.ts';
import { createWords, type Strings, type Words } from './words.ts';

const folder = new URL('../../content/i18n/', import.meta.url);

const readStrings = (lang: UiLanguage): Strings =>
  JSON.parse(readFileSync(new URL(`${lang}.json`, folder), 'utf8')) as Strings;

/** The words of a language for the build's configuration, in which Vite plays no part. */
export const readWords = (lang: UiLanguage): Words =>
  createWords(lang, borrowEnglish(readStrings(lang), readStrings(sourceLanguage)));
