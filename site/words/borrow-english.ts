import type { Strings } from './words.ts';
import { borrowed, sentenceOf } from './sentence-key.ts';

/** The sentences that a language lacks, by their keys without plural endings. */
export function missingSentences(own: Strings, english: Strings): string[] {
  const known = new Set(Object.keys(own).map(sentenceOf));
  return [...new Set(Object.keys(english).map(sentenceOf))].filter((key) => !known.has(key));
}

/** The strings of a language, with English ones, marked as such, for those that it lacks. */
export function borrowEnglish(own: Strings, english: Strings): Strings {
  const missing = new Set(missingSentences(own, english));
  const lent = Object.entries(english).filter(([key]) => missing.has(sentenceOf(key)));
  return { ...own, ...Object.fromEntries(lent.map(([key, text]) => [`${borrowed}${key}`, text])) };
}
