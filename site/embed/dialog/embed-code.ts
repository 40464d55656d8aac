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
  /** The source, so that a tutorial with changed code reads without JavaScript. */
  source: string;
  embedded: Embedded;
  settings: RawSettings;
}

const naming = (embedded: Embedded): RawSettings =>
  embedded.kind === 'example' ? { example: embedded.example } : { code: embedded.fragment };

/** The two lines that embed by tag: the script that defines it, and the tag with its fallback. */
export function tagCode({
  origin,
  lang,
  title,
  href,
  source,
  embedded,
  settings,
}: EmbedRequest): string {
  const all = { ...naming(embedded), ...settings, 'ui-lang': lang };
  const attributes = Object.entries(all).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  const meanwhile =
    embedded.kind === 'example'
      ? `<a href="${escaped(origin + href)}">${escaped(title)}</a>`
      : `<pre><code>${escaped(source.trimEnd())}</code></pre>`;
  return [
    `<script src="${origin}/embed.js" async></script>`,
    `<live-man${attributes.join('')}>${meanwhile}</live-man>`,
  ].join('\n');
}

/** What embeds by iframe, for sites that allow no foreign scripts. Its height is fixed. */
export function iframeCode(
  { origin, lang, title, embedded, settings }: EmbedRequest,
  heightPx: number,
): string {
  const src = frameAddress(origin, lang, { ...naming(embedded), ...settings });
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" ` +
    `width="100%" height="${heightPx}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
  );
}

/** Named entities, not escapeHtml's numbers, and apostrophes left alone: authors read this code. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
