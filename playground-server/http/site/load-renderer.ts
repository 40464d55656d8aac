import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A page of the site's build, and the code that fills it. */
export interface Template<Renderer> {
  template: string;
  renderer: Renderer;
}

/**
 * Loads a template and the module that fills it, both from the site's build, so that the server's
 * page looks like the others. Null if the site is not built. If it is rebuilt while the server runs,
 * its new renderer is used.
 * @param page path below the built site, without index.html
 * @param rendererFile as protocol/ names it, with the exports that `Renderer` says
 */
export async function loadTemplate<Renderer>(
  distDir: string,
  page: string,
  rendererFile: string,
): Promise<Template<Renderer> | null> {
  return unlessNotBuilt(async () => {
    const [template, renderer] = await Promise.all([
      readFile(join(distDir, page, 'index.html'), 'utf8'),
      importFresh<Renderer>(join(distDir, rendererFile)),
    ]);
    return { template, renderer };
  });
}

/** The module alone; null if the site is not built. */
export const loadRenderer = <Renderer>(
  distDir: string,
  rendererFile: string,
): Promise<Renderer | null> =>
  unlessNotBuilt(() => importFresh<Renderer>(join(distDir, rendererFile)));

async function unlessNotBuilt<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Node caches modules by their URL, so a changed file needs a new one. */
async function importFresh<Renderer>(path: string): Promise<Renderer> {
  const { href } = pathToFileURL(path);
  const { mtimeMs } = await stat(path);
  return (await import(/* @vite-ignore */ `${href}?changed=${mtimeMs}`)) as Renderer;
}
