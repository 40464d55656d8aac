import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formRendererFile } from '../../playground-server/protocol/index.ts';
import { bundleFile } from '../vite/bundle-file.ts';

const entry = fileURLToPath(new URL('render-form-run.ts', import.meta.url));

/**
 * Puts the code that fills the template pages next to them, as a module that the server loads and
 * that needs nothing of the site's sources. Anybody may download the file, because the scripts of
 * every page contain the same functions.
 */
export const formRenderer = (): AstroIntegration => ({
  name: 'live-man-form-renderer',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const file = fileURLToPath(new URL(formRendererFile, dir));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await bundleFile({ build: { ssr: entry, target: 'node24' } }));
    },
  },
});
