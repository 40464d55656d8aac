import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const own = fileURLToPath(new URL('../components/starlight/toc-element.ts', import.meta.url));

/** Gives Starlight's tables of contents an element of our own: see toc-element.ts. */
export function ownTocElement(): Plugin {
  return {
    name: 'live-man-own-toc-element',
    enforce: 'pre',
    resolveId: (source) =>
      /\/TableOfContents\/starlight-toc(\.[jt]s)?$/.test(source) ? own : null,
  };
}
