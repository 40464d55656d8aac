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

/** Wide enough for the source and the tape side by side, as in the manual. */
const standardWidth = 900;
const sideBySideWidth = 896;
const cacheAgeSeconds = 86_400;

/** How the frame looks at 13 px: site/playground/view/styles. */
const lineHeight = 20;
const rowHeight = 48;
const aroundHeight = 330;
const tapeHeight = { smallest: 96, largest: 384 };
/** Assumed for a snippet whose content is unknown. */
const unknownSnippet = { lines: 25, calls: 4 };

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
  const height = Math.min(heightAt(width, known ?? unknownSnippet), wanted.maxHeight);
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

/**
 * An estimate: a frame that is too small scrolls, and reports its height to any page that listens.
 */
function heightAt(width: number, { lines, calls }: { lines: number; calls: number }): number {
  const source = lines * lineHeight;
  const rows = Math.min(Math.max(calls * rowHeight, tapeHeight.smallest), tapeHeight.largest);
  return aroundHeight + (width >= sideBySideWidth ? Math.max(source, 224) : source + rows);
}
