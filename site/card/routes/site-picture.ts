import type { APIContext, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import { languages, type Lang } from '../../facts/localized.ts';
import { readExample } from '../../facts/read-example.ts';
import { cardOfExample } from '../example-card.ts';
import { renderSitePicture } from '../picture/render-site-picture.ts';

/** What the server draws `/en/picture.png` from: the home page's own words, and its example. */
export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

export async function GET({ props: { lang } }: APIContext<{ lang: Lang }>): Promise<Response> {
  const home = await getEntry('docs', lang);
  const { facts, variants } = await readExample('io_setup-first');
  const [variant] = variants;
  if (!home?.data.description) throw new Error(`There is no home page in ${lang}.`);
  const [headline = '', about = ''] = home.data.description.split(/(?<=\.) (.*)/s);
  const svg = renderSitePicture({
    headline,
    about,
    card: cardOfExample({ facts, variant }, lang),
  });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}
