import { readFileSync } from 'node:fs';
import { uiLanguages, type UiLanguage } from '../../../playground-server/protocol/index.ts';
import type { Strings } from '../../../site/words/words.ts';

/** The UI strings of each language, as they are written. */
export const stringsOf = Object.fromEntries(
  uiLanguages.map((lang) => [
    lang,
    JSON.parse(readFileSync(`content/i18n/${lang}.json`, 'utf8')) as Strings,
  ]),
) as Record<UiLanguage, Strings>;
