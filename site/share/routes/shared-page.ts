import type { APIContext, GetStaticPaths } from 'astro';
import { originOf } from '../../facts/origin.ts';
import { wordsOf } from '../../words/words-of.ts';
import { languages, type Lang } from '../../facts/localized.ts';
import { renderSharedPage, sharedPageKinds, type SharedPageKind } from '../render-shared-page.ts';

/** /en/shared/kept.html and its like, which the server fills in to answer /s/{id}. */
export const getStaticPaths = (() =>
  languages.flatMap((lang) =>
    sharedPageKinds.map((kind) => ({ params: { lang, kind }, props: { lang, kind } })),
  )) satisfies GetStaticPaths;

export function GET({ props, site }: APIContext<{ lang: Lang; kind: SharedPageKind }>): Response {
  const page = renderSharedPage(props.kind, wordsOf(props.lang), originOf(site?.href));
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
