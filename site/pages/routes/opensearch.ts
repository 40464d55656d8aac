import type { APIContext, GetStaticPaths } from 'astro';
import { languages, type Lang } from '../../facts/localized.ts';
import { originOf } from '../../facts/origin.ts';
import { html } from '../../markup/html.ts';
import { wordsOf } from '../../words/words-of.ts';

/** /en/opensearch.xml: how a browser searches the manual from its address bar (OpenSearch 1.1). */
export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

export function GET({ props: { lang }, site }: APIContext<{ lang: Lang }>): Response {
  const origin = originOf(site?.href);
  const { markup } = html`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
    <ShortName>live-man ${lang.toUpperCase()}</ShortName>
    <Description>${wordsOf(lang).say('search.hint')}</Description>
    <Language>${lang}</Language>
    <image type="image/svg+xml" width="16" height="16">${origin}/favicon.svg</image>
    <Url type="text/html" template="${origin}/${lang}/?q={searchTerms}" />
  </OpenSearchDescription>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`, {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
}
