/** embed.js: defines `<live-man>` once on any page that loads it. */
import { LiveManElement } from './live-man-element.ts';
import type { TagWords } from './live-man-element.ts';

/** Inserted by bundle-tag.ts, from content/i18n. */
declare const tagWords: Record<string, TagWords>;

/** A module has no `currentScript`, so its element is found by its name. */
const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
const { src } = script as HTMLScriptElement;

if (!customElements.get('live-man')) {
  LiveManElement.site = { origin: new URL(src).origin, words: tagWords };
  customElements.define('live-man', LiveManElement);
}
