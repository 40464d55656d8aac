import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the pages in a folder, or the file itself. Throws what Node throws where there is none. */
export function htmlFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return globSync('**/*.{html,htm,xhtml}', { cwd: path })
    .map((file) => join(path, file))
    .sort();
}
