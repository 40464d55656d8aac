import type { APIContext, GetStaticPaths } from 'astro';
import { languages, type Lang } from '../../facts/localized.ts';
import { renderFeed } from '../feed.ts';
import { knownChanges } from '../known-changes.ts';
import { originOf } from '../../facts/origin.ts';
import { readManual } from '../read-manual.ts';

/** /en/feed.xml: changes to the manual. */
export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

export async function GET({ props, site }: APIContext<{ lang: Lang }>): Promise<Response> {
  const { origin, pages } = await readManual(originOf(site?.href));
  const feed = renderFeed(props.lang, pages, knownChanges, origin);
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
