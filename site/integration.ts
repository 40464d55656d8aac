import type { AstroIntegration } from 'astro';
import { adoptMonacoCss } from './vite/adopt-monaco-css.ts';

/** What the site adds to Astro: the routes that are not MDX pages, and its Vite plugin. */
export default function site(): AstroIntegration {
  return {
    name: 'live-man-site',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: '/', entrypoint: './site/pages/choose-language.astro' });
        updateConfig({ vite: { plugins: [adoptMonacoCss()] } });
      },
    },
  };
}
