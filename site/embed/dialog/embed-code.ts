import type { Language } from '../../../playground-server/protocol/language-table.ts';
import { goalPrefix } from '../../facts/goals/goal-name.ts';
import type { RawSettings } from '../embed-message.ts';
import { frameAddress } from '../tag/frame-address.ts';

/**
 * What to embed: an example or a goal as the site has it, or code in the form of a permalink, which
 * may be another beginning for a goal.
 */
export type Embedded =
  | { kind: 'example'; example: string }
  | { kind: 'goal'; goal: string }
  | { kind: 'code'; code: string; goal?: string };

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

/** The attributes that say what it is. */
export const naming = ({ kind: _, ...named }: Embedded): RawSettings => named;

/** The same for the address of a frame: a goal has one of its own. */
const framed = (embedded: Embedded): RawSettings =>
  embedded.kind === 'goal' ? { example: goalPrefix + embedded.goal } : naming(embedded);

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
  if (embedded.kind !== 'code')
    return `${start}${attributesCode(request, 'data-')}>${meanwhile(request)}</div>`;
  const { code: _, ...task } = naming(embedded);
  const own = attributes({ ...task, ...looks(request) }, 'data-');
  return `${start}${own}></div>\n\n\`\`\`${language}\n${source.trimEnd()}\n\`\`\``;
}

/** What forums and chats make a frame of by oEmbed. */
export const addressCode = ({ origin, lang, embedded }: EmbedRequest): string =>
  embedded.kind === 'code' ? '' : frameAddress(origin, lang, framed(embedded));

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
  embedded.kind !== 'code'
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
  const src = frameAddress(origin, lang, { ...framed(embedded), ...settings });
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" ` +
    `width="100%" height="${heightPx}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
  );
}

/** Named entities, not escapeHtml's numbers, and apostrophes left alone: authors read this code. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
