import type { APIContext } from 'astro';
import { originOf } from '../../facts/origin.ts';

/** /robots.txt: everything may be read; what is made for other people's pages says itself that it is not for an index. */
export function GET({ site }: APIContext): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /s/',
    '',
    `Sitemap: ${originOf(site?.href)}/sitemap-index.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
