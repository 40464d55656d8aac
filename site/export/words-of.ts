import en from '../../content/i18n/en.json' with { type: 'json' };
import fr from '../../content/i18n/fr.json' with { type: 'json' };
import ru from '../../content/i18n/ru.json' with { type: 'json' };
import type { Lang } from '../facts/localized.ts';
import { createWords, type Words } from '../words/words.ts';

const strings = { en, fr, ru };

/** The UI strings of a language, outside of a page. */
export const wordsOf = (lang: Lang): Words => createWords(lang, strings[lang]);
