import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { writeMarkdownPages } from './export/built/write-markdown-pages.ts';
import { originOf } from './facts/origin.ts';
import { buildTextIndex } from './search/build-text-index.ts';
import { adoptMonacoCss } from './vite/adopt-monaco-css.ts';
import { monacoMenus } from './vite/monaco-menus.ts';
import { ownTocElement } from './vite/own-toc-element.ts';
import { withoutFarSightedRule } from './vite/without-far-sighted-rule.ts';

/** The routes that are not MDX pages, and what serves them. */
const routes = {
  '/': 'pages/choose-language.astro',
  '/[lang]/compare/[example]': 'pages/compare.astro',
  '/[lang]/learn/[goal]': 'pages/goal.astro',
  '/[lang]/404': 'pages/not-found.astro',
  '/[lang]/opensearch.xml': 'pages/routes/opensearch.ts',
  '/robots.txt': 'pages/routes/robots.ts',
  '/search/[lang].json': 'search/search-index.json.ts',
  '/symbols/[lang].json': 'symbols/symbols.json.ts',
  '/[lang]/embed': 'embed/frame/code-frame.astro',
  '/[lang]/embed/[example]': 'embed/frame/example-frame.astro',
  '/[lang]/embed/goal-[goal]': 'embed/frame/goal-frame.astro',
  '/embed/examples.json': 'embed/routes/examples.json.ts',
  '/embed@[version].js': 'embed/routes/published-tag.js.ts',
  '/embed/names.json': 'embed/routes/names.json.ts',
  '/embed/goals/[lang].json': 'embed/routes/goals.json.ts',
  '/embed/[card].svg': 'card/routes/example-card.ts',
  '/server/pictures/[lang]/embed/[card].svg': 'card/routes/example-picture.ts',
  '/server/pictures/[lang]/picture.svg': 'card/routes/site-picture.ts',
  '/[lang]/shared/result': 'no-script/result-template.astro',
  '/llms.txt': 'export/routes/llms-txt.ts',
  '/[...lang]/llms-full.txt': 'export/routes/llms-full-txt.ts',
  '/[lang]/feed.xml': 'export/routes/feed.ts',
  '/[lang]/shared/[kind].html': 'share/routes/shared-page.ts',
  '/[lang]/[folder]/[file]': 'export/routes/alternate.ts',
};

/** What the site adds to Astro: routes that are not MDX pages, the search, a Vite plugin. */
export default function site(): AstroIntegration {
  let origin = originOf(undefined);
  return {
    name: 'live-man-site',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        for (const [pattern, entrypoint] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: `./site/${entrypoint}` });
        }
        updateConfig({
          vite: {
            plugins: [adoptMonacoCss(), monacoMenus(), ownTocElement(), withoutFarSightedRule()],
            // Vite would look for its WebAssembly next to the bundle that it makes of the package.
            optimizeDeps: { exclude: ['@wasm-fmt/clang-format'] },
          },
        });
      },
      'astro:config:done': ({ config }) => {
        origin = originOf(config.site);
      },
      'astro:build:done': ({ dir }) => {
        writeMarkdownPages(fileURLToPath(dir), origin);
        return buildTextIndex(fileURLToPath(dir));
      },
    },
  };
}
