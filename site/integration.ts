import type { AstroIntegration } from 'astro';
import { adoptMonacoCss } from './vite/adopt-monaco-css.ts';

/** The routes that are not MDX pages, and what answers them. */
const routes = {
  '/': 'pages/choose-language.astro',
  '/llms.txt': 'export/routes/llms-txt.ts',
  '/[lang]/feed.xml': 'export/routes/feed.ts',
  '/[lang]/[folder]/[file]': 'export/routes/alternate.ts',
};

/** What the site adds to Astro: the routes that are not MDX pages, and its Vite plugin. */
export default function site(): AstroIntegration {
  return {
    name: 'live-man-site',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        for (const [pattern, entrypoint] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: `./site/${entrypoint}` });
        }
        updateConfig({ vite: { plugins: [adoptMonacoCss()] } });
      },
    },
  };
}
