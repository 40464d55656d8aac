/** embed.js: defines `<live-man>` once on any page that loads it. */
import { adoptCarriers } from './adopt-carriers.ts';
import { LiveManElement } from './live-man-element.ts';
import { scriptOrigin } from './script-origin.ts';
import { whenParsed } from './when-parsed.ts';

/** Inserted by bundle-tag.ts, from content/i18n. */
declare const tagWords: Record<string, string>;

const origin = scriptOrigin(document);

if (origin !== null && !customElements.get('live-man')) {
  LiveManElement.site = { origin, words: tagWords };
  customElements.define('live-man', LiveManElement);
  whenParsed(adoptCarriers);
}
