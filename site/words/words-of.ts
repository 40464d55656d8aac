import type { Lang } from '../facts/localized.ts';
import { createWords, type Strings, type Words } from './words.ts';

const files = import.meta.glob<Strings>('/content/i18n/*.json', { import: 'default', eager: true });

/** The UI strings of a language, outside of a page. */
export const wordsOf = (lang: Lang): Words =>
  createWords(lang, files[`/content/i18n/${lang}.json`] ?? {});
