import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleFile } from '../vite/bundle-file.ts';
import { tagWords } from './tag-words.ts';

const entry = fileURLToPath(new URL('tag/embed.ts', import.meta.url));

/** embed.js as one classic script: `document.currentScript` tells it where it came from. */
export async function bundleTag(): Promise<string> {
  return bundleFile({
    define: { tagWords: JSON.stringify(tagWords()) },
    build: {
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'liveMan', fileName: () => 'embed.js' },
    },
  });
}

/** Puts embed.js at the root of the site, at the address that tutorials will use for years. */
export const embedTag = (): AstroIntegration => ({
  name: 'live-man-embed-tag',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use('/embed.js', (_, response, next) => {
        bundleTag().then((code) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(code);
        }, next);
      });
    },
    'astro:build:done': async ({ dir }) => {
      await writeFile(join(fileURLToPath(dir), 'embed.js'), await bundleTag());
    },
  },
});
