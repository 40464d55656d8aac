import type { Lang } from '../facts/localized.ts';
import { stringsIn } from './strings-in.ts';
import { createWords, type Words } from './words.ts';

/** The UI strings of a language, outside of a page. */
export const wordsOf = (lang: Lang): Words => createWords(lang, stringsIn(lang));
