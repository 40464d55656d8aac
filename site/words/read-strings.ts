import { readFileSync } from 'node:fs';
import type { UiLanguage } from '../../playground-server/protocol/ui-language-table.ts';
import type { Strings } from './words.ts';

const folder = new URL('../../content/i18n/', import.meta.url);

/** The UI strings of a language for the configuration of the build, which Vite has no part in. */
export const readStrings = (lang: UiLanguage): Strings =>
  JSON.parse(readFileSync(new URL(`${lang}.json`, folder), 'utf8')) as Strings;
