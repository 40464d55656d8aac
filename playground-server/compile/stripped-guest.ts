import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { strippedFolder } from '../guest/stripped-folder.ts';
import type { RootFile } from '../sandbox/root-directory.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('strip-modules.ts', import.meta.url));

/**
 * Modules of guest/ without their types, by the paths at which guest/loader.ts looks for them.
 * Stripping them anew in each Node took a third of its start.
 */
export async function strippedGuest(files: readonly RootFile[]): Promise<Record<string, string>> {
  const modules = files.filter(({ target }) => target.startsWith('/guest/'));
  const sources = modules.map(({ source }) => source);
  const flags = ['--disable-warning=ExperimentalWarning'];
  const { stdout } = await run(process.execPath, [...flags, script, ...sources]);
  const texts = z.array(z.string()).length(modules.length).parse(JSON.parse(stdout));
  return Object.fromEntries(
    modules.map(({ target }, at) => [join(strippedFolder, target), texts[at]!]),
  );
}
