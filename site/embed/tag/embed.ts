/** embed.js: defines `<live-man>` on the page of whoever asks for it, once. */
import { LiveManElement } from './live-man-element.ts';
import type { TagWords } from './live-man-element.ts';

/** Put in by bundle-tag.ts, from content/i18n. */
declare const tagWords: Record<string, TagWords>;

/** A module has no `currentScript`; its element is looked for by its name. */
const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
const { src } = script as HTMLScriptElement;

if (!customElements.get('live-man')) {
  LiveManElement.site = { origin: new URL(src).origin, words: tagWords };
  customElements.define('live-man', LiveManElement);
}
