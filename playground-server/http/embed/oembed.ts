import { escapeHtml, sourceLanguage } from '../../protocol/index.ts';
import type { EmbedExamples } from './embed-examples.ts';
import type { Embeddable } from './embeddable.ts';

/** An oEmbed response of the type "rich" (https://oembed.com, 2.3.4.4). */
export interface OembedResponse {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: 'live-man';
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
}

/** As wide as the manual. */
const standardWidth = 900;
/** Of a frame whose content is unknown: some lines and calls. */
const standardHeight = 1000;
const cacheAgeSeconds = 86_400;

/** The answer for something embeddable, no larger than the consumer wants it. */
export function oembedResponse(
  origin: string,
  { lang, example, rest }: Embeddable,
  examples: EmbedExamples,
  wanted: { maxWidth: number; maxHeight: number },
): OembedResponse {
  const known = example === null ? undefined : examples[example];
  const title = known?.title[lang] ?? known?.title[sourceLanguage] ?? 'live-man';
  const width = Math.min(standardWidth, wanted.maxWidth);
  const height = Math.min(known?.height ?? standardHeight, wanted.maxHeight);
  const src = `${origin}/${lang}/embed/${example === null ? '' : `${example}/`}${rest}`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'live-man',
    provider_url: `${origin}/${lang}/`,
    cache_age: cacheAgeSeconds,
    html:
      `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="${width}" height="${height}" ` +
      'style="border:0;max-width:100%" loading="lazy" allow="clipboard-write"></iframe>',
    width,
    height,
  };
}
