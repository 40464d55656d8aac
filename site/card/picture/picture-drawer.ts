import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pictureDrawerFile } from '../../../playground-server/protocol/picture.ts';
import { bundleFile } from '../../vite/bundle-file.ts';
import { drawingFiles } from './drawing-packages.ts';

/** Leaves the code that draws pictures for the server, with all that it needs, below a built site. */
export async function writePictureDrawer(dist: string): Promise<void> {
  const module = join(dist, pictureDrawerFile);
  const beside = join(dirname(module), 'pictures');
  await mkdir(beside, { recursive: true });
  const entry = fileURLToPath(new URL('draw-picture.ts', import.meta.url));
  const build = { ssr: entry, target: 'node24' };
  const ssr = { noExternal: true as const, external: ['zod'] };
  await writeFile(module, await bundleFile({ build, ssr }));
  for (const [name, path] of drawingFiles()) await copyFile(path, join(beside, name));
}

/** Does so at the end of a build. */
export const pictureDrawer = (): AstroIntegration => ({
  name: 'live-man-picture-drawer',
  hooks: { 'astro:build:done': ({ dir }) => writePictureDrawer(fileURLToPath(dir)) },
});
