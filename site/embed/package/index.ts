import { adoptCarriers } from '../tag/adopt-carriers.ts';
import { LiveManElement } from '../tag/live-man-element.ts';
import { whenParsed } from '../tag/when-parsed.ts';

/** Inserted by scripts/bundle-embed.ts, from content/i18n. */
declare const tagWords: Record<string, string>;

export type { LiveManElement };

/**
 * Defines `<live-man>` once, and finds what carries its class, now and later.
 *
 * @param server whose frames are shown, such as `https://live-man.example`
 */
export function embedFrom(server: string): void {
  if (customElements.get('live-man')) return;
  LiveManElement.site = { origin: new URL(server).origin, words: tagWords };
  customElements.define('live-man', LiveManElement);
  whenParsed(adoptCarriers);
}
