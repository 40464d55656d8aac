import type { ManualPage } from './page-context.ts';

/** What a search engine may know of a page: schema.org/TechArticle, ready to stand in a script. */
export function jsonLd(
  page: Pick<ManualPage, 'lang' | 'title' | 'description'> & {
    modified: string | undefined;
    subject: string;
  },
  url: string,
  origin: string,
): string {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: page.title,
    description: page.description,
    inLanguage: page.lang,
    dateModified: page.modified,
    url,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    about: { '@type': 'Thing', name: page.subject },
    isPartOf: { '@type': 'WebSite', name: 'live-man', url: `${origin}/${page.lang}/` },
  };
  // A description must not end the script that it stands in.
  return JSON.stringify(article).replaceAll('<', '\\u003c');
}
