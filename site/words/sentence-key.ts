/**
 * A sentence with a number has a key for each of its forms: `gallery.found_one`,
 * `gallery.found_few`. The endings are those of Intl.PluralRules, written as in i18next, so that
 * Starlight's own t() can read the same files.
 */
const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

/** The common part of the keys of a sentence: `gallery.found` for `gallery.found_one`. */
export const sentenceOf = (key: string): string => key.replace(pluralEnding, '');

/** Prefix of the key of an English sentence among those of a language that lacks it. */
export const borrowed = 'en:';
