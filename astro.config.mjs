import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightLinksValidator from 'starlight-links-validator';
import {
  sourceLanguage,
  uiLanguages,
  uiLanguageTable,
} from './playground-server/protocol/ui-language-table.ts';
import { manualReader } from './site/assistant/manual-reader.ts';
import { pictureDrawer } from './site/card/picture/picture-drawer.ts';
import { embedTag } from './site/embed/bundle-tag.ts';
import site from './site/integration.ts';
import { serverRenderers } from './site/no-script/server-renderers.ts';
import { precompress } from './site/precompress.ts';
import { scriptHashes } from './site/script-hashes.ts';
import { sidebar } from './site/sidebar.ts';

const api = `http://127.0.0.1:${process.env.LIVE_MAN_API_PORT ?? 4322}`;

const starlightPart = (name) => `./site/components/starlight/${name}.astro`;

/** Where the project can be edited, as https://host/owner/name; null while it is nowhere. */
const repository = null;

export default defineConfig({
  site: process.env.LIVE_MAN_SITE ?? 'http://127.0.0.1:4321',
  // Starlight insists on <srcDir>/content/docs; the content stands at the top of the project.
  srcDir: '.',
  publicDir: './site/public',
  // Done by site/reading/fetch-ahead.ts.
  prefetch: false,
  integrations: [
    site(),
    embedTag(),
    serverRenderers(),
    manualReader(),
    pictureDrawer(),
    starlight({
      title: 'live-man',
      // There is one in each language: site/pages/not-found.astro.
      disable404Route: true,
      favicon: '/favicon.svg',
      ...(repository && { editLink: { baseUrl: `${repository}/edit/main/` }, lastUpdated: true }),
      defaultLocale: sourceLanguage,
      locales: Object.fromEntries(
        uiLanguages.map((lang) => [lang, { label: uiLanguageTable[lang].endonym, lang }]),
      ),
      sidebar,
      customCss: ['./site/styles/index.css'],
      components: Object.fromEntries(
        [
          'Footer',
          'Head',
          'LanguageSelect',
          'MarkdownContent',
          'PageTitle',
          'Search',
          'TwoColumnContent',
        ].map((name) => [name, starlightPart(name)]),
      ),
      routeMiddleware: './site/route-middleware.ts',
      // The text is indexed by site/search/build-text-index.ts.
      pagefind: false,
      // Every code block is Astro's, in the colours of site/styles/code.css.
      expressiveCode: false,
      // It knows no place that a component makes: tests/content/links.test.ts looks at the built pages.
      plugins: [
        starlightLinksValidator({ errorOnFallbackPages: false, errorOnInvalidHashes: false }),
      ],
    }),
    mdx(),
    // Starlight's own would list every frame that is made for other people's pages.
    sitemap({
      filter: (page) => !/^\/\w+\/(embed|404|shared)\//.test(new URL(page).pathname),
      i18n: {
        defaultLocale: sourceLanguage,
        locales: Object.fromEntries(uiLanguages.map((lang) => [lang, lang])),
      },
    }),
    scriptHashes(),
    precompress(),
  ],
  markdown: { shikiConfig: { theme: 'css-variables' } },
  vite: {
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            // Names of calls, which every playground knows: without a chunk of their own they would
            // bring what checks requests, 30 KB that only links and forms need.
            groups: [{ name: 'call-names', test: /protocol\/(refusable|rulable)-call\.ts$/ }],
          },
        },
      },
    },
    server: {
      proxy: {
        ...Object.fromEntries(
          [
            '/api',
            '^/s/',
            '^/r/',
            `^/(${uiLanguages.join('|')})/(embed/[^/]+|picture)\\.png$`,
            '/oembed',
            '/healthz',
            '/readyz',
            '/metrics',
          ].map((path) => [path, api]),
        ),
        // The page is Astro's; what its form posts is not.
        [`^/(${uiLanguages.join('|')})/run/$`]: {
          target: api,
          bypass: ({ method, url }) => (method === 'POST' ? undefined : url),
        },
      },
    },
  },
});
