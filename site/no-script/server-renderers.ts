import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formRendererFile, resultRendererFile } from '../../playground-server/protocol/index.ts';
import { bundleFile } from '../vite/bundle-file.ts';

/** What the server loads of the build, and where each begins. */
const entries = {
  [formRendererFile]: new URL('render-form-run.ts', import.meta.url),
  [resultRendererFile]: new URL('render-result.ts', import.meta.url),
};

/**
 * Puts the code that fills the template pages next to them, as modules that the server loads and
 * that need nothing of the site's sources. Anybody may download the files, because the scripts of
 * every page contain the same functions.
 */
export const serverRenderers = (): AstroIntegration => ({
  name: 'live-man-server-renderers',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      for (const [name, entry] of Object.entries(entries)) {
        const file = fileURLToPath(new URL(name, dir));
        const ssr = fileURLToPath(entry);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, await bundleFile({ build: { ssr, target: 'node24' } }));
      }
    },
  },
});
