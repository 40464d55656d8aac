import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureFolder } from '../../protocol/picture.ts';
import { uiLanguages } from '../../protocol/ui-language-table.ts';
import type { App } from '../server-parts.ts';
import type { Pictures } from './pictures.ts';
import { sendPicture } from './send-picture.ts';

const drawnPages = `:page{(?:${uiLanguages.join('|')})/(?:picture|embed/[\\w-]+)\\.png}`;

/**
 * Pictures of what is built: `/en/picture.png` of the site, `/en/embed/io_setup-first.png` of an example.
 * Drawing all of them would take a build most of a minute; few are asked for.
 */
export function addPictureRoutes(app: App, distDir: string, pictures: Pictures): void {
  app.get(`/${drawnPages}`, async (c) => {
    const file = join(distDir, pictureFolder, c.req.path.replace(/png$/, 'svg'));
    const built = await readBuilt(file);
    if (built === null) return c.notFound();
    const { svg, changedAtMs } = built;
    return sendPicture(c, pictures, `${c.req.path} ${changedAtMs}`, { kind: 'built', svg });
  });
}

async function readBuilt(file: string): Promise<{ svg: string; changedAtMs: number } | null> {
  try {
    const [svg, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { svg, changedAtMs: mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
