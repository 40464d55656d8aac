import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formRendererFile } from '../../playground-server/protocol/index.ts';
import { bundleFile } from '../vite/bundle-file.ts';

const entry = fileURLToPath(new URL('render-form-run.ts', import.meta.url));

/**
 * Lays beside the template pages what fills them, as a module that the server loads: it needs
 * nothing of the sources of the site. Who asks for the file gets it, as the same functions are in
 * the scripts of every page.
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
