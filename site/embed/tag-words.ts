import { languages } from '../facts/localized.ts';
import { readWords } from '../words/read-words.ts';
import type { TagWords } from './tag/live-man-element.ts';

/** The tag's own sentences, by language. */
export const tagWords = (): Record<string, TagWords> =>
  Object.fromEntries(languages.map((lang) => [lang, { open: readWords(lang).say('embed.open') }]));
