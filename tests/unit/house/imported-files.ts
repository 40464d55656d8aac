import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

const importPattern =
  /^\s*(?:import|export)\s+(?!type\s)(?:[\w\s{},*$]+?\sfrom\s*)?['"](\.[^'"]+)['"]/gm;

/**
 * The files that are loaded with this one, by their paths from the root of the project. Imports of
 * types load nothing, and lazy imports load only on demand.
 */
export function importedFiles(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path) || !existsSync(path)) return found;
  found.add(path);
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(importPattern))
    importedFiles(join(dirname(path), name), found);
  return found;
}
