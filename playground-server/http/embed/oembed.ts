import { escapeHtml, sourceLanguage } from '../../protocol/index.ts';
import { pictureSize } from '../../protocol/picture.ts';
import type { EmbedExamples } from './embed-examples.ts';
import type { Embeddable } from './embeddable.ts';

/** What every oEmbed response has (https://oembed.com, 2.3.4). */
interface Common {
  version: '1.0';
  title: string;
  provider_name: 'live-man';
  provider_url: string;
  cache_age: number;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** What consumers take that show a card; nothing if there is none of the size that they want. */
type Thumbnail = Pick<Common, 'thumbnail_url' | 'thumbnail_width' | 'thumbnail_height'>;

/** A frame, or a picture. */
export type OembedResponse = Common &
  ({ type: 'rich'; html: string } | { type: 'photo'; url: string });

/** What the consumer has room for, in pixels. */
export interface Wanted {
  maxWidth: number;
  maxHeight: number;
}

interface Size {
  width: number;
  height: number;
}

/** Whose it is, and what it is called. */
interface Shown {
  origin: string;
  lang: string;
  title: string;
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
  wanted: Wanted,
): OembedResponse {
  const known = example === null ? undefined : examples[example];
  const title = known?.title[lang] ?? known?.title[sourceLanguage] ?? 'live-man';
  const src = `${origin}/${lang}/embed/${example === null ? '' : `${example}/`}${rest}`;
  const frame = framed(
    { origin, lang, title, src, height: known?.height ?? standardHeight },
    wanted,
  );
  if (!known?.picture) return frame;
  const address = `embed/${example}`;
  const svg = { url: `${origin}/${address}.svg`, ...known.picture };
  return { ...frame, ...thumbnail(`${origin}/${lang}/${address}.png`, wanted, svg) };
}

/** A PNG where there is room for all of it, since few consumers take SVG; else the SVG, which has any size. */
export function thumbnail(
  png: string,
  wanted: Wanted,
  svg: (Size & { url: string }) | null = null,
): Thumbnail {
  const { width, height } = pictureSize;
  if (wanted.maxWidth >= width && wanted.maxHeight >= height)
    return { thumbnail_url: png, thumbnail_width: width, thumbnail_height: height };
  if (svg === null) return {};
  const size = fitted(svg, wanted);
  return { thumbnail_url: svg.url, thumbnail_width: size.width, thumbnail_height: size.height };
}

/** A frame at the address `src`. */
export function framed(
  { origin, lang, title, src, height: ownHeight }: Shown & { src: string; height: number },
  { maxWidth, maxHeight }: Wanted,
): OembedResponse {
  const width = Math.min(standardWidth, maxWidth);
  const height = Math.min(ownHeight, maxHeight);
  const html =
    `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="${width}" height="${height}" ` +
    // Some consumers, such as WordPress, drop every style.
    'frameborder="0" style="border:0;max-width:100%" loading="lazy" allow="clipboard-write"></iframe>';
  return { ...common({ origin, lang, title }), type: 'rich', html, width, height };
}

/** A picture at the address `url`, which may be drawn at any size of the same shape. */
export function pictured(
  { origin, lang, title, url, ...own }: Shown & { url: string } & Size,
  wanted: Wanted,
): OembedResponse {
  return { ...common({ origin, lang, title }), type: 'photo', url, ...fitted(own, wanted) };
}

/** As large as a picture may be, in its own shape. */
function fitted(own: Size, { maxWidth, maxHeight }: Wanted): Size {
  const scale = Math.min(1, maxWidth / own.width, maxHeight / own.height);
  const side = (pixels: number) => Math.max(1, Math.floor(pixels * scale));
  return { width: side(own.width), height: side(own.height) };
}

const common = ({ origin, lang, title }: Shown): Omit<Common, 'width' | 'height'> => ({
  version: '1.0',
  title,
  provider_name: 'live-man',
  provider_url: `${origin}/${lang}/`,
  cache_age: cacheAgeSeconds,
});
