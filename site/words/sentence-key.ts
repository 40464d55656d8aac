/**
 * A sentence that says a number has a key for each of its forms: `gallery.found_one`,
 * `gallery.found_few`. The endings are those of Intl.PluralRules; i18next writes them like this, so
 * that Starlight's own t() reads the same files.
 */
const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

/** What the forms of a sentence have in common: `gallery.found` of `gallery.found_one`. */
export const sentenceOf = (key: string): string => key.replace(pluralEnding, '');

/** Begins the key of an English sentence among those of a language that lacks it. */
export const borrowed = 'en:';
