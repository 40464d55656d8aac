import { scriptJson } from '../markup/script-json.ts';
import type { ManualPage } from './page-context.ts';

/**
 * What search engines may know about a page: schema.org/TechArticle, ready for a script element.
 */
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
  return scriptJson(article);
}
