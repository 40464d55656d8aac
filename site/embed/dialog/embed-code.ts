import type { Language } from '../../../playground-server/protocol/language-table.ts';
import type { RawSettings } from '../embed-message.ts';
import { frameAddress } from '../tag/frame-address.ts';

/** What to embed: an example as it is in the manual, or code in the form of a permalink. */
export type Embedded = { kind: 'example'; example: string } | { kind: 'code'; fragment: string };

/** Everything that appears in the code that an author copies. */
export interface EmbedRequest {
  /** Origin of this site. */
  origin: string;
  lang: string;
  title: string;
  /** Where readers without JavaScript are sent. */
  href: string;
  language: Language;
  /** The source, so that a tutorial with changed code reads without JavaScript. */
  source: string;
  embedded: Embedded;
  settings: RawSettings;
  /** Of the preview, in pixels: the room that a page keeps while the frame loads. */
  heightPx: number;
}

const naming = (embedded: Embedded): RawSettings =>
  embedded.kind === 'example' ? { example: embedded.example } : { code: embedded.fragment };

/** The two lines that embed by tag: the script that defines it, and the tag with its fallback. */
export const tagCode = (request: EmbedRequest): string =>
  [
    scriptCode(request),
    `<live-man${attributesCode(request)}>${meanwhile(request)}</live-man>`,
  ].join('\n');

/** The same for Markdown, which passes a `<div>` on as it is; code of one's own is a block after it. */
export function markdownCode(request: EmbedRequest): string {
  const { embedded, language, source } = request;
  const start = `${scriptCode(request)}\n\n<div class="live-man"`;
  if (embedded.kind === 'example')
    return `${start}${attributesCode(request, 'data-')}>${meanwhile(request)}</div>`;
  const own = attributes(looks(request), 'data-');
  return `${start}${own}></div>\n\n\`\`\`${language}\n${source.trimEnd()}\n\`\`\``;
}

/** What forums and chats make a frame of by oEmbed. */
export const addressCode = ({ origin, lang, embedded }: EmbedRequest): string =>
  embedded.kind === 'example' ? frameAddress(origin, lang, naming(embedded)) : '';

/** A picture that leads to the example, for pages that run nothing, such as a README. */
export const imageCode = ({ origin, href, title, embedded }: EmbedRequest): string =>
  embedded.kind === 'example'
    ? `[![${title}](${origin}/embed/${embedded.example}.svg)](${origin}${href})`
    : '';

const scriptCode = ({ origin }: EmbedRequest): string =>
  `<script src="${origin}/embed.js" async></script>`;

const attributesCode = ({ embedded, ...rest }: EmbedRequest, prefix = ''): string =>
  attributes({ ...naming(embedded), ...looks(rest) }, prefix);

const looks = ({ settings, lang, heightPx }: Omit<EmbedRequest, 'embedded'>): RawSettings => ({
  ...settings,
  'ui-lang': lang,
  height: String(heightPx),
});

const attributes = (all: RawSettings, prefix: string): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${prefix}${name}${value === '' ? '' : `="${escaped(value)}"`}`)
    .join('');

const meanwhile = ({ embedded, origin, href, title, source }: EmbedRequest): string =>
  embedded.kind === 'example'
    ? `<a href="${escaped(origin + href)}">${escaped(title)}</a>`
    : `<pre><code>${escaped(source.trimEnd())}</code></pre>`;

/** What embeds by iframe, for sites that allow no foreign scripts. Its height is fixed. */
export function iframeCode({
  origin,
  lang,
  title,
  embedded,
  settings,
  heightPx,
}: EmbedRequest): string {
  const src = frameAddress(origin, lang, { ...naming(embedded), ...settings });
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" ` +
    `width="100%" height="${heightPx}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
  );
}

/** Named entities, not escapeHtml's numbers, and apostrophes left alone: authors read this code. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
