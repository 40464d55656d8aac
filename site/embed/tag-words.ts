import { languages } from '../facts/localized.ts';
import { readWords } from '../words/read-words.ts';

/** What the tag's own button says, by language. */
export const tagWords = (): Record<string, string> =>
  Object.fromEntries(languages.map((lang) => [lang, readWords(lang).say('embed.open')]));
