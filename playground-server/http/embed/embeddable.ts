import { sourceLanguage, uiLanguages } from '../../protocol/index.ts';
import type { EmbedExamples } from './embed-examples.ts';

/** What can be embedded for the address of a page. */
export interface Embeddable {
  lang: string;
  /** Id of an example, or null for a snippet in the fragment. */
  example: string | null;
  /** How to show it, as the address asks: `?theme=dark`; or the fragment with the snippet. */
  rest: string;
}

const address = /^\/(?:(?<lang>\w\w)\/)?(?<page>.*?)\/?$/;
/** A permalink (site/share/README.md), the only address that contains its snippet. */
const permalink = /^#v\d+\.[\w-]+$/;

/**
 * Finds what can be embedded for an address of this site: an example's own frame, its place in the
 * manual, the first example of a manual page, or a permalink. Null for everything else.
 */
export function findEmbeddable(url: URL, examples: EmbedExamples): Embeddable | null {
  const { lang = sourceLanguage, page = '' } = address.exec(url.pathname)?.groups ?? {};
  if (!uiLanguages.some((known) => known === lang)) return null;
  const [, framed] = /^embed\/([\w-]+)$/.exec(page) ?? [];
  if (framed)
    return Object.hasOwn(examples, framed) ? { lang, example: framed, rest: url.search } : null;
  if ((page === 'embed' || page === 'playground') && permalink.test(url.hash))
    return { lang, example: null, rest: url.hash };
  const example = exampleOn(page, url.hash.slice(1), examples);
  return example === null ? null : { lang, example, rest: '' };
}

/** The example that the fragment names, or else the first on the page. */
function exampleOn(page: string, fragment: string, examples: EmbedExamples): string | null {
  const onPage = Object.keys(examples).filter((id) => examples[id]?.page === page);
  if (fragment !== '' && onPage.includes(fragment)) return fragment;
  return onPage.find((id) => id.endsWith('-first')) ?? onPage[0] ?? null;
}
