import { describe, expect, test } from 'vitest';
import { languages, type Lang } from '../../../site/facts/localized.ts';
import { entryMatcher } from '../../../site/search/client/match-entries.ts';
import { searchEntries } from '../../../site/search/search-entries.ts';
import { factsOfFiles } from './facts-of-files.ts';
import { queries } from './queries-table.ts';

const matchers = Object.fromEntries(
  languages.map((lang) => [lang, entryMatcher(searchEntries(factsOfFiles(lang), lang))]),
) as Record<Lang, ReturnType<typeof entryMatcher>>;

describe.each(languages)('in %s', (lang) => {
  test.each(queries[lang])('“%s” leads to %s', (typed, place) => {
    const href = matchers[lang](typed)[0]?.href;
    if (place.startsWith('#')) expect(href).toContain(place);
    else expect(href).toBe(`/${lang}/${place}`);
  });
});
