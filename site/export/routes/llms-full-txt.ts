import type { APIContext } from 'astro';
import { originOf } from '../../facts/origin.ts';
import { sourceLanguage } from '../../../playground-server/protocol/index.ts';
import { languages, type Lang } from '../../facts/localized.ts';
import { renderLlmsFullTxt } from '../llms-full-txt.ts';
import { readManual } from '../read-manual.ts';

/** /llms-full.txt, which is English, and /fr/llms-full.txt and the like. */
export const getStaticPaths = () =>
  [undefined, ...languages].map((lang) => ({
    params: { lang },
    props: { lang: lang ?? sourceLanguage },
  }));

export async function GET({ props, site }: APIContext<{ lang: Lang }>): Promise<Response> {
  const manual = await readManual(originOf(site?.href));
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(renderLlmsFullTxt(manual, props.lang), { headers });
}
