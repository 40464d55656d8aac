import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleFile } from './bundle-file.ts';

/**
 * Puts code of the site next to its pages, as modules that the server loads and that need nothing of
 * the site's sources. Anybody may download the files, because they say nothing that the pages do not.
 *
 * @param entries where each module begins, by its path below the built site
 */
export const serverModules = (entries: Readonly<Record<string, URL>>): AstroIntegration => ({
  name: `live-man-${Object.keys(entries).join('-')}`,
  hooks: {
    'astro:build:done': async ({ dir }) => {
      for (const [name, entry] of Object.entries(entries)) {
        const file = fileURLToPath(new URL(name, dir));
        const build = { ssr: fileURLToPath(entry), target: 'node24' };
        // Of the packages that the site needs, a server has only this one.
        const ssr = { noExternal: true as const, external: ['zod'] };
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, await bundleFile({ build, ssr }));
      }
    },
  },
});
